//! Who should have an item, why, and what could go wrong.

use halfday_domain::kind::KnownKind;
use halfday_domain::plan::{Risk, Suggested, Why};

use crate::kinds::Work;
use crate::lexicon::{self, Act};
use crate::pattern::Pattern;
use crate::{han, verbs};

/// Who the brief itself names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Me,
    Ai,
    Nobody,
}

/// Who should have the item, why, and what could go wrong.
pub(crate) fn of(work: Work, title: &str, words: &str, named: Named) -> (Suggested, Why, Risk) {
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

/// Whether any clause sends, pays or deletes.
fn riskiest(folded: &str) -> Option<Act> {
    static JOINED: Pattern = Pattern::new(r"\b(?:and|then|to)\s+(?:then\s+)?([a-z]+)\b");
    let clauses = folded.split(['，', '。', '；', '、', '\n', '.', ',', ';', ' ']);
    let mut found = None;
    for clause in clauses {
        let is_han = clause.chars().any(han::is_han);
        let verb = if is_han { verbs::of_chinese(clause) } else { None };
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
