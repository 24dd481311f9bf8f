### 只有視窗會說的話。

window-nav = 頁面
window-nav-jobs = 工作
window-nav-settings = 設定
window-new-job = 新增工作
window-try-again = 再試一次
window-close = 關閉
window-cancel = 取消
window-undo = 復原
window-loading = 讀取中…
window-error-unnamed = 這一步沒有成功（{ $code }）。
window-unknown-title = 沒有這個頁面
window-unknown-body = 網址 { $hash } 沒有對應的內容。
window-all-jobs = 所有工作
window-no-display = 這裡沒有可以開啟視窗的螢幕。終端機程式也能做同樣的事：halfday --help
window-option-unknown = 視窗不認得 { $option }，只認得 --data 資料夾。
window-start-failed = 無法開啟視窗：{ $why }

window-jobs-title = 工作
window-jobs-empty-title = 還沒有工作
window-jobs-empty-body = 找一件大約四小時的工作，把信件、筆記或清單貼上來。它會變成一份清單，讓你一項一項交辦出去。
window-jobs-failed = 無法讀取工作
window-jobs-progress = { $items } 項中 { $finished } 項已了結
window-jobs-review = { $count ->
   *[other] { $count } 項待你審閱
}
window-jobs-closed = 已結案

window-board-job = 工作 { $job }
window-board-me = 我
window-board-ai = AI
window-board-lanes = 由誰來做
window-board-failed = 無法讀取這件工作
window-board-me-empty = 沒有項目在你手上。可以在下面加入。
window-board-ai-empty = 還沒有交給 AI 的項目。把項目拖過來，或在項目上按 A。
window-board-dropped = { $count ->
   *[other] { $count } 項不做了
}
window-hand-over = 交給 AI
window-hand-over-item = 交給 AI：{ $title }
window-take-back = 收回
window-take-back-item = 收回：{ $title }
window-handed-over = { $count ->
   *[other] 已把 { $count } 項交給 AI
}
window-taken-back = { $count ->
   *[other] 已收回 { $count } 項
}
window-suits-ai = 適合 AI
window-waits-for = 要先完成 { $items }
window-list-comma = 、
window-attempts = { $count ->
   *[other] 嘗試 { $count } 次
}
window-subitems = { $all } 條中已勾 { $done } 條
window-covered = 併入 { $by }

window-unlooked-title = { $count ->
    [1] 收回：{ $title }
   *[other] 收回 { $count } 項
}
window-unlooked-body = { $count ->
    [1] AI 已經為這一項交回成果。那份成果怎麼樣？
   *[other] AI 已經為其中一項交回成果。那份成果怎麼樣？
}
window-unlooked-rejected = 不能用
window-unlooked-not-looked-at = 我還沒看

window-new-title = 新增工作
window-new-label = 哪一件工作，你平常要花大約四小時？把信、筆記或清單貼上來。
window-new-local = 內容不會離開這台電腦。
window-new-split = 拆成清單
window-new-change = 改內容
window-new-use = 就用這份清單
window-new-draft = 這是草稿，還沒有存檔
window-new-guess = 「≈」是程式猜的，明顯不對再改。
window-new-done-when = 完成條件：{ $text }

window-settings-title = 設定
window-settings-language = 語言
window-settings-theme = 外觀
window-settings-data = 資料
window-settings-folder = 資料夾
window-settings-failed = 無法讀取設定
window-theme-system = 跟隨系統
window-theme-light = 淺色
window-theme-dark = 深色
window-language-en = English
window-language-zh-Hant = 繁體中文
window-language-zh-Hans = 简体中文
