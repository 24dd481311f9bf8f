#!/usr/bin/env bash
# Photographs every screen of the window on a realistic record: each language, light and dark, three sizes.
#
#   scripts/screens.sh [OUT [FILTER]]   into the folder OUT, test-results/screens if it is not named; only the screens
#                                       whose names hold FILTER, or one of several with commas
set -euo pipefail
out=$(realpath --canonicalize-missing "${1:-"$(dirname "$0")/../test-results/screens"}")
cd "$(dirname "$0")/.."

scripts/ui.sh packages
mkdir -p "$out"
(cd ui && HALFDAY_SCREENS=$out HALFDAY_SCREENS_FILTER=${2:-} npx --no-install vitest run --config vitest.e2e.config.ts --mode shoot)
printf '%d pictures in %s\n' "$(find "$out" -name '*.png' | wc -l)" "$out"
