//! Tables as text: CSV by whatever mark the program that wrote it uses.

use csv::{ReaderBuilder, StringRecord};

use super::{MOST_ROWS, MOST_SHOWN_BYTES, Rows, Shown, visible};

/// The marks between cells, the likeliest first.
const MARKS: [u8; 4] = *b",\t;|";
/// How many records tell which mark it is.
const SAMPLE: usize = 50;
/// A wider table is none that a page could show.
const MOST_COLUMNS: usize = 200;

/// The table in `text`, or nothing when it is none that can be shown.
pub(super) fn show(text: &str, mark: Option<u8>) -> Option<Shown> {
    let (said, text) = said_mark(text);
    let mark = said.or(mark).unwrap_or_else(|| likeliest(text));
    let mut records = reader(text, mark).into_records();
    let head = cells(&records.next()?.ok()?)?;
    let mut rows = Rows::default();
    let mut bytes = 0;
    for record in records {
        let record = record.ok()?;
        bytes += record.as_slice().len();
        if rows.shown.len() < MOST_ROWS && bytes <= MOST_SHOWN_BYTES {
            rows.shown.push(cells(&record)?);
        } else {
            rows.more += 1;
        }
    }
    Some(Shown::Table { head, rows })
}

/// Excel writes down which mark it used: `sep=;` on a line of its own.
fn said_mark(text: &str) -> (Option<u8>, &str) {
    let Some((line, rest)) = text.split_once('\n') else { return (None, text) };
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some(&[mark]) => (Some(mark), rest),
        Some(_) | None => (None, text),
    }
}

/// The mark that gives the most records of the same width as the first.
fn likeliest(text: &str) -> u8 {
    let strength = |mark: u8| {
        let widths: Vec<usize> =
            reader(text, mark).into_records().take(SAMPLE).flatten().map(|record| record.len()).collect();
        let first = widths.first().copied().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == first).count();
        if first < 2 { (0, 0) } else { (alike, first) }
    };
    let mut best = (b',', (0, 0));
    for mark in MARKS {
        let strength = strength(mark);
        if strength > best.1 {
            best = (mark, strength);
        }
    }
    best.0
}

fn reader(text: &str, mark: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(mark).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn cells(record: &StringRecord) -> Option<Vec<String>> {
    (record.len() <= MOST_COLUMNS).then(|| record.iter().map(visible).collect())
}
