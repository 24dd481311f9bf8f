//! What kind of work an item is: from its first verb, else from the thing it makes.

use halfday_domain::kind::{Kind, KnownKind};

use crate::lexicon::{Act, Verb};
use crate::pattern::Pattern;
use crate::{han, things, verbs};

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
            verbs::of_chinese(clause)
        } else if is_label {
            None
        } else {
            verbs::of_english(clause)
        };
        let made = things::thing(clause);
        match verb {
            Some(Verb { act: Act::Rule, .. }) => rule = rule.or(verb),
            Some(_) => return (verb, made.or_else(|| things::thing(folded))),
            None if made.is_some() => return (None, made),
            None => {}
        }
    }
    (rule, things::thing(folded))
}

/// The kind as the domain keeps it.
pub(crate) fn kind(work: Work) -> Kind {
    work.kind.map_or(Kind::Unsaid, Kind::Known)
}
