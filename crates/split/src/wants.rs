//! English sentences that want something without ordering it: `We also need a poster`, `IT wants an
//! inventory`, `The seating plan has to be redone`.

use crate::lexicon::{self, Act};
use crate::pattern::Pattern;
use crate::things;

/// Where what is wanted begins in `folded`: `a poster` of "we also need a poster".
pub(crate) fn wanted(folded: &str) -> Option<usize> {
    static WE: Pattern = Pattern::new(
        r"^(?:(?:before|after|when|once|for|by|in|on|then|next|finally|also|meanwhile|lastly|and|great[.!])\b[^.;]{0,60}?\s)?(?:so )?(?:i|we)(?:'d|’d| would)?(?: also| still| really| then)* (?:need|want|like|require)(?: to (?:see|have|get))?\s+((?:a|an|the|some|one|two|three|four|five|six|\d+|your)\b)",
    );
    // In a chat nobody says who needs it.
    static NEED: Pattern = Pattern::new(r"^(?:also |still |and |then )*needs? ((?:a|an|the|some)\b)");
    static MAY_WE: Pattern = Pattern::new(
        r"^(?:please )?(?:can|could|may) (?:i|we)(?: also| please)* (?:have|get|see) ((?:a|an|the|some|one|two|three)\b)",
    );
    static OTHERS: Pattern = Pattern::new(
        r"^(?:the |our |my )?[a-z]+(?: [a-z]+)?(?: also| still)* (?:wants?|needs|would like|(?:is|are) asking for|asks? for|requires)(?: to (?:see|have|get|receive))? ((?:a|an|some|two|three)\b)",
    );
    static TELLS: Pattern = Pattern::new(
        r"^(?:if|because|since|what|which|who|where|that|than|as)\b|\b(?:to know|to make sure)\b",
    );
    if TELLS.is_in(folded) {
        return None;
    }
    let asked = WE
        .groups(folded)
        .or_else(|| MAY_WE.groups(folded))
        .or_else(|| NEED.groups(folded))
        .and_then(|groups| groups.get(1));
    if let Some(asked) = asked {
        return Some(asked.start());
    }
    // Of others only a thing that can be made is taken for a wish; the rest is background.
    OTHERS
        .groups(folded)
        .and_then(|groups| groups.get(1))
        .filter(|object| folded.get(object.start()..).is_some_and(|rest| things::first(rest).is_some()))
        .map(|object| object.start())
}

/// The verb in `The seating plan has to be redone`; not of what is said of all or of `it`.
pub(crate) fn to_be_done(folded: &str) -> Option<&'static str> {
    static PASSIVE: Pattern = Pattern::new(
        r"^(?:the|our|my|this year's)\s[^,;.:]{2,60}?\s(?:has|have|needs?|must|should|ought)(?: also| still| first| then| urgently)*(?: to)? be ([a-z]+)\b",
    );
    static AGENT: Pattern = Pattern::new(
        r"^the (?:[a-z]+ )?[a-z]+(?:or|er|ant|ent|ist|ee) (?:shall|is to|is required to|is expected to) ([a-z]+)\b",
    );
    let of = |pattern: &Pattern| {
        let groups = pattern.groups(folded)?;
        participle(groups.get(1)?.as_str())
    };
    of(&PASSIVE).or_else(|| of(&AGENT))
}

/// The plain verb of work behind a participle.
fn participle(word: &str) -> Option<&'static str> {
    const IRREGULAR: [(&str, &str); 16] = [
        ("written", "write"),
        ("rewritten", "rewrite"),
        ("redone", "revise"),
        ("made", "make"),
        ("built", "build"),
        ("rebuilt", "build"),
        ("sent", "send"),
        ("found", "find"),
        ("drawn", "draw"),
        ("redrawn", "draw"),
        ("chosen", "choose"),
        ("bought", "buy"),
        ("paid", "pay"),
        ("cut", "cut"),
        ("read", "read"),
        ("taught", "coach"),
    ];
    // Ways of handing over, and ways a thing has to be, are no work of their own.
    const WAYS: [&str; 18] = [
        "submit", "provide", "deliver", "present", "format", "export", "save", "complete", "place", "put",
        "set", "limit", "list", "label", "mark", "name", "describe", "explain",
    ];
    if let Some((_, plain)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return Some(plain);
    }
    let plain = lexicon::plain_english(word)?;
    let (known, verb) = lexicon::known_english(&plain)?;
    let is_work = matches!(verb.act, Act::Make | Act::MakeAny | Act::Send | Act::Irreversible);
    (is_work && !WAYS.contains(&known)).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_told_from_a_need_in_passing() {
        let object = |words: &'static str| wanted(words).and_then(|at| words.get(at..));

        assert_eq!(object("we also need a one-page poster"), Some("a one-page poster"));
        assert_eq!(object("it wants an inventory of monitors"), Some("an inventory of monitors"));
        assert_eq!(object("before anything goes out i want to see a list of dates"), Some("a list of dates"));
        assert_eq!(object("could we have a map of the site?"), Some("a map of the site?"));
        assert_eq!(object("the patient needs a lot of rest"), None);
        assert_eq!(object("if we need a report, we ask"), None);
    }

    #[test]
    fn something_that_has_to_be_done_names_its_verb() {
        assert_eq!(to_be_done("the seating plan has to be redone because legal moved"), Some("revise"));
        assert_eq!(to_be_done("the consultant shall assess whether it works"), Some("assess"));
        assert_eq!(to_be_done("all data must be handed over in csv"), None);
        assert_eq!(to_be_done("the report must be submitted as a pdf"), None);
    }
}
