### 能胜任的长度、重做一次，以及实验室。数字、时长和范围都已写成文字后才传进来。

## 数据文件有什么问题

error-input-gzip-damaged = 压缩文件不完整或已损坏
hint-input-gzip-damaged = 重新获取一份，或先解压，直接给 CSV
error-input-runs-too-large = 文件太大了
hint-input-runs-too-large = 最多读取 64 MB，解压后 512 MB；用不到的列或 AI 请先去掉
error-input-runs-not-text = 第 { $line } 行不是 UTF-8 文本
hint-input-runs-not-text = 请把表格存为 UTF-8 的 CSV
error-input-runs-empty = 文件里没有数据
hint-input-runs-empty = 第一行是列名，之后每一行是一条
error-input-column-missing = 第 1 行没有“{ $column }”这一列
hint-input-column-missing = 需要哪些列，请看 `halfday help lab horizon`、`doubling` 或 `reliability`；多余的列会略过
error-input-row-uneven = 第 { $line } 行的列数和第 1 行不同
hint-input-row-uneven = 文字里有逗号时，要用双引号括起来
error-input-cell-unusable = 第 { $line } 行“{ $column }”列：“{ $value }”不能用
hint-input-cell-unusable = 分钟要大于 0；次数是整数，做对的不能比试过的多；分数是 0 或 1；日期写成 2026-11-16

## 帮助

help-lab = 同一套统计，用在任何人的运行数据上
help-lab-horizon = AI 有一半把握做对的工作有多长
help-lab-horizon-file = CSV，也可以是 gzip：agent、task_id、family、human_minutes，加上 score_binarized，或 n_runs 和 n_successes
help-lab-horizon-method = metr：METR 的回归；bayes：再加上计算你自己长度的方法
help-lab-horizon-reg = 斜率惩罚的强度（1e-5）
help-lab-horizon-bootstrap = 算范围用的重抽次数，0 表示不算（1000）
help-lab-horizon-seed = 同一个数，同一个范围（42）
help-lab-doubling = 长度多快翻倍
help-lab-doubling-file = CSV，也可以是 gzip：agent、release_date、p50_minutes
help-lab-doubling-since = 只算这一天以后发布的
help-lab-doubling-sota = 只算不逊于之前任何一个的
help-lab-reliability = 同一件事再做一次，还会不会对
help-lab-reliability-file = CSV，也可以是 gzip：item、n（做了几次）、c（对了几次）
help-stats-horizon = AI 替你做得对的事项有多长
help-stats-horizon-agent = 只算这个 AI，名称要完全一致
help-stats-horizon-family = 只算这个系列的模型
help-stats-horizon-kind = 只算这一类工作
help-stats-reliability = 同一件事再做一次，还会不会对（看重做过的工作）

## 实验室

terminal-lab-agent = AI
terminal-lab-tasks = 任务数
terminal-lab-runs = 次数
terminal-lab-half = 一半把握做对
terminal-lab-four-fifths = 五次对四次
terminal-lab-with-range = { $value }（{ $range }）
terminal-lab-all-failed = 一次都没做对
terminal-lab-all-succeeded = 全部做对：比试过的都长
terminal-lab-rising = 长的并不更差：算不出长度
terminal-lab-horizon-foot = 长度按人做所需的时间计；括号内是 95% 的重抽结果。用的是 METR 的方法（arXiv:2503.14499）。
terminal-lab-posterior = 用计算你自己长度的方法，90% 范围
terminal-lab-gate-shut = 数据不够，还不能下结论
terminal-lab-doubling = 每 { $days } 天翻倍，可能在 { $low } 到 { $high } 天之间；共 { $count } 个 AI。
terminal-lab-doubling-few = 只有 { $count } 个 AI：要三个以上、且不在同一天发布，才画得出线。
terminal-lab-doubling-unclear = 看不出明确的趋势；共 { $count } 个 AI。
terminal-lab-r2 = 这条线解释了 { $r2 } 的方差（R²）。
terminal-lab-left-out = 有 { $count } 个 AI 的长度不大于 0，没有算进来。
terminal-lab-k = k
terminal-lab-items = 事项
terminal-lab-all-right = k 次全对
terminal-lab-one-right = k 次至少对一次
terminal-lab-item = 事项
terminal-lab-right-of = 做对
terminal-lab-next = 接下来全对
terminal-lab-reliability-foot = 只看至少做过 k 次的事项。

## 你自己的长度

terminal-horizon-chosen = 你挑出来交给 AI 的事项
terminal-horizon-drawn = 抽签交给 AI 的事项
terminal-horizon-trend = 变化
terminal-horizon-rests = 一次通过：{ $count }。
terminal-horizon-half = 有一半把握做对的长度：{ $length }。
terminal-horizon-four-fifths = 五次做对四次的长度：{ $length }。
terminal-horizon-at-least = 全部都对：一半把握做对的长度至少有 { $length }。
terminal-horizon-at-most = 没有一项对：一半把握做对的长度最多 { $length }。
terminal-horizon-beyond = 超出你试过的范围；你最长试到 { $length }。
terminal-horizon-not-falling = 长的事项并不比短的差：看不出做到多长会开始不行。
terminal-horizon-not-enough = 还不够。通常要 25 到 40 次审阅；很多事项出自同一件工作时，要更多次。
terminal-horizon-left-out = 有 { $count } 个事项没算进来：分钟数是程序猜的，或没有人知道。
terminal-horizon-foot = 这是达到你标准的长度，按你做所需的时间计，不是 AI 能独自工作多久。括号内是 90% 范围。
terminal-horizon-foot-chosen = 只挑容易的，长度就会显得更长；抽签交出去的不会。
terminal-missing-tries = 有你自己分钟数的审阅：{ $have }／{ $need }
terminal-missing-right = 一次通过：{ $have }／{ $need }
terminal-missing-not-right = 没有一次通过：{ $have }／{ $need }
terminal-missing-lengths = 长度太接近：最长的要有最短的 { $need } 倍
terminal-missing-range = 范围还太宽：{ $have } 次翻倍，最多 { $need } 次
terminal-missing-weeks = 第一次到最后一次相隔 { $have } 周，要满 { $need } 周
terminal-trend = 照这样下去，6 个月后会是 { $low } 到 { $high } 次翻倍。
terminal-trend-unclear = 这个范围也包含完全没有变化。
terminal-trend-doubling = 每 { $low } 到 { $high } 天翻倍。
terminal-trend-halving = 每 { $low } 到 { $high } 天减半。

## 重做一次

terminal-again-empty = 还没有做过两次的事项。再用一次清单（`halfday again JOB`），同样的事项就会再出现。
terminal-again-streaks = 连续全对几次才算证明：{ $streaks }。
