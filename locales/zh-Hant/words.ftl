### 大家共用的詞：狀態、審閱結果、種類、原因。

app-name = 交辦
person-me = 我

status-open = 待辦
status-queued = 排隊中
status-working = 進行中
status-waiting-question = 等你回答
status-waiting-permission = 等你允許
status-waiting-paste = 等你貼上
status-waiting-budget = 額度用完，等你決定
status-waiting-limit = 等用量重置
status-waiting-provider = 等服務恢復
status-waiting-safety = 已暫停，請先看一下
status-in-review = 待你審閱
status-done = 完成
status-accepted = 通過
status-accepted-after-rework = 修改後通過
status-rejected = 已退回
status-blocked = 卡住了
status-failed = 失敗
status-stopped = 已停止
status-lost = 中斷：執行時程式結束了
status-quiet = 沒有動靜
status-dropped = 不做了

verdict-accepted = 通過
verdict-accepted_after_rework = 修改後通過
verdict-rejected = 退回

kind-write = 撰寫
kind-edit = 修改
kind-summarise = 摘要
kind-translate = 翻譯
kind-research = 找資料
kind-extract = 擷取
kind-analyse = 分析
kind-calculate = 計算
kind-code = 程式
kind-design = 設計
kind-plan = 規劃
kind-message = 訊息往來
kind-check = 核對
kind-decide = 決定
kind-meet = 會議
kind-file = 歸檔
kind-unsaid = 未分類

rejection-wrong_facts = 內容有誤
rejection-invented = 自己編的
rejection-wrong_format = 格式不對
rejection-incomplete = 不完整
rejection-off_brief = 沒照要求做
rejection-needs_my_judgement = 要我自己判斷
rejection-tool_trouble = 工具或網路問題
rejection-other = 其他

suggested-ai = AI
suggested-me = 我
suggested-either = 都可以

why-brief_says_so = 內容裡寫明了
why-needs_your_judgement = 這要由你決定
why-needs_you_there = 這要你本人到場
why-cannot_be_undone = 會送到外面，或做了就收不回來
why-checkable_text = 做出來的東西可以檢查
why-nothing_says = 內容沒有說該由誰做

estimate-source-rule = 程式猜的
estimate-source-person = 你填的
estimate-source-own_median = 你自己的中位數
estimate-source-timed = 實際計時

status-with-reason = { $status }：{ $reason }
attempt-delivered = 已交回，還沒審閱

job-summary = { $items } 項，{ $minutes }
job-planned = { $summary } · 其中 { $ai } 交給 AI（預計）

note-file-left = { $file } 之後有人改過，所以沒有動它。
note-file-missing = 找不到檔案 { $file }；說明裡還是寫了它。
note-waits-for = 項目 { $item } 要先完成 { $needs }，但還沒完成。
read-about = 讀完大約要 { $minutes }

stopped-unsaid = 沒說原因
stopped-going_wrong = 方向不對
stopped-changed_mind = 你改變了主意
stopped-app_closed = 程式關閉了
stopped-never_sent = 沒送出

failure-auth = AI 服務不接受這組登入資料
failure-billing = AI 服務的付款有問題
failure-spend_cap = AI 服務的花費已達上限
failure-rate_limited = AI 服務暫時不接受更多要求
failure-overloaded = AI 服務太忙
failure-server_error = AI 服務出錯
failure-timeout = AI 服務太久沒有回應
failure-stream_truncated = 答案傳到一半斷了
failure-agent_missing = 找不到這個 AI 程式
failure-not_signed_in = 這個 AI 程式還沒登入
failure-workspace_missing = 找不到這件工作的資料夾
failure-input_missing = 找不到要用的檔案
failure-disk_full = 磁碟已滿
failure-refused = AI 不肯做這一項
failure-truncated = 答案太長，被截斷了
failure-malformed_tool_call = 呼叫工具的格式無法讀取
failure-unknown_tool = 呼叫了不存在的工具
failure-format_drift = 沒有維持約定的格式
failure-no_action = 只說不做
failure-context_overflow = 內容超過 AI 一次能讀的量
failure-repetition = 一直重複同樣的步驟
failure-no_progress = 沒有進展
failure-goal_drift = 做著做著偏離了要做的事
failure-out_of_scope = 做了不該做的事
failure-premature_finish = 還沒做完就結束
failure-never_finishes = 一直沒有結束
failure-claim_without_effect = 說做了，其實沒做
failure-should_have_asked = 該問的時候沒有問
failure-ignored_feedback = 沒有照上一次的意見改
failure-nothing_delivered = 沒有交出任何成果
failure-check_failed = 有一項檢查沒過
failure-judge_rejected = 負責檢查的 AI 沒讓它過
failure-rejected_by_person = 你退回了
failure-inconclusive = 檢查看不出結果
failure-tokens = 詞元額度用完
failure-money = 金額額度用完
failure-time = 時間額度用完
failure-steps = 步數額度用完
failure-conflict = 檔案同時被別人改過
failure-agent_exited = AI 程式意外結束
failure-suspected_injection = 讀到的內容疑似在下指令
failure-sandbox_violation = 碰了可用資料夾以外的東西

verdict-recorded = 已記下。自己做預估要 { $estimate }。
verdict-recorded-rejected = 已記下：退回。
first-time-rate = 一次通過：{ $count }（{ $rate }）。
first-time-few = 一次通過：到目前為止 { $count }；還太少，不算百分比。

undone = 已復原：{ $what }
redone = 已重做：{ $what }
command-new = 新增工作（{ $count } 項）
command-guess = 猜 AI 能做多少（{ $count } 件）
command-give = 交出或收回 { $count } 項
command-give-job = 整件交辦（{ $count } 項）
command-give-bundle = { $count } 項當成一份交出
command-add = 新增 { $count } 項
command-edit = 修改 { $count } 項
command-move = 調整 { $count } 項的順序
command-drop = { $count } 項不做了
command-restore-item = 拿回不做的 { $count } 項
command-merge = 合併項目（{ $count } 處變動）
command-divide = 拆開項目（{ $count } 處變動）
command-copy = 複製 { $count } 項的說明
command-paste = 收下 { $count } 項的回答
command-nogood = { $count } 項的回答不能用
command-neversent = { $count } 項的說明沒送出
command-review = 審閱 { $count } 項
command-wrong = { $count } 項通過後發現有誤
command-done = 完成 { $count } 項
command-timer-start = 開始計時（{ $count } 項）
command-timer-stop = 停止計時（{ $count } 項）
command-log = 補記時間（{ $count } 項）
command-close = 結案（{ $count } 處變動）
command-reopen = 重新打開 { $count } 個項目
command-reopen-job = 重新打開 { $count } 件工作
command-settings = 更改 { $count } 項設定
command-import = 匯入 { $count } 筆紀錄

event-job_created = 新增了工作
event-job_changed = 修改了工作
event-job_closed = 工作結案
event-job_reopened = 工作重新打開
event-items_added = 新增了項目
event-item_edited = 修改了項目
event-item_moved = 調整了項目順序
event-item_removed = 移除了項目
event-status_changed = 狀態改變
event-assigned = 交出或收回
event-brief_copied = 複製了說明
event-attempt_ended = 嘗試結束
event-reviewed = 審閱完畢
event-published = 檔案已放進工作的資料夾
event-finished = 完成
event-timer_changed = 開始或停止計時
event-time_logged = 補記了時間
event-undone = 已復原
event-redone = 已重做
event-imported = 匯入了紀錄
event-setting_changed = 更改了設定
event-template_saved = 已存成範本
event-template_deleted = 已刪除範本
event-report_issued = 做好了報告

happened-handedover = 交給 AI
happened-started = 你開始做
happened-finished = 你做完了
happened-claimed = AI 開始做
happened-briefcopied = 複製了給聊天室的說明
happened-asked = 停下來等候
happened-answered = 已回答，繼續進行
happened-putdown = 先放下了
happened-delivered = 已交回，待你審閱
happened-failed = 這次嘗試失敗
happened-stopped = 已停止
happened-lost = 中斷：執行時程式結束了
happened-takenback = 收回
happened-accepted = 通過
happened-sentback = 退回
happened-unblocked = 不再卡住
happened-verdictwithdrawn = 收回審閱結果，重新待你審閱
happened-reopened = 重新打開
happened-dropped = 不做了
happened-restored = 拿回來做

result-sample = { $title }：已結案。這是範例，所以什麼都不計入。
result-title = 成績單：{ $title }
result-ai = AI 完成
result-ai-of = { $listed } 中的 { $ai }（{ $share }）
result-nothing = 無法計算占比：這件工作沒有可計入的項目
result-own = 你自己完成
result-guess = 你事先猜的
result-first-time = 一次通過
result-spent = 你花在說明、審閱和修改的時間
result-saved = 扣掉你自己的時間，省下
result-uncalibrated = 還沒校準：需要你自己計時做完 10 項
result-stretch = 不用你插手最久
result-rejected = 退回

backup-made = 已備份 { $jobs } 件工作並核對過：{ $path }
verify-sound = 資料完好；讀過 { $rows } 筆。
verify-damaged = 資料有 { $count } 處損壞。
doctor-version = 交辦 { $version }
doctor-folder = 資料夾：{ $folder }
doctor-folder-readonly = 無法寫入資料夾：{ $folder }
doctor-backup = 最近的備份：{ $name }
doctor-no-backup = 還沒有備份；用 `halfday backup` 做一份。
doctor-language = 語言：{ $language }

sentences = { $first }{ $second }

today-no-percentage = 還不算百分比
today-week = { $dates }：{ $share }
today-copied = { $elapsed }前複製
today-timed = 計時中，已過 { $elapsed }

template-unused = 還沒用過
template-used = 用過 { $count } 次，最近一次在 { $date }

weekly-first = 第一份週報在 { $day }產生，也可以現在就做。
weekly-nothing-closed = 這週沒有結案的工作
weekly-first-time = 一次通過：{ $count }
weekly-saved = 扣掉你自己的時間，省下：{ $range }

exported = 已寫入 { $path }

command-template-save = 把清單存成範本
command-template-delete = 刪除範本
command-again = 同樣的工作再做一次
command-remind = 提醒
command-sample = 加入範例工作
command-sample-remove = 移除範例工作
label-value = { $label }：{ $value }

diff-only-before = 只有較早的那次嘗試有。
diff-only-after = 只有較晚的那次嘗試有。
diff-alike = 兩次都一樣。
diff-alike-text = 兩次的文字都一樣。
diff-unreadable = 沒有可以比較的文字。
diff-folded = { $count } 行相同
diff-more = 還有更多變動，這裡沒有全部列出。

shown-empty = 這個檔案是空的。
shown-too-large = 這個檔案太大，無法在這裡顯示，請打開來看。
shown-unknown = 這種檔案無法在這裡顯示，請打開來看。
shown-encoding = 看不出這份文字的編碼，請打開來看。
shown-damaged = 這個檔案不完整或前後矛盾，無法顯示。
shown-locked = 這個檔案需要密碼，請打開來看。
shown-old_office = 這是 2007 年以前的 Office 檔案，請打開來看。
shown-no_text = 這份 PDF 只有圖片，沒有文字，請打開來看。
shown-more = ……還有 { $count } 筆沒有顯示
shown-sheet = 工作表 { $number }
shown-slide = 投影片 { $number }
shown-page = 第 { $number } 頁
