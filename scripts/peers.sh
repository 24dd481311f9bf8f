#!/usr/bin/env bash
# Fetches the programs by other people that tests/peers speaks with: exactly these versions, into target/peers. A
# second run changes nothing and needs no network. None of their files is committed, and none of their install scripts
# is run.
#
#   scripts/peers.sh           fetch what is missing
#   scripts/peers.sh test      the above, and run the tests that need them; a missing program fails
set -euo pipefail
cd "$(dirname "$0")/.."

# The SDK no longer ships its example agent; 1.9.0 was the last that did.
wanted=(
    '@agentclientprotocol/codex-acp@2.6.0'
    '@agentclientprotocol/sdk@2.4.0'
    '@copilotkit/aimock@1.43.0'
    '@openai/codex@0.166.0'
    'acp-example@npm:@agentclientprotocol/sdk@1.9.0'
    'opencode-ai@1.18.33'
)

case ${1:-fetch} in
    fetch | test) ;;
    *) echo "usage: scripts/peers.sh [test]" >&2 && exit 2 ;;
esac

peers=${CARGO_TARGET_DIR:-target}/peers
fetched=$peers/.fetched
if ! printf '%s\n' "${wanted[@]}" | cmp -s - "$fetched"; then
    rm -rf "$peers"
    mkdir -p "$peers"
    echo '{"private":true}' >"$peers/package.json"
    npm install --prefix "$peers" --no-audit --no-fund --ignore-scripts --save-exact "${wanted[@]}" </dev/null
    printf '%s\n' "${wanted[@]}" >"$fetched"
fi

if [ "${1:-fetch}" = test ]; then
    HALFDAY_PEERS=required exec cargo test --locked --test peers -- --test-threads=2
fi
