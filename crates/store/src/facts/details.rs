//! The second door of the statistics: facts beyond the verdict, and those beside the work.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::Scope;
use halfday_domain::facts::details::{
    Arm, AssignedBecause, AttemptDetail, Choice, ChosenBy, CoinFlipFact, ComparisonFact, Cost, Details,
    DrawAnswer, DrawFact, FollowUpFact, ForecastFact, RehearsalFact,
};
use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::kind::Kind;
use halfday_domain::review::{Rejection, VerdictCode};
use rusqlite::{Connection, Row};
use serde::Deserialize;

use super::source;
use crate::Error;
use crate::sql::{code, code_or_none, id, json, rows};

/// All of them.
pub fn details(connection: &Connection) -> Result<Details, Error> {
    let all = "SELECT * FROM counted_details ORDER BY ended_at, id";
    Ok(Details {
        attempts: rows(connection, all, [], attempt)?,
        forecasts: rows(
            connection,
            "SELECT * FROM counted_forecasts ORDER BY made_at, attempt_id, by",
            [],
            forecast,
        )?,
        rehearsals: rows(connection, "SELECT * FROM counted_rehearsals ORDER BY attempt_id", [], rehearsal)?,
        draws: rows(connection, "SELECT * FROM counted_draws ORDER BY drawn_at, item_id", [], draw)?,
        follow_ups: rows(
            connection,
            "SELECT * FROM counted_follow_ups ORDER BY due_at, item_id",
            [],
            follow_up,
        )?,
        coin_flips: rows(connection, "SELECT * FROM counted_coin_flips ORDER BY flipped_at", [], coin_flip)?,
        comparisons: rows(
            connection,
            "SELECT * FROM counted_comparisons ORDER BY judged_at, id",
            [],
            comparison,
        )?,
    })
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<AttemptDetail> {
    let reason: Option<String> = row.get("reason")?;
    let because: String = row.get("assigned_because")?;
    Ok(AttemptDetail {
        attempt_id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.get::<_, String>("kind")?),
        scope: code(row, "scope", Scope::from_code)?,
        agent: row.get::<_, Option<String>>("agent")?.unwrap_or_default(),
        family: row.get::<_, Option<String>>("family")?.unwrap_or_default(),
        purpose: code(row, "purpose", Purpose::from_code)?,
        number: row.get("number")?,
        because: AssignedBecause::from_code(&because),
        draw_probability: row.get("draw_probability")?,
        was_drawn: row.get::<_, Option<bool>>("was_drawn")?.unwrap_or(false),
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        outcome: code(row, "outcome", |text| Outcome::from_codes(text, reason.as_deref()))?,
        chat_rounds: row.get("chat_rounds")?,
        by_hand: row.get("by_hand")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        verdict: code_or_none(row, "verdict", VerdictCode::from_code)?,
        rejection: code_or_none(row, "rejection", Rejection::from_code)?,
        first_wrong_step: row.get("first_wrong_step")?,
        wrong_step_kind: row.get("wrong_step_kind")?,
        reviewed_at: row.get("reviewed_at")?,
        looked_ms: row.get("looked_ms")?,
        self_confidence: row.get("self_confidence")?,
        asked: row.get("asked")?,
        first_question_at: row.get("first_question_at")?,
        questions: row.get("questions")?,
        repair_rounds: row.get("check_rounds")?,
        checks_held: row.get("checks_held")?,
        checks_failed: row.get("checks_failed")?,
        wrong_at: row.get("wrong_at")?,
        tokens_in: row.get("tokens_in")?,
        tokens_out: row.get("tokens_out")?,
        cost: cost(row)?,
        template_id: row.get("template_id")?,
        trial: row.get("trial")?,
    })
}

/// What the agent said goes before what was computed.
fn cost(row: &Row<'_>) -> rusqlite::Result<Cost> {
    let reported: Option<i64> = row.get("reported_cost_nano")?;
    let computed: Option<i64> = row.get("computed_cost_nano")?;
    let prices: Option<String> = row.get("price_table")?;
    Ok(match (reported, computed) {
        (Some(nano), _) => Cost::Reported { nano },
        (None, Some(nano)) => Cost::Computed { nano, prices: prices.unwrap_or_default() },
        (None, None) => Cost::Unknown,
    })
}

fn forecast(row: &Row<'_>) -> rusqlite::Result<ForecastFact> {
    Ok(ForecastFact {
        assignment_id: id(row, "assignment_id")?,
        attempt_id: id(row, "attempt_id")?,
        item_id: id(row, "item_id")?,
        by: code(row, "by", ForecastBy::from_code)?,
        p: row.get("p")?,
        word: code_or_none(row, "word", GuessWord::from_code)?,
        minutes: row.get("minutes")?,
    })
}

/// What a step of this kind holds.
#[derive(Deserialize)]
struct Rehearsed {
    #[serde(default)]
    lines: Vec<String>,
}

fn rehearsal(row: &Row<'_>) -> rusqlite::Result<RehearsalFact> {
    let said: Rehearsed = json(&row.get::<_, String>("data")?)?;
    Ok(RehearsalFact { attempt_id: id(row, "attempt_id")?, item_id: id(row, "item_id")?, lines: said.lines })
}

fn draw(row: &Row<'_>) -> rusqlite::Result<DrawFact> {
    Ok(DrawFact {
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.get::<_, String>("kind")?),
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        probability: row.get("probability")?,
        is_drawn: row.get("is_drawn")?,
        drawn_at: row.get("drawn_at")?,
        answer: code_or_none(row, "answer", DrawAnswer::from_code)?,
    })
}

fn follow_up(row: &Row<'_>) -> rusqlite::Result<FollowUpFact> {
    Ok(FollowUpFact {
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        after_days: row.get("after_days")?,
        due_at: row.get("due_at")?,
        probability: row.get("probability")?,
        held: row.get("held")?,
        answered_at: row.get("answered_at")?,
        wrong_at: row.get("wrong_at")?,
    })
}

fn coin_flip(row: &Row<'_>) -> rusqlite::Result<CoinFlipFact> {
    Ok(CoinFlipFact {
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        arm: code(row, "arm", Arm::from_code)?,
        probability: row.get("probability")?,
        flipped_at: row.get("flipped_at")?,
        is_done: row.get("is_done")?,
    })
}

fn comparison(row: &Row<'_>) -> rusqlite::Result<ComparisonFact> {
    Ok(ComparisonFact {
        comparison_id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        a_agent: row.get::<_, Option<String>>("a_agent")?.unwrap_or_default(),
        b_agent: row.get::<_, Option<String>>("b_agent")?.unwrap_or_default(),
        choice: code(row, "choice", Choice::from_code)?,
        by: code(row, "by", ChosenBy::from_code)?,
        judged_at: row.get("judged_at")?,
    })
}
