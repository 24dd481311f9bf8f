//! Run files: CSV, plain or gzip, in UTF-8, with a line of column names first. Columns are found by
//! name and others passed over; what cannot be used is named by its line and column.

use std::io::Read;

use csv::{ErrorKind, StringRecord};
use flate2::read::MultiGzDecoder;

use crate::Error;

const GZIP: [u8; 2] = [0x1f, 0x8b];
/// As much as a shell hands over at most; a file that long may have been cut.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Unpacked.
const MOST_TEXT: u64 = 512 * 1024 * 1024;
/// A cell is repeated in a sentence so far.
const SHOWN: usize = 40;

/// Why a run file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunFileFault {
    #[error("its gzip is damaged")]
    Damaged,
    #[error("it is too large")]
    TooLarge,
    #[error("it is not text in UTF-8, line {line}")]
    NotText { line: u64 },
    #[error("it has no rows")]
    Empty,
    #[error("it has no column {column}")]
    NoColumn { column: &'static str },
    #[error("line {line} has another number of columns than the first")]
    Uneven { line: u64 },
    #[error("line {line}, column {column} cannot be used")]
    Cell { line: u64, column: &'static str, value: String },
}

impl RunFileFault {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Damaged => "input_gzip_damaged",
            Self::TooLarge => "input_runs_too_large",
            Self::NotText { .. } => "input_runs_not_text",
            Self::Empty => "input_runs_empty",
            Self::NoColumn { .. } => "input_column_missing",
            Self::Uneven { .. } => "input_row_uneven",
            Self::Cell { .. } => "input_cell_unusable",
        }
    }

    pub(crate) fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Damaged | Self::TooLarge | Self::Empty => vec![],
            Self::NotText { line } | Self::Uneven { line } => vec![("line", line.to_string())],
            Self::NoColumn { column } => vec![("column", (*column).to_owned())],
            Self::Cell { line, column, value } => {
                vec![("line", line.to_string()), ("column", (*column).to_owned()), ("value", value.clone())]
            }
        }
    }
}

/// The rows of a file.
pub(super) struct Table {
    heads: StringRecord,
    rows: Vec<(u64, StringRecord)>,
}

/// One row, read by the names of its columns.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    heads: &'a StringRecord,
    line: u64,
    record: &'a StringRecord,
}

impl Table {
    /// Reads it all; one without rows is refused.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let text = unpacked(bytes)?;
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
        let heads = reader.headers().map_err(|source| fault(&source))?.clone();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|source| fault(&source))?;
            rows.push((record.position().map_or(0, csv::Position::line), record));
        }
        if rows.is_empty() {
            return Err(RunFileFault::Empty.into());
        }
        Ok(Self { heads, rows })
    }

    /// Whether there is a column of the name.
    pub(super) fn has(&self, column: &str) -> bool {
        self.heads.iter().any(|head| head == column)
    }

    /// What `row` makes of each row.
    pub(super) fn map<T>(&self, row: impl Fn(Cells<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        self.rows
            .iter()
            .map(|(line, record)| row(Cells { heads: &self.heads, line: *line, record }))
            .collect()
    }
}

impl<'a> Cells<'a> {
    /// A cell as it stands; may be empty.
    pub(super) fn cell(&self, column: &'static str) -> Result<&'a str, Error> {
        let place = self.heads.iter().position(|head| head == column);
        let cell = place.and_then(|place| self.record.get(place));
        cell.ok_or_else(|| RunFileFault::NoColumn { column }.into())
    }

    /// Text that is there.
    pub(super) fn text(&self, column: &'static str) -> Result<String, Error> {
        let text = self.cell(column)?;
        if text.is_empty() { Err(self.unusable(column)) } else { Ok(text.to_owned()) }
    }

    /// A number within bounds, the lower one not included.
    pub(super) fn above(&self, column: &'static str, over: f64, most: f64) -> Result<f64, Error> {
        let number = self.cell(column)?.parse::<f64>().ok();
        number.filter(|number| *number > over && *number <= most).ok_or_else(|| self.unusable(column))
    }

    /// A whole number up to a bound; `6.0` is one.
    pub(super) fn count(&self, column: &'static str, most: u32) -> Result<u32, Error> {
        let number = self.cell(column)?.parse::<f64>().ok();
        let number =
            number.filter(|number| (0.0..=f64::from(most)).contains(number) && number.fract() == 0.0);
        number.map(|number| number as u32).ok_or_else(|| self.unusable(column))
    }

    /// The complaint about a cell.
    pub(super) fn unusable(&self, column: &'static str) -> Error {
        let value = self.cell(column).unwrap_or_default();
        let mut shown: String = value.chars().take(SHOWN).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        RunFileFault::Cell { line: self.line, column, value: shown }.into()
    }
}

fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    if bytes.len() >= MOST_BYTES {
        return Err(RunFileFault::TooLarge.into());
    }
    if !bytes.starts_with(&GZIP) {
        return Ok(bytes.to_vec());
    }
    let mut text = Vec::new();
    let mut unpacking = MultiGzDecoder::new(bytes).take(MOST_TEXT);
    unpacking.read_to_end(&mut text).map_err(|_| RunFileFault::Damaged)?;
    if text.len() as u64 >= MOST_TEXT { Err(RunFileFault::TooLarge.into()) } else { Ok(text) }
}

fn fault(source: &csv::Error) -> Error {
    let line = source.position().map_or(1, csv::Position::line);
    match source.kind() {
        ErrorKind::UnequalLengths { .. } => RunFileFault::Uneven { line },
        // Reading from memory breaks by nothing else.
        _ => RunFileFault::NotText { line },
    }
    .into()
}
