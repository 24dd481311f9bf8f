//! PDF, written by hand: what is read of its pages, and that no damage or malice does more than
//! make it unreadable.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use halfday_domain::check::{CheckResult, CheckSpec};
use halfday_runner::checks::{self, Side};
use halfday_runner::deliverable::Deliverable;
use halfday_runner::show::{Block, Part, Shown, Unreadable, show};
use insta::assert_snapshot;

/// A PDF of these objects, the first of them its root.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = vec![];
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    out.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}

fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< /Length {} {entries} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn packed(mut content: impl Read) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(vec![], Compression::fast());
    let _ = std::io::copy(&mut content, &mut encoder);
    encoder.flush().and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Pages with one font of the fourteen that need not be embedded.
fn pages(contents: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        object("<< /Type /Catalog /Pages 2 0 R >>"),
        object(&format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len())),
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(object(&format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> \
             /Contents {} 0 R >>",
            5 + 2 * at
        )));
        objects.push(stream("/Filter /FlateDecode", &packed(content.as_bytes())));
    }
    pdf(&objects)
}

fn report() -> Vec<u8> {
    pages(&[
        "BT /F 24 Tf 72 760 Td (Monthly report) Tj ET \
         BT /F 11 Tf 72 720 Td (The office asked for a short report on the numbers of the last month, with) Tj \
         0 -14 Td (a table and a recommen) Tj (dation.) Tj 0 -30 Td (\\225 first point) Tj 0 -14 Td (\\225 second) Tj ET \
         BT /F 11 Tf 72 600 Td (Item) Tj 200 0 Td (Price) Tj -200 -14 Td (Pens) Tj 200 0 Td (12.50) Tj ET",
        "BT /F 16 Tf 72 760 Td [(R) 20 (esult) -400 (s)] TJ /F 11 Tf 0 -30 Td (All is well.) Tj ET",
    ])
}

fn blocks(bytes: &[u8]) -> Vec<Block> {
    match show("report.pdf", bytes) {
        Shown::Document { blocks, more: 0 } => blocks,
        other => vec![Block::Paragraph { text: format!("{other:?}") }],
    }
}

fn drawn(bytes: &[u8]) -> String {
    let line = |block: &Block| match block {
        Block::Part { part, number, name } => format!("--- {} {number} {name}", part.code()),
        Block::Heading { level, text } => format!("{} {text}", "#".repeat(usize::from(*level))),
        Block::Paragraph { text } => text.replace('\t', "⇥"),
        Block::Line { depth, text } => format!("{}- {text}", "  ".repeat(usize::from(*depth))),
        Block::Table { rows } => format!("{:?}", rows.shown),
    };
    blocks(bytes).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_are_read_with_their_headings_paragraphs_and_points() {
    assert_snapshot!(drawn(&report()), @r"
    --- page 1 
    # Monthly report
    The office asked for a short report on the numbers of the last month, with a table and a recommendation.
    - first point
    - second
    Item⇥Price
    Pens⇥12.50
    --- page 2 
    ## Result s
    All is well.
    ");
}

#[test]
fn chinese_is_read_by_the_map_of_its_font() {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def \
               1 begincodespacerange <0000> <FFFF> endcodespacerange \
               3 beginbfchar <0001> <4EA4> <0002> <8FA6> <0003> <2F49> endbfchar endcmap end end";
    let bytes = pdf(&[
        object("<< /Type /Catalog /Pages 2 0 R >>"),
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>",
        ),
        stream("", b"BT /F 12 Tf 72 760 Td <000100020003> Tj ET"),
        object(
            "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        ),
        object(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        ),
        stream("", map.as_bytes()),
    ]);

    assert_eq!(drawn(&bytes), "--- page 1 \n交辦月", "a radical that looks like 月 is one");
}

#[test]
fn checks_look_into_a_pdf() {
    let report = Deliverable::new("report.pdf", &report());
    let check = |line: &str, expected: CheckResult| {
        let outcome = checks::run(&CheckSpec::parse(line), std::slice::from_ref(&report), Side::default());
        assert_eq!(outcome.result, expected, "{line}: {:?}", outcome.detail);
    };

    check("headings: Monthly report, Result s", CheckResult::Holds);
    check("contains: recommendation", CheckResult::Holds);
    check("words: 20-40", CheckResult::Holds);
    check("words: >= 400", CheckResult::Fails);
    check("not contains: Pens", CheckResult::Fails);
    check("pages: 2", CheckResult::Holds);
    check("pages: >= 3", CheckResult::Fails);
}

#[test]
fn a_pdf_of_pictures_has_no_text() {
    assert_eq!(
        show("scan.pdf", &pages(&["0 0 100 100 re f"])),
        Shown::Unreadable { why: Unreadable::NoText }
    );
}

#[test]
fn a_pdf_made_to_fill_the_memory_is_too_large() {
    let zeros = || std::io::repeat(0).take(300 << 20);
    let bomb = |entries: &str, content: &[u8]| {
        pdf(&[
            object("<< /Type /Catalog /Pages 2 0 R >>"),
            object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"),
            stream(entries, content),
        ])
    };
    let once = packed(zeros());
    let twice = packed(once.as_slice());

    assert_eq!(show("a.pdf", &bomb("/Filter /FlateDecode", &once)), Shown::TooLarge);
    assert_eq!(show("a.pdf", &bomb("/Filter [/FlateDecode /FlateDecode]", &twice)), Shown::TooLarge);
    assert_eq!(show("a.pdf", &bomb("/Filter /LZWDecode", &vec![0x80; 1 << 20])), Shown::TooLarge);
}

/// `file` with this entry in its trailer.
fn with_trailer(file: &[u8], entry: &str) -> Vec<u8> {
    let begin = b"trailer\n<<";
    let at = file.windows(begin.len()).rposition(|window| window == begin).map_or(0, |at| at + begin.len());
    let (head, tail) = file.split_at(at);
    [head, b" ".as_slice(), entry.as_bytes(), tail].concat()
}

#[test]
fn a_protected_pdf_is_refused_before_anything_in_it_is_unpacked() {
    let locked = Shown::Unreadable { why: Unreadable::Locked };
    let encryption = "<< /Filter /Standard /V 1 /R 2 /P -4 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) >>";

    for key in ["/Encrypt", "/Encr#79pt", "/#45#6e#63#72#79#70#74"] {
        assert_eq!(show("a.pdf", &with_trailer(&report(), &format!("{key} {encryption}"))), locked, "{key}");
    }
    let harmless = with_trailer(&report(), "/EncryptionNote (none)");
    assert_eq!(show("a.pdf", &harmless), show("a.pdf", &report()), "another name is no encryption");
}

#[test]
fn forms_that_draw_each_other_for_years_are_given_up() {
    let mut objects = vec![
        object("<< /Type /Catalog /Pages 2 0 R >>"),
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
        ),
        stream("", b"/X Do"),
    ];
    for next in 6..16 {
        let entries = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>"
        );
        objects.push(stream(&entries, &b"/X Do ".repeat(100)));
    }
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 1 1 re f"));

    assert_eq!(show("a.pdf", &pdf(&objects)), Shown::TooLarge, "a hundred to the power of ten is no page");
}

#[test]
fn damage_anywhere_is_never_a_panic() {
    let whole = report();
    for at in (0..whole.len()).step_by(23) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x5a;
        let _ = show("a.pdf", &damaged);
        let _ = show("a.pdf", whole.get(..at).unwrap_or_default());
    }
    assert_eq!(show("a.pdf", b"%PDF-1.7\nnothing more"), Shown::Unreadable { why: Unreadable::Damaged });
}

#[test]
fn a_page_is_counted_even_when_it_is_blank() {
    let blank = pages(&["", "BT /F 11 Tf 72 700 Td (Two) Tj ET"]);
    let page = |number| Block::Part { part: Part::Page, number, name: String::new() };

    assert_eq!(blocks(&blank), [page(1), page(2), Block::Paragraph { text: "Two".to_owned() }]);
}
