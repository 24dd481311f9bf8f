### The weekly report and the result card. Numbers, durations and dates arrive as finished text.

report-title = Weekly handoff report
report-when = { $dates } ({ $week })
report-running = this week is not over
report-headline = Of { $listed } of work listed and finished here, { $ai } came from AI ({ $share }).
report-headline-no-share = Of { $listed } of work listed and finished here, { $ai } came from AI.
report-share-range =
    { $jobs ->
        [one] From { $jobs } closed job
       *[other] From { $jobs } closed jobs
    }, likely { $range }.
report-share-too-few =
    { $jobs ->
        [one] From { $jobs } closed job
       *[other] From { $jobs } closed jobs
    }; a percentage needs { $needed }.
report-nothing-closed = No job was closed this week, so there are no hours to divide yet.
report-closed-without-minutes = Nothing with minutes was finished in the jobs closed this week.
report-first-time = { $right } of { $of } right first time: { $rate }, likely { $range }.
report-first-time-few = { $right } of { $of } right first time; a percentage needs { $needed }.
report-first-time-none = No first attempt was judged this week.
report-unresolved =
    { $count ->
        [one] { $count } more was handed over and never resolved; had it failed
       *[other] { $count } more were handed over and never resolved; had they failed
    }: { $figure }.
report-figure = { $right } of { $of }, { $rate }, likely { $range }
report-figure-few = { $right } of { $of }
report-short = No verdicts this week.
report-short-why = Nothing that AI delivered was accepted or rejected and no job was closed, so there is nothing to count.
report-short-next = Judge what waits for you, or close a job, and its numbers appear here.

report-saved = Saved, after your own time
report-saved-felt = You felt: { $felt }
felt-saved-lost = time lost
felt-saved-nothing = nothing saved
felt-saved-half_hour = ½ h saved
felt-saved-hour = 1 h saved
felt-saved-two_hours = 2 h or more saved
report-saved-range = likely { $range }
report-saved-less-brief = − { $time } brief
report-saved-less-review = − { $time } review
report-saved-less-rework = − { $time } rework
report-saved-worth = { $worth }: { $accepted } of accepted items × { $ratio }, your clock against your estimates ({ $items } items)
report-saved-uncalibrated = not calibrated yet
report-saved-missing = Needs { $needed } own items with minutes; { $have } so far.
report-saved-untimed = None of your own time on them was recorded.
report-saved-accepted = { $accepted } accepted
report-saved-nothing = nothing to count
report-saved-nothing-why = No item with your own minutes was handed over in the jobs closed this week.

report-compare = 4 weeks against the 4 before
report-compare-cannot = cannot tell yet
report-compare-needs = Each side needs { $jobs } closed jobs.
report-compare-share = { $after } against { $before } from AI; { $word }
report-compare-first = right first time { $after } against { $before }; { $word }
report-more = more than before
report-less = less than before
report-better = better
report-worse = worse
report-chance = could be chance

report-again = Handed over again
report-again-what = next times a kind of work came up
report-again-none = none came up
report-again-none-what = No kind of work that was handed over before came up this week.

report-share-chart = AI’s part of closed jobs, week by week
report-share-chart-rose = AI’s part of closed jobs rose in the last 4 weeks
report-share-chart-fell = AI’s part of closed jobs fell in the last 4 weeks
report-share-chart-none = A percentage needs { $needed } jobs closed in one week.
report-share-chart-desc = { $weeks } weeks up to { $last }. The same numbers are in the table below.
report-no-share = too few jobs
report-time-chart = Where the { $worth } went
report-time-chart-how = what the accepted items would have taken you
report-own-chart = Your own time on AI’s work: { $spent }
report-own-chart-how = in the jobs closed this week
report-part-saved = saved
report-part-brief = brief
report-part-review = review
report-part-rework = rework
report-table = The same numbers as a table
report-column-week = Week
report-column-jobs = Jobs
report-column-share = From AI
report-column-range = Likely
report-column-ai = AI
report-column-listed = Listed
report-column-first = Right first time
report-column-rate = Percent (likely)
report-rate = { $rate } ({ $range })
report-column-part = Part
report-column-time = Time

report-next = Hand over next
report-next-how = kinds you kept in the last 4 weeks; savings at their low end (10%)
report-column-own = Your time
report-column-saves = Saves at least

report-kinds = By kind
report-column-kind = Kind
report-column-ai-time = From AI
report-kind-own-hidden = your own kinds
report-kinds-more =
    { $count ->
        [one] and { $count } more kind
       *[other] and { $count } more kinds
    }
report-few = few tries
report-missed = Not right first time ({ $count })
report-column-reason = Reason
report-column-times = Times
report-column-which = Which
report-missed-none = Every first attempt judged this week was right.
report-missed-more = and { $count } more
report-missed-hidden = { $kind }, { $minutes }
report-reason-after-rework = needed rework
report-reason-rounds = more than one answer in the chat
report-reason-going-wrong = you stopped it: going wrong
report-reason-unsaid = no reason kept
report-reason-failed-provider = provider trouble
report-reason-failed-setup = set-up
report-reason-failed-model = model gave no usable answer
report-reason-failed-process = got stuck
report-reason-failed-verify = did not pass the checks
report-reason-failed-budget = budget used up
report-reason-failed-outside = outside trouble
report-reason-failed-safety = paused for safety
report-reason-changed-mind = you changed your mind
report-reason-app-closed = app was closed
report-reason-never-sent = never sent
report-reason-lost = run was lost
report-whole = Jobs closed: { $jobs }; handed over whole and accepted: { $whole }.
report-all-accepted = Jobs closed: { $jobs }; with every AI item accepted: { $all }.
report-cost = Cost of the attempts that ended this week: { $cost } ({ $known } of { $attempts } known).

report-how-title = How this is counted
report-how-minutes = Minutes are what each item would have taken you, frozen before it was handed over or begun.
report-how-guessed = ≈ { $guessed } of them are the program’s guess.
report-how-without =
    { $count ->
        [one] { $count } finished item has no minutes and is in no sum.
       *[other] { $count } finished items have no minutes and are in no sum.
    }
report-how-first = Right first time: the first attempt that counts, accepted at its first answer.
report-how-ranges = Ranges are 95% and allow for items of one job being alike.
report-how-excluded = Left out: samples, undone entries, items done before, trials, and failures that were not AI’s doing.
report-how-left-out = This week: { $list }.
report-how-hidden = Titles are hidden.
report-foot = Halfday { $version } · weeks begin on Monday, { $zone } · made { $date }
report-edition = edition { $edition }, issued { $date }
report-changed = Changed since it was issued on { $date }: { $list }.
report-changed-between = {"; "}
report-changed-figure = { $what } { $before } → { $now }
report-changed-too-few = too few
report-changed-listed = listed and finished
report-changed-from-ai = from AI
report-changed-jobs = jobs closed
report-changed-share = AI’s share
report-changed-right = right first time
report-changed-judged = judged
report-changed-saved = saved
