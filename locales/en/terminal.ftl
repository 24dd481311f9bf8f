### What the terminal program says beside errors: help, answers, headings, complaints about arguments.

terminal-hint = hint: { $hint }
terminal-list-comma = { ", " }
terminal-input-unreadable = Standard input could not be read
terminal-input-unreadable-hint = Give a file instead
terminal-output-unwritable = Standard output could not be written
terminal-output-unwritable-hint = What was asked for has been done; only its answer is missing
terminal-encoding-assumed = Read as { $encoding }; if that is wrong, say it with --encoding

terminal-lane-me = ■ Me
terminal-lane-ai = ◆ AI
terminal-lane-dropped = – Dropped
terminal-waits-for = waits for { $items }
terminal-covered-by = part of { $item }
terminal-timer-runs = timer is running
terminal-frozen = minutes fixed
terminal-no-jobs = No jobs yet. Begin with: halfday new FILE
terminal-job-closed = closed
terminal-job-finished = { $done } of { $all } finished
terminal-job-in-review = { $count } to review
terminal-job-sample = sample
terminal-job-created = Job { $job } created. Hand items over with: halfday give { $job }.1 --to ai

terminal-suggested = Suggested: { $who } ({ $why })
terminal-done-when = Done when
terminal-inputs = Inputs
terminal-outputs = Outputs
terminal-commands-on = AI may ask to run commands here, in its copy and without network; always allowed:
terminal-subitems = Parts
terminal-attempts = Attempts
terminal-agent-clipboard = clipboard
terminal-attempt = attempt { $number }
terminal-file = { $path }, { $bytes } bytes
terminal-file-published = { $path }, { $bytes } bytes, in { $target }
terminal-file-not-text = (not text; it is shown in the window and written when you accept)

terminal-plan-sum = { $count ->
    [one] 1 item, { $total }
   *[other] { $count } items, { $total }
}
terminal-plan-why = { $who }: { $why }
terminal-plan-done-before = done before
terminal-plan-guess = ≈ is our guess. Nothing is stored yet; halfday new makes it a job.
terminal-questions = Left open

terminal-added = Added { $item }: { $title }
terminal-edited = Changed { $item }: { $title }
terminal-moved = Moved { $items }
terminal-dropped = Dropped { $items }; halfday restore-item brings them back
terminal-restored = Back on the list: { $items }
terminal-merged = Merged into { $item }: { $title }
terminal-divided = Divided { $items }; halfday board { $job } shows the pieces
terminal-given-ai = { $count ->
    [one] 1 item handed to AI: { $items }
   *[other] { $count } items handed to AI: { $items }
}
terminal-given-me = { $count ->
    [one] 1 item is yours again: { $items }
   *[other] { $count } items are yours again: { $items }
}
terminal-given-ai-whole = The whole of job { $job } handed to AI, as one
terminal-given-me-whole = The whole of job { $job } is yours again

terminal-brief-next = Paste this into your chat, then paste its answer here: halfday paste (items { $items })
terminal-brief-veiled = Name veiled: { $original } reads { $stand-in } in the brief, and is put back when you paste
terminal-brief-file = Drag this file along: { $file }
terminal-pasted = Answer taken for { $item }, attempt { $number }: { $title }
terminal-pasted-checked = Answer taken for { $item }, attempt { $number }: { $title } ({ $hold } of { $checks } checks hold)
terminal-pasted-next = Look at it with: halfday review
terminal-no-good-retry = Noted as no good. { $item } is tried again: halfday copy { $item }
terminal-no-good-back = Noted as no good. { $item } is yours again: { $title }
terminal-change-something = halfday edit { $item } --instructions …, or halfday give { $item } --to me (and then halfday divide { $item })
terminal-never-sent = Noted as never sent; it counts nowhere. { $item } is yours again: { $title }

terminal-review-empty = Nothing waits for your review.
terminal-review-none = Nothing of item { $item } waits for your review
terminal-judged = { $item } { $title }: { $status }
terminal-published = In your folder now: { $file }
terminal-wrong = Noted that it turned out wrong: { $item } { $title }

terminal-done = Done: { $item } { $title }
terminal-timer-none = No timer is running
terminal-timer-stopped = Timer stopped, the time is written down
terminal-timer-running = Timer is running on { $item } { $title }: { $time }
terminal-logged = Written down for { $item } { $title }
terminal-guessed = Your guess for job { $job }: AI does { $share } well enough

terminal-reopened-job = Job { $job } is open again; it is in no share until you close it
terminal-reopened = On your list again: { $item } { $title }
terminal-stats-week = week
terminal-stats-jobs = closed
terminal-stats-ai = from AI
terminal-stats-share = share
terminal-stats-first-time = right first time
terminal-stats-ai-minutes = from AI
terminal-stats-ai-of-listed = { $ai } of { $listed }
terminal-stats-total = together
terminal-stats-running = * still running
terminal-stats-empty = Nothing to count yet: no job is closed and no answer judged.
terminal-stats-by-kind = kind
terminal-stats-by-agent = agent
terminal-stats-by-family = family
terminal-stats-by-length = length
terminal-stats-by-week = week
terminal-stats-unknown = not known
terminal-stats-length = { $band } min
terminal-stats-right = Right first time: { $count }, { $rate }, likely { $range }.
terminal-stats-right-few = Right first time: { $count }; too few for a percentage.
terminal-stats-unresolved = { $count ->
    [one] 1 handed over and never resolved: pasted, no good or never sent?
   *[other] { $count } handed over and never resolved: pasted, no good or never sent?
}
terminal-stats-saved = Saved, after your own time: { $range }.
terminal-stats-share-few = A share is shown from three closed jobs on.
terminal-written = Written: { $file }

terminal-imported =
    Taken in: { $jobs ->
        [one] 1 job
       *[other] { $jobs } jobs
    }, { $items ->
        [one] 1 item
       *[other] { $items } items
    }
terminal-import-checked =
    Would be taken in: { $jobs ->
        [one] 1 job
       *[other] { $jobs } jobs
    }, { $items ->
        [one] 1 item
       *[other] { $items } items
    }; nothing was stored
terminal-activity-empty = Nothing has happened here yet.
terminal-activity-more = Earlier: halfday activity --before { $seq }

terminal-setting-language = Language of the answers: en, zh-Hant, zh-Hans or system
terminal-setting-veil = Names in a brief are replaced by stand-ins: on or off
terminal-setting-names = What the veil hides besides what it finds: settings names add NAME, … remove NAME
terminal-setting-web-checks = The check `links: web` may look at web pages: on or off
terminal-setting-rehearsal = AI says beforehand how it will go, one more call: on or off
terminal-setting-second-look = A fresh session tries to refute each result, one more call: on or off
terminal-setting-quiet = No notifications between these times: 22:00-07:30 or off
terminal-setting-notify = The desktop says when you are needed: on or off
terminal-setting-letter-keys = Keys of one letter in the window: on or off
terminal-setting-on = on
terminal-setting-off = off
terminal-setting-none = none
terminal-setting-as-system = as the system
wrong-language = “{ $value }” is not a language Halfday speaks
wrong-language-hint = --lang en, --lang zh-Hant or --lang zh-Hans
wrong-now = “{ $value }” is not a time
wrong-now-hint = Write it with its offset: --now 2026-11-20T10:00:00+08:00
wrong-date = “{ $value }” is not a day
wrong-date-hint = Write it like 2026-11-20
wrong-share = “{ $value }” is not a part of a whole
wrong-share-hint = Write it like 40% or 0.4
wrong-setting-language = “{ $value }” is not a language Halfday speaks
wrong-setting-language-hint = en, zh-Hant, zh-Hans or system
wrong-setting-count = “{ $value }” is no number from 1 to 99
wrong-setting-count-hint = Write a whole number
wrong-setting-quiet = “{ $value }” is no time from … to …
wrong-setting-quiet-hint = Write 22:00-07:30 or off
wrong-setting-switch = “{ $value }” is neither on nor off
wrong-setting-switch-hint = Write on or off
wrong-job-alone = A whole job is handed over alone, not together with items
wrong-job-alone-hint = Name the items, or the job by itself
wrong-chance-alone = With --to chance nothing else can be said of these items
wrong-chance-alone-hint = Change minutes first: `halfday edit ITEM --minutes N`
wrong-as-one = Only AI takes items as one
wrong-as-one-hint = Leave --as-one out, or hand over with --to ai
wrong-review-item = Which item the verdict is on is missing
wrong-review-item-hint = halfday review ITEM accept, rework or reject
wrong-report-json = With --json the report is one JSON document
wrong-report-json-hint = Leave --format out, or write files with --out DIR
wrong-report-out = PNG, PDF and several formats do not go to standard output
wrong-report-out-hint = Name a folder for them: --out DIR
wrong-no-value = { $argument } needs a value
wrong-no-value-hint = `{ $command } --help` says which
wrong-value = “{ $value }” does not fit { $argument }
wrong-value-hint = `{ $command } --help` says what fits
wrong-argument = There is no option { $argument } here
wrong-argument-hint = `{ $command } --help` lists the options
wrong-extra = “{ $argument }” is one word too many here
wrong-extra-hint = `{ $command } --help` shows how it is written
wrong-negative = “{ $argument }” does not fit here: it has to be 0 or more
wrong-negative-hint = `{ $command } --help` shows how it is written
wrong-command = There is no command { $name }
wrong-command-hint = `{ $command } --help` lists the commands
wrong-count = { $argument } was given too many or too few values
wrong-count-hint = `{ $command } --help` says how many
wrong-conflict = { $argument } cannot stand beside what was given before
wrong-conflict-hint = `{ $command } --help` says what goes together
wrong-missing = Missing: { $argument }
wrong-missing-hint = `{ $command } --help` shows how it is written
wrong-no-command = Which command?
wrong-no-command-hint = `{ $command } --help` lists them
wrong-utf8 = An argument is not valid Unicode text
wrong-utf8-hint = Rename the file, or give the text through a file
wrong-other = The command line could not be understood
wrong-other-hint = `{ $command } --help` shows how it is written
wrong-did-you-mean = Did you mean { $suggestion }?
wrong-possible = Possible: { $values }

help-usage = Usage: { $usage }
help-usage-command = COMMAND
help-usage-options = [options]
help-commands = Commands
help-options = Arguments and options
help-everywhere = Everywhere
help-exit-codes = Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 refused, 4 needs you. A job is named 12, an item 12.3, a part 12.3.1.

help-halfday = Take a job of about four hours. Split it. Hand over what AI can do. See how much that is.
help-split = Turn a text into a draft checklist; nothing is stored
help-new = Turn a text into a job
help-jobs = All jobs
help-show = A job, or everything about an item
help-board = A job in two lanes: you and AI
help-add = Add an item
help-edit = Change what an item says
help-move = Put items elsewhere in the list
help-drop = Drop items
help-restore-item = Bring dropped items back
help-merge = Make one item of several
help-template = Lists to be used again
help-template-save = Save the list of a job under a name
help-template-list = List what was saved
help-template-use = Begin a job from a saved list
help-template-delete = Delete a saved list; its jobs stay
help-again = Begin the same job again, as a new trial of its list
help-divide = Make items of the parts of one
help-give = Hand items or a whole job over, or take them back
help-copy = Print the brief of items, for any chat
help-paste = Take in what the chat answered
help-nogood = The answer was no good and is not worth pasting
help-neversent = The brief never went to any chat
help-review = What waits for your verdict; the verdict itself
help-review-accept = It is right as it came
help-review-rework = It is used after you worked on it
help-review-reject = It is not used
help-wrong = Something accepted turned out wrong
help-done = You finished an item
help-timer = Time your own work
help-timer-start = Begin timing an item
help-timer-stop = Stop, and write the time down
help-timer-show = What is being timed
help-log = Write down minutes you spent
help-guess = Guess AI's part of a job before you know it
help-close = Close a job and see its result
help-reopen = Open a closed job again, or an item you had done
help-result = The result of a closed job
help-stats = Your own record
help-report = The report of a week
help-import = Take in a record kept elsewhere
help-export = Write everything out
help-backup = Make a checked copy of the data
help-restore = Bring a copy of the data back
help-verify = Look for damage in the data
help-undo = Take your last step back
help-redo = Do it again
help-activity = What happened, newest first
help-doctor = Is everything in its place?
help-settings = Your settings; change one
help-settings-set = Change a setting
help-settings-names = Names of your own that the veil hides
help-settings-names-add = Hide these names too
help-settings-names-remove = Hide these names no longer
help-help = This help

help-option-data = Folder of the data (else HALFDAY_DATA, else the one the window uses)
help-option-json = One JSON document on standard output
help-option-lang = Language of the answers (else that of the system)
help-option-now = A fixed time for records and reports; its offset is the zone of weeks
help-option-help = This help
help-option-version = The version
help-option-file = A file, or - for standard input
help-option-with = Who makes the draft: offline (the program itself), ai (your preferred agent) or an agent by name
help-option-hours = Hours the whole job would take you
help-option-encoding = Encoding of the text, if it is not found by itself
help-option-title = Title
help-option-answer = What an AI answered to the question of `split --ask`
help-split-ask = Print what to ask an AI, to be pasted into a chat, instead of a plan
help-new-template = Take the items from this saved list, not from the text
help-option-workspace = Your folder for this job; accepted files go there
help-option-job = Job, like 12
help-option-item = Item, like 12.3
help-option-items = Items, like 12.3 12.4
help-option-minutes = Minutes
help-option-kind = Kind of work: write, edit, summarise … or your own word
help-option-done-when = What makes it done; once for each line
help-option-instructions = Instructions
help-option-section = Heading it stands under
help-option-input = File it needs; once for each
help-option-output = File it makes; once for each
help-option-reason = wrong_facts, invented, wrong_format, incomplete, off_brief, needs_my_judgement, tool_trouble or other
help-option-then = retry (try again, the default) or take-back
help-option-review-minutes = Minutes you spent reviewing
help-option-rounds = Which answer of the chat it was: 1, 2, 3, 4 for later ones
help-option-name = Name of the saved list
help-option-out = Where to write
help-show-what = Job 12 or item 12.3
help-reopen-what = Job 12 or item 12.3
help-give-what = Items, or one whole job
help-give-to = me, ai (the preferred agent, else the clipboard), chance (a coin decides) or an agent's name
help-give-guess = Will AI get it right? likely, unsure or unlikely
help-give-minutes = Minutes it would take you, fixed from here on
help-option-because = What became of what AI has of it: rejected (no good), not-looked-at or unsaid
help-give-as-one = Hand these items over as one piece of work
help-move-before = Before this item
help-move-after = After this item
help-edit-after = Item that must be done first; once for each
help-edit-commands = on: AI may ask to run commands for this item; off (the default): it may not, and what was always allowed is forgotten
help-paste-what = The item if no line names it; the answer as text (- or nothing: standard input); files the chat gave
help-paste-minutes = Minutes you spent in the chat
help-paste-anyway = Take the answer for this item though no line names it
help-review-rework-minutes = Minutes you worked on it; 0 is a fine answer
help-review-rework-with-files = Your edited copies, which are published instead
help-review-reject-step = The step at which it first went wrong
help-review-reject-note = What to tell the next attempt
help-done-minutes = Minutes it took you
help-done-felt = Against your guess: shorter, as-thought or longer
help-log-kind = work (the default), brief, review or rework
help-log-on = The day it was, like 2026-11-20; else today
help-guess-share = Like 40% or 0.4
help-close-rest = Open items: did (you did them), drop (not needed) or later
help-stats-weeks = How many weeks back, this one included (12)
help-stats-by = Group by kind, agent, family, length or week
help-report-week = Like 2026-W47; else the last full week
help-report-format = md, json, html; several with commas
help-report-hide-titles = Without titles and file names, for sharing
help-report-out = Folder for the files
help-import-files = Files, or - for standard input
help-import-what = history: a record of items, one a line
help-import-dry-run = Only check; store nothing
help-export-format = json (the default), csv or markdown
help-export-out = The file to write; else standard output
help-restore-file = The copy to bring back
help-activity-limit = How many lines (20)
help-activity-before = Only what is older than this number
help-settings-set-name = A name of the list: halfday settings
help-settings-set-value = As the list says, on or off for most
help-settings-names-add-names = Names, companies, anything that identifies somebody
help-settings-names-remove-names = As they stand in the list
help-help-on = A command

terminal-copy-restored = The copy is in place. What stood there is kept at { $kept }.
terminal-copy-restored-new = The copy is in place.
terminal-templates-empty = No list has been saved yet.
