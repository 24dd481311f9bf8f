# shellcheck shell=bash
# Named, timed steps with a table at the end. Sourced by ./test; runs nothing by itself.
#
#   step NAME HINT COMMAND…   runs the command, shows and keeps its output, stops everything where it fails
#   finish                    prints the table, and the counts as the last line

results=test-results
step_names=()
step_seconds=()
step_outcomes=()
tests_passed=0
tests_failed=0

# Adds up what cargo test ("test result: ok. 12 passed; 0 failed; …") and vitest ("Tests  1 failed | 11 passed (12)")
# say in one step's output. Prints "PASSED FAILED". Plain cargo test has no window to try: its window tests end at once
# and say so, and are not counted until scripts/window-tests.sh runs them.
count_tests() {
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        /^ *(Running|Doc-tests) / { without_window = /tests\/window/ }
        /^test result: / && without_window { next }
        /^test result: / { for (i = 1; i < NF; i++) { if ($(i+1) == "passed;") passed += $i; if ($(i+1) == "failed;") failed += $i } }
        /^ *Tests  / { for (i = 1; i < NF; i++) { if ($(i+1) == "passed") passed += $i; if ($(i+1) == "failed") failed += $i } }
        END { print passed + 0, failed + 0 }'
}

step() {
    local name=$1 hint=$2 began=$SECONDS outcome=ok passed failed
    shift 2
    local log="$results/${name//[^a-z0-9]/-}.log"
    printf '\n── %s\n' "$name"
    "$@" </dev/null 2>&1 | tee "$log" || outcome=FAILED

    read -r passed failed < <(count_tests "$log")
    # A step can fail without a failed test, a crash for one; the last line must not call that all well.
    if [ $outcome = FAILED ] && [ "$failed" = 0 ]; then failed=1; fi
    tests_passed=$((tests_passed + passed))
    tests_failed=$((tests_failed + failed))
    step_names+=("$name")
    step_seconds+=($((SECONDS - began)))
    step_outcomes+=("$outcome")
    printf '── %s: %s, %d s\n' "$name" "$outcome" $((SECONDS - began))

    if [ $outcome = FAILED ]; then
        printf '\n%s failed. %s\nIts output is kept in %s\n' "$name" "$hint" "$log"
        finish
    fi
}

finish() {
    local index
    printf '\n%-34s %7s\n' step seconds
    for index in "${!step_names[@]}"; do
        printf '%-34s %7d  %s\n' "${step_names[$index]}" "${step_seconds[$index]}" "${step_outcomes[$index]}"
    done
    printf '%-34s %7d\n\n' 'all together' "$SECONDS"
    printf '%d passed, %d failed\n' "$tests_passed" "$tests_failed"
    [ "$tests_failed" = 0 ] || exit 1
    exit 0
}
