//! What the lines of *done when* say of work that began from files of the person's, and from where a new attempt
//! goes on when the last one got nowhere any more. The agents are scripts.

use std::fs;

use halfday_app::Language;
use serde_json::{Value, json};

use crate::desk::{Desk, Outcome};

/// The item after it was worked in a folder with these files, and the steps of each of its attempts.
fn worked(files: &[(&str, &str)], edit: &Value, script: &Value) -> Outcome<(Value, Vec<Vec<Value>>)> {
    let desk = Desk::new(Language::En)?;
    let persons = desk.folder.path().join("mine");
    fs::create_dir(&persons)?;
    for (name, content) in files {
        fs::write(persons.join(name), content)?;
    }
    desk.job("Report\n\n1. Write a page (45 min)\n2. Decide (15 min)\n", Some(&persons))?;
    desk.ask("edit_item", edit.clone())?;
    let item = desk.worked(&json!({ "script": script }))?;
    let attempts = item["attempts"].as_array().ok_or("no attempts")?;
    let steps = attempts.iter().map(|attempt| desk.steps(attempt)).collect::<Outcome<_>>()?;
    Ok((item, steps))
}

/// How the last attempt's checks came out, as results with their sentences.
fn checks(item: &Value) -> Vec<(String, String)> {
    let last = item["attempts"].as_array().and_then(|all| all.last()).cloned().unwrap_or_default();
    let text = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
    let all = last["checks"].as_array().cloned().unwrap_or_default();
    all.iter().map(|one| (text(one, "result"), text(one, "detail"))).collect()
}

#[test]
fn an_answer_is_held_against_the_persons_schema_though_the_agent_wrote_another() -> Outcome {
    let edit = json!({ "item": "1.1", "doneWhen": ["json: data.json schema: schema.json", "inputs: unchanged"],
        "inputs": ["schema.json"] });
    let script = json!({ "turns": [[
        { "write": { "path": "data.json", "text": "3" } },
        { "write": { "path": "schema.json", "text": "true" } },
    ], [], []] });

    let (item, _) = worked(&[("schema.json", r#"{"type": "array"}"#)], &edit, &script)?;

    let said = |result: &str, detail: &str| (result.to_owned(), detail.to_owned());
    assert_eq!(
        checks(&item),
        [
            said("fails", "data.json is not what schema.json asks for: / (type: \"array\")."),
            said("fails", "These inputs did not come back as they were: schema.json."),
        ]
    );
    Ok(())
}

#[test]
fn inputs_that_were_only_read_are_unchanged() -> Outcome {
    let edit = json!({ "item": "1.1", "doneWhen": ["inputs: unchanged"], "inputs": ["a.csv"] });
    let script = json!({ "turns": [[{ "write": { "path": "page.md", "text": "a page" } }]] });

    let (item, _) = worked(&[("a.csv", "1,2")], &edit, &script)?;

    assert_eq!(checks(&item), [("holds".to_owned(), String::new())]);
    Ok(())
}

#[test]
fn an_attempt_that_gets_nowhere_goes_back_to_where_it_stood_best_and_the_next_goes_on_from_there() -> Outcome
{
    let edit =
        json!({ "item": "1.1", "doneWhen": ["contains: good", "contains: more", "not contains: bad"] });
    let nothing = json!({ "step": { "kind": "command", "about": "make", "went_well": false } });
    let mut repair = vec![json!({ "write": { "path": "page.md", "text": "bad" } })];
    repair.extend(vec![nothing; 12]);
    let script = json!({ "turns": [[{ "write": { "path": "page.md", "text": "good" } }], repair] });

    let (item, attempts) = worked(&[("a.csv", "1,2")], &edit, &script)?;

    let mut first: Vec<(i64, &str)> = vec![];
    for (attempt, steps) in item["attempts"].as_array().ok_or("no attempts")?.iter().zip(&attempts) {
        let mark = steps.iter().find_map(|step| step["mark"].as_str()).unwrap_or_default();
        first.push((attempt["number"].as_i64().unwrap_or_default(), mark));
        assert_eq!(attempt["reason"], "no_progress");
    }
    first.sort_unstable();
    // What the second is to write first is there already: it began with what the first had when it stood best.
    assert_eq!(first, [(1, "checks_up"), (2, "unchanged"), (3, "unchanged")]);
    Ok(())
}
