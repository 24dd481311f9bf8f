#!/usr/bin/env bash
# Tries Claude's command line, which is not open source and so is not fetched by scripts/peers.sh: works a brief with
# it, without network, its model played by a mock. No account is needed and nothing is spent.
#
#   scripts/claude.sh [PATH]   the program at PATH; without one, the `claude` on the PATH
set -euo pipefail
cd "$(dirname "$0")/.."

claude=${1:-$(command -v claude || true)}
if [ ! -x "$claude" ]; then
    echo "there is no claude here: scripts/claude.sh PATH" >&2
    exit 2
fi
scripts/peers.sh
HALFDAY_PEERS=required HALFDAY_CLAUDE=$(realpath "$claude") exec cargo test --locked --workspace --test peers claude
