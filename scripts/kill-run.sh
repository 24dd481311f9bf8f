#!/usr/bin/env bash
# Kills the program while AI works: at every event of a simulated attempt, and 200 times at any moment. Nothing
# acknowledged may be lost, no file of the person changed, no item stuck, every attempt kept. ./test does 20 rounds.
# Usage: scripts/kill-run.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."

export HALFDAY_KILL_ROUNDS=${1:-200}
exec cargo test --locked --workspace --test acceptance killed_at_work -- --nocapture
