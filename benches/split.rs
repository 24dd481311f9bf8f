//! How long a text takes to become a plan: a large list, a long list, an ordinary brief.

use std::fmt::Write as _;

use divan::Bencher;
use halfday_split::{Wishes, decode, split};

const BRIEF: &str = "Subject: Visitor survey for the board\n\nHi Ines,\n\nThe board meets on Thursday. Please prepare the survey results; I plan about four hours:\n\n\
1. Clean the answers in survey.xlsx and list what you removed (30m)\n2. Group the open answers into six themes, at least two quotations each\n\
3. Write a summary of one page\n   - who answered\n   - what they liked\n   - what they missed\n4. Make five slides -> board.pptx after:3\n5. I will present it myself\n\n\
Use the same colours as last year. Whether we print it is TBD.\n\nThanks,\nTomas\n";

fn main() {
    divan::main();
}

/// `lines` marked lines of a handbook.
fn list(lines: usize) -> String {
    let mut list = String::new();
    for number in 1..=lines {
        let _ = writeln!(list, "- [ ] Write chapter {number} of the handbook and check its figures");
    }
    list
}

#[divan::bench]
fn an_ordinary_brief(bencher: Bencher) {
    bencher.bench(|| split(BRIEF, &Wishes::default()));
}

#[divan::bench]
fn a_list_of_ten_thousand_lines(bencher: Bencher) {
    let list = list(10_000);
    bencher.bench(|| split(&list, &Wishes::default()));
}

#[divan::bench(sample_count = 5)]
fn a_list_of_five_megabytes(bencher: Bencher) {
    let list = list(80_000);
    bencher.bench(|| split(&list, &Wishes::default()));
}

#[divan::bench]
fn bytes_of_an_ordinary_brief(bencher: Bencher) {
    bencher.bench(|| decode(BRIEF.as_bytes(), None));
}
