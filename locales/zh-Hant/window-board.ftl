### The board and its rows, only in the window.

window-board-open = 開啟
window-board-keep = 自己做
window-board-copy-brief = 複製說明
window-board-copy-briefs = { $count ->
    [1] 複製說明
   *[other] 複製 { $count } 份說明
}
window-board-as-one = 合在一起交辦
window-board-merge = 合併
window-board-divide = 拆開
window-board-edit = 編輯
window-board-drop = 不做了
window-board-restore = 還原
window-board-restore-item = 還原：{ $title }
window-board-done = 完成
window-board-done-item = 完成：{ $title }
window-board-more = 更多
window-board-more-item = 更多動作：{ $title }
window-board-more-job = 這件工作的更多動作
window-board-move-up = 上移
window-board-move-down = 下移
window-board-move-top = 移到最上面
window-board-timer-start = 開始計時
window-board-timer-stop = 停止計時
window-board-save = 儲存
window-board-clear = 取消選取
window-board-selected = 已選 { $count } 項
window-board-drag = { $count ->
    [1] { $title }
   *[other] { $count } × { $title }
}

window-board-moved = { $count ->
    [1] 已移動：{ $title }
   *[other] 已移動 { $count } 項
}
window-board-told-dropped = { $count ->
    [1] 不做了：{ $title }
   *[other] { $count } 項不做了
}
window-board-restored = 已還原：{ $title }
window-board-merged = { $count } 項已合併成一項：{ $title }
window-board-divided = 已拆開：{ $title }
window-board-finished = 已完成：{ $title }
window-board-reopened = 重新打開：{ $title }
window-board-edited = 已修改：{ $title }
window-board-added = 已加入 { $count } 項
window-board-handed-over-as-one = 已把 { $count } 項合在一起交給 AI
window-board-handed-over-job = 整件工作已交給 AI
window-board-timer-started = 開始計時：{ $title }
window-board-timer-stopped = 停止計時：{ $title }
window-board-news = { $status }：{ $title }

window-board-done-count = 已完成 { $count } 項
window-board-add = 加入項目
window-board-add-hint = 加入項目，或貼上幾行
window-quick-add-how = 一行一項：標題 #類型 +工作 @me 或 @ai 30m。按 Enter 加入，按 Shift+Enter 換行。
window-board-filter = 篩選
window-board-filter-shown = { $all } 項中的 { $shown } 項
window-board-filter-none = 這裡沒有符合篩選的項目。
window-board-panel = 項目
window-board-scope-bundle = 合在一起交辦
window-board-scope-job = 整件交辦

window-board-edit-item = 編輯：{ $title }
window-board-edit-title = 標題
window-board-minutes = 自己做要幾分鐘
window-board-minutes-other = 其他分鐘數
window-board-frozen = { $estimate }，{ $when } 交辦時定下。
window-board-frozen-unsaid = 沒有預估，{ $when } 交辦時就定下了。

window-board-felt-title = 完成：{ $title }
window-board-felt-question = 預估 { $estimate }。跟你想的差不多久嗎？
window-board-felt-shorter = 比較短
window-board-felt-as-thought = 差不多
window-board-felt-longer = 比較久
window-board-felt-skip = 不回答

window-board-wait-for = 要等哪些項目…
window-board-wait-title = 要先完成哪些，才能做：{ $title }
window-board-wait-nothing = 這件工作沒有其他未完成的項目。


window-board-whole-job = 整件交辦
window-board-whole-job-hint = 把整件工作當成一項交給 AI，清單就是驗收條件
window-board-whole-job-title = 把未開始的 { $count } 項整件交辦嗎？
window-board-whole-job-stays = { $items } 會維持原樣，因為已經開始，或已經交給 AI。
window-board-close-job = 結案
window-board-workspace = 這件工作的資料夾
window-board-job-closed = 這件工作已結案，只能看，不能改。
window-board-job-result = 成績單
window-board-job-reopen = 重新打開
window-board-job-reopened = 這件工作已重新打開
window-board-share-guess = 猜猜 AI 能做多少…
window-board-share-question = 你猜 AI 能做好多少？
window-board-share-yours = 你猜 AI 能做好 { $share }
window-board-share-keep = 我猜這樣
window-board-share-skip = 略過
window-board-share-note = 以你自己的時間計。結案時，會把你猜的和實際結果放在一起看。
window-board-share-kept = 已記下你的猜測，結案時再看
window-board-template-save = 存成範本…
window-board-template-name = 範本名稱
window-board-template-saved = 已存成範本：{ $name }
window-board-repeat = 同樣的工作再做一次
window-board-repeated = 已新增：同樣的工作再做一次
