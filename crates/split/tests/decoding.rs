//! Bytes in every encoding people send, and what is refused.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests may stop the test")]

use encoding_rs::{BIG5, GB18030, WINDOWS_1252};
use halfday_split::{Error, decode};

const HANT: &str = "週四的會議需要一份報告：請整理六份訪談筆記，列出三個主題，並寫一頁結論。\r\n謝謝";
const HANS: &str = "周四的会议需要一份报告：请整理六份访谈笔记，列出三个主题，并写一页结论。\r\n谢谢";

fn check(bytes: &[u8], text: &str, encoding: &str, assumed: bool) {
    let decoded = decode(bytes, None).unwrap_or_else(|error| panic!("{encoding}: {error}"));

    assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.assumed), (text, encoding, assumed));
}

fn refused(bytes: &[u8], declared: Option<&str>, code: &str) {
    let error = decode(bytes, declared).expect_err(code);

    assert_eq!(error.code(), code);
}

fn utf16(text: &str, mark: bool, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes_of).collect()
}

#[test]
fn what_is_declared_by_a_mark_or_by_valid_utf_8_is_not_assumed() {
    check(HANT.as_bytes(), HANT, "UTF-8", false);
    check(format!("\u{feff}{HANT}").as_bytes(), HANT, "UTF-8", false);
    check(&utf16(HANT, true, u16::to_le_bytes), HANT, "UTF-16LE", false);
    check(&utf16(HANS, true, u16::to_be_bytes), HANS, "UTF-16BE", false);
}

#[test]
fn utf_16_without_a_mark_is_read_when_it_is_clear() {
    let english = "Write the report\r\nSend it to the board\r\n";

    check(&utf16(english, false, u16::to_le_bytes), english, "UTF-16LE", true);
    check(&utf16(english, false, u16::to_be_bytes), english, "UTF-16BE", true);
    check(&utf16(HANT, false, u16::to_le_bytes), HANT, "UTF-16LE", true);
}

#[test]
fn chinese_of_taiwan_and_of_the_mainland_is_recognised() {
    check(&BIG5.encode(HANT).0, HANT, "Big5", true);
    check(&GB18030.encode(HANS).0, HANS, "gb18030", true);
    check(
        &GB18030.encode("1. 写周报\n2. 核对本月销售数字，附上图表\n").0,
        "1. 写周报\n2. 核对本月销售数字，附上图表\n",
        "gb18030",
        true,
    );
}

#[test]
fn curly_quotes_of_an_old_word_processor_are_read() {
    let text =
        "Please revise the client’s draft – “final” version – and résumé by Friday. Keep it under two pages.";

    check(&WINDOWS_1252.encode(text).0, text, "windows-1252", true);
}

#[test]
fn a_declared_encoding_is_obeyed_or_refused() {
    let short = GB18030.encode("报告").0;

    assert_eq!(decode(&short, Some("GBK")).expect("valid").text, "报告");
    assert_eq!(decode(&short, Some("gb2312")).expect("valid").encoding, "gb18030");
    refused(&short, Some("klingon"), "input_encoding_unknown");
    refused(&short, Some("utf-8"), "input_encoding_mismatch");
    refused(b"\xff\xfe\x00\xd8", None, "input_encoding_mismatch");
}

#[test]
fn what_could_be_two_things_is_refused_and_never_guessed() {
    // Two characters of GB 2312 that are also characters of Big5.
    refused(&GB18030.encode("报告").0, None, "input_encoding_unsure");
    refused(&BIG5.encode("週報").0, None, "input_encoding_unsure");
    refused(&[0xe5, 0xa0, 0xb1, 0xe5, 0x91, 0x8a, 0xff, 0x41], None, "input_encoding_unsure");
}

#[test]
fn what_is_no_text_is_refused() {
    refused(b"", None, "input_empty");
    refused(" \r\n\t\u{3000}".as_bytes(), None, "input_blank");
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "input_binary");
    refused(b"PK\x03\x04\x14\0\x08\x08\x08\0", None, "input_binary");
    refused(b"abc\x01\x02\x03def", None, "input_binary");
    refused(&vec![b'a'; halfday_split::MOST_BYTES + 1], None, "input_too_large");
    assert!(
        decode(&[b"a page".repeat(50), vec![0x0c], b"the next".to_vec()].concat(), None).is_ok(),
        "a form feed is text"
    );
}

#[test]
fn every_error_has_its_own_code() {
    let errors = [
        Error::Empty,
        Error::Blank,
        Error::Binary { at: 0 },
        Error::TooLarge { bytes: 1 },
        Error::EncodingUnsure { guess: None },
        Error::EncodingUnknown { name: String::new() },
        Error::EncodingMismatch { encoding: "Big5" },
    ];
    let codes: std::collections::BTreeSet<_> = errors.iter().map(Error::code).collect();

    assert_eq!(codes.len(), errors.len());
}
