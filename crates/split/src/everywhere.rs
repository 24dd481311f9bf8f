//! Rules for the whole job: `use British spelling`, `everything as a PDF`, 文件一律用標楷體. Their
//! bytes stay where they stand; their words are repeated on each item they concern, because an item
//! may be handed over without the others.

use halfday_domain::kind::KnownKind;

use crate::draft::{Draft, Origin};
use crate::pattern::Pattern;
use crate::suggest::Named;
use crate::text::{graphemes, width};
use crate::{han, kinds, owners, speech};

/// More than these would bury the item itself.
const MOST_RULES: usize = 8;
const MOST_GRAPHEMES: usize = 300;

static QUANTIFIER: Pattern = Pattern::new(
    r"\b(?:everything|anything|anywhere|nothing|nobody|throughout(?:\s*[.,;]|$)|throughout the (?:document|text|report|pack|deck|job)|(?:all|any|no) (?:of )?(?:the |these |your |our |final )?(?:documents?|files?|items?|deliverables?|materials?|texts?|pages|outputs?|work|(?:\w+ )?names?|figures|numbers|links|data|dates|amounts|images|photos|photographs|answers|pieces|parts|content|claims|citations|costs|calculations|attachments)|(?:each|every|either|both) (?:of (?:the|these) )?(?:documents?|files?|items?|deliverables?|pieces?|texts?|claims?|figures?|names?|sources?)|the (?:whole|entire) (?:job|pack|thing|set|project|package))\b|一律|统一|所有(?:的)?(?:文件|档案|资料|内容|图|数字|表|文案|译名)|全部(?:的?文件|用|要|以)|文件都|(?:每份|各份)文件",
);

static LABEL: Pattern = Pattern::new(
    r"^(?:constraints?|format(?:ting)?|style|tone|language|deadline|due(?: date)?|length|notes?|rules|house rules|general|please note|nb|n\.b\.|reminder|important)\s*[:：]|^(?:格式|语气|字体|字型|截止|期限|备注|注意|要求|风格|语言|交期|交件)\s*(?:日期|时间|事项)?\s*[:：]",
);

static DEADLINE: Pattern = Pattern::new(
    r"^(?:the )?deadline\b|^due\b|\b(?:is|are) due (?:on|by|at|to|mon|tue|wed|thu|fri|sat|sun|next|tomorrow|this|\d)|\b(?:everything|all|it all|this|the (?:whole )?(?:job|pack|lot))\b[^.]{0,30}\b(?:due|by)\b|^\d{1,2}[/月]\d{1,2}日?(?:[（(].{1,2}[）)])?\s*前|^(?:下?周|本周|这周|周|星期|礼拜)[一二三四五六日天](?:下班|中午|早上)?前(?:完成|交|给我|发我|缴交|提交)|截止|期限",
);

static STYLE: Pattern = Pattern::new(
    r"\b(?:british|american|uk|us|australian|canadian|plain) (?:english|spelling)\b|\bspelling\b|\bhouse style\b|\bstyle guide\b|\breading age\b|\bjargon\b|\bplain language\b|\banonymi[sz]\w*|\breal names\b|台湾用语|用词请|单位(?:用|为|一律)|以.{1,4}为单位",
);

/// Whether the words say of themselves that they are about all of the job.
pub(crate) fn says_so(words: &str) -> bool {
    let folded = han::fold(words.trim());
    (QUANTIFIER.is_in(&folded) && is_rule(&folded))
        || LABEL.is_in(&folded)
        || (STYLE.is_in(&folded) && width(&folded) <= 160)
        || (DEADLINE.is_in(&folded) && width(&folded) <= 80)
}

/// Whether a bullet is no item but a rule for all the others.
pub(crate) fn is_bullet_for_all(words: &str) -> bool {
    let folded = han::fold(words.trim());
    let limits = DEADLINE.is_in(&folded) && width(&folded) <= 40;
    limits
        || (!speech::says(words).orders()
            && says_so(words)
            && (LABEL.is_in(&folded) || QUANTIFIER.is_in(&folded)))
}

/// Whether the words say until when.
pub(crate) fn is_deadline(words: &str) -> bool {
    DEADLINE.is_in(&han::fold(words.trim()))
}

/// Whether a label such as `Note:` or 備註： stands before the words.
pub(crate) fn is_labelled(words: &str) -> bool {
    LABEL.is_in(&han::fold(words.trim()))
}

/// "All names must be spelled …" is a rule, "We see all patients" is none.
fn is_rule(folded: &str) -> bool {
    static RULE: Pattern = Pattern::new(
        r"\b(?:must|should|shall|need(?:s|ed)?|may|can(?:not)?|please|applies|apply|goes|appears?|keep|use|make sure|ensure|never|include|avoid|have to|has to|be|are to|is to|in (?:word|pdf|powerpoint|excel|english|a4|csv))\b|用|要|请|不|一律|统一|以|格式|前(?:发|交|给|完成|提交)",
    );
    static MAKES: Pattern = Pattern::new(
        r"^(?:please )?(?:proofread|review|check|read|go through|collect|compile|gather|translate|list|send|print)\b",
    );
    static FORBIDS: Pattern = Pattern::new(r"^(?:please )?(?:do not|don't|don’t)\b");
    (RULE.is_in(folded) || FORBIDS.is_in(folded)) && !MAKES.is_in(folded)
}

/// `Deliver the policy as a Word document` behind another item: for those it names.
pub(crate) fn is_rule_for_named(drafts: &[Draft], current: Option<usize>, words: &str) -> bool {
    static HANDS_OVER: Pattern = Pattern::new(
        r"^(?:please )?(?:deliver|submit|save|export|provide|return|format|present|send|upload|share)\b",
    );
    let folded = han::fold(words);
    let is_named = |draft: &Draft| owners::shares_thing(&draft.title, &folded);
    let current = current.and_then(|current| drafts.get(current));
    HANDS_OVER.is_in(&folded) && owners::nearest(drafts, is_named).is_some() && !current.is_some_and(is_named)
}

/// Repeats each of `rules` on the drafts it concerns.
pub(crate) fn spread(drafts: &mut [Draft], rules: &[String]) {
    let mut known: Vec<&String> = vec![];
    for rule in rules.iter().filter(|rule| graphemes(rule) <= MOST_GRAPHEMES) {
        if known.contains(&rule) || known.len() >= MOST_RULES {
            continue;
        }
        known.push(rule);
        for at in concerned(drafts, rule) {
            if let Some(draft) = drafts.get_mut(at).filter(|draft| !says_already(draft, rule)) {
                draft.rules.push(rule.clone());
            }
        }
    }
}

fn says_already(draft: &Draft, rule: &str) -> bool {
    draft.all_words().contains(rule) || draft.rules.iter().any(|known| known.contains(rule))
}

/// The drafts a rule is about: those it names, else those that make something it could apply to.
fn concerned(drafts: &[Draft], rule: &str) -> Vec<usize> {
    let folded = han::fold(rule);
    let open = |draft: &Draft| draft.origin != Origin::Template && !draft.done;
    let positions = |is: &dyn Fn(&Draft) -> bool| -> Vec<usize> {
        drafts.iter().enumerate().filter(|(_, draft)| open(draft) && is(draft)).map(|(at, _)| at).collect()
    };
    if DEADLINE.is_in(&folded) {
        return positions(&|draft| draft.hints.named != Named::Me);
    }
    if !QUANTIFIER.is_in(&folded) && !LABEL.is_in(&folded) {
        let named = positions(&|draft| owners::shares_thing(&draft.title, &folded));
        if !named.is_empty() {
            return named;
        }
    }
    let is_style = QUANTIFIER.is_in(&folded) || LABEL.is_in(&folded) || STYLE.is_in(&folded);
    let making = positions(&|draft| makes_something(&draft.title, is_style));
    if making.is_empty() { positions(&|_| true) } else { making }
}

/// Whether a rule about what is made concerns it; a rule of style none of looking things up.
fn makes_something(title: &str, is_style: bool) -> bool {
    match kinds::work(title).kind {
        Some(KnownKind::Check | KnownKind::Research) => !is_style,
        Some(KnownKind::Message | KnownKind::Meet | KnownKind::Decide | KnownKind::File) => false,
        Some(
            KnownKind::Write
            | KnownKind::Edit
            | KnownKind::Summarise
            | KnownKind::Translate
            | KnownKind::Extract
            | KnownKind::Analyse
            | KnownKind::Calculate
            | KnownKind::Code
            | KnownKind::Design
            | KnownKind::Plan,
        )
        | None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_for_all_says_so_and_a_fact_does_not() {
        for rule in [
            "Use British spelling.",
            "Everything in Word or PowerPoint.",
            "House style applies to everything.",
            "Deadline: Friday 5 pm",
            "Constraints: no new dependencies, Python 3.11",
            "Please make sure no patient names appear anywhere.",
            "備註：文件一律用標楷體 14 號字。",
            "11/20 前完成",
            "数字统一用万元",
        ] {
            assert!(says_so(rule), "{rule}");
        }
        for other in [
            "We see all patients on Friday.",
            "The form should be one page.",
            "Proofread the whole thing on Wednesday",
            "背景是第三季營收比去年同期少 12%",
        ] {
            assert!(!says_so(other), "{other}");
        }
    }
}
