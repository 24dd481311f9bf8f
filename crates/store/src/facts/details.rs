//! The second door of the statistics: facts beyond the verdict, and those beside the work.

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::{
    Arm, AssignedBecause, AttemptDetail, Choice, ChosenBy, CoinFlipFact, ComparisonFact, Details, DrawAnswer,
    DrawFact, FollowUpFact, ForecastFact, RehearsalFact,
};
use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::kind::Kind;
use rusqlite::Connection;
use serde::Deserialize;

use super::{attempt, source};
use crate::Error;
use crate::sql::{Record, json, records};

/// Those of the items in `touched`. Flips, comparisons and questions asked later are so few that all of them are read.
pub(super) fn of_touched(connection: &Connection) -> Result<Details, Error> {
    Ok(Details {
        attempts: records(
            connection,
            "SELECT * FROM counted_details WHERE item_id IN (SELECT item_id FROM touched)
             ORDER BY ended_at, id",
            [],
            detail,
        )?,
        forecasts: records(
            connection,
            "SELECT * FROM counted_forecasts WHERE item_id IN (SELECT item_id FROM touched)
             ORDER BY made_at, attempt_id, by",
            [],
            forecast,
        )?,
        rehearsals: records(
            connection,
            "SELECT * FROM counted_rehearsals WHERE item_id IN (SELECT item_id FROM touched)
             ORDER BY attempt_id",
            [],
            rehearsal,
        )?,
        draws: draws_of_touched(connection)?,
        ..few(connection)?
    })
}

/// What chance decided on the items in `touched`, with what was done of them beside the work.
pub(super) fn chance_of_touched(connection: &Connection) -> Result<Details, Error> {
    let sql = "SELECT * FROM counted_details WHERE purpose <> 'work'
                   AND item_id IN (SELECT item_id FROM touched) ORDER BY ended_at, id";
    let attempts = records(connection, sql, [], detail)?;
    Ok(Details { attempts, draws: draws_of_touched(connection)?, ..few(connection)? })
}

/// The same of the whole record.
pub(super) fn chance_in_all(connection: &Connection) -> Result<Details, Error> {
    Ok(Details { attempts: beside(connection)?, draws: all_draws(connection)?, ..few(connection)? })
}

/// Attempts in the shadow and of benches.
pub fn beside(connection: &Connection) -> Result<Vec<AttemptDetail>, Error> {
    // Every item has an id; saying so leads to the index of these few.
    let sql = "SELECT * FROM counted_details WHERE purpose <> 'work' AND item_id > '' ORDER BY ended_at, id";
    records(connection, sql, [], detail)
}

pub(super) fn all(connection: &Connection) -> Result<Details, Error> {
    Ok(Details {
        attempts: records(connection, "SELECT * FROM counted_details ORDER BY ended_at, id", [], detail)?,
        forecasts: records(
            connection,
            "SELECT * FROM counted_forecasts ORDER BY made_at, attempt_id, by",
            [],
            forecast,
        )?,
        rehearsals: records(
            connection,
            "SELECT * FROM counted_rehearsals ORDER BY attempt_id",
            [],
            rehearsal,
        )?,
        draws: all_draws(connection)?,
        ..few(connection)?
    })
}

fn draws_of_touched(connection: &Connection) -> Result<Vec<DrawFact>, Error> {
    let sql = "SELECT * FROM counted_draws WHERE item_id IN (SELECT item_id FROM touched)
               ORDER BY drawn_at, item_id";
    records(connection, sql, [], draw)
}

fn all_draws(connection: &Connection) -> Result<Vec<DrawFact>, Error> {
    records(connection, "SELECT * FROM counted_draws ORDER BY drawn_at, item_id", [], draw)
}

fn few(connection: &Connection) -> Result<Details, Error> {
    Ok(Details {
        follow_ups: records(
            connection,
            "SELECT * FROM counted_follow_ups ORDER BY due_at, item_id",
            [],
            follow_up,
        )?,
        coin_flips: records(
            connection,
            "SELECT * FROM counted_coin_flips ORDER BY flipped_at",
            [],
            coin_flip,
        )?,
        comparisons: records(
            connection,
            "SELECT * FROM counted_comparisons ORDER BY judged_at, id",
            [],
            comparison,
        )?,
        ..Details::default()
    })
}

fn detail(row: &Record<'_>) -> rusqlite::Result<AttemptDetail> {
    Ok(AttemptDetail {
        fact: attempt(row)?,
        purpose: row.code("purpose", Purpose::from_code)?,
        because: AssignedBecause::from_code(row.text("assigned_because")?),
        was_drawn: row.get::<Option<bool>>("was_drawn")?.unwrap_or(false),
        by_hand: row.get("by_hand")?,
        wrong_step_kind: row.get("wrong_step_kind")?,
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
        template_id: row.get("template_id")?,
        trial: row.get("trial")?,
    })
}

fn forecast(row: &Record<'_>) -> rusqlite::Result<ForecastFact> {
    Ok(ForecastFact {
        assignment_id: row.id("assignment_id")?,
        attempt_id: row.id("attempt_id")?,
        item_id: row.id("item_id")?,
        by: row.code("by", ForecastBy::from_code)?,
        p: row.get("p")?,
        word: row.code_or_none("word", GuessWord::from_code)?,
        minutes: row.get("minutes")?,
    })
}

/// What a step of this kind holds.
#[derive(Deserialize)]
struct Rehearsed {
    #[serde(default)]
    lines: Vec<String>,
}

fn rehearsal(row: &Record<'_>) -> rusqlite::Result<RehearsalFact> {
    let said: Rehearsed = json(&row.get::<String>("data")?)?;
    Ok(RehearsalFact { attempt_id: row.id("attempt_id")?, item_id: row.id("item_id")?, lines: said.lines })
}

fn draw(row: &Record<'_>) -> rusqlite::Result<DrawFact> {
    Ok(DrawFact {
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.text("kind")?),
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        probability: row.get("probability")?,
        is_drawn: row.get("is_drawn")?,
        drawn_at: row.get("drawn_at")?,
        answer: row.code_or_none("answer", DrawAnswer::from_code)?,
        answered_at: row.get("answered_at")?,
    })
}

fn follow_up(row: &Record<'_>) -> rusqlite::Result<FollowUpFact> {
    Ok(FollowUpFact {
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        after_days: row.get("after_days")?,
        due_at: row.get("due_at")?,
        probability: row.get("probability")?,
        held: row.get("held")?,
        answered_at: row.get("answered_at")?,
        wrong_at: row.get("wrong_at")?,
    })
}

fn coin_flip(row: &Record<'_>) -> rusqlite::Result<CoinFlipFact> {
    Ok(CoinFlipFact {
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        arm: row.code("arm", Arm::from_code)?,
        probability: row.get("probability")?,
        flipped_at: row.get("flipped_at")?,
        is_done: row.get("is_done")?,
    })
}

fn comparison(row: &Record<'_>) -> rusqlite::Result<ComparisonFact> {
    Ok(ComparisonFact {
        comparison_id: row.id("id")?,
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        a_agent: row.text("a_agent")?.to_owned(),
        b_agent: row.text("b_agent")?.to_owned(),
        choice: row.code("choice", Choice::from_code)?,
        by: row.code("by", ChosenBy::from_code)?,
        judged_at: row.get("judged_at")?,
    })
}
