### Today, new jobs, closing, the week, templates, settings: only in the window.

window-nav-today = 今天
window-nav-review = 审阅
window-nav-weekly = 周报
window-nav-templates = 模板
window-nav-activity = 记录
window-nav-waiting = { $count ->
   *[other] { $count } 项等你审阅
}
window-palette-open = 搜索或执行…
window-start-unread = 无法开始
