### 週報與成績單。數字、時間長度和日期都已寫成文字後才傳進來。

report-title = 交辦週報
report-when = { $dates }（{ $week }）
report-running = 這週還沒結束
report-headline = 這裡列出並完成的工作共 { $listed }，其中 { $ai }由 AI 完成（{ $share }）。
report-headline-no-share = 這裡列出並完成的工作共 { $listed }，其中 { $ai }由 AI 完成。
report-share-range =
    { $jobs ->
       *[other] 依 { $jobs } 件已結案的工作，可能介於 { $range }。
    }
report-share-too-few =
    { $jobs ->
       *[other] 已結案 { $jobs } 件，滿 { $needed } 件才算百分比。
    }
report-nothing-closed = 這週沒有工作結案，還沒有時數可以分。
report-closed-without-minutes = 這週結案的工作裡，完成的項目都沒有填分鐘數。
report-first-time = { $of } 項中 { $right } 項一次通過：{ $rate }，可能介於 { $range }。
report-first-time-few = { $of } 項中 { $right } 項一次通過，滿 { $needed } 項才算百分比。
report-first-time-none = 這週沒有審閱任何第一次的嘗試。
report-unresolved =
    { $count ->
       *[other] 另有 { $count } 項交辦後沒有下文；如果都算失敗：{ $figure }。
    }
report-figure = { $of } 項中 { $right } 項，{ $rate }，可能介於 { $range }
report-figure-few = { $of } 項中 { $right } 項
report-short = 這週沒有審閱紀錄。
report-short-why = AI 交付的成果沒有通過也沒有退回，也沒有工作結案，所以沒有東西可算。
report-short-next = 審閱等你的成果，或把一件工作結案，數字就會出現在這裡。

report-saved = 扣掉你花的時間，省下
report-saved-felt = 你的感覺：{ $felt }
felt-saved-lost = 反而多花時間
felt-saved-nothing = 沒有省下
felt-saved-half_hour = 省下半小時
felt-saved-hour = 省下 1 小時
felt-saved-two_hours = 省下 2 小時以上
report-saved-range = 可能介於 { $range }
report-saved-less-brief = − 交代 { $time }
report-saved-less-review = − 審閱 { $time }
report-saved-less-rework = − 修改 { $time }
report-saved-worth = { $worth }：通過的項目 { $accepted } × { $ratio }，也就是你實際花的時間比預估（{ $items } 項）
report-saved-uncalibrated = 還沒校準
report-saved-missing = 要有 { $needed } 項自己做完並記了時間；目前 { $have } 項。
report-saved-untimed = 你花在上面的時間都沒有紀錄。
report-saved-accepted = 通過的項目 { $accepted }
report-saved-nothing = 沒有可算的
report-saved-nothing-why = 這週結案的工作裡，沒有交辦任何你自己填了分鐘數的項目。

report-compare = 最近 4 週與之前 4 週
report-compare-cannot = 還看不出來
report-compare-needs = 兩邊都要有 { $jobs } 件工作結案。
report-compare-share = 來自 AI：{ $after }，之前 { $before }；{ $word }
report-compare-first = 一次通過：{ $after }，之前 { $before }；{ $word }
report-more = 比之前多
report-less = 比之前少
report-better = 變好了
report-worse = 變差了
report-chance = 可能只是巧合

report-again = 再次交辦
report-again-what = 同類工作下次出現時，又交給 AI
report-again-none = 沒有再出現
report-again-none-what = 以前交辦過的那幾類工作，這週都沒有再出現。

report-share-chart = 結案的工作中 AI 的占比，逐週
report-share-chart-rose = 最近 4 週，結案的工作中 AI 的占比上升了
report-share-chart-fell = 最近 4 週，結案的工作中 AI 的占比下降了
report-share-chart-none = 一週要有 { $needed } 件工作結案，才算百分比。
report-share-chart-desc = 到{ $last }為止的 { $weeks } 週。下表有同樣的數字。
report-no-share = 件數太少
report-time-chart = 這 { $worth }去了哪裡
report-time-chart-how = 通過的項目如果由你自己做要花的時間
report-own-chart = 你花在 AI 工作上的時間：{ $spent }
report-own-chart-how = 這週結案的工作
report-part-saved = 省下
report-part-brief = 交代
report-part-review = 審閱
report-part-rework = 修改
report-table = 同樣的數字，列成表格
report-column-week = 週
report-column-jobs = 件數
report-column-share = 來自 AI
report-column-range = 可能介於
report-column-ai = AI
report-column-listed = 列出
report-column-first = 一次通過
report-column-rate = 百分比（可能介於）
report-rate = { $rate }（{ $range }）
report-column-part = 部分
report-column-time = 時間

report-next = 下次可以交辦
report-next-how = 最近 4 週你自己做的種類；省下的時間取偏低的估計（10%）
report-column-own = 你的時間
report-column-saves = 至少省下

report-kinds = 依種類
report-column-kind = 種類
report-column-ai-time = 來自 AI
report-kind-own-hidden = 你自訂的種類
report-kinds-more =
    { $count ->
       *[other] 另有 { $count } 種
    }
report-few = 次數少
report-missed = 沒有一次通過（{ $count } 項）
report-column-reason = 原因
report-column-times = 次數
report-column-which = 哪些
report-missed-none = 這週審閱的第一次嘗試全都通過。
report-missed-more = 另有 { $count } 項
report-missed-hidden = { $kind }，{ $minutes }
report-reason-after-rework = 要你修改才能用
report-reason-rounds = 聊天裡不只回答一次
report-reason-going-wrong = 做偏了，被你停下
report-reason-unsaid = 沒有留下原因
report-reason-failed-provider = 服務出問題
report-reason-failed-setup = 環境設定
report-reason-failed-model = 模型沒給出能用的回答
report-reason-failed-process = 做到一半卡住
report-reason-failed-verify = 沒通過檢查
report-reason-failed-budget = 額度用完
report-reason-failed-outside = 外部狀況
report-reason-failed-safety = 為了安全而暫停
report-reason-changed-mind = 你改變主意
report-reason-app-closed = 程式關閉
report-reason-never-sent = 沒送出
report-reason-lost = 執行中斷
report-whole = 結案 { $jobs } 件，其中整件交辦並通過的有 { $whole } 件。
report-all-accepted = 結案 { $jobs } 件，其中交給 AI 的項目全部通過的有 { $all } 件。
report-cost = 這週結束的嘗試花費：{ $cost }（{ $attempts } 次中 { $known } 次有紀錄）。

report-how-title = 這些數字怎麼來
report-how-minutes = 分鐘數是每個項目由你自己做要花的時間，在交辦或動手之前就固定下來。
report-how-guessed = 其中 ≈ { $guessed }是程式猜的。
report-how-without =
    { $count ->
       *[other] 有 { $count } 個完成的項目沒填分鐘數，不計入任何總和。
    }
report-how-first = 一次通過：第一次算數的嘗試，第一個回答就通過。
report-how-ranges = 區間為 95%，並考慮到同一件工作裡的項目彼此相近。
report-how-excluded = 不計入：範例、已復原的紀錄、之前就做完的項目、試驗，以及不是 AI 造成的失敗。
report-how-left-out = 這週有：{ $list }。
report-how-hidden = 標題已隱藏。
report-foot = 交辦 Halfday { $version } · 一週從週一開始，{ $zone } · { $date }製作
report-edition = 第 { $edition } 版，{ $date }製作
report-changed = { $date }製作之後有變動：{ $list }。
report-changed-between = ；
report-changed-figure = { $what }從 { $before } 變成 { $now }
report-changed-too-few = 太少不計
report-changed-listed = 列出並完成的時間
report-changed-from-ai = AI 完成的時間
report-changed-jobs = 結案的工作數
report-changed-share = AI 的占比
report-changed-right = 一次通過
report-changed-judged = 已審閱
report-changed-saved = 省下的時間
