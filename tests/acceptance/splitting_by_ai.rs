//! An AI splits the job, by way of a chat or as an agent: what it is asked, what its answer becomes, and what is refused.

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

#[test]
fn an_agent_makes_the_draft_and_the_job_and_tells_what_it_used() -> Outcome {
    let world = World::new()?;
    let brief = world.file("brief.txt", BRIEF)?;
    let turns = json!([[{ "say": plan_of("Count the complaints") }, { "use": { "tokens_in": 900, "tokens_out": 100, "cost_nano": 30_000_000 } }]]);
    world.agent("worker", &json!({ "turns": turns }))?;

    let plan = world.json(&["split", &brief, "--with", "worker"])?;
    assert_eq!(plan["items"][0]["title"], "Count the complaints");
    let by = &plan["by"];
    assert_eq!((&by["agent"], &by["taken"], &by["asked"]), (&json!("worker"), &json!(true), &json!(1)));
    assert_eq!((&by["tokens_in"], &by["reported_cost_nano"]), (&json!(900), &json!(30_000_000)));
    assert!(world.json(&["split", &brief])?.get("by").is_none(), "nobody else was asked");

    world.ok(&["agents", "prefer", "worker"])?;
    let run = world.run(&["new", &brief, "--with", "ai"])?;
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.sentence().starts_with("worker is asked"), "{}", run.err);
    assert!(run.err.contains("The list is by worker.") && run.err.contains("cost $0.03"), "{}", run.err);
    let job = world.json(&["show", "1"])?;
    assert_eq!(list(&job["items"])?.len(), 2);
    assert_eq!(job["job"]["title"], "Complaints");
    Ok(())
}

#[test]
fn without_a_plan_of_the_agents_the_programs_own_is_printed_and_the_reason_said() -> Outcome {
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let brief = world.file("brief.txt", BRIEF)?;
        world.agent(
            "worker",
            &json!({ "turns": [[{ "say": "No." }], [{ "say": "No." }], [{ "say": "No." }]] }),
        )?;

        let run = world.run(&["split", &brief, "--with", "worker", "--json"])?;

        assert_eq!(run.code, Some(0), "{}", run.err);
        let plan: Value = serde_json::from_str(&run.out)?;
        assert_eq!((&plan["by"]["taken"], &plan["by"]["reason"]), (&json!(false), &json!("not_a_plan")));
        assert!(!list(&plan["items"])?.is_empty());
        let kept = plan["by"]["answer_kept"].as_str().ok_or("nothing was kept")?;
        assert!(run.err.contains(kept), "it is said where: {}", run.err);
        assert_eq!(std::fs::read_to_string(kept)?.matches("No.").count(), 3);

        let refused = world.run(&["split", &brief, "--with", "ai", "--json"])?;
        let error: Value = serde_json::from_str(&refused.out)?;
        assert_eq!((refused.code, &error["error"]["code"]), (Some(3), &json!("no_agent_to_split")));
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_agent_and_gives_no_plan() -> Outcome {
    use std::io::{BufRead, BufReader};

    let world = World::new()?;
    let brief = world.file("brief.txt", BRIEF)?;
    world.agent("endless", &json!({ "turns": [["hang"]] }))?;
    let mut child = world.command(&["new", &brief, "--with", "endless"]).spawn()?;
    let mut said = BufReader::new(child.stderr.take().ok_or("it has no stderr")?);
    let mut first = String::new();
    said.read_line(&mut first)?;
    assert!(first.starts_with("endless is asked"), "{first}");

    let pid = child.id().to_string();
    std::process::Command::new("kill").args(["-INT", &pid]).status()?;

    let mut rest = String::new();
    std::io::Read::read_to_string(&mut said, &mut rest)?;
    assert_eq!(child.wait()?.code(), Some(1), "{rest}");
    assert!(rest.contains("Stopped; endless gave no plan"), "{rest}");
    assert_eq!(list(&world.json(&["jobs"])?["jobs"])?.len(), 0);
    Ok(())
}
