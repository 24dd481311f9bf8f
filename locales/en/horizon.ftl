### The horizon, doing it again, and the laboratory. Numbers, lengths of time and ranges come in as text.

## What is wrong with a run file

error-input-gzip-damaged = The packed file breaks off or is damaged
hint-input-gzip-damaged = Get it again, or unpack it first and give the plain CSV
error-input-runs-too-large = The file is too large
hint-input-runs-too-large = Up to 64 MB are read, 512 MB unpacked; leave out columns or agents you do not need
error-input-runs-not-text = Line { $line } is not text in UTF-8
hint-input-runs-not-text = Save the table as CSV in UTF-8
error-input-runs-empty = There are no rows in it
hint-input-runs-empty = The first line names the columns; each line after it is a row
error-input-column-missing = There is no column “{ $column }” in line 1
hint-input-column-missing = `halfday help lab horizon`, `doubling` or `reliability` names the columns; others are passed over
error-input-row-uneven = Line { $line } has more or fewer columns than line 1
hint-input-row-uneven = A text with a comma in it stands in double quotes
error-input-cell-unusable = Line { $line }, column “{ $column }”: “{ $value }” cannot be used
hint-input-cell-unusable = Minutes are above 0, counts whole numbers with no more right than tried, scores 0 or 1, days like 2026-11-16

## Help

help-lab = The same statistics on anybody's run files
help-lab-horizon = How long the work is that agents get right half the time
help-lab-horizon-file = CSV, also gzip: agent, task_id, family, human_minutes and score_binarized, or n_runs and n_successes
help-lab-horizon-method = metr: METR's regression; bayes: also the way your own horizon is counted
help-lab-horizon-reg = Strength of the penalty on the slope (1e-5)
help-lab-horizon-bootstrap = Samples for the ranges, 0 for none (1000)
help-lab-horizon-seed = The same number gives the same ranges (42)
help-lab-doubling = How fast horizons double
help-lab-doubling-file = CSV, also gzip: agent, release_date, p50_minutes
help-lab-doubling-since = Only agents released on or after this day
help-lab-doubling-sota = Only agents at least as good as all before them
help-lab-reliability = How often the same comes right again
help-lab-reliability-file = CSV, also gzip: item, n (runs), c (right ones)
help-stats-horizon = How long the items are that AI gets right for you
help-stats-horizon-agent = Only this agent, by its exact name
help-stats-horizon-family = Only this family of models
help-stats-horizon-kind = Only this kind of work
help-stats-reliability = How often the same comes right again, over trials

## The laboratory

terminal-lab-agent = agent
terminal-lab-tasks = tasks
terminal-lab-runs = runs
terminal-lab-half = right half the time
terminal-lab-four-fifths = right 4 times of 5
terminal-lab-with-range = { $value } ({ $range })
terminal-lab-all-failed = nothing was right
terminal-lab-all-succeeded = everything was right: longer than anything tried
terminal-lab-rising = longer tasks went no worse: no horizon
terminal-lab-horizon-foot = The length of work, in a person's minutes; in brackets 95% of the samples. METR's method (arXiv:2503.14499).
terminal-lab-posterior = As your own horizon is counted, 90% range
terminal-lab-gate-shut = not enough to say
terminal-lab-doubling = { $count ->
    [one] Doubles every { $days } days, likely { $low } to { $high }; { $count } agent.
   *[other] Doubles every { $days } days, likely { $low } to { $high }; { $count } agents.
}
terminal-lab-doubling-few = { $count ->
    [one] { $count } agent: a line needs three.
   *[other] { $count } agents: a line needs three, of more than one day.
}
terminal-lab-doubling-unclear = { $count ->
    [one] No clear trend; { $count } agent.
   *[other] No clear trend; { $count } agents.
}
terminal-lab-r2 = The line explains { $r2 } of the variance (R²).
terminal-lab-left-out = { $count ->
    [one] { $count } agent without a horizon above 0 is left out.
   *[other] { $count } agents without a horizon above 0 are left out.
}
terminal-lab-k = k
terminal-lab-items = items
terminal-lab-all-right = all k right
terminal-lab-one-right = one of k right
terminal-lab-item = item
terminal-lab-right-of = right
terminal-lab-next = the next, all right
terminal-lab-reliability-foot = Over items that were run at least k times.

## One's own horizon

terminal-horizon-chosen = Items you chose to hand over
terminal-horizon-drawn = Items chance handed over
terminal-horizon-trend = Change
terminal-horizon-rests = Right first time: { $count }.
terminal-horizon-half = Right half the time at { $length }.
terminal-horizon-four-fifths = Right four times of five at { $length }.
terminal-horizon-at-least = Everything was right: half the time at least at { $length }.
terminal-horizon-at-most = Nothing was right: half the time at most at { $length }.
terminal-horizon-beyond = Beyond what you tried; your longest was { $length }.
terminal-horizon-not-falling = Longer items went no worse than short ones: there is no length at which it breaks off.
terminal-horizon-not-enough = Not enough yet. It usually takes 25 to 40 verdicts, more when many are of the same jobs.
terminal-horizon-left-out = { $count ->
    [one] { $count } item is left out: its minutes are our guess, or nobody's.
   *[other] { $count } items are left out: their minutes are our guess, or nobody's.
}
terminal-horizon-foot = The length finished to your standard, in your minutes, not how long AI can work alone. In brackets: 90% range.
terminal-horizon-foot-chosen = Whoever chooses the easy ones sees a longer horizon; what chance hands over does not.
terminal-missing-tries = { $have } of { $need } verdicts with minutes of your own
terminal-missing-right = { $have } of { $need } right first time
terminal-missing-not-right = { $have } of { $need } not right
terminal-missing-lengths = lengths too alike: the longest should be { $need } times the shortest
terminal-missing-range = still too wide: { $have } doublings, { $need } at most
terminal-missing-weeks = { $have } of { $need } weeks between the first and the last
terminal-trend = In 6 months between { $low } and { $high } doublings, if it goes on like this.
terminal-trend-unclear = The range holds no change at all, too.
terminal-trend-doubling = It doubles every { $low } to { $high } days.
terminal-trend-halving = It halves every { $low } to { $high } days.

## Doing it again

terminal-again-empty = Nothing was done twice yet. Use a list again (`halfday again JOB`), so that the same items come up.
terminal-again-streaks = Clean in a row that prove it: { $streaks }.
