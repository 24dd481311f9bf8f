//! How often the ranges hold the truth: simulated people whose truth is known, counted as a record is
//! counted. Prints the tables of `docs/statistics.md` as Markdown; the same seed gives the same tables.
//!
//!   cargo run --release -p halfday-insight --example simulate [PEOPLE]

mod could;
mod horizon;
mod luck;
mod ranges;
mod table;
mod weights;

use std::io::{self, Write};

/// As in the documentation.
const PEOPLE: u32 = 300;

fn main() -> io::Result<()> {
    let people = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(PEOPLE);
    let mut out = io::stdout().lock();
    writeln!(out, "{people} simulated people a line.\n")?;
    horizon::print(&mut out, people)?;
    writeln!(out)?;
    horizon::print_gate(&mut out, people)?;
    writeln!(out)?;
    weights::print(&mut out, people)?;
    writeln!(out)?;
    weights::print_gate(&mut out, people)?;
    writeln!(out)?;
    ranges::print(&mut out, people)
}
