### 項目、剪貼簿往返與審閱，只有視窗會說的話。

window-clip-copy-brief = 複製說明
window-clip-copy-follow-up = 複製後續說明
window-clip-copy-title-plain = 複製說明
window-clip-copy-title = { $count ->
    [1] 複製這一項的說明
   *[other] 把 { $count } 項寫成一份說明
}
window-clip-copy-failed = 無法產生說明
window-clip-preview = 會貼進聊天室的內容
window-clip-local = 會離開這台電腦的只有這些內容，而且要等你貼出去。
window-clip-copy = 複製
window-clip-done = 好了
window-clip-copied = 已複製。貼到你的聊天室。
window-clip-copied-files = 已複製。貼到你的聊天室，附件從這裡拖過去。
window-clip-by-hand = 系統的剪貼簿沒有收下。請從這裡選取文字，自己複製。
window-clip-veiled = { $count ->
    [0] 沒有遮名
   *[other] 遮了 { $count } 個名字
}
window-clip-veil-add = 再遮一個名字
window-clip-veil-add-send = 遮起來
window-clip-tray = { $count ->
    [1] 這個檔案一起拖過去
   *[other] 這 { $count } 個檔案一起拖過去
}
window-clip-reveal = 在資料夾中顯示
window-clip-reveal-file = 在資料夾中顯示：{ $path }
window-clip-copy-path = 複製路徑
window-clip-copy-path-of = 複製路徑：{ $path }
window-clip-path-copied = 已複製路徑

window-clip-paste = 貼上結果
window-clip-no-good = 不能用
window-clip-never-sent = 沒送出
window-clip-never-sent-told = 沒送出：{ $title }。這一項回到你手上，不列入統計。
window-clip-no-good-title = 不能用：{ $title }
window-clip-no-good-told = 已記為不能用。
window-clip-retry = 再試一次
window-clip-became-title = 收回：{ $title }
window-clip-became-body = 它的說明已經複製出去。後來怎麼樣了？
window-clip-became-answer = 有答案，貼上來
window-clip-became-no-good = 答案不能用
window-clip-became-never-sent = 根本沒送出
window-clip-became-unsaid = 現在說不上來

window-clip-paste-title = 貼上結果
window-clip-paste-box = 把整份答案貼在這裡，連同 halfday: 那一行。
window-clip-pasted = 貼上的內容
window-clip-found = { $count ->
    [1] 這是這一項的答案
   *[other] 這是這 { $count } 項的答案
}
window-clip-whose = 答案裡沒有寫是哪一項。是哪一項的？
window-clip-whose-files = 這些檔案是哪一項的？
window-clip-none-waiting = 沒有項目在等答案。請先複製說明。
window-clip-files = 檔案：{ $files }
window-clip-rounds = 這是它第一次的回答嗎？
window-clip-round-1 = 是
window-clip-round-2 = 第 2 次
window-clip-round-3 = 第 3 次
window-clip-round-4 = 更多
window-clip-minutes = 你在聊天室花了
window-clip-take = 收下
window-clip-taken = 收下 { $count } 份答案。
window-clip-to-review = 去審閱
window-clip-hint-input-answer-empty = 請把聊天室的回答整份複製，包括 halfday: 那一行。如果不能用，就在項目上按「不能用」。
window-clip-hint-input-answer-old = 請複製最新的說明，再貼上對應的答案。
window-clip-hint-input-answer-foreign = 說明是在另一台電腦上複製的嗎？請貼到那一台。
window-clip-hint-input-answer-is-brief = 請把說明貼到聊天室，再把聊天室的回答複製過來。
window-clip-hint-not-waiting-for-paste = 請先複製它的說明。
window-clip-hint-input-files-without-item = 請連同答案的文字一起貼上，或一次只放一項的檔案。
window-clip-hint-input-file-name-refused = 請聊天室換一個單純的檔名，再貼上一次。

window-item-one = 項目 { $item }
window-item-failed = 讀不到這一項
window-item-open-page = 開成完整頁面
window-item-tabs = 這一項的內容
window-item-tab-brief = 說明
window-item-tab-log = 紀錄
window-item-log-empty-body = 你或 AI 對這個項目做的事，都會列在這裡。
window-item-tab-attempts = 嘗試（{ $count }）
window-item-deliverable = 交付成果
window-item-attempts = 嘗試
window-item-no-attempts = 還沒有嘗試過
window-item-nothing-delivered = 還沒有東西交回來
window-item-no-attempts-body = 把這一項交辦出去，說明貼到聊天室，再把答案貼回來，就會出現在這裡。
window-item-edit-title = 修改名稱
window-item-done-when = 完成條件
window-item-edit-done-when = 修改完成條件，一行一條
window-item-done-when-none = 還沒有。一行一條；寫成「contains: 合計」，程式就會幫你檢查。
window-item-instructions = 要做什麼
window-item-edit-instructions = 修改要做什麼
window-item-instructions-none = 看名稱就知道要做什麼。
window-item-subitems = 逐項打勾
window-item-source = 原文裡寫的
window-item-estimate = 預估
window-item-edit-minutes = 修改分鐘數
window-item-fixed = { $at } 定下
window-item-kind = 種類
window-item-who = 在誰手上
window-item-who-clipboard = 聊天室（剪貼簿）
window-item-forecast = 預測
window-item-waits-for = 要先等
window-item-inputs = 用到
window-item-edit-inputs = 修改用到的檔案，一行一個
window-item-outputs = 產出
window-item-edit-outputs = 修改要產出的檔案，一行一個
window-item-none = 無
window-item-commands = 指令
window-item-commands-switch = 做這一項時，AI 可以請你准許執行指令
window-item-commands-note = 關閉時，AI 不執行任何指令。開啟後，每個指令都會完整列出來，由你允許一次、這個指令都允許，或不允許。指令只在 AI 的副本裡執行，不連網路；Claude Code 和 Codex 會一次請你准許它們自己的所有指令，並保留連到它們 AI 的網路。從下一次嘗試開始算。
window-item-commands-always = 這一項都允許的指令；關閉後就會忘掉：
window-item-time = 你的時間
window-item-timer-start = 開始計時
window-item-timer-stop = 停止
window-item-log = 補記
window-item-log-send = 記下
window-item-logged = 已補記 { $minutes } 分鐘。
window-item-rounds-1 = 第 1 次回答
window-item-rounds-2 = 第 2 次回答
window-item-rounds-3 = 第 3 次回答
window-item-rounds-4 = 第 3 次以後的回答
window-item-steps = { $count } 步
window-item-cost = 花費 { $amount } 美元
window-item-cost-computed = 花費約 { $amount } 美元
window-item-compare = 和第 { $number } 次嘗試比較
window-item-compared = 第 { $from } 次嘗試與第 { $to } 次嘗試的差別
window-item-compared-close = 回到交付成果
window-item-wrong = 後來發現有錯
window-item-wrong-reason = 錯在哪裡？
window-item-wrong-send = 記下
window-item-wrong-told = 已記下：後來發現有錯。

window-review-title = 審閱
window-review-waiting = { $count } 份交付成果待你審閱。
window-review-queue = 待審閱的交付成果
window-review-order = 短的在前
window-review-empty = 沒有待審閱的交付成果。
window-review-empty-body = AI 交回來的東西，會在這裡等你決定。
window-review-failed = 讀不到待審閱的清單
window-review-attempt = 第 { $number } 次嘗試
window-review-verdict = 你的決定
window-review-accept = 通過
window-review-rework = 修改後通過
window-review-reject = 退回
window-review-clock = 看這一份的時間
window-review-clock-why = 看這一份的時間；停頓超過 2 分鐘的部分不算
window-review-minutes = 審閱
window-review-minutes-unit = 分鐘
window-review-edited = 你改過副本了。「修改後通過」用你的版本，「通過」用 AI 的版本。
window-review-rework-minutes = 你花了幾分鐘修改
window-review-rework-as-it-is = 按「開啟」會得到一份可以改的副本，改過的副本就是最後放進資料夾的版本。
window-review-rework-copies = 會採用你的版本：{ $files }
window-review-rework-send = 修改後通過
window-review-reason = 哪裡不對？
window-review-reason-missing = 請先選一個原因。
window-review-wrong-step = 從哪一步開始錯？
window-review-note = 給下一次嘗試的話
window-review-retry = 附上這段話再試一次
window-review-take-back = 收回
window-review-published = 已放進你的資料夾：{ $files }
window-review-conflict = 什麼都沒有寫入，也沒有遺失。請移開你的版本或改個檔名，再按 1；或在「開啟」的副本裡把兩邊合在一起，再按 2。

window-shown-files = 檔案
window-shown-open = 開啟
window-shown-open-why = 開啟一份可以改的副本
window-shown-edited = 你改過
window-shown-published = 已在你的資料夾：{ $path }
window-shown-failed = { $path } 無法顯示
window-shown-rows = { $count } 列
window-shown-rows-of = { $all } 列中的前 { $shown } 列
window-shown-link = 這個連結通往 { $host }。
window-shown-checks = { $all } 項檢查中 { $held } 項通過。
window-shown-check-holds = 符合
window-shown-check-fails = 不符合
window-shown-check-cannot-tell = 無法判斷
window-shown-check-for-person = 由你判斷
window-shown-added = 新增：
window-shown-removed = 刪除：
