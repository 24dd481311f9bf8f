//! The doors of the statistics: everything `insight` may know comes from the counted views.

mod details;

pub use details::details;

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::{
    AttemptFact, Facts, FinishFact, IntervalFact, IntervalKind, IntervalSource, JobFact, Scope,
    UnresolvedFact,
};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, VerdictCode};
use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{code, code_or_none, id, id_or_none, rows};

/// An open brief is unresolved when it was copied so long ago, in milliseconds.
const UNRESOLVED_AFTER_MS: i64 = 24 * 60 * 60 * 1000;

/// All facts as of `now`.
pub fn all(connection: &Connection, now: i64) -> Result<Facts, Error> {
    Ok(Facts {
        jobs: rows(connection, "SELECT * FROM counted_jobs ORDER BY number", [], job)?,
        attempts: rows(connection, "SELECT * FROM counted_attempts ORDER BY ended_at, id", [], attempt)?,
        finishes: rows(connection, "SELECT * FROM counted_finishes ORDER BY finished_at, id", [], finish)?,
        intervals: rows(connection, "SELECT * FROM counted_intervals ORDER BY started_at, id", [], interval)?,
        unresolved: unresolved(connection, now)?,
    })
}

/// How many attempts of a kind have ended: whether its record is worth reading at all.
pub fn ended_of_kind(connection: &Connection, kind: &Kind) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM counted_attempts WHERE kind = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([kind.code()], |row| row.get(0))?)
}

fn job(row: &Row<'_>) -> rusqlite::Result<JobFact> {
    Ok(JobFact {
        job_id: id(row, "id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        created_at: row.get("created_at")?,
        closed_at: row.get("closed_at")?,
        own_minutes_guess: row.get("own_minutes_guess")?,
        guess_share: row.get("guess_share")?,
        template_id: row.get("template_id")?,
    })
}

/// An estimate that nobody froze is the program's guess.
fn source(row: &Row<'_>) -> rusqlite::Result<EstimateSource> {
    Ok(code_or_none(row, "estimate_source", EstimateSource::from_code)?.unwrap_or(EstimateSource::Rule))
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<AttemptFact> {
    let reason: Option<String> = row.get("reason")?;
    Ok(AttemptFact {
        attempt_id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.get::<_, String>("kind")?),
        scope: code(row, "scope", Scope::from_code)?,
        agent: row.get::<_, Option<String>>("agent")?.unwrap_or_default(),
        family: row.get::<_, Option<String>>("family")?.unwrap_or_default(),
        draw_probability: row.get("draw_probability")?,
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        item_is_done: row.get("item_is_done")?,
        number: row.get("number")?,
        outcome: code(row, "outcome", |text| Outcome::from_codes(text, reason.as_deref()))?,
        chat_rounds: row.get("chat_rounds")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        verdict: code_or_none(row, "verdict", VerdictCode::from_code)?,
        rejection: code_or_none(row, "rejection", Rejection::from_code)?,
        first_wrong_step: row.get("first_wrong_step")?,
        reviewed_at: row.get("reviewed_at")?,
        reported_cost_nano: row.get("reported_cost_nano")?,
        computed_cost_nano: row.get("computed_cost_nano")?,
    })
}

fn finish(row: &Row<'_>) -> rusqlite::Result<FinishFact> {
    Ok(FinishFact {
        item_id: id(row, "item_id")?,
        job_id: id(row, "job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.get::<_, String>("kind")?),
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        finished_at: row.get("finished_at")?,
    })
}

fn interval(row: &Row<'_>) -> rusqlite::Result<IntervalFact> {
    Ok(IntervalFact {
        job_id: id(row, "job_id")?,
        item_id: id_or_none(row, "item_id")?,
        kind: code(row, "kind", IntervalKind::from_code)?,
        source: code(row, "source", IntervalSource::from_code)?,
        started_at: row.get("started_at")?,
        ms: row.get("ms")?,
    })
}

fn unresolved(connection: &Connection, now: i64) -> Result<Vec<UnresolvedFact>, Error> {
    let sql = "SELECT * FROM unresolved_attempts WHERE ended_at IS NOT NULL OR started_at <= ?1
               ORDER BY started_at, id";
    rows(connection, sql, [now - UNRESOLVED_AFTER_MS], |row| {
        Ok(UnresolvedFact {
            attempt_id: id(row, "id")?,
            item_id: id(row, "item_id")?,
            job_id: id(row, "job_id")?,
            kind: Kind::from(row.get::<_, String>("kind")?),
            estimate_minutes: row.get("estimate_minutes")?,
            started_at: row.get("started_at")?,
            ended_at: row.get("ended_at")?,
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn statistics_see_nothing_but_the_counted_views() {
        let doors = [
            "counted_details",
            "counted_forecasts",
            "counted_rehearsals",
            "counted_draws",
            "counted_follow_ups",
            "counted_coin_flips",
            "counted_comparisons",
            "counted_jobs",
            "counted_attempts",
            "counted_finishes",
            "counted_intervals",
            "unresolved_attempts",
        ];
        let source = include_str!("facts.rs");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let code = format!("{code}{}", include_str!("facts/details.rs"));

        let read: BTreeSet<&str> = code
            .split(" FROM ")
            .skip(1)
            .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            .collect();

        assert_eq!(read, BTreeSet::from(doors), "every door is used, and nothing else");
        assert!(!code.contains(" JOIN "), "a join would go round the doors");
    }
}
