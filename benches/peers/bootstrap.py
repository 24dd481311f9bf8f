"""METR's method with a bootstrap, written for numpy as fast as it goes there on one thread.

The same procedure as `crates/insight/src/lab`: a regression with a small penalty on the slope, then samples in
which families are drawn, in each its tasks, and each task's runs anew from a binomial. Two ways:

  one by one   each sample drawn and fitted by numpy over its tasks, the way METR's own code goes about it
  all at once  all samples as the rows of one matrix, drawn by multinomials and fitted together

Prints the quickest turn of each in milliseconds of the processor, and the ranges, so that one sees that they are the same.
"""

import csv
import gzip
import sys
import time
from collections import defaultdict

import numpy as np

SAMPLES, SEED, REG = 1000, 42, 1e-5
SMALL, SMALL_OF_SAMPLES = 1e-9, 1e-5
LN4 = np.log(4.0)


def read(path):
    """Per agent: families of tasks, each (log2 minutes, weight of a run, runs, successes)."""
    agents = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    with gzip.open(path, "rt") as file:
        for row in csv.DictReader(file):
            key = (row["family"], row["task_id"], float(row["human_minutes"]))
            task = agents[row["agent"]][key]
            task[0] += 1
            task[1] += int(float(row["score_binarized"]))
    return {agent: prepared(tasks) for agent, tasks in sorted(agents.items())}


def prepared(tasks):
    keys = sorted(tasks)
    family_names = sorted({key[0] for key in keys})
    family = np.array([family_names.index(key[0]) for key in keys])
    sizes = np.bincount(family)
    x = np.log2([key[2] for key in keys])
    runs = np.array([tasks[key][0] for key in keys])
    right = np.array([tasks[key][1] for key in keys])
    weight = 1.0 / np.sqrt(sizes[family])
    weight = weight / weight.sum() / runs
    return x, weight, runs, right, family, sizes


def fit(x, all_, right, start, small=SMALL_OF_SAMPLES):
    """Newton on rows of sums; each row is one regression."""
    slope, intercept = start
    slope = np.full(all_.shape[0], slope)
    intercept = np.full(all_.shape[0], intercept)
    for _ in range(60):
        p = 1.0 / (1.0 + np.exp(-(slope[:, None] * x + intercept[:, None])))
        off = all_ * p - right
        bend = all_ * p * (1.0 - p)
        lean = bend * x
        g1, g0 = off @ x + REG * slope, off.sum(1)
        h11, h10, h00 = lean @ x + REG, lean.sum(1), bend.sum(1)
        det = h11 * h00 - h10 * h10
        d1, d0 = (h00 * g1 - h10 * g0) / det, (h11 * g0 - h10 * g1) / det
        slope, intercept = slope - d1, intercept - d0
        if np.all(np.abs(d1) <= small * (1e-3 + np.abs(slope))):
            break
    return slope, intercept


def whole(x, weight, runs, right):
    slope, intercept = fit(x, (weight * runs)[None, :], (weight * right)[None, :], (0.0, 0.0), SMALL)
    return slope[0], intercept[0]


def ends(slope, intercept):
    falling = slope < 0
    p50 = np.exp2(-intercept[falling] / slope[falling])
    p80 = np.exp2((LN4 - intercept[falling]) / slope[falling])
    return [np.quantile(p, (0.025, 0.975)).tolist() for p in (p50, p80)]


def all_at_once(agent, rng):
    x, weight, runs, right, family, sizes = agent
    start = whole(x, weight, runs, right)
    drawn = rng.multinomial(len(sizes), np.full(len(sizes), 1 / len(sizes)), SAMPLES)
    count = np.empty((SAMPLES, len(x)), dtype=np.int64)
    for number, size in enumerate(sizes):
        of_family = family == number
        if size == 1:
            count[:, of_family] = drawn[:, number : number + 1]
        else:
            count[:, of_family] = rng.multinomial(drawn[:, number] * size, np.full(size, 1 / size))
    all_ = count * runs
    success = rng.binomial(all_, right / runs)
    keep = (success.sum(1) > 0) & (success.sum(1) < all_.sum(1))
    return ends(*fit(x, all_[keep] * weight, success[keep] * weight, start))


def one_by_one(agent, rng):
    x, weight, runs, right, family, sizes = agent
    start = whole(x, weight, runs, right)
    firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    rate = right / runs
    slopes, intercepts = [], []
    for _ in range(SAMPLES):
        families = rng.integers(len(sizes), size=len(sizes))
        of_size = sizes[families]
        tasks = np.repeat(firsts[families], of_size) + (
            rng.random(of_size.sum()) * np.repeat(of_size, of_size)
        ).astype(np.int64)
        all_ = runs[tasks]
        success = rng.binomial(all_, rate[tasks])
        if not 0 < success.sum() < all_.sum():
            continue
        w = weight[tasks]
        slope, intercept = fit(x[tasks], (all_ * w)[None, :], (success * w)[None, :], start)
        slopes.append(slope[0])
        intercepts.append(intercept[0])
    return ends(np.array(slopes), np.array(intercepts))


def least_ms(way, agents, times):
    taken = []
    for turn in range(times):
        rng = np.random.default_rng(SEED + turn)
        before = time.process_time()
        for agent in agents:
            way(agent, rng)
        taken.append((time.process_time() - before) * 1000)
    return min(taken)


def main():
    agents = {name: agent for name, agent in read(sys.argv[1]).items() if agent[3].any()}
    for name, agent in agents.items():
        for way in (one_by_one, all_at_once):
            p50, p80 = way(agent, np.random.default_rng(SEED))
            print(f"# {name}, {way.__name__}: p50 {p50[0]:.3g} to {p50[1]:.3g}, p80 {p80[0]:.3g} to {p80[1]:.3g}")
    print("one_by_one_ms", least_ms(one_by_one, agents.values(), 5))
    print("all_at_once_ms", least_ms(all_at_once, agents.values(), 25))


if __name__ == "__main__":
    main()
