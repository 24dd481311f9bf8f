### The board and its rows, only in the window.

window-board-open = Open
window-board-keep = Keep
window-board-copy-brief = Copy brief
window-board-copy-briefs = { $count ->
    [one] Copy brief
   *[other] Copy { $count } briefs
}
window-board-as-one = Hand over as one
window-board-merge = Merge
window-board-divide = Divide
window-board-edit = Edit
window-board-drop = Drop
window-board-restore = Restore
window-board-restore-item = Restore: { $title }
window-board-done = Done
window-board-done-item = Done: { $title }
window-board-more = More
window-board-more-item = More for: { $title }
window-board-more-job = More for this job
window-board-move-up = Up
window-board-move-down = Down
window-board-move-top = To the top
window-board-timer-start = Start timer
window-board-timer-stop = Stop timer
window-board-save = Save
window-board-clear = Clear
window-board-selected = { $count } selected
window-board-drag = { $count ->
    [one] { $title }
   *[other] { $count } × { $title }
}

window-board-moved = { $count ->
    [one] Moved: { $title }
   *[other] { $count } items moved
}
window-board-told-dropped = { $count ->
    [one] Dropped: { $title }
   *[other] { $count } items dropped
}
window-board-restored = Restored: { $title }
window-board-merged = { $count } items are one now: { $title }
window-board-divided = Divided: { $title }
window-board-finished = Done: { $title }
window-board-reopened = Open again: { $title }
window-board-edited = Changed: { $title }
window-board-added = { $count ->
    [one] 1 item added
   *[other] { $count } items added
}
window-board-handed-over-as-one = { $count } items handed to AI as one
window-board-handed-over-job = The whole job is handed to AI
window-board-timer-started = Timer runs: { $title }
window-board-timer-stopped = Timer stopped: { $title }
window-board-news = { $status }: { $title }

window-board-done-count = { $count } done
window-board-add = Add items
window-board-add-hint = Add an item, or paste lines
window-quick-add-how = One item a line: title #kind +job @me or @ai 30m. Enter adds; Shift+Enter begins another line.
window-board-filter = Filter
window-board-filter-shown = { $shown } of { $all }
window-board-filter-none = Nothing here matches the filter.
window-board-panel = Item
window-board-scope-bundle = handed over as one
window-board-scope-job = whole job

window-board-edit-item = Edit: { $title }
window-board-edit-title = Title
window-board-minutes = Minutes it takes you
window-board-minutes-other = Other number of minutes
window-board-frozen = { $estimate }, fixed since { $when }, when it was handed over.
window-board-frozen-unsaid = No estimate. Fixed since { $when }, when it was handed over.

window-board-felt-title = Done: { $title }
window-board-felt-question = Estimated { $estimate }. About as long as you thought?
window-board-felt-shorter = Shorter
window-board-felt-as-thought = As thought
window-board-felt-longer = Longer
window-board-felt-skip = Do not say

window-board-wait-for = Waits for…
window-board-wait-title = What has to be done before: { $title }
window-board-wait-nothing = This job has no other open items.


window-board-whole-job = Whole job
window-board-whole-job-hint = Hand the whole job to AI as one; its list is the acceptance
window-board-whole-job-title = { $count ->
    [one] Hand over the 1 open item as a whole?
   *[other] Hand over the { $count } open items as a whole?
}
window-board-whole-job-stays = { $items } would stay as they are: they are begun, or with AI already.
window-board-close-job = Close job
window-board-workspace = Folder of this job
window-board-job-closed = This job is closed. It can be read, not changed.
window-board-job-result = Result
window-board-job-reopen = Open again
window-board-job-reopened = The job is open again
window-board-share-guess = Guess AI’s share…
window-board-share-question = How much will AI do well enough?
window-board-share-yours = your guess for AI: { $share }
window-board-share-keep = This is my guess
window-board-share-skip = Skip
window-board-share-note = Measured in your own minutes. When the job is closed, your guess stands beside what came of it.
window-board-share-kept = Your guess is kept until the job is closed
window-board-template-save = Save as template…
window-board-template-name = Name of the template
window-board-template-saved = Saved as template: { $name }
window-board-repeat = Do this job again
window-board-repeated = The same job, as a new trial
