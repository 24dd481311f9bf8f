//! The words of Halfday: pure types, both state machines, and the decisions on failure and retry.
//! No clock, no file, no database, no network: time, randomness and paths arrive as arguments.

pub mod attempt;
pub mod change;
pub mod check;
mod code;
pub mod event;
pub mod facts;
pub mod failure;
pub mod felt;
pub mod fmt;
pub mod forecast;
pub mod id;
pub mod item;
pub mod kind;
pub mod milestone;
pub mod plan;
pub mod queue;
pub mod reading;
pub mod retry;
pub mod review;
pub mod run;
pub mod steps;
pub mod words;
