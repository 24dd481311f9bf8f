//! An AI splits the job, by way of a chat: what it is asked, what its answer becomes, and what is refused.

use serde_json::{Value, json};

use crate::world::{LANGUAGES, Outcome, World, list};

const BRIEF: &str = "Nora, please count the complaints and draw a table of them.\n";

/// A plan of two items, the second of which needs the first.
fn plan_of(title: &str) -> String {
    let item = |id: u32, title: &str, needs: Value| {
        json!({
            "id": id, "title": title, "instructions": "", "done_when": ["It adds up"], "milestones": [],
            "estimate_minutes": 30, "confidence": 0.6, "depends_on": needs, "suggested": "ai",
            "why": "checkable_text", "inputs": [], "outputs": [], "risk": "none", "kind": "analyse",
            "quotes": ["please count the complaints"]
        })
    };
    let plan = json!({
        "version": 1, "title": "Complaints", "goal": "", "assumptions": [], "questions": [],
        "items": [item(1, title, json!([])), item(2, "Draw a table", json!([1]))]
    });
    format!("Of course! Here it is:\n\n```json\n{plan:#}\n```\n")
}

#[test]
fn names_stay_behind_the_veil_in_the_question_and_come_back_with_the_answer() -> Outcome {
    let world = World::new()?;
    world.ok(&["settings", "names", "add", "Nora"])?;
    let brief = world.file("brief.txt", BRIEF)?;

    let question = world.ok(&["split", &brief, "--ask"])?.out;
    assert!(question.contains("count the complaints") && !question.contains("Nora"), "{question}");
    let stand_in = "Person 1";
    assert!(question.contains(stand_in), "{question}");

    let answer = world.file("answer.md", plan_of(&format!("Count {stand_in}'s complaints")))?;
    let plan = world.json(&["split", &brief, "--answer", &answer])?;
    assert_eq!(plan["items"][0]["title"], "Count Nora's complaints");
    assert_eq!(plan["items"][1]["depends_on"], json!(["1"]));
    assert_eq!(plan["items"][0]["source_spans"], json!([[6, 33]]));

    let job = world.json(&["new", &brief, "--answer", &answer])?;
    assert_eq!(list(&job["items"])?.len(), 2);
    assert_eq!(job["items"][0]["title"], "Count Nora's complaints");
    Ok(())
}

#[test]
fn an_answer_that_is_no_plan_is_refused_with_its_faults_and_nothing_is_stored() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let brief = world.file("brief.txt", BRIEF)?;
        let answer = world
            .file("answer.md", plan_of("").replace("\"estimate_minutes\": 30", "\"estimate_minutes\": 0"))?;

        let run = world.run(&["new", &brief, "--answer", &answer, "--json"])?;

        assert_eq!(run.code, Some(1));
        let error: Value = serde_json::from_str(&run.out)?;
        assert_eq!(error["error"]["code"], "input_not_a_plan");
        assert!(error["error"]["message"].to_string().contains("/items/0/title"), "{error}");
        assert!(error["error"]["message"].to_string().contains("/items/1/estimate_minutes"), "{error}");
        assert_eq!(list(&world.json(&["jobs"])?["jobs"])?.len(), 0);
    }
    Ok(())
}
