//! Checks, each with deliverables that hold, fail or cannot be told.

use halfday_domain::check::{CheckResult, CheckSpec};
use halfday_domain::words::{Language, Words};
use halfday_runner::checks::web::{self, Reach};
use halfday_runner::checks::{self, Side};
use halfday_runner::deliverable::Deliverable;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn files(files: &[(&str, &str)]) -> Vec<Deliverable> {
    files.iter().map(|(path, content)| Deliverable::new(path, content.as_bytes())).collect()
}

/// The line of *done when*, the deliverables, and how the result reads in English.
#[track_caller]
fn check(line: &str, delivered: &[(&str, &str)], expected: &str) {
    let outcome = checks::run(&CheckSpec::parse(line), &files(delivered), Side::default());
    let detail = outcome.detail.as_ref().map(|detail| detail.sentence(Words::of(Language::En)));
    let said = match detail {
        Some(detail) => format!("{}: {detail}", outcome.result),
        None => outcome.result.to_string(),
    };
    assert_eq!(said, expected, "{line}");
    assert_eq!(
        checks::run(&CheckSpec::parse(line), &files(delivered), Side::default()),
        outcome,
        "and again the same"
    );
}

const PNG: &str = "\0png";

#[test]
fn files_are_found_by_name_and_glob() {
    let both: &[(&str, &str)] = &[("out/a.csv", "1,2\n"), ("b.csv", "3\n")];
    check("file: a.csv", both, "holds");
    check("file: out/a.csv", both, "holds");
    check("file: *.csv >= 2", both, "holds");
    check("file: *.csv >= 3", both, "fails: 2 files match *.csv; 3 are needed.");
    check("file: out/*.csv >= 2", both, "fails: One file matches out/*.csv; 2 are needed.");
    check("file: c.csv", both, "fails: c.csv is not among the files.");
    check("file: b.csv min 3", both, "fails: b.csv is too small: 2 of at least 3 bytes.");
    check("file: b.csv", &[("b.csv", "")], "fails: b.csv is too small: 0 of at least 1 bytes.");
    check("file: [.csv", both, "cannot_tell: [.csv is not a pattern of names.");
}

#[test]
fn texts_are_searched_and_documents_are_not_guessed_at() {
    let text: &[(&str, &str)] = &[("a.md", "One\ntwo  three\n報告")];
    check("contains: two three", text, "holds");
    check("contains: four", text, "fails: “four” is not in it.");
    check(
        "contains: four",
        &[("a.md", "x"), ("b.docx", PNG)],
        "cannot_tell: b.docx cannot be read as text here.",
    );
    check("contains: four", &[], "fails: There is no text to check.");
    check("not contains: two", text, "fails: “two” is in a.md, line 2.");
    check("not contains: four", text, "holds");
    check(
        "not contains: four",
        &[("a.md", "x"), ("b.docx", PNG)],
        "cannot_tell: b.docx cannot be read as text here.",
    );
    check("regex: ^tw", text, "holds");
    check("regex: ^wo", text, "fails: Nothing matches ^wo.");
    check("regex: (", text, "cannot_tell: ( is not a pattern that can be used.");
    check("regex: (a{1000}){1000}", text, "cannot_tell: (a{1000}){1000} is not a pattern that can be used.");
    check("The tone is calm", text, "for_person");
}

#[test]
fn json_and_csv_are_parsed() {
    check("json", &[("a.json", "{\"a\": [1, 2]}")], "holds");
    check("json", &[("a.json", "{\"a\":\n [1, 2}")], "fails: a.json is not valid JSON: line 2, column 7.");
    check("json", &[("answer.md", "Here:\n```json\n{}\n```\n")], "holds");
    check("json", &[("answer.md", "Here:\n```yaml\na: 1\n```\n")], "fails: There is no JSON.");
    check("json: b.json", &[("a.json", "{}")], "fails: b.json is not among the files.");
    let table: &[(&str, &str)] = &[("t.csv", "\u{feff}Name, Price\n\"a\nb\",1\nc,2\n\n")];
    check("csv", table, "holds");
    check("csv: columns name, price; rows >= 2", table, "holds");
    check("csv: columns name, tax", table, "fails: t.csv lacks the columns tax.");
    check("csv: rows 3-9", table, "fails: t.csv has 2 rows instead of 3–9.");
    check("csv", &[("t.csv", "a,b\n1,2,3\n")], "fails: t.csv cannot be read as CSV: line 2.");
    check("csv", &[("t.csv", " \n")], "fails: There is no CSV table.");
    check("csv: t.csv", &[("t.csv", PNG)], "cannot_tell: t.csv cannot be read as text here.");
}

#[test]
fn headings_and_lengths_are_counted() {
    let text: &[(&str, &str)] =
        &[("a.md", "# 1. Overview\n\nRisks\n-----\n```\n# Not one\n```\n## **結論**：\n")];
    check("headings: Overview, risks, 結論", text, "holds");
    check("headings: Overview, Not one", text, "fails: These headings are missing: Not one.");
    check("words: 4", &[("a.md", "It's 3,000 — well-known 。")], "fails: It has 3 words instead of 4.");
    check("words: 3", &[("a.md", "It's 3,000 — well-known 。")], "holds");
    check("字數：6", &[("a.md", "請用 AI 寫報告")], "holds");
    check("words: <= 2", &[("a.md", "one two three")], "fails: It has 3 words instead of ≤ 2.");
    check(
        "pages: 2",
        &[("a.md", "one two three")],
        "cannot_tell: How many pages a.md will have cannot be told here.",
    );
    check("pages: 2", &[("a.pdf", "%PDF-1.7 cut")], "cannot_tell: a.pdf cannot be read as text here.");
    check("words: <= 2", &[("a.docx", PNG)], "cannot_tell: a.docx cannot be read as text here.");
}

#[test]
fn local_links_are_followed() {
    let both: &[(&str, &str)] = &[
        ("d/a.md", "[b](../b.md#my-part) [self](#top) ![p](p%201.png)\n# Top"),
        ("b.md", "## My part"),
        ("d/p 1.png", PNG),
    ];
    check("links", both, "holds");
    check(
        "links",
        &[("a.md", "[b](b.md) [c](#none) [up](../x.md) <https://example.org> [m](mailto:a@b.co)")],
        "fails: These links lead nowhere: b.md, #none, ../x.md.",
    );
    check("links: web", &[("a.md", "no links")], "holds");
    check(
        "links: web",
        &[("a.md", "https://example.org")],
        "cannot_tell: Web links have not been checked yet.",
    );
}

#[test]
fn chinese_is_traditional_and_of_taiwan() {
    check("繁體", &[("a.md", "皇后在公里外的台灣，只有一個里長；杯子裡的茶乾了。")], "holds");
    check("繁體", &[("a.md", "这个报告写得很好")], "fails: Simplified characters: 这, 个, 报, 写.");
    check("繁體", &[("a.md", "English only")], "holds");
    check("taiwan", &[("a.md", "請更新軟體、網路與影片，電視頻道照舊，納米比亞的中文檔案也在。")], "holds");
    check(
        "taiwan",
        &[("a.md", "請更新軟件，視頻放在服務器上。")],
        "fails: Not Taiwan usage: 軟件→軟體, 服務器→伺服器, 視頻→影片／視訊.",
    );
    check("台灣用語", &[("a.md", "软件")], "fails: Simplified characters: 软.");
}

/// The result, and the links or the count it names.
async fn ask(text: &str, reach: Reach) -> (CheckResult, String) {
    match web::ask(&files(&[("a.md", text)]), reach).await {
        Ok(outcome) => {
            let args = outcome.detail.map(|detail| detail.args.into_values().collect::<Vec<_>>().concat());
            (outcome.result, args.unwrap_or_default())
        }
        Err(fault) => (CheckResult::ForPerson, fault.to_string()),
    }
}

#[tokio::test]
async fn web_links_are_asked_one_by_one() {
    let server = MockServer::start().await;
    let answer = |status| ResponseTemplate::new(status);
    Mock::given(path("/ok")).respond_with(answer(200)).mount(&server).await;
    Mock::given(method("HEAD")).and(path("/get-only")).respond_with(answer(405)).mount(&server).await;
    Mock::given(method("GET")).and(path("/get-only")).respond_with(answer(200)).mount(&server).await;
    Mock::given(path("/busy")).respond_with(answer(503)).mount(&server).await;
    let moved = |to: &str| ResponseTemplate::new(302).insert_header("location", to);
    Mock::given(path("/moved")).respond_with(moved("/ok")).mount(&server).await;
    Mock::given(path("/away")).respond_with(moved("ftp://example.org/")).mount(&server).await;
    Mock::given(path("/home")).respond_with(moved("http://10.0.0.1/")).mount(&server).await;
    let at = server.uri();

    let good = format!("[a]({at}/ok) {at}/get-only, {at}/moved.");
    assert_eq!(ask(&good, Reach::Loopback).await, (CheckResult::Holds, "3".to_owned()));
    let gone = format!("{at}/ok {at}/gone");
    assert_eq!(ask(&gone, Reach::Loopback).await, (CheckResult::Fails, format!("{at}/gone")));
    for unknown in ["busy", "away", "home"] {
        let link = format!("{at}/{unknown}");
        assert_eq!(ask(&link, Reach::Loopback).await, (CheckResult::CannotTell, link.clone()));
    }
}

#[tokio::test]
async fn a_text_cannot_make_us_ask_the_own_network() {
    let server = MockServer::start().await;
    let port = server.address().port();

    for host in ["127.0.0.1", "localhost", "[::ffff:7f00:1]", "2130706433"] {
        let link = format!("http://{host}:{port}/");
        assert_eq!(ask(&link, Reach::Public).await.0, CheckResult::CannotTell, "{link}");
    }

    assert_eq!(server.received_requests().await.unwrap().len(), 0, "nothing was asked");
}

/// How a check against a schema reads, with these files in the person's folder.
#[expect(clippy::unwrap_used, reason = "a test without its folder proves nothing")]
fn against(line: &str, inputs: &[&str], persons: &[(&str, &str)], delivered: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in persons {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, content).unwrap();
    }
    let inputs: Vec<String> = inputs.iter().map(|input| (*input).to_owned()).collect();
    let side = Side { folder: Some(folder.path()), inputs: &inputs, ..Side::default() };
    let outcome = checks::run(&CheckSpec::parse(line), &files(delivered), side);
    let detail = outcome.detail.map(|detail| detail.sentence(Words::of(Language::En))).unwrap_or_default();
    format!("{}: {detail}", outcome.result)
}

const SCHEMA: &str = r#"{"type": "array", "items": {"type": "object", "required": ["name"],
    "properties": {"price": {"type": "number", "minimum": 0}}}}"#;

#[test]
fn json_is_held_against_the_schema_of_the_person_and_what_breaks_it_is_named() {
    let line = "json: data.json schema: schema.json";
    let persons: &[(&str, &str)] = &[("schema.json", SCHEMA)];
    let good = r#"[{"name": "a", "price": 3}]"#;

    assert_eq!(against(line, &[], persons, &[("data.json", good)]), "holds: ");
    assert_eq!(against("json schema: schema.json", &[], persons, &[("a.md", good)]), "holds: ");
    assert_eq!(
        against(line, &[], persons, &[("data.json", r#"[{"price": -1}]"#)]),
        "fails: data.json is not what schema.json asks for: /0 (required: [\"name\"]), /0/price (minimum: 0)."
    );
    assert_eq!(
        against(line, &[], persons, &[("data.json", "[")]),
        "fails: data.json is not valid JSON: line 1, column 1."
    );
    assert_eq!(against(line, &[], persons, &[]), "fails: data.json is not among the files.");
}

#[test]
fn a_schema_is_found_among_the_inputs_by_its_name() {
    let line = "json: data.json schema: schema.json";
    let persons: &[(&str, &str)] = &[("spec/v2/schema.json", SCHEMA)];
    let delivered: &[(&str, &str)] = &[("data.json", "[]")];

    assert_eq!(against(line, &["spec/v2/schema.json"], persons, delivered), "holds: ");
    assert_eq!(against(line, &["spec/v2/"], persons, delivered), "holds: ");
}

#[test]
fn a_schema_the_agent_wrote_is_no_schema_and_neither_is_one_outside_the_folder() {
    let missing =
        "cannot_tell: The schema schema.json is neither among the item’s inputs nor in the job’s folder.";
    let line = "json: data.json schema: schema.json";

    assert_eq!(against(line, &[], &[], &[("data.json", "1"), ("schema.json", "true")]), missing);
    let outside = against("json: data.json schema: ../schema.json", &[], &[], &[("data.json", "1")]);
    assert!(outside.starts_with("cannot_tell: The schema ../schema.json is neither"), "{outside}");
}

#[test]
fn what_is_no_schema_or_refers_elsewhere_cannot_tell() {
    let line = "json: data.json schema: schema.json";
    let port = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    port.set_nonblocking(true).unwrap();
    let web = format!(r#"{{"$ref": "http://{}/s.json"}}"#, port.local_addr().unwrap());
    let disk = r#"{"$ref": "other.json"}"#;

    for schema in ["{", "3", r#"{"type": "no such type"}"#, &web, disk, r#"{"$ref": "file:///etc/hostname"}"#]
    {
        let persons: &[(&str, &str)] = &[("schema.json", schema), ("other.json", "true")];
        let said = against(line, &[], persons, &[("data.json", "[]")]);
        assert!(said.starts_with("cannot_tell: schema.json is not a JSON Schema"), "{schema}: {said}");
    }
    assert!(port.accept().is_err(), "nobody knocked");
}

#[test]
fn inputs_are_unchanged_when_nothing_of_them_came_back_other_or_is_gone() {
    let said = |inputs: &[&str], changed: &[&str]| {
        let inputs: Vec<String> = inputs.iter().map(|input| (*input).to_owned()).collect();
        let changed: Vec<String> = changed.iter().map(|path| (*path).to_owned()).collect();
        let side = Side { inputs: &inputs, changed: &changed, ..Side::default() };
        let outcome = checks::run(&CheckSpec::InputsUnchanged, &[], side);
        let detail =
            outcome.detail.map(|detail| detail.sentence(Words::of(Language::En))).unwrap_or_default();
        format!("{}: {detail}", outcome.result)
    };

    assert_eq!(said(&["in/a.csv"], &["out.md", "in/b.csv"]), "holds: ");
    assert_eq!(said(&["in"], &["inner.md"]), "holds: ", "a name is not the beginning of another");
    let changed = "fails: These inputs did not come back as they were: in/a.csv.";
    for input in ["in/a.csv", "./in/a.csv", "in/", "in/*.csv", "."] {
        assert_eq!(said(&[input], &["in/a.csv"]), changed, "{input}");
    }
    assert!(said(&[], &["a"]).starts_with("cannot_tell: The item names no inputs"));
}
