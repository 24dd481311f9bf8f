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
