//! The doors of the statistics: everything `insight` may know comes from the counted views.

mod details;
mod recent;
mod touched;

pub use details::beside;
pub use recent::{LATEST, Reach, begun, reaching, recent, with_chance, with_details};

use std::collections::BTreeMap;

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::{
    AttemptFact, Cost, Facts, FinishFact, IntervalFact, IntervalKind, IntervalSource, JobFact, Scope,
    UnresolvedFact,
};
use halfday_domain::id::ItemId;
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, VerdictCode};
use rusqlite::Connection;

use crate::Error;
use crate::sql::{Record, records};

/// An open brief is unresolved when it was copied so long ago, in milliseconds.
const UNRESOLVED_AFTER_MS: i64 = 24 * 60 * 60 * 1000;

/// All facts as of `now`.
pub fn all(connection: &Connection, now: i64) -> Result<Facts, Error> {
    Ok(Facts {
        jobs: records(connection, "SELECT * FROM counted_jobs ORDER BY number", [], job)?,
        attempts: records(connection, "SELECT * FROM counted_attempts ORDER BY ended_at, id", [], attempt)?,
        finishes: records(connection, "SELECT * FROM counted_finishes ORDER BY finished_at, id", [], finish)?,
        intervals: records(
            connection,
            "SELECT * FROM counted_intervals ORDER BY started_at, id",
            [],
            interval,
        )?,
        unresolved: unresolved(connection, now)?,
    })
}

/// How many of the latest attempts were of each kind: whether its record is worth reading at all.
pub fn latest_of_kinds(connection: &Connection) -> Result<BTreeMap<Kind, u32>, Error> {
    let sql = "SELECT kind FROM counted_attempts ORDER BY ended_at DESC LIMIT ?1";
    let mut counts = BTreeMap::new();
    for kind in records(connection, sql, [LATEST], |row| Ok(Kind::from(row.text("kind")?)))? {
        *counts.entry(kind).or_insert(0) += 1;
    }
    Ok(counts)
}

/// When an item was last judged or finished, UTC ms.
pub fn settled_at(connection: &Connection, item: ItemId) -> Result<Option<i64>, Error> {
    let of_attempts = "SELECT max(coalesce(reviewed_at, ended_at)) FROM counted_attempts WHERE item_id = ?1";
    let of_finishes = "SELECT max(finished_at) FROM counted_finishes WHERE item_id = ?1";
    let last = |sql: &str| -> Result<Option<i64>, Error> {
        Ok(connection.prepare_cached(sql)?.query_row([item.to_string()], |row| row.get(0))?)
    };
    Ok(last(of_attempts)?.max(last(of_finishes)?))
}

fn job(row: &Record<'_>) -> rusqlite::Result<JobFact> {
    Ok(JobFact {
        job_id: row.id("id")?,
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
fn source(row: &Record<'_>) -> rusqlite::Result<EstimateSource> {
    Ok(row.code_or_none("estimate_source", EstimateSource::from_code)?.unwrap_or(EstimateSource::Rule))
}

fn attempt(row: &Record<'_>) -> rusqlite::Result<AttemptFact> {
    let reason: Option<String> = row.get("reason")?;
    Ok(AttemptFact {
        attempt_id: row.id("id")?,
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.text("kind")?),
        scope: row.code("scope", Scope::from_code)?,
        agent: row.text("agent")?.to_owned(),
        family: row.text("family")?.to_owned(),
        draw_probability: row.get("draw_probability")?,
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        item_is_done: row.get("item_is_done")?,
        number: row.get("number")?,
        outcome: row.code("outcome", |text| Outcome::from_codes(text, reason.as_deref()))?,
        chat_rounds: row.get("chat_rounds")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        verdict: row.code_or_none("verdict", VerdictCode::from_code)?,
        rejection: row.code_or_none("rejection", Rejection::from_code)?,
        first_wrong_step: row.get("first_wrong_step")?,
        reviewed_at: row.get("reviewed_at")?,
        cost: cost(row)?,
    })
}

/// What the agent said goes before what was computed.
fn cost(row: &Record<'_>) -> rusqlite::Result<Cost> {
    let reported: Option<i64> = row.get("reported_cost_nano")?;
    let computed: Option<i64> = row.get("computed_cost_nano")?;
    Ok(match (reported, computed) {
        (Some(nano), _) => Cost::Reported { nano },
        (None, Some(nano)) => {
            Cost::Computed { nano, prices: row.get::<Option<String>>("price_table")?.unwrap_or_default() }
        }
        (None, None) => Cost::Unknown,
    })
}

fn finish(row: &Record<'_>) -> rusqlite::Result<FinishFact> {
    Ok(FinishFact {
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        item_title: row.get("title")?,
        kind: Kind::from(row.text("kind")?),
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: source(row)?,
        finished_at: row.get("finished_at")?,
    })
}

fn interval(row: &Record<'_>) -> rusqlite::Result<IntervalFact> {
    Ok(IntervalFact {
        job_id: row.id("job_id")?,
        item_id: row.id_or_none("item_id")?,
        kind: row.code("kind", IntervalKind::from_code)?,
        source: row.code("source", IntervalSource::from_code)?,
        started_at: row.get("started_at")?,
        ms: row.get("ms")?,
    })
}

fn unresolved(connection: &Connection, now: i64) -> Result<Vec<UnresolvedFact>, Error> {
    let sql = "SELECT * FROM unresolved_attempts WHERE ended_at IS NOT NULL OR started_at <= ?1
               ORDER BY started_at, id";
    records(connection, sql, [now - UNRESOLVED_AFTER_MS], unresolved_fact)
}

fn unresolved_fact(row: &Record<'_>) -> rusqlite::Result<UnresolvedFact> {
    Ok(UnresolvedFact {
        attempt_id: row.id("id")?,
        item_id: row.id("item_id")?,
        job_id: row.id("job_id")?,
        kind: Kind::from(row.text("kind")?),
        estimate_minutes: row.get("estimate_minutes")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_an_agent_reported_goes_before_what_was_computed_and_unknown_is_not_nothing() {
        let connection = Connection::open_in_memory().unwrap();
        let sql =
            "SELECT column1 AS reported_cost_nano, column2 AS computed_cost_nano, column3 AS price_table
                   FROM (VALUES (70, 9000, 'p'), (NULL, 5, 'p'), (NULL, NULL, NULL))";

        let costs = records(&connection, sql, [], cost).unwrap();

        let computed = Cost::Computed { nano: 5, prices: "p".to_owned() };
        assert_eq!(costs, [Cost::Reported { nano: 70 }, computed, Cost::Unknown]);
    }

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
            "handed_over",
            "touched",
        ];
        let source = include_str!("facts.rs");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let code = [code, include_str!("facts/details.rs"), include_str!("facts/recent.rs")].concat();

        let read: BTreeSet<&str> = code
            .split(" FROM ")
            .skip(1)
            .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            .collect();

        assert_eq!(read, BTreeSet::from(doors), "every door is used, and nothing else");
        assert!(!code.contains(" JOIN "), "a join would go round the doors");
    }
}
