### Items, the clipboard way and the review, only in the window.

window-clip-copy-brief = Copy brief
window-clip-copy-follow-up = Copy follow-up
window-clip-copy-title-plain = Copy brief
window-clip-copy-title = { $count ->
    [one] Copy the brief of 1 item
   *[other] Copy one brief for { $count } items
}
window-clip-copy-failed = The brief could not be put together
window-clip-preview = What goes into the chat
window-clip-local = Only what you see here leaves, and only when you paste it.
window-clip-copy = Copy
window-clip-done = Done
window-clip-copied = Copied. Paste it into your chat.
window-clip-copied-files = Copied. Paste it into your chat; drag these files along.
window-clip-by-hand = The system’s clipboard did not take it. Select the text and copy it from here.
window-clip-veiled = { $count ->
    [0] No names are veiled
    [one] 1 name is veiled
   *[other] { $count } names are veiled
}
window-clip-veil-add = Veil one more name
window-clip-veil-add-send = Veil it
window-clip-tray = { $count ->
    [one] Drag this file along
   *[other] Drag these { $count } files along
}
window-clip-reveal = Show in folder
window-clip-reveal-file = Show in folder: { $path }
window-clip-copy-path = Copy path
window-clip-copy-path-of = Copy path: { $path }
window-clip-path-copied = Path copied

window-clip-paste = Paste result
window-clip-no-good = No good
window-clip-never-sent = Never sent
window-clip-never-sent-told = Never sent: { $title }. It is with you again and not counted.
window-clip-no-good-title = No good: { $title }
window-clip-no-good-told = Recorded as no good.
window-clip-retry = Try again
window-clip-became-title = Take back: { $title }
window-clip-became-body = Its brief was copied. What became of it?
window-clip-became-answer = There is an answer: paste it
window-clip-became-no-good = The answer was no good
window-clip-became-never-sent = It was never sent
window-clip-became-unsaid = I can’t say now

window-clip-paste-title = Paste result
window-clip-paste-box = Paste the whole answer here, its halfday: line with it.
window-clip-pasted = What was pasted
window-clip-found = { $count ->
    [one] The answer to this item
   *[other] The answers to these { $count } items
}
window-clip-whose = No line says which item this answers. Which one is it?
window-clip-whose-files = Which item do these files belong to?
window-clip-none-waiting = No item is waiting for an answer. Copy a brief first.
window-clip-files = Files: { $files }
window-clip-rounds = Was this its first answer?
window-clip-round-1 = Yes
window-clip-round-2 = 2nd
window-clip-round-3 = 3rd
window-clip-round-4 = More
window-clip-minutes = Your time in the chat
window-clip-take = Take it
window-clip-taken = { $count ->
    [one] 1 answer taken in.
   *[other] { $count } answers taken in.
}
window-clip-to-review = Review
window-clip-hint-input-answer-empty = Copy the whole answer from the chat, its halfday: line with it. If it was no good, say so on the item.
window-clip-hint-input-answer-old = Copy the newest brief and paste the answer to that one.
window-clip-hint-input-answer-foreign = Was the brief copied on another computer? Paste the answer there.
window-clip-hint-input-answer-is-brief = Paste the brief into your chat, then copy what the chat answers.
window-clip-hint-not-waiting-for-paste = Copy its brief first.
window-clip-hint-input-files-without-item = Paste the answer’s text as well, or drop the files for one item at a time.
window-clip-hint-input-file-name-refused = Ask the chat for a plain file name and paste its answer again.

window-item-one = Item { $item }
window-item-failed = This item could not be read
window-item-open-page = Open on its own page
window-item-tabs = Parts of this item
window-item-tab-brief = Brief
window-item-tab-log = Log
window-item-log-empty-body = What you or AI do with this item will stand here.
window-item-tab-attempts = Attempts ({ $count })
window-item-deliverable = Deliverable
window-item-attempts = Attempts
window-item-no-attempts = Nothing has been tried yet
window-item-nothing-delivered = Nothing has come back yet
window-item-no-attempts-body = Hand the item over, copy its brief into a chat and paste the answer: it will be here.
window-item-edit-title = Edit the title
window-item-done-when = Done when
window-item-edit-done-when = Edit done when, one line each
window-item-done-when-none = Nothing yet. One line each; “contains: total” is checked for you.
window-item-instructions = What to do
window-item-edit-instructions = Edit what to do
window-item-instructions-none = Nothing beyond the title.
window-item-subitems = To tick
window-item-source = In the job’s brief
window-item-estimate = Estimate
window-item-edit-minutes = Edit the minutes
window-item-fixed = fixed { $at }
window-item-kind = Kind
window-item-who = With
window-item-who-clipboard = a chat (clipboard)
window-item-forecast = Forecast
window-item-waits-for = Waits for
window-item-inputs = Takes
window-item-edit-inputs = Edit the files it takes, one line each
window-item-outputs = Makes
window-item-edit-outputs = Edit the files it makes, one line each
window-item-none = none
window-item-commands = Commands
window-item-commands-switch = AI may ask to run commands for this item
window-item-commands-note = Off: it runs none. On: it shows you each command in full, and you allow it once, always exactly this one here, or not at all. It runs in AI’s copy and without network; Claude Code and Codex ask once for all of their own commands, and keep the network they reach their AI by. Counts from the next attempt on.
window-item-commands-always = Always allowed here; switching commands off forgets these:
window-item-time = Your time
window-item-timer-start = Start timer
window-item-timer-stop = Stop
window-item-log = Add
window-item-log-send = Add
window-item-logged = { $minutes } min added.
window-item-rounds-1 = first answer
window-item-rounds-2 = 2nd answer
window-item-rounds-3 = 3rd answer
window-item-rounds-4 = later than the 3rd answer
window-item-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
window-item-cost = cost US${ $amount }
window-item-cost-computed = cost about US${ $amount }
window-item-compare = Compare with attempt { $number }
window-item-compared = Attempt { $from } against attempt { $to }
window-item-compared-close = Back to the deliverable
window-item-wrong = This turned out wrong
window-item-wrong-reason = What was wrong with it?
window-item-wrong-send = Record it
window-item-wrong-told = Recorded: this turned out wrong.

window-review-title = Review
window-review-waiting = { $count ->
    [one] 1 deliverable needs your review.
   *[other] { $count } deliverables need your review.
}
window-review-queue = Deliverables to review
window-review-order = Shortest first
window-review-empty = No deliverables to review.
window-review-empty-body = What AI brings back waits here for your verdict.
window-review-failed = The queue could not be read
window-review-attempt = Attempt { $number }
window-review-verdict = Your verdict
window-review-accept = Accept
window-review-rework = Accept after rework
window-review-reject = Reject
window-review-clock = Time on this deliverable
window-review-clock-why = Time on this deliverable; pauses over 2 minutes are left out
window-review-minutes = Review
window-review-minutes-unit = min
window-review-edited = You changed your copy. Accept after rework keeps your version; Accept keeps the AI’s.
window-review-rework-minutes = Minutes you spent mending it
window-review-rework-as-it-is = Open makes a copy you can change here; a changed copy is what gets published.
window-review-rework-copies = Your version is published: { $files }
window-review-rework-send = Accept after rework
window-review-reason = What was wrong?
window-review-reason-missing = Choose a reason first.
window-review-wrong-step = Where did it first go wrong?
window-review-note = Note for the next attempt
window-review-retry = Try again with note
window-review-take-back = Take back
window-review-published = In your folder: { $files }
window-review-conflict = Nothing was written and nothing is lost. Move or rename your version, then press 1; or bring both together in the copy that Open makes, then press 2.

window-shown-files = Files
window-shown-open = Open
window-shown-open-why = Opens a copy that you can change
window-shown-edited = Changed by you
window-shown-published = In your folder: { $path }
window-shown-failed = { $path } could not be shown
window-shown-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
window-shown-rows-of = { $shown } of { $all } rows
window-shown-link = This link leads to { $host }.
window-shown-checks = { $held } of { $all } checks hold.
window-shown-check-holds = holds
window-shown-check-fails = does not hold
window-shown-check-cannot-tell = cannot tell
window-shown-check-for-person = for you to judge
window-shown-added = Added:
window-shown-removed = Removed:
