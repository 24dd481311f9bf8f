//! Titles: the person's words, without openings, markers or Markdown, cut at a clause.

use halfday_domain::plan::MOST_TITLE_GRAPHEMES;

use crate::han;
use crate::pattern::Pattern;
use crate::text::{first_graphemes, graphemes, is_blank, is_readable, one_line};
use crate::{chinese, english};

/// The title made of `words`, which have no Markdown and no hints; empty when nothing can be read.
pub(crate) fn title(words: &str) -> String {
    let line = one_line(words);
    let bare = without_opening(&line);
    let bare = without_adverb(without_clause(bare));
    let bare = tidy(if is_readable(bare) { bare } else { &line });
    let title = shortened(&bare);
    let stripped = title.get(..8).or(Some(title.as_str())).is_some_and(|start| !line.starts_with(start));
    let mut chars = title.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && (stripped || first_word_is_plain(&title)) => {
            first.to_uppercase().chain(chars).collect()
        }
        Some(_) | None => title,
    }
}

/// `iPhone`, `npm`, `copy/home.md` keep their first letter; `then write it` becomes `Write it`.
fn first_word_is_plain(title: &str) -> bool {
    let word = title.split(is_blank).next().unwrap_or_default();
    word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, ',' | '-' | '\''))
        && (matches!(word, "the" | "a" | "an" | "your" | "all" | "any" | "each" | "how" | "what" | "why")
            || crate::lexicon::english(word.trim_end_matches(',')).is_some())
}

/// The work in a sentence that only tells of a request: `Prepare …` of "tasked with preparing …".
pub(crate) fn told(words: &str) -> Option<String> {
    let folded = han::fold(words);
    if folded.chars().any(han::is_han) {
        return None;
    }
    let work = words.get(english::told_work(&folded)?..)?;
    let (first, rest) =
        work.split_at(work.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(work.len()));
    let plain = crate::lexicon::plain_english(&first.to_lowercase()).unwrap_or_else(|| first.to_owned());
    Some(format!("{plain}{rest}"))
}

/// `Using the attached file, create a report` is creating a report.
fn without_clause(line: &str) -> &str {
    let folded = han::fold(line);
    if folded.chars().any(han::is_han) {
        return line;
    }
    let verb = english::behind_clause(&folded).filter(|(verb, _)| verb.act != crate::lexicon::Act::Rule);
    verb.and_then(|(_, at)| line.get(at..)).unwrap_or(line)
}

/// `strategically plan receipts` is planning receipts.
fn without_adverb(line: &str) -> &str {
    let Some((first, rest)) = line.split_once(' ') else { return line };
    let next = rest.split(' ').next().unwrap_or_default();
    let adverb = first.len() > 4 && first.ends_with("ly") && first.chars().all(|c| c.is_ascii_lowercase());
    if adverb && crate::lexicon::english(next).is_some() { rest } else { line }
}

fn without_opening(line: &str) -> &str {
    let folded = han::fold(line);
    let opening =
        if folded.chars().any(han::is_han) { chinese::opening(&folded) } else { english::opening(&folded) };
    let rest = line.get(opening..).unwrap_or(line);
    // "Finally" alone, or 最後的結論, lose their sense without the opening.
    if rest.chars().count() < 2 || rest.starts_with(['的', '了', '是']) { line } else { rest }
}

/// The title of a job whose sentence is `words`.
pub(crate) fn of_job(words: &str) -> String {
    let line = one_line(words);
    title(&first_clause(without_clause(without_opening(&line))))
}

/// The first clause of a long sentence, when it says enough to name a job.
fn first_clause(words: &str) -> String {
    if crate::text::width(words) <= 40 {
        return words.to_owned();
    }
    let end = clause_ends(words).into_iter().find(|end| {
        let clause = words.get(..*end).unwrap_or_default();
        let mark = words.get(*end..).and_then(|rest| rest.chars().next());
        crate::text::width(clause) >= 16
            && !joins_adjectives(clause)
            && matches!(mark, Some('，' | '；' | '：' | '。' | ',' | ';'))
    });
    end.and_then(|end| words.get(..end)).unwrap_or(words).to_owned()
}

/// Without marks at its ends; brackets stay in pairs.
fn tidy(line: &str) -> String {
    let is_end = |c: char| {
        is_blank(c)
            || matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | '？'
                    | '。'
                    | '，'
                    | '；'
                    | '：'
                    | '！'
                    | '、'
                    | '…'
                    | '|'
                    | '～'
                    | '~'
                    | '-'
                    | '–'
                    | '—'
                    | '*'
                    | '_'
                    | '/'
                    | '\\'
            )
    };
    let mut line = line.trim_end_matches(is_end);
    for (open, close) in [('(', ')'), ('（', '）'), ('「', '」'), ('【', '】')] {
        let empty: String = [open, close].iter().collect();
        line = line.strip_suffix(empty.as_str()).unwrap_or(line).trim_end_matches(is_end);
    }
    let line = line.trim_start_matches(|c: char| {
        is_blank(c) || matches!(c, ',' | ';' | ':' | '，' | '；' | '：' | '。' | '、' | ')' | '）')
    });
    line.to_owned()
}

/// At most eighty graphemes, cut where a clause ends.
pub(crate) fn shortened(line: &str) -> String {
    if graphemes(line) <= MOST_TITLE_GRAPHEMES {
        return line.to_owned();
    }
    let room = first_graphemes(line, MOST_TITLE_GRAPHEMES);
    let clause = clause_ends(room).into_iter().rev().find(|end| {
        let clause = room.get(..*end).unwrap_or_default();
        graphemes(clause) >= 18 && !joins_adjectives(clause)
    });
    if let Some(cut) = clause.and_then(|end| room.get(..end)) {
        let cut = tidy(&without_dangling(&tidy(cut)));
        if is_readable(&cut) {
            return cut;
        }
    }
    let room = first_graphemes(line, MOST_TITLE_GRAPHEMES - 1);
    let word =
        room.rfind(is_blank).filter(|at| *at > room.len() / 2).and_then(|at| room.get(..at)).unwrap_or(room);
    format!(
        "{}…",
        word.trim_end_matches(|c: char| is_blank(c) || matches!(c, ',' | '，' | '、' | '(' | '（'))
    )
}

/// "into a clean, tidy document": the comma ends no clause.
fn joins_adjectives(clause: &str) -> bool {
    static ADJECTIVE: Pattern = Pattern::new(r"(?i)\b(?:a|an|as|more)\s+[\w-]+$");
    ADJECTIVE.is_in(clause) && !clause.chars().any(han::is_han)
}

/// `… and confirm` cut before "that" has lost what it confirms.
fn without_dangling(cut: &str) -> String {
    static DANGLING: Pattern = Pattern::new(r"(?i)\s+(?:and|or|to|both|by)\s+[\w-]+$");
    let end = DANGLING.find(cut).map_or(cut.len(), |dangling| dangling.start());
    cut.get(..end).filter(|cut| crate::text::width(cut) >= 18).unwrap_or(cut).to_owned()
}

/// Where clauses end in `line`: at marks outside brackets, and before words that go on.
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
        let next = line.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        match c {
            '(' | '（' | '「' | '“' | '[' => {
                if depth == 0 && !matches!(c, '「' | '“') {
                    ends.push(at);
                }
                depth += 1;
            }
            ')' | '）' | '」' | '”' | ']' => depth = (depth - 1).max(0),
            '，' | '；' | '：' | '。' | '—' | '–' if depth == 0 => ends.push(at),
            ',' | ';' | ':' if depth == 0 && next.is_some_and(is_blank) => ends.push(at),
            ' ' if depth == 0 && next.is_some() => {
                let rest = line.get(at + 1..).unwrap_or_default();
                let joints = [
                    "and ",
                    "that ",
                    "which ",
                    "with ",
                    "so ",
                    "to ensure",
                    "in order",
                    "including ",
                    "based on",
                    "using ",
                    "because ",
                    "for ",
                    "from ",
                    "as ",
                    "when ",
                    "before ",
                    "after ",
                ];
                if joints.iter().any(|joint| rest.starts_with(joint)) {
                    ends.push(at);
                }
            }
            _ => {}
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_read_like_tasks() {
        assert_eq!(title("Please create a SOAP note for the visit."), "Create a SOAP note for the visit");
        assert_eq!(title("麻煩幫我整理會議記錄。"), "整理會議記錄");
        assert_eq!(title("然後找出是哪一版開始壞的；"), "找出是哪一版開始壞的");
        assert_eq!(title("要求規格確認"), "要求規格確認");
        assert_eq!(title("最後的結論"), "最後的結論");
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_clause() {
        let long = "Stabilize the motion in the other provided clip, isolating the actor in the window of the machine by creating a mask";

        assert_eq!(title(long), "Stabilize the motion in the other provided clip");
        assert!(graphemes(&title(&"字".repeat(200))) <= MOST_TITLE_GRAPHEMES);
    }
}
