### AI 正在做的事、需要什么、试过什么：只在窗口里。

window-work-starting = { $seconds } 秒后开始
window-work-now = 刚刚
window-work-ago = { $seconds } 秒前
window-work-silent = { $minutes } 分钟前
window-work-no-step = 还没有任何步骤
window-work-progress = 进行到哪一步：{ $title }
window-work-steps = { $count ->
    [0] 还没有任何步骤
   *[other] 目前做了 { $count } 步
}
window-work-stop = 停止
window-work-stop-item = 停止：{ $title }
window-work-stopping = 正在停止
window-work-stopped = 已停止：{ $title }
window-work-why = 为什么停？
window-work-why-going_wrong = 方向不对
window-work-why-changed_mind = 我改主意了
window-work-again = 再试一次
window-work-again-told = 再试一次：{ $title }
window-work-argv = 要运行的命令，逐词列出
window-work-answer = 你的回答
window-work-answer-to = 你的回答：{ $title }
window-work-answer-send = 回答
window-work-answer-goOn = 继续
window-work-answer-stop = 停止
window-work-answer-allowOnce = 允许一次
window-work-answer-allowAlways = 这条命令都允许
window-work-answer-refuse = 不允许
window-work-answered = 已回答：{ $title }

window-work-fix = 先改一下事项，或按原样再试。
window-work-fix-auth = 到“设置”的“AI 连接”检查密钥。
window-work-fix-billing = 先到 AI 服务那边处理付款。
window-work-fix-spend_cap = 到 AI 服务调高上限，或等它重新起算。
window-work-fix-agent_missing = 到“设置”的“AI 连接”看看。
window-work-fix-not_signed_in = 先在那个程序里登录。
window-work-fix-workspace_missing = 把这件工作的文件夹放回原处。
window-work-fix-input_missing = 把文件放进工作的文件夹，或改用别的文件。
window-work-fix-disk_full = 先腾出磁盘空间。
window-work-fix-check_failed = 打开事项，看是哪一项检查。
window-work-fix-truncated = 把事项拆小，或一次少要一点。
window-work-fix-context_overflow = 少给几个文件，或把事项拆小。

window-try-tokens = 读入 { $in } 个 token，写出 { $out } 个
window-try-tokens-unknown = token 用量不明
window-try-cost-unknown = 费用不明
window-try-took = 花了 { $time }
window-try-steps-of = 第 { $number } 次尝试的步骤
window-try-steps-none = 没有报告任何步骤。
window-try-mark-changed = 改了文件
window-try-mark-unchanged = 什么都没改
window-try-mark-repeated = 重复同样的事
window-try-mark-failed = 没有成功
window-try-mark-checks_up = 通过的检查变多
window-try-mark-checks_down = 通过的检查变少
window-try-asked = 它问：{ $question }
window-try-answer = 回答：{ $answer }
window-try-unanswered = 没有回答
window-try-compare = 和第 { $number } 次尝试比较
window-try-compare-close = 收起比较

window-shadow = 在你自己做的同时
window-shadow-start = AI 也做一份
window-shadow-about = { $agent } 同时做同一个事项。等你做完，才会打开它的成果。
window-shadow-started = AI 也做一份：{ $title }。等你做完，才会打开它的成果。
window-shadow-sealed = 有 { $count } 次尝试先封起来，等你做完才打开。

window-agents = AI 连接
window-agent-found-program = 找到 { $agent }。它只在副本上工作，你按“通过”才会动到你的文件。它会用到网络。要用吗？
window-agent-found-model = 在这台电脑上找到 { $agent }。它只在副本上工作，你按“通过”才会动到你的文件。要用吗？
window-agent-use = 用它
window-agent-carry = 我自己贴到聊天窗口
window-agent-used = 从现在起，你交出去的都给 { $agent } 做。
window-agent-settings = “设置”的“AI 连接”可以再测试一次。

window-agents-failed = 无法读取 AI 连接
window-agents-meant = “交给 AI”是交给
window-agents-chat = 任何聊天窗口
window-agents-chat-note = 你复制说明，再把答案贴回来。什么都不用设置。
window-agents-found = 在这台电脑上找到的
window-agents-found-none = 没有找到其他的。程序按惯用的名称找，本机模型服务器按惯用的地址找。
window-agents-found-failed = 没办法查找。
window-agents-looking = 正在查找…
window-agents-consent = 程序关在围栏里、在文件的副本上工作，并用网络连到它的厂商。添加就表示同意。
window-agents-shell = 登录 shell 没有说出程序在哪里：{ $why }
window-agents-look = 再找一次
window-agents-model = 用 API 添加模型
window-agent-add = 添加
window-agent-added = 已添加：{ $agent }
window-agent-test = 测试
window-agent-testing = 正在测试…
window-agent-remove = 移除
window-agent-remove-question = 要移除吗？它做过的都会留着。
window-agent-removed = 已移除：{ $agent }
window-model-api = API
window-model-api-anthropic = Anthropic
window-model-api-openai_chat = OpenAI Chat 或兼容的服务
window-model-api-openai_responses = OpenAI Responses
window-model-api-ollama = Ollama
window-model-model = 模型
window-model-base = 地址
window-model-key = 密钥的名称
window-model-key-note = 起个短名称，不是密钥本身。密钥会从环境变量 HALFDAY_KEY_ 加上这个名称读取。自己的服务器不需要。
window-model-name = 在这里的名称
