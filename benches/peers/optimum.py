"""The optimum of METR's regression over a run file with forty digits, counted without numpy or Halfday.

    python optimum.py tests/fixtures/metr/metr_runs_2025-02.csv.gz        (needs mpmath)

Once with the weights as the file prints them and once with the weights counted anew from runs and families: the
first is what tests/fixtures/metr/expected.json calls exact, the second is what `halfday lab horizon` counts.
"""

import csv
import gzip
import sys
from collections import defaultdict

from mpmath import exp, log, mp, mpf, nstr, sqrt

mp.dps = 40


def counted_anew(rows):
    """1/(runs of the task · √tasks of the family), with the sum 1."""
    runs, tasks = defaultdict(int), defaultdict(set)
    for row in rows:
        runs[row["family"], row["task_id"]] += 1
        tasks[row["family"]].add(row["task_id"])
    weights = [1 / (runs[row["family"], row["task_id"]] * sqrt(mpf(len(tasks[row["family"]])))) for row in rows]
    return [weight / sum(weights) for weight in weights]


def optimum(rows, weights, reg):
    """Newton's method until nothing moves."""
    of_length = defaultdict(lambda: [mpf(0), mpf(0)])
    for row, weight in zip(rows, weights):
        sums = of_length[float(row["human_minutes"])]
        sums[0] += weight
        sums[1] += weight * int(row["score_binarized"])
    points = [(log(mpf(minutes), 2), *sums) for minutes, sums in of_length.items()]
    slope = intercept = mpf(0)
    for _ in range(100):
        g1, g0, h11, h10, h00 = reg * slope, mpf(0), reg, mpf(0), mpf(0)
        for x, all_, right in points:
            p = 1 / (1 + exp(-(slope * x + intercept)))
            off, bend = all_ * p - right, all_ * p * (1 - p)
            g1, g0 = g1 + off * x, g0 + off
            h11, h10, h00 = h11 + bend * x * x, h10 + bend * x, h00 + bend
        det = h11 * h00 - h10 * h10
        by_slope, by_intercept = (h00 * g1 - h10 * g0) / det, (h11 * g0 - h10 * g1) / det
        slope, intercept = slope - by_slope, intercept - by_intercept
        if abs(by_slope) + abs(by_intercept) < mpf(10) ** -36:
            break
    return slope, intercept, 2 ** (-intercept / slope), 2 ** ((log(mpf(4)) - intercept) / slope)


def main():
    with gzip.open(sys.argv[1], "rt") as file:
        all_rows = list(csv.DictReader(file))
    for agent in sorted({row["agent"] for row in all_rows}):
        rows = [row for row in all_rows if row["agent"] == agent]
        if len({row["score_binarized"] for row in rows}) < 2:
            continue
        for name, weights in (("printed", [mpf(float(row["weight"])) for row in rows]), ("anew", counted_anew(rows))):
            for reg in (1e-5, 0.1):
                numbers = ", ".join(nstr(number, 17) for number in optimum(rows, weights, mpf(reg)))
                print(f"{agent}, weights {name}, penalty {reg}: slope, intercept, p50, p80: {numbers}")


if __name__ == "__main__":
    main()
