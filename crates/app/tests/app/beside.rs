//! What is seen of the work of AI beside its own word: milestones, and, where the person has switched it
//! on, how it will go and whether the result can be refuted. The agents are scripts.

use halfday_app::Language;
use serde_json::{Value, json};

use crate::desk::{Desk, Outcome};

const LINE: &str = "It names the total";

/// The item as it is after it was worked, and the steps of its first attempt.
fn worked(settings: Value, config: &Value) -> Outcome<(Value, Vec<Value>)> {
    let desk = Desk::new(Language::En)?;
    desk.ask("change_settings", settings)?;
    desk.job(
        "Report\n\n1. Write a page (45 min)\n   - Groups → headings: Groups\n   - Sum → contains: 32\n2. Decide (15 min)\n",
        None,
    )?;
    desk.ask("edit_item", json!({ "item": "1.1", "doneWhen": [LINE] }))?;
    let item = desk.worked(config)?;
    let steps = desk.steps(&item["attempts"][0])?;
    Ok((item, steps))
}

fn writes(content: &str) -> Value {
    json!([
        { "write": { "path": "page.md", "text": content } }, { "use": { "tokens_in": 100 } },
        { "finish": { "said": "It is done.\n\nConfidence: 80 %" } },
    ])
}

/// A second look that answers this to the line and to the whole.
fn replies(answers: &Value) -> Value {
    json!({ "turns": [[
        { "use": { "tokens_in": 20 } },
        { "write": { "path": "reply-to-halfday.md", "text": answers.to_string() } },
    ]] })
}

fn kinds(steps: &[Value]) -> Vec<&str> {
    steps.iter().filter_map(|step| step["kind"].as_str()).collect()
}

#[test]
fn ai_says_beforehand_how_it_will_go_and_a_fresh_session_looks_at_what_came_of_it() -> Outcome {
    let rehearsal = json!({ "turns": [[
        { "use": { "tokens_in": 3 } },
        { "write": { "path": "reply-to-halfday.md", "text": "Plan: add up\nTrouble: a sum\nAsk: nothing\nmore" } },
    ]] });
    let look = replies(&json!([
        { "number": 1, "answer": "yes", "quote": "Totals: 32", "why": "it stands there" },
        { "number": 2, "answer": "yes", "quote": "nowhere to be found", "why": "sure" },
    ]));
    let config = json!({
        "script": { "turns": [writes("Totals:\n32 in all")] }, "rehearsal": rehearsal, "second_look": look,
    });

    let (item, steps) = worked(json!({ "rehearsal": true, "secondLook": true }), &config)?;

    let attempt = &item["attempts"][0];
    assert_eq!((&attempt["outcome"], &attempt["tokensIn"]), (&json!("delivered"), &json!(123)));
    assert_eq!(kinds(&steps), ["rehearsal", "write", "milestone", "finish", "second_look"]);
    assert_eq!(steps[0]["text"], "said beforehand: Plan: add up · Trouble: a sum · Ask: nothing");
    assert_eq!(
        steps[4]["about"], "✓ It names the total · ? The result does what the brief asks for.",
        "a quote that is not there proves nothing"
    );
    let check = &attempt["checks"][0];
    assert_eq!((&check["text"], &check["result"]), (&json!(LINE), &json!("for_person")));
    assert_eq!(check["detail"], "A second AI says yes: “Totals: 32”", "the person still decides");
    Ok(())
}

#[test]
fn what_a_second_look_refutes_goes_back_twice_and_then_the_attempt_has_failed() -> Outcome {
    let no = json!([{ "number": 1, "answer": "no", "quote": "", "why": "no total is named" }]);
    let config = json!({
        "script": { "turns": [writes("one"), writes("{message}"), writes("three")] },
        "second_look": replies(&no),
    });

    let (item, steps) = worked(json!({ "secondLook": true }), &config)?;

    let attempts = item["attempts"].as_array().ok_or("no attempts")?;
    assert_eq!(attempts.len(), 3, "tried again as after a failing check");
    assert_eq!(attempts[0]["reason"], "judge_rejected");
    let looks = kinds(&steps).into_iter().filter(|kind| *kind == "second_look").count();
    assert_eq!(looks, 3, "the result and each repair of it");
    assert_eq!(attempts[0]["tokensIn"], 3 * 120);
    assert_eq!(attempts[0]["checks"][0]["detail"], "A second AI says no: no total is named");
    Ok(())
}

#[test]
fn nothing_is_asked_beside_the_work_before_it_is_switched_on() -> Outcome {
    let config = json!({ "script": { "turns": [writes("Totals: 32")] } });

    let (item, steps) = worked(json!({}), &config)?;

    assert_eq!(kinds(&steps), ["write", "milestone", "finish"]);
    assert_eq!(item["attempts"][0]["tokensIn"], 100);
    assert_eq!(item["attempts"][0]["checks"][0]["detail"], "");
    Ok(())
}

#[test]
fn milestones_are_seen_with_the_step_that_reached_them_and_a_step_back_costs() -> Outcome {
    let mut script = vec![json!({ "step": { "kind": "read", "about": "notes.md" } })];
    for text in ["# Groups", "# Groups\n\n32", "nothing left", "# Groups\n\n32\n\nmore"] {
        script.push(json!({ "write": { "path": "page.md", "text": text } }));
        // More reports than wait for a listener: the step was looked at before the next one is made.
        script.extend(vec![json!({ "use": { "tokens_in": 100 } }); 80]);
    }
    script.push(json!({ "finish": { "said": "Done." } }));

    let (_, steps) = worked(json!({}), &json!({ "script": { "turns": [script] } }))?;

    let seen: Vec<(&str, &str)> = steps
        .iter()
        .map(|step| (step["about"].as_str().unwrap_or_default(), step["mark"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        seen,
        [
            ("notes.md", "new"),
            ("page.md", "checks_up"),
            ("Groups", ""),
            ("page.md", "checks_up"),
            ("Sum", ""),
            ("page.md", "checks_down"),
            ("page.md", "checks_up"),
            ("Groups", ""),
            ("Sum", ""),
            ("Done.", ""),
        ]
    );
    Ok(())
}
