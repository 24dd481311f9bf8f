### Today, new jobs, closing, the week, templates, settings: only in the window.

window-nav-today = 今天
window-nav-review = 審閱
window-nav-weekly = 週報
window-nav-templates = 範本
window-nav-activity = 紀錄
window-nav-waiting = { $count ->
   *[other] { $count } 項等你審閱
}
window-palette-open = 搜尋或執行…
window-start-unread = 無法開始
