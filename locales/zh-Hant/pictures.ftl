### 數字的圖。數字、時間長度和日期都已寫成文字後才傳進來。

picture-likely = 可能介於 { $range }
picture-no-data = 沒有資料
picture-right = 一次通過
picture-not-right = 沒有一次通過
picture-an-item = 一個項目
picture-item-value = { $time }，{ $came }
picture-items =
    { $count ->
       *[other] 交辦 { $count } 項
    }
picture-jobs =
    { $jobs ->
       *[other] 結案 { $jobs } 件
    }
picture-weeks =
    { $weeks ->
       *[other] 最近 { $weeks } 週
    }
picture-up-to = { $time }以內
picture-over = 超過 { $time }
picture-column-length = 長度
picture-column-right = 一次通過
picture-column-likely = 可能介於
picture-column-likely-95 = 可能介於（95%）
picture-column-percent = 百分比
picture-column-figure = 數字
picture-column-value = 值
picture-column-until = 到這天的一個月
picture-column-half = 做對一半的長度
picture-column-stretch = 不用你插手
picture-column-still = 還在做的
picture-column-trial = 第幾次
picture-column-own = 你
picture-column-facts = 結果
picture-column-felt = 感覺
picture-column-measured = 實際量到

picture-length-title = 你自己做約 { $time }的項目，AI 大概一次做對一半
picture-length-title-least = 試過的全都做對：AI 做得到的長度至少有 { $time }
picture-length-title-most = 試過的都沒做對：AI 做得到的長度最多 { $time }
picture-length-title-beyond = AI 做得到的長度超出你試過的範圍（最長 { $time }）
picture-length-title-flat = 長的項目沒有比短的差
picture-length-title-early = 還太早，看不出 AI 能做對多長的項目
picture-length-title-none = AI 能做對多長的項目，試過才知道
picture-length-how =
    { $n ->
       *[other] 審閱過 { $n } 項的第一次嘗試，{ $right } 項一次通過
    }
picture-length-how-drawn =
    { $n ->
       *[other] 隨機抽中 { $n } 項，{ $right } 項一次通過
    }
picture-length-band = 色帶：90% 區間
picture-length-rule =
    { $count ->
       *[other] 另有 { $count } 項沒有你自己估的分鐘數
    }
picture-length-right = 做對
picture-length-not = 沒做對
picture-length-axis = 這個項目由你自己做要多久：交辦前你的預估
picture-length-at = { $share }：{ $time }
picture-length-chosen = 你挑的項目
picture-length-drawn = 隨機抽的項目
picture-length-desc =
    { $n ->
       *[other] 依項目長度排列 { $n } 次第一次嘗試，{ $right } 次一次通過。
    }
picture-length-desc-at = { $time }的項目有 { $share } 做對，可能介於 { $range }。
picture-length-note-standard = 指 AI 能做到你的標準的項目長度，不是 AI 能獨自工作多久。
picture-length-note-chosen = 只含你選擇交辦的項目。
picture-length-usually = 通常要審閱 25 到 40 項才看得出來。
picture-length-flat-why = 所以看不出做到多長會開始出錯；試試更長的項目就知道。
picture-missing-tries = 已審閱 { $have } 項第一次嘗試，需要 { $need } 項。
picture-missing-right = 至少要有 { $need } 項做對，目前 { $have } 項。
picture-missing-not = 至少要有 { $need } 項沒做對，目前 { $have } 項。
picture-missing-lengths = 最長的要是最短的 { $need } 倍，目前 { $have } 倍。
picture-missing-range = 區間寬達 { $have } 次翻倍，{ $need } 次以內才畫得出來。
picture-missing-weeks = 目前 { $have } 週，需要 { $need } 週。

picture-share-how =
    { $jobs ->
       *[other] 占 { $jobs } 件已結案工作分鐘數的比例；直線：95% 區間
    }
picture-share-could = 可以交辦：{ $share }
picture-share-could-how =
    { $draws ->
       *[other] 綠色：可以交辦的比例，依 { $draws } 次抽籤
    }

picture-time-lost = 比省下的多花了你 { $lost }
picture-time-none = 你花在 AI 工作上的時間沒有紀錄
picture-time-nothing = 有了交代、審閱和修改的分鐘數，就會出現在這裡。
picture-time-range = 省下：可能介於 { $range }
picture-time-worth = 價值 { $time }

picture-kinds-title = 一次通過，依種類
picture-kinds-how =
    { $n ->
       *[other] 審閱過 { $n } 項的第一次嘗試；橫線：95% 區間，滿 5 次才畫
    }
picture-kinds-none = 審閱過第一次嘗試之後，各種類會出現在這裡。

picture-stretch-title = 有一半的時候，AI 能做 { $time }以上都不用你插手
picture-stretch-title-most = 超過一半的時候，AI 從頭到尾不用你插手
picture-stretch-title-early = 還太早，看不出 AI 不用你插手能做多久
picture-stretch-how =
    { $count ->
       *[other] { $count } 段，其中 { $ended } 段到你插手為止；色帶：95% 區間
    }
picture-stretch-median = 中位數 { $time }
picture-stretch-record = 最長 { $time }
picture-stretch-record-item = 最長的一次，{ $time }：{ $item }
picture-stretch-axis = 第一次提問、停止、失敗、退回或修改之前做完的分鐘數（以你的時間計）
picture-stretch-few = 目前 { $have } 段，需要 { $need } 段。

picture-trend-title-rising = AI 能做對一半的長度正在變長
picture-trend-title-falling = AI 能做對一半的長度正在變短
picture-trend-title-unclear = AI 能做對一半的長度沒有明顯變化
picture-trend-title-early = 還太早，看不出 AI 能做對的長度有沒有變
picture-trend-early = 還看不出來。
picture-trend-how =
    { $n ->
       *[other] 用 { $n } 項第一次嘗試一起估算；直線：90% 區間
    }
picture-trend-now = 現在 { $time }，可能介於 { $range }
picture-trend-range = { $low } 到 { $high }
picture-trend-six = 照這樣下去，半年後翻倍的次數：{ $range }。
picture-trend-doubling = 每 { $low } 到 { $high } 天變成兩倍長。
picture-trend-halving = 每 { $low } 到 { $high } 天縮成一半。

picture-trials-title = 同樣的工作再做，AI 的占比從 { $first } 到 { $last }
picture-trials-title-same = 同樣的工作再做，AI 的占比頭尾都是 { $share }
picture-trials-title-one = 同樣的工作，各次並排
picture-trials-how =
    { $count ->
       *[other] { $count } 次，分鐘數用同一個尺度
    }
picture-trials-none = 同樣的工作再結案一次，就會在這裡並排。
picture-trials-note = 同一件工作只做了幾次，差別可能只是巧合。
picture-trial = 第 { $number } 次
picture-trial-right = 一次通過 { $count }
picture-trial-saved = 省下 { $range }
picture-trial-stretch = 最長 { $time }不用你插手
picture-trial-failures =
    { $count ->
       *[other] { $count } 次失敗
    }
picture-trial-ai = AI
picture-trial-own = 你

picture-calibration-title = 實際時間是你預估的 { $ratio }，可能介於 { $low } 到 { $high }
picture-calibration-title-early = 還太早，看不出你的預估準不準
picture-calibration-how =
    { $count ->
       *[other] 你自己做並計時的 { $count } 項，其中 { $within } 項在一半到兩倍之間
    }
picture-calibration-axis = 橫軸：你的預估；縱軸：實際計時
picture-calibration-double = 兩倍
picture-calibration-half = 一半
picture-calibration-value = 預估 { $thought }，實際 { $took }
picture-calibration-timed = 計時的項目
picture-calibration-within = 在一半到兩倍之間
picture-calibration-ratio = 實際時間比預估

picture-felt-title = { $of } 週中有 { $over } 週，你覺得省下的比量到的多
picture-felt-title-early = 你的感覺，和之後量到的
picture-felt-how = 方塊：看到數字之前你的感覺；圓點和橫線：實際量到的與 95% 區間
picture-felt-measured = 實際量到：{ $range }
picture-felt-felt = 感覺
picture-felt-clock = 量到
picture-felt-none = 打開週報前會問你 AI 省了多少時間，答案會出現在這裡。

### 畫不出來或寫不出來的。

error-picture-unknown = 沒有叫「{ $picture }」的圖
hint-picture-unknown = 可用 length、share、time、kinds、stretch、trend、trials、calibration、felt
error-format-unknown = 沒有「{ $format }」這種格式
hint-format-unknown = 圖可存成 svg、png、pdf；報告可存成 json、md、html、png、pdf
error-font-missing = 這台電腦的字型都沒有 { $letters }
hint-font-missing = 請安裝這個語言的字型，中文可用 Noto Sans CJK（Debian 和 Ubuntu 的套件是 fonts-noto-cjk）；HTML 和 Markdown 不需要字型
error-picture-undrawable = 圖畫不出來：{ $why }
hint-picture-undrawable = 改存成 SVG 或 HTML；如果又發生，請把訊息寄給我們
error-pdf-unwritable = PDF 寫不出來：{ $why }
hint-pdf-unwritable = 存成 HTML，再用瀏覽器列印成 PDF
error-pdf-not-built = 這個程式編譯時沒有包含 PDF
hint-pdf-not-built = 編譯時打開 pdf 功能，或把 HTML 檔列印成 PDF
picture-letters-missing = 這台電腦的字型沒有以下的字，圖上會是空框：{ $letters }
