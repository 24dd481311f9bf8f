//! A text as lines, each with what it looks like: blank, heading, marked, table, fixed, plain.

use halfday_domain::plan::Span;

use crate::markdown::Region;
use crate::marks::{self, Mark};
use crate::pattern::Pattern;
use crate::text::{at, is_blank, trimmed};

/// What a line looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    Blank,
    /// Fences, front matter, rules: text, whatever it says.
    Fixed,
    Heading {
        level: u8,
    },
    /// Within the table with this position among the regions.
    Table {
        region: usize,
    },
    Marked(Mark),
    Plain,
}

/// One line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Without white space at its ends and without quote marks.
    pub span: Span,
    /// Columns before it.
    pub indent: usize,
    pub shape: Shape,
}

impl Line {
    /// What stands after the marker, the hashes or the indent.
    pub(crate) fn content(&self, text: &str) -> Span {
        match &self.shape {
            Shape::Marked(mark) => trimmed(text, &(self.span.start + mark.length..self.span.end)),
            Shape::Heading { .. } => {
                let part = at(text, &self.span);
                let hashes = part.len() - part.trim_start_matches('#').len();
                let end = self.span.end - (part.len() - part.trim_end_matches(['#', '=']).len());
                trimmed(text, &(self.span.start + hashes..end.max(self.span.start + hashes)))
            }
            Shape::Blank | Shape::Fixed | Shape::Table { .. } | Shape::Plain => self.span.clone(),
        }
    }
}

/// The lines of `within`, a part of `text`.
pub(crate) fn of(text: &str, within: &Span, regions: &[(Span, Region)]) -> Vec<Line> {
    let mut lines = vec![];
    let mut start = within.start;
    let mut region = 0;
    for raw in at(text, within).split_inclusive(['\n', '\r']) {
        let whole = start..start + raw.len();
        start = whole.end;
        // "\r\n" gives a second, empty line, which would read as a blank one.
        if raw == "\n" && lines_end_with_return(text, whole.start) {
            continue;
        }
        while regions.get(region).is_some_and(|(span, _)| span.end <= whole.start) {
            region += 1;
        }
        lines.push(line(text, &whole, regions.get(region).map(|(span, kind)| (span, kind, region))));
    }
    lines
}

fn lines_end_with_return(text: &str, at: usize) -> bool {
    at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r')
}

fn line(text: &str, whole: &Span, region: Option<(&Span, &Region, usize)>) -> Line {
    let mut span = trimmed(text, whole);
    let mut indent = columns(at(text, &(whole.start..span.start)));
    if span.is_empty() {
        return Line { span, indent, shape: Shape::Blank };
    }
    if let Some((of, kind, position)) = region.filter(|(of, ..)| of.start < span.end && span.start < of.end) {
        let shape = match kind {
            Region::Heading { level } if of.start >= whole.start || at(text, &span).starts_with('#') => {
                Shape::Heading { level: *level }
            }
            // The line below an underlined heading is the underline.
            Region::Fixed | Region::Heading { .. } => Shape::Fixed,
            Region::Table { .. } => Shape::Table { region: position },
        };
        return Line { span, indent, shape };
    }
    // A quotation says what it says; its marks are text.
    while let Some(rest) = at(text, &span)
        .strip_prefix(['>', '|'])
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', '>', '|', '\t']))
    {
        let inner = trimmed(text, &(span.end - rest.len()..span.end));
        indent = columns(at(text, &(span.end - rest.len()..inner.start))).saturating_sub(1);
        if inner.is_empty() {
            return Line { span, indent, shape: Shape::Fixed };
        }
        span = inner;
    }
    let part = at(text, &span);
    let shape = if is_rule(part) {
        Shape::Fixed
    } else {
        match marks::of(part) {
            // A marker with nothing after it is no item.
            Some(mark) if part.get(mark.length..).is_some_and(crate::text::is_readable) => {
                Shape::Marked(mark)
            }
            Some(_) => Shape::Fixed,
            None => Shape::Plain,
        }
    };
    Line { span, indent, shape }
}

fn columns(blank: &str) -> usize {
    blank.chars().filter(|c| is_blank(*c)).fold(0, |column, c| match c {
        '\t' => (column / 4 + 1) * 4,
        '\u{3000}' => column + 2,
        _ => column + 1,
    })
}

/// `-----`, `* * *`, `=====`, `……`: a line that says nothing.
fn is_rule(part: &str) -> bool {
    static FORWARDED: Pattern = Pattern::new(
        r"(?i)^-{2,}\s*(original message|forwarded message|原始郵件|原始邮件|轉寄的郵件|转发的邮件)\s*-{2,}$",
    );
    part.chars().all(|c| {
        matches!(c, '-' | '*' | '_' | '=' | '~' | '.' | '—' | '─' | '━' | '＝' | '…' | '#' | ' ' | '\t')
    }) || FORWARDED.is_in(part)
}
