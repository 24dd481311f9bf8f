"""Counts Halfday's figures again from what `halfday export` wrote, with numpy and scipy and by other code than
Halfday's, and holds them against what the program says. docs/statistics.md has the definitions.

    recount.py FOLDER

FOLDER holds export.json, now.txt (RFC 3339), and what the program says: stats.json, calibration.json, horizon.json,
could.json, stretch.json. Prints each difference; fails when there is one.
"""

import json
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from math import log, sqrt
from pathlib import Path

import numpy as np
from scipy import stats as sps
from scipy.special import expit

# Reasons that are the AI's own: everything else is left out (docs/statistics.md, "Whose failure").
OURS = {
    "auth", "billing", "spend_cap", "rate_limited", "overloaded", "server_error", "timeout", "stream_truncated",
    "agent_missing", "not_signed_in", "workspace_missing", "input_missing", "input_refused", "input_unsteady",
    "too_large", "copy_failed", "no_sandbox", "scope_refused", "disk_full", "conflict", "agent_exited",
    "suspected_injection", "sandbox_violation", "inconclusive",
}
ACCEPTED = {"accepted", "accepted_after_rework"}
MINUTE = 60_000
DAY = 24 * 60 * MINUTE


class Record:
    """The rows of the export that count, joined by hand."""

    def __init__(self, tables, now):
        self.zone = now.tzinfo
        self.now = int(now.timestamp() * 1000)
        alive = {j["id"]: j for j in tables["jobs"] if not j["is_sample"] and j["deleted_at"] is None}
        self.jobs = alive
        self.items = {i["id"]: i for i in tables["items"] if i["job_id"] in alive and not i["done_before"]}
        assigned = {a["id"]: a for a in tables["assignments"]}
        agents = {a["id"]: a for a in tables["agents"]}
        verdicts = {r["attempt_id"]: r for r in tables["reviews"] if r["withdrawn_at"] is None}
        self.attempts = defaultdict(list)
        for a in tables["attempts"]:
            if a["withdrawn_at"] is None and a["purpose"] == "work" and a["item_id"] in self.items:
                handed = assigned[a["assignment_id"]]
                a["handed"] = handed
                a["agent"] = agents.get(handed["agent_id"])
                a["review"] = verdicts.get(a["id"])
                a["verdict"] = a["review"] and a["review"]["verdict"]
                self.attempts[a["item_id"]].append(a)
        for tries in self.attempts.values():
            tries.sort(key=lambda a: a["number"])
        self.finishes = defaultdict(list)
        for f in tables["finishes"]:
            item = self.items.get(f["item_id"])
            counts = item and item["deleted_at"] is None and item["parent_id"] is None and item["status"] == "done"
            if f["withdrawn_at"] is None and counts:
                self.finishes[f["item_id"]].append(f)
        self.flips = {f["item_id"]: f for f in tables["coin_flips"] if f["withdrawn_at"] is None}
        self.asked = defaultdict(list)
        for question in tables["questions"]:
            self.asked[question["attempt_id"]].append(question["asked_at"])
        self.intervals = [
            v for v in tables["intervals"]
            if v["withdrawn_at"] is None and v["job_id"] in alive
            and (v["item_id"] is None or v["item_id"] in self.items)
        ]

    def is_done(self, item_id):
        item = self.items[item_id]
        return item["status"] == "done" and item["deleted_at"] is None

    def settled(self, item_id):
        """("ai", attempt) or ("me", finish), whichever came last, with its time; None while it is not done."""
        ends = []
        if self.is_done(item_id):
            for a in self.attempts[item_id]:
                if a["verdict"] in ACCEPTED:
                    ends.append((a["review"]["reviewed_at"], 0, "ai", a))
        for f in self.finishes[item_id]:
            ends.append((f["finished_at"], 1, "me", f))
        return max(ends, key=lambda e: e[:2]) if ends else None

    def is_unresolved(self, a):
        if a["verdict"] is not None:
            return False
        if a["ended_at"] is None:
            return a["nonce"] is not None and self.now - a["started_at"] >= DAY
        if a["outcome"] == "delivered":
            return self.items[a["item_id"]]["status"] != "in_review"
        return a["outcome"] == "stopped" and a["reason"] is None

    def first_tries(self):
        """(time, item, attempt, "right" | "wrong" | "unresolved") of each item that was tried."""
        for item_id, tries in self.attempts.items():
            for a in tries:
                if self.is_unresolved(a):
                    yield a["ended_at"] or a["started_at"], item_id, a, "unresolved"
                    break
                if a["ended_at"] is None:
                    continue
                if a["verdict"]:
                    right = a["verdict"] == "accepted" and (a["chat_rounds"] or 1) <= 1
                    yield a["review"]["reviewed_at"], item_id, a, "right" if right else "wrong"
                    break
                if a["outcome"] == "delivered":
                    break
                counts = (a["outcome"] == "failed" and a["reason"] not in OURS) or (
                    a["outcome"] == "stopped" and a["reason"] == "going_wrong"
                )
                if counts:
                    yield a["ended_at"], item_id, a, "wrong"
                    break

    def week(self, at):
        day = datetime.fromtimestamp(at / 1000, self.zone)
        year, number, _ = day.isocalendar()
        return f"{year}-W{number:02d}"


def wilson(rate, n, level=0.95):
    z = sps.norm.ppf(0.5 + level / 2)
    middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def first_time(rows):
    """rows: (job, kind of first try)."""
    judged = [(job, what == "right") for job, what in rows if what != "unresolved"]
    right, of = sum(r for _, r in judged), len(judged)
    figure = {"right": right, "of": of, "unresolved": len(rows) - of, "rate": None, "low": None, "high": None}
    if of >= 5:
        sizes = defaultdict(int)
        for job, _ in judged:
            sizes[job] += 1
        weight = [1 / sqrt(sizes[job]) for job, _ in judged]
        n_eff = sum(weight)
        rate = sum(w for w, (_, r) in zip(weight, judged) if r) / n_eff
        low, high = wilson(rate, n_eff)
        figure |= {"rate": right / of, "low": min(low, right / of), "high": max(high, right / of)}
    return figure


def share(jobs):
    """jobs: (minutes from AI, minutes listed)."""
    jobs = np.array([j for j in jobs if j[1] > 0], float)
    if len(jobs) < 3:
        return None
    ai, listed = jobs.sum(axis=0)
    value, k = ai / listed, len(jobs)
    if value in (0.0, 1.0):
        low, high = wilson(value, k)
        return {"value": value, "low": low, "high": high}
    without = (ai - jobs[:, 0]) / (listed - jobs[:, 1])
    se = sqrt((k - 1) / k * ((without - without.mean()) ** 2).sum())
    reach = sps.t.ppf(0.975, k - 1) * se / (value * (1 - value))
    middle = log(value / (1 - value))
    low, high = expit(middle - reach), expit(middle + reach)
    return {"value": value, "low": min(low, value), "high": max(high, value)}


def spent_on(record):
    """Minutes by item, or by job where no item is named, and kind."""
    spent = defaultdict(lambda: defaultdict(float))
    for v in record.intervals:
        item_id = v["item_id"]
        if item_id is None:
            spent[v["job_id"]][v["kind"]] += v["ms"] / MINUTE
            continue
        closed = record.jobs[v["job_id"]]["closed_at"]
        end = record.settled(item_id)
        later = closed is not None and v["started_at"] > closed and not (end and end[0] <= closed)
        if v["kind"] == "work" or not later:
            spent[item_id][v["kind"]] += v["ms"] / MINUTE
    return spent


def calibration(record, spent):
    timed = []
    for item_id in record.finishes:
        end = record.settled(item_id)
        if not end or end[2] != "me" or end[0] > record.now:
            continue
        f = end[3]
        if f["estimate_minutes"] and f["estimate_source"] != "rule" and spent[item_id]["work"] > 0:
            timed.append((record.items[item_id]["job_id"], f["estimate_minutes"], spent[item_id]["work"]))
    if not timed:
        return None
    jobs = defaultdict(lambda: [0.0, 0.0])
    for job, estimate, actual in timed:
        jobs[job][0] += estimate
        jobs[job][1] += actual
    sums = np.array(list(jobs.values()))
    estimate, actual = sums.sum(axis=0)
    units = sums if len(sums) > 1 else np.array([row[1:] for row in timed], float)
    left = np.log((actual - units[:, 1]) / (estimate - units[:, 0]))
    k = len(units)
    reach = sps.t.ppf(0.975, k - 1) * sqrt((k - 1) / k * ((left - left.mean()) ** 2).sum())
    low, high = actual / estimate * np.exp([-reach, reach])
    ratios = np.array([actual / estimate for _, estimate, actual in timed])
    return {
        "ratio": sums[:, 1].sum() / sums[:, 0].sum(), "low": low, "high": high, "items": len(timed), "jobs": len(sums),
        "median_ratio": float(np.median(ratios)),
        "mean_abs_log2": float(np.abs(np.log2(ratios)).mean()),
        "within_twice": float((np.abs(np.log2(ratios)) <= 1).mean()),
    }


def account(record, spent, job):
    """One closed job."""
    closed = job["closed_at"]
    sums = defaultdict(float)
    theirs = defaultdict(float)
    tried = 0
    for item_id, item in record.items.items():
        if item["job_id"] != job["id"]:
            continue
        for kind in ("brief", "review", "rework"):
            sums[kind] += spent[item_id][kind]
        end = record.settled(item_id)
        tries = record.attempts[item_id]
        if end and end[0] > closed:
            end = None
        source = None
        if record.settled(item_id) and record.settled(item_id)[2] == "ai":
            source = record.settled(item_id)[3]["handed"]["estimate_source"]
        else:
            ended = [a for a in tries if a["ended_at"] is not None]
            finishes = sorted(record.finishes[item_id], key=lambda f: f["finished_at"])
            if ended:
                source = ended[-1]["handed"]["estimate_source"]
            elif finishes:
                source = finishes[-1]["estimate_source"]
        undone = any(a["verdict"] in ACCEPTED for a in tries) and not record.is_done(item_id)
        seen = [a for a in tries if a["ended_at"] is not None or record.is_unresolved(a)]
        if source != "rule":
            for kind in ("brief", "review", "rework"):
                theirs[kind] += spent[item_id][kind]
            if not undone and any(a["started_at"] <= closed for a in seen):
                tried += 1
        if not end:
            continue
        what = end[3]
        minutes = what["handed"]["estimate_minutes"] if end[2] == "ai" else what["estimate_minutes"]
        if minutes is None:
            continue
        sums["listed"] += minutes
        if end[2] == "ai":
            sums["ai"] += max(0.0, minutes - spent[item_id]["rework"])
            if source != "rule":
                theirs["accepted"] += minutes
    for kind in ("brief", "review", "rework"):
        sums[kind] += spent[job["id"]][kind]
        if tried:
            theirs[kind] += spent[job["id"]][kind]
    return sums, theirs, tried


def period(record, accounts, tries, costs, calibrated):
    total = lambda key: sum(sums[key] for sums, _, _ in accounts)
    figures = {
        "listed_minutes": total("listed"), "ai_minutes": total("ai"), "own_minutes": total("listed") - total("ai"),
        "jobs_closed": len(accounts),
        "share": share([(sums["ai"], sums["listed"]) for sums, _, _ in accounts]),
        "first_time": first_time([(record.items[item]["job_id"], what) for _, item, _, what in tries]),
        "brief_minutes": total("brief"), "review_minutes": total("review"), "rework_minutes": total("rework"),
        "cost_nano": sum(costs) if costs else None,
        "saved": None,
    }
    if calibrated and calibrated["items"] >= 10 and sum(tried for _, _, tried in accounts):
        took = sum(theirs[kind] for _, theirs, _ in accounts for kind in ("brief", "review", "rework"))
        accepted = sum(theirs["accepted"] for _, theirs, _ in accounts)
        figures["saved"] = {
            "low": calibrated["low"] * accepted - took,
            "mid": calibrated["ratio"] * accepted - took,
            "high": calibrated["high"] * accepted - took,
        }
    return figures


def weeks(record, said):
    spent = spent_on(record)
    calibrated = calibration(record, spent)
    accounts, tries, costs = defaultdict(list), defaultdict(list), defaultdict(list)
    for job in record.jobs.values():
        if job["closed_at"] is not None:
            accounts[record.week(job["closed_at"])].append(account(record, spent, job))
    for row in record.first_tries():
        tries[record.week(row[0])].append(row)
    for attempts in record.attempts.values():
        for a in attempts:
            cost = a["reported_cost_nano"] if a["reported_cost_nano"] is not None else a["computed_cost_nano"]
            if a["ended_at"] is not None and cost is not None:
                costs[record.week(a["ended_at"])].append(cost)
    names = [w["week"] for w in said["weeks"]]
    every = lambda rows: [row for name in names for row in rows[name]]
    yield from ((name, period(record, accounts[name], tries[name], costs[name], calibrated)) for name in names)
    yield "total", period(record, every(accounts), every(tries), every(costs), calibrated)


def horizon(record, drawn):
    """The Bayesian grid of the length right first time with even chances, in minutes; of what chance drew, or the rest."""
    rows = []
    for _, item, a, what in record.first_tries():
        minutes = a["handed"]["estimate_minutes"]
        by_chance = record.flips.get(item, {}).get("arm") == "hand_over"
        if what != "unresolved" and minutes and a["handed"]["estimate_source"] != "rule" and by_chance == drawn:
            rows.append((record.items[item]["job_id"], np.log2(minutes), what == "right"))
    sizes = defaultdict(int)
    for job, _, _ in rows:
        sizes[job] += 1
    x = np.array([r[1] for r in rows])
    y = np.array([r[2] for r in rows])
    w = np.array([1 / sqrt(sizes[r[0]]) for r in rows])
    h = np.arange(-8, 20 + 1e-9, 0.05)
    u = np.arange(log(0.5) - 2.8, log(0.5) + 2.8 + 1e-9, 0.05)
    post = sps.norm.logpdf(h, np.log2(60), 3)[:, None] + sps.norm.logpdf(u, log(0.5), 0.7)[None, :]
    beta = np.exp(u)
    for xi, yi, wi in zip(x, y, w):
        z = beta[None, :] * (h[:, None] - xi)
        post += wi * (-np.logaddexp(0, -z) if yi else -np.logaddexp(0, z))
    mass = np.exp(post - post.max())
    mass /= mass.sum()

    def quantiles(values, mass):
        order = np.argsort(values, kind="stable")
        values, mass = values[order], mass[order]
        at, first = np.unique(np.round(values, 9), return_index=True)
        mass = np.add.reduceat(mass, first)
        cdf = np.cumsum(mass) - mass / 2
        return [float(2 ** np.interp(q, cdf, at)) for q in (0.05, 0.5, 0.95)]

    h80 = (h[:, None] - log(4) / beta[None, :]).ravel()
    return {
        "n": len(rows), "right": int(y.sum()),
        "h50": quantiles(h, mass.sum(axis=1)), "h80": quantiles(h80, mass.ravel()),
    }


def by_size(rows):
    """rows: (job, minutes, chance of being drawn, usable). Rate and its range."""
    weight = np.array([minutes / chance for _, minutes, chance, _ in rows], float)
    usable = np.array([u for *_, u in rows], float)
    sizes = defaultdict(int)
    for job, *_ in rows:
        sizes[job] += 1
    alike = np.mean([1 / sqrt(sizes[job]) for job, *_ in rows])
    rate = (weight * usable).sum() / weight.sum()
    low, high = wilson(rate, weight.sum() ** 2 / (weight**2).sum() * alike)
    return rate, min(low, rate), max(high, rate)


def could(record):
    """What AI could have done of what came up: what was chosen, and what a coin handed over for what was kept."""
    chosen, drawn, kept = [], [], 0
    for _, item, a, what in record.first_tries():
        minutes = a["handed"]["estimate_minutes"]
        if what == "unresolved" or minutes is None:
            continue
        grade = 2 if what == "right" else 1 if a["verdict"] in ACCEPTED else 0
        flip = record.flips.get(item)
        by_coin = flip is not None and flip["arm"] == "hand_over"
        row = (record.items[item]["job_id"], minutes, flip["probability"] if by_coin else 1.0, grade)
        (drawn if by_coin else chosen).append(row)
        kept += minutes if by_coin else 0
    for item_id in record.items:
        end = record.settled(item_id)
        if end and end[2] == "me" and not record.attempts[item_id]:
            kept += end[3]["estimate_minutes"] or 0
    handed = sum(row[1] for row in chosen)
    part = lambda rows: {
        "as_is": sum(r[3] == 2 for r in rows), "after_fix": sum(r[3] == 1 for r in rows), "of": len(rows),
        "minutes": float(sum(r[1] for r in rows)),
    }

    def share(least):
        if len(drawn) < 5:
            return None
        parts = [(minutes / (handed + kept), by_size([(*row[:3], row[3] >= least) for row in rows]))
                 for minutes, rows in ((handed, chosen), (kept, drawn)) if minutes]
        value = sum(part * rate for part, (rate, _, _) in parts)
        below = sqrt(sum((part * (rate - low)) ** 2 for part, (rate, low, _) in parts))
        above = sqrt(sum((part * (high - rate)) ** 2 for part, (rate, _, high) in parts))
        return {"value": value, "low": max(0.0, value - below), "high": min(1.0, value + above)}

    return {
        "chosen": part(chosen), "drawn": part(drawn), "kept_minutes": float(kept),
        "chosen_share": handed / (handed + kept), "could": share(1), "could_as_is": share(2),
        "needs_drawn": max(0, 5 - len(drawn)),
    }


def spells(record):
    """(agent, job, frozen minutes, what ended the stretch) of each attempt somebody judged."""
    for item_id, tries in record.attempts.items():
        for a in tries:
            if a["ended_at"] is None:
                continue
            rounds, minutes, ended, part = max(1, a["chat_rounds"] or 1), a["handed"]["estimate_minutes"], None, 1.0
            if record.asked[a["id"]]:
                wall = a["ended_at"] - a["started_at"]
                part = min(1.0, (min(record.asked[a["id"]]) - a["started_at"]) / wall) if wall > 0 else 1.0
                ended = "question"
            elif rounds > 1:
                part, ended = 1 / rounds, "round"
            elif a["verdict"]:
                ended = {"accepted": None, "accepted_after_rework": "rework", "rejected": "rejection"}[a["verdict"]]
            elif a["outcome"] == "failed":
                ended = None if a["reason"] in OURS else "failure"
            elif a["outcome"] == "stopped" and a["reason"]:
                ended = "stop" if a["reason"] == "going_wrong" else None
            elif a["outcome"] != "lost":
                continue
            length = None if minutes is None else minutes * part
            yield a["agent"]["name"], record.items[item_id]["job_id"], length, ended


def survival(rows):
    """Kaplan and Meier with weights; rows: (job, length, ended). Median with Brookmeyer and Crowley's range."""
    sizes = defaultdict(int)
    for job, _, _ in rows:
        sizes[job] += 1
    length = np.array([r[1] for r in rows])
    ended = np.array([r[2] for r in rows])
    weight = np.array([1 / sqrt(sizes[r[0]]) for r in rows])
    z = sps.norm.ppf(0.975)
    alive, variance, lines = 1.0, 0.0, []
    for at in np.unique(length[ended]):
        risk, ends = weight[length >= at].sum(), weight[ended & (length == at)].sum()
        alive *= max(0.0, 1 - ends / risk)
        variance = variance + ends / (risk * (risk - ends)) if risk - ends > 1e-9 else np.inf
        if alive <= 1e-12 or not np.isfinite(variance):
            low, high = 0.0, max(alive, 0.0)
        else:
            reach = np.exp(z * sqrt(variance) / abs(log(alive)))
            low, high = alive**reach, alive ** (1 / reach)
        lines.append((at, alive, low, high))
    first = lambda column: next((float(line[0]) for line in lines if line[column] <= 0.5), None)
    shown, median = len(rows) >= 5, first(1)
    return {
        "of": len(rows), "ended": int(ended.sum()), "median": median if shown else None,
        "low": first(2) if shown else None, "high": first(3) if shown and median is not None else None,
        "record": max((float(x) for x, e in zip(length, ended) if not e), default=None),
    }


def stretches(record):
    every = list(spells(record))
    for agent in [None, *sorted({row[0] for row in every})]:
        rows = [row for row in every if agent in (None, row[0])]
        ended = defaultdict(int)
        for row in rows:
            if row[3]:
                ended[row[3]] += 1
        known = [(job, length, why is not None) for _, job, length, why in rows if length is not None]
        yield agent, {"frozen_minutes": survival(known) if known else None, "ended_by": dict(ended)}


class Differences:
    def __init__(self):
        self.compared, self.found = 0, []

    def hold(self, where, ours, said, within=1e-9):
        if isinstance(ours, dict):
            for key, value in ours.items():
                if said is None:
                    self.found.append(f"{where}: {ours} here, nothing there")
                    return
                self.hold(f"{where}.{key}", value, said.get(key, "missing"), within)
            return
        self.compared += 1
        if ours is None or said is None or isinstance(said, str):
            if ours is not said:
                self.found.append(f"{where}: {ours} here, {said} there")
        elif abs(ours - said) > within * max(1.0, abs(ours)):
            self.found.append(f"{where}: {ours} here, {said} there")


def main(folder):
    read = lambda name: json.loads((folder / name).read_text())
    record = Record(read("export.json")["tables"], datetime.fromisoformat((folder / "now.txt").read_text().strip()))
    said = read("stats.json")
    differences = Differences()
    for (name, ours), theirs in zip(weeks(record, said), [*said["weeks"], said["total"]]):
        differences.hold(name, ours, theirs)
    calibrated, theirs = calibration(record, spent_on(record)), read("calibration.json")
    for part, keys in (("calibration", ("ratio", "low", "high", "items", "jobs")),
                       ("errors", ("median_ratio", "mean_abs_log2", "within_twice"))):
        differences.hold(part, {key: calibrated[key] for key in keys}, theirs[part])
    theirs = read("horizon.json")
    for name in ("chosen", "drawn"):
        ours = horizon(record, name == "drawn")
        differences.hold(f"horizon.{name}", {key: ours[key] for key in ("n", "right")}, theirs[name])
        # The grid's own tolerance, in doublings; what the gate holds back is not there.
        for level in ("h50", "h80"):
            for end, minutes in zip(("low", "mid", "high"), ours[level]):
                if theirs[name][level] is not None:
                    differences.hold(f"horizon.{name}.{level}.{end}", float(np.log2(minutes)),
                                     float(np.log2(theirs[name][level][end])), 0.02)
    differences.hold("could", could(record), read("could.json")["could"])
    agents = {line["agent"]: line for line in read("stretch.json")["agents"]}
    for agent, ours in stretches(record):
        differences.hold(f"stretch.{agent}", ours, agents.get(agent))
    for line in differences.found:
        print(line)
    print(f"{differences.compared} numbers compared, {len(differences.found)} differ")
    return not differences.found and differences.compared > 0


if __name__ == "__main__":
    sys.exit(0 if main(Path(sys.argv[1])) else 1)
