#!/usr/bin/env bash
# Two people typing at once, 1,000 commands each, through real processes on one database: nothing told may be lost.
# ./test does the same with fewer. Usage: scripts/two-processes.sh [COMMANDS]
set -euo pipefail
cd "$(dirname "$0")/.."

export HALFDAY_COMMANDS=${1:-1000}
exec cargo test --locked --workspace --test acceptance two_processes -- --nocapture
