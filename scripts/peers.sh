#!/usr/bin/env bash
# Fetches the programs by other people that tests/peers speaks with: exactly these versions, into target/peers. A
# second run changes nothing and needs no network. None of their files is committed, and none of their install scripts
# is run.
#
#   scripts/peers.sh           fetch what is missing
#   scripts/peers.sh try       the same; where that cannot be, say SKIPPED and why, and go on
#   scripts/peers.sh ready     whether they are here and can be run without a network; fetches nothing
#   scripts/peers.sh test      fetch, and run the tests that need them; a missing program fails
set -euo pipefail
cd "$(dirname "$0")/.."

case $(uname -m) in
    aarch64 | arm64) machine=arm64 ;;
    *) machine=x64 ;;
esac
# The SDK no longer ships its example agent; 1.9.0 was the last that did.
wanted=(
    '@agentclientprotocol/codex-acp@2.6.0'
    '@agentclientprotocol/sdk@2.4.0'
    '@copilotkit/aimock@1.43.0'
    '@openai/codex@0.166.0'
    'acp-example@npm:@agentclientprotocol/sdk@1.9.0'
    # opencode-ai without its second program, for processors of long ago.
    "opencode-linux-$machine@1.18.33"
)
# For Python: the official clients, for which our own mock plays the APIs.
clients=(
    'anthropic==2.14.0'
    'openai==3.57.0'
    # Counts the figures again.
    'numpy==2.4.6'
    'scipy==1.17.1'
)

peers=${CARGO_TARGET_DIR:-target}/peers
fetched=$peers/.fetched

are_here() { printf '%s\n' "${wanted[@]}" "${clients[@]}" | cmp -s - "$fetched"; }
can_wall() { bwrap --dev-bind / / --unshare-net true 2>/dev/null; }

fetch() {
    if are_here; then return 0; fi
    rm -rf "$peers" && mkdir -p "$peers" && echo '{"private":true}' >"$peers/package.json" &&
        npm install --prefix "$peers" --no-audit --no-fund --ignore-scripts --save-exact "${wanted[@]}" </dev/null &&
        python3 -m pip install --quiet --disable-pip-version-check --no-warn-conflicts --root-user-action=ignore \
            --only-binary :all: --target "$peers/python" "${clients[@]}" </dev/null &&
        printf '%s\n' "${wanted[@]}" "${clients[@]}" >"$fetched"
}

case ${1:-fetch} in
    fetch) fetch ;;
    try)
        if ! fetch; then
            echo "SKIPPED, nothing is proved: the programs cannot be fetched; what npm or pip said stands above"
        elif ! can_wall; then
            echo "SKIPPED, nothing is proved: bwrap cannot take the network away here"
        fi
        ;;
    ready) are_here && can_wall ;;
    test)
        fetch
        HALFDAY_PEERS=required exec cargo test --locked --workspace --test peers -- --test-threads=2
        ;;
    *) echo "usage: scripts/peers.sh [try|ready|test]" >&2 && exit 2 ;;
esac
