//! The tables `reviews`, `finishes` and `follow_ups`: facts the person states.

use halfday_domain::id::{AttemptId, FinishId, FollowUpId, FollowUpQuestionId, ItemId, ReviewId};
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, Verdict};
use rusqlite::Connection;

use crate::Error;
use crate::sql::{id, maybe};

/// A verdict to be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReview {
    pub id: ReviewId,
    pub attempt_id: AttemptId,
    pub verdict: Verdict,
    pub note: String,
    pub reviewed_at: i64,
}

pub fn insert(connection: &Connection, new: &NewReview) -> Result<(), Error> {
    let (reason, step) = match new.verdict {
        Verdict::Rejected { reason, first_wrong_step } => (Some(reason), first_wrong_step),
        Verdict::Accepted | Verdict::AcceptedAfterRework => (None, None),
    };
    connection.execute(
        "INSERT INTO reviews (id, attempt_id, verdict, reason, first_wrong_step, note, reviewed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            new.id.to_string(),
            new.attempt_id.to_string(),
            new.verdict.code().code(),
            reason.map(Rejection::code),
            step,
            &new.note,
            new.reviewed_at,
        ),
    )?;
    Ok(())
}

/// The standing review of an attempt.
pub fn standing(connection: &Connection, attempt: AttemptId) -> Result<Option<ReviewId>, Error> {
    let sql = "SELECT id FROM reviews WHERE attempt_id = ?1 AND withdrawn_at IS NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([attempt.to_string()], |row| id(row, "id")))?)
}

/// The fact that the person finished an own item.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFinish {
    pub id: FinishId,
    pub item_id: ItemId,
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    pub felt: Option<&'static str>,
    pub finished_at: i64,
}

pub fn insert_finish(connection: &Connection, new: &NewFinish) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO finishes (id, item_id, estimate_minutes, estimate_source, felt, finished_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            new.id.to_string(),
            new.item_id.to_string(),
            new.estimate_minutes,
            new.estimate_source.code(),
            new.felt,
            new.finished_at,
        ),
    )?;
    Ok(())
}

/// The standing finish of an item.
pub fn standing_finish(connection: &Connection, item: ItemId) -> Result<Option<FinishId>, Error> {
    let sql = "SELECT id FROM finishes WHERE item_id = ?1 AND withdrawn_at IS NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([item.to_string()], |row| id(row, "id")))?)
}

/// What the person says later of an accepted item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFollowUp {
    pub id: FollowUpId,
    pub item_id: ItemId,
    /// `None`: said unasked.
    pub question_id: Option<FollowUpQuestionId>,
    /// `None`: it held.
    pub wrong: Option<Rejection>,
    pub answered_at: i64,
}

pub fn insert_follow_up(connection: &Connection, new: &NewFollowUp) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO follow_ups (id, item_id, question_id, held, reason, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            new.id.to_string(),
            new.item_id.to_string(),
            new.question_id.map(|question| question.to_string()),
            new.wrong.is_none(),
            new.wrong.map(Rejection::code),
            new.answered_at,
        ),
    )?;
    Ok(())
}

/// The last time the person said that an accepted item had turned out wrong: when, and the reason's code.
pub fn last_wrong(connection: &Connection, item: ItemId) -> Result<Option<(i64, String)>, Error> {
    let sql = "SELECT answered_at, coalesce(reason, 'other') AS reason FROM follow_ups
               WHERE item_id = ?1 AND held = 0 AND withdrawn_at IS NULL
               ORDER BY answered_at DESC, id DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(maybe(
        statement.query_row([item.to_string()], |row| Ok((row.get("answered_at")?, row.get("reason")?))),
    )?)
}
