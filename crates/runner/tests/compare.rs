//! What changed between two texts.

use std::time::{Duration, Instant};

use halfday_runner::compare::{Emphasis, Line, Piece, compare};
use insta::assert_snapshot;
use proptest::prelude::*;

/// The comparison as a page could draw it: changed words between `‹›`.
fn drawn(before: &str, after: &str) -> String {
    let line = |line: &Line| match line {
        Line::Same { before, after, text } => format!("{before:>3} {after:>3}   {text}"),
        Line::Removed { before, pieces } => format!("{before:>3}     - {}", joined(pieces)),
        Line::Added { after, pieces } => format!("    {after:>3} + {}", joined(pieces)),
        Line::Folded { lines } => format!("          ({lines})"),
        Line::More => "          …".to_owned(),
    };
    compare(before, after).iter().map(line).collect::<Vec<_>>().join("\n")
}

fn joined(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece.emphasis {
        Emphasis::Plain => piece.text.clone(),
        Emphasis::Changed => format!("‹{}›", piece.text),
    };
    pieces.iter().map(piece).collect()
}

#[test]
fn changed_words_stand_out_within_changed_lines() {
    assert_snapshot!(drawn(
        "Dear Mei,\nthe report is due on Thursday morning.\nRegards\n",
        "Dear Mei,\nthe report is due on Friday morning, at ten.\nRegards\n",
    ), @r"
    1   1   Dear Mei,
    2     - the report is due on ‹Thursday› morning.
        2 + the report is due on ‹Friday› morning‹, at ten›.
    3   3   Regards
    ");
}

#[test]
fn chinese_is_compared_by_its_characters() {
    assert_snapshot!(drawn("報告請於週四以前交給林經理。\n", "報告請於週五以前交給林經理。\n"), @r"
    1     - 報告請於週‹四›以前交給林經理。
        1 + 報告請於週‹五›以前交給林經理。
    ");
}

#[test]
fn what_is_the_same_is_folded_but_for_three_lines_around() {
    let text: Vec<String> = (1..=30).map(|n| format!("line {n}")).collect();
    let mut changed = text.clone();
    changed[14] = "another".to_owned();
    changed.push("the end".to_owned());

    assert_snapshot!(drawn(&text.join("\n"), &changed.join("\n")), @r"
             (11)
    12  12   line 12
    13  13   line 13
    14  14   line 14
    15     - line 15
        15 + another
    16  16   line 16
    17  17   line 17
    18  18   line 18
             (9)
    28  28   line 28
    29  29   line 29
    30  30   line 30
        31 + the end
    ");
}

#[test]
fn texts_that_differ_in_line_ends_only_are_the_same() {
    assert_eq!(compare("a\r\nb\r\n", "a\nb\n"), []);
    assert_eq!(compare("", ""), []);
}

#[test]
fn from_nothing_every_line_is_added() {
    assert_snapshot!(drawn("", "a\n\nb\u{202e}\n"), @r"
    1 + a
    2 + 
    3 + b⟦U+202E⟧
    ");
}

#[test]
fn large_texts_are_compared_in_bounded_time() {
    let line = |n: usize, salt: usize| format!("{} {} {}\n", n * salt % 7919, n * salt % 104_729, n % salt);
    let before: String = (0..60_000).map(|n| line(n, 31)).collect();
    let after: String = (0..60_000).map(|n| line(n, 37)).collect();
    let begun = Instant::now();

    let lines = compare(&before, &after);

    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(lines.last(), Some(&Line::More));
}

proptest! {
    #[test]
    fn the_lines_of_both_texts_are_all_there(
        before in proptest::collection::vec("[ab一 ]{0,3}", 0..12),
        after in proptest::collection::vec("[ab一 ]{0,3}", 0..12),
    ) {
        let lines = compare(&before.join("\n"), &after.join("\n"));
        let (mut removed, mut added) = (0, 0);
        for line in &lines {
            match line {
                Line::Removed { before: number, pieces } => {
                    removed += 1;
                    prop_assert_eq!(&joined(pieces).replace(['‹', '›'], ""), &before[number - 1]);
                }
                Line::Added { after: number, pieces } => {
                    added += 1;
                    prop_assert_eq!(&joined(pieces).replace(['‹', '›'], ""), &after[number - 1]);
                }
                Line::Same { before: old, after: new, text } => {
                    prop_assert_eq!(text, &before[old - 1]);
                    prop_assert_eq!(text, &after[new - 1]);
                }
                Line::Folded { .. } | Line::More => {}
            }
        }
        let count = |lines: &[String]| i64::try_from(lines.join("\n").lines().count()).unwrap_or(i64::MAX);
        if !lines.is_empty() {
            prop_assert_eq!(added - removed, count(&after) - count(&before));
        }
    }
}
