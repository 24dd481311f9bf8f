### AI 正在做的事、需要什麼、試過什麼：只在視窗裡。

window-work-starting = { $seconds } 秒後開始
window-work-now = 剛剛
window-work-ago = { $seconds } 秒前
window-work-silent = { $minutes } 分鐘前
window-work-no-step = 還沒有任何步驟
window-work-progress = 進行到哪一步：{ $title }
window-work-steps = { $count ->
    [0] 還沒有任何步驟
   *[other] 目前做了 { $count } 步
}
window-work-stop = 停止
window-work-stop-item = 停止：{ $title }
window-work-stopping = 正在停止
window-work-stopped = 已停止：{ $title }
window-work-why = 為什麼停？
window-work-why-going_wrong = 方向不對
window-work-why-changed_mind = 我改變主意了
window-work-again = 再試一次
window-work-again-told = 再試一次：{ $title }
window-work-argv = 要執行的指令，逐字列出
window-work-answer = 你的回答
window-work-answer-to = 你的回答：{ $title }
window-work-answer-send = 回答
window-work-answer-goOn = 繼續
window-work-answer-stop = 停止
window-work-answer-allowOnce = 允許一次
window-work-answer-allowAlways = 這個指令都允許
window-work-answer-refuse = 不允許
window-work-answered = 已回答：{ $title }

window-work-fix = 先改一下項目，或照原樣再試。
window-work-fix-auth = 到「設定」的「AI 連線」檢查金鑰。
window-work-fix-billing = 先到 AI 服務那邊處理付款。
window-work-fix-spend_cap = 到 AI 服務調高上限，或等它重新起算。
window-work-fix-agent_missing = 到「設定」的「AI 連線」看看。
window-work-fix-not_signed_in = 先在那個程式裡登入。
window-work-fix-workspace_missing = 把這件工作的資料夾放回原處。
window-work-fix-input_missing = 把檔案放進工作的資料夾，或改用別的檔案。
window-work-fix-disk_full = 先清出磁碟空間。
window-work-fix-check_failed = 打開項目，看是哪一項檢查。
window-work-fix-truncated = 把項目拆小，或一次少要一點。
window-work-fix-context_overflow = 少給幾個檔案，或把項目拆小。

window-try-tokens = 讀入 { $in } 個 token，寫出 { $out } 個
window-try-tokens-unknown = token 用量不明
window-try-cost-unknown = 費用不明
window-try-took = 花了 { $time }
window-try-steps-of = 第 { $number } 次嘗試的步驟
window-try-steps-none = 沒有回報任何步驟。
window-try-mark-changed = 改了檔案
window-try-mark-unchanged = 什麼都沒改
window-try-mark-repeated = 重複同樣的事
window-try-mark-failed = 沒有成功
window-try-mark-checks_up = 通過的檢查變多
window-try-mark-checks_down = 通過的檢查變少
window-try-asked = 它問：{ $question }
window-try-answer = 回答：{ $answer }
window-try-unanswered = 沒有回答
window-try-compare = 和第 { $number } 次嘗試比較
window-try-compare-close = 收起比較

window-shadow = 在你自己做的同時
window-shadow-start = AI 也做一份
window-shadow-about = { $agent } 同時做同一個項目。等你做完，才會打開它的成果。
window-shadow-started = AI 也做一份：{ $title }。等你做完，才會打開它的成果。
window-shadow-sealed = 有 { $count } 次嘗試先封起來，等你做完才打開。

window-agents = AI 連線
window-agent-found-program = 找到 { $agent }。它只在副本上工作，你按「通過」才會動到你的檔案。它會用到網路。要用嗎？
window-agent-found-model = 在這台電腦上找到 { $agent }。它只在副本上工作，你按「通過」才會動到你的檔案。要用嗎？
window-agent-use = 用它
window-agent-carry = 我自己貼到聊天室
window-agent-used = 從現在起，你交出去的都給 { $agent } 做。
window-agent-settings = 「設定」的「AI 連線」可以再測試一次。

window-agents-failed = 無法讀取 AI 連線
window-agents-meant = 「交給 AI」是交給
window-agents-chat = 任何聊天室
window-agents-chat-note = 你複製說明，再把答案貼回來。什麼都不用設定。
window-agents-found = 在這台電腦上找到的
window-agents-found-none = 沒有找到其他的。程式照慣用的名稱找，本機模型伺服器照慣用的位址找。
window-agents-found-failed = 沒辦法尋找。
window-agents-looking = 尋找中…
window-agents-consent = 程式關在圍欄裡、在檔案的副本上工作，並用網路連到它的廠商。加入就表示同意。
window-agents-shell = 登入殼層沒有說出程式在哪裡：{ $why }
window-agents-look = 再找一次
window-agents-model = 用 API 加入模型
window-agent-add = 加入
window-agent-added = 已加入：{ $agent }
window-agent-test = 測試
window-agent-testing = 測試中…
window-agent-remove = 移除
window-agent-remove-question = 要移除嗎？它做過的都會留著。
window-agent-removed = 已移除：{ $agent }
window-model-api = API
window-model-api-anthropic = Anthropic
window-model-api-openai_chat = OpenAI Chat 或相容的服務
window-model-api-openai_responses = OpenAI Responses
window-model-api-ollama = Ollama
window-model-model = 模型
window-model-base = 位址
window-model-key = 金鑰的名稱
window-model-key-note = 取個短名稱，不是金鑰本身。金鑰會從環境變數 HALFDAY_KEY_ 加上這個名稱讀取。自己的伺服器不需要。
window-model-name = 在這裡的名稱
