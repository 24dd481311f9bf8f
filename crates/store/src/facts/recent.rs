//! The facts of a stretch of time, without reading a record of ten years for a week. Everything known of an item that
//! something happened to since then is read, so that its first attempt is its first.

use std::collections::BTreeSet;

use halfday_domain::facts::details::Details;
use halfday_domain::facts::{AttemptFact, Facts, JobFact};
use halfday_domain::id::JobId;
use rusqlite::Connection;

use super::touched::touch;
use super::{UNRESOLVED_AFTER_MS, attempt, details, finish, interval, job, unresolved_fact};
use crate::Error;
use crate::sql::{maybe, records};

/// Figures that rest on the whole record rest on at least so many attempts and so many finished items of its end, where
/// there are more.
pub const LATEST: u32 = 5_000;

/// How far back a record is read, UTC ms; `i64::MIN` is all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Attempts that ended or were judged since then are there, with all that is known of their items.
    pub attempts: i64,
    /// The same for items the person finished.
    pub finishes: i64,
    /// Everything that happened since then is there, and all of the jobs closed since then.
    pub whole: i64,
}

impl Reach {
    /// Everything.
    pub const ALL: Self = Self::since(i64::MIN);

    /// Everything since then and nothing more.
    pub const fn since(since: i64) -> Self {
        Self { attempts: since, finishes: since, whole: since }
    }

    /// Everything since then, and at least the latest [`LATEST`] attempts and finished items: all there are in a shorter
    /// record.
    pub fn of(connection: &Connection, since: i64) -> Result<Self, Error> {
        let latest = |sql: &str| -> Result<i64, Error> {
            let found = connection.prepare_cached(sql)?.query_row([LATEST], |row| row.get(0));
            Ok(maybe(found)?.map_or(i64::MIN, |at: i64| at.min(since)))
        };
        let attempts =
            latest("SELECT ended_at FROM counted_attempts ORDER BY ended_at DESC LIMIT 1 OFFSET ?1")?;
        let finishes =
            latest("SELECT finished_at FROM counted_finishes ORDER BY finished_at DESC LIMIT 1 OFFSET ?1")?;
        Ok(Self { attempts, finishes, whole: attempts.max(finishes) })
    }
}

/// The facts as of `now` that figures of the time since `since` rest on: at least the latest [`LATEST`] attempts and
/// finished items, and all there are in a shorter record.
pub fn recent(connection: &Connection, now: i64, since: i64) -> Result<Facts, Error> {
    reaching(connection, now, Reach::of(connection, since)?)
}

/// What is known, as of `now`, of the items something happened to so far back.
pub fn reaching(connection: &Connection, now: i64, reach: Reach) -> Result<Facts, Error> {
    if reach == Reach::ALL {
        return super::all(connection, now);
    }
    touch(connection, reach)?;
    of_touched(connection, now, reach)
}

/// The same with all else that is known of those items.
pub fn with_details(connection: &Connection, now: i64, reach: Reach) -> Result<(Facts, Details), Error> {
    let facts = reaching(connection, now, reach)?;
    let details =
        if reach == Reach::ALL { details::all(connection)? } else { details::of_touched(connection)? };
    Ok((facts, details))
}

/// The same with what else the weekly report rests on: what chance decided, and what AI made of items the person kept.
pub fn with_chance(connection: &Connection, now: i64, reach: Reach) -> Result<(Facts, Details), Error> {
    let facts = reaching(connection, now, reach)?;
    let chance = if reach == Reach::ALL {
        details::chance_in_all(connection)?
    } else {
        details::chance_of_touched(connection)?
    };
    Ok((facts, chance))
}

fn of_touched(connection: &Connection, now: i64, reach: Reach) -> Result<Facts, Error> {
    let mut facts = Facts {
        finishes: records(
            connection,
            "SELECT * FROM counted_finishes WHERE item_id IN (SELECT item_id FROM touched)",
            [],
            finish,
        )?,
        intervals: records(
            connection,
            "SELECT job_id, item_id, kind, source, started_at, ms FROM counted_intervals
                 WHERE item_id IN (SELECT item_id FROM touched)
             UNION ALL SELECT job_id, item_id, kind, source, started_at, ms FROM counted_intervals
                 WHERE item_id IS NULL AND job_id IN (SELECT id FROM counted_jobs WHERE closed_at >= ?1)",
            [reach.whole],
            interval,
        )?,
        ..Facts::default()
    };
    let handed_over = records(
        connection,
        "SELECT id, item_id, job_id, title, kind, scope, agent, family, draw_probability, estimate_minutes,
             estimate_source, item_is_done, number, outcome, reason, chat_rounds, started_at, ended_at, verdict,
             rejection, first_wrong_step, reviewed_at, reported_cost_nano, computed_cost_nano, price_table, is_unresolved
         FROM handed_over WHERE item_id IN (SELECT item_id FROM touched)",
        [],
        |row| {
            let attempt = match row.get::<Option<i64>>("ended_at")? {
                Some(_) => Some(attempt(row)?),
                None => None,
            };
            let unresolved = if row.get("is_unresolved")? { Some(unresolved_fact(row)?) } else { None };
            Ok((attempt, unresolved))
        },
    )?;
    for (attempt, unresolved) in handed_over {
        facts.attempts.extend(attempt);
        let is_due = |at: i64| at <= now - UNRESOLVED_AFTER_MS;
        facts.unresolved.extend(unresolved.filter(|one| one.ended_at.is_some() || is_due(one.started_at)));
    }
    // Sorting wide rows takes SQLite longer than reading them.
    facts.attempts.sort_unstable_by_key(|one| (one.ended_at, one.attempt_id));
    facts.finishes.sort_by_key(|one| (one.finished_at, one.item_id));
    facts.unresolved.sort_by_key(|one| (one.started_at, one.attempt_id));
    facts.jobs = jobs(connection, reach, &facts)?;
    Ok(facts)
}

/// When something was first handed over, UTC ms, and all handovers of the hundred days from then on.
pub fn begun(connection: &Connection, now: i64) -> Result<Vec<i64>, Error> {
    const DAYS_MS: i64 = 100 * 24 * 60 * 60 * 1000;
    // The plus keeps SQLite from looking for the ends first.
    let first = "SELECT started_at FROM handed_over
                 WHERE started_at > 0 AND (+ended_at IS NOT NULL OR +started_at <= ?1)
                 ORDER BY started_at LIMIT 1";
    let due = now - UNRESOLVED_AFTER_MS;
    let first = maybe(connection.prepare_cached(first)?.query_row([due], |row| row.get::<_, i64>(0)))?;
    let Some(first) = first else { return Ok(vec![]) };
    let sql = "SELECT started_at FROM handed_over WHERE started_at BETWEEN ?1 AND ?2
               AND (+ended_at IS NOT NULL OR +started_at <= ?3) ORDER BY started_at";
    records(connection, sql, [first, first.saturating_add(DAYS_MS), due], |row| row.get("started_at"))
}

/// The jobs closed so far back, those that are open, and those of the items that are read.
fn jobs(connection: &Connection, reach: Reach, facts: &Facts) -> Result<Vec<JobFact>, Error> {
    let mut jobs = records(
        connection,
        "SELECT * FROM counted_jobs WHERE closed_at >= ?1 UNION ALL
         SELECT * FROM counted_jobs WHERE closed_at IS NULL",
        [reach.whole],
        job,
    )?;
    let there: BTreeSet<JobId> = jobs.iter().map(|job| job.job_id).collect();
    let tried = facts.attempts.iter().map(|one: &AttemptFact| one.job_id);
    let unresolved = facts.unresolved.iter().map(|one| one.job_id);
    let finished = facts.finishes.iter().map(|one| one.job_id);
    let of_items: BTreeSet<JobId> = tried.chain(unresolved).chain(finished).collect();
    for id in of_items.difference(&there) {
        let sql = "SELECT * FROM counted_jobs WHERE id = ?1";
        jobs.extend(records(connection, sql, [id.to_string()], job)?);
    }
    jobs.sort_by_key(|job| job.number);
    Ok(jobs)
}
