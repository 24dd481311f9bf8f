//! The brief of a new job from a file: in which encoding it was read is said, and what is unclear is refused.

use std::fs;
use std::path::Path;

use halfday_app::{App, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Writes the files, asks for the brief among them, and gives the view or the code of the refusal.
fn read(files: &[(&str, &[u8])], encoding: Option<&str>) -> Outcome<Result<Value, String>> {
    let folder = TempDir::new()?;
    let place = |name: &str| folder.path().join(name);
    for (name, content) in files {
        fs::write(place(name), content)?;
    }
    let paths: Vec<_> = files.iter().map(|(name, _)| place(name)).collect();
    read_paths(&folder, &json!({ "paths": paths, "encoding": encoding }))
}

fn read_paths(folder: &TempDir, request: &Value) -> Outcome<Result<Value, String>> {
    let app = App::open(Opening {
        data: Some(folder.path().join("data")),
        now: None,
        language: Some(Language::En),
        origin: Origin::Window,
    })?;
    let read = app.dispatch("read_brief", request.clone()).map_err(|error| error.code().to_owned());
    let jobs = app.dispatch("list_jobs", json!({}));
    assert_eq!(jobs?["jobs"], json!([]), "reading stores nothing");
    Ok(read)
}

fn check(content: &[u8], encoding: Option<&str>, expected: (&str, &str, bool)) -> Outcome {
    let view = read(&[("brief.txt", content)], encoding)??;

    assert_eq!(
        (view["text"].as_str(), view["encoding"].as_str(), view["isAssumed"].as_bool()),
        (Some(expected.0), Some(expected.1), Some(expected.2)),
    );
    assert_eq!((view["name"].as_str(), &view["left"]), (Some("brief.txt"), &json!([])));
    Ok(())
}

fn refused(name: &str, content: &[u8], encoding: Option<&str>, code: &str) -> Outcome {
    assert_eq!(read(&[(name, content)], encoding)?, Err(code.to_owned()), "{name}");
    Ok(())
}

#[test]
fn a_text_is_read_in_its_encoding_and_a_guess_is_called_one() -> Outcome {
    let big5 = fs::read(Path::new(FIXTURES).join("tests/fixtures/jobs/zh/travel_big5.zh-Hant.txt"))?;

    check("- 整理\n".as_bytes(), None, ("- 整理\n", "UTF-8", false))?;
    check(b"\xef\xbb\xbf- one\n", None, ("- one\n", "UTF-8", false))?;
    check(b"\xff\xfe-\0 \0a\0", None, ("- a", "UTF-16LE", false))?;
    check(b"\xa4\xa4\xa4\xe5 1", Some("big5"), ("中文 1", "Big5", false))?;
    let view = read(&[("travel.txt", &big5)], None)??;
    assert_eq!((view["encoding"].as_str(), view["isAssumed"].as_bool()), (Some("Big5"), Some(true)));
    Ok(())
}

#[test]
fn what_cannot_be_read_for_sure_is_refused() -> Outcome {
    refused("empty.txt", b"", None, "input_empty")?;
    refused("blank.txt", b" \n", None, "input_blank")?;
    refused("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", None, "input_binary")?;
    refused("unclear.txt", b"\xa4\xa4\xa4\xe5 1", None, "input_encoding_unsure")?;
    refused("wrong.txt", b"\xa4\xa4\xa4\xe5 1", Some("utf-8"), "input_encoding_mismatch")?;
    refused("huge.txt", "- one more line\n".repeat(600_000).as_bytes(), None, "input_too_large")?;
    refused("broken.docx", b"PK\x03\x04 and no more", None, "input_document_damaged")?;
    refused("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "input_document_old_office")?;
    Ok(())
}

#[test]
fn a_file_that_is_not_there_and_a_folder_are_refused_and_no_file_at_all_too() -> Outcome {
    let folder = TempDir::new()?;

    let missing = read_paths(&folder, &json!({ "paths": ["/no/such/brief.txt"], "encoding": null }))?;
    let directory = read_paths(&folder, &json!({ "paths": [folder.path()], "encoding": null }))?;
    let none = read_paths(&folder, &json!({ "paths": [], "encoding": null }))?;

    let codes = [missing, directory, none].map(Result::err);
    assert_eq!(
        codes.map(Option::unwrap_or_default),
        ["input_unreadable", "input_unreadable", "nothing_named"]
    );
    Ok(())
}

#[test]
fn of_several_files_the_first_text_is_the_brief_and_the_others_are_named() -> Outcome {
    let document = fs::read(Path::new(FIXTURES).join("crates/runner/tests/documents/report.docx"))?;
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
    let document = document.as_slice();

    let text =
        read(&[("a.png", picture), ("b.docx", document), ("c.md", b"- one"), ("d.md", b"- two")], None)??;
    let words = read(&[("a.png", picture), ("b.docx", document)], None)??;

    assert_eq!((&text["name"], &text["left"]), (&json!("c.md"), &json!(["a.png", "b.docx", "d.md"])));
    assert_eq!((&words["name"], &words["encoding"]), (&json!("b.docx"), &Value::Null));
    let plain = words["text"].as_str().unwrap_or_default();
    assert!(plain.contains("## 結論") && plain.contains("| 品名 | 單價 |"), "{plain}");
    Ok(())
}
