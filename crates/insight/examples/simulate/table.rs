//! Rows of a Markdown table, and shares with what chance leaves open.

use std::io::{self, Write};

/// How often something held, of how many.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held {
    held: u32,
    of: u32,
}

impl Held {
    pub(crate) fn add(&mut self, held: bool) {
        self.held += u32::from(held);
        self.of += 1;
    }

    pub(crate) fn of(self) -> u32 {
        self.of
    }

    /// `93 %`; a dash where there is nothing.
    pub(crate) fn text(self) -> String {
        match self.of {
            0 => "–".to_owned(),
            of => format!("{:.0} %", 100.0 * f64::from(self.held) / f64::from(of)),
        }
    }
}

pub(crate) fn row(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))
}

pub(crate) fn head(out: &mut dyn Write, cells: &[&str]) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(cells.len()))
}

/// The middle value; 0 of none.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
