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
