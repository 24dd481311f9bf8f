#!/usr/bin/env bash
# Measures METR's method with 1,000 samples beside the same procedure in numpy on one thread, and prints how many times as
# long numpy takes: with all samples as one matrix, and sample by sample. Ours once on one core and once on all.
#
#   scripts/beside-python.sh [TURNS]     each side so many times, turn by turn, 3 if not said otherwise
#
# The quickest run of each side counts, for numpy by the time its process had the processor: what else a computer does only
# makes runs longer. Still, let it do nothing else: shared caches slow large matrices more than small sums.
# Needs Python 3 with venv, and taskset. numpy comes from the package index, once.
set -euo pipefail
cd "$(dirname "$0")/.."
turns=${1:-3}
peers=target/numpy
runs=tests/fixtures/metr/metr_runs_2025-02.csv.gz

if [ ! -x "$peers/bin/python" ]; then
    python3 -m venv "$peers"
fi
"$peers/bin/python" -c 'import numpy' 2>/dev/null || "$peers/bin/pip" install --quiet numpy
cargo bench --locked --quiet -p halfday-insight --bench horizon --no-run

# ours BENCH [COMMAND…]: its quickest run in milliseconds, begun by COMMAND.
ours() {
    local bench=$1
    shift
    "$@" cargo bench --locked --quiet -p halfday-insight --bench horizon -- "$bench" |
        awk -F '│' -v bench="$bench" '$1 ~ bench {
            count = split($1, parts, " ")
            unit = parts[count]
            print parts[count - 1] * (unit == "s" ? 1000 : unit == "ms" ? 1 : 0.001)
        }'
}

theirs() {
    env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 \
        "$peers/bin/python" benches/peers/bootstrap.py "$runs"
}

best_one="" best_all="" best_rest="" best_matrix="" best_single=""
least() { awk -v a="${1:-}" -v b="$2" 'BEGIN { print (a == "" || b < a) ? b : a }'; }
for ((turn = 0; turn < turns; turn++)); do
    best_one=$(least "$best_one" "$(ours metrs_runs_with_1000_samples taskset -c 0)")
    best_all=$(least "$best_all" "$(ours metrs_runs_with_1000_samples)")
    best_rest=$(least "$best_rest" "$(ours metrs_runs_without_samples)")
    told=$(theirs)
    best_matrix=$(least "$best_matrix" "$(awk '/^all_at_once_ms/ { print $2 }' <<<"$told")")
    best_single=$(least "$best_single" "$(awk '/^one_by_one_ms/ { print $2 }' <<<"$told")")
done

awk -v one="$best_one" -v all="$best_all" -v rest="$best_rest" -v matrix="$best_matrix" -v single="$best_single" \
    -v cores="$(nproc)" 'BEGIN {
    printf "Halfday, one core                %8.2f ms\n", one
    printf "Halfday, %2d cores                %8.2f ms\n", cores, all
    printf "  of it, all but the samples     %8.2f ms\n", rest
    printf "numpy, all samples at once       %8.2f ms  %6.1f and %6.1f times as long\n", matrix, matrix / one, matrix / all
    printf "numpy, sample by sample          %8.2f ms  %6.1f and %6.1f times as long\n", single, single / one, single / all
}'
