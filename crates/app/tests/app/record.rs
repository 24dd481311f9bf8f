//! The record beside the work: what chance offers, what is asked later, coins, benches and blind comparisons. Real
//! files, and scripts for agents.

use std::sync::Arc;

use halfday_app::jiff::ZonedDateTime;
use halfday_app::{App, Language, Opening, Origin, StopWork, Until, WorkOptions};
use serde_json::{Value, json};
use tempfile::TempDir;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

struct Desk {
    folder: TempDir,
    app: App,
}

impl Desk {
    fn at(folder: TempDir, now: Option<&str>) -> Outcome<Self> {
        let now = now.map(str::parse::<ZonedDateTime>).transpose()?;
        let data = Some(folder.path().to_owned());
        let language = Some(Language::En);
        let app = App::open(Opening { data, now, language, origin: Origin::Terminal })?;
        Ok(Self { folder, app })
    }

    fn open() -> Outcome<Self> {
        Self::at(TempDir::new()?, None)
    }

    /// The same data at another time.
    fn later(self, now: &str) -> Outcome<Self> {
        let Self { folder, app } = self;
        app.close();
        Self::at(folder, Some(now))
    }

    fn ask(&self, name: &str, request: Value) -> Outcome<Value> {
        Ok(self.app.dispatch(name, request)?)
    }

    fn refused(&self, name: &str, request: Value) -> Outcome<String> {
        match self.app.dispatch(name, request) {
            Ok(_) => Err("it was not refused".into()),
            Err(error) => Ok(error.code().to_owned()),
        }
    }

    fn job(&self, text: &str) -> Outcome<Value> {
        let job = json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": null });
        self.ask("create_job", job)
    }

    fn agent(&self, name: &str, text: &str, preferred: bool) -> Outcome {
        let turn = json!([
            { "write": { "path": "page.md", "text": text } }, { "use": { "tokens_in": 100 } },
            { "finish": { "said": "It is done.\n\nConfidence: 80 %" } },
        ]);
        let agent = json!({
            "name": name, "way": "scripted", "family": null, "model": null,
            "config": { "script": { "turns": [turn, turn, turn] } }, "preferred": preferred,
        });
        self.ask("add_agent", agent)?;
        Ok(())
    }

    fn work(&self) -> Outcome {
        let until = Until::NothingLeft { waits_for_person_ms: 0 };
        let options = WorkOptions { until, ..WorkOptions::default() };
        self.app.work_queue(&options, &StopWork::default(), Arc::new(|_| {}))?;
        Ok(())
    }

    fn done(&self, item: &str, minutes: u32) -> Outcome {
        self.ask("finish_item", json!({ "item": item, "minutes": minutes, "felt": null }))?;
        Ok(())
    }
}

/// A list of so many own items.
fn items(count: usize) -> String {
    let lines = (1..=count).map(|number| format!("{number}. Write part {number} (30 min)\n"));
    format!("Report\n\n{}", lines.collect::<Vec<_>>().concat())
}

fn list<'a>(view: &'a Value, key: &str) -> Outcome<&'a Vec<Value>> {
    view[key].as_array().ok_or_else(|| format!("no list {key}").into())
}

#[test]
fn chance_offers_at_most_two_items_a_week_and_never_the_same_one_twice() -> Outcome {
    let desk = Desk::open()?;
    desk.job(&items(40))?;
    let nobody = desk.ask("invitations", json!({}))?;
    desk.agent("helper", "text", true)?;

    let first = desk.ask("invitations", json!({}))?;
    let again = desk.ask("invitations", json!({}))?;

    assert!(list(&nobody, "open")?.is_empty(), "the clipboard cannot work beside anybody");
    assert_eq!(list(&first, "open")?.len(), 2, "of forty, of which four a week are expected");
    assert_eq!(first, again, "what chance said stands");
    Ok(())
}

#[test]
fn a_taken_offer_is_tried_sealed_and_judged_once_the_person_is_done() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("helper", "text", true)?;
    desk.job(&items(40))?;
    let offered = desk.ask("invitations", json!({}))?;
    let item = list(&offered, "open")?[0]["card"]["ref"].clone();
    let other = list(&offered, "open")?[1]["card"]["ref"].clone();
    let answer = |item: &Value, answer: &str| json!({ "item": item, "answer": answer, "agent": null });

    desk.ask("answer_invitation", answer(&other, "refused"))?;
    desk.ask("answer_invitation", answer(&item, "taken"))?;
    desk.work()?;
    let sealed = desk.ask("item_attempts", json!({ "item": item }))?;
    let before = desk.ask("invitations", json!({}))?;
    desk.done(item.as_str().ok_or("no name")?, 25)?;
    let after = desk.ask("invitations", json!({}))?;
    let waiting = &list(&after, "toJudge")?[0];
    let judged = desk
        .ask("judge_tried", json!({ "attempt": waiting["attempt"], "used": "afterFix", "reason": null }))?;
    let could = desk.ask("could", json!({ "weeks": null }))?;

    assert_eq!((&sealed["sealed"], list(&before, "toJudge")?.len()), (&json!(1), 0));
    assert_eq!(waiting["card"]["ref"], item);
    assert_eq!(judged["shadow"][0]["verdict"], "accepted_after_rework");
    assert_eq!(judged["card"]["look"], "done", "the item stays the person's");
    let facts = &could["facts"]["could"];
    assert_eq!((&facts["drawn"]["after_fix"], &facts["drawn"]["of"]), (&json!(1), &json!(1)));
    assert_eq!((&facts["could"], &facts["needs_drawn"]), (&Value::Null, &json!(4)));
    assert_eq!(facts["drawn"]["minutes"], json!(30.0), "the other was not done and says nothing");
    assert_eq!(desk.refused("answer_invitation", answer(&other, "taken"))?, "not_drawn");

    desk.ask("undo", json!({}))?;
    let undone = desk.ask("invitations", json!({}))?;
    assert_eq!(list(&undone, "toJudge")?.len(), 1, "the word is taken back");
    Ok(())
}

#[test]
fn a_sealed_attempt_and_one_of_the_work_cannot_be_judged_here() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("helper", "text", true)?;
    desk.job(&items(2))?;
    desk.ask("shadow_item", json!({ "item": "1.1", "agent": null }))?;
    desk.work()?;
    let could = desk.ask("could", json!({ "weeks": null }))?;
    desk.done("1.1", 20)?;
    let attempt = desk.ask("item_attempts", json!({ "item": "1.1" }))?["shadow"][0]["id"].clone();
    desk.ask("reopen_item", json!({ "item": "1.1" }))?;

    let judge = json!({ "attempt": attempt, "used": "asIs", "reason": null });

    assert_eq!(desk.refused("judge_tried", judge)?, "not_judged_here");
    assert_eq!(could["facts"]["could"]["drawn"]["of"], 0, "nobody drew it");
    Ok(())
}

#[test]
fn a_coin_is_flipped_once_for_an_item_and_what_it_said_can_be_undone() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("helper", "text", true)?;
    desk.job(&items(12))?;
    let all: Vec<String> = (1..=12).map(|number| format!("1.{number}")).collect();

    let view = desk.ask("leave_to_chance", json!({ "items": all, "agent": null }))?;

    let flips = list(&view, "flips")?;
    let handed_over: Vec<&Value> = flips.iter().filter(|flip| flip["arm"] == "hand_over").collect();
    let mut queued = 0;
    for item in &all {
        let status = desk.ask("show_item", json!({ "item": item }))?["card"]["status"].clone();
        queued += usize::from(status == "queued");
    }
    assert_eq!((flips.len(), queued), (12, handed_over.len()));
    let kept = flips.iter().find(|flip| flip["arm"] == "keep").ok_or("all were handed over")?;
    let once_more = json!({ "items": [kept["item"]], "agent": null });
    assert_eq!(desk.refused("leave_to_chance", once_more)?, "flipped_already", "not until it pleases");
    desk.ask("undo", json!({}))?;
    let again = desk.ask("leave_to_chance", json!({ "items": all, "agent": null }))?;
    assert_eq!(list(&again, "flips")?.len(), 12);
    let facts = desk.ask("experiments", json!({ "weeks": null }))?;
    assert_eq!(facts["facts"]["coin_flips"]["open"], 12, "the flips taken back do not count");
    Ok(())
}

#[test]
fn a_bench_runs_in_copies_and_leaves_the_item_as_it_is() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("old", "Totals", true)?;
    desk.agent("new", "Totals: 32", false)?;
    desk.job("Report\n\n1. Write a page (45 min)\n   - Sum → contains: 32\n2. Decide (15 min)\n")?;
    desk.ask("edit_item", json!({ "item": "1.1", "doneWhen": ["contains: 32"] }))?;
    let before = desk.ask("show_item", json!({ "item": "1.1" }))?;
    let plan = |agent: &str, times: u32| json!({ "items": ["1.1"], "agent": agent, "times": times });

    let planned = desk.ask("plan_bench", plan("old", 2))?;
    desk.work()?;
    desk.ask("plan_bench", plan("new", 2))?;
    desk.work()?;
    let ran = desk.ask("bench", json!({}))?;

    assert_eq!((&planned["waiting"], &ran["waiting"]), (&json!(2), &json!(0)));
    let rows = list(&ran, "rows")?;
    let told: Vec<_> = rows.iter().map(|row| (row["agent"].clone(), row["rightText"].clone())).collect();
    assert_eq!(told, [(json!("new"), json!("2 of 2")), (json!("old"), json!("0 of 2"))]);
    let test = &ran["facts"]["comparisons"][0]["test"];
    assert_eq!((&test["better"], &test["worse"]), (&json!(1), &json!(0)));
    assert_eq!(desk.ask("show_item", json!({ "item": "1.1" }))?, before, "nothing happened to the item");
    assert_eq!(desk.refused("plan_bench", plan("new", 0))?, "times_out_of_range");
    assert_eq!(desk.refused("plan_bench", plan("nobody", 1))?, "agent_not_found");
    let stats = desk.ask("quality", json!({ "weeks": null }))?;
    assert_eq!(stats["facts"]["caught"]["of"], 0, "a bench is no work");
    Ok(())
}

#[test]
fn planned_runs_go_with_an_undo() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("new", "text", true)?;
    desk.job(&items(1))?;
    desk.ask("plan_bench", json!({ "items": ["1.1"], "agent": "new", "times": 3 }))?;

    desk.ask("undo", json!({}))?;

    assert_eq!(desk.ask("bench", json!({}))?["waiting"], 0);
    Ok(())
}

#[test]
fn inputs_no_bench_rests_on_any_more_are_cleared_away() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("new", "text", true)?;
    desk.job(&items(3))?;
    let frozen = || -> Outcome<usize> { Ok(std::fs::read_dir(desk.folder.path().join("bench"))?.count()) };
    let plan = |item: &str, agent: &str| json!({ "items": [item], "agent": agent, "times": 1 });
    desk.ask("plan_bench", plan("1.1", "new"))?;
    desk.work()?;
    desk.ask("plan_bench", plan("1.2", "new"))?;
    desk.ask("undo", json!({}))?;
    assert_eq!(desk.refused("plan_bench", plan("1.3", "nobody"))?, "agent_not_found");
    assert_eq!(frozen()?, 3);

    desk.work()?;

    assert_eq!(
        frozen()?,
        1,
        "of a run taken back before it began, and of one never planned, nothing is kept"
    );
    let ran = desk.ask("bench", json!({}))?;
    desk.ask("plan_bench", plan("1.1", "new"))?;
    desk.work()?;
    assert_eq!(frozen()?, 1, "the same inputs serve the next bench");
    assert_ne!(desk.ask("bench", json!({}))?, ran);
    Ok(())
}

#[test]
fn two_results_are_compared_without_names_by_the_person_or_by_a_code() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("one", "# One\n\nthe text of <one>, and [more](https://elsewhere.example/)", true)?;
    desk.agent("two", "the text of two", false)?;
    desk.job(&items(2))?;
    let shown = json!({ "item": "1.1" });
    assert_eq!(desk.refused("comparison", shown.clone())?, "nothing_to_compare");
    for agent in ["one", "two"] {
        desk.ask("plan_bench", json!({ "items": ["1.1"], "agent": agent, "times": 1 }))?;
        desk.work()?;
    }

    let compared = desk.ask("comparison", shown.clone())?;
    let again = desk.ask("comparison", shown.clone())?;
    let page = desk.ask("comparison_file", shown.clone())?;
    let html = page["html"].as_str().ok_or("no page")?;
    let (_, table) = html.split_once("<table class=\"codes\">").ok_or("no codes")?;
    let codes: Vec<&str> = table.split("<code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();

    assert_eq!(compared, again, "the order stands");
    let letters: Vec<&Value> = vec![&compared["a"][0]["text"], &compared["b"][0]["text"]];
    assert!(letters.contains(&&json!("the text of two")));
    assert!(html.contains("One</h3>") && !html.contains("# One"), "read as what it is: {html}");
    assert!(!html.contains("<one>") && html.contains("&lt;one&gt;"), "markup of others stays text");
    assert!(html.contains(">more</a>") && !html.contains("href"), "and their links lead nowhere");
    assert!(!html.contains("script"), "one page, and nothing in it runs");
    assert_eq!((codes.len(), &compared["judgedText"]), (3, &Value::Null));
    assert_eq!(desk.refused("give_code", json!({ "code": "NOTACODE" }))?, "code_unknown");

    let a_is = if letters[0] == &json!("the text of two") { "two" } else { "one" };
    let judged = desk.ask("give_code", json!({ "code": codes[0].to_lowercase() }))?;
    let text = judged["judgedText"].as_str().ok_or("not judged")?;
    assert!(text.contains(&format!("A is by {a_is}")), "{text}");
    let choose = json!({ "comparison": compared["comparison"], "better": "b" });
    assert_eq!(desk.refused("choose_better", choose.clone())?, "judged_already");
    desk.ask("undo", json!({}))?;
    desk.ask("choose_better", choose)?;
    let facts = desk.ask("experiments", json!({ "weeks": null }))?;
    let blind = &facts["facts"]["blind"];
    assert_eq!((blind.as_array().map(Vec::len), &blind[0]["by"]), (Some(1), &json!("person")));

    std::fs::remove_dir_all(desk.folder.path().join("objects"))?;
    let gone = desk.ask("comparison", shown)?;
    assert_eq!(gone["a"][0]["shown"]["kind"], json!("nothing"), "what is gone is told, and the choice stays");
    assert_ne!(gone["judgedText"], Value::Null);
    Ok(())
}

#[test]
fn at_most_three_accepted_items_of_a_week_are_asked_about_after_seven_and_thirty_days() -> Outcome {
    let history = "date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,\
                   brief_minutes,own_minutes,cost_usd,template\n";
    let row = |number| format!("2026-11-03,Report,Part {number},write,chat,30,accepted,1,,2,1,,,\n");
    let rows = (1..=6).map(row).collect::<Vec<_>>().concat();
    let desk = Desk::at(TempDir::new()?, Some("2026-11-09T09:00:00+08:00[+08:00]"))?;
    desk.app.import_history(format!("{history}{rows}").as_bytes(), false)?;

    let early = desk.ask("follow_ups", json!({}))?;
    let desk = desk.later("2026-11-12T09:00:00+08:00[+08:00]")?;
    let due = desk.ask("follow_ups", json!({}))?;
    let first = list(&due, "due")?[0].clone();
    let answer = |item: &Value, answer: Value| json!({ "item": item, "answer": answer });
    desk.ask("answer_follow_up", answer(&first["card"]["ref"], json!({ "what": "held" })))?;
    let second = &list(&due, "due")?[1]["card"]["ref"];
    let wrong = json!({ "what": "wrong", "reason": "wrong_facts" });
    let left = desk.ask("answer_follow_up", answer(second, wrong.clone()))?;
    assert_eq!(desk.refused("answer_follow_up", answer(second, wrong))?, "not_due");
    desk.ask("undo", json!({}))?;
    let back = desk.ask("follow_ups", json!({}))?;
    let desk = desk.later("2026-12-10T09:00:00+08:00[+08:00]")?;
    let month = desk.ask("follow_ups", json!({}))?;
    let quality = desk.ask("quality", json!({ "weeks": null }))?;

    assert!(list(&early, "due")?.is_empty(), "seven days are not over");
    assert_eq!((list(&due, "due")?.len(), &first["afterDays"]), (3, &json!(7)));
    assert_eq!((list(&left, "due")?.len(), list(&back, "due")?.len()), (1, 2));
    let days: Vec<&Value> = list(&month, "due")?.iter().map(|one| &one["afterDays"]).collect();
    assert_eq!(
        days,
        [&json!(30), &json!(30), &json!(30)],
        "the later question takes the earlier one's place"
    );
    assert_eq!(quality["facts"]["standing"]["asked"][0]["held"], 1);
    assert_eq!(quality["facts"]["standing"]["accepted"], 6);
    Ok(())
}

#[test]
fn trials_stand_side_by_side_with_what_changed_in_the_list() -> Outcome {
    let desk = Desk::open()?;
    desk.job(&items(2))?;
    assert_eq!(desk.refused("trials", json!({ "job": "1" }))?, "no_trials");
    desk.ask("drop_items", json!({ "items": ["1.3"], "because": null }))?;
    desk.ask("save_template", json!({ "job": "1", "name": "Weekly" }))?;
    desk.done("1.1", 30)?;
    desk.done("1.2", 20)?;
    desk.ask("close_job", json!({ "job": "1", "rest": null, "items": [] }))?;
    desk.ask("repeat_job", json!({ "job": "1" }))?;
    let add = json!({
        "job": "2", "title": "Check it (10 min)", "minutes": null, "kind": null, "doneWhen": [],
    });
    desk.ask("add_item", add)?;
    desk.ask("drop_items", json!({ "items": ["2.1"], "because": null }))?;

    let view = desk.ask("trials", json!({ "job": "2" }))?;

    let trials = list(&view, "trials")?;
    assert_eq!((trials.len(), &view["list"]), (2, &json!("Weekly")));
    assert_eq!((&trials[0]["spentText"], &trials[1]["spentText"]), (&json!("50 min"), &Value::Null));
    assert_eq!(list(&trials[1], "removed")?.len(), 1);
    assert_eq!(list(&trials[1], "added")?.len(), 1);
    Ok(())
}

#[test]
fn a_sample_is_in_no_figure_and_is_never_drawn() -> Outcome {
    let desk = Desk::open()?;
    desk.agent("helper", "text", true)?;
    let figures = |desk: &Desk| -> Outcome<Vec<Value>> {
        let asked = json!({ "weeks": null });
        ["could", "stretch", "quality", "spending", "experiments"]
            .into_iter()
            .map(|name| Ok(desk.ask(name, asked.clone())?["facts"].clone()))
            .collect()
    };
    let before = figures(&desk)?;

    desk.ask("add_sample", json!({}))?;

    assert!(list(&desk.ask("invitations", json!({}))?, "open")?.is_empty());
    assert_eq!(figures(&desk)?, before);
    Ok(())
}

#[test]
fn every_figure_says_what_is_missing_when_there_is_nothing() -> Outcome {
    let desk = Desk::open()?;
    let asked = json!({ "weeks": 4 });

    for name in ["could", "stretch", "quality", "spending", "experiments"] {
        let view = desk.ask(name, asked.clone())?;
        assert_eq!(view["facts"]["version"], 1, "{name}");
        assert!(view["text"].as_str().is_some_and(|text| text.contains(' ')), "{name}: {}", view["text"]);
    }
    for (name, request) in
        [("coming_back", json!({})), ("calibration", json!({})), ("advise", json!({ "job": null }))]
    {
        assert_eq!(desk.ask(name, request)?["facts"]["version"], 1, "{name}");
    }
    Ok(())
}
