//! Programs by other people, offline: real agents work a small real brief into a real file, against a mock of their
//! provider that is also by other people. `scripts/peers.sh` fetches them; where they are not there these tests say
//! *skipped* and prove nothing, unless `HALFDAY_PEERS=required` makes that a failure.
#![cfg(target_os = "linux")]

mod aimock;
mod claude;
mod codex;
mod desk;
mod example;
#[path = "../../crates/runner/tests/turns/heard.rs"]
#[allow(dead_code, reason = "each of the tests of agents uses its part")]
mod heard;
mod opencode;
#[path = "../../crates/runner/tests/models/played.rs"]
#[allow(dead_code, reason = "the mock plays more than the official clients are shown")]
mod played;
mod python;
mod recount;
mod whole;
#[path = "../../crates/runner/tests/models/wire.rs"]
#[allow(dead_code, unused_imports, reason = "each of the tests of models uses its part")]
mod wire;
mod world;
