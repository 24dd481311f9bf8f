#!/usr/bin/env bash
# Makes the package for Debian and Ubuntu: the window and the terminal program in one .deb. Prints where it is.
#
#   scripts/deb.sh
#
# What cargo and npm have fetched before is not fetched again, so the second time it needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

# The package takes the terminal program from there.
unset CARGO_TARGET_DIR
scripts/packages.sh window
scripts/ui.sh build
# Both at once, so that what they share is built once.
cargo build --locked --release -p halfday -p halfday-window
ui/node_modules/.bin/tauri bundle --bundles deb
ls "$PWD"/target/release/bundle/deb/*.deb
