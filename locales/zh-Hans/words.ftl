### 大家共用的词：状态、审阅结果、种类、原因。

app-name = 交办
person-me = 我

status-open = 待办
status-queued = 排队中
status-working = 进行中
status-waiting-question = 等你回答
status-waiting-permission = 等你允许
status-waiting-paste = 等你粘贴
status-waiting-budget = 额度用完，等你决定
status-waiting-limit = 等用量重置
status-waiting-provider = 等服务恢复
status-waiting-safety = 已暂停，请先看一下
status-in-review = 待你审阅
status-done = 完成
status-accepted = 通过
status-accepted-after-rework = 修改后通过
status-rejected = 已退回
status-blocked = 卡住了
status-failed = 失败
status-stopped = 已停止
status-lost = 中断：运行时程序结束了
status-quiet = 没有动静
status-dropped = 不做了

verdict-accepted = 通过
verdict-accepted_after_rework = 修改后通过
verdict-rejected = 退回

kind-write = 撰写
kind-edit = 修改
kind-summarise = 摘要
kind-translate = 翻译
kind-research = 查资料
kind-extract = 提取
kind-analyse = 分析
kind-calculate = 计算
kind-code = 代码
kind-design = 设计
kind-plan = 规划
kind-message = 消息往来
kind-check = 核对
kind-decide = 决定
kind-meet = 会议
kind-file = 归档
kind-unsaid = 未分类

rejection-wrong_facts = 内容有误
rejection-invented = 自己编的
rejection-wrong_format = 格式不对
rejection-incomplete = 不完整
rejection-off_brief = 没按要求做
rejection-needs_my_judgement = 要我自己判断
rejection-tool_trouble = 工具或网络问题
rejection-other = 其他

suggested-ai = AI
suggested-me = 我
suggested-either = 都可以

why-brief_says_so = 内容里写明了
why-needs_your_judgement = 这要由你决定
why-needs_you_there = 这要你本人到场
why-cannot_be_undone = 会发到外面，或做了就收不回来
why-checkable_text = 做出来的东西可以检查
why-nothing_says = 内容没有说该由谁做

estimate-source-rule = 程序猜的
estimate-source-person = 你填的
estimate-source-own_median = 你自己的中位数
estimate-source-timed = 实际计时

status-with-reason = { $status }：{ $reason }
attempt-delivered = 已交回，还没审阅

job-summary = { $items } 项，{ $minutes }
job-planned = { $summary } · 其中 { $ai } 交给 AI（预计）

note-file-left = { $file } 之后有人改过，所以没有动它。
note-file-missing = 找不到文件 { $file }；说明里还是写了它。
note-waits-for = 事项 { $item } 要先完成 { $needs }，但还没完成。
read-about = 读完大约要 { $minutes }

stopped-unsaid = 没说原因
stopped-going_wrong = 方向不对
stopped-changed_mind = 你改变了主意
stopped-app_closed = 程序关闭了
stopped-never_sent = 没发出

failure-auth = AI 服务不接受这组登录信息
failure-billing = AI 服务的付款有问题
failure-spend_cap = AI 服务的花费已达上限
failure-rate_limited = AI 服务暂时不接受更多请求
failure-overloaded = AI 服务太忙
failure-server_error = AI 服务出错
failure-timeout = AI 服务太久没有响应
failure-stream_truncated = 答案传到一半断了
failure-agent_missing = 找不到这个 AI 程序
failure-not_signed_in = 这个 AI 程序还没登录
failure-workspace_missing = 找不到这件工作的文件夹
failure-input_missing = 找不到要用的文件
failure-disk_full = 磁盘已满
failure-refused = AI 不肯做这一项
failure-truncated = 答案太长，被截断了
failure-malformed_tool_call = 调用工具的格式无法读取
failure-unknown_tool = 调用了不存在的工具
failure-format_drift = 没有保持约定的格式
failure-no_action = 只说不做
failure-context_overflow = 内容超过 AI 一次能读的量
failure-repetition = 一直重复同样的步骤
failure-no_progress = 没有进展
failure-goal_drift = 做着做着偏离了要做的事
failure-out_of_scope = 做了不该做的事
failure-premature_finish = 还没做完就结束
failure-never_finishes = 一直没有结束
failure-claim_without_effect = 说做了，其实没做
failure-should_have_asked = 该问的时候没有问
failure-ignored_feedback = 没有按上一次的意见改
failure-nothing_delivered = 没有交出任何成果
failure-check_failed = 有一项检查没过
failure-judge_rejected = 负责检查的 AI 没让它过
failure-rejected_by_person = 你退回了
failure-inconclusive = 检查看不出结果
failure-tokens = 词元额度用完
failure-money = 金额额度用完
failure-time = 时间额度用完
failure-steps = 步数额度用完
failure-conflict = 文件同时被别人改过
failure-agent_exited = AI 程序意外结束
failure-suspected_injection = 读到的内容疑似在下指令
failure-sandbox_violation = 碰了可用文件夹以外的东西

verdict-recorded = 已记下。自己做预估要 { $estimate }。
verdict-recorded-rejected = 已记下：退回。
first-time-rate = 一次通过：{ $count }（{ $rate }）。
first-time-few = 一次通过：到目前为止 { $count }；还太少，不算百分比。

undone = 已撤销：{ $what }
redone = 已重做：{ $what }
command-new = 新建工作（{ $count } 项）
command-guess = 猜 AI 能做多少（{ $count } 件）
command-give = 交出或收回 { $count } 项
command-give-job = 整件交办（{ $count } 项）
command-give-bundle = { $count } 项当成一份交出
command-add = 新增 { $count } 项
command-edit = 修改 { $count } 项
command-move = 调整 { $count } 项的顺序
command-drop = { $count } 项不做了
command-restore-item = 拿回不做的 { $count } 项
command-merge = 合并事项（{ $count } 处变动）
command-divide = 拆开事项（{ $count } 处变动）
command-copy = 复制 { $count } 项的说明
command-paste = 收下 { $count } 项的回答
command-nogood = { $count } 项的回答不能用
command-neversent = { $count } 项的说明没发出
command-review = 审阅 { $count } 项
command-wrong = { $count } 项通过后发现有误
command-done = 完成 { $count } 项
command-timer-start = 开始计时（{ $count } 项）
command-timer-stop = 停止计时（{ $count } 项）
command-log = 补记时间（{ $count } 项）
command-close = 结案（{ $count } 处变动）
command-reopen = 重新打开 { $count } 个事项
command-reopen-job = 重新打开 { $count } 件工作
command-settings = 更改 { $count } 项设置
command-import = 导入 { $count } 条记录

event-job_created = 新建了工作
event-job_changed = 修改了工作
event-job_closed = 工作结案
event-job_reopened = 工作重新打开
event-items_added = 新增了事项
event-item_edited = 修改了事项
event-item_moved = 调整了事项顺序
event-item_removed = 移除了事项
event-status_changed = 状态改变
event-assigned = 交出或收回
event-brief_copied = 复制了说明
event-attempt_ended = 尝试结束
event-reviewed = 审阅完毕
event-published = 文件已放进工作的文件夹
event-finished = 完成
event-timer_changed = 开始或停止计时
event-time_logged = 补记了时间
event-undone = 已撤销
event-redone = 已重做
event-imported = 导入了记录
event-setting_changed = 更改了设置
event-template_saved = 已存成模板
event-template_deleted = 已删除模板
event-report_issued = 做好了报告

happened-handedover = 交给 AI
happened-started = 你开始做
happened-finished = 你做完了
happened-claimed = AI 开始做
happened-briefcopied = 复制了给聊天的说明
happened-asked = 停下来等候
happened-answered = 已回答，继续进行
happened-putdown = 先放下了
happened-delivered = 已交回，待你审阅
happened-failed = 这次尝试失败
happened-stopped = 已停止
happened-lost = 中断：运行时程序结束了
happened-takenback = 收回
happened-accepted = 通过
happened-sentback = 退回
happened-unblocked = 不再卡住
happened-verdictwithdrawn = 收回审阅结果，重新待你审阅
happened-reopened = 重新打开
happened-dropped = 不做了
happened-restored = 拿回来做

result-sample = { $title }：已结案。这是示例，所以什么都不计入。
result-title = 成绩单：{ $title }
result-ai = AI 完成
result-ai-of = { $listed } 中的 { $ai }（{ $share }）
result-nothing = 无法计算占比：这件工作没有可计入的事项
result-own = 你自己完成
result-guess = 你事先猜的
result-first-time = 一次通过
result-spent = 你花在说明、审阅和修改上的时间
result-saved = 扣掉你自己的时间，省下
result-uncalibrated = 还没校准：需要你自己计时做完 10 项
result-stretch = 不用你插手最久
result-rejected = 退回

backup-made = 已备份 { $jobs } 件工作并核对过：{ $path }
verify-sound = 数据完好；读过 { $rows } 条。
verify-damaged = 数据有 { $count } 处损坏。
doctor-version = 交办 { $version }
doctor-folder = 数据文件夹：{ $folder }
doctor-folder-readonly = 无法写入数据文件夹：{ $folder }
doctor-backup = 最近的备份：{ $name }
doctor-no-backup = 还没有备份；用 `halfday backup` 做一份。
doctor-language = 语言：{ $language }

sentences = { $first }{ $second }

today-no-percentage = 还不算百分比
today-week = { $dates }：{ $share }
today-copied = { $elapsed }前复制
today-timed = 计时中，已过 { $elapsed }

template-unused = 还没用过
template-used = 用过 { $count } 次，最近一次在 { $date }

weekly-first = 第一份周报在 { $day }生成，也可以现在就做。
weekly-nothing-closed = 这周没有结案的工作
weekly-first-time = 一次通过：{ $count }
weekly-saved = 扣掉你自己的时间，省下：{ $range }

exported = 已写入 { $path }

command-template-save = 把清单存成模板
command-template-delete = 删除模板
command-again = 同样的工作再做一次
command-remind = 提醒
command-sample = 加入示例工作
command-sample-remove = 移除示例工作
label-value = { $label }：{ $value }

diff-only-before = 只有较早的那次尝试有。
diff-only-after = 只有较晚的那次尝试有。
diff-alike = 两次都一样。
diff-alike-text = 两次的文字都一样。
diff-unreadable = 没有可以比较的文字。
diff-folded = { $count } 行相同
diff-more = 还有更多改动，这里没有全部列出。

shown-empty = 这个文件是空的。
shown-too-large = 这个文件太大，无法在这里显示，请打开来看。
shown-unknown = 这种文件无法在这里显示，请打开来看。
shown-encoding = 看不出这份文字的编码，请打开来看。
shown-damaged = 这个文件不完整或前后矛盾，无法显示。
shown-locked = 这个文件需要密码，请打开来看。
shown-old_office = 这是 2007 年以前的 Office 文件，请打开来看。
shown-no_text = 这份 PDF 只有图片，没有文字，请打开来看。
shown-more = ……还有 { $count } 条没有显示
shown-sheet = 工作表 { $number }
shown-slide = 幻灯片 { $number }
shown-page = 第 { $number } 页
