### 事项、剪贴板往返与审阅，只有窗口会说的话。

window-clip-copy-brief = 复制说明
window-clip-copy-follow-up = 复制后续说明
window-clip-copy-title-plain = 复制说明
window-clip-copy-title = { $count ->
    [1] 复制这一项的说明
   *[other] 把 { $count } 项写成一份说明
}
window-clip-copy-failed = 无法生成说明
window-clip-preview = 会贴进聊天的内容
window-clip-local = 会离开这台电脑的只有这些内容，而且要等你贴出去。
window-clip-copy = 复制
window-clip-done = 好了
window-clip-copied = 已复制。贴到你的聊天里。
window-clip-copied-files = 已复制。贴到你的聊天里，附件从这里拖过去。
window-clip-by-hand = 系统的剪贴板没有收下。请从这里选中文字，自己复制。
window-clip-veiled = { $count ->
    [0] 没有遮名
   *[other] 遮了 { $count } 个名字
}
window-clip-veil-add = 再遮一个名字
window-clip-veil-add-send = 遮起来
window-clip-tray = { $count ->
    [1] 这个文件一起拖过去
   *[other] 这 { $count } 个文件一起拖过去
}
window-clip-reveal = 在文件夹中显示
window-clip-reveal-file = 在文件夹中显示：{ $path }
window-clip-copy-path = 复制路径
window-clip-copy-path-of = 复制路径：{ $path }
window-clip-path-copied = 已复制路径

window-clip-paste = 粘贴结果
window-clip-no-good = 不能用
window-clip-never-sent = 没发出
window-clip-never-sent-told = 没发出：{ $title }。这一项回到你手上，不计入统计。
window-clip-no-good-title = 不能用：{ $title }
window-clip-no-good-told = 已记为不能用。
window-clip-retry = 再试一次
window-clip-became-title = 收回：{ $title }
window-clip-became-body = 它的说明已经复制出去。后来怎么样了？
window-clip-became-answer = 有答案，粘贴上来
window-clip-became-no-good = 答案不能用
window-clip-became-never-sent = 根本没发出
window-clip-became-unsaid = 现在说不上来

window-clip-paste-title = 粘贴结果
window-clip-paste-box = 把整份答案粘贴在这里，连同 halfday: 那一行。
window-clip-pasted = 粘贴的内容
window-clip-found = { $count ->
    [1] 这是这一项的答案
   *[other] 这是这 { $count } 项的答案
}
window-clip-whose = 答案里没有写是哪一项。是哪一项的？
window-clip-whose-files = 这些文件是哪一项的？
window-clip-none-waiting = 没有事项在等答案。请先复制说明。
window-clip-files = 文件：{ $files }
window-clip-rounds = 这是它第一次的回答吗？
window-clip-round-1 = 是
window-clip-round-2 = 第 2 次
window-clip-round-3 = 第 3 次
window-clip-round-4 = 更多
window-clip-minutes = 你在聊天里花了
window-clip-take = 收下
window-clip-taken = 收下 { $count } 份答案。
window-clip-to-review = 去审阅
window-clip-hint-input-answer-empty = 请把聊天的回答整份复制，包括 halfday: 那一行。如果不能用，就在事项上按“不能用”。
window-clip-hint-input-answer-old = 请复制最新的说明，再粘贴对应的答案。
window-clip-hint-input-answer-foreign = 说明是在另一台电脑上复制的吗？请粘贴到那一台。
window-clip-hint-input-answer-is-brief = 请把说明贴到聊天里，再把聊天的回答复制过来。
window-clip-hint-not-waiting-for-paste = 请先复制它的说明。
window-clip-hint-input-files-without-item = 请连同答案的文字一起粘贴，或一次只放一项的文件。
window-clip-hint-input-file-name-refused = 请让聊天换一个简单的文件名，再粘贴一次。

window-item-one = 事项 { $item }
window-item-failed = 读不到这一项
window-item-open-page = 打开完整页面
window-item-tabs = 这一项的内容
window-item-tab-brief = 说明
window-item-tab-log = 记录
window-item-log-empty-body = 你或 AI 对这个事项做的事，都会列在这里。
window-item-tab-attempts = 尝试（{ $count }）
window-item-deliverable = 交付成果
window-item-attempts = 尝试
window-item-no-attempts = 还没有尝试过
window-item-nothing-delivered = 还没有东西交回来
window-item-no-attempts-body = 把这一项交办出去，说明贴到聊天里，再把答案粘贴回来，就会出现在这里。
window-item-edit-title = 修改名称
window-item-done-when = 完成条件
window-item-edit-done-when = 修改完成条件，一行一条
window-item-done-when-none = 还没有。一行一条；写成“contains: 合计”，程序就会帮你检查。
window-item-instructions = 要做什么
window-item-edit-instructions = 修改要做什么
window-item-instructions-none = 看名称就知道要做什么。
window-item-subitems = 逐项打勾
window-item-source = 原文里写的
window-item-estimate = 预估
window-item-edit-minutes = 修改分钟数
window-item-fixed = { $at } 定下
window-item-kind = 种类
window-item-who = 在谁手上
window-item-who-clipboard = 聊天（剪贴板）
window-item-forecast = 预测
window-item-waits-for = 要先等
window-item-inputs = 用到
window-item-edit-inputs = 修改用到的文件，一行一个
window-item-outputs = 产出
window-item-edit-outputs = 修改要产出的文件，一行一个
window-item-none = 无
window-item-commands = 命令
window-item-commands-switch = 做这一项时，AI 可以请你准许运行命令
window-item-commands-note = 关闭时，AI 不运行任何命令。开启后，每条命令都会完整列出来，由你允许一次、这条命令都允许，或不允许。命令只在 AI 的副本里运行，不连网络；Claude Code 和 Codex 会一次请你准许它们自己的所有命令，并保留连到它们 AI 的网络。从下一次尝试开始算。
window-item-commands-always = 这一项都允许的命令；关闭后就会忘掉：
window-item-time = 你的时间
window-item-timer-start = 开始计时
window-item-timer-stop = 停止
window-item-log = 补记
window-item-log-send = 记下
window-item-logged = 已补记 { $minutes } 分钟。
window-item-rounds-1 = 第 1 次回答
window-item-rounds-2 = 第 2 次回答
window-item-rounds-3 = 第 3 次回答
window-item-rounds-4 = 第 3 次以后的回答
window-item-steps = { $count } 步
window-item-cost = 花费 { $amount } 美元
window-item-cost-computed = 花费约 { $amount } 美元
window-item-compare = 和第 { $number } 次尝试比较
window-item-compared = 第 { $from } 次尝试与第 { $to } 次尝试的差别
window-item-compared-close = 回到交付成果
window-item-wrong = 后来发现有错
window-item-wrong-reason = 错在哪里？
window-item-wrong-send = 记下
window-item-wrong-told = 已记下：后来发现有错。

window-review-title = 审阅
window-review-waiting = { $count } 份交付成果待你审阅。
window-review-queue = 待审阅的交付成果
window-review-order = 短的在前
window-review-empty = 没有待审阅的交付成果。
window-review-empty-body = AI 交回来的东西，会在这里等你决定。
window-review-failed = 读不到待审阅的清单
window-review-attempt = 第 { $number } 次尝试
window-review-verdict = 你的决定
window-review-accept = 通过
window-review-rework = 修改后通过
window-review-reject = 退回
window-review-clock = 看这一份的时间
window-review-clock-why = 看这一份的时间；停顿超过 2 分钟的部分不算
window-review-minutes = 审阅
window-review-minutes-unit = 分钟
window-review-edited = 你改过副本了。“修改后通过”用你的版本，“通过”用 AI 的版本。
window-review-rework-minutes = 你花了几分钟修改
window-review-rework-as-it-is = 按“打开”会得到一份可以改的副本，改过的副本就是最后放进文件夹的版本。
window-review-rework-copies = 会采用你的版本：{ $files }
window-review-rework-send = 修改后通过
window-review-reason = 哪里不对？
window-review-reason-missing = 请先选一个原因。
window-review-wrong-step = 从哪一步开始错？
window-review-note = 给下一次尝试的话
window-review-retry = 附上这段话再试一次
window-review-take-back = 收回
window-review-published = 已放进你的文件夹：{ $files }
window-review-conflict = 什么都没有写入，也没有丢失。请移开你的版本或改个文件名，再按 1；或在“打开”的副本里把两边合在一起，再按 2。

window-shown-files = 文件
window-shown-open = 打开
window-shown-open-why = 打开一份可以改的副本
window-shown-edited = 你改过
window-shown-published = 已在你的文件夹：{ $path }
window-shown-failed = { $path } 无法显示
window-shown-rows = { $count } 行
window-shown-rows-of = { $all } 行中的前 { $shown } 行
window-shown-link = 这个链接通往 { $host }。
window-shown-checks = { $all } 项检查中 { $held } 项通过。
window-shown-check-holds = 符合
window-shown-check-fails = 不符合
window-shown-check-cannot-tell = 无法判断
window-shown-check-for-person = 由你判断
window-shown-added = 新增：
window-shown-removed = 删除：
