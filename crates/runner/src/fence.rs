//! Fenced blocks of a Markdown text, outermost ones only, as chats write them: indented under
//! list points, nested with fences of the same length, or never closed.

use std::ops::Range;

/// One fenced block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fence {
    /// What stands behind the opening marks.
    pub(crate) info: String,
    /// From the opening line to the end of the closing line, in bytes.
    pub(crate) whole: Range<usize>,
    /// The lines between.
    pub(crate) content: Range<usize>,
    /// Blanks before the opening marks.
    pub(crate) indent: usize,
}

/// The lines of `text` as byte ranges, each with its line end.
pub(crate) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let one = |line: &str| {
        let start = at;
        at += line.len();
        start..at
    };
    text.split_inclusive('\n').map(one).collect()
}

/// The marks a line opens or closes a fence with.
struct Marks<'a> {
    mark: char,
    length: usize,
    indent: usize,
    info: &'a str,
}

fn marks(line: &str) -> Option<Marks<'_>> {
    let bare = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - bare.len();
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = bare.trim_start_matches(mark);
    let length = bare.len() - rest.len();
    let info = rest.trim();
    // Backticks behind backticks are code within a line.
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some(Marks { mark, length, indent, info })
}

/// The outermost fenced blocks among `lines` of `text`.
pub(crate) fn fences(text: &str, lines: &[Range<usize>]) -> Vec<Fence> {
    let line = |at: usize| lines.get(at).and_then(|range| text.get(range.clone())).unwrap_or_default();
    let start_of = |at: usize| lines.get(at).map_or(text.len(), |range| range.start);
    let mut found = vec![];
    let mut at = 0;
    while at < lines.len() {
        let Some(open) = marks(line(at)) else {
            at += 1;
            continue;
        };
        let closing = closing_line(at + 1, lines.len(), &open, &line);
        let end = closing.map_or(lines.len(), |closing| closing + 1);
        found.push(Fence {
            info: open.info.to_owned(),
            whole: start_of(at)..start_of(end),
            content: start_of(at + 1)..start_of(closing.unwrap_or(lines.len())),
            indent: open.indent,
        });
        at = end;
    }
    found
}

/// Where the block opened by `open` ends. A fence with a name inside opens a block of its own
/// that ends first; if the count never comes out, the first line that may close it does.
fn closing_line<'a>(
    from: usize,
    to: usize,
    open: &Marks<'_>,
    line: &impl Fn(usize) -> &'a str,
) -> Option<usize> {
    let mut within = vec![open.length];
    let mut first = None;
    for at in from..to {
        let Some(inner) = marks(line(at)).filter(|inner| inner.mark == open.mark) else { continue };
        let innermost = within.last().copied().unwrap_or(open.length);
        if inner.info.is_empty() {
            if inner.length >= open.length {
                first = first.or(Some(at));
            }
            if inner.length >= innermost {
                within.pop();
                if within.is_empty() {
                    return Some(at);
                }
            }
        } else if inner.length >= open.length {
            within.push(inner.length);
        }
    }
    first
}

/// The name of the file a block is, from `path=NAME` in its info string.
pub(crate) fn path_of(info: &str) -> Option<String> {
    let lower = info.to_lowercase();
    let at = lower.match_indices("path").map(|(at, _)| at).find(|at| {
        let before = info.get(..*at).and_then(|before| before.chars().next_back());
        let after = info.get(at + 4..).map(str::trim_start).unwrap_or_default();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_') && after.starts_with(['=', '＝', ':', '：'])
    })?;
    let value = info.get(at + 4..)?.trim_start().trim_start_matches(['=', '＝', ':', '：']).trim();
    for (open, close) in [('"', '"'), ('\'', '\''), ('“', '”'), ('`', '`'), ('「', '」')] {
        if let Some(inner) = value.strip_prefix(open) {
            let name = inner.split(close).next().unwrap_or_default().trim();
            return (!name.is_empty()).then(|| name.to_owned());
        }
    }
    let value = value.trim_end_matches(['}', ']', ')']).trim();
    // A name may hold spaces: it ends with the first word that has an extension.
    let mut name = String::new();
    for word in value.split(' ') {
        name.push_str(word);
        if word.rsplit_once('.').is_some_and(|(_, extension)| extension.chars().any(char::is_alphanumeric)) {
            return Some(name);
        }
        name.push(' ');
    }
    value.split(' ').next().filter(|word| !word.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<(String, String)> {
        let found = fences(text, &lines(text));
        found.into_iter().map(|fence| (fence.info.clone(), text[fence.content].to_owned())).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(contents(text), expected, "{text}");
    }

    #[test]
    fn the_outermost_fence_wins() {
        check("a\n```csv path=x.csv\n1,2\n```\nb\n", &[("csv path=x.csv", "1,2\n")]);
        check("````md\n```\ninner\n```\n````\n", &[("md", "```\ninner\n```\n")]);
        check("~~~md\n```\ninner\n~~~", &[("md", "```\ninner\n")]);
        check("```md\nrun:\n```sh\nls\n```\nend\n```\n", &[("md", "run:\n```sh\nls\n```\nend\n")]);
    }

    #[test]
    fn an_unclosed_fence_runs_to_the_end() {
        check("```md\nabc\n", &[("md", "abc\n")]);
        check("```md\nsee ```inline``` code", &[("md", "see ```inline``` code")]);
        check("```md\nx\n```sh\nnever closed\n```\nlater\n", &[("md", "x\n```sh\nnever closed\n")]);
    }

    #[test]
    fn a_path_is_read_however_a_chat_writes_it() {
        let check = |info: &str, name: Option<&str>| assert_eq!(path_of(info).as_deref(), name, "{info}");
        check("csv path=a.csv", Some("a.csv"));
        check("path=\"a b.md\" title=x", Some("a b.md"));
        check("md path=季報 摘要.md", Some("季報 摘要.md"));
        check("md path=a.md linenos", Some("a.md"));
        check("md Path: out/a.md", Some("out/a.md"));
        check("{.md path=a.md}", Some("a.md"));
        check("path=Makefile", Some("Makefile"));
        check("md mypath=a.md", None);
        check("md", None);
        check("path=", None);
        check("path=\"\"", None);
    }
}
