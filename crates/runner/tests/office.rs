//! Office documents as blocks, and documents made to fill the memory.

use std::io::{Cursor, Write};

use halfday_runner::show::{Block, Part, Rows, Shown, Unreadable, plain_text, show};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).ok();
        writer.write_all(content.as_bytes()).ok();
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn word(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="Points"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    archive(&[("word/styles.xml", styles), ("word/document.xml", &document)])
}

fn workbook(strings: &str, styles: &str, rows: &str) -> Vec<u8> {
    archive(&[
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="一月" r:id="a"/></sheets></workbook>"#,
        ),
        ("xl/_rels/workbook.xml.rels", r#"<R><Relationship Id="a" Target="worksheets/sheet1.xml"/></R>"#),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn blocks(name: &str, bytes: &[u8]) -> Vec<Block> {
    match show(name, bytes) {
        Shown::Document { blocks, more: 0 } => blocks,
        other => vec![Block::Paragraph { text: format!("{other:?}") }],
    }
}

fn rows(rows: &[&[&str]]) -> Rows {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Rows { shown: rows.iter().map(row).collect(), more: 0 }
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn a_letter_has_headings_lists_and_tables() {
    let bytes = word(
        r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>結論</w:t></w:r></w:p>
        <w:p><w:r><w:t>One</w:t></w:r><w:r><w:t> two&#x202e;</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
        <w:p><w:pPr><w:pStyle w:val="Points"/></w:pPr><w:r><w:t>point</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>inner</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>
        <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>"#,
    );

    let expected = [
        Block::Heading { level: 2, text: text("結論") },
        Block::Paragraph { text: text("One two⟦U+202E⟧") },
        Block::Line { depth: 0, text: text("point") },
        Block::Line { depth: 1, text: text("inner") },
        Block::Table { rows: rows(&[&["a b", "c"]]) },
    ];
    assert_eq!(blocks("a.docx", &bytes), expected);
    assert_eq!(plain_text(&bytes), Some(text("## 結論\nOne two\u{202e}\npoint\ninner\na b\tc\n")));
}

#[test]
fn a_workbook_shows_days_and_shares_as_its_cells_do() {
    let styles = r#"<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></s>"#;
    let bytes = workbook(
        "<si><t>日期</t></si>",
        styles,
        r#"<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="b"><v>0</v></c></row><row/>
        <row><c r="A2" s="1"><v>46352</v></c><c r="B2" s="2"><v>0.12</v></c><c r="C2"><v>46352</v></c></row>"#,
    );

    let expected = [
        Block::Part { part: Part::Sheet, number: 1, name: text("一月") },
        Block::Table { rows: rows(&[&["日期", "", "FALSE"], &["2026-11-26", "12%", "46352"]]) },
    ];
    assert_eq!(blocks("a.xlsx", &bytes), expected);
}

#[test]
fn slides_come_in_the_order_they_are_shown() {
    let slide = |title: &str, body: &str| {
        format!(
            r#"<s><sp><nvPr><ph type="title"/></nvPr><p><t>{title}</t></p></sp>
            <sp><nvPr><ph idx="1"/></nvPr><p><pPr lvl="1"/><t>{body}</t></p><p><pPr><buNone/></pPr><t>plain</t></p></sp>
            <tbl><tr><tc><p><t>x</t></p></tc><tc><p><t>y</t></p></tc></tr></tbl></s>"#
        )
    };
    let bytes = archive(&[
        (
            "ppt/presentation.xml",
            r#"<p xmlns:r="r"><sldIdLst><sldId id="1" r:id="b"/><sldId id="2" r:id="a"/></sldIdLst></p>"#,
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            r#"<R><R Id="a" Target="slides/slide1.xml"/><R Id="b" Target="/ppt/slides/slide2.xml"/></R>"#,
        ),
        ("ppt/slides/slide1.xml", &slide("Last", "one")),
        ("ppt/slides/slide2.xml", &slide("First", "two")),
    ]);

    let of = |number, title: &str, body: &str| {
        [
            Block::Part { part: Part::Slide, number, name: text(title) },
            Block::Line { depth: 1, text: text(body) },
            Block::Paragraph { text: text("plain") },
            Block::Table { rows: rows(&[&["x", "y"]]) },
        ]
    };
    assert_eq!(blocks("a.pptx", &bytes), [of(1, "First", "two"), of(2, "Last", "one")].concat());
}

#[test]
fn a_long_sheet_says_how_many_rows_are_left() {
    let bytes = workbook("", "<s/>", &"<row><c><v>1</v></c></row>".repeat(507));

    match blocks("a.xlsx", &bytes).pop() {
        Some(Block::Table { rows }) => assert_eq!((rows.shown.len(), rows.more), (500, 7)),
        other => assert_eq!(other, None, "a sheet ends with its table"),
    }
}

#[test]
fn documents_made_to_fill_the_memory_are_too_large() {
    let far_cells = "<row><c r=\"AMJ1\"><v>1</v></c></row>".repeat(20_000);
    let same_words = "<row><c t=\"s\"><v>0</v></c></row>".repeat(400);
    let long_words = format!("<si><t>{}</t></si>", "x".repeat(100_000));
    let many_blanks = "<w:p/>".repeat((1 << 20) + 1);
    let one_part = " ".repeat((64 << 20) + 1);

    assert_eq!(show("a.xlsx", &workbook("", "<s/>", &far_cells)), Shown::TooLarge);
    assert_eq!(show("a.xlsx", &workbook(&long_words, "<s/>", &same_words)), Shown::TooLarge);
    assert_eq!(show("a.docx", &word(&many_blanks)), Shown::TooLarge);
    assert_eq!(show("a.docx", &word(&one_part)), Shown::TooLarge);
}

#[test]
fn entities_of_a_document_are_never_followed() {
    let hostile = r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <w:document xmlns:w="w"><w:p><w:r><w:t>1&b;&x;2</w:t></w:r></w:p></w:document>"#;

    assert_eq!(
        blocks("a.docx", &archive(&[("word/document.xml", hostile)])),
        [Block::Paragraph { text: text("12") }]
    );
}

#[test]
fn other_archives_and_damaged_documents_say_why() {
    let other = archive(&[("readme.txt", "hello")]);
    let broken = archive(&[("word/document.xml", "<w:document><w:p></w:document>")]);

    assert_eq!(show("a.zip", &other), Shown::Unreadable { why: Unreadable::Unknown });
    assert_eq!(show("a.docx", &broken), Shown::Unreadable { why: Unreadable::Damaged });
    assert_eq!(show("a.docx", &archive(&[("word/document.xml", "<w:document/>")])), Shown::Empty);
}
