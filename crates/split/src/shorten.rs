//! Long lines → titles: without what stands in brackets, cut where a clause ends, never in the
//! middle of a thought. The instructions keep the whole sentence.

use halfday_domain::plan::MOST_TITLE_GRAPHEMES;

use crate::han;
use crate::lexicon::{self, Act};
use crate::pattern::Pattern;
use crate::text::{first_graphemes, graphemes, is_blank, is_readable};

/// A clause with fewer characters names nothing.
const FEWEST_GRAPHEMES: usize = 18;

/// At most eighty graphemes of `line`.
pub(crate) fn to_title(line: &str) -> String {
    if graphemes(line) <= MOST_TITLE_GRAPHEMES {
        return line.to_owned();
    }
    let line = &without_brackets(line);
    if graphemes(line) <= MOST_TITLE_GRAPHEMES {
        return line.trim_end().to_owned();
    }
    let room = first_graphemes(line, MOST_TITLE_GRAPHEMES);
    let cut = clause_ends(line)
        .into_iter()
        .filter(|end| *end <= room.len())
        .filter_map(|end| room.get(..end))
        .map(crate::naming::tidy)
        .rfind(|cut| graphemes(cut) >= FEWEST_GRAPHEMES && is_whole(cut));
    cut.unwrap_or_else(|| broken_off(line))
}

/// No clause ends in time: whole words and a sign that it goes on.
fn broken_off(line: &str) -> String {
    let room = first_graphemes(line, MOST_TITLE_GRAPHEMES - 1);
    let mut end = room.rfind(is_blank).filter(|at| *at > room.len() / 2).unwrap_or(room.len());
    // Nor after "a", "of the", "and".
    while let Some(last) =
        room.get(..end).and_then(|cut| cut.rfind(is_blank)).filter(|last| *last > room.len() / 3)
        && room.get(..end).is_some_and(dangles)
    {
        end = last;
    }
    let cut = room.get(..end).unwrap_or(room);
    format!(
        "{}…",
        cut.trim_end_matches(
            |c: char| is_blank(c) || matches!(c, ',' | '，' | '、' | '(' | '（' | ':' | '：')
        )
    )
}

/// `line` without brackets that stand behind a space, where enough is left.
fn without_brackets(line: &str) -> String {
    static BRACKETS: Pattern = Pattern::new(r"\s+\([^()]*\)|（[^（）]*）");
    let mut rest = line.to_owned();
    for found in BRACKETS.find_all(line) {
        rest = rest.replacen(found.as_str(), "", 1);
    }
    if graphemes(&rest) >= FEWEST_GRAPHEMES && is_readable(&rest) { rest } else { line.to_owned() }
}

/// Whether a cut can stand alone: it ends in no word that leads on, breaks off no series and opens
/// nothing it does not close.
fn is_whole(cut: &str) -> bool {
    let pairs = [('(', ')'), ('（', '）'), ('「', '」'), ('“', '”'), ('[', ']'), ('《', '》')];
    let closed = pairs.iter().all(|(open, close)| cut.matches(*open).count() <= cut.matches(*close).count());
    let behind_dash = cut.rsplit(['—', '–', ':']).next().unwrap_or(cut);
    let goes_on = behind_dash.len() < cut.len()
        && behind_dash.split_whitespace().count() < 3
        && !cut.chars().any(han::is_han);
    closed
        && !goes_on
        && cut.matches('"').count().is_multiple_of(2)
        && !dangles(cut)
        && !leaves_question_open(cut)
}

/// Ends in a word that wants another.
fn dangles(cut: &str) -> bool {
    static DANGLING: Pattern = Pattern::new(
        r"(?i)(?:^|\s)(?:a|an|the|and|or|but|nor|of|to|in|on|at|by|for|from|with|into|onto|upon|about|as|than|that|which|who|whom|whose|whether|if|how|what|when|where|why|so|such|while|because|since|per|via|is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|do|does|not|no|any|all|each|every|both|either|this|these|those|its|their|your|our|my|his|her|include|includes|including|ensure|ensures|means|written|based|between|within|under|over|more|most|than|e\.g|i\.e|dr|mr|ms|vs)\.?$",
    );
    static CHINESE: Pattern =
        Pattern::new(r"(?:和|与|及|或|的|把|将|跟|在|从|对|为|以|并|且|及其|以及|如果|因为)$");
    DANGLING.is_in(cut) || CHINESE.is_in(&han::fold(cut))
}

/// `Evaluate whether nurses or doctors` has no verb yet; `what the plan says` has.
fn leaves_question_open(cut: &str) -> bool {
    static QUESTION: Pattern = Pattern::new(r"(?i)\b(?:whether|that|which|what|how|why|where)\s+(.*)$");
    let Some(rest) = QUESTION.groups(cut).and_then(|groups| groups.get(1)) else { return false };
    let words: Vec<&str> = rest.as_str().split_whitespace().collect();
    let is_verb = |word: &&str| {
        let word = word.to_lowercase();
        matches!(
            word.as_str(),
            "is" | "are"
                | "was"
                | "were"
                | "will"
                | "would"
                | "can"
                | "could"
                | "should"
                | "must"
                | "may"
                | "has"
                | "have"
                | "had"
                | "to"
                | "does"
                | "do"
        ) || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            || word.ends_with("ed")
            || lexicon::english(&word).is_some_and(|verb| verb.act != Act::Rule)
    };
    !words.iter().skip(1).any(is_verb)
}

/// The first clause of a long sentence, when it says enough to name a job.
pub(crate) fn first_clause(words: &str) -> String {
    if crate::text::width(words) <= 40 {
        return words.to_owned();
    }
    let end = clause_ends(words).into_iter().find(|end| {
        let clause = words.get(..*end).unwrap_or_default();
        let mark = words.get(*end..).and_then(|rest| rest.chars().next());
        crate::text::width(clause) >= 16
            && is_whole(clause)
            && matches!(mark, Some('，' | '；' | '：' | '。' | ',' | ';'))
    });
    end.and_then(|end| words.get(..end)).unwrap_or(words).to_owned()
}

/// "into a clean, tidy document", "error rates, time and cost": a comma that ends no clause.
fn is_in_series(before: &str, after: &str) -> bool {
    static ADJECTIVE: Pattern = Pattern::new(r"(?i)\b(?:a|an|the|as|more|very|its|their|your)\s+[\w-]+$");
    static CLAUSE: Pattern = Pattern::new(
        r"^\s*(?:and |but |so |then |or )?(?:then |also )?(?:[a-z]+ing\b|which\b|who\b|where\b|while\b|so that\b|so\b|but\b|using\b|based\b|with\b|without\b|as\b|if\b|because\b|since\b|when\b|in order\b|to\b|for\b|in\b|on\b|by\b|from\b|at\b|under\b|it\b|they\b|you\b|we\b|i\b|including\b|not\b|each\b|such as\b|especially\b|both\b|either\b|then\b)",
    );
    if ADJECTIVE.is_in(before) {
        return true;
    }
    let begins = after.trim_start().trim_start_matches("and ").trim_start_matches("then ");
    let first =
        begins.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default().to_lowercase();
    let orders = lexicon::english(&first).is_some();
    !(CLAUSE.is_in(&after.to_lowercase()) || orders)
}

/// Where clauses end in `line`: at marks outside brackets, and before words that begin another.
fn clause_ends(line: &str) -> Vec<usize> {
    let mut ends = vec![];
    let mut depth = 0_i32;
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if quoted {
            continue;
        }
        let rest = line.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        match c {
            '(' | '（' | '「' | '“' | '[' => depth += 1,
            ')' | '）' | '」' | '”' | ']' => depth = (depth - 1).max(0),
            '，' | '；' | '：' | '。' | '—' | '–' if depth == 0 => ends.push(at),
            ';' | ':' if depth == 0 && next.is_some_and(is_blank) => ends.push(at),
            ',' if depth == 0
                && next.is_some_and(is_blank)
                && !is_in_series(line.get(..at).unwrap_or_default(), rest) =>
            {
                ends.push(at);
            }
            ' ' if depth == 0 && next.is_some() && begins_clause(rest) => ends.push(at),
            _ => {}
        }
    }
    ends
}

/// A word that begins a clause; "and" only before an order, because it joins names as well.
fn begins_clause(rest: &str) -> bool {
    const JOINTS: [&str; 17] = [
        "which ",
        "so that ",
        "so as ",
        "in order to ",
        "including ",
        "based on ",
        "using ",
        "because ",
        "while ",
        "whereas ",
        "before ",
        "after ",
        "with ",
        "to ensure ",
        "to support ",
        "to help ",
        "summarizing ",
    ];
    let orders = || {
        let then = rest
            .strip_prefix("and ")
            .or_else(|| rest.strip_prefix("then "))
            .map(|rest| rest.trim_start_matches("then ").trim_start_matches("also "));
        let mut words = then.unwrap_or_default().split_whitespace();
        let verb = words.next().and_then(lexicon::english).is_some();
        verb && words.next().is_some_and(|word| {
            matches!(
                word,
                "the"
                    | "a"
                    | "an"
                    | "all"
                    | "any"
                    | "each"
                    | "it"
                    | "them"
                    | "how"
                    | "what"
                    | "whether"
                    | "that"
                    | "your"
                    | "our"
            )
        })
    };
    JOINTS.iter().any(|joint| rest.starts_with(joint)) || orders()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_ends_with_its_clause() {
        for (line, title) in [
            (
                "Stabilize the motion in the other provided clip, isolating the actor in the window of the machine by creating a mask",
                "Stabilize the motion in the other provided clip",
            ),
            (
                "Evaluate whether Nurse Practitioners (\"NPs\") or Physician Assistants (\"PAs\") are the better choice for the five states",
                "Evaluate whether Nurse Practitioners or Physician Assistants are the better…",
            ),
            (
                "Explain what clause 7.2 allows, what the repair plan says and whether withholding the difference puts the lease at risk",
                "Explain what clause 7.2 allows, what the repair plan says…",
            ),
            (
                "Organize the schedules so that they clearly track the recognition of expenses and show how each balance comes about",
                "Organize the schedules so that they clearly track the recognition of expenses",
            ),
        ] {
            assert_eq!(to_title(line), title);
        }
        assert!(graphemes(&to_title(&"字".repeat(200))) <= MOST_TITLE_GRAPHEMES);
    }
}
