### The words everybody shares: states, verdicts, kinds, reasons.

app-name = Halfday
person-me = me

status-open = To do
status-queued = Queued
status-queued-by-hand = Brief not copied yet
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

status-with-reason = { $status }: { $reason }
attempt-delivered = Delivered, not reviewed yet

job-summary = { $items ->
    [one] 1 item, { $minutes }
   *[other] { $items } items, { $minutes }
}
job-planned = { $summary } · { $ai } with AI (planned)

note-file-left = { $file } was left as it is: it has been changed since.
note-file-missing = The file { $file } was not found; the brief names it all the same.
note-waits-for = Item { $item } needs { $needs } first, and that is not finished.
note-change-something = { $count } tries at item { $item } went wrong, and nothing was changed since the last. Change something before the next: make smaller items of it, say more in its instructions, give it to another AI, or do it yourself.
read-about = About { $minutes } to read

stopped-unsaid = no reason given
stopped-going_wrong = it was going wrong
stopped-changed_mind = you changed your mind
stopped-app_closed = the app was closed
stopped-never_sent = never sent

failure-auth = the AI service did not accept the sign-in
failure-billing = the AI service has a problem with payment
failure-spend_cap = the spending limit at the AI service is reached
failure-rate_limited = the AI service allows no more requests for now
failure-overloaded = the AI service is overloaded
failure-server_error = the AI service had an error
failure-timeout = the AI service did not answer in time
failure-stream_truncated = the answer broke off on the way
failure-agent_missing = the AI program was not found
failure-no_sandbox = no fence holds on this computer, so no program is started
failure-not_signed_in = the AI program is not signed in
failure-workspace_missing = the job's folder was not found
failure-input_missing = an input file was not found
failure-input_refused = an input file lies outside the job's folder
failure-input_unsteady = an input file was being changed all the time
failure-too_large = the job's folder is too large to copy; name the files the item needs
failure-copy_failed = the copy to work in could not be made or read
failure-scope_refused = the program would have had your whole home folder open to it
failure-disk_full = the disk is full
failure-refused = the AI declined to do it
failure-truncated = the answer was too long and was cut off
failure-malformed_tool_call = a tool was called in a form that cannot be read
failure-unknown_tool = a tool was called that does not exist
failure-format_drift = the agreed format was not kept
failure-no_action = nothing was done, only talked about
failure-context_overflow = there was more text than the AI can take in
failure-repetition = the same steps came again and again
failure-no_progress = there was no progress
failure-goal_drift = it moved away from the task
failure-out_of_scope = it did things that were not part of the task
failure-premature_finish = it ended before the work was complete
failure-never_finishes = it came to no end
failure-claim_without_effect = it reported work that was not done
failure-should_have_asked = it went on where it should have asked
failure-ignored_feedback = the note on the last attempt was not followed
failure-nothing_delivered = nothing was delivered
failure-check_failed = a check did not pass
failure-judge_rejected = the AI that checks the work did not pass it
failure-rejected_by_person = you rejected it
failure-inconclusive = the checks could not tell
failure-tokens = the token budget is used up
failure-money = the money budget is used up
failure-time = the time budget is used up
failure-steps = the step budget is used up
failure-conflict = the files were changed by somebody else meanwhile
failure-agent_exited = the AI program ended unexpectedly
failure-suspected_injection = a text it read seems to give it orders
failure-sandbox_violation = it reached outside the folder it may use

verdict-recorded-spent = Recorded. You spent { $spent } instead of { $estimate }.
verdict-recorded = Recorded. Doing it yourself was listed at { $estimate }.
verdict-recorded-rejected = Recorded as rejected.
first-time-rate = Right first time: { $count } ({ $rate }).
forecast-few = Before it went out: { $count } like this right first time (few tries).
forecast-right = Before it went out: { $count } like this right first time; the chance for it was put at { $chance }.
forecast-minutes = Expected to cost you { $minutes }.
forecast-guess-likely = Your guess: likely right.
forecast-guess-unsure = Your guess: not sure.
forecast-guess-unlikely = Your guess: unlikely right.
first-time-few = So far { $count } right first time; too few for a percentage.

undone = Undone: { $what }
redone = Done again: { $what }
command-new = { $count ->
    [one] a new job with 1 item
   *[other] a new job with { $count } items
}
command-guess = { $count ->
    [one] a guess for 1 job
   *[other] guesses for { $count } jobs
}
command-give = { $count ->
    [one] 1 item handed over or taken back
   *[other] { $count } items handed over or taken back
}
command-give-job = { $count ->
    [one] a whole job handed over (1 item)
   *[other] a whole job handed over ({ $count } items)
}
command-give-bundle = { $count ->
    [one] 1 item handed over as one
   *[other] { $count } items handed over as one
}
command-add = { $count ->
    [one] 1 item added
   *[other] { $count } items added
}
command-edit = { $count ->
    [one] 1 item edited
   *[other] { $count } items edited
}
command-move = { $count ->
    [one] 1 item moved
   *[other] { $count } items moved
}
command-drop = { $count ->
    [one] 1 item dropped
   *[other] { $count } items dropped
}
command-restore-item = { $count ->
    [one] 1 dropped item brought back
   *[other] { $count } dropped items brought back
}
command-merge = { $count ->
    [one] items merged into one (1 change)
   *[other] items merged into one ({ $count } changes)
}
command-divide = { $count ->
    [one] an item divided (1 change)
   *[other] an item divided ({ $count } changes)
}
command-copy = { $count ->
    [one] a brief copied for 1 item
   *[other] a brief copied for { $count } items
}
command-paste = { $count ->
    [one] 1 answer taken in
   *[other] { $count } answers taken in
}
command-nogood = { $count ->
    [one] 1 answer marked as no good
   *[other] { $count } answers marked as no good
}
command-neversent = { $count ->
    [one] 1 brief marked as never sent
   *[other] { $count } briefs marked as never sent
}
command-review = { $count ->
    [one] 1 item reviewed
   *[other] { $count } items reviewed
}
command-wrong = { $count ->
    [one] 1 accepted item found wrong
   *[other] { $count } accepted items found wrong
}
command-done = { $count ->
    [one] 1 item done
   *[other] { $count } items done
}
command-timer-start = { $count ->
    [one] timer started for 1 item
   *[other] timer started for { $count } items
}
command-timer-stop = { $count ->
    [one] timer stopped for 1 item
   *[other] timer stopped for { $count } items
}
command-log = { $count ->
    [one] time logged for 1 item
   *[other] time logged for { $count } items
}
command-close = { $count ->
    [one] a job closed (1 change)
   *[other] a job closed ({ $count } changes)
}
command-reopen = { $count ->
    [one] 1 item opened again
   *[other] { $count } items opened again
}
command-reopen-job = { $count ->
    [one] a closed job opened again
   *[other] { $count } closed jobs opened again
}
command-settings = { $count ->
    [one] 1 setting changed
   *[other] { $count } settings changed
}
command-import = { $count ->
    [one] 1 record imported
   *[other] { $count } records imported
}

event-job_created = Job created
event-job_changed = Job changed
event-job_closed = Job closed
event-job_reopened = Job opened again
event-items_added = Items added
event-item_edited = Item edited
event-item_moved = Item moved
event-item_removed = Item removed
event-status_changed = Status changed
event-assigned = Handed over or taken back
event-brief_copied = Brief copied
event-attempt_ended = Attempt ended
event-reviewed = Reviewed
event-published = Files put into the job's folder
event-finished = Finished
event-timer_changed = Timer started or stopped
event-time_logged = Time logged
event-undone = Undone
event-redone = Done again
event-imported = Records imported
event-setting_changed = Setting changed
event-template_saved = Template saved
event-template_deleted = Template deleted
event-report_issued = Report made

happened-handedover = Handed to AI
happened-started = Started by you
happened-finished = Done by you
happened-claimed = Work by AI began
happened-briefcopied = Brief copied for a chat
happened-asked = Waiting for you or for a limit
happened-answered = Answered, work goes on
happened-putdown = Put down again
happened-delivered = Delivered, needs your review
happened-failed = Attempt failed
happened-stopped = Stopped
happened-lost = Lost: the app ended while it ran
happened-takenback = Taken back
happened-accepted = Accepted
happened-sentback = Rejected
happened-unblocked = No longer blocked
happened-verdictwithdrawn = Verdict withdrawn, needs your review again
happened-reopened = Opened again
happened-dropped = Dropped
happened-restored = Brought back

job-sample = Sample, not counted
result-sample = { $title }: closed. It was the sample, so nothing of it is counted.
result-title = Result card: { $title }
result-ai = Done by AI
result-ai-of = { $ai } of { $listed } ({ $share })
result-nothing = no share: nothing on this job counts
result-own = Done by you
result-guess = Your guess
result-first-time = Right first time
result-spent = Your time for briefs, review and rework
result-saved = Saved, after your own time
result-uncalibrated = not calibrated yet: needs 10 timed items of your own
result-stretch = Longest without you
result-stretch-of = { $minutes } ({ $item })
result-rejected = Rejected

backup-made = { $jobs ->
    [one] Backed up 1 job and checked the copy: { $path }
   *[other] Backed up { $jobs } jobs and checked the copy: { $path }
}
verify-sound = The data is sound; rows read: { $rows }.
verify-damaged = { $count ->
    [one] The data is damaged in 1 place.
   *[other] The data is damaged in { $count } places.
}
doctor-version = Halfday { $version }
doctor-folder = Data folder: { $folder }
doctor-folder-readonly = Data folder cannot be written to: { $folder }
doctor-backup = Latest backup: { $name }
doctor-no-backup = There is no backup yet; `halfday backup` makes one.
doctor-language = Language: { $language }

sentences = { $first } { $second }

today-no-percentage = no percentage
today-week = { $dates }: { $share }
today-copied = copied { $elapsed } ago
today-timed = timer running for { $elapsed }

template-unused = not used yet
template-used = { $count ->
    [one] used once, on { $date }
   *[other] used { $count } times, last on { $date }
}

weekly-first = First report on { $day }, or make it now.
weekly-nothing-closed = No job was closed.
weekly-first-time = Right first time: { $count }
weekly-first-time-rate = Right first time: { $count } ({ $rate })
weekly-saved = Saved, after your own time: { $range }
weekly-issued = issued { $date }

delete-all-word = DELETE
exported = Written to { $path }

command-felt = the answer to what AI saved
item-turned-out-wrong = Turned out wrong on { $date }: { $reason }
command-template-save = the list saved as a template
command-template-delete = the template deleted
command-again = the same job begun again
command-remind = the reminder
command-sample = the sample job
command-sample-remove = the sample job removed
label-value = { $label }: { $value }

diff-only-before = Only in the earlier attempt.
diff-only-after = Only in the later attempt.
diff-alike = The same in both.
diff-alike-text = The same text in both.
diff-unreadable = There is no text to compare.
diff-folded = { $count ->
    [one] 1 line the same
   *[other] { $count } lines the same
}
diff-more = More changed than is shown here.

shown-empty = There is nothing in this file.
shown-too-large = This file is too large to be shown here. Open it to look at it.
shown-unknown = This kind of file cannot be shown here. Open it to look at it.
shown-encoding = Nobody can say in which encoding this text is. Open it to look at it.
shown-damaged = This file breaks off or contradicts itself; it cannot be shown.
shown-locked = This file is protected, perhaps by a password. Open it to look at it.
shown-old_office = This is an office file of before 2007. Open it to look at it.
shown-no_text = This PDF holds pictures only, no text. Open it to look at it.
shown-more = … and { $count } more that are not shown here
shown-sheet = Sheet { $number }
shown-slide = Slide { $number }
shown-page = Page { $number }
