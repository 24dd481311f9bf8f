//! What kind of work an item is, who should have it, and why: from its first verb, else from the
//! thing it makes.

use halfday_domain::kind::{Kind, KnownKind};
use halfday_domain::plan::{Risk, Suggested, Why};

use crate::han;
use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;

/// The reading of one item's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Work {
    pub kind: Option<KnownKind>,
    pub act: Act,
    pub minutes: u32,
}

/// What `words` ask for.
pub(crate) fn work(words: &str) -> Work {
    let folded = han::fold(words);
    let verb = main_verb(&folded);
    let made = thing(&folded);
    match (verb, made) {
        // A letter that is written is not yet sent: only the verb of sending sends.
        (Some(Verb { act: Act::MakeAny | Act::Rule, minutes, .. }), Some(kind)) => {
            Work { kind: Some(kind), act: Act::Make, minutes: minutes.max(ordinary_minutes(kind)) }
        }
        (Some(Verb { act: Act::Rule, .. }), None) => Work { kind: None, act: Act::Make, minutes: 15 },
        (Some(Verb { kind, act, minutes }), _) => {
            let act = if act == Act::MakeAny { Act::Make } else { act };
            Work { kind: Some(kind), act, minutes }
        }
        (None, Some(kind)) => Work { kind: Some(kind), act: Act::Make, minutes: ordinary_minutes(kind) },
        (None, None) => Work { kind: None, act: Act::Make, minutes: 20 },
    }
}

fn ordinary_minutes(kind: KnownKind) -> u32 {
    match kind {
        KnownKind::Write | KnownKind::Translate | KnownKind::Calculate | KnownKind::Research => 45,
        KnownKind::Edit | KnownKind::Summarise | KnownKind::Extract | KnownKind::Plan | KnownKind::Meet => 30,
        KnownKind::Analyse | KnownKind::Code | KnownKind::Design => 60,
        KnownKind::Message => 10,
        KnownKind::Check => 20,
        KnownKind::Decide | KnownKind::File => 15,
    }
}

/// The first verb that names work; a rule's verb only when there is no other.
fn main_verb(folded: &str) -> Option<Verb> {
    let mut rule = None;
    let head = folded.split(['：', ':', '，', '。']).next().unwrap_or(folded);
    let english = head.split(|c: char| !c.is_ascii_alphabetic() && c != '-').filter(|word| !word.is_empty());
    for (position, word) in english.take(12).enumerate() {
        // Past the start, a bare word is as likely a noun: "the project plan".
        let verb = if position == 0 { lexicon::english_inflected(word) } else { None };
        match verb {
            Some(Verb { act: Act::Rule, .. }) => rule = rule.or(verb),
            Some(verb) => return Some(verb),
            None => {}
        }
    }
    for part in folded.split(['，', '。', '；', '：', '、']) {
        let part = part.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
        let found = lexicon::chinese_at_start(part).or_else(|| lexicon::chinese_within(part));
        match found.map(|(verb, _)| verb) {
            Some(verb) if verb.act == Act::Rule => rule = rule.or(Some(verb)),
            Some(verb) => return Some(verb),
            None => {}
        }
    }
    rule
}

/// The kind of work behind the thing that is made; the first named counts.
pub(crate) fn thing(folded: &str) -> Option<KnownKind> {
    static THINGS: [(Pattern, KnownKind); 9] = [
        (Pattern::new(r"\b(slides?|slide deck|deck|presentations?|powerpoint|pptx?|posters?|logo|mock-?ups?|wireframes?|infographic|layout|video|storyboard|banner|flyer|brochure|template|dashboard|illustrations?|graphics?|images?|charts?)\b|简报|投影片|幻灯片|海报|版面|图卡|图表|图片|影片|视频|传单|名牌"), KnownKind::Design),
        (Pattern::new(r"\b(spreadsheet|excel|xlsx|workbook|budget|forecast|invoice|balance|reconciliation|financial model|calculation|amortization|cash flow|p&l)\b|预算|收支|试算|金额|报价单|结算|财报"), KnownKind::Calculate),
        (Pattern::new(r"\b(code|scripts? to|app|application|api|website|function|unit tests?|database|pipeline|query|queries|program|plugin|bot|dockerfile|ci)\b|程式|程序|代码|脚本|网站|网址|查询"), KnownKind::Code),
        (Pattern::new(r"\b(plan|schedule|itinerary|agenda|timeline|roadmap|run sheet|strategy|workflow|calendar)\b|行程|流程|时程|时间表|计划|规划|分工|工作分配|议程|备案|备位"), KnownKind::Plan),
        (Pattern::new(r"\b(translation|translations|subtitles)\b|译文|字幕|译稿"), KnownKind::Translate),
        (Pattern::new(r"\b(analysis|comparison|evaluation|assessment|swot)\b|分析|对比表|比较表|优缺点|swot"), KnownKind::Analyse),
        (Pattern::new(r"\b(literature review|sources|references|research)\b|文献|资料搜集|比价"), KnownKind::Research),
        (Pattern::new(r"\b(summary|summaries|minutes|abstract|recap|executive summary)\b|摘要|会议记录|纪要|重点"), KnownKind::Summarise),
        (Pattern::new(r"\b(report|memo|letters?|email|emails|article|articles|blog|post|essay|paper|guide|manual|policy|proposal|note|notes|copy|press release|description|document|script|speech|contract|form|checklist|questions|quiz|test plan|review|brief|section|list|table|tracker)\b|报告|文案|文章|信|新闻稿|稿|大纲|提纲|说明|手册|结论|学习单|测验|题|表|清单|贴文|文件|内容|描述|模板|须知|问卷|合约|合同|月报|周报"), KnownKind::Write),
    ];
    THINGS
        .iter()
        .filter_map(|(pattern, kind)| pattern.find(folded).map(|found| (found.start(), *kind)))
        .min_by_key(|(start, _)| *start)
        .map(|(_, kind)| kind)
}

/// Who the brief itself names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Me,
    Ai,
    Nobody,
}

/// Who should have the item, why, and what could go wrong.
pub(crate) fn suggest(work: Work, words: &str, named: Named) -> (Suggested, Why, Risk) {
    let risk = risk(work, words);
    match named {
        Named::Me => return (Suggested::Me, Why::BriefSaysSo, risk),
        Named::Ai => return (Suggested::Ai, Why::BriefSaysSo, risk),
        Named::Nobody => {}
    }
    match work.act {
        Act::Judge => (Suggested::Me, Why::NeedsYourJudgement, risk),
        Act::BeThere => (Suggested::Me, Why::NeedsYouThere, risk),
        Act::Send | Act::Irreversible => (Suggested::Me, Why::CannotBeUndone, risk),
        Act::Make | Act::MakeAny | Act::Rule => match work.kind {
            Some(
                KnownKind::Write | KnownKind::Edit | KnownKind::Summarise | KnownKind::Translate | KnownKind::Research
                | KnownKind::Extract | KnownKind::Analyse | KnownKind::Calculate | KnownKind::Code,
            ) => (Suggested::Ai, Why::CheckableText, risk),
            Some(
                KnownKind::Design | KnownKind::Plan | KnownKind::Message | KnownKind::Check | KnownKind::Decide
                | KnownKind::Meet | KnownKind::File,
            )
            | None => (Suggested::Either, Why::NothingSays, risk),
        },
    }
}

fn risk(work: Work, words: &str) -> Risk {
    static SECRET: Pattern = Pattern::new(
        r"(?i)\b(passwords?|credentials?|api keys?|private keys?|secret keys?|bank account numbers?|social security|ssn|pin codes?)\b|密碼|密码|金鑰|密钥|身分證|身份证|提款卡|信用卡號|信用卡号|帳號密|账号密",
    );
    match work.act {
        _ if SECRET.is_in(words) => Risk::Secret,
        Act::Irreversible => Risk::Irreversible,
        Act::Send => Risk::External,
        Act::Make | Act::MakeAny | Act::Judge | Act::BeThere | Act::Rule => Risk::None,
    }
}

/// The kind as the domain keeps it.
pub(crate) fn kind(work: Work) -> Kind {
    work.kind.map_or(Kind::Unsaid, Kind::Known)
}
