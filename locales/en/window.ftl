### What only the window says.

window-nav = Pages
window-nav-jobs = Jobs
window-nav-settings = Settings
window-new-job = New job
window-try-again = Try again
window-close = Close
window-cancel = Cancel
window-undo = Undo
window-loading = Reading…
window-error-unnamed = That did not work ({ $code }).
window-unknown-title = There is no such page
window-unknown-body = The address { $hash } leads nowhere.
window-all-jobs = All jobs
window-no-display = There is no display here for a window to open on. The terminal program does the same: halfday --help
window-option-unknown = { $option } is no option of the window. It knows --data FOLDER.
window-start-failed = The window could not be opened: { $why }

window-jobs-title = Jobs
window-jobs-empty-title = No jobs yet
window-jobs-empty-body = Take a piece of work of about four hours and paste its mail, notes or list. It becomes a checklist you can hand over item by item.
window-jobs-failed = The jobs could not be read
window-jobs-progress = { $finished } of { $items } finished
window-jobs-review = { $count ->
    [one] 1 needs your review
   *[other] { $count } need your review
}
window-jobs-closed = Closed

window-board-job = Job { $job }
window-board-me = Me
window-board-ai = AI
window-board-lanes = Who works on it
window-board-failed = This job could not be read
window-board-me-empty = Nothing is with you. Add an item below.
window-board-ai-empty = Nothing is with AI yet. Drag an item here, or press A on it.
window-board-dropped = { $count ->
    [one] 1 dropped item
   *[other] { $count } dropped items
}
window-hand-over = Hand over to AI
window-hand-over-item = Hand over to AI: { $title }
window-take-back = Take back
window-take-back-item = Take back: { $title }
window-handed-over = { $count ->
    [one] 1 item handed to AI
   *[other] { $count } items handed to AI
}
window-taken-back = { $count ->
    [one] 1 item is with you again
   *[other] { $count } items are with you again
}
window-suits-ai = Suits AI
window-waits-for = waits for { $items }
window-list-comma = {", "}
window-attempts = { $count ->
    [one] 1 attempt
   *[other] { $count } attempts
}
window-subitems = { $done } of { $all } ticked
window-covered = part of { $by }

window-unlooked-title = { $count ->
    [one] Take back: { $title }
   *[other] Take back { $count } items
}
window-unlooked-body = { $count ->
    [one] AI has delivered something for this item. What became of it?
   *[other] AI has delivered something for one of these items. What became of it?
}
window-unlooked-rejected = It was no good
window-unlooked-not-looked-at = I did not look at it

window-new-title = New job
window-new-label = What work usually takes you about four hours? Paste the mail, notes or list.
window-new-local = Nothing leaves this computer.
window-new-split = Split it
window-new-change = Change the text
window-new-use = Use this list
window-new-draft = A draft, not stored yet
window-new-guess = ≈ is our guess. Change what is clearly off.
window-new-done-when = Done when: { $text }

window-settings-title = Settings
window-settings-language = Language
window-settings-theme = Appearance
window-settings-data = Data
window-settings-folder = Folder
window-settings-failed = The settings could not be read
window-theme-system = As the system
window-theme-light = Light
window-theme-dark = Dark
window-language-en = English
window-language-zh-Hant = 繁體中文
window-language-zh-Hans = 简体中文
