//! What kind of work an item is, who should have it, and why: from its first verb, else from the
//! thing it makes.

use halfday_domain::kind::{Kind, KnownKind};
use halfday_domain::plan::{Risk, Suggested, Why};

use crate::han;
use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;
use crate::speech;

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
    match reading(&folded) {
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

/// The first clause that names work decides: its verb, else the thing it names.
fn reading(folded: &str) -> (Option<Verb>, Option<KnownKind>) {
    static LABEL: Pattern = Pattern::new(r"^[a-z0-9&/-]+(?: (?:[b-z]|a[a-z]+|&)[a-z&/-]*){0,4}\s*:$");
    static ORDER: Pattern =
        Pattern::new(r"^\S+ (?:the|an?|all|each|every|this|these|our|your|my|any|both|for|to|with)\b");
    let mut rule = None;
    for clause in folded.split_inclusive(['，', '。', '；', '：', '、', ':', '\n']) {
        let clause = clause.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
        let is_han = clause.chars().any(han::is_han);
        // "Program overview:" names a thing; "Review the draft:" orders.
        let is_label = LABEL.is_in(clause.trim_end()) && !ORDER.is_in(clause);
        let verb = if is_han {
            chinese_verb(clause)
        } else if is_label {
            None
        } else {
            english_verb(clause)
        };
        let made = thing(clause);
        match verb {
            Some(Verb { act: Act::Rule, .. }) => rule = rule.or(verb),
            Some(_) => return (verb, made.or_else(|| thing(folded))),
            None if made.is_some() => return (None, made),
            None => {}
        }
    }
    (rule, thing(folded))
}

/// The verb an English clause begins with; `Program Overview` and `Review sections:` are names.
fn english_verb(clause: &str) -> Option<Verb> {
    static HEARD: Pattern = Pattern::new(
        r"\bwith\b|\bto (?:the |our |my |all |your )?(?:board|team|management|managers?|clients?|customers?|class|leadership|committee|directors?|ceo|boss|students|staff|parents|group|council|instructors?|hosts?|learners|audience|panel)\b|\bin person\b|\bat the\b",
    );
    let clause = clause.get(speech::english_opening(clause)..).unwrap_or(clause);
    let mut words = clause
        .split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '\'' | '/'))
        .filter(|word| !word.is_empty());
    if speech::names_a_detail(clause) {
        return None;
    }
    let first =
        words.find(|word| lexicon::english(word).is_some() || !(word.ends_with("ly") && word.len() > 4))?;
    // Results are discussed in writing, unless somebody is named to hear it.
    if matches!(first, "discuss" | "present" | "introduce" | "explain" | "report") && !HEARD.is_in(clause) {
        return lexicon::english("write");
    }
    lexicon::english(first)
        .or_else(|| first.ends_with("ing").then(|| lexicon::english_inflected(first)).flatten())
}

/// The verb of a Chinese clause: at its start, behind 把 … at its end, or behind a noun.
fn chinese_verb(clause: &str) -> Option<Verb> {
    static NAMES: Pattern = Pattern::new(
        r"^(?:预约|访谈|上线|报名|邀请|通知|申请|面试|付款|讨论|会面|联络|联系|订购|采买|公告|提醒|活动|安装|测试|检查|报销|部署|发布|设计|比价|询问|缴费|培训|开会|行李|紧急)[^，。]{0,6}?(?:表|单|清单|函|信|稿|提纲|大纲|纪录|记录|笔记|文案|模板|计划|报告|流程|资料|资讯|信息|指南|题|名单|通知|说明|手册|须知|重点)",
    );
    static PLACE: Pattern = Pattern::new(r"^(?:在|到)[^，。]{1,8}?(?:上|里|中|内)");
    static WITH: Pattern = Pattern::new(r"^(?:跟|和|与|向|给|从|用|依|按|对|替)");
    static MOVES: Pattern = Pattern::new(r"^(?:把|将)");
    static MINE: Pattern = Pattern::new(r"(?:由我(?:和[^，。]{1,6})?来?|我来|我自己来?|我会?亲自)");
    let kept =
        MINE.find(clause).and_then(|mine| clause.get(mine.end()..)).and_then(lexicon::chinese_at_start);
    if let Some((verb, _)) = kept {
        return Some(verb);
    }
    let clause = clause.get(speech::chinese_opening(clause)..).unwrap_or(clause);
    if NAMES.is_in(clause) {
        return None;
    }
    if MOVES.is_in(clause) {
        // 把六份筆記讀過: the verb stands behind its object.
        let rest = clause.get(3..).unwrap_or_default();
        return rest.char_indices().rev().find_map(|(at, c)| {
            let (verb, length) = lexicon::chinese_at_start(rest.get(at..)?).filter(|_| han::is_han(c))?;
            (length > 3 && verb.act != Act::Rule).then_some(verb)
        });
    }
    let clause = PLACE.find(clause).and_then(|place| clause.get(place.end()..)).unwrap_or(clause);
    if let Some((verb, _)) = lexicon::chinese_at_start(clause) {
        return Some(verb);
    }
    if WITH.is_in(clause) {
        // 跟 CRM 對一下: even a verb of one character counts behind its partner.
        let found = clause.char_indices().skip(1).find_map(|(at, c)| {
            let (verb, length) = lexicon::chinese_at_start(clause.get(at..)?).filter(|_| han::is_han(c))?;
            let set_off = clause.get(..at).is_some_and(|before| before.ends_with(' '))
                || clause
                    .get(at + length..)
                    .is_some_and(|after| after.starts_with("一下") || after.starts_with("一遍"));
            (verb.act != Act::Rule && (length > 3 || set_off)).then_some(verb)
        });
        if found.is_some() {
            return found;
        }
    }
    // A thing named before any verb is what the clause is about: 簡報要附圖.
    let verb = lexicon::chinese_within(clause).filter(|(verb, _)| verb.act != Act::Rule);
    match (verb, thing_at(clause)) {
        (Some((_, at)), Some(named)) if named <= at => None,
        (verb, _) => verb.map(|(verb, _)| verb),
    }
}

/// Whether any clause sends, pays or deletes.
fn riskiest(folded: &str) -> Option<Act> {
    static JOINED: Pattern = Pattern::new(r"\b(?:and|then|to)\s+(?:then\s+)?([a-z]+)\b");
    let clauses = folded.split(['，', '。', '；', '、', '\n', '.', ',', ';', ' ']);
    let mut found = None;
    for clause in clauses {
        let is_han = clause.chars().any(han::is_han);
        let verb = if is_han { chinese_verb(clause) } else { None };
        match verb.map(|verb| verb.act) {
            Some(Act::Irreversible) => return Some(Act::Irreversible),
            Some(Act::Send) => found = Some(Act::Send),
            Some(Act::Make | Act::MakeAny | Act::Judge | Act::BeThere | Act::Rule) | None => {}
        }
    }
    for groups in JOINED.all_groups(folded) {
        let verb = groups.get(1).and_then(|word| lexicon::english(word.as_str()));
        match verb.map(|verb| verb.act) {
            Some(Act::Irreversible) => return Some(Act::Irreversible),
            Some(Act::Send) if groups.get(0).is_some_and(|whole| !whole.as_str().starts_with("to")) => {
                found = Some(Act::Send);
            }
            Some(Act::Make | Act::MakeAny | Act::Judge | Act::BeThere | Act::Rule | Act::Send) | None => {}
        }
    }
    found
}

/// The kind of work behind the thing that is made; the first named counts.
pub(crate) fn thing(folded: &str) -> Option<KnownKind> {
    named(folded).map(|(_, kind)| kind)
}

fn thing_at(folded: &str) -> Option<usize> {
    named(folded).map(|(at, _)| at)
}

fn named(folded: &str) -> Option<(usize, KnownKind)> {
    static THINGS: [(Pattern, KnownKind); 9] = [
        (
            Pattern::new(
                r"\b(slides?|slide deck|deck|presentations?|powerpoint|pptx?|posters?|logo|mock-?ups?|wireframes?|infographic|layout|video|storyboard|banner|flyer|brochure|template|dashboard|illustrations?|graphics?|images?|charts?)\b|简报|ppt|logo|投影片|幻灯片|海报|版面|图卡|图表|图片|张图|插图|影片|视频|传单|名牌",
            ),
            KnownKind::Design,
        ),
        (
            Pattern::new(
                r"\b(spreadsheet|excel|xlsx|workbook|budget|forecast|invoice|balance|reconciliation|financial model|calculation|amortization|cash flow|p&l)\b|预算|excel|收支|试算|金额|报价单|结算|财报",
            ),
            KnownKind::Calculate,
        ),
        (
            Pattern::new(
                r"\b(code|scripts? to|(?:mobile|web|an|the) app|api|website|function|unit tests?|database|pipeline|query|queries|program|plugin|bot|dockerfile|ci)\b|程式|程序|代码|脚本|网站|网址|查询",
            ),
            KnownKind::Code,
        ),
        (
            Pattern::new(
                r"\b(plan|schedule|itinerary|agenda|timeline|roadmap|run sheet|strategy|workflow|calendar)\b|行程|流程|时程|时间表|计划|规划|分工|工作分配|议程|备案|备位",
            ),
            KnownKind::Plan,
        ),
        (Pattern::new(r"\b(translation|translations|subtitles)\b|译文|字幕|译稿"), KnownKind::Translate),
        (
            Pattern::new(
                r"\b(analysis|comparison|evaluation|assessment|swot)\b|分析|对比表|比较表|优缺点|swot",
            ),
            KnownKind::Analyse,
        ),
        (
            Pattern::new(r"\b(literature review|sources|references|research)\b|文献|资料搜集|比价"),
            KnownKind::Research,
        ),
        (
            Pattern::new(
                r"\b(summary|summaries|meeting minutes|minutes of|abstract|recap|executive summary)\b|摘要|会议记录|纪要|重点",
            ),
            KnownKind::Summarise,
        ),
        (
            Pattern::new(
                r"\b(report|memo|letters?|email|emails|article|articles|blog|post|essay|paper|guide|manual|policy|proposal|note|notes|copy|press release|description|document|script|speech|contract|form|checklist|questions|quiz|test plan|review|brief|section|list|table|tracker)\b|报告|文案|文章|信|新闻稿|稿|大纲|提纲|说明|手册|结论|学习单|测验|题|表|清单|笔记|笔录|贴文|文件|内容|描述|模板|须知|问卷|合约|合同|月报|周报",
            ),
            KnownKind::Write,
        ),
    ];
    THINGS
        .iter()
        .filter_map(|(pattern, kind)| pattern.find(folded).map(|found| (found.start(), *kind)))
        .min_by_key(|(start, _)| *start)
}

/// Who the brief itself names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Me,
    Ai,
    Nobody,
}

/// Who should have the item, why, and what could go wrong.
pub(crate) fn suggest(work: Work, title: &str, words: &str, named: Named) -> (Suggested, Why, Risk) {
    let risk = risk(work, title, words);
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
                KnownKind::Write
                | KnownKind::Edit
                | KnownKind::Summarise
                | KnownKind::Translate
                | KnownKind::Research
                | KnownKind::Extract
                | KnownKind::Analyse
                | KnownKind::Calculate
                | KnownKind::Code,
            ) => (Suggested::Ai, Why::CheckableText, risk),
            Some(
                KnownKind::Design
                | KnownKind::Plan
                | KnownKind::Message
                | KnownKind::Check
                | KnownKind::Decide
                | KnownKind::Meet
                | KnownKind::File,
            )
            | None => (Suggested::Either, Why::NothingSays, risk),
        },
    }
}

fn risk(work: Work, title: &str, words: &str) -> Risk {
    static SECRET: Pattern = Pattern::new(
        r"(?i)\b(passwords?|credentials?|api keys?|private keys?|secret keys?|bank account numbers?|social security|ssn|pin codes?)\b|密碼|密码|金鑰|密钥|身分證|身份证|提款卡|信用卡號|信用卡号|帳號密|账号密",
    );
    match work.act {
        _ if SECRET.is_in(words) => Risk::Secret,
        Act::Irreversible => Risk::Irreversible,
        Act::Send => Risk::External,
        Act::Make | Act::MakeAny | Act::Judge | Act::BeThere | Act::Rule => match riskiest(&han::fold(title))
        {
            Some(Act::Irreversible) => Risk::Irreversible,
            Some(Act::Send) => Risk::External,
            Some(Act::Make | Act::MakeAny | Act::Judge | Act::BeThere | Act::Rule) | None => Risk::None,
        },
    }
}

/// The kind as the domain keeps it.
pub(crate) fn kind(work: Work) -> Kind {
    work.kind.map_or(Kind::Unsaid, Kind::Known)
}
