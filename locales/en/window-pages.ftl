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
