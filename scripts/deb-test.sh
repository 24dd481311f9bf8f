#!/usr/bin/env bash
# Installs the package into a fresh Debian 12 that holds no compiler and no development package, tries the installed
# window and the installed terminal program there as `scripts/window-tests.sh` does here, and removes it again.
#
#   scripts/deb-test.sh [PACKAGE]     the newest one scripts/deb.sh made, if none is named
#
# Needs root, debootstrap and a mirror: the one this computer's apt is set up with. Takes some minutes and 1.5 GB.
set -euo pipefail
cd "$(dirname "$0")/.."

package=${1:-$(find target/release/bundle/deb -name '*.deb' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)}
[ -f "$package" ] || { echo "There is no package yet: scripts/deb.sh makes one" >&2 && exit 1; }
[ "$(id -u)" = 0 ] || { echo "A fresh system can only be made as root" >&2 && exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt-get install debootstrap" >&2 && exit 1; }

system=$(mktemp -d --tmpdir halfday-debian.XXXXXX)
leave() {
    local place
    for place in dev/pts dev/shm dev sys proc; do
        if mountpoint --quiet "$system/$place"; then umount "$system/$place"; fi
    done
    # Never through a mount that would not go.
    rm -rf --one-file-system "$system"
}
trap leave EXIT

inside() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=en_US.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$system" "$@"
}
say() { printf '\n── %s\n' "$*"; }

say 'A fresh Debian'
# shellcheck disable=SC2016  # apt fills it in
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)
debootstrap --variant=minbase bookworm "$system" "$mirror" >"$system.log" 2>&1 ||
    { tail -20 "$system.log" >&2 && exit 1; }
rm "$system.log"
mount -t proc proc "$system/proc"
mount -t sysfs -o ro sysfs "$system/sys"
mount --bind /dev "$system/dev"
mount --bind /dev/pts "$system/dev/pts"
mount -t tmpfs tmpfs "$system/dev/shm"
rm -rf "$system"/etc/apt/{sources.list,sources.list.d,apt.conf.d}
cp -a /etc/apt/{sources.list,sources.list.d,apt.conf.d} "$system/etc/apt/" 2>/dev/null || true
cp /etc/resolv.conf /etc/hosts "$system/etc/"
inside apt-get update -qq

say 'The package and what it asks for'
cp "$package" "$system/halfday.deb"
dpkg-deb --field "$package" Package Version Installed-Size Depends Recommends
inside apt-get install -y -qq --no-install-recommends /halfday.deb >/dev/null
# shellcheck disable=SC2016  # dpkg fills it in
if inside dpkg-query -W -f '${Package}\n' | grep -E -- '-dev$|^(gcc|rustc|cargo|nodejs)$'; then
    echo 'A development package came along' >&2 && exit 1
fi
inside halfday --version
missing=$(inside ldd /usr/bin/halfday-window | grep 'not found' || true)
[ -z "$missing" ] || { echo "$missing" >&2 && exit 1; }

say 'What the desktop reads of it'
inside apt-get install -y -qq --no-install-recommends desktop-file-utils appstream >/dev/null
inside desktop-file-validate /usr/share/applications/Halfday.desktop
inside appstreamcli validate --no-net --explain /usr/share/metainfo/app.halfday.desktop.metainfo.xml

say 'The installed programs, tried as a person uses them'
inside apt-get install -y -qq --no-install-recommends \
    xvfb xauth dbus-daemon dbus-bin webkit2gtk-driver procps imagemagick fonts-dejavu-core >/dev/null
cargo test --locked --quiet --workspace --test window --no-run
tests=$(cargo test --locked --workspace --test window --no-run 2>&1 | sed -n 's/.*Executable.*(\(.*\)).*/\1/p')
cp "$tests" "$system/window-tests"
# The tests call the terminal program where it was built; there, that is the installed one.
built=$PWD/target/debug/halfday
mkdir -p "$system$(dirname "$built")"
ln -s /usr/bin/halfday "$system$built"
inside env HALFDAY_WINDOW_BIN=/usr/bin/halfday-window timeout --kill-after=10 900 \
    xvfb-run --auto-servernum --server-args='-screen 0 1280x900x24 -nolisten tcp' \
    dbus-run-session -- /window-tests --test-threads=1

say 'Removed, it leaves nothing'
inside apt-get purge -y -qq halfday >/dev/null
left=$(inside find /usr /etc -iname '*halfday*' || true)
[ -z "$left" ] || { echo "$left" >&2 && exit 1; }
echo 'The package installs, runs and goes.'
