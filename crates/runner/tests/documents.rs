//! Documents written by other programs (python-docx, openpyxl, python-pptx), read for checks.

use std::fs;
use std::path::Path;

use halfday_domain::check::{CheckResult, CheckSpec};
use halfday_runner::checks::{self, Side};
use halfday_runner::deliverable::Deliverable;
use halfday_runner::show::document_brief;
use insta::assert_snapshot;

fn document(name: &str) -> Deliverable {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name);
    Deliverable::new(name, &fs::read(path).unwrap_or_default())
}

fn text(name: &str) -> String {
    document(name).readable().unwrap_or_default().replace('\t', "⇥")
}

#[test]
fn a_document_is_read_with_its_headings_and_tables() {
    assert_snapshot!(text("report.docx"), @r"
    # 月報 & summary
    # 1. 背景
    請看 軟體 <報告>⇥end
    品名⇥單價
    筆 兩行⇥12
    ## 結論
    第一點
    https://example.org/a
    ");
}

#[test]
fn a_workbook_is_read_sheet_by_sheet() {
    assert_snapshot!(text("table.xlsx"), @r"
    # 報價
    品名⇥單價⇥⇥備註
    筆 & 紙⇥12.5⇥⇥ok
    ⇥⇥TRUE
    # 空
    ");
}

#[test]
fn slides_are_read_in_order() {
    assert_snapshot!(text("slides.pptx"), @r"
    # 十一月回顧
    成長 12%
    下一步
    # Thanks
    ");
}

#[test]
fn the_brief_of_a_job_keeps_the_headings_lists_and_tables_of_a_document() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/report.docx");
    let brief = document_brief(&fs::read(path).unwrap_or_default());

    assert_snapshot!(brief.and_then(Result::ok).unwrap_or_default().replace('\t', "⇥"), @r"
    # 月報 & summary

    # 1. 背景

    請看 軟體 <報告>⇥end

    | 品名 | 單價 |
    | --- | --- |
    | 筆 兩行 | 12 |

    ## 結論

    - 第一點

    https://example.org/a
    ");
    assert_eq!(document_brief("- a text".as_bytes()), None, "what is no document is not read here");
}

#[test]
fn checks_look_into_documents() {
    let check = |line: &str, expected: CheckResult| {
        let outcome = checks::run(&CheckSpec::parse(line), &[document("report.docx")], Side::default());
        assert_eq!(outcome.result, expected, "{line}: {:?}", outcome.detail);
    };
    check("headings: 背景, 結論", CheckResult::Holds);
    check("headings: 附錄", CheckResult::Fails);
    check("contains: 軟體 <報告>", CheckResult::Holds);
    check("not contains: 單價", CheckResult::Fails);
    check("words: 20-60", CheckResult::Holds);
    check("taiwan", CheckResult::Holds);
    check("file: *.docx min 1000", CheckResult::Holds);
}

#[test]
fn slides_are_counted_as_pages() {
    let check =
        |line: &str| checks::run(&CheckSpec::parse(line), &[document("slides.pptx")], Side::default()).result;

    assert_eq!(check("pages: 2"), CheckResult::Holds);
    assert_eq!(check("頁數：3-5"), CheckResult::Fails);
}

#[test]
fn damage_anywhere_is_never_a_panic_and_a_cut_document_is_no_text() {
    for name in ["report.docx", "table.xlsx", "slides.pptx"] {
        let whole = document(name);
        for at in (0..whole.content.len()).step_by(1499) {
            let mut damaged = whole.clone();
            damaged.content[at] ^= 0x5a;
            let _ = damaged.readable();
        }
        let half = whole.content.split_at(whole.content.len() / 2).0;
        assert_eq!(Deliverable::new(name, half).readable(), None, "{name}");
    }
}
