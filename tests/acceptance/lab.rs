//! The laboratory on run files, and one's own horizon: numbers as published, faults named by line and column.

use std::path::Path;

use serde_json::{Value, json};

use crate::world::{LANGUAGES, Outcome, World, list, text};

fn runs() -> String {
    text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/metr/metr_runs_2025-02.csv.gz"))
}

fn expected() -> Outcome<Value> {
    Ok(serde_json::from_str(include_str!("../fixtures/metr/expected.json"))?)
}

fn near(found: &Value, wanted: &Value, relative: f64) -> bool {
    match (found.as_f64(), wanted.as_f64()) {
        (Some(found), Some(wanted)) => (found - wanted).abs() <= relative * wanted.abs(),
        _ => false,
    }
}

#[test]
fn packed_runs_have_the_horizons_that_were_published() -> Outcome {
    let world = World::new()?;
    let expected = expected()?;

    let document = world.json(&["lab", "horizon", &runs()])?;

    assert_eq!(document["version"], 1);
    let agents = list(&document["agents"])?;
    assert_eq!(agents.len(), 3);
    for agent in agents {
        let name = agent["agent"].as_str().unwrap_or_default();
        let printed = &expected["runs_2025_02"][name]["metr_code_52d6b56_lbfgs_reg1e_5"];
        if agent["status"] == "all_failed" {
            assert_eq!((&agent["p50_minutes"], &agent["p50_ci"]), (&json!(0.0), &Value::Null));
            continue;
        }
        assert!(near(&agent["p50_minutes"], &printed["p50"], 3e-4), "{agent} {printed}");
        let ends = list(&agent["p50_ci"])?;
        assert!(ends[0].as_f64() < agent["p50_minutes"].as_f64());
        assert!(ends[1].as_f64() > agent["p50_minutes"].as_f64());
        assert_eq!(agent["bootstrap_used"], 1000);
    }
    let data: Vec<String> = std::fs::read_dir(world.data())
        .map(|files| files.flatten().map(|file| text(&file.path())).collect())
        .unwrap_or_default();
    assert_eq!(data, Vec::<String>::new(), "no data folder is touched");
    Ok(())
}

#[test]
fn plain_runs_and_counts_of_tasks_say_the_same() -> Outcome {
    let world = World::new()?;
    let head = "agent,task_id,family,human_minutes";
    let of_runs = "a,t1,f,5,1\na,t1,f,5,1\na,t1,f,5,0\na,t2,f,60,0\na,t2,f,60,1\na,t3,g,240,0\n";
    let runs = world.file("runs.csv", format!("{head},score_binarized\n{of_runs}"))?;
    let of_tasks = "a,t1,f,5,3,2,x\na,t2,f,60,2,1,y\na,t3,g,240,1,0,z\n";
    let tasks = world.file("tasks.csv", format!("{head},n_runs,n_successes,note\n{of_tasks}"))?;

    let horizon = |file: &str| {
        world.json(&["lab", "horizon", file, "--method", "bayes", "--bootstrap", "50", "--seed", "3"])
    };

    let document = horizon(&runs)?;
    assert_eq!(document, horizon(&tasks)?);
    assert_eq!(list(&document["agents"][0]["h50"])?.len(), 3);
    assert_eq!(document["agents"][0]["gate"]["ok"], false, "six runs are too few");
    Ok(())
}

#[test]
fn published_horizons_have_their_doubling_time() -> Outcome {
    let world = World::new()?;
    let expected = expected()?;
    let all = &expected["doubling"]["TH1.0 (benchmark_results_1_0.yaml, 33 agents)"];
    let row = |agent: &Value| {
        format!("{},{},{}\n", agent["key"], agent["release_date"], agent["p50"]).replace('"', "")
    };
    let rows: String = list(&all["agents"])?.iter().map(row).collect();
    let file = world.file("horizons.csv", format!("agent,release_date,p50_minutes\n{rows}"))?;

    let ever = world.json(&["lab", "doubling", &file, "--sota"])?;
    let lately = world.json(&["lab", "doubling", &file, "--sota", "--since", "2023-01-01"])?;

    assert!(near(&ever["doubling_days"], &all["exact"]["all_time_days"], 5e-6), "{ever}");
    assert!(near(&lately["doubling_days"], &all["exact"]["from_2023_days"], 5e-6), "{lately}");
    assert_eq!(json!([ever["n"], lately["n"]]), all["exact"]["n"]);
    Ok(())
}

#[test]
fn repeated_items_say_how_many_of_k_come_right() -> Outcome {
    let world = World::new()?;
    let file = world.file("repeated.csv", "item,n,c\na,4,4\nb,4,3\nc,5,2\nd,8,8\ne,2,2\nf,1,1\ng,4,0\n")?;

    let document = world.json(&["lab", "reliability", &file])?;

    assert!(near(&document["k"][1]["pass_hat_k"], &json!(0.6), 1e-12), "{document}");
    assert_eq!(document["k"][1]["items_used"], 6);
    Ok(())
}

/// A file that cannot be used: its code, and what the sentence has to name.
fn refused(what: &[&str], bytes: &[u8], code: &str, names: &[&str]) -> Outcome {
    let mut sentences = vec![];
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let file = world.file("given.csv", bytes)?;
        let args = [what, &[&file]].concat();

        let run = world.run(&args)?;

        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{}", run.err);
        assert!(names.iter().all(|name| run.sentence().contains(name)), "{names:?}: {}", run.err);
        assert!(!run.err.contains("{$") && !run.err.contains("error-"), "finished words: {}", run.err);
        let document: Value = serde_json::from_str(&world.run(&[&args[..], &["--json"]].concat())?.out)?;
        assert_eq!(document["error"]["code"], code);
        sentences.push(run.sentence().to_owned());
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 3, "one sentence for each language: {sentences:?}");
    Ok(())
}

#[test]
fn a_cell_that_cannot_be_used_is_named_by_line_and_column() -> Outcome {
    let head = "agent,task_id,family,human_minutes,score_binarized\na,t,f,5,1\n";
    for (row, column) in
        [("a,t,f,0,1", "human_minutes"), ("a,t,f,5,0.5", "score_binarized"), (",t,f,5,1", "agent")]
    {
        let file = format!("{head}{row}\n");
        refused(&["lab", "horizon"], file.as_bytes(), "input_cell_unusable", &["3", column])?;
    }
    refused(&["lab", "reliability"], b"item,n,c\na,2,3\n", "input_cell_unusable", &["2", "c", "3"])?;
    let day = b"agent,release_date,p50_minutes\na,soon,5\n";
    refused(&["lab", "doubling"], day, "input_cell_unusable", &["2", "release_date", "soon"])
}

#[test]
fn a_file_of_another_shape_is_refused_in_a_sentence() -> Outcome {
    refused(&["lab", "reliability"], b"item,n\na,2\n", "input_column_missing", &["c"])?;
    refused(&["lab", "reliability"], b"item,n,c\na,2\n", "input_row_uneven", &["2"])?;
    refused(&["lab", "reliability"], b"item,n,c\n", "input_runs_empty", &[])?;
    refused(&["lab", "reliability"], b"", "input_runs_empty", &[])?;
    refused(&["lab", "reliability"], b"item,n,c\n\xff\xfe,2,1\n", "input_runs_not_text", &["2"])?;
    refused(&["lab", "horizon"], b"\x1f\x8b\x08\x00\x00", "input_gzip_damaged", &[])
}

#[test]
fn ones_own_horizon_says_what_is_missing_and_then_a_range() -> Outcome {
    let head = "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,\
review_minutes,brief_minutes,own_minutes,cost_usd,template\n";
    let row = |item: u32| {
        let minutes = [5, 10, 15, 30, 60, 120, 180, 240][item as usize % 8];
        let right = minutes <= 15 || (minutes <= 60 && item.is_multiple_of(3));
        let verdict = if right { "accepted" } else { "rejected:invented" };
        format!("2026-11-17,Job {item},Item {item},write,chat,{minutes},{verdict},1,,2,1,,,\n")
    };
    for language in LANGUAGES {
        let world = World::speaking(language)?;
        let empty = world.json(&["stats", "horizon"])?;
        let rows: String = (0..48).map(row).collect();
        let file = world.file("history.csv", format!("{head}{rows}"))?;
        world.wait_minutes(7 * 24 * 60);
        world.ok(&["import", "--as", "history", &file])?;

        let document = world.json(&["stats", "horizon"])?;
        let page = world.ok(&["stats", "horizon"])?.out;

        assert_eq!((&empty["chosen"]["n"], &empty["chosen"]["h50"]), (&json!(0), &Value::Null));
        let chosen = &document["chosen"];
        assert_eq!((&chosen["n"], &chosen["reading"]["is"]), (&json!(48), &json!("within")), "{chosen}");
        let ends = ["low", "mid", "high"].map(|name| chosen["h50"][name].as_f64().unwrap_or_default());
        assert!(0.0 < ends[0] && ends[0] < ends[1] && ends[1] < ends[2], "{ends:?}");
        assert_eq!((&document["drawn"], &document["trend"]["per_year"]), (&Value::Null, &Value::Null));
        assert!(page.contains("90%") && !page.contains("NaN"), "{page}");
        let other = world.json(&["stats", "horizon", "--agent", "nobody"])?;
        assert_eq!(other["chosen"]["n"], 0);
    }
    Ok(())
}

#[test]
fn work_done_again_is_counted_over_trials() -> Outcome {
    let world = World::new()?;

    let document = world.json(&["stats", "reliability"])?;
    let page = world.ok(&["stats", "reliability"])?.out;

    assert_eq!((&document["k"], &document["items"]), (&json!([]), &json!([])));
    let needed: Vec<&Value> = list(&document["streaks"])?.iter().map(|one| &one["needed"]).collect();
    assert_eq!(needed, [14, 29, 59], "clean in a row for 80, 90 and 95 %");
    assert!(page.contains("14") && page.contains("59"), "{page}");
    Ok(())
}
