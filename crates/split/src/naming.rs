//! Titles: the person's words, without openings, markers or Markdown, cut at a clause.

use crate::han;
use crate::pattern::Pattern;
use crate::text::{is_blank, is_readable, one_line};
use crate::{chinese, english, shorten, wants};

/// The title made of `words`, which have no Markdown and no hints; empty when nothing can be read.
pub(crate) fn title(words: &str) -> String {
    let line = one_line(words);
    let bare = without_opening(&line);
    let bare = without_adverb(without_clause(bare));
    let bare = tidy(if is_readable(bare) { bare } else { &line });
    let title = shorten::to_title(&bare);
    let stripped = title.get(..8).or(Some(title.as_str())).is_some_and(|start| !line.starts_with(start));
    let mut chars = title.chars();
    match chars.next() {
        // Some letters have a capital of two; a title would grow.
        Some(first)
            if first.is_lowercase()
                && first.to_uppercase().count() == 1
                && (stripped || first_word_is_plain(&title)) =>
        {
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

/// The aim of `I'm trying to decide whether …`, `Your task is to …`.
pub(crate) fn aim(words: &str) -> Option<String> {
    static TRIED: Pattern = Pattern::new(
        r"(?i)^(?:i'm|i’m|i am|we're|we’re|we are) trying to (\w)|\byour (?:job|task|assignment|role) is to (\w)",
    );
    let groups = TRIED.groups(words)?;
    let aim = groups.get(1).or_else(|| groups.get(2))?;
    words.get(aim.start()..).map(str::to_owned)
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
    let is_han = folded.chars().any(han::is_han);
    let opening = if is_han { chinese::opening(&folded) } else { english::opening(&folded) };
    // `We also need a poster` names a poster.
    let wanted = if is_han { None } else { wants::wanted(&folded) };
    let rest = line.get(wanted.unwrap_or(opening)..).unwrap_or(line);
    // "Finally" alone, or 最後的結論, lose their sense without the opening.
    if rest.chars().count() < 2 || rest.starts_with(['的', '了', '是']) { line } else { rest }
}

/// The title of a job whose sentence is `words`.
pub(crate) fn of_job(words: &str) -> String {
    let line = without_reply_marks(&one_line(words)).to_owned();
    title(&shorten::first_clause(without_clause(without_opening(&line))))
}

/// A subject without `RE:` and `FW:`.
pub(crate) fn without_reply_marks(line: &str) -> &str {
    static MARKS: Pattern = Pattern::new(r"(?i)^(?:(?:re|fwd?|aw|wg|回覆|回复|轉寄|转发|答复)\s*[:：]\s*)+");
    MARKS.find(line).and_then(|marks| line.get(marks.end()..)).unwrap_or(line)
}

/// Without marks at its ends; brackets stay in pairs.
pub(crate) fn tidy(line: &str) -> String {
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
}
