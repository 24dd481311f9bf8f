#!/usr/bin/env bash
# How often the ranges of Halfday's figures hold the truth, over simulated people whose truth is known. Prints the tables
# of docs/statistics.md; the same tables each time.
#
#   scripts/simulate.sh [PEOPLE]     300 a line, if not said otherwise; about a minute
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --locked --quiet --release -p halfday-insight --example simulate -- "$@"
