### What could not be done, in one sentence, and what to do about it. Keys: error-CODE and hint-CODE.

error-request-unreadable = The request for { $command } could not be read
hint-request-unreadable = Update the program that sent it; this one is Halfday of another version
error-view-unwritable = The answer of { $command } could not be written
hint-view-unwritable = Try again; if it happens again, `halfday verify` looks at the data
error-command-unknown = There is no command { $command }
hint-command-unknown = `halfday --help` lists the commands
error-data-folder-missing = No folder for Halfday's data could be found for this user
hint-data-folder-missing = Name one: `halfday --data DIR …`, or set HALFDAY_DATA

error-input-unreadable = The file { $path } could not be read
hint-input-unreadable = Check that it is there and that you may read it
error-input-empty = There is no text in it
hint-input-empty = Give a file with the text of the job, or `-` and the text on standard input
error-input-blank = There is nothing but white space in it
hint-input-blank = Give a file with the text of the job, or `-` and the text on standard input
error-input-binary = This is not a text file
hint-input-binary = Save it as plain text or Markdown first, then give that file
error-input-document-damaged = This document breaks off or contradicts itself; it cannot be read
hint-input-document-damaged = Open it with the program that wrote it and save it anew, or copy its text
error-input-document-locked = This document is protected, perhaps by a password
hint-input-document-locked = Open it, copy the part that describes the job and paste that
error-input-document-old-office = This is an office file of before 2007
hint-input-document-old-office = Save it as docx, xlsx or pptx, or copy its text
error-input-document-no-text = This PDF holds pictures only, no text
hint-input-document-no-text = Write down in your own words what is to be done
error-input-too-large = The text is larger than 8 MB
hint-input-too-large = Keep only the part that describes the job; the rest can lie beside it as a file
error-input-not-a-plan = The answer is not a plan: { $faults }
hint-input-not-a-plan = Send these points back to the AI, or leave `--answer` out and let the program split by itself
error-no-agent-to-split = There is no agent that can be asked for a plan from here
hint-no-agent-to-split = halfday agents find shows which there are; by a chat: halfday split --ask, then --answer
error-splitting-under-way = A plan is asked for as { $name } already
hint-splitting-under-way = Wait for it, or stop it first
error-splitting-stopped = Stopped; { $agent } gave no plan
hint-splitting-stopped = Nothing was stored
error-input-encoding-unsure = It is not clear which encoding the text is in
hint-input-encoding-unsure = Say it: `--encoding big5`, `--encoding gb18030` or `--encoding utf-16le`; or save the file as UTF-8
error-input-encoding-unknown = There is no encoding of that name
hint-input-encoding-unknown = Known are utf-8, big5, gb18030, utf-16le, windows-1252 and the other names of the web
error-input-encoding-mismatch = The text is not in that encoding
hint-input-encoding-mismatch = Leave `--encoding` out to have it found, or save the file as UTF-8

error-file-unwritable = The file { $path } could not be written
hint-file-unwritable = Check that the folder is there and that you may write in it
error-deliverable-unkept = What came back could not be kept
hint-deliverable-unkept = Check the space on the disk, then paste it again; nothing else has changed
error-publish-failed = The files could not be put into your folder
hint-publish-failed = Check that the folder is there and that you may write in it, then accept again; your files are as they were
error-publish-conflict = Changed in your folder meanwhile: { $files }
hint-publish-conflict = Nothing was written; move your version aside or merge it, then `halfday review ITEM accept` or `… rework --with FILE`
error-randomness-missing = The system gives no random numbers
hint-randomness-missing = Start the computer again, then try again

error-reference-unclear = “{ $text }” names no job and no item
hint-reference-unclear = A job is 12, an item 12.3, a subitem 12.3.1; `halfday jobs` lists the jobs
error-job-not-found = There is no job { $job }
hint-job-not-found = `halfday jobs` lists them
error-item-not-found = There is no item { $item }
hint-item-not-found = `halfday board JOB` lists the items of a job
error-agent-not-found = No AI called { $agent } is known here
hint-agent-not-found = `--to ai` hands it over by the clipboard, to any chat
error-reason-unknown = “{ $reason }” is not one of the reasons
hint-reason-unknown = wrong_facts, invented, wrong_format, incomplete, off_brief, needs_my_judgement, tool_trouble or other
error-interval-kind-unknown = “{ $kind }” is not one of the kinds of time
hint-interval-kind-unknown = work, brief, review or rework
error-language-unknown = Halfday does not speak “{ $language }”
hint-language-unknown = en, zh-Hant or zh-Hans
error-name-not-veiled = “{ $name }” is not among the names you gave the veil
hint-name-not-veiled = `halfday settings` lists them
error-week-unknown = “{ $week }” is not a week
hint-week-unknown = A week reads like 2026-W47
error-week-not-over = The week { $week } is not over
hint-week-not-over = Its report is issued on the Monday after it; until then it can be read
error-felt-unknown = “{ $felt }” is no answer to what AI saved
hint-felt-unknown = lost, nothing, half_hour, hour or two_hours
error-grouping-unknown = Nothing can be grouped by “{ $by }”
hint-grouping-unknown = kind, agent, family, length or week
error-minutes-out-of-range = { $minutes } minutes are out of range
hint-minutes-out-of-range = One item takes 1 to 480 minutes; split what is longer
error-share-out-of-range = { $share } is not a part of a whole
hint-share-out-of-range = Say it between 0% and 100%: `halfday guess JOB 40%`
error-title-empty = A title is missing
hint-title-empty = Give it one: `--title "…"`
error-different-jobs = These items belong to different jobs
hint-different-jobs = Do it for one job at a time
error-nothing-named = No item was named
hint-nothing-named = `halfday board JOB` shows what they are called
error-dependency-cycle = Item { $item } would wait for itself
hint-dependency-cycle = `halfday show ITEM` says what waits for what; take one of them out with `halfday edit ITEM --after …`

error-not-allowed = { $status ->
    [open] Not possible: item { $item } is still to do
    [queued] Not possible: item { $item } is queued for AI
    [working] Not possible: somebody is working on item { $item }
    [waiting] Not possible: item { $item } is waiting for you
    [in_review] Not possible: item { $item } waits for your review
    [done] Not possible: item { $item } is done
    [blocked] Not possible: item { $item } is blocked
    [dropped] Not possible: item { $item } has been dropped
   *[other] Not possible: item { $item } is { $status }
}
hint-not-allowed = { $status ->
    [open] Hand it over with `halfday give { $item } --to ai`, or finish it with `halfday done { $item }`
    [queued] Copy its brief with `halfday copy { $item }`, or take it back with `halfday give { $item } --to me`
    [waiting] `halfday paste`, `halfday nogood { $item } --reason …` or `halfday neversent { $item }`
    [in_review] Judge it first: `halfday review { $item }`
    [done] `halfday reopen { $item }` opens it again if you did it; `halfday undo` takes the last step back
    [dropped] `halfday restore-item { $item }` brings it back
   *[other] `halfday show { $item }` says where it stands
}
error-covered = Item { $item } was handed over together with others, as { $by }
hint-covered = Do it for { $by }, or take { $by } back first: `halfday give { $by } --to me`
error-estimate-frozen = The minutes of item { $item } are fixed since it was handed over
hint-estimate-frozen = Take it back to change them: `halfday give { $item } --to me`
error-say-if-looked = What came back for item { $item } has not been judged
hint-say-if-looked = Say which it was: `--because rejected` or `--because not-looked-at`; or judge it: `halfday review { $item }`
error-say-what-became = The brief of item { $item } is out, and nothing was said of its answer
hint-say-what-became = Say what became of it: `halfday paste`, `halfday nogood { $item } --reason …` or `halfday neversent { $item }`; or leave that open with `--because unsaid`
error-accepted-from-ai = Item { $item } was done by AI and accepted
hint-accepted-from-ai = `halfday wrong { $item } --reason …` says that it turned out wrong; `halfday undo` takes a fresh verdict back
error-job-open = Job { $job } is open already
hint-job-open = `halfday board { $job }` shows it
error-job-closed = Job { $job } is closed
hint-job-closed = `halfday reopen { $job }` opens it again
error-job-not-closed = Job { $job } is not closed yet
hint-job-not-closed = Close it first: `halfday close { $job }`
error-items-under-way = Still under way: { $items }
hint-items-under-way = Judge what waits in `halfday review`, and take the rest back: `halfday give ITEM --to me`
error-items-open = Still open: { $items }
hint-items-open = Say what becomes of them: `--rest did` (you did them), `--rest drop` (not needed) or `--rest later`
error-list-empty = The list has no items
hint-list-empty = Add at least one item, then use the list
error-template-not-found = There is no template called { $name }
hint-template-not-found = `halfday template list` shows what there is
error-template-name-taken = There is a template called { $name } already
hint-template-name-taken = Choose another name, or delete the old one first
error-days-out-of-range = { $days } days is too far away
hint-days-out-of-range = Choose a day within ten years
error-job-unsaid = Nothing says which job this is for
hint-job-unsaid = Write its number with a plus, for example +12
error-attempt-not-found = Item { $item } has no attempt { $number }
hint-attempt-not-found = `halfday show { $item }` lists its attempts
error-deliverable-not-found = There is no file { $path } in this attempt
hint-deliverable-not-found = Look at the item again; it may have been tried once more since
error-nothing-to-divide = Item { $item } has no parts to make items of
hint-nothing-to-divide = Only an item with parts can be divided; `halfday show { $item }` lists what it has, `halfday add` makes items of your own
error-never-accepted = Item { $item } has no accepted answer
hint-never-accepted = `halfday show { $item }` lists what was tried

error-input-answer-empty = There is no answer in what was pasted
hint-input-answer-empty = Copy the whole answer from the chat, the halfday: line with it; if it was no good: `halfday nogood ITEM --reason …`
error-input-answer-unmarked = No line in it says which item it answers
hint-input-answer-unmarked = Copy the answer with its first line (halfday:…); or name the item and say so: `halfday paste ITEM --anyway`
error-input-answer-old = This answers an earlier attempt at item { $item }
hint-input-answer-old = Copy the newest brief, `halfday copy { $item }`, and paste the answer to that one
error-input-answer-foreign = { $line } belongs to no brief of this data folder
hint-input-answer-foreign = Was it copied on another computer or with another `--data`? Paste it there
error-input-answer-is-brief = This is the brief itself, not an answer to it
hint-input-answer-is-brief = Paste the brief into your chat, then copy what the chat answers
error-not-waiting-for-paste = Item { $item } is not waiting for an answer
hint-not-waiting-for-paste = Copy its brief first: `halfday copy { $item }`
error-input-files-without-item = Nothing says which item these files belong to
hint-input-files-without-item = Name it: `halfday paste ITEM FILE…`
error-input-file-name-refused = The file name { $path } cannot be taken in
hint-input-file-name-refused = Give the file a plain name inside the folder, without “..” and without a leading dot or slash
error-rework-without-minutes = How many minutes you worked on it is missing
hint-rework-without-minutes = `halfday review ITEM rework --minutes N`; 0 is a fine answer

error-input-history-row = Line { $line } of the history cannot be used ({ $problem })
hint-input-history-row = Nothing was taken in; mend the line and try again, `--dry-run` first if you like

error-deletion-unconfirmed = Nothing was deleted: type { $word } to delete everything
hint-deletion-unconfirmed = There is no way back but a backup
error-nothing-to-undo = There is nothing to take back
hint-nothing-to-undo = `halfday activity` shows what happened
error-nothing-to-redo = There is nothing to do again
hint-nothing-to-redo = Only what `halfday undo` took back, with nothing done since, can be done again
error-undo-refused = It cannot be taken back any more: later work rests on it ({ $what })
hint-undo-refused = `halfday activity` shows what came after it
error-no-timer = No timer is running
hint-no-timer = `halfday timer start ITEM` begins one

error-disk-full = The disk is full
hint-disk-full = Make some room and try again; nothing was lost
error-folder-not-writable = The data folder cannot be written
hint-folder-not-writable = Check whom it belongs to, or name another: `halfday --data DIR …`
error-database-failed = The database could not do it
hint-database-failed = Try again; if it happens again, `halfday verify` looks for damage
error-database-busy = Another program kept the database busy for too long
hint-database-busy = Try again in a moment
error-database-damaged = The database is damaged
hint-database-damaged = Nothing was changed; bring back a copy with `halfday restore FILE`
error-database-foreign = The file in the data folder belongs to another program
hint-database-foreign = Name another folder: `halfday --data DIR …`
error-database-newer = The data was written by a newer Halfday
hint-database-newer = Install the newer version; this one leaves the data as it is
error-database-in-use = Another Halfday has the data open
hint-database-in-use = Close the window and other terminals, then try again
error-changed-meanwhile = Somebody changed it meanwhile
hint-changed-meanwhile = Look at it again, then try again
error-not-found = It is not there any more
hint-not-found = `halfday jobs` and `halfday board JOB` show what there is
error-empty-replaces-full = What would come in is empty, and what is there is not
hint-empty-replaces-full = Choose another copy; nothing was changed

error-worker-unstartable = AI's work could not be started
hint-worker-unstartable = Close other programs and try once more
error-agent-name-taken = There is an agent called { $agent } already
hint-agent-name-taken = Choose another name; what an agent is never changes
error-agent-name-refused = “{ $agent }” cannot be the name of an agent
hint-agent-name-refused = One word of at most 40 characters, and not me, ai or clipboard
error-agent-unusable = No agent can be made of it: { $why }
hint-agent-unusable = `halfday agents add --help` says what is needed
error-agent-needs-network = This agent is a program that reaches the network, its AI and everything else there
hint-agent-needs-network = Add it with --network if you agree; your files it reaches only in its own copy
error-agent-in-use = { $agent } still has items
hint-agent-in-use = Finish them, hand them to somebody else or take them back first
error-no-sandbox = No commands can be run on this computer: it has no sandbox to keep them in
hint-no-sandbox = Install bubblewrap (the program bwrap) and try again
error-key-name-refused = This cannot be the name of a key
hint-key-name-refused = At most 24 letters, digits and _; the key itself is asked for afterwards
error-input-key-refused = This cannot be a key
hint-input-key-refused = A key is one line of 8 to 1,024 visible characters without blanks
error-key-unknown = There is no key called { $key }
hint-key-unknown = `halfday key list` shows what there is
error-key-of-environment = This key comes from { $variable }, which this program cannot change
hint-key-of-environment = Take the variable out where it is set, and start the program again
error-keychain-unreachable = The keychain of this system cannot be used: { $why }
hint-keychain-unreachable = Unlock it and try again, or start the program with { $variable } set; the key is never written into a file
error-no-shadow-by = The clipboard cannot work beside you
hint-no-shadow-by = Name an agent: `halfday shadow ITEM --to AGENT`
error-not-under-way = AI does nothing of item { $item } right now
hint-not-under-way = `halfday give { $item } --to me` takes back what is queued
error-nothing-asked = Item { $item } has no open question
hint-nothing-asked = `halfday attempts { $item }` shows what was tried
error-answer-unclear = “{ $text }” is not one of the answers to item { $item }
hint-answer-unclear = go-on or stop; for a permission once, always or no
error-still-stopping = Item { $item } was asked to stop and has not ended yet
hint-still-stopping = Look again in a moment: `halfday show { $item }`

# What the hands could not do, behind another sentence.
runner-read = a file could not be read
runner-write = a file could not be written
runner-not_a_hash = what was recorded of a file makes no sense
runner-object_missing = the content of a file is not in the store any more
runner-object_damaged = the stored content of a file is damaged
runner-path_refused = a file has a name that is not allowed
runner-conflict = files changed in your folder meanwhile
runner-not_a_publication = the name under which files are put into your folder makes no sense
runner-already_publishing = these files are being put into your folder already
runner-journal = the journal of what goes into your folder cannot be understood
runner-half_way = putting files into your folder stopped half-way; the next start goes on with it
runner-web_client = web pages cannot be looked at from here
runner-start = a program did not start
runner-wait = a program could not be waited for
runner-does_not_end = a program was killed and is still there
runner-disk_full = the disk is full
runner-too_large = there are more files than may be copied
runner-too_long = a file is longer than may be
runner-workspace_missing = the folder is not there
runner-input_missing = a file it works from is not there
runner-unsteady = a file changes all the time
runner-stopped = it was stopped
runner-not_a_name = a folder cannot have this name
runner-already_staged = there is a copy of its files already
runner-not_staged = there is no copy of its files
runner-in_use = the copy of its files is in use
runner-no_checkpoint = there is no such checkpoint
runner-no_sandbox = no fence holds on this computer, so no program is started
runner-scope_refused = too much of this computer would be opened to a program
