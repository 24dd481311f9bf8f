### Pictures of the numbers. Numbers, durations and dates arrive as finished text.

picture-likely = likely { $range }
picture-no-data = no data
picture-right = right first time
picture-not-right = not right first time
picture-an-item = An item
picture-item-value = { $time }, { $came }
picture-items =
    { $count ->
        [one] { $count } item handed over
       *[other] { $count } items handed over
    }
picture-jobs =
    { $jobs ->
        [one] { $jobs } job closed
       *[other] { $jobs } jobs closed
    }
picture-weeks =
    { $weeks ->
        [one] last week
       *[other] last { $weeks } weeks
    }
picture-up-to = up to { $time }
picture-over = over { $time }
picture-column-length = Length
picture-column-right = Right first time
picture-column-likely = Likely
picture-column-likely-95 = Likely (95%)
picture-column-percent = Percent
picture-column-figure = Figure
picture-column-value = Value
picture-column-until = Month up to
picture-column-half = Right half the time
picture-column-stretch = Without you
picture-column-still = Still going
picture-column-trial = Trial
picture-column-own = You
picture-column-facts = What came of it
picture-column-felt = Felt
picture-column-measured = Measured

picture-length-title = AI gets about half of your items right at { $time }
picture-length-title-least = All that was tried was right: AI’s length is at least { $time }
picture-length-title-most = Nothing tried was right: AI’s length is at most { $time }
picture-length-title-beyond = AI’s length lies beyond what you tried, which ends at { $time }
picture-length-title-flat = Longer items did no worse than short ones
picture-length-title-early = Too early to say up to which length AI gets items right
picture-length-title-none = Which lengths AI gets right, once it was tried
picture-length-how =
    { $n ->
        [one] { $n } first attempt judged, { $right } right
       *[other] { $n } first attempts judged, { $right } right
    }
picture-length-how-drawn =
    { $n ->
        [one] drawn at random: { $n }, { $right } right
       *[other] drawn at random: { $n }, { $right } right
    }
picture-length-band = band: 90% range
picture-length-rule =
    { $count ->
        [one] { $count } more has no minutes of yours
       *[other] { $count } more have no minutes of yours
    }
picture-length-right = right
picture-length-not = not right
picture-length-axis = How long the item would take you: your estimate before the handover
picture-length-at = { $share }: { $time }
picture-length-chosen = items you chose
picture-length-drawn = drawn at random
picture-length-desc =
    { $n ->
        [one] { $n } first attempt by the length of its item; { $right } right first time.
       *[other] { $n } first attempts by the length of their items; { $right } right first time.
    }
picture-length-desc-at = { $share } right at { $time }, likely { $range }.
picture-length-note-standard = Length of item AI finishes to your standard, not how long AI can work alone.
picture-length-note-chosen = Only items you chose to hand over.
picture-length-usually = This usually takes 25 to 40 verdicts.
picture-length-flat-why = So there is no length at which it breaks off; longer items would show one.
picture-missing-tries = { $have } of { $need } first attempts judged so far.
picture-missing-right = At least { $need } right are needed; { $have } so far.
picture-missing-not = At least { $need } not right are needed; { $have } so far.
picture-missing-lengths = Lengths have to span a factor of { $need }; so far { $have }.
picture-missing-range = The range is { $have } doublings wide; up to { $need } can be shown.
picture-missing-weeks = { $have } of { $need } weeks so far.

picture-share-how =
    { $jobs ->
        [one] share of the minutes of { $jobs } closed job; bars: 95% range
       *[other] share of the minutes of { $jobs } closed jobs; bars: 95% range
    }
picture-share-could = could be: { $share }
picture-share-could-how =
    { $draws ->
        [one] green: could be handed over, from { $draws } draw
       *[other] green: could be handed over, from { $draws } draws
    }

picture-time-lost = It took { $lost } more of your time than it saved
picture-time-none = None of your time on AI’s work was recorded
picture-time-nothing = Minutes of brief, review and rework appear here once there are some.
picture-time-range = saved: likely { $range }
picture-time-worth = worth { $time }

picture-kinds-title = Right first time, by kind
picture-kinds-how =
    { $n ->
        [one] { $n } first attempt judged; bars: 95% range, from 5 attempts on
       *[other] { $n } first attempts judged; bars: 95% range, from 5 attempts on
    }
picture-kinds-none = Kinds appear here once a first attempt was judged.

picture-stretch-title = Half the time AI goes on for { $time } or longer without you
picture-stretch-title-most = More than half of the time AI went on to the end without you
picture-stretch-title-early = Too early to say how long AI works without you
picture-stretch-how =
    { $count ->
        [one] { $count } stretch, { $ended } ended with you; band: 95% range
       *[other] { $count } stretches, { $ended } ended with you; band: 95% range
    }
picture-stretch-median = median { $time }
picture-stretch-record = record { $time }
picture-stretch-record-item = Record, { $time }: { $item }
picture-stretch-axis = Your minutes done before the first question, stop, failure, rejection or rework
picture-stretch-few = { $have } of { $need } stretches so far.

picture-trend-title-rising = The length AI gets right half the time is rising
picture-trend-title-falling = The length AI gets right half the time is falling
picture-trend-title-unclear = No clear change in the length AI gets right half the time
picture-trend-title-early = Too early to tell a change in the length AI gets right
picture-trend-early = Cannot tell yet.
picture-trend-how =
    { $n ->
        [one] one fit over { $n } first attempt; bars: 90% range
       *[other] one fit over { $n } first attempts; bars: 90% range
    }
picture-trend-now = now { $time }, likely { $range }
picture-trend-range = { $low } to { $high }
picture-trend-six = In six months, if it goes on like this: { $range } doublings.
picture-trend-doubling = Twice as long every { $low } to { $high } days.
picture-trend-halving = Half as long every { $low } to { $high } days.

picture-trials-title = AI’s part went from { $first } to { $last } over the trials
picture-trials-title-same = AI’s part was { $share } in the first and the last trial
picture-trials-title-one = Trials of the same job
picture-trials-how =
    { $count ->
        [one] { $count } trial, to one scale of minutes
       *[other] { $count } trials, to one scale of minutes
    }
picture-trials-none = Trials stand here side by side once the same job was closed again.
picture-trials-note = A few trials of one job: differences can be chance.
picture-trial = Trial { $number }
picture-trial-right = right first time { $count }
picture-trial-saved = saved { $range }
picture-trial-stretch = longest without you { $time }
picture-trial-failures =
    { $count ->
        [one] { $count } failure
       *[other] { $count } failures
    }
picture-trial-ai = AI
picture-trial-own = you

picture-calibration-title = Your items take { $ratio } as long as you think, likely { $low } to { $high }
picture-calibration-title-early = Too early to say how your estimates hold
picture-calibration-how =
    { $count ->
        [one] { $count } timed item of your own, { $within } within half and twice
       *[other] { $count } timed items of your own, { $within } within half and twice
    }
picture-calibration-axis = Across: what you thought; upwards: what your clock said
picture-calibration-double = twice as long
picture-calibration-half = half as long
picture-calibration-value = thought { $thought }, took { $took }
picture-calibration-timed = Timed items
picture-calibration-within = Within half and twice
picture-calibration-ratio = Clock over estimate

picture-felt-title = You felt more was saved than was measured in { $over } of { $of ->
    [one] 1 week
   *[other] { $of } weeks
}
picture-felt-title-early = What you felt, and later what was measured
picture-felt-how = square: what you felt before you saw the figure; dot and bar: measured, with its 95% range
picture-felt-measured = measured: { $range }
picture-felt-felt = felt
picture-felt-clock = measured
picture-felt-none = Before a report opens you are asked what AI saved you; the answers appear here.

### What could not be drawn or written.

error-picture-unknown = There is no picture called “{ $picture }”
hint-picture-unknown = length, share, time, kinds, stretch, trend, trials, calibration or felt
error-format-unknown = There is no format called “{ $format }”
hint-format-unknown = A picture is svg, png or pdf; a report is json, md, html, png or pdf
error-font-missing = No font on this computer has { $letters }
hint-font-missing = Install a font for this language, for Chinese Noto Sans CJK (fonts-noto-cjk on Debian and Ubuntu); HTML and Markdown need none
error-picture-undrawable = The picture could not be drawn: { $why }
hint-picture-undrawable = Save it as SVG or HTML instead; if it happens again, send us the message
error-pdf-unwritable = The PDF could not be written: { $why }
hint-pdf-unwritable = Save it as HTML and print that to PDF from a browser
error-pdf-not-built = This program was built without PDF
hint-pdf-not-built = Build it with the feature pdf, or print the HTML file to PDF
picture-letters-missing = No font on this computer has these letters, which stand as empty boxes: { $letters }
