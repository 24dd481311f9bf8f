//! What kind of work an item is: from its first verb, else from the thing it makes.

use halfday_domain::kind::{Kind, KnownKind};

use crate::lexicon::{Act, Verb};
use crate::pattern::Pattern;
use crate::things::Thing;
use crate::{han, software, things, verbs};

/// The reading of one item's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Work {
    pub kind: Option<KnownKind>,
    pub act: Act,
    pub minutes: u32,
}

/// What `words` ask for.
pub(crate) fn work(words: &str) -> Work {
    work_within(words, Field::Any)
}

/// What a whole brief is about, as far as it changes what its verbs mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Software,
    Any,
}

/// What `words` ask for in a brief about `field`.
pub(crate) fn work_within(words: &str, field: Field) -> Work {
    let folded = han::fold(words);
    let (verb, made) = reading(&folded);
    let made_kind = made.map(|thing| thing.kind);
    let made_minutes = made.map_or(0, |thing| thing.minutes);
    match verb {
        Some(verb) if verb.is_technical && (field == Field::Software || software::is_in(&folded)) => {
            Work { kind: Some(KnownKind::Code), act: Act::Make, minutes: 60 }
        }
        // A letter that is written is not yet sent: only the verb of sending sends.
        Some(Verb { act: Act::MakeAny | Act::Rule, .. }) if made.is_some() => {
            Work { kind: made_kind, act: Act::Make, minutes: made_minutes }
        }
        Some(Verb { act: Act::Rule, .. }) => Work { kind: None, act: Act::Make, minutes: 15 },
        Some(Verb { kind: KnownKind::Write, .. }) if made_kind == Some(KnownKind::Code) => {
            Work { kind: made_kind, act: Act::Make, minutes: made_minutes }
        }
        Some(Verb { kind, act, minutes, .. }) => {
            let act = if act == Act::MakeAny { Act::Make } else { act };
            let minutes = if makes(kind) && act == Act::Make && made_kind == Some(kind) {
                minutes.max(made_minutes)
            } else {
                minutes
            };
            Work { kind: Some(kind), act, minutes }
        }
        None => match made {
            Some(thing) => Work { kind: Some(thing.kind), act: Act::Make, minutes: thing.minutes },
            None => Work { kind: None, act: Act::Make, minutes: 20 },
        },
    }
}

/// Kinds whose verb leaves the size to the thing that is made: a contract is longer than a letter.
fn makes(kind: KnownKind) -> bool {
    match kind {
        KnownKind::Write | KnownKind::Design | KnownKind::Calculate | KnownKind::Code => true,
        KnownKind::Research
        | KnownKind::Summarise
        | KnownKind::Extract
        | KnownKind::Analyse
        | KnownKind::Edit
        | KnownKind::Translate
        | KnownKind::Check
        | KnownKind::Plan
        | KnownKind::Message
        | KnownKind::Decide
        | KnownKind::Meet
        | KnownKind::File => false,
    }
}

/// The first clause that names work decides: its verb, else the thing it names.
fn reading(folded: &str) -> (Option<Verb>, Option<Thing>) {
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
        let made = things::head(clause);
        match verb {
            Some(Verb { act: Act::Rule, .. }) => rule = rule.or(verb),
            Some(_) => return (verb, made.or_else(|| things::head(folded))),
            None if made.is_some() => return (None, made),
            None => {}
        }
    }
    (rule, things::head(folded))
}

/// The kind as the domain keeps it.
pub(crate) fn kind(work: Work) -> Kind {
    work.kind.map_or(Kind::Unsaid, Kind::Known)
}
