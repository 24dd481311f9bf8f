//! What a brief says of an item, and what beside its list: figures, circumstances, how it shall be
//! done. The latter goes along with every item, for a chat knows nothing else of the job. Pure.

/// Longer texts would drown the item itself.
const MOST_CHARACTERS: usize = 8_000;
/// A rest of a line below this many letters is a marker or a length of time (`1.`, `(40 min)`).
const FEWEST_LETTERS: usize = 10;

/// The lines of `brief` outside `spans`, the byte ranges of its items and their parts.
pub(crate) fn beside_the_list(brief: &str, spans: &[(usize, usize)]) -> String {
    let mut kept: Vec<String> = vec![];
    let mut start = 0;
    for line in brief.split_inclusive('\n') {
        let end = start + line.len();
        let touching: Vec<(usize, usize)> =
            spans.iter().copied().filter(|(from, to)| *from < end && *to > start).collect();
        if touching.is_empty() {
            kept.push(line.trim_end().to_owned());
        } else {
            let rest: String = line
                .char_indices()
                .filter(|(at, _)| !touching.iter().any(|(from, to)| (*from..*to).contains(&(start + at))))
                .map(|(_, c)| c)
                .collect();
            if letters(&rest) >= FEWEST_LETTERS {
                kept.push(rest.trim().to_owned());
            }
        }
        start = end;
    }
    // Where the list stood, one blank line is enough.
    kept.dedup_by(|line, before| line.is_empty() && before.is_empty());
    let text = kept.join("\n").trim().to_owned();
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

/// Letters; a Chinese character says as much as two of them.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// What `brief` says at `spans`, as it stands there.
pub(crate) fn said_of(brief: &str, spans: &[(usize, usize)]) -> Vec<String> {
    let said = spans.iter().filter_map(|&(start, end)| brief.get(start..end)).map(str::trim);
    said.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(brief: &str, items: &[&str], expected: &str) {
        let spans: Vec<(usize, usize)> = items
            .iter()
            .filter_map(|item| brief.find(item).map(|start| (start, start + item.len())))
            .collect();
        assert_eq!(spans.len(), items.len(), "every item stands in the brief");
        assert_eq!(beside_the_list(brief, &spans), expected);
    }

    #[test]
    fn figures_below_a_list_go_along_and_its_markers_do_not() {
        check(
            "Hi Sam,\n\n1. Sort the letters (40 min)\n2. Write a page (45 min)\n\nNo hot water 14, noise 6.\n",
            &["Sort the letters", "Write a page"],
            "Hi Sam,\n\nNo hot water 14, noise 6.",
        );
        check(
            "請準備：\n1. 整理來信（40 分鐘）\n\n早上沒熱水 14 封。",
            &["整理來信"],
            "請準備：\n\n早上沒熱水 14 封。",
        );
    }

    #[test]
    fn a_sentence_beside_an_item_on_its_line_is_kept() {
        check(
            "Please write the notice. The hall is booked from six to nine.",
            &["Please write the notice."],
            "The hall is booked from six to nine.",
        );
    }

    #[test]
    fn a_brief_that_is_all_list_has_nothing_beside_it() {
        check("- one\n- two\n", &["one", "two"], "");
    }

    #[test]
    fn spans_that_lie_in_no_text_do_no_harm() {
        assert_eq!(beside_the_list("報告", &[(1, 2), (9, 90)]), "");
        assert_eq!(beside_the_list("", &[(0, 5)]), "");
        assert!(said_of("報告", &[(1, 2), (9, 90)]).is_empty());
    }

    #[test]
    fn what_is_said_of_an_item_is_quoted_as_it_stands() {
        let brief = "1. Sort the letters by month (40 min)\n\n2. Write a page\n";

        assert_eq!(said_of(brief, &[(3, 37), (37, 39)]), ["Sort the letters by month (40 min)"]);
    }
}
