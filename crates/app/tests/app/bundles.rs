//! One answer to several items: what was asked of each of them is checked on it.

use halfday_app::{App, Language, Opening, Origin};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Items with these lines of *done when* go as one; the answer is pasted. Gives each check and what it said.
fn check(items: &[(&str, &[&str])], answer: &str, expected: &[(&str, &str)]) -> Outcome {
    let folder = TempDir::new()?;
    let app = App::open(Opening {
        data: Some(folder.path().to_owned()),
        now: None,
        language: Some(Language::En),
        origin: Origin::Window,
    })?;
    let titles = items.iter().map(|(title, _)| *title).chain(["Decide which one", "Ring the caretaker"]);
    let text = titles.map(|title| format!("- {title}")).collect::<Vec<_>>().join("\n");
    let job = json!({ "text": text, "items": null, "title": "Letters", "hours": null, "workspace": null });
    app.dispatch("create_job", job)?;
    let mut names = vec![];
    for (number, (_, lines)) in (1..).zip(items) {
        let item = format!("1.{number}");
        app.dispatch("edit_item", json!({ "item": item, "doneWhen": lines }))?;
        names.push(item);
    }
    let as_one = json!({ "items": names, "agent": null, "guess": null, "minutes": null });
    let board = app.dispatch("assign_as_one", as_one)?;
    let cards = board["ai"]["cards"].as_array().ok_or("a lane has cards")?;
    let bundle = cards.iter().find(|card| card["scope"] == "bundle").ok_or("a bundle")?["ref"].clone();

    let brief = app.dispatch("copy_brief", json!({ "items": [bundle] }))?;
    let brief = brief["text"].as_str().unwrap_or_default();
    let line = brief.lines().find(|line| line.starts_with("halfday:")).ok_or("a brief has a line")?;
    let text = format!("{line}\n\n{answer}");
    let request = json!({ "text": text, "item": null, "files": [], "rounds": 1, "minutes": null, "unmarked": "refuse" });
    let pasted = app.dispatch("paste_answer", request)?;

    let checks = pasted["items"][0]["attempt"]["checks"].as_array().cloned().unwrap_or_default();
    let said: Vec<(&str, &str)> =
        checks.iter().map(|check| (word(check, "text"), word(check, "result"))).collect();
    assert_eq!(said, expected);
    Ok(())
}

fn word<'a>(check: &'a Value, name: &str) -> &'a str {
    check[name].as_str().unwrap_or_default()
}

fn file(name: &str, content: &str) -> String {
    format!("```markdown path={name}\n{content}\n```\n")
}

#[test]
fn each_item_of_a_bundle_is_checked_on_its_own_file() -> Outcome {
    check(
        &[
            ("Sort the letters -> list.md", &["contains: Mei", "words: 1-3", "not contains: Tom"]),
            ("Write a page -> page.md", &["contains: Tom", "words: 1-3"]),
        ],
        &[file("list.md", "Mei"), file("page.md", "Tom, and then some more words")].concat(),
        &[
            ("Sort the letters: contains: Mei", "holds"),
            ("Sort the letters: words: 1-3", "holds"),
            ("Sort the letters: not contains: Tom", "holds"),
            ("Write a page: contains: Tom", "holds"),
            ("Write a page: words: 1-3", "fails"),
        ],
    )
}

#[test]
fn on_one_text_for_several_items_only_what_follows_from_the_whole_is_said() -> Outcome {
    check(
        &[
            ("Sort the letters", &["contains: Mei", "words: 1-300", "not contains: secret"]),
            ("Write a page", &["contains: nobody", "not contains: nothing", "it reads well"]),
        ],
        "Mei and the secret\n",
        &[
            ("Sort the letters: contains: Mei", "holds"),
            ("Sort the letters: words: 1-300", "cannot_tell"),
            ("Sort the letters: not contains: secret", "cannot_tell"),
            ("Write a page: contains: nobody", "fails"),
            ("Write a page: not contains: nothing", "holds"),
            ("Write a page: it reads well", "for_person"),
        ],
    )
}

#[test]
fn a_file_that_a_line_names_is_looked_for_in_everything_that_came() -> Outcome {
    check(
        &[
            ("Sort the letters -> list.md", &["file: page.md"]),
            ("Write a page -> page.md", &["file: missing.md"]),
        ],
        &[file("list.md", "Mei"), file("page.md", "Tom")].concat(),
        &[("Sort the letters: file: page.md", "holds"), ("Write a page: file: missing.md", "fails")],
    )
}

#[test]
fn commands_that_are_on_for_every_covered_item_are_on_for_the_whole_and_for_one_alone_they_are_not() -> Outcome
{
    for (switched, expected) in [(&["1.1", "1.2"][..], true), (&["1.1"], false)] {
        let folder = TempDir::new()?;
        let app = App::open(Opening {
            data: Some(folder.path().to_owned()),
            now: None,
            language: Some(Language::En),
            origin: Origin::Window,
        })?;
        let job = json!({ "text": "- Sort\n- Count\n- Decide", "items": null, "title": "Letters", "hours": null, "workspace": null });
        app.dispatch("create_job", job)?;
        for item in switched {
            match app.dispatch("edit_item", json!({ "item": item, "commands": true })) {
                // Where nothing keeps commands in the copy, they cannot be switched on at all.
                Err(error) if error.code() == "no_sandbox" => return Ok(()),
                edited => edited?,
            };
        }

        let as_one = json!({ "items": ["1.1", "1.2"], "agent": null, "guess": null, "minutes": null });
        let board = app.dispatch("assign_as_one", as_one)?;

        let cards = board["ai"]["cards"].as_array().ok_or("a lane has cards")?;
        let bundle = cards.iter().find(|card| card["scope"] == "bundle").ok_or("a bundle")?;
        let shown = app.dispatch("show_item", json!({ "item": bundle["ref"] }))?;
        assert_eq!(shown["commands"], expected, "{switched:?}");
    }
    Ok(())
}
