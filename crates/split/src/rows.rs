//! Tables pasted from a spreadsheet: lines with the same number of tabs.

use halfday_domain::plan::Span;

use crate::lines::{Line, Shape};
use crate::text::{at, trimmed};

type Table = (Vec<Span>, Vec<Vec<Span>>, usize);

/// At least three lines with the same tabs, read as a head and its rows.
pub(crate) fn tabbed(text: &str, lines: &[Line]) -> Option<Table> {
    let tabs = |line: &Line| at(text, &line.span).matches('\t').count();
    let first = lines.first().map(tabs).filter(|tabs| *tabs > 0)?;
    let taken = lines.iter().take_while(|line| line.shape == Shape::Plain && tabs(line) == first).count();
    if taken < 3 {
        return None;
    }
    let mut rows = lines.iter().take(taken).map(|line| cells(text, &line.span));
    let head = rows.next()?;
    Some((head, rows.collect(), taken))
}

fn cells(text: &str, line: &Span) -> Vec<Span> {
    let mut start = line.start;
    at(text, line)
        .split('\t')
        .map(|cell| {
            let span = trimmed(text, &(start..start + cell.len()));
            start += cell.len() + 1;
            span
        })
        .collect()
}
