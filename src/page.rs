//! A page for a person: lines of coloured text of one width. It knows no jobs and no items.

use halfday_app::Words;

use crate::text::{one_line, padded, visible, width, wrapped};

/// What a piece of text is, from which its colour comes; the words say it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    /// Headings and titles.
    Strong,
    /// Beside the point.
    Muted,
    Me,
    Ai,
    NeedsYou,
    Good,
    Bad,
}

impl Tone {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Muted => Some("2"),
            Self::Me => Some("33"),
            Self::Ai => Some("34"),
            Self::NeedsYou => Some("35"),
            Self::Good => Some("32"),
            Self::Bad => Some("31"),
        }
    }
}

/// A stretch of text in one tone.
pub(crate) type Piece = (Tone, String);

/// Lines with their tones, as far as they were written.
#[derive(Debug)]
pub(crate) struct Page {
    words: &'static Words,
    width: usize,
    lines: Vec<Vec<Piece>>,
}

impl Page {
    pub(crate) fn new(words: &'static Words, width: usize) -> Self {
        Self { words, width, lines: vec![] }
    }

    pub(crate) fn words(&self) -> &'static Words {
        self.words
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// An empty line, unless the page begins or one was just left.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(vec![]);
        }
    }

    /// One line of pieces, as they are.
    pub(crate) fn line(&mut self, pieces: Vec<Piece>) {
        self.lines.push(pieces);
    }

    /// Text of any length, wrapped, behind `lead` on the first line and blanks on the others.
    pub(crate) fn text(&mut self, tone: Tone, lead: &str, text: &str) {
        let blank = " ".repeat(width(lead));
        let room = self.width.saturating_sub(width(lead));
        for (number, line) in wrapped(&visible(text).replace('\t', "    "), room).into_iter().enumerate() {
            let lead = if number == 0 { lead } else { blank.as_str() };
            if line.is_empty() {
                self.lines.push(vec![(Tone::Plain, String::new())]);
            } else {
                self.lines.push(vec![(Tone::Plain, lead.to_owned()), (tone, line)]);
            }
        }
    }

    /// A title at the left and a note at the right of one line, or below where it does not fit.
    pub(crate) fn title(&mut self, title: &str, note: &str) {
        let title = one_line(title);
        let room = self.width.saturating_sub(width(note) + 2);
        if width(&title) <= room {
            let title = if note.is_empty() { title } else { padded(&title, room + 2) };
            self.lines.push(vec![(Tone::Strong, title), (Tone::Muted, note.to_owned())]);
            return;
        }
        self.text(Tone::Strong, "", &title);
        if !note.is_empty() {
            self.text(Tone::Muted, "", note);
        }
    }

    /// A heading over what follows.
    pub(crate) fn heading(&mut self, word: &str) {
        let heading = self.words.word(word);
        self.line(vec![(Tone::Strong, heading)]);
    }

    /// Rows of cells, each column as wide as its widest cell; the last one wraps. Columns named in
    /// `right` are aligned at the right.
    pub(crate) fn table(&mut self, rows: &[Vec<Piece>], right: &[usize]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let widths: Vec<usize> = (0..columns)
            .map(|column| {
                rows.iter().filter_map(|row| row.get(column)).map(|(_, text)| width(text)).max().unwrap_or(0)
            })
            .collect();
        for row in rows {
            self.table_row(row, &widths, right);
        }
    }

    fn table_row(&mut self, row: &[Piece], widths: &[usize], right: &[usize]) {
        let mut pieces: Vec<Piece> = vec![];
        let mut used = 0;
        let last = widths.len().saturating_sub(1);
        for (column, (tone, text)) in row.iter().enumerate() {
            let cells = widths.get(column).copied().unwrap_or_default();
            if column > 0 {
                pieces.push((Tone::Plain, "  ".to_owned()));
                used += 2;
            }
            if column < last || right.contains(&column) {
                let text = if right.contains(&column) {
                    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
                } else {
                    padded(text, cells)
                };
                used += cells;
                pieces.push((*tone, text));
                continue;
            }
            let room = self.width.saturating_sub(used).max(20);
            let mut lines = wrapped(text, room).into_iter();
            pieces.extend(lines.next().map(|line| (*tone, line)));
            self.lines.push(std::mem::take(&mut pieces));
            self.lines.extend(lines.map(|line| vec![(Tone::Plain, " ".repeat(used)), (*tone, line)]));
        }
        if !pieces.is_empty() {
            self.lines.push(pieces);
        }
    }

    /// The page as text, in colour or not, without blanks at line ends.
    pub(crate) fn into_text(self, coloured: bool) -> String {
        let mut text = String::new();
        for line in self.lines {
            let last = line.iter().rposition(|(_, piece)| !piece.trim_end().is_empty());
            let pieces = last.and_then(|last| line.get(..=last)).unwrap_or_default();
            for (place, (tone, piece)) in pieces.iter().enumerate() {
                let piece = if Some(place) == last { piece.trim_end() } else { piece.as_str() };
                match tone.code().filter(|_| coloured && !piece.trim().is_empty()) {
                    Some(code) => text.extend(["\u{1b}[", code, "m", piece, "\u{1b}[0m"]),
                    None => text.push_str(piece),
                }
            }
            text.push('\n');
        }
        text
    }
}
