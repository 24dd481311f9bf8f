### 視窗對桌面說的話，以及桌面上的事。

error-clipboard-unreachable = 無法使用剪貼簿
hint-clipboard-unreachable = 請再試一次，可能有其他程式正在使用
error-dialog-unshown = 無法開啟對話框
hint-dialog-unshown = 請關閉 Halfday 重新啟動，再試一次
error-path-refused = 這裡不開啟 { $path }，因為開啟它可能會執行程式
hint-path-refused = 請打開它所在的資料夾，用你選的程式來看
error-link-refused = 這裡不開啟 { $url }：它不是 http 開頭的網址
hint-link-refused = 如果你信任這個網址，可以自己複製
error-not-opened = 系統無法開啟 { $what }
hint-not-opened = 請確認系統用哪個程式開啟這類內容

desk-report-issued = 本週報告做好了
desk-tray-show = 顯示 Halfday
desk-quick-add = 快速新增
desk-quit = 結束
desk-one-needs-you = { $status } · { $job }
desk-several-need-you = { $count ->
   *[other] 有 { $count } 項等你處理
}
desk-window-again = 視窗一片空白。改用另一種繪圖方式重新啟動。
desk-window-blank = 視窗一片空白。終端機程式也能做同樣的事：halfday --help
desk-key = 隨處快速新增
desk-key-none = 沒有快速鍵：已被其他程式使用，或桌面環境不提供。系統匣圖示裡有同樣的功能。
