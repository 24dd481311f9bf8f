//! The sorts of work that a one-liner names, and the usual steps around each.

use crate::pattern::Pattern;
use crate::{han, things};

/// What comes before the work itself and what after it, in English, 繁體, 简体.
pub(crate) struct Steps {
    sign: Pattern,
    pub before: &'static [[&'static str; 3]],
    pub after: &'static [[&'static str; 3]],
}

const READ: [&str; 3] = [
    "Read the brief and the material, and list what is missing",
    "讀過需求與資料，列出還缺什麼",
    "读过需求与资料，列出还缺什么",
];
pub(crate) const CHECK: [&str; 3] =
    ["Check the result against the brief, point by point", "對照需求逐點檢查成果", "对照需求逐点检查成果"];

/// The first sort whose sign stands in the brief counts; the last one fits everything.
static SORTS: [Steps; 11] = [
    Steps {
        sign: Pattern::new(r"\b(?:speech|toast|eulogy|talk)\b|致词|致辞|演讲|讲稿|祝酒"),
        before: &[[
            "Note who listens, the occasion and three things worth telling",
            "寫下聽眾、場合與三件值得說的事",
            "写下听众、场合与三件值得说的事",
        ]],
        after: &[
            ["Read it aloud against the clock and cut it", "計時唸一遍，刪到剛好", "计时念一遍，删到刚好"],
            ["Practise it twice", "練習兩遍", "练习两遍"],
        ],
    },
    Steps {
        sign: Pattern::new(r"\btranslat\w*|\blocali[sz]\w*|\bsubtitles?\b|翻译|翻成|译成|译文|字幕"),
        before: &[[
            "List the terms and names, with one translation for each",
            "列出術語與專有名詞，統一譯法",
            "列出术语与专有名词，统一译法",
        ]],
        after: &[
            [
                "Compare the translation with the original, sentence by sentence",
                "逐句對照原文校對",
                "逐句对照原文校对",
            ],
            [
                "Polish the wording so that it reads like an original",
                "潤飾文字，讓它讀起來像原文",
                "润饰文字，让它读起来像原文",
            ],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:slides?|deck|presentation|powerpoint|pptx?|keynote)\b|简报|投影片|幻灯片|ppt",
        ),
        before: &[
            [
                "List the material and the one thing the audience should take away",
                "整理素材，寫下聽眾該記得的一件事",
                "整理素材，写下听众该记得的一件事",
            ],
            ["Outline the slides: one line for each", "擬大綱：每頁一句話", "拟大纲：每页一句话"],
        ],
        after: &[
            [
                "Check figures, names and spelling on every slide",
                "檢查每一頁的數字、名稱與錯字",
                "检查每一页的数字、名称与错字",
            ],
            ["Rehearse it once against the clock", "計時演練一次", "计时演练一次"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:code|(?:python|shell|bash|sql|javascript) script|bugs?|(?:mobile|web|ios|android) app|api|function|website|web page|crash(?:es)?|regression|refactor|endpoint|test suite)\b|程式|程序|代码|脚本|网站|网页|修.{0,6}(?:bug|错)|臭虫|当机|闪退",
        ),
        before: &[[
            "Write down how it behaves now and how it should behave",
            "寫下現在的行為與應有的行為",
            "写下现在的行为与应有的行为",
        ]],
        after: &[
            [
                "Write a test that fails without the change",
                "寫一個沒改就會失敗的測試",
                "写一个没改就会失败的测试",
            ],
            ["Update the notes that describe it", "更新說明文件", "更新说明文档"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:event|party|workshop|conference|wedding|webinar|meetup|ceremony|offsite|fundraiser|open day|dinner)\b|活动|派对|聚餐|尾牙|春酒|研讨会|工作坊|婚礼|典礼|说明会|团建|年会|校庆|讲座",
        ),
        before: &[
            [
                "List date, place, guests and budget, and what is still open",
                "列出日期、地點、人數、預算與未定事項",
                "列出日期、地点、人数、预算与未定事项",
            ],
            ["Compare three venues or suppliers", "比較三家場地或廠商", "比较三家场地或供应商"],
        ],
        after: &[
            ["Write the invitation and the sign-up form", "寫邀請函與報名表單", "写邀请函与报名表单"],
            ["Draw up the run sheet: who does what, when", "擬當天流程與分工表", "拟当天流程与分工表"],
            ["Book the place and pay the deposit", "訂場地並付訂金", "订场地并付定金"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:trip|travel|itinerary|journey|holiday|vacation|tour)\b|行程|旅行|旅游|出差|自由行",
        ),
        before: &[
            [
                "List dates, travellers, budget and wishes",
                "列出日期、人數、預算與想去的地方",
                "列出日期、人数、预算与想去的地方",
            ],
            [
                "Compare transport and places to stay, three of each",
                "比較交通與住宿，各三個",
                "比较交通与住宿，各三个",
            ],
        ],
        after: &[
            ["Make a list of what to book, with dates", "列出要預訂的項目與日期", "列出要预订的项目与日期"],
            ["Book and pay", "預訂並付款", "预订并付款"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:spreadsheet|excel|budget|forecast|workbook|schedule of|reconcil\w*|calculat\w*|financial model|invoice|p&l|cash flow|amorti[sz]ation)\b|预算|试算|报表|对账|收支|结算|表格|excel",
        ),
        before: &[
            [
                "Collect the figures and check that they are complete",
                "收齊數字，確認沒有缺漏",
                "收齐数字，确认没有缺漏",
            ],
            [
                "Lay out the table: rows, columns, formulas",
                "設計表格：列、欄、公式",
                "设计表格：行、列、公式",
            ],
        ],
        after: &[
            ["Check the totals against the source figures", "用原始數字核對合計", "用原始数字核对合计"],
            [
                "Write three sentences on what the figures say",
                "寫三句話說明數字的意思",
                "写三句话说明数字的意思",
            ],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:contract|agreement|nda|lease|terms and conditions|legal|clause)\b|合约|合同|契约|条款|法务",
        ),
        before: &[[
            "List the parties, the dates and the duties in it",
            "列出當事人、日期與各方義務",
            "列出当事人、日期与各方义务",
        ]],
        after: &[
            [
                "List the risks, each with its clause and a better wording",
                "列出風險：條號、原因、建議文字",
                "列出风险：条号、原因、建议文字",
            ],
            ["Decide what to ask the other side for", "決定要跟對方談哪幾點", "决定要跟对方谈哪几点"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:e-?mail|letter|reply|invitation|message|announcement|press release|newsletter|post)\b|邮件|电子报|邀请函|公告|新闻稿|贴文|回信|一封|信件|通知",
        ),
        before: &[[
            "Note who reads it and what they should do",
            "寫下讀者是誰、要他做什麼",
            "写下读者是谁、要他做什么",
        ]],
        after: &[
            ["Check names, dates and tone", "檢查人名、日期與語氣", "检查人名、日期与语气"],
            ["Send it", "寄出", "发出"],
        ],
    },
    Steps {
        sign: Pattern::new(
            r"\b(?:report|analysis|analy[sz]e|study|survey|white ?paper|memo|research|review of|evaluation|comparison|essay|paper|article|literature)\b|报告|分析|调查|研究|评估|论文|文章|月报|周报|年报|企划",
        ),
        before: &[
            ["Gather the material and note each source", "收集資料並註明來源", "收集资料并注明来源"],
            ["Summarise the findings in one table", "把發現整理成一張表", "把发现整理成一张表"],
        ],
        after: &[
            [
                "Check every figure and quotation against its source",
                "逐一核對數字與引文的出處",
                "逐一核对数字与引文的出处",
            ],
            ["Write a summary of half a page", "寫半頁摘要", "写半页摘要"],
        ],
    },
    Steps { sign: Pattern::new(""), before: &[READ], after: &[CHECK] },
];

/// Which of two signs in the same words counts.
#[derive(Debug, Clone, Copy)]
enum Counts {
    First,
    Last,
}

/// The sort of what is asked for: the last thing of the first phrase, a speech of "a wedding speech".
pub(crate) fn of(about: &str) -> Option<&'static Steps> {
    let best = if about.chars().any(han::is_han) {
        named(about, Counts::Last)
    } else {
        named(things::first_phrase(about), Counts::Last).or_else(|| named(about, Counts::First))
    };
    best.or(SORTS.last())
}

fn named(words: &str, counts: Counts) -> Option<&'static Steps> {
    let place = |sort: &'static Steps| {
        let found = sort.sign.find_all(words);
        let found = match counts {
            Counts::First => found.first(),
            Counts::Last => found.last(),
        };
        Some((found.filter(|found| !found.is_empty())?.start(), sort))
    };
    let placed = SORTS.iter().filter_map(place);
    match counts {
        Counts::First => placed.min_by_key(|(at, _)| *at),
        Counts::Last => placed.max_by_key(|(at, _)| *at),
    }
    .map(|(_, sort)| sort)
}
