#!/usr/bin/env bash
# Measures METR's method with 1,000 samples beside the same procedure in numpy, both on one thread, and prints how many
# times faster ours is: beside numpy with all samples as one matrix, and beside numpy sample by sample.
#
#   scripts/beside-python.sh [TURNS]     each side so many times, turn by turn, 3 if not said otherwise; the best counts
#
# Needs Python 3 with venv, and a computer that does nothing else meanwhile. numpy comes from the package index, once.
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

# The median of `metrs_runs_with_1000_samples`, in milliseconds.
ours() {
    cargo bench --locked --quiet -p halfday-insight --bench horizon -- metrs_runs |
        awk -F '│' '/metrs_runs/ {
            split($3, parts, " ")
            factor = parts[2] == "s" ? 1000 : parts[2] == "ms" ? 1 : 0.001
            print parts[1] * factor
        }'
}

theirs() {
    env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 \
        "$peers/bin/python" benches/peers/bootstrap.py "$runs"
}

best_ours=""
best_matrix=""
best_single=""
least() { awk -v a="${1:-}" -v b="$2" 'BEGIN { print (a == "" || b < a) ? b : a }'; }
for ((turn = 0; turn < turns; turn++)); do
    best_ours=$(least "$best_ours" "$(ours)")
    told=$(theirs)
    best_matrix=$(least "$best_matrix" "$(awk '/^all_at_once_ms/ { print $2 }' <<<"$told")")
    best_single=$(least "$best_single" "$(awk '/^one_by_one_ms/ { print $2 }' <<<"$told")")
done

awk -v ours="$best_ours" -v matrix="$best_matrix" -v single="$best_single" 'BEGIN {
    printf "Halfday                          %8.2f ms\n", ours
    printf "numpy, all samples at once       %8.2f ms  %6.1f times as long\n", matrix, matrix / ours
    printf "numpy, sample by sample          %8.2f ms  %6.1f times as long\n", single, single / ours
}'
