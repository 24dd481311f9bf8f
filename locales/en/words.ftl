### The words everybody shares: states, verdicts, kinds, reasons.

app-name = Halfday
person-me = me

status-open = To do
status-queued = Queued
status-working = Working
status-waiting-question = Needs your answer
status-waiting-permission = Needs your permission
status-waiting-paste = Waiting for your paste
status-waiting-budget = Budget used up: needs you
status-waiting-limit = Waiting for the limit
status-waiting-provider = Waiting for the provider
status-waiting-safety = Paused: look at it first
status-in-review = Needs your review
status-done = Done
status-accepted = Accepted
status-accepted-after-rework = Accepted after rework
status-rejected = Rejected
status-blocked = Blocked
status-failed = Failed
status-stopped = Stopped
status-lost = Lost: the app ended while it ran
status-quiet = Quiet
status-dropped = Dropped

verdict-accepted = accepted
verdict-accepted_after_rework = accepted after rework
verdict-rejected = rejected

kind-write = writing
kind-edit = editing
kind-summarise = summarising
kind-translate = translating
kind-research = research
kind-extract = extracting
kind-analyse = analysing
kind-calculate = calculating
kind-code = code
kind-design = design
kind-plan = planning
kind-message = messages
kind-check = checking
kind-decide = deciding
kind-meet = meeting
kind-file = filing
kind-unsaid = no kind

rejection-wrong_facts = wrong facts
rejection-invented = invented
rejection-wrong_format = wrong format
rejection-incomplete = incomplete
rejection-off_brief = off the brief
rejection-needs_my_judgement = needs my judgement
rejection-tool_trouble = tool or network trouble
rejection-other = other

suggested-ai = AI
suggested-me = me
suggested-either = either

why-brief_says_so = the brief says so
why-needs_your_judgement = it is your decision to make
why-needs_you_there = it needs you there
why-cannot_be_undone = it reaches outside or cannot be undone
why-checkable_text = it makes something you can check
why-nothing_says = nothing in the text says which way

estimate-source-rule = our guess
estimate-source-person = yours
estimate-source-own_median = median of your own
estimate-source-timed = timed
