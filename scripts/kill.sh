#!/usr/bin/env bash
# Kills the terminal program 200 times between two commands and 200 times while it publishes: nothing acknowledged may be
# lost, the person's files stay whole. ./test does 20 of each. Usage: scripts/kill.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."

export HALFDAY_KILL_ROUNDS=${1:-200}
exec cargo test --locked --workspace --test acceptance crashes -- --nocapture
