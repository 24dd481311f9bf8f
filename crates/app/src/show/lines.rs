//! Lines of a comparison, and bytes of a picture, as the wire carries them.

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_runner::compare::{Emphasis, Line, Piece};

use crate::api::{DiffLine, DiffSign, DiffSpan};

/// The lines as the pages draw them.
pub(super) fn views(lines: Vec<Line>, words: &Words) -> Vec<DiffLine> {
    lines.into_iter().map(|line| view(line, words)).collect()
}

fn view(line: Line, words: &Words) -> DiffLine {
    let plain =
        |sign: DiffSign, text: String| DiffLine { sign, spans: vec![DiffSpan { text, strong: false }] };
    match line {
        Line::Same { text, .. } => plain(DiffSign::Same, text),
        Line::Removed { pieces, .. } => DiffLine { sign: DiffSign::Removed, spans: spans(pieces) },
        Line::Added { pieces, .. } => DiffLine { sign: DiffSign::Added, spans: spans(pieces) },
        Line::Folded { lines } => {
            let count = fmt::integer(i64::try_from(lines).unwrap_or(i64::MAX));
            plain(DiffSign::Folded, words.say("diff-folded", &[("count", &count)]))
        }
        Line::More => plain(DiffSign::Folded, words.word("diff-more")),
    }
}

fn spans(pieces: Vec<Piece>) -> Vec<DiffSpan> {
    pieces
        .into_iter()
        .map(|piece| DiffSpan { strong: piece.emphasis == Emphasis::Changed, text: piece.text })
        .collect()
}

/// The bytes in the alphabet of data addresses.
pub(super) fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
