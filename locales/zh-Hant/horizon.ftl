### 可勝任的長度、重做一次，以及實驗室。數字、時長和範圍都已寫成文字後才傳進來。

## 資料檔有什麼問題

error-input-gzip-damaged = 壓縮檔不完整或已經損壞
hint-input-gzip-damaged = 重新取得一份，或先解壓縮，直接給 CSV
error-input-runs-too-large = 檔案太大了
hint-input-runs-too-large = 最多讀 64 MB，解壓縮後 512 MB；用不到的欄位或 AI 請先拿掉
error-input-runs-not-text = 第 { $line } 行不是 UTF-8 文字
hint-input-runs-not-text = 請把表格存成 UTF-8 的 CSV
error-input-runs-empty = 檔案裡沒有資料
hint-input-runs-empty = 第一行是欄位名稱，之後每一行是一筆
error-input-column-missing = 第 1 行沒有「{ $column }」這一欄
hint-input-column-missing = 需要哪些欄位，請看 `halfday help lab horizon`、`doubling` 或 `reliability`；多出來的欄位會略過
error-input-row-uneven = 第 { $line } 行的欄數和第 1 行不同
hint-input-row-uneven = 文字裡有逗號時，要用雙引號括起來
error-input-cell-unusable = 第 { $line } 行「{ $column }」欄：「{ $value }」不能用
hint-input-cell-unusable = 分鐘要大於 0；次數是整數，做對的不能比試過的多；分數是 0 或 1；日期寫成 2026-11-16

## 說明

help-lab = 同一套統計，用在任何人的執行資料上
help-lab-horizon = AI 有一半機會做對的工作有多長
help-lab-horizon-file = CSV，也可以是 gzip：agent、task_id、family、human_minutes，加上 score_binarized，或 n_runs 和 n_successes
help-lab-horizon-method = metr：METR 的迴歸；bayes：再加上計算你自己長度的方法
help-lab-horizon-reg = 斜率懲罰的強度（1e-5）
help-lab-horizon-bootstrap = 算範圍用的重抽次數，0 表示不算（1000）
help-lab-horizon-seed = 同一個數字，同一個範圍（42）
help-lab-doubling = 長度多快加倍
help-lab-doubling-file = CSV，也可以是 gzip：agent、release_date、p50_minutes
help-lab-doubling-since = 只算這一天以後推出的
help-lab-doubling-sota = 只算不輸給之前任何一個的
help-lab-reliability = 同一件事再做一次，還會不會對
help-lab-reliability-file = CSV，也可以是 gzip：item、n（做了幾次）、c（對了幾次）
help-stats-horizon = AI 替你做得對的項目有多長
help-stats-horizon-agent = 只算這個 AI，名稱要完全一樣
help-stats-horizon-family = 只算這個系列的模型
help-stats-horizon-kind = 只算這一類工作
help-stats-reliability = 同一件事再做一次，還會不會對（看重做過的工作）

## 實驗室

terminal-lab-agent = AI
terminal-lab-tasks = 題數
terminal-lab-runs = 次數
terminal-lab-half = 一半機會做對
terminal-lab-four-fifths = 五次對四次
terminal-lab-with-range = { $value }（{ $range }）
terminal-lab-all-failed = 沒有一次做對
terminal-lab-all-succeeded = 全部做對：比試過的都長
terminal-lab-rising = 長的沒有比較差：算不出長度
terminal-lab-horizon-foot = 長度以人做所需的時間計；括號內是 95% 的重抽結果。用的是 METR 的方法（arXiv:2503.14499）。
terminal-lab-posterior = 用計算你自己長度的方法，90% 範圍
terminal-lab-gate-shut = 資料不夠，還不能說
terminal-lab-doubling = 每 { $days } 天加倍，可能在 { $low } 到 { $high } 天之間；共 { $count } 個 AI。
terminal-lab-doubling-few = 只有 { $count } 個 AI：要三個以上、而且不在同一天推出，才畫得出線。
terminal-lab-doubling-unclear = 看不出明確的趨勢；共 { $count } 個 AI。
terminal-lab-r2 = 這條線解釋了 { $r2 } 的變異（R²）。
terminal-lab-left-out = 有 { $count } 個 AI 的長度不大於 0，沒有算進來。
terminal-lab-k = k
terminal-lab-items = 項目
terminal-lab-all-right = k 次全對
terminal-lab-one-right = k 次至少對一次
terminal-lab-item = 項目
terminal-lab-right-of = 做對
terminal-lab-next = 接下來全對
terminal-lab-reliability-foot = 只看至少做過 k 次的項目。

## 你自己的長度

terminal-horizon-chosen = 你挑來交給 AI 的項目
terminal-horizon-drawn = 抽籤交給 AI 的項目
terminal-horizon-trend = 變化
terminal-horizon-rests = 一次通過：{ $count }。
terminal-horizon-half = 有一半機會做對的長度：{ $length }。
terminal-horizon-four-fifths = 五次做對四次的長度：{ $length }。
terminal-horizon-at-least = 全部都對：一半機會做對的長度至少有 { $length }。
terminal-horizon-at-most = 沒有一項對：一半機會做對的長度最多 { $length }。
terminal-horizon-beyond = 超出你試過的範圍；你最長試到 { $length }。
terminal-horizon-not-falling = 長的項目沒有比短的差：看不出做到多長會開始不行。
terminal-horizon-not-enough = 還不夠。通常要 25 到 40 次審閱；很多項目出自同一件工作時，要更多次。
terminal-horizon-left-out = 有 { $count } 個項目沒算進來：分鐘數是程式猜的，或沒有人知道。
terminal-horizon-foot = 這是達到你標準的長度，以你做所需的時間計，不是 AI 能獨自工作多久。括號內是 90% 範圍。
terminal-horizon-foot-chosen = 只挑容易的，長度就會顯得比較長；抽籤交出去的不會。
terminal-missing-tries = 有你自己分鐘數的審閱：{ $have }／{ $need }
terminal-missing-right = 一次通過：{ $have }／{ $need }
terminal-missing-not-right = 沒有一次通過：{ $have }／{ $need }
terminal-missing-lengths = 長度太接近：最長的要有最短的 { $need } 倍
terminal-missing-range = 範圍還太寬：{ $have } 個加倍，最多 { $need } 個
terminal-missing-weeks = 第一次到最後一次相隔 { $have } 週，要滿 { $need } 週
terminal-trend = 照這樣下去，6 個月後會是 { $low } 到 { $high } 個加倍。
terminal-trend-unclear = 這個範圍也包含完全沒有變化。
terminal-trend-doubling = 每 { $low } 到 { $high } 天加倍。
terminal-trend-halving = 每 { $low } 到 { $high } 天減半。

## 重做一次

terminal-again-empty = 還沒有做過兩次的項目。再用一次清單（`halfday again JOB`），同樣的項目就會再出現。
terminal-again-streaks = 連續全對幾次才算證明：{ $streaks }。
