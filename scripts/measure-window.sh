#!/usr/bin/env bash
# Measures the window beside an empty Tauri window: how long to the first frame, and how much memory. Both are started
# the same way, on a display nobody sees, with an empty folder; medians are printed.
#
#   scripts/measure-window.sh [RUNS]     5 runs of each, if not said otherwise
#
# Memory is what the processes of the window take together (PSS), five seconds after the first frame. Needs Linux, and
# a computer that does nothing else meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}

if [ -z "${HALFDAY_MEASURING:-}" ]; then
    unset CARGO_TARGET_DIR
    scripts/ui.sh build
    cargo build --locked --release --quiet -p halfday -p halfday-window
    cargo build --locked --release --quiet --manifest-path benches/empty-window/Cargo.toml --target-dir target
    unset WAYLAND_DISPLAY LC_ALL LC_MESSAGES
    exec env HALFDAY_MEASURING=1 LANG=en_US.UTF-8 \
        xvfb-run --auto-servernum --server-args='-screen 0 1280x900x24 -nolisten tcp' dbus-run-session -- "$0" "$runs"
fi

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# The process and all below it.
family() {
    local child
    echo "$1"
    for child in $(pgrep --parent "$1"); do family "$child"; done
}

memory_mb() {
    local process sum=0 pss
    for process in $(family "$1"); do
        # A process may end while it is looked at.
        pss=$(awk '/^Pss:/ { print $2 }' "/proc/$process/smaps_rollup" 2>/dev/null || echo 0)
        sum=$((sum + ${pss:-0}))
    done
    echo $((sum / 1024))
}

# Prints "MILLISECONDS MEGABYTES".
one_run() {
    local home began frame program=$1 line
    home=$(mktemp -d)
    began=$(milliseconds)
    coproc window {
        exec env HOME="$home" XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$home" \
            HALFDAY_DATA="$home/data" HALFDAY_TELL_FIRST_PAINT=1 "$program" 2>&1
    }
    # shellcheck disable=SC2154  # coproc sets it
    local process=$window_PID
    while read -r -t 30 -u "${window[0]}" line; do
        if [ "$line" = painted ]; then break; fi
    done
    [ "${line:-}" = painted ] || { echo "$program drew nothing" >&2 && exit 1; }
    frame=$(($(milliseconds) - began))
    sleep 5
    echo "$frame $(memory_mb "$process")"
    kill "$process"
    wait "$process" 2>/dev/null || true
    # A process of the web view may write once more before it ends.
    rm -rf "$home" 2>/dev/null || { sleep 1 && rm -rf "$home"; }
}

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

# Turn by turn, so that a busy moment meets both. The first start of each reads everything from the disk and is not
# counted.
declare -A results=()
programs=(target/release/empty-window target/release/halfday-window)
for run in $(seq 0 "$runs"); do
    for program in "${programs[@]}"; do
        took=$(one_run "$program")
        [ "$run" != 0 ] || continue
        results[$program]+="$took"$'\n'
        printf '%s, run %d: %s\n' "$(basename "$program")" "$run" "$took" >&2
    done
done
of() { printf '%s' "${results[${programs[$1]}]}" | cut -d' ' -f"$2" | median; }
empty_frame=$(of 0 1) empty_memory=$(of 0 2) frame=$(of 1 1) memory=$(of 1 2)

printf '\n%-16s %18s %14s\n' '' 'first frame, ms' 'memory, MB'
printf '%-16s %18d %14d\n' 'empty window' "$empty_frame" "$empty_memory" 'Halfday' "$frame" "$memory"
awk -v a="$frame" -v b="$empty_frame" -v c="$memory" -v d="$empty_memory" \
    'BEGIN { printf "%-16s %17.2f× %13.2f×\n", "ratio", a / b, c / d }'
