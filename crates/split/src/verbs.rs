//! The verb a clause is about, in English and in Chinese.

use crate::han;
use crate::lexicon::{self, Act, Verb};
use crate::pattern::Pattern;
use crate::{chinese, english, things};

/// The verb an English clause begins with; `Program Overview` and `Review sections:` are names.
pub(crate) fn of_english(clause: &str) -> Option<Verb> {
    static HEARD: Pattern = Pattern::new(
        r"\bwith\b|\bto (?:the |our |my |all |your )?(?:board|team|management|managers?|clients?|customers?|class|leadership|committee|directors?|ceo|boss|students|staff|parents|group|council|instructors?|hosts?|learners|audience|panel)\b|\bin person\b|\bat the\b",
    );
    let clause = clause.get(english::opening(clause)..).unwrap_or(clause);
    let clause = english::behind_please(clause).unwrap_or(clause);
    let clause = behind_owner(clause).unwrap_or(clause);
    let mut words = clause
        .split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '\'' | '/'))
        .filter(|word| !word.is_empty());
    if english::names_a_detail(clause) || things::is_compound(clause) {
        return None;
    }
    let first =
        words.find(|word| lexicon::english(word).is_some() || !(word.ends_with("ly") && word.len() > 4))?;
    if clause.starts_with("make sure") || clause.starts_with("be sure") {
        return lexicon::english("check");
    }
    // "Tell me what you would do" wants an answer in writing.
    let answers =
        matches!(first, "tell" | "show") && words.next().is_some_and(|who| matches!(who, "me" | "us"));
    // Results are discussed in writing, unless somebody is named to hear it.
    if matches!(first, "discuss" | "present" | "introduce" | "explain" | "report") && !HEARD.is_in(clause)
        || answers
    {
        return lexicon::english("write");
    }
    lexicon::english(first)
        .or_else(|| first.ends_with("ing").then(|| lexicon::english_inflected(first)).flatten())
}

/// The verb of two characters that `clause` ends in.
fn last_verb(clause: &str) -> Option<Verb> {
    let (start, _) = clause.char_indices().rev().nth(1)?;
    let ending = clause.get(start..).filter(|ending| ending.chars().all(han::is_han))?;
    let (verb, length) = lexicon::chinese_at_start(ending)?;
    (length == ending.len() && verb.act != Act::Rule && things::first(ending).is_none()).then_some(verb)
}

/// `book the marquee` of "Raj to book the marquee".
fn behind_owner(clause: &str) -> Option<&str> {
    static OWNER: Pattern = Pattern::new(r"^([a-z]+)(?: (?:and|&) [a-z]+)? to ([a-z]+)\b");
    let groups = OWNER.groups(clause)?;
    let (owner, verb) = (groups.get(1)?, groups.get(2)?);
    (lexicon::english(owner.as_str()).is_none() && lexicon::english(verb.as_str()).is_some())
        .then(|| clause.get(verb.start()..))
        .flatten()
}

/// The verb of a Chinese clause: at its start, behind 把 … at its end, or behind a noun.
pub(crate) fn of_chinese(clause: &str) -> Option<Verb> {
    static NAMES: Pattern = Pattern::new(
        r"^(?:预约|访谈|上线|报名|邀请|通知|申请|面试|付款|讨论|会面|联络|联系|订购|采买|公告|提醒|活动|安装|测试|检查|报销|部署|发布|设计|比价|询问|缴费|培训|开会|行李|紧急|主持|演讲|报价|采购|分组|请假)[^，。]{0,6}?(?:表|单|清单|函|信|稿|提纲|大纲|纪录|记录|笔记|文案|模板|计划|报告|流程|资料|资讯|信息|指南|题|名单|通知|说明|手册|须知|重点)",
    );
    static PLACE: Pattern = Pattern::new(r"^(?:在|到)[^，。]{1,8}?(?:上|里|中|内)");
    static WITH: Pattern = Pattern::new(r"^(?:跟|和|与|向|给|从|用|依|按|对|替)");
    static MOVES: Pattern = Pattern::new(r"^(?:把|将)");
    static MINE: Pattern = Pattern::new(r"(?:由我(?:和[^，。]{1,6})?来?|我来|我?自己来?|我会?亲自)");
    let kept =
        MINE.find(clause).and_then(|mine| clause.get(mine.end()..)).and_then(lexicon::chinese_at_start);
    if let Some((verb, _)) = kept {
        return Some(verb);
    }
    let clause = clause.get(chinese::opening(clause)..).unwrap_or(clause);
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
    // 慢查询优化 is an optimisation: a short name ends in what is done.
    if clause.chars().count() <= 8
        && let Some(verb) = last_verb(clause.trim_end_matches(['。', '，', '；']))
    {
        return Some(verb);
    }
    // A thing named before any verb is what the clause is about: 簡報要附圖.
    let verb = lexicon::chinese_within(clause).filter(|(verb, _)| verb.act != Act::Rule);
    match (verb, things::first(clause)) {
        (Some((_, at)), Some(named)) if named <= at => None,
        (verb, _) => verb.map(|(verb, _)| verb),
    }
}
