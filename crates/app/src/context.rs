//! What a brief says of an item, and what beside its list: figures, circumstances, how it shall be
//! done. The latter goes along with every item, for a chat knows nothing else of the job. Pure.

/// Longer texts would drown the item itself.
const MOST_CHARACTERS: usize = 8_000;
/// A rest of a line below this many letters is a marker or a length of time (`1.`, `(40 min)`).
const FEWEST_LETTERS: usize = 10;

/// The lines of `brief` outside `spans`, the byte ranges of its items and their parts.
pub(crate) fn beside_the_list(brief: &str, spans: &[(usize, usize)]) -> String {
    let mut lines: Vec<Option<String>> = vec![];
    let mut start = 0;
    for line in brief.split_inclusive('\n') {
        let end = start + line.len();
        let touching: Vec<(usize, usize)> =
            spans.iter().copied().filter(|(from, to)| *from < end && *to > start).collect();
        lines.push(if touching.is_empty() {
            Some(line.trim_end().to_owned())
        } else {
            let rest: String = line
                .char_indices()
                .filter(|(at, _)| !touching.iter().any(|(from, to)| (*from..*to).contains(&(start + at))))
                .map(|(_, c)| c)
                .collect();
            (letters(&rest) >= FEWEST_LETTERS).then(|| rest.trim().to_owned())
        });
        start = end;
    }
    let mut kept = without_bare_headings(lines);
    // Where the list stood, one blank line is enough.
    kept.dedup_by(|line, before| line.is_empty() && before.is_empty());
    let text = kept.join("\n").trim().to_owned();
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

/// A Markdown heading under way, and what was met below it.
struct Section {
    /// Its line, and its level from 1.
    at: usize,
    level: usize,
    has_text: bool,
    had_items: bool,
}

/// The lines that are there, but for headings that had only items below them: they say nothing without. `None` is a
/// line that was an item's.
fn without_bare_headings(mut lines: Vec<Option<String>>) -> Vec<String> {
    let mut open: Vec<Section> = vec![];
    let mut bare: Vec<usize> = vec![];
    let mut close_from = |open: &mut Vec<Section>, level: usize| {
        while let Some(section) = open.pop_if(|section| section.level >= level) {
            let is_bare = section.had_items && !section.has_text;
            if is_bare {
                bare.push(section.at);
            }
            if let Some(around) = open.last_mut() {
                around.has_text |= !is_bare;
                around.had_items |= section.had_items;
            }
        }
    };
    for (at, line) in lines.iter().enumerate() {
        let level = line.as_deref().and_then(heading_level);
        if let Some(level) = level {
            close_from(&mut open, level);
            open.push(Section { at, level, has_text: false, had_items: false });
        } else if let Some(section) = open.last_mut() {
            match line {
                Some(text) => section.has_text |= !text.is_empty(),
                None => section.had_items = true,
            }
        }
    }
    close_from(&mut open, 1);
    for at in bare {
        if let Some(line) = lines.get_mut(at) {
            *line = None;
        }
    }
    lines.into_iter().flatten().collect()
}

fn heading_level(line: &str) -> Option<usize> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && line.as_bytes().get(level) == Some(&b' ')).then_some(level)
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
    fn headings_that_had_nothing_but_items_below_them_stay_away() {
        check(
            "# Report\n\nDue on the 5th.\n\n## Gather\n- [ ] Ask the shops\n\n## Write\nPlain words.\n- [ ] Summary\n\n## \
             Notes\n\n### Send\n- [ ] To the board\n",
            &["Ask the shops", "Summary", "To the board"],
            "# Report\n\nDue on the 5th.\n\n## Write\nPlain words.",
        );
        check("# 月報\n## 整理\n- 合併成一張表\n## 附註\n", &["合併成一張表"], "# 月報\n## 附註");
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
