//! What a person sees of texts, tables and pictures.

use halfday_runner::show::{MOST_ROWS, MediaType, Rows, Shown, Unreadable, plain_text, reading_words, show};
use insta::assert_snapshot;
use proptest::prelude::*;

fn html(markdown: &str) -> String {
    match show("answer.md", markdown.as_bytes()) {
        Shown::Markdown { html } => html.trim().to_owned(),
        other => format!("{other:?}"),
    }
}

fn table(path: &str, bytes: &[u8]) -> (Vec<String>, Rows) {
    match show(path, bytes) {
        Shown::Table { head, rows } => (head, rows),
        other => (vec![format!("{other:?}")], Rows::default()),
    }
}

fn unreadable(why: Unreadable) -> Shown {
    Shown::Unreadable { why }
}

#[test]
fn markdown_is_drawn_with_its_tables_tasks_and_footnotes() {
    let markdown = "# 月報\n\n## Numbers\n\n| Item | NT$ |\n|:-----|----:|\n| pens | 120 |\n\n- [x] done\n- [ ] open\n\n~~old~~ \
                    **new**[^1]\n\n3. third\n\n```rust\nlet a = \"<b>\";\n```\n\n[^1]: Source: *mail*.\n";

    assert_snapshot!(html(markdown), @r#"
    <h3>月報</h3>
    <h4>Numbers</h4>
    <table><thead><tr><th data-align="left">Item</th><th data-align="right">NT$</th></tr></thead><tbody>
    <tr><td data-align="left">pens</td><td data-align="right">120</td></tr>
    </tbody></table>
    <ul>
    <li><span data-task="done">[x]</span> done</li>
    <li><span data-task="open">[ ]</span> open</li>
    </ul>
    <p><del>old</del> <strong>new</strong><sup>1</sup></p>
    <ol start="3">
    <li>third</li>
    </ol>
    <pre><code>let a = "&lt;b&gt;";
    </code></pre>
    <div><sup>1</sup>
    <p>Source: <em>mail</em>.</p>
    </div>
    "#);
}

#[test]
fn headings_stay_below_those_of_the_page() {
    assert_snapshot!(html("# a\n## b\n### c\n#### d\n##### e\n###### f"), @r"
    <h3>a</h3>
    <h4>b</h4>
    <h5>c</h5>
    <h6>d</h6>
    <h6>e</h6>
    <h6>f</h6>
    ");
}

#[test]
fn other_texts_are_never_drawn() {
    let page = "<h1>\u{202e}x</h1><script>alert(1)</script>";
    for path in ["a.html", "a.svg", "a.txt", "a.rs", "no-extension", "a.csv.txt"] {
        let text = "<h1>⟦U+202E⟧x</h1><script>alert(1)</script>".to_owned();
        assert_eq!(show(path, page.as_bytes()), Shown::Text { text, more: 0 }, "{path}");
    }
}

#[test]
fn a_text_about_pdf_is_no_pdf() {
    assert_eq!(html("A PDF begins with `%PDF-1.7`."), "<p>A PDF begins with <code>%PDF-1.7</code>.</p>");
}

#[test]
fn the_colours_of_a_terminal_are_written_out() {
    let log = b"\x1b[32mok\x1b[0m\r\n3 tests passed, nothing else to see in this log\r\n";

    let text = "⟦U+001B⟧[32mok⟦U+001B⟧[0m\n3 tests passed, nothing else to see in this log\n".to_owned();
    assert_eq!(show("out.log", log), Shown::Text { text, more: 0 });
}

#[test]
fn a_long_text_is_cut_between_lines_and_says_how_many_are_left() {
    let line = "0123456789".repeat(10) + "\n";
    let text = line.repeat(20_000);

    match show("a.txt", text.as_bytes()) {
        Shown::Text { text, more } => {
            assert!(text.ends_with('\n') && text.len() <= 1 << 20);
            assert_eq!(text.lines().count() as u64 + more, 20_000);
        }
        other => assert_eq!(format!("{other:?}"), "", "a text is shown as a text"),
    }
}

#[test]
fn the_mark_between_cells_is_found() {
    let expected = (vec!["a".to_owned(), "b".to_owned()], vec![vec!["1,5".to_owned(), "x".to_owned()]]);
    for (path, text) in [
        ("t.csv", "a,b\n\"1,5\",x\n"),
        ("t.csv", "a;b\n1,5;x\n"),
        ("t.csv", "a\tb\n1,5\tx\n"),
        ("t.csv", "a|b\n1,5|x\n"),
        ("t.csv", "sep=;\na;b\n1,5;x\n"),
        ("t.tsv", "a\tb\r\n1,5\tx\r\n"),
        ("T.CSV", "\u{feff}a,b\n\"1,5\",x\n"),
    ] {
        let (head, rows) = table(path, text.as_bytes());
        assert_eq!((head, rows.shown), expected, "{text:?}");
    }
}

#[test]
fn quoted_cells_may_hold_anything() {
    let (head, rows) =
        table("t.csv", "name,note\n\"Lin, Mei\",\"two\nlines\"\n\"say \"\"hi\"\"\",\u{202e}\n".as_bytes());

    assert_eq!(head, ["name", "note"]);
    assert_eq!(rows.shown, [["Lin, Mei", "two\nlines"], ["say \"hi\"", "⟦U+202E⟧"]]);
}

#[test]
fn tables_come_in_the_encodings_people_use() {
    let text = "品名,單價,備註\n原子筆,十二元,含稅\n資料夾,四十元,未稅，請於本週內確認數量與交期\n";
    let (big5, _, _) = encoding_rs::BIG5.encode(text);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();

    for bytes in [text.as_bytes().to_vec(), big5.into_owned(), utf16] {
        let (head, rows) = table("報價.csv", &bytes);
        assert_eq!(head, ["品名", "單價", "備註"]);
        assert_eq!(rows.shown.len(), 2);
    }
}

#[test]
fn a_long_table_says_how_many_rows_are_left() {
    let text = "a,b\n".to_owned() + &"1,2\n".repeat(MOST_ROWS + 7);

    let (_, rows) = table("t.csv", text.as_bytes());

    assert_eq!((rows.shown.len(), rows.more), (MOST_ROWS, 7));
}

#[test]
fn pictures_are_known_by_their_bytes_and_measured() {
    let gif = b"GIF89a\x02\x00\x03\x00\x00\x00\x00;";
    let shown = Shown::Image { media_type: MediaType::Gif, width: 2, height: 3 };

    assert_eq!(show("picture.txt", gif), shown);
    assert_eq!(show("huge.gif", b"GIF89a\xff\xff\xff\xff\x00\x00\x00;"), Shown::TooLarge);
    assert_eq!(
        show("cut.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00"),
        unreadable(Unreadable::Damaged)
    );
    assert_eq!(show("fake.png", b"\x00\x01\x02\x03"), unreadable(Unreadable::Unknown));
}

#[test]
fn what_cannot_be_shown_says_why() {
    assert_eq!(show("a.md", b""), Shown::Empty);
    assert_eq!(show("a.md", " \n\u{3000}\n".as_bytes()), Shown::Empty);
    assert_eq!(show("a.bin", &[0, 159, 146, 150, 0, 1, 2]), unreadable(Unreadable::Unknown));
    assert_eq!(show("a.docx", b"PK\x03\x04 and no more"), unreadable(Unreadable::Damaged));
    assert_eq!(show("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest"), unreadable(Unreadable::OldOffice));
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &locked].concat();
    assert_eq!(show("a.docx", &locked), unreadable(Unreadable::Locked));
    assert_eq!(show("a.txt", &vec![b'a'; 33 << 20]), Shown::TooLarge);
}

#[test]
fn the_text_for_counting_is_the_text_as_it_is() {
    assert_eq!(plain_text("# a\n\u{202e}".as_bytes()).as_deref(), Some("# a\n\u{202e}"));
    assert_eq!(plain_text(b"").as_deref(), Some(""));
    assert_eq!(plain_text(b"GIF89a\x02\x00\x03\x00\x00\x00\x00;"), None);
    assert_eq!(reading_words("three more words 一二三四"), 4 + 2);
}

proptest! {
    #[test]
    fn no_bytes_at_all_make_it_panic(
        name in proptest::sample::select(vec!["a.md", "a.csv", "a.tsv", "a.docx", "a.pdf", "a.png", "a"]),
        head in proptest::sample::select(vec![
            &b""[..], b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ",
            b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ]),
        rest in proptest::collection::vec(any::<u8>(), 0..600),
    ) {
        let bytes = [head, &rest].concat();
        let _ = show(name, &bytes);
        let _ = plain_text(&bytes);
    }
}
