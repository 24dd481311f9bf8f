### 数字的图。数字、时长和日期都已写成文字后才传进来。

picture-likely = 可能在 { $range }
picture-no-data = 没有数据
picture-right = 一次通过
picture-not-right = 没有一次通过
picture-an-item = 一个事项
picture-item-value = { $time }，{ $came }
picture-items =
    { $count ->
       *[other] 交办 { $count } 项
    }
picture-jobs =
    { $jobs ->
       *[other] 结案 { $jobs } 件
    }
picture-weeks =
    { $weeks ->
       *[other] 最近 { $weeks } 周
    }
picture-up-to = { $time }以内
picture-over = 超过 { $time }
picture-column-length = 时长
picture-column-right = 一次通过
picture-column-likely = 可能范围
picture-column-likely-95 = 可能范围（95%）
picture-column-percent = 百分比
picture-column-figure = 指标
picture-column-value = 数值
picture-column-until = 截至该日的一个月
picture-column-half = 做对一半的时长
picture-column-stretch = 不用你插手
picture-column-still = 还在做的
picture-column-trial = 第几次
picture-column-own = 你
picture-column-facts = 结果
picture-column-felt = 感觉
picture-column-measured = 实测

picture-length-title = 你自己做约 { $time }的事项，AI 大概能一次做对一半
picture-length-title-least = 试过的全都做对：AI 能做对的时长至少有 { $time }
picture-length-title-most = 试过的都没做对：AI 能做对的时长最多 { $time }
picture-length-title-beyond = AI 能做对的时长超出你试过的范围（最长 { $time }）
picture-length-title-flat = 长的事项并不比短的差
picture-length-title-early = 还太早，看不出 AI 能做对多长的事项
picture-length-title-none = AI 能做对多长的事项，试过才知道
picture-length-how =
    { $n ->
       *[other] 审阅过 { $n } 项的第一次尝试，{ $right } 项一次通过
    }
picture-length-how-drawn =
    { $n ->
       *[other] 随机抽中 { $n } 项，{ $right } 项一次通过
    }
picture-length-band = 色带：90% 区间
picture-length-rule =
    { $count ->
       *[other] 另有 { $count } 项没有你自己估的分钟数
    }
picture-length-right = 做对
picture-length-not = 没做对
picture-length-axis = 这个事项由你自己做要多久：交办前你的预估
picture-length-at = { $share }：{ $time }
picture-length-chosen = 你挑的事项
picture-length-drawn = 随机抽的事项
picture-length-desc =
    { $n ->
       *[other] 按事项时长排列 { $n } 次第一次尝试，{ $right } 次一次通过。
    }
picture-length-desc-at = { $time }的事项有 { $share } 做对，可能在 { $range }。
picture-length-note-standard = 指 AI 能按你的标准做完的事项有多长，不是 AI 能独自工作多久。
picture-length-note-chosen = 只含你选择交办的事项。
picture-length-usually = 通常要审阅 25 到 40 项才能看出来。
picture-length-flat-why = 所以看不出做到多长会开始出错；试试更长的事项就知道了。
picture-missing-tries = 已审阅 { $have } 项第一次尝试，需要 { $need } 项。
picture-missing-right = 至少要有 { $need } 项做对，目前 { $have } 项。
picture-missing-not = 至少要有 { $need } 项没做对，目前 { $have } 项。
picture-missing-lengths = 最长的要达到最短的 { $need } 倍，目前 { $have } 倍。
picture-missing-range = 区间宽达 { $have } 次翻倍，{ $need } 次以内才能画出来。
picture-missing-weeks = 目前 { $have } 周，需要 { $need } 周。

picture-share-how =
    { $jobs ->
       *[other] 占 { $jobs } 件已结案工作分钟数的比例；竖线：95% 区间
    }
picture-share-could = 可以交办：{ $share }
picture-share-could-how =
    { $draws ->
       *[other] 绿色：可以交办的比例，依据 { $draws } 次抽签
    }

picture-time-lost = 比省下的多花了你 { $lost }
picture-time-none = 你花在 AI 工作上的时间没有记录
picture-time-nothing = 有了交代、审阅和修改的分钟数，就会显示在这里。
picture-time-range = 省下：可能在 { $range }
picture-time-worth = 价值 { $time }

picture-kinds-title = 一次通过，按种类
picture-kinds-how =
    { $n ->
       *[other] 审阅过 { $n } 项的第一次尝试；横线：95% 区间，满 5 次才画
    }
picture-kinds-none = 审阅过第一次尝试之后，各种类会显示在这里。

picture-stretch-title = 有一半的时候，AI 能做 { $time }以上都不用你插手
picture-stretch-title-most = 超过一半的时候，AI 从头到尾不用你插手
picture-stretch-title-early = 还太早，看不出 AI 不用你插手能做多久
picture-stretch-how =
    { $count ->
       *[other] { $count } 段，其中 { $ended } 段到你插手为止；色带：95% 区间
    }
picture-stretch-median = 中位数 { $time }
picture-stretch-record = 最长 { $time }
picture-stretch-record-item = 最长的一次，{ $time }：{ $item }
picture-stretch-axis = 第一次提问、停止、失败、退回或修改之前做完的分钟数（按你的时间算）
picture-stretch-few = 目前 { $have } 段，需要 { $need } 段。

picture-trend-title-rising = AI 能做对一半的时长正在变长
picture-trend-title-falling = AI 能做对一半的时长正在变短
picture-trend-title-unclear = AI 能做对一半的时长没有明显变化
picture-trend-title-early = 还太早，看不出 AI 能做对的时长有没有变
picture-trend-early = 还看不出来。
picture-trend-how =
    { $n ->
       *[other] 用 { $n } 项第一次尝试一起估算；竖线：90% 区间
    }
picture-trend-now = 现在 { $time }，可能在 { $range }
picture-trend-range = { $low } 到 { $high }
picture-trend-six = 照这样下去，半年后翻倍的次数：{ $range }。
picture-trend-doubling = 每 { $low } 到 { $high } 天变成两倍长。
picture-trend-halving = 每 { $low } 到 { $high } 天缩短一半。

picture-trials-title = 同样的工作再做，AI 的占比从 { $first } 到 { $last }
picture-trials-title-same = 同样的工作再做，AI 的占比头尾都是 { $share }
picture-trials-title-one = 同样的工作，各次并排
picture-trials-how =
    { $count ->
       *[other] { $count } 次，分钟数用同一个尺度
    }
picture-trials-none = 同样的工作再结案一次，就会在这里并排。
picture-trials-note = 同一件工作只做了几次，差别可能只是巧合。
picture-trial = 第 { $number } 次
picture-trial-right = 一次通过 { $count }
picture-trial-saved = 省下 { $range }
picture-trial-stretch = 最长 { $time }不用你插手
picture-trial-failures =
    { $count ->
       *[other] { $count } 次失败
    }
picture-trial-ai = AI
picture-trial-own = 你

picture-calibration-title = 实际用时是你预估的 { $ratio }，可能在 { $low } 到 { $high }
picture-calibration-title-early = 还太早，看不出你的预估准不准
picture-calibration-how =
    { $count ->
       *[other] 你自己做并计时的 { $count } 项，其中 { $within } 项在一半到两倍之间
    }
picture-calibration-axis = 横轴：你的预估；纵轴：实际计时
picture-calibration-double = 两倍
picture-calibration-half = 一半
picture-calibration-value = 预估 { $thought }，实际 { $took }
picture-calibration-timed = 计时的事项
picture-calibration-within = 在一半到两倍之间
picture-calibration-ratio = 实际用时比预估

picture-felt-title = { $of } 周中有 { $over } 周，你觉得省下的比实测的多
picture-felt-title-early = 你的感觉，和之后的实测
picture-felt-how = 方块：看到数字之前你的感觉；圆点和横线：实测与 95% 区间
picture-felt-measured = 实测：{ $range }
picture-felt-felt = 感觉
picture-felt-clock = 实测
picture-felt-none = 打开周报前会问你 AI 省了多少时间，答案会显示在这里。

### 画不出来或写不出来的。

error-picture-unknown = 没有叫“{ $picture }”的图
hint-picture-unknown = 可用 length、share、time、kinds、stretch、trend、trials、calibration、felt
error-format-unknown = 没有“{ $format }”这种格式
hint-format-unknown = 图可以存成 svg、png、pdf；报告可以存成 json、md、html、png、pdf
error-font-missing = 这台电脑的字体都没有 { $letters }
hint-font-missing = 请安装这种语言的字体，中文可用 Noto Sans CJK（Debian 和 Ubuntu 的软件包是 fonts-noto-cjk）；HTML 和 Markdown 不需要字体
error-picture-undrawable = 图画不出来：{ $why }
hint-picture-undrawable = 改存成 SVG 或 HTML；如果再次发生，请把信息发给我们
error-pdf-unwritable = PDF 写不出来：{ $why }
hint-pdf-unwritable = 存成 HTML，再用浏览器打印成 PDF
error-pdf-not-built = 这个程序编译时没有包含 PDF
hint-pdf-not-built = 编译时打开 pdf 功能，或把 HTML 文件打印成 PDF
picture-letters-missing = 这台电脑的字体没有以下的字，图上会是空框：{ $letters }
