#!/usr/bin/env bash
# Makes sure that what Halfday is built and tested with is on this machine.
#
#   scripts/packages.sh terminal   a C compiler (SQLite is built from source) and Rust
#   scripts/packages.sh window     the above, Node, and what a WebKitGTK window is linked with
#   scripts/packages.sh test       the above, and a display, browsers and fonts for the tests
#
# On Debian and Ubuntu it installs what is missing; elsewhere it says what to install. It asks the package database
# first: when all is there it costs a fraction of a second and touches no network.
set -euo pipefail

for_what=${1:-window}
case $for_what in
    terminal | window | test) ;;
    *) echo "usage: scripts/packages.sh terminal|window|test" >&2 && exit 2 ;;
esac

needed=(build-essential pkg-config)
if [ "$for_what" != terminal ]; then
    needed+=(libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libayatana-appindicator3-dev
        fonts-dejavu-core fonts-noto-cjk)
fi
if [ "$for_what" = test ]; then
    needed+=(xvfb xauth bubblewrap dbus dbus-x11 gnome-keyring webkit2gtk-driver imagemagick
        desktop-file-utils file sqlite3 python3-pip shellcheck)
    # Ubuntu's package of this name only fetches a snap, so a browser that is there already is good enough.
    if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
        needed+=(chromium chromium-driver)
    fi
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_debian_packages() {
    local missing=() name
    for name in "${needed[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        echo "These packages are missing and there is no sudo here. As root, run:" >&2
        echo "    apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
        return 1
    fi
    echo "Installing: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
}

tell_other_systems() {
    # macOS brings its own web view; Windows 10 and 11 bring WebView2.
    case $(uname -s) in
        Darwin) xcode-select -p >/dev/null 2>&1 && return 0 ;;
        MINGW* | MSYS* | CYGWIN*) return 0 ;;
        Linux) pkg-config --exists webkit2gtk-4.1 2>/dev/null && return 0 ;;
    esac
    cat >&2 <<'PARAGRAPH'
This script installs packages on Debian and Ubuntu only. Elsewhere, please install by hand: on Linux a C compiler,
pkg-config and the development packages of WebKitGTK 4.1, GTK 3, librsvg and libayatana-appindicator (Fedora:
gcc webkit2gtk4.1-devel gtk3-devel librsvg2-devel libayatana-appindicator-gtk3-devel), for the tests also Xvfb, dbus,
WebKitWebDriver and Chromium; on macOS the Xcode command line tools (xcode-select --install); on Windows the
Microsoft C++ build tools. The terminal program alone needs nothing but a C compiler and Rust.
PARAGRAPH
    [ "$for_what" = terminal ]
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    install_debian_packages
else
    tell_other_systems
fi

if ! command -v cargo >/dev/null; then
    echo "Rust is missing. Install rustup (https://rustup.rs, or the package 'rustup' of your system) and come back:" >&2
    echo "rust-toolchain.toml names the version, rustup fetches it by itself." >&2
    exit 1
fi

if [ "$for_what" != terminal ]; then
    major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p')
    if [ "${major:-0}" -lt 20 ] || ! command -v npm >/dev/null; then
        echo "Node 20 or newer with npm is needed to build the window; here is: ${major:+Node $major}${major:-none}." >&2
        echo "Get it from https://nodejs.org, or with 'apt-get install nodejs npm' where that is 20 or newer" >&2
        echo "(Debian 13, Ubuntu 25.04). The terminal program needs no Node: ./run --cli" >&2
        exit 1
    fi
fi
