//! What a line counts and states: parts to tick off, whose estimate it is, and how one knows that it is done.

use halfday_domain::plan::PlanItem;
use halfday_split::{Wishes, split};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The first item of a list that begins with `line`.
fn item(line: &str) -> Result<PlanItem, Box<dyn std::error::Error>> {
    let text = format!("1. {line}\n2. 打電話給博物館\n3. 寄出通知\n");
    let plan = split(&text, &Wishes::default())?;
    assert_eq!(plan.uncovered(&text), None, "the span rule");
    plan.items.into_iter().next().ok_or_else(|| "an item".into())
}

fn check(line: &str, minutes: u32, parts: &[&str]) -> Outcome {
    let item = item(line)?;
    let titles: Vec<&str> = item.subitems.iter().map(|part| part.title.as_str()).collect();
    assert_eq!((titles.as_slice(), item.estimate_minutes), (parts, minutes), "{line}");
    Ok(())
}

#[test]
fn an_estimate_behind_the_last_part_is_that_of_the_item() -> Outcome {
    check("寫一張通知單：集合時間、費用、攜帶物品（40 分鐘）", 40, &["集合時間", "費用", "攜帶物品"])?;
    check("写一份通知：时间、费用、物品（40 分钟）", 40, &["时间", "费用", "物品"])?;
    check(
        "Write a guide with the following sections: Setup, Daily use, Help (40 min)",
        40,
        &["Setup", "Daily use", "Help"],
    )
}

#[test]
fn a_part_that_asks_what_is_contained_stays_whole_and_a_word_that_leads_in_goes() -> Outcome {
    check("問三家車行：總價、包含哪些、取消規定（30 分鐘）", 30, &["總價", "包含哪些", "取消規定"])?;
    check("資料包含比較表、流程圖、通知單（30 分鐘）", 30, &["比較表", "流程圖", "通知單"])
}

#[test]
fn the_columns_of_a_table_are_no_parts() -> Outcome {
    check("把報價整理成比較表：總價、每人分攤、包含哪些、取消規定（30 分鐘）", 30, &[])?;
    check("把投诉原因做成一张表：原因、条数、占比、一句原话（30 分钟）", 30, &[])?;
    check("準備行程表：集合、午餐、回程（30 分鐘）", 30, &["集合", "午餐", "回程"])
}

#[test]
fn a_condition_said_again_with_more_to_it_keeps_the_rest() -> Outcome {
    let item =
        item("Write a summary of at most 2 pages\n   It has at most 2 pages and names each source once\n")?;

    assert!(
        item.done_when.iter().any(|line| line.contains("names each source once")),
        "{:?}",
        item.done_when
    );
    Ok(())
}

#[test]
fn the_condition_behind_a_colon_stands_without_its_instruction() -> Outcome {
    let item =
        item("Draft the notice for the newsletter: at most 120 words, friendly, and no promise about dates")?;

    assert_eq!(item.done_when, ["at most 120 words"]);
    Ok(())
}
