//! What AI named as proof, beside the lines of *done when*, as a person reads it. The agents are scripts.

use halfday_app::Language;
use serde_json::{Value, json};

use crate::desk::{Desk, Outcome};

/// The attempts at an item with these lines, whose agent says this in each turn.
fn attempts(language: Language, lines: &[&str], words: &str) -> Outcome<Vec<Value>> {
    let desk = Desk::new(language)?;
    desk.job("Report\n\n1. Write a page (45 min)\n2. Decide (15 min)\n", None)?;
    desk.ask("edit_item", json!({ "item": "1.1", "doneWhen": lines }))?;
    let turn = json!([
        { "write": { "path": "page.md", "text": "# Sums\n\n**Total:** 32 in all" } },
        { "finish": { "said": words } },
    ]);
    let item = desk.worked(&json!({ "script": { "turns": vec![turn; 3] } }))?;
    Ok(item["attempts"].as_array().ok_or("no attempts")?.clone())
}

fn block(claims: &Value) -> String {
    format!("Done.\n```halfday\n{}\n```", json!({ "confidence": 0.6, "evidence": claims }))
}

/// What is said of each line: `result`, then the evidence.
fn said(attempt: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let checks = attempt["checks"].as_array().into_iter().flatten();
    checks.map(|check| (text(&check["result"]), text(&check["evidence"]["text"]))).collect()
}

#[test]
fn each_line_says_what_was_proved_and_what_nobody_can_tell() -> Outcome {
    let claims = json!([
        { "criterion": "Names the total", "proof": "it stands there", "file": "page.md", "quote": "Total: 32" },
        { "criterion": "Reads well", "proof": "I read it twice", "file": "", "quote": "" },
        { "criterion": "Contains “32”", "proof": "seen", "file": "page.md", "quote": "" },
    ]);
    let lines = ["Names the total", "Reads well", "Suits the house", "contains: 32"];
    let table = [
        (
            Language::En,
            [
                "AI’s evidence is there: page.md says “Total: 32”.",
                "AI’s evidence: cannot tell. It names no words that can be looked up, only: I read it twice",
                "AI’s evidence: cannot tell. It names none.",
            ],
        ),
        (
            Language::ZhHant,
            [
                "AI 的證據屬實：page.md 裡有「Total: 32」。",
                "AI 的證據：無法判斷。它沒有舉出可以查對的文字，只說：I read it twice",
                "AI 的證據：無法判斷。它沒有舉出證據。",
            ],
        ),
        (
            Language::ZhHans,
            [
                "AI 的证据属实：page.md 里有“Total: 32”。",
                "AI 的证据：无法判断。它没有举出可以查对的文字，只说：I read it twice",
                "AI 的证据：无法判断。它没有举出证据。",
            ],
        ),
    ];

    for (language, [proved, in_words, none]) in table {
        let attempts = attempts(language, &lines, &block(&claims))?;

        let person = |evidence: &str| ("for_person".to_owned(), evidence.to_owned());
        let expected = [person(proved), person(in_words), person(none), ("holds".to_owned(), String::new())];
        assert_eq!(said(&attempts[0]), expected, "{language}: where a check has decided, that is enough");
        assert_eq!(attempts[0]["outcome"], "delivered");
    }
    Ok(())
}

#[test]
fn false_evidence_goes_back_twice_and_then_the_attempt_has_failed() -> Outcome {
    let claim =
        json!([{ "criterion": "Names the total", "proof": "p", "file": "page.md", "quote": "Total: 33" }]);

    let attempts = attempts(Language::En, &["Names the total"], &block(&claim))?;

    assert_eq!(attempts.len(), 3, "tried again as after a failing check");
    for attempt in attempts {
        assert_eq!((&attempt["outcome"], &attempt["reason"]), (&json!("failed"), &json!("premature_finish")));
        let evidence = "AI’s evidence is false: page.md does not say “Total: 33”.".to_owned();
        assert_eq!(said(&attempt), [("for_person".to_owned(), evidence)]);
        assert_eq!(attempt["checks"][0]["evidence"]["said"], "false");
    }
    Ok(())
}

#[test]
fn an_agent_that_knows_no_block_delivers_and_each_line_is_the_persons() -> Outcome {
    let attempts = attempts(Language::En, &["Names the total"], "Done.")?;

    assert_eq!(attempts[0]["outcome"], "delivered");
    let none = "AI’s evidence: cannot tell. It names none.".to_owned();
    assert_eq!(said(&attempts[0]), [("for_person".to_owned(), none)]);
    Ok(())
}
