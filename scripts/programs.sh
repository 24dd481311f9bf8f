#!/usr/bin/env bash
# Builds the programs that tests start: the terminal's, the window's, and the examples that stand in for a peer. The
# same choice of packages as ./test compiles: cargo unites the features of what is chosen together, and another choice
# would build half of it anew.
set -euo pipefail
cd "$(dirname "$0")/.."
exec cargo build --locked --quiet --workspace --bins --examples
