### 沒做成的事，用一句話說；接下來可以怎麼做。鍵名：error-代碼、hint-代碼。

error-request-unreadable = 看不懂 { $command } 的要求
hint-request-unreadable = 送出要求的程式版本不同，請更新它
error-view-unwritable = 寫不出 { $command } 的結果
hint-view-unwritable = 請再試一次；若又發生，用 `halfday verify` 檢查資料
error-command-unknown = 沒有 { $command } 這個指令
hint-command-unknown = `halfday --help` 列出所有指令
error-data-folder-missing = 找不到這位使用者可以放資料的資料夾
hint-data-folder-missing = 請指定一個：`halfday --data 資料夾 …`，或設定 HALFDAY_DATA

error-input-unreadable = 讀不到檔案 { $path }
hint-input-unreadable = 請確認檔案在那裡，而且你有權限讀取
error-input-empty = 裡面沒有任何文字
hint-input-empty = 請給一個寫著工作內容的檔案，或用 `-` 從標準輸入給文字
error-input-blank = 裡面只有空白
hint-input-blank = 請給一個寫著工作內容的檔案，或用 `-` 從標準輸入給文字
error-input-binary = 這不是文字檔
hint-input-binary = 請先另存成純文字或 Markdown，再給那個檔案
error-input-document-damaged = 這份文件不完整或前後矛盾，讀不出來
hint-input-document-damaged = 請用寫它的程式開啟後重新儲存，或複製裡面的文字
error-input-document-locked = 這份文件受到保護，可能需要密碼
hint-input-document-locked = 請打開它，複製描述工作的那一段，再貼過來
error-input-document-old-office = 這是 2007 年以前的 Office 檔案
hint-input-document-old-office = 請另存成 docx、xlsx 或 pptx，或複製裡面的文字
error-input-document-no-text = 這份 PDF 只有圖片，沒有文字
hint-input-document-no-text = 請用自己的話寫下要做的事
error-input-too-large = 文字超過 8 MB
hint-input-too-large = 只留下描述這件工作的部分；其餘可以當附件放在旁邊
error-input-not-a-plan = 這份回答還不是清單：{ $faults }
hint-input-not-a-plan = 把這幾點貼回去請它改，或拿掉 `--answer`，由程式自己拆
error-no-agent-to-split = 目前沒有可以從這裡直接請來拆清單的 AI
hint-no-agent-to-split = halfday agents find 可以看有哪些；用聊天室的話：先 halfday split --ask，再 --answer
error-splitting-under-way = 已經有一個叫 { $name } 的清單正在等回答
hint-splitting-under-way = 等它回答，或先停止它
error-splitting-stopped = 已停止；{ $agent } 沒有拆出清單
hint-splitting-stopped = 什麼都沒有存
error-input-encoding-unsure = 無法確定文字用的是哪一種編碼
hint-input-encoding-unsure = 請指定：`--encoding big5`、`--encoding gb18030` 或 `--encoding utf-16le`；或把檔案另存成 UTF-8
error-input-encoding-unknown = 沒有這個名稱的編碼
hint-input-encoding-unknown = 可用 utf-8、big5、gb18030、utf-16le、windows-1252，以及網頁常用的其他名稱
error-input-encoding-mismatch = 文字不是這種編碼
hint-input-encoding-mismatch = 拿掉 `--encoding` 讓程式自己判斷，或把檔案另存成 UTF-8

error-file-unwritable = 寫不進檔案 { $path }
hint-file-unwritable = 請確認資料夾在那裡，而且你有權限寫入
error-deliverable-unkept = 交回來的東西存不下來
hint-deliverable-unkept = 請看看磁碟空間，再貼一次；其他都沒有變動
error-publish-failed = 檔案放不進你的資料夾
hint-publish-failed = 請確認資料夾在那裡而且可以寫入，再通過一次；你的檔案維持原樣
error-publish-conflict = 這些檔案在你的資料夾裡已經改過：{ $files }
hint-publish-conflict = 什麼都沒有寫入；請先移開或合併你的版本，再 `halfday review 項目 accept` 或 `… rework --with 檔案`
error-randomness-missing = 系統沒有給出亂數
hint-randomness-missing = 請重新開機後再試

error-reference-unclear = 「{ $text }」不是工作也不是項目
hint-reference-unclear = 工作寫成 12，項目寫成 12.3，子項目寫成 12.3.1；`halfday jobs` 列出所有工作
error-job-not-found = 沒有工作 { $job }
hint-job-not-found = `halfday jobs` 列出所有工作
error-item-not-found = 沒有項目 { $item }
hint-item-not-found = `halfday board 工作` 列出那件工作的項目
error-agent-not-found = 這裡沒有叫做 { $agent } 的 AI
hint-agent-not-found = `--to ai` 會走剪貼簿，貼到任何聊天室都可以
error-reason-unknown = 「{ $reason }」不在原因清單裡
hint-reason-unknown = 可用 wrong_facts、invented、wrong_format、incomplete、off_brief、needs_my_judgement、tool_trouble、other
error-interval-kind-unknown = 「{ $kind }」不是一種時間
hint-interval-kind-unknown = 可用 work、brief、review、rework
error-language-unknown = 交辦不會說「{ $language }」
hint-language-unknown = en、zh-Hant 或 zh-Hans
error-name-not-veiled = 你給遮名的名單裡沒有「{ $name }」
hint-name-not-veiled = `halfday settings` 列出整份名單
error-week-unknown = 「{ $week }」不是一個星期
hint-week-unknown = 星期寫成 2026-W47 這樣
error-week-not-over = { $week } 這個星期還沒過完
hint-week-not-over = 報告會在下個星期一製作；在那之前可以先看
error-felt-unknown = 「{ $felt }」不是「AI 省下多少」的答案
hint-felt-unknown = 可用 lost、nothing、half_hour、hour、two_hours
error-grouping-unknown = 不能按「{ $by }」分組
hint-grouping-unknown = 可用 kind、agent、family、length、week
error-minutes-out-of-range = { $minutes } 分鐘超出範圍
hint-minutes-out-of-range = 一個項目是 1 到 480 分鐘；更長的請拆開
error-share-out-of-range = { $share } 不是一個比例
hint-share-out-of-range = 請給 0% 到 100%：`halfday guess 工作 40%`
error-title-empty = 少了標題
hint-title-empty = 請給一個：`--title "…"`
error-different-jobs = 這些項目屬於不同的工作
hint-different-jobs = 請一次處理一件工作
error-nothing-named = 沒有指明是哪個項目
hint-nothing-named = `halfday board 工作` 看得到每個項目的編號
error-dependency-cycle = 項目 { $item } 會變成在等自己
hint-dependency-cycle = `halfday show 項目` 看誰在等誰；用 `halfday edit 項目 --after …` 拿掉其中一個

error-not-allowed = { $status ->
    [open] 現在不行：項目 { $item } 還在待辦
    [queued] 現在不行：項目 { $item } 正在排隊給 AI
    [working] 現在不行：項目 { $item } 正在進行
    [waiting] 現在不行：項目 { $item } 正在等你
    [in_review] 現在不行：項目 { $item } 正等你審閱
    [done] 現在不行：項目 { $item } 已經完成
    [blocked] 現在不行：項目 { $item } 卡住了
    [dropped] 現在不行：項目 { $item } 已經不做了
   *[other] 現在不行：項目 { $item } 是「{ $status }」
}
hint-not-allowed = { $status ->
    [open] 用 `halfday give { $item } --to ai` 交出去，或用 `halfday done { $item }` 標成完成
    [queued] 用 `halfday copy { $item }` 複製說明，或用 `halfday give { $item } --to me` 收回
    [waiting] `halfday paste`、`halfday nogood { $item } --reason …` 或 `halfday neversent { $item }`
    [in_review] 請先審閱：`halfday review { $item }`
    [done] 自己做的可以用 `halfday reopen { $item }` 重新打開；`halfday undo` 可以收回上一步
    [dropped] `halfday restore-item { $item }` 可以拿回來
   *[other] `halfday show { $item }` 看它現在的狀況
}
error-covered = 項目 { $item } 和其他項目一起交辦了，整份是 { $by }
hint-covered = 請改對 { $by } 操作，或先收回：`halfday give { $by } --to me`
error-estimate-frozen = 項目 { $item } 交出去之後，分鐘數就固定了
hint-estimate-frozen = 要改請先收回：`halfday give { $item } --to me`
error-say-if-looked = 項目 { $item } 交回來的東西還沒有審閱
hint-say-if-looked = 請說明是哪一種：`--because rejected`（不能用）或 `--because not-looked-at`（沒看）；或先審閱：`halfday review { $item }`
error-say-what-became = 項目 { $item } 的說明已經複製出去，還沒說答案怎麼樣
hint-say-what-became = 請說明結果：`halfday paste`、`halfday nogood { $item } --reason …` 或 `halfday neversent { $item }`；不想說就加上 `--because unsaid`
error-accepted-from-ai = 項目 { $item } 是 AI 做的，已經通過
hint-accepted-from-ai = 後來發現有誤：`halfday wrong { $item } --reason …`；剛審閱完：`halfday undo` 可以收回
error-job-open = 工作 { $job } 本來就還沒結案
hint-job-open = `halfday board { $job }` 可以看到它
error-job-closed = 工作 { $job } 已經結案
hint-job-closed = `halfday reopen { $job }` 可以重新打開
error-job-not-closed = 工作 { $job } 還沒結案
hint-job-not-closed = 請先結案：`halfday close { $job }`
error-items-under-way = 還在進行中：{ $items }
hint-items-under-way = 等審閱的請到 `halfday review`，其餘請收回：`halfday give 項目 --to me`
error-items-open = 還沒做完：{ $items }
hint-items-open = 請說明怎麼處理：`--rest did`（自己做了）、`--rest drop`（不用做了）或 `--rest later`（以後再說）
error-list-empty = 清單裡沒有項目
hint-list-empty = 至少加一個項目，再用這份清單
error-template-not-found = 沒有叫「{ $name }」的範本
hint-template-not-found = `halfday template list` 會列出現有的範本
error-template-name-taken = 已經有一個叫「{ $name }」的範本
hint-template-name-taken = 換個名字，或先刪掉舊的
error-days-out-of-range = { $days } 天太遠了
hint-days-out-of-range = 請選十年以內的日子
error-job-unsaid = 沒有說是哪一件工作
hint-job-unsaid = 用加號寫出工作編號，例如 +12
error-attempt-not-found = 項目 { $item } 沒有第 { $number } 次嘗試
hint-attempt-not-found = `halfday show { $item }` 會列出它的嘗試
error-deliverable-not-found = 這次嘗試裡沒有 { $path } 這個檔案
hint-deliverable-not-found = 請重新看一次這個項目，之後可能又試過一次
error-nothing-to-divide = 項目 { $item } 沒有可以拆開的部分
hint-nothing-to-divide = 有子項目的才能拆開；`halfday show { $item }` 看它有什麼，也可以用 `halfday add` 自己新增項目
error-never-accepted = 項目 { $item } 沒有通過的成果
hint-never-accepted = `halfday show { $item }` 列出試過的每一次

error-input-answer-empty = 貼上的內容裡沒有答案
hint-input-answer-empty = 請把聊天的回答整份複製，包括 halfday: 那一行；如果不能用：`halfday nogood 項目 --reason …`
error-input-answer-unmarked = 看不出這是哪個項目的答案
hint-input-answer-unmarked = 請連第一行（halfday:…）一起複製；或指明項目：`halfday paste 項目 --anyway`
error-input-answer-old = 這是項目 { $item } 較早一次嘗試的答案
hint-input-answer-old = 請用 `halfday copy { $item }` 複製最新的說明，再貼上對應的答案
error-input-answer-foreign = { $line } 不屬於這個資料夾裡的任何一份說明
hint-input-answer-foreign = 是在另一台電腦，或用別的 `--data` 複製的嗎？請貼到那邊
error-input-answer-is-brief = 這是說明本身，不是答案
hint-input-answer-is-brief = 請把說明貼到聊天室，再把聊天室的回答複製過來
error-not-waiting-for-paste = 項目 { $item } 沒有在等答案
hint-not-waiting-for-paste = 請先複製說明：`halfday copy { $item }`
error-input-files-without-item = 看不出這些檔案屬於哪個項目
hint-input-files-without-item = 請指明：`halfday paste 項目 檔案…`
error-input-file-name-refused = 不能收下檔名 { $path }
hint-input-file-name-refused = 請給一個放在資料夾裡的普通檔名，不要有「..」，開頭不要是點或斜線
error-rework-without-minutes = 少了你自己改了幾分鐘
hint-rework-without-minutes = `halfday review 項目 rework --minutes N`；0 也可以

error-input-history-row = 紀錄的第 { $line } 行不能用（{ $problem }）
hint-input-history-row = 什麼都沒有匯入；改好那一行再試，也可以先加 `--dry-run`

error-deletion-unconfirmed = 什麼都沒有刪除：要刪除全部，請輸入「{ $word }」
hint-deletion-unconfirmed = 除了備份，沒有其他辦法還原
error-nothing-to-undo = 沒有可以復原的步驟
hint-nothing-to-undo = `halfday activity` 看做過什麼
error-nothing-to-redo = 沒有可以重做的步驟
hint-nothing-to-redo = 只有剛用 `halfday undo` 復原、之後沒再做別的，才能重做
error-undo-refused = 已經不能復原：後面的工作建立在它上面（{ $what }）
hint-undo-refused = `halfday activity` 看後來做了什麼
error-no-timer = 沒有計時器在跑
hint-no-timer = `halfday timer start 項目` 開始計時

error-disk-full = 磁碟滿了
hint-disk-full = 請清出一些空間再試；沒有東西遺失
error-folder-not-writable = 資料夾不能寫入
hint-folder-not-writable = 請看看資料夾屬於誰，或指定別的：`halfday --data 資料夾 …`
error-database-failed = 資料庫沒能完成
hint-database-failed = 請再試一次；若又發生，用 `halfday verify` 檢查有沒有損壞
error-database-busy = 另一個程式占用資料庫太久
hint-database-busy = 請稍候再試
error-database-damaged = 資料庫損壞了
hint-database-damaged = 什麼都沒有改動；用 `halfday restore 檔案` 拿備份回來
error-database-foreign = 資料夾裡的檔案屬於別的程式
hint-database-foreign = 請指定別的資料夾：`halfday --data 資料夾 …`
error-database-newer = 資料是較新版本的交辦寫的
hint-database-newer = 請安裝較新的版本；這一版不會動它
error-database-in-use = 另一個交辦正開著這份資料
hint-database-in-use = 請關掉視窗和其他終端機再試
error-changed-meanwhile = 剛才有人改過了
hint-changed-meanwhile = 請再看一次，再試一次
error-not-found = 已經不在了
hint-not-found = `halfday jobs` 和 `halfday board 工作` 看現在有什麼
error-empty-replaces-full = 要換進來的是空的，現有的不是
hint-empty-replaces-full = 請選另一份備份；什麼都沒有改動

error-worker-unstartable = 沒辦法讓 AI 開始做
hint-worker-unstartable = 請關掉其他程式再試一次
error-agent-name-taken = 已經有叫做 { $agent } 的 AI
hint-agent-name-taken = 請換個名字；AI 加入之後就不會再變
error-agent-name-refused = 「{ $agent }」不能當 AI 的名字
hint-agent-name-refused = 一個詞，最多 40 個字，不能用 me、ai、clipboard
error-agent-unusable = 這樣沒辦法加入 AI：{ $why }
hint-agent-unusable = 需要什麼，請看 `halfday agents add --help`
error-agent-needs-network = 這個 AI 是一個程式，會連上網路：連到它的 AI，也連得到網路上的其他地方
hint-agent-needs-network = 同意的話，請加上 --network；你的檔案它只碰得到自己的副本
error-agent-in-use = { $agent } 手上還有項目
hint-agent-in-use = 請先完成、改交給別人，或收回
error-no-sandbox = 這台電腦沒有沙箱可以關住指令，所以不能執行指令
hint-no-sandbox = 請安裝 bubblewrap（程式 bwrap）後再試
error-key-name-refused = 這不能當金鑰的名稱
hint-key-name-refused = 最多 24 個英文字母、數字或 _；金鑰本身之後才會問
error-input-key-refused = 這不可能是金鑰
hint-input-key-refused = 金鑰是一行 8 到 1,024 個看得見的字元，中間沒有空白
error-key-unknown = 沒有叫做 { $key } 的金鑰
hint-key-unknown = 有哪些金鑰，請看 `halfday key list`
error-key-of-environment = 這把金鑰來自環境變數 { $variable }，程式沒辦法改它
hint-key-of-environment = 請到設定它的地方拿掉，再重新啟動程式
error-keychain-unreachable = 沒辦法使用系統的鑰匙圈：{ $why }
hint-keychain-unreachable = 請解鎖後再試一次，或在啟動程式時設定 { $variable }；金鑰絕不會寫進檔案
error-no-shadow-by = 剪貼簿沒辦法和你同時做
hint-no-shadow-by = 請指定 AI：`halfday shadow ITEM --to AGENT`
error-not-under-way = AI 現在沒有在做項目 { $item }
hint-not-under-way = 還在排隊的，用 `halfday give { $item } --to me` 收回
error-nothing-asked = 項目 { $item } 沒有等你回答的問題
hint-nothing-asked = `halfday attempts { $item }` 可以看試過什麼
error-answer-unclear = 「{ $text }」不是項目 { $item } 可以用的回答
hint-answer-unclear = go-on 或 stop；問可不可以的，用 once、always 或 no
error-still-stopping = 已要求項目 { $item } 停止，但還沒結束
hint-still-stopping = 請稍後再看：`halfday show { $item }`

# 接在另一句話後面：動手做時出了什麼事。
runner-read = 有檔案讀不到
runner-write = 有檔案寫不進去
runner-not_a_hash = 檔案的紀錄看不懂
runner-object_missing = 檔案的內容已經不在存放區
runner-object_damaged = 存放的檔案內容已損壞
runner-path_refused = 有檔案的名稱不允許
runner-conflict = 資料夾裡的檔案在這期間有變動
runner-not_a_publication = 放進資料夾的紀錄名稱看不懂
runner-already_publishing = 這些檔案已經在放進資料夾了
runner-journal = 放進資料夾的日誌看不懂
runner-half_way = 檔案放進資料夾時停在一半；下次啟動會接著做
runner-web_client = 這裡沒辦法查看網頁
runner-start = 有程式沒能啟動
runner-wait = 等不到程式結束
runner-does_not_end = 程式已強制結束，卻還在
runner-disk_full = 磁碟滿了
runner-too_large = 檔案太多，超過可以複製的上限
runner-too_long = 有檔案太大
runner-workspace_missing = 資料夾不見了
runner-input_missing = 要用的檔案不見了
runner-unsteady = 有檔案一直在變動
runner-stopped = 已停止
runner-not_a_name = 資料夾不能叫這個名稱
runner-already_staged = 它的檔案已經有一份副本
runner-not_staged = 它的檔案沒有副本
runner-in_use = 它的檔案副本正在使用中
runner-no_checkpoint = 沒有這個存檔點
runner-no_sandbox = 這台電腦上沒有擋得住的圍欄，所以不會啟動程式
runner-scope_refused = 會讓程式碰到電腦上太多東西
