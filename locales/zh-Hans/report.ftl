### 周报与成绩单。数字、时长和日期都已写成文字后才传进来。

report-title = 交办周报
report-when = { $dates }（{ $week }）
report-running = 本周还没结束
report-headline = 这里列出并完成的工作共 { $listed }，其中 { $ai }由 AI 完成（{ $share }）。
report-headline-no-share = 这里列出并完成的工作共 { $listed }，其中 { $ai }由 AI 完成。
report-share-range =
    { $jobs ->
       *[other] 依据 { $jobs } 件已结案的工作，可能在 { $range }之间。
    }
report-share-too-few =
    { $jobs ->
       *[other] 已结案 { $jobs } 件，满 { $needed } 件才算百分比。
    }
report-nothing-closed = 本周没有工作结案，还没有时长可以划分。
report-closed-without-minutes = 本周结案的工作里，完成的事项都没有填分钟数。
report-first-time = { $of } 项中 { $right } 项一次通过：{ $rate }，可能在 { $range }之间。
report-first-time-few = { $of } 项中 { $right } 项一次通过，满 { $needed } 项才算百分比。
report-first-time-none = 本周没有审阅任何第一次的尝试。
report-unresolved =
    { $count ->
       *[other] 另有 { $count } 项交办后没有下文；如果都算失败：{ $figure }。
    }
report-figure = { $of } 项中 { $right } 项，{ $rate }，可能在 { $range }之间
report-figure-few = { $of } 项中 { $right } 项
report-short = 本周没有审阅记录。
report-short-why = AI 交付的成果既没有通过也没有退回，也没有工作结案，所以没有可统计的内容。
report-short-next = 审阅等着你的成果，或者给一件工作结案，数字就会出现在这里。

report-saved = 扣除你花的时间，省下
report-saved-felt = 你的感觉：{ $felt }
felt-saved-lost = 反而多花时间
felt-saved-nothing = 没有省下
felt-saved-half_hour = 省下半小时
felt-saved-hour = 省下 1 小时
felt-saved-two_hours = 省下 2 小时以上
report-saved-range = 可能在 { $range }之间
report-saved-less-brief = − 交代 { $time }
report-saved-less-review = − 审阅 { $time }
report-saved-less-rework = − 修改 { $time }
report-saved-worth = { $worth }：通过的事项 { $accepted } × { $ratio }，也就是你的实际用时比预估（{ $items } 项）
report-saved-uncalibrated = 尚未校准
report-saved-missing = 需要 { $needed } 项自己做完并记了时间；目前 { $have } 项。
report-saved-untimed = 你花在上面的时间都没有记录。
report-saved-accepted = 通过的事项 { $accepted }
report-saved-nothing = 没有可算的
report-saved-nothing-why = 本周结案的工作里，没有交办任何你自己填了分钟数的事项。

report-compare = 最近 4 周与此前 4 周
report-compare-cannot = 还看不出来
report-compare-needs = 两边都要有 { $jobs } 件工作结案。
report-compare-share = 来自 AI：{ $after }，此前 { $before }；{ $word }
report-compare-first = 一次通过：{ $after }，此前 { $before }；{ $word }
report-more = 比此前多
report-less = 比此前少
report-better = 变好了
report-worse = 变差了
report-chance = 可能只是巧合

report-again = 再次交办
report-again-what = 同类工作下次出现时，又交给 AI
report-again-none = 没有再出现
report-again-none-what = 以前交办过的几类工作，本周都没有再出现。

report-share-chart = 结案的工作中 AI 的占比，逐周
report-share-chart-rose = 最近 4 周，结案的工作中 AI 的占比上升了
report-share-chart-fell = 最近 4 周，结案的工作中 AI 的占比下降了
report-share-chart-none = 一周要有 { $needed } 件工作结案，才算百分比。
report-share-chart-desc = 截至{ $last }的 { $weeks } 周。下表有同样的数字。
report-no-share = 件数太少
report-time-chart = 这 { $worth }去了哪里
report-time-chart-how = 通过的事项如果由你自己做要花的时间
report-own-chart = 你花在 AI 工作上的时间：{ $spent }
report-own-chart-how = 本周结案的工作
report-part-saved = 省下
report-part-brief = 交代
report-part-review = 审阅
report-part-rework = 修改
report-table = 同样的数字，列成表格
report-column-week = 周
report-column-jobs = 件数
report-column-share = 来自 AI
report-column-range = 可能范围
report-column-ai = AI
report-column-listed = 列出
report-column-first = 一次通过
report-column-rate = 百分比（可能范围）
report-rate = { $rate }（{ $range }）
report-column-part = 部分
report-column-time = 时间

report-next = 下次可以交办
report-next-how = 最近 4 周你自己做的种类；省下的时间取偏低的估计（10%）
report-column-own = 你的时间
report-column-saves = 至少省下

report-kinds = 按种类
report-column-kind = 种类
report-column-ai-time = 来自 AI
report-kind-own-hidden = 你自定义的种类
report-kinds-more =
    { $count ->
       *[other] 另有 { $count } 种
    }
report-few = 次数少
report-missed = 没有一次通过（{ $count } 项）
report-column-reason = 原因
report-column-times = 次数
report-column-which = 哪些
report-missed-none = 本周审阅的第一次尝试全部通过。
report-missed-more = 另有 { $count } 项
report-missed-hidden = { $kind }，{ $minutes }
report-reason-after-rework = 要你修改才能用
report-reason-rounds = 聊天里不止回答一次
report-reason-going-wrong = 做偏了，被你停下
report-reason-unsaid = 没有留下原因
report-reason-failed-provider = 服务出问题
report-reason-failed-setup = 环境设置
report-reason-failed-model = 模型没给出能用的回答
report-reason-failed-process = 做到一半卡住
report-reason-failed-verify = 没通过检查
report-reason-failed-budget = 额度用完
report-reason-failed-outside = 外部状况
report-reason-failed-safety = 出于安全而暂停
report-reason-changed-mind = 你改变主意
report-reason-app-closed = 程序关闭
report-reason-never-sent = 没发出
report-reason-lost = 运行中断
report-whole = 结案 { $jobs } 件，其中整件交办并通过的有 { $whole } 件。
report-all-accepted = 结案 { $jobs } 件，其中交给 AI 的事项全部通过的有 { $all } 件。
report-cost = 本周结束的尝试花费：{ $cost }（{ $attempts } 次中 { $known } 次有记录）。

report-how-title = 这些数字怎么来
report-how-minutes = 分钟数是每个事项由你自己做要花的时间，在交办或动手之前就固定下来。
report-how-guessed = 其中 ≈ { $guessed }是程序猜的。
report-how-without =
    { $count ->
       *[other] 有 { $count } 个完成的事项没填分钟数，不计入任何总和。
    }
report-how-first = 一次通过：第一次算数的尝试，第一个回答就通过。
report-how-ranges = 区间为 95%，并考虑到同一件工作里的事项彼此相近。
report-how-excluded = 不计入：示例、已撤销的记录、之前就做完的事项、试验，以及不是 AI 造成的失败。
report-how-left-out = 本周有：{ $list }。
report-how-hidden = 标题已隐藏。
report-foot = 交办 Halfday { $version } · 一周从周一开始，{ $zone } · { $date }制作
report-edition = 第 { $edition } 版，{ $date }制作
report-changed = { $date }制作之后有变动：{ $list }。
report-changed-between = ；
report-changed-figure = { $what }从 { $before } 变成 { $now }
report-changed-too-few = 太少不计
report-changed-listed = 列出并完成的时间
report-changed-from-ai = AI 完成的时间
report-changed-jobs = 结案的工作数
report-changed-share = AI 的占比
report-changed-right = 一次通过
report-changed-judged = 已审阅
report-changed-saved = 省下的时间
