//! Answers as chats give them.

use halfday_runner::clipboard::{Answer, Nonce, read_answer};
use halfday_runner::deliverable::Deliverable;
use proptest::prelude::*;

const A: &str = "halfday:04HMASW9";
const B: &str = "halfday:ZZZZZZZZ";

/// A nonce line, the text under it and the files in it.
type Expected<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);
/// Sections as (nonce, text, files).
type Read = Vec<(String, String, Vec<(String, String)>)>;

fn read(answer: &str) -> Read {
    let read = read_answer(answer);
    let files = |section: &halfday_runner::clipboard::Section| {
        section.files.iter().map(|file| (file.path.clone(), file.content.clone())).collect()
    };
    let sections = read.sections.iter();
    sections.map(|s| (s.nonce.to_string(), s.text().to_owned(), files(s))).collect()
}

#[track_caller]
fn check(answer: &str, expected: &[Expected<'_>]) {
    let own = |text: &str| text.to_owned();
    let expected: Read = expected
        .iter()
        .map(|(nonce, text, files)| {
            let files = files.iter().map(|(path, content)| (own(path), own(content))).collect();
            (nonce[8..].to_owned(), own(text), files)
        })
        .collect();
    assert_eq!(read(answer), expected, "{answer}");
}

#[test]
fn one_answer_is_split_among_its_items() {
    check(
        &format!("Here you go.\n{A}\nFirst.\n\n---\n\n**{B}**\nSecond.\n"),
        &[(A, "First.", &[]), (B, "Second.", &[])],
    );
    check(&format!("{A}\r\nFirst.\r\n{B}\r\nSecond."), &[(A, "First.", &[]), (B, "Second.", &[])]);
    check("No line at all.", &[]);
    check("", &[]);
}

#[test]
fn fenced_blocks_with_a_path_become_files() {
    check(
        &format!("{A}\nTwo files:\n```csv path=a.csv\n1,2\n```\n~~~md path=\"b c.md\"\n# B\n~~~\n"),
        &[(
            A,
            "Two files:\n```csv path=a.csv\n1,2\n```\n~~~md path=\"b c.md\"\n# B\n~~~",
            &[("a.csv", "1,2\n"), ("b c.md", "# B\n")],
        )],
    );
    check(
        &format!("{A}\n1. File\n   ```md path=a.md\n   x\n     y\n   ```\n"),
        &[(A, "1. File\n   ```md path=a.md\n   x\n     y\n   ```", &[("a.md", "x\n  y\n")])],
    );
}

#[test]
fn a_file_may_hold_fences_and_nonce_lines() {
    let file = format!("# Read me\n```sh\nls\n```\n{B}\n");
    let answer = format!("{A}\n````md path=a.md\n{file}````\nDone.\n");

    let read = read_answer(&answer);

    assert_eq!(read.sections.len(), 1, "the line inside the file opens nothing");
    assert_eq!(read.sections[0].files[0].content, file);
    let same_length = format!("{A}\n```md path=a.md\n# Read me\n```sh\nls\n```\nend\n```\n");
    assert_eq!(read_answer(&same_length).sections[0].files[0].content, "# Read me\n```sh\nls\n```\nend\n");
}

#[test]
fn an_unclosed_file_runs_to_the_end() {
    let read = read_answer(&format!("{A}\n```md path=a.md\nlast words"));

    assert_eq!(read.sections[0].files[0].content, "last words");
}

#[test]
fn an_answer_inside_a_code_block_is_unwrapped() {
    check(
        &format!("Sure:\n```\n{A}\nFirst.\n{B}\nSecond.\n```\nAnything else?"),
        &[(A, "First.", &[]), (B, "Second.", &[])],
    );
    check(
        &format!("```text\n{A}\nFirst.\n```\n\n```text\n{B}\nSecond.\n```\n"),
        &[(A, "First.", &[]), (B, "Second.", &[])],
    );
    check(
        &format!("````\n\n{A}\n```csv path=a.csv\n1\n```\n````"),
        &[(A, "```csv path=a.csv\n1\n```", &[("a.csv", "1\n")])],
    );
    check(
        &format!("```\n{A}\n```csv path=a.csv\n1\n```\n```"),
        &[(A, "```csv path=a.csv\n1\n```", &[("a.csv", "1\n")])],
    );
}

#[test]
fn a_nonce_line_put_into_its_file_is_taken_out() {
    check(
        &format!("Here:\n```md path=a.md\n{A}\n# A\n```\n```csv path=b.csv\n{B}\n1\n```\n"),
        &[(A, "# A", &[("a.md", "# A\n")]), (B, "1", &[("b.csv", "1\n")])],
    );
    check(&format!("[{A}]({A})\nLinked."), &[(A, "Linked.", &[])]);
}

#[test]
fn lines_listed_before_the_results_change_nothing() {
    check(
        &format!("- {A}\n- {B}\n\n{A}\nFirst.\n{B}\nSecond.\n"),
        &[(A, "First.", &[]), (B, "Second.", &[])],
    );
    check(
        &format!("{A}\nPart one.\n{B}\nSecond.\n{A}\nPart two.\n"),
        &[(A, "Part one.\nPart two.", &[]), (B, "Second.", &[])],
    );
}

#[test]
fn an_empty_result_is_known_as_empty() {
    let is_empty = |answer: &str| {
        let read = read_answer(answer);
        read.sections.iter().map(halfday_runner::clipboard::Section::is_empty).collect::<Vec<_>>()
    };

    assert_eq!(is_empty(&format!("{A}\n\n---\n{B}\nok")), [true, false]);
    assert_eq!(is_empty(&format!("{A}\n```md path=a.md\n\n```\n")), [false], "the info string is text");
    assert_eq!(is_empty(&format!("{A}\n\u{200b}\n…\n* * *")), [true]);
    assert_eq!(is_empty(&format!("{A}\n✅")), [false]);
}

#[track_caller]
fn delivered(body: &str, wanted: &[&str], expected: &[(&str, &str)]) {
    let nonce = Nonce::from_random([0; 5]);
    let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
    let expected: Vec<_> =
        expected.iter().map(|(path, content)| Deliverable::new(path, content.as_bytes())).collect();
    assert_eq!(Answer::for_one(nonce, body).deliverables(&wanted), expected, "{body}");
}

#[test]
fn the_text_is_named_like_the_only_file_it_can_be() {
    delivered("\nA summary.\n", &[], &[("answer.md", "A summary.\n")]);
    delivered("A summary.", &["out/s.md"], &[("out/s.md", "A summary.\n")]);
    delivered("```md\n# S\n```", &["s.md"], &[("s.md", "# S\n")]);
    delivered("Here:\n```\n1,2\n```\nBye", &["s.csv"], &[("s.csv", "1,2\n")]);
    delivered("1,2", &["s.csv"], &[("answer.md", "1,2\n")]);
    delivered("A summary.", &["s.docx"], &[("answer.md", "A summary.\n")]);
    delivered("A summary.", &["a.md", "b.md"], &[("answer.md", "A summary.\n")]);
    delivered("Hi\n```md path=x.md\n# X\n```", &["s.md"], &[("x.md", "# X\n")]);
    delivered("Sure:\n```markdown\n# S\n```\nBye", &["s.md"], &[("s.md", "# S\n")]);
    delivered("Run:\n```sh\nls\n```\nBye", &["s.md"], &[("s.md", "Run:\n```sh\nls\n```\nBye\n")]);
    delivered("```path=a.md\n1\n```\nBetter:\n```path=./a.md\n2\n```", &["out/a.md"], &[("out/a.md", "2\n")]);
    delivered("```path=a.md\n1\n```", &["x/a.md", "y/a.md"], &[("a.md", "1\n")]);
    delivered("  \n", &["s.md"], &[]);
    delivered("---\ntitle: x\n---\nBody\n\n---", &["s.md"], &[("s.md", "---\ntitle: x\n---\nBody\n")]);
}

proptest! {
    #[test]
    fn any_text_is_read_and_no_byte_of_a_section_is_lost(
        parts in prop::collection::vec(prop_oneof![
            Just(format!("{A}\n")), Just(format!("> **{B}**\r\n")), Just("```md path=a.md\n".to_owned()),
            Just("```\n".to_owned()), Just("~~~\n".to_owned()), Just("   ````x\n".to_owned()),
            "\\PC{0,20}\n", ".{0,20}",
        ], 0..24)
    ) {
        let text: String = parts.concat();

        let answer = read_answer(&text);

        // Outside fences every line is in the preamble, in a section, or a nonce line.
        let kept: usize = answer.preamble.len() + answer.sections.iter().map(|s| s.body.len()).sum::<usize>();
        prop_assert!(kept <= text.len());
        let lines = |text: &str| text.lines().filter(|line| !line.contains("halfday")).map(str::len).sum::<usize>();
        if !answer.sections.is_empty() && !text.contains("```") && !text.contains("~~~") {
            let all: String = answer.sections.iter().map(|section| section.body.as_str()).collect();
            prop_assert_eq!(lines(&answer.preamble) + lines(&all), lines(&text));
        }
        for section in &answer.sections {
            let _ = section.deliverables(&["x.md".to_owned()]);
        }
    }

    #[test]
    fn the_body_of_a_section_is_what_was_pasted(
        parts in prop::collection::vec(prop_oneof![
            Just("```md path=a.md\n".to_owned()), Just("```\r\n".to_owned()), Just("---\n".to_owned()),
            "\\PC{0,20}\n", ".{0,20}",
        ], 0..16)
    ) {
        let body: String = parts.concat();
        prop_assume!(!body.to_lowercase().contains("halfday"));

        let answer = read_answer(&format!("{A}\n{body}"));

        prop_assert_eq!(answer.sections.len(), 1);
        prop_assert_eq!(&answer.sections[0].body, &body);
    }
}
