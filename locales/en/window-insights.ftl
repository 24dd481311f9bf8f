### Insights and experiments: the page of the person's numbers. Numbers, durations and dates arrive as finished text.

window-nav-insights = Insights
window-key-go-insights = Go to Insights
window-insights-failed = The numbers could not be read
window-insights-empty = Your numbers appear here
window-insights-empty-body = How much AI does of your work, how often it is right first time, and up to which length. Hand over an item and give a verdict; percent appears at 5 verdicts, the length chart at 12 (with at least 3 right and 3 not).
window-insights-empty-do = New job
window-insights-tabs = Parts of Insights
window-insights-numbers = Numbers
window-insights-experiments = Experiments
window-insights-filters = Which part of the record
window-insights-weeks = Weeks
window-insights-last = { $weeks ->
    [one] Last week
   *[other] Last { $weeks } weeks
}
window-insights-kind = Kind
window-insights-kinds = All kinds
window-insights-agent = Agent
window-insights-agents = All agents
window-insights-family = Family of models
window-insights-families = All families
window-insights-length = Length
window-insights-lengths = All lengths
window-insights-everything = Show everything
window-insights-hide = Hide titles
window-insights-figures = Figures
window-insights-pictures = Pictures
window-insights-open-rows = show what is behind it
window-picture-failed = The picture could not be drawn
window-picture-walk = { $count ->
    [one] 1 mark: arrows walk them, Enter opens what is behind
   *[other] { $count } marks: arrows walk them, Enter opens what is behind
}
window-picture-rest = Point at a mark, or Tab to the picture and use the arrows.
window-picture-value = { $label }: { $value }
window-picture-table = Same numbers as a table
window-picture-save = Save picture
window-picture-save-what = Save picture: { $title }
window-picture-save-as = Save the picture
window-rows-failed = The rows could not be read
window-rows-none = These rows were deleted since.
window-rows-more = Show { $count } more
window-rows-in = in: { $job }
window-rows-open = Open { $ref }

window-report-save-as = Save as
window-report-save-report = Save the report

window-experiments-trials = Same job again
window-experiments-trials-why = Jobs from one list side by side: rebuilding the list is the point.
window-experiments-trials-none = No list was used twice yet. Save a finished job as a list and use it again.
window-experiments-trials-pick = The list
window-experiments-trials-failed = The trials could not be read
window-experiments-trial = Trial
window-experiments-share = AI’s part
window-experiments-spent = Your minutes
window-experiments-first = Right first time
window-experiments-stretch = Without you
window-experiments-cost = Cost
window-experiments-list = The list
window-experiments-added = new: { $titles }
window-experiments-removed = gone: { $titles }
window-experiments-open = still open
window-experiments-unknown = unknown
window-experiments-templates = Templates
window-experiments-bench-title = My ladder
window-experiments-bench-why = Your own items, run by an agent a fixed number of times in copies. Nothing of it counts as work.
window-experiments-bench-none = Nothing on the ladder yet. Choose finished items of different lengths and an agent.
window-experiments-bench-failed = The ladder could not be read
window-experiments-bench-item = Item
window-experiments-bench-length = Length
window-experiments-bench-agent = Agent
window-experiments-bench-right = Right
window-experiments-bench-waiting = { $count ->
    [one] 1 run has not begun.
   *[other] { $count } runs have not begun.
}
window-experiments-bench-judge = Judge { $count }
window-experiments-bench-add = Put items on the ladder
window-experiments-bench-refs = Items, by number
window-experiments-bench-refs-hint = For example 12.3, 12.4
window-experiments-bench-times = Runs of each
window-experiments-bench-plan = Plan the runs
window-experiments-bench-planned = Planned.
window-experiments-no-agent = No agent is set up that can work by itself. See Settings, AI connections.
window-experiments-blind-title = Blind comparison
window-experiments-blind-why = Two deliverables of one item, without names until you have chosen.
window-experiments-blind-item = Item, by number
window-experiments-blind-begin = Compare
window-experiments-blind-a = Deliverable A
window-experiments-blind-b = Deliverable B
window-experiments-blind-asked = What was asked for
window-experiments-blind-which = Which is better?
window-experiments-blind-better-a = A is better
window-experiments-blind-better-b = B is better
window-experiments-blind-tie = No difference
window-experiments-blind-file = Save a file for a colleague
window-experiments-blind-file-title = Save the comparison
window-experiments-blind-code = Code from a colleague
window-experiments-blind-take = Take the code
window-experiments-blind-again = Compare another
window-experiments-figures-failed = The experiments could not be counted

window-invited = Picked by chance
window-invited-take = Let AI try it too
window-invited-refuse = Not this one
window-invited-impossible = No AI could
window-invited-taken = AI tries it too: { $title }
window-invited-noted = Noted: { $title }
window-invited-judge = What AI made of it
window-invited-judge-why = You have done it yourself. Would you have used this?
window-invited-as-is = As it is
window-invited-after-fix = After a fix
window-invited-no = No
window-invited-show = Show it
window-follow-up = Did it hold?
window-follow-up-held = It held
window-follow-up-wrong = It was wrong
window-follow-up-noted = Noted: { $title }

### Said by the core.

insights-not-yet = not yet
insights-week-rule = Weeks begin on Monday. The running week is in the counts and never in an average.
insights-beyond-work = Of all kinds and lengths
insights-beyond-agent = Of all agents
insights-beyond-all = Of all kinds, lengths and agents
insights-few = { $of ->
    [0] Nothing judged in this part of the record. Percent appears at 5 verdicts, the length chart at 12 (with at least 3 right and 3 not).
   *[other] { $count } right so far. Percent appears at 5, the length chart at 12 (with at least 3 right and 3 not).
}
insights-agent-clipboard = by hand, in a chat
insights-trials-of = { $title } ({ $count })

insights-share = Handed over
insights-share-of = { $ai } of { $listed }
insights-share-needs = Percent from 3 closed jobs on
insights-share-none = No closed job in this part of the record
insights-share-how = AI’s part of the minutes listed and finished in closed jobs
insights-share-how-of = { $ai } of { $listed } listed and finished in closed jobs
insights-first = Right first time
insights-first-rate = { $rate }, likely { $range }
insights-first-few = Percent from 5 on
insights-first-how = First attempts accepted as they came, of those judged
insights-first-how-lost = { $count ->
    [one] First attempts accepted as they came, of those judged; 1 more was never resolved
   *[other] First attempts accepted as they came, of those judged; { $count } more were never resolved
}
insights-saved = Saved a week
insights-saved-weeks = { $count ->
    [one] over 1 full week
   *[other] over { $count } full weeks
}
insights-saved-no-week = After the first full week with a closed job
insights-saved-uncalibrated = Uncalibrated: { $have } of { $need } items of your own timed
insights-saved-nothing = Nothing with your own minutes was handed over
insights-saved-how = Likely range, after your briefing, review and rework; the running week is left out
insights-length = Half are right at
insights-length-flat = Longer items did no worse
insights-length-how = Length finished to your standard, of items you chose to hand over
insights-at-least = at least { $time }
insights-at-most = at most { $time }
insights-at-least-likely = likely at least { $time }
insights-beyond-tried = beyond { $time }
insights-could = Could be handed over
insights-could-needs = { $count ->
    [one] 1 more item drawn by chance needs a verdict
   *[other] { $count } more items drawn by chance need a verdict
}
insights-could-how = Also of what you kept: from items drawn by chance
insights-stretch = Works without you
insights-stretch-most = mostly to the end
insights-stretch-record = longest { $time }
insights-stretch-how = Your minutes done before the first question, stop, failure, rejection or rework; half go on longer
insights-whole = Whole jobs
insights-whole-as-one = { $count ->
    [one] 1 handed over as one
   *[other] { $count } handed over as one
}
insights-whole-how = Closed jobs in which everything handed over was accepted
insights-again = Handed over again
insights-again-how = The next time a kind came up after it was handed over
insights-standing = Still standing
insights-standing-rate = { $rate }, likely { $range }, after { $days } days
insights-standing-days = after { $days } days
insights-standing-none = Asked 7 and 30 days after a verdict
insights-standing-how = { $accepted } accepted, { $wrong } turned out wrong since
insights-cost = Cost of an accepted item
insights-cost-at-least = at least { $amount }
insights-cost-unknown = unknown
insights-cost-total = { $amount } for { $items } accepted
insights-cost-how = Attempts with a cost reported: { $reported }, computed: { $computed }, unknown: { $unknown }

insights-job-closed = Closed
insights-job-open = Open
insights-rows-items = { $count ->
    [one] 1 item
   *[other] { $count } items
}
insights-rows-jobs = { $count ->
    [one] 1 job
   *[other] { $count } jobs
}
