//! The span rule and the other promises, over texts nobody would write.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may stop the test")]

use halfday_domain::plan::{MOST_ITEM_MINUTES, MOST_ITEMS, MOST_TITLE_GRAPHEMES, Plan};
use halfday_split::{Error, Wishes, split};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that mean something to some part of the reading.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\u{a0}",
    "\u{3000}",
    "\u{feff}",
    "\u{200b}",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{1b}[31m",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "10. ",
    "（1）",
    "（一）",
    "一、",
    "十二、",
    "① ",
    "② ",
    "• ",
    "・",
    "● ",
    "○ ",
    "※ ",
    "◎",
    "o\t",
    "a) ",
    "i) ",
    "ii) ",
    "1.1 ",
    "Step 2: ",
    "第一步：",
    "第 3 條",
    "- [ ] ",
    "- [x] ",
    "[ ] ",
    "☑ ",
    "□ ",
    "-",
    "—",
    "---",
    "***",
    "===",
    "```",
    "````",
    "~~~",
    "# ",
    "### ",
    "> ",
    ">> ",
    "| a | b |",
    "\n|---|---|\n",
    "|",
    "<!-- ",
    "-->",
    "<b>",
    "[x](y)",
    "![",
    "**",
    "__",
    "`",
    "\\",
    "&amp;",
    "{{",
    "}}",
    "---\ntitle: x\n---\n",
    "Subject: weekly report\n",
    "主旨：週報\n",
    "From: a@b.c\n",
    "10:02\t小茹\t",
    "[20/11/2026, 10:02:11] Ann: ",
    "Ann  10:02 AM\n",
    "Ann: ",
    "(30m)",
    "（約 40 分鐘）",
    "40min",
    "半小時",
    "about four hours",
    "大概四五個小時",
    "0h",
    "99999999999999999999h",
    "@me",
    "@ai",
    "@我",
    " after:1",
    " after:2,3",
    " after:999",
    " -> out.md",
    " → ",
    "我自己來",
    "我来拍板",
    "I will do this myself",
    "TBD",
    "時間未定",
    "等老闆決定",
    "11/27(五)前",
    "12,350",
    "１２",
    "5～8",
    "½",
    "write the report",
    "Please create a deck",
    "send it to the board",
    "Use ",
    "at most 2 pages",
    "including: ",
    "the following sections: a, b, c, and d",
    "請寫報告",
    "麻煩整理",
    "首先",
    "，然後",
    "；最後",
    "、",
    "：",
    ":",
    "。",
    "！",
    "？",
    ".",
    ", ",
    ";",
    "(",
    ")",
    "「",
    "」",
    "“",
    "”",
    "\"",
    "e.g. ",
    "Dr. ",
    "謝謝",
    "Thanks,",
    "大家好，",
    "é",
    "e\u{301}",
    "👩‍👩‍👧‍👦",
    "🇹🇼",
    "한국어",
    "日本語",
    "עברית",
    "Ω",
    "𠮷",
    "a",
    "字",
    "x",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => (0..PIECES.len()).prop_map(|at| PIECES[at].to_owned()),
        1 => any::<String>(),
        1 => "[a-z]{1,90}",
        1 => "[一-龥]{1,90}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Many lines, so that the cap of forty has work.
fn long_text() -> impl Strategy<Value = String> {
    (text(), 1_usize..60, 0..PIECES.len(), 0..PIECES.len()).prop_map(|(line, times, first, second)| {
        let line = format!("{}{}{line}\n", PIECES[first], PIECES[second]);
        line.repeat(times)
    })
}

fn promises(text: &str, plan: &Plan) {
    assert_eq!(plan.uncovered(text), None, "the span rule for {text:?}");
    assert!(!plan.title.trim().is_empty(), "a title for {text:?}");
    assert!(plan.title.graphemes(true).count() <= MOST_TITLE_GRAPHEMES);
    assert!(plan.items.len() <= MOST_ITEMS);
    for item in &plan.items {
        assert!(!item.title.trim().is_empty(), "an item's title for {text:?}");
        assert!(item.title.graphemes(true).count() <= MOST_TITLE_GRAPHEMES, "{:?}", item.title);
        assert!(!item.title.contains(['\n', '\r', '\t']), "{:?}", item.title);
        assert!((1..=MOST_ITEM_MINUTES).contains(&item.estimate_minutes));
        assert!(item.subitems.iter().all(|subitem| !subitem.title.trim().is_empty()));
        assert!(item.depends_on.iter().all(|first| *first < plan.items.len()));
    }
    assert!(has_an_order(plan), "no circle for {text:?}");
}

/// Takes items whose dependencies are taken until none is left.
fn has_an_order(plan: &Plan) -> bool {
    let mut taken = vec![false; plan.items.len()];
    for _ in 0..plan.items.len() {
        for (at, item) in plan.items.iter().enumerate() {
            taken[at] = taken[at] || item.depends_on.iter().all(|first| taken[*first]);
        }
    }
    taken.into_iter().all(|taken| taken)
}

fn check(text: &str) {
    match split(text, &Wishes::default()) {
        Ok(plan) => {
            promises(text, &plan);
            assert_eq!(
                split(text, &Wishes::default()).as_ref(),
                Ok(&plan),
                "the same text gives the same plan"
            );
            if text.len() > 2_000 {
                return;
            }
            let wishes = Wishes { hours: Some(3.5), title: Some("Mine".to_owned()) };
            let wished = split(text, &wishes).expect("the wishes change no refusal");
            promises(text, &wished);
            assert_eq!((wished.title.as_str(), wished.hours_stated), ("Mine", Some(3.5)));
        }
        Err(error) => assert!(matches!(error, Error::Empty | Error::Blank), "{error} for {text:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_byte_lies_in_exactly_one_span(text in text()) {
        check(&text);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 50, ..ProptestConfig::default() })]

    #[test]
    fn long_lists_keep_every_byte_and_stay_within_forty(text in long_text()) {
        check(&text);
    }
}

#[test]
fn texts_of_one_byte_and_odd_shapes_keep_their_promises() {
    for byte in 0_u8..128 {
        check(&char::from(byte).to_string());
    }
    for text in [
        "\u{feff}",
        "\u{3000}",
        "\u{3000}a",
        "a\u{3000}",
        "```\na\nb",
        "- ```\n- b\n",
        "---\n---\n",
        "---\na: b\n",
        "* * *",
        "- - - a",
        "1. 2. 3. a",
        "| a |\n|---|\n",
        "|a|b|\n|-|-|\n|x|(30m)|\n",
        "a\n===\n",
        "第\n",
        "(",
        "（）",
        "...",
        "。",
        "@me",
        "(30m)",
        "after:1",
        "-> a.md",
        "- @me (30m)",
        "1. after:1",
        "1. a after:2\n2. b after:3\n3. c after:1\n",
    ] {
        check(text);
    }
}

#[test]
fn deep_nesting_and_long_lines_do_not_overflow() {
    check(&(0..600).flat_map(|depth| ["\t".repeat(depth), "- a\n".to_owned()]).collect::<String>());
    check(&">".repeat(5_000));
    check(&"(".repeat(20_000));
    check(&"字".repeat(20_000));
    check(&"1. a ".repeat(5_000));
    check(&format!("{} a", "[".repeat(5_000)));
}
