### Today, new jobs, closing, the week, templates, settings: only in the window.

window-nav-today = Today
window-nav-review = Review
window-nav-weekly = Weekly
window-nav-templates = Templates
window-nav-activity = Activity
window-nav-waiting = { $count ->
    [one] 1 waits for you
   *[other] { $count } wait for you
}
window-palette-open = Search or do…
window-start-unread = Halfday could not begin

window-today-failed = Today could not be read
window-today-week-empty = Nothing finished this week yet.
window-today-bars = Share handed over, week by week:
window-week-running-bar = { $week }, not over yet
window-today-paste = Paste a job: a mail, notes or a list
window-today-needs-you = Needs you
window-today-needs-you-empty = Nothing waits for you.
window-today-my-next = My next
window-today-my-next-empty = Nothing is left on your side. Paste the next job above.
window-today-working = Working
window-today-working-empty = AI works on nothing right now. Hand over an item on a board.
window-today-jobs-empty = No open job. Paste one above.
window-today-unresolved = Handed over, and then?
window-today-open = Open
window-today-no-good = No good
window-today-never-sent = Never sent
window-today-noted = Noted: { $title }
window-today-again = Due again
window-today-forgotten = No reminder any more
window-again-begin = Do it again
window-again-forget = Do not remind me
window-again-begun = Begun again: { $title }
window-no-good-title = No good: { $title }
window-no-good-why = Where did it first go wrong?
window-no-good-retry = Try again
window-sample-about = There is a sample job here to try things on.
window-sample-remove = Remove the sample
window-sample-removed = Sample removed

window-new-example = Try an example
window-new-open = Open a file
window-new-template = Use a template
window-new-unread = { $name }: { $why }
window-new-read = { $name } is in the box.
window-new-read-assumed = { $name } is in the box. It does not say its encoding; it was read as { $encoding }.
window-new-read-left = Not read: { $names }. One file is the brief; put the others into the job’s folder.
window-new-encoding = Encoding of { $name }
window-new-encoding-hint = Choose it below the box, or save the file as UTF-8.
window-new-list = The draft list
window-new-hours = Doing all of it yourself: how long?
window-new-question = The text leaves open: { $question }
window-draft-title = Title of the job
window-draft-item = Item { $number }
window-draft-details = Details of item { $number }
window-draft-add = Add an item
window-draft-minutes = Doing it yourself
window-draft-done-when = Done when
window-draft-done-when-hint = One line each: how do you know that it is finished?
window-draft-subitems = Subitems
window-draft-kind = Kind
window-draft-why = Suggestion: { $who }, since { $why }
window-draft-up = Up
window-draft-down = Down
window-draft-merge = Merge with the next
window-draft-divide = Divide
window-draft-remove = Remove
window-draft-removed = Item removed from the list
window-draft-merged = Two items merged
window-draft-divided = Item divided
window-draft-left-out = { $count ->
    [one] 1 passage of the text is not in the list
   *[other] { $count } passages of the text are not in the list
}
window-draft-no-folder = No folder. Results stay in the program.
window-draft-pick-folder = Choose a folder
window-draft-other-folder = Another folder
window-draft-forget-folder = No folder
window-suits-me = Suits you
window-guess-question = How much will AI do well enough?
window-guess-none = nothing
window-guess-all = all of it
window-guess-note = Measured in your own minutes. When the job is closed, your guess stands beside what came of it.
window-guess-keep = That is my guess
window-guess-skip = Skip

window-to-board = To the board
window-close-job = Close the job
window-close-title = Close: { $title }
window-close-is-closed = This job is closed already.
window-close-first = Settle these first
window-close-rest = What became of the rest?
window-close-rest-note = What you did yourself counts as yours. What is not needed counts nowhere. What comes later stays open.
window-close-all = All of them:
window-close-item = What became of: { $title }
window-rest-did = Did it
window-rest-drop = Not needed
window-rest-later = Later
window-close-nothing-open = Every item is settled.
window-close-blocked = { $count ->
    [one] 1 item is still under way
   *[other] { $count } items are still under way
}
window-close-unanswered = { $count ->
    [one] 1 item needs an answer
   *[other] { $count } items need an answer
}
window-result-title = Result card
window-result-failed = The result could not be read
window-result-open-title = This job is not closed yet
window-result-open-body = Its result card appears when it is closed.
window-result-trial = Trial { $number }
window-result-copy = Copy as text
window-result-copied = Copied.
window-template-save = Save as a template
window-template-saved = Template saved
window-template-name = Name
window-save = Save
window-again-question = Do the same job again in four weeks?
window-again-yes = Yes, remind me
window-again-no = No
window-again-set = Again on { $day }.
window-again-now = The same job again

window-weekly-failed = The weeks could not be read
window-weekly-empty = No report yet
window-weekly-now = Make it now
window-week-running = not over yet
window-week-share = Handed over
window-report-title = Report of week { $number }, { $year }
window-report-failed = The report could not be made
window-report-hide = Hide titles
window-report-copy = Copy Markdown
window-report-save = Save HTML
window-report-copied = Report copied.
window-saved-to = Saved: { $path }

window-templates-failed = The templates could not be read
window-templates-empty = No templates yet
window-templates-empty-body = A finished job can become one: its list, its minutes and its done-when lines, ready for the next time.
window-templates-new = New from a finished job
window-templates-job = Job
window-templates-none-finished = No job is closed yet. Close one, and it can become a template.
window-template-use = Use
window-template-use-title = Use { $name }
window-template-begin = Make the job
window-template-list = The list
window-template-delete = Delete { $name }
window-template-deleted = Template deleted: { $name }

window-redo = Redo
window-activity-about = What was done here and in the terminal. Undo goes back step by step, 200 steps, also after a restart.
window-activity-failed = The activity could not be read
window-activity-empty = Nothing has happened yet
window-activity-empty-body = Every step you take will stand here, with its way back.
window-activity-older = Older
window-origin-window = in the window
window-origin-terminal = in the terminal

window-settings-version = Halfday { $version }
window-settings-work = Work
window-settings-at-once = AI works on this many items at once
window-settings-brake = AI pauses when this many wait for your review
window-settings-brake-note = Reviewing is the scarce part. More deliverables than you can look at help nobody.
window-settings-notify = Notify me
window-settings-notify-note = When a deliverable needs your review, or something needs your answer.
window-settings-quiet = Quiet hours
window-settings-quiet-from = from
window-settings-quiet-to = to
window-settings-quiet-none = None set: you are told at any hour.
window-settings-quiet-note = Nothing is announced in these hours.
window-settings-veil = Name veil
window-settings-veil-on = Replace these names in briefs
window-settings-veil-note = “Mei Chen called” is copied as “Person-1 called”; in the answer the name comes back.
window-settings-veil-name = A name
window-settings-veil-add = Add
window-settings-veil-remove = Remove { $name }
window-settings-keys = Keys
window-settings-letters = Keys of one letter
window-settings-letters-note = A, M, D, N and the others act where nothing is typed. Off: only keys with Ctrl, arrows and Enter do.
window-settings-copy = Copy path
window-settings-copied = Path copied.
window-settings-export = Export
window-settings-export-where = Where shall the export go?
window-settings-safety = Safety
window-settings-backup = Back up now
window-settings-verify = Verify the record
window-settings-sample = Sample
window-settings-sample-add = Add the sample
window-settings-about = About
window-settings-licence = Free software, under MIT or Apache-2.0, whichever you prefer.
window-settings-no-telemetry = No account, no telemetry, no server. What you write here stays in the folder above.

window-palette-found = Found
window-palette-commands = Pages and commands
window-palette-jobs = Jobs
window-palette-items = Items
window-palette-nothing = Nothing is called “{ $text }”.
window-keys-title = Keys
window-keys-show = Show all keys
window-keys-off = Keys of one letter are switched off in the settings.
window-keys-everywhere = Everywhere
window-keys-row = On an item of a board
window-keys-review = While reviewing
window-key-palette = Search or do
window-key-new = New job
window-key-review = Review
window-key-go-today = Go to Today
window-key-go-jobs = Go to Jobs
window-key-go-weekly = Go to Weekly
window-key-undo = Undo
window-key-redo = Redo
window-key-enter = The main button of a page
window-key-sheet = This sheet
window-key-escape = Close, or clear the selection
window-key-hand-over = Hand over to AI
window-key-keep = Keep, or take back
window-key-done = Done
window-key-select = Select
window-key-range = Select a range
window-key-all = Select all of the lane
window-key-move = Next and previous
window-key-lane = Other lane
window-key-reorder = Move up or down
window-key-open = Open
window-key-edit = Edit
window-key-timer = Start or stop the timer
window-key-copy = Copy the brief
window-key-drop = Drop: nobody does it
window-key-filter = Filter the items
window-key-accept = Accept
window-key-rework = Accept after rework
window-key-reject = Reject

window-settings-quiet-off = No quiet hours

window-settings-web = Checks may open web addresses
window-settings-web-note = Off: nothing leaves this computer. On: a check that names an address asks whether it is there.
window-template-text = What this is about (optional): paste the mail or notes
