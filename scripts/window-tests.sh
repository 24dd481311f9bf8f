#!/usr/bin/env bash
# Tries the real window: builds the pages, the terminal program and the window, and drives the window on a display
# nobody sees. Needs Linux and what `scripts/packages.sh test` installs.
#
#   scripts/window-tests.sh [FILTER]   all of them, or those whose name contains FILTER
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/ui.sh build
scripts/programs.sh
cargo test --locked --quiet --workspace --test window --no-run

export HALFDAY_WINDOW_BIN=${CARGO_TARGET_DIR:-target}/debug/halfday-window
# With the locale "C" WebKit has no language, and Intl in the page throws.
export LANG=en_US.UTF-8
unset LC_ALL LC_MESSAGES HALFDAY_DATA
# A display of its own even where there is one: nothing flashes up in front of the person, no window manager helps.
unset WAYLAND_DISPLAY

# Everything started below ends with this group, also when a test hangs: the driver, the windows, the bus.
exec timeout --kill-after=10 600 \
    xvfb-run --auto-servernum --server-args='-screen 0 1280x900x24 -nolisten tcp' \
    dbus-run-session -- \
    cargo test --locked --quiet --workspace --test window -- --test-threads=1 --nocapture "$@"
