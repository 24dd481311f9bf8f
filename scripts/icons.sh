#!/usr/bin/env bash
# Makes every size of the icon again from icons/icon.svg.
# Needs npm and, the first time, the network. The results are committed, so nobody has to run this
# to build Halfday: only when the drawing changes.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

scripts/ui.sh packages
ui/node_modules/.bin/tauri icon icons/icon.svg --output "$scratch/all"

for name in 32x32.png 128x128.png 128x128@2x.png icon.png icon.ico icon.icns; do
    cp "$scratch/all/$name" "icons/$name"
done
ls -l icons
