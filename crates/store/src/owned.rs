//! What the owner of an open attempt writes. Every write names owner and epoch and finds its attempt
//! open, or changes nothing: a program that wakes up late is too late.

use halfday_domain::attempt::Outcome;
use halfday_domain::failure::StopReason;
use halfday_domain::id::{AttemptId, ItemId, OwnerId};
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Error;
use crate::sql::{code_or_none, id, id_or_none, maybe, rows};

/// Who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    pub attempt: AttemptId,
    pub owner: OwnerId,
    pub epoch: i64,
}

/// Something happened to the attempt at `at`; refused unless it is still held. Every other write of
/// the owner begins with this one.
pub fn touch(connection: &Connection, hold: Hold, at: i64) -> Result<(), Error> {
    let touched = connection
        .prepare_cached(
            "UPDATE attempts SET last_event_at = max(coalesce(last_event_at, 0), ?4)
             WHERE id = ?1 AND owner_id = ?2 AND epoch = ?3 AND ended_at IS NULL AND withdrawn_at IS NULL",
        )?
        .execute((hold.attempt.to_string(), hold.owner.to_string(), hold.epoch, at))?;
    if touched == 0 { Err(Error::ChangedMeanwhile { what: "attempt" }) } else { Ok(()) }
}

/// Takes an open attempt away from its owner, whatever that one still does.
pub fn take_away(connection: &Connection, attempt: AttemptId, epoch: i64) -> Result<(), Error> {
    let sql = "UPDATE attempts SET epoch = epoch + 1 WHERE id = ?1 AND epoch = ?2 AND ended_at IS NULL";
    let taken = connection.prepare_cached(sql)?.execute((attempt.to_string(), epoch))?;
    if taken == 0 { Err(Error::ChangedMeanwhile { what: "attempt" }) } else { Ok(()) }
}

/// What an attempt used so far; unknown stays as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Used {
    pub tokens_in: Option<i64>,
    pub tokens_out: Option<i64>,
    pub tokens_cached: Option<i64>,
    pub reported_cost_nano: Option<i64>,
    pub computed_cost_nano: Option<i64>,
    /// Which prices it was computed with.
    pub price_table: Option<String>,
}

pub fn set_used(connection: &Connection, attempt: AttemptId, used: &Used) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE attempts SET tokens_in = coalesce(:tokens_in, tokens_in),
                 tokens_out = coalesce(:tokens_out, tokens_out),
                 tokens_cached = coalesce(:tokens_cached, tokens_cached),
                 reported_cost_nano = coalesce(:reported, reported_cost_nano),
                 computed_cost_nano = coalesce(:computed, computed_cost_nano),
                 price_table = coalesce(:price_table, price_table)
             WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": attempt.to_string(),
            ":tokens_in": used.tokens_in,
            ":tokens_out": used.tokens_out,
            ":tokens_cached": used.tokens_cached,
            ":reported": used.reported_cost_nano,
            ":computed": used.computed_cost_nano,
            ":price_table": used.price_table,
        })?;
    Ok(())
}

/// How sure the agent said it was.
pub fn set_confidence(connection: &Connection, attempt: AttemptId, confidence: f64) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE attempts SET self_confidence = ?2 WHERE id = ?1")?
        .execute((attempt.to_string(), confidence))?;
    Ok(())
}

/// The stand-ins its brief went out with, as JSON.
pub fn set_veil(connection: &Connection, attempt: AttemptId, veil: &str) -> Result<(), Error> {
    connection
        .prepare_cached("UPDATE attempts SET veil = ?2 WHERE id = ?1")?
        .execute((attempt.to_string(), veil))?;
    Ok(())
}

/// Asks the owner of an open attempt to stop it. Asked again with a reason, the reason counts.
pub fn ask_to_stop(
    connection: &Connection,
    attempt: AttemptId,
    why: Option<StopReason>,
    at: i64,
) -> Result<(), Error> {
    let asked = connection
        .prepare_cached(
            "UPDATE attempts SET stop_asked_at = coalesce(stop_asked_at, ?2), stop_why = coalesce(?3, stop_why)
             WHERE id = ?1 AND ended_at IS NULL AND withdrawn_at IS NULL",
        )?
        .execute((attempt.to_string(), at, why.map(StopReason::code)))?;
    if asked == 0 { Err(Error::ChangedMeanwhile { what: "attempt" }) } else { Ok(()) }
}

/// Says afterwards why an attempt was stopped, once.
pub fn say_why_stopped(connection: &Connection, attempt: AttemptId, why: StopReason) -> Result<(), Error> {
    let sql = "UPDATE attempts SET reason = ?2 WHERE id = ?1 AND outcome = 'stopped' AND reason IS NULL";
    let said = connection.execute(sql, (attempt.to_string(), why.code()))?;
    if said == 0 { Err(Error::ChangedMeanwhile { what: "attempt" }) } else { Ok(()) }
}

/// The attempts of an owner that shall be stopped, and why.
pub fn to_stop(
    connection: &Connection,
    owner: OwnerId,
) -> Result<Vec<(AttemptId, Option<StopReason>)>, Error> {
    let sql = "SELECT id, stop_why FROM attempts
               WHERE owner_id = ?1 AND ended_at IS NULL AND stop_asked_at IS NOT NULL";
    rows(connection, sql, [owner.to_string()], |row| {
        Ok((id(row, "id")?, code_or_none(row, "stop_why", StopReason::from_code)?))
    })
}

/// The open attempt a program has of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub attempt_id: AttemptId,
    pub number: u32,
    pub started_at: i64,
    pub last_event_at: Option<i64>,
    pub stop_asked_at: Option<i64>,
}

/// The open attempt of a program at this item, for work.
pub fn held_of(connection: &Connection, item: ItemId) -> Result<Option<Held>, Error> {
    let sql = "SELECT id, number, started_at, last_event_at, stop_asked_at FROM attempts
               WHERE item_id = ?1 AND purpose = 'work' AND ended_at IS NULL AND withdrawn_at IS NULL
                   AND owner_id IS NOT NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([item.to_string()], |row| {
        Ok(Held {
            attempt_id: id(row, "id")?,
            number: row.get("number")?,
            started_at: row.get("started_at")?,
            last_event_at: row.get("last_event_at")?,
            stop_asked_at: row.get("stop_asked_at")?,
        })
    }))?)
}

/// Whether an attempt has ended.
pub fn has_ended(connection: &Connection, attempt: AttemptId) -> Result<bool, Error> {
    let sql = "SELECT ended_at IS NOT NULL FROM attempts WHERE id = ?1";
    let ended: Option<bool> =
        connection.prepare_cached(sql)?.query_row([attempt.to_string()], |row| row.get(0)).optional()?;
    Ok(ended.unwrap_or(true))
}

/// The attempts programs have open.
pub fn open(connection: &Connection) -> Result<Vec<AttemptId>, Error> {
    let sql = "SELECT id FROM attempts WHERE ended_at IS NULL AND owner_id IS NOT NULL";
    rows(connection, sql, [], |row| id(row, "id"))
}

/// The attempt another one goes on from, if it does.
pub fn went_on_from(connection: &Connection, attempt: AttemptId) -> Result<Option<AttemptId>, Error> {
    let sql = "SELECT goes_on_from FROM attempts WHERE id = ?1";
    let from = connection
        .prepare_cached(sql)?
        .query_row([attempt.to_string()], |row| id_or_none(row, "goes_on_from"));
    Ok(maybe(from)?.flatten())
}

/// Those from which a new attempt would go on.
pub fn all_to_go_on_from(connection: &Connection) -> Result<Vec<AttemptId>, Error> {
    let sql = "SELECT DISTINCT a.item_id FROM attempts a JOIN items i ON i.id = a.item_id
               WHERE (a.outcome IN ('lost', 'stopped')
                       OR (a.outcome = 'failed' AND a.reason IN ('repetition', 'no_progress')))
                   AND a.owner_id IS NOT NULL
                   AND i.deleted_at IS NULL AND i.status NOT IN ('done', 'dropped')";
    let items: Vec<ItemId> = rows(connection, sql, [], |row| id(row, "item_id"))?;
    let mut all = vec![];
    for item in items {
        all.extend(to_go_on_from(connection, item)?);
    }
    Ok(all)
}

/// The latest attempt of an item for work that ended as lost or stopped, or went back to where it stood
/// best, if it is the last of all: a new attempt goes on from its checkpoint.
pub fn to_go_on_from(connection: &Connection, item: ItemId) -> Result<Option<AttemptId>, Error> {
    let sql = "SELECT id, outcome, reason FROM attempts
               WHERE item_id = ?1 AND purpose = 'work' AND withdrawn_at IS NULL AND owner_id IS NOT NULL
               ORDER BY number DESC LIMIT 1";
    let last = maybe(connection.prepare_cached(sql)?.query_row([item.to_string()], |row| {
        let outcome: Option<String> = row.get("outcome")?;
        let reason: Option<String> = row.get("reason")?;
        let ended = outcome.and_then(|outcome| Outcome::from_codes(&outcome, reason.as_deref()));
        Ok((id(row, "id")?, ended))
    }))?;
    Ok(match last {
        Some((attempt, Some(Outcome::Lost))) => Some(attempt),
        Some((attempt, Some(Outcome::Stopped(why)))) => match why {
            None | Some(StopReason::ChangedMind | StopReason::AppClosed) => Some(attempt),
            Some(StopReason::GoingWrong | StopReason::NeverSent) => None,
        },
        Some((attempt, Some(Outcome::Failed(reason)))) => reason.goes_back().then_some(attempt),
        Some((_, Some(Outcome::Delivered) | None)) | None => None,
    })
}
