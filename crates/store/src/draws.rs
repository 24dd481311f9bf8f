//! What chance picked: own items for the shadow, accepted items to be asked about later, and who gets an item. What
//! chance said is never changed; what the person answered is a fact that can be withdrawn.

use halfday_domain::facts::details::{Arm, DrawAnswer};
use halfday_domain::id::{CoinFlipId, DrawAnswerId, FollowUpQuestionId, ItemId};
use rusqlite::{Connection, named_params};

use crate::Error;
use crate::sql::{code_or_none, id, maybe, rows};

/// The person's own open items that chance has not looked at yet.
pub fn unseen_own_items(connection: &Connection) -> Result<Vec<ItemId>, Error> {
    let sql = "SELECT i.id FROM items i JOIN jobs j ON j.id = i.job_id
               WHERE i.deleted_at IS NULL AND i.parent_id IS NULL AND i.scope = 'item' AND i.done_before = 0
                   AND j.deleted_at IS NULL AND j.closed_at IS NULL AND j.is_sample = 0
                   AND (i.status = 'open' OR i.status = 'working' AND EXISTS (
                       SELECT 1 FROM timers t WHERE t.item_id = i.id))
                   AND NOT EXISTS (SELECT 1 FROM draws d WHERE d.item_id = i.id)
                   AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.item_id = i.id)
               ORDER BY j.number, i.position, i.number";
    rows(connection, sql, [], |row| id(row, "id"))
}

/// How many own items were finished from `since` on: about so many a week are expected.
pub fn own_finishes_since(connection: &Connection, since: i64) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM counted_finishes WHERE finished_at >= ?1";
    Ok(connection.prepare_cached(sql)?.query_row([since], |row| row.get(0))?)
}

/// How many items were drawn in a week.
pub fn drawn_in_week(connection: &Connection, week: &str) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM draws WHERE week = ?1 AND is_drawn = 1";
    Ok(connection.prepare_cached(sql)?.query_row([week], |row| row.get(0))?)
}

/// An item chance has looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDraw {
    pub item_id: ItemId,
    pub week: String,
    pub probability: f64,
    pub is_drawn: bool,
    pub drawn_at: i64,
}

pub fn insert(connection: &Connection, new: &NewDraw) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO draws (item_id, week, probability, is_drawn, drawn_at)
             VALUES (:item, :week, :probability, :is_drawn, :at)",
        )?
        .execute(named_params! {
            ":item": new.item_id.to_string(),
            ":week": new.week,
            ":probability": new.probability,
            ":is_drawn": new.is_drawn,
            ":at": new.drawn_at,
        })?;
    Ok(())
}

/// A drawn item.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub item_id: ItemId,
    pub probability: f64,
    pub drawn_at: i64,
    pub answer: Option<DrawAnswer>,
}

const DRAWN: &str = "SELECT d.item_id, d.probability, d.drawn_at, a.answer FROM draws d
    LEFT JOIN draw_answers a ON a.item_id = d.item_id AND a.withdrawn_at IS NULL
    WHERE d.is_drawn = 1";

fn drawn(row: &rusqlite::Row<'_>) -> rusqlite::Result<Drawn> {
    Ok(Drawn {
        item_id: id(row, "item_id")?,
        probability: row.get("probability")?,
        drawn_at: row.get("drawn_at")?,
        answer: code_or_none(row, "answer", DrawAnswer::from_code)?,
    })
}

/// Drawn items from `since` on, oldest first.
pub fn drawn_since(connection: &Connection, since: i64) -> Result<Vec<Drawn>, Error> {
    let sql = format!("{DRAWN} AND d.drawn_at >= ?1 ORDER BY d.drawn_at, d.item_id");
    rows(connection, &sql, [since], drawn)
}

/// What chance said of one item, if it was drawn.
pub fn drawn_item(connection: &Connection, item: ItemId) -> Result<Option<Drawn>, Error> {
    let sql = format!("{DRAWN} AND d.item_id = ?1");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([item.to_string()], drawn))?)
}

/// What the person said of a drawn item.
pub fn insert_answer(
    connection: &Connection,
    answer_id: DrawAnswerId,
    item: ItemId,
    answer: DrawAnswer,
    at: i64,
) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO draw_answers (id, item_id, answer, answered_at) VALUES (?1, ?2, ?3, ?4)",
        (answer_id.to_string(), item.to_string(), answer.code(), at),
    )?;
    Ok(())
}

/// Whether the accepted items of a week were drawn from already.
pub fn is_week_drawn(connection: &Connection, week: &str) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM weekly_draws WHERE week = ?1";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([week], |_| Ok(())))?.is_some())
}

/// The items accepted within a time, each once: what follow-ups are drawn from.
pub fn accepted_between(connection: &Connection, from: i64, to: i64) -> Result<Vec<(ItemId, i64)>, Error> {
    let sql = "SELECT item_id, max(reviewed_at) AS at FROM counted_attempts
               WHERE verdict IN ('accepted', 'accepted_after_rework') AND reviewed_at >= ?1 AND reviewed_at < ?2
                   AND item_is_done
               GROUP BY item_id ORDER BY at, item_id";
    rows(connection, sql, [from, to], |row| Ok((id(row, "item_id")?, row.get("at")?)))
}

pub fn insert_week(connection: &Connection, week: &str, of: u32, drawn: u32, at: i64) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO weekly_draws (week, of, drawn, drawn_at) VALUES (?1, ?2, ?3, ?4)",
        (week, of, drawn, at),
    )?;
    Ok(())
}

/// A question that will be due.
#[derive(Debug, Clone, PartialEq)]
pub struct NewQuestion {
    pub id: FollowUpQuestionId,
    pub item_id: ItemId,
    pub after_days: u32,
    pub due_at: i64,
    pub probability: f64,
    pub drawn_at: i64,
}

pub fn insert_question(connection: &Connection, new: &NewQuestion) -> Result<(), Error> {
    connection.execute(
        "INSERT OR IGNORE INTO follow_up_questions (id, item_id, after_days, due_at, probability, drawn_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            new.id.to_string(),
            new.item_id.to_string(),
            new.after_days,
            new.due_at,
            new.probability,
            new.drawn_at,
        ),
    )?;
    Ok(())
}

/// A question that is due and not answered, nor made needless by a word said unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueQuestion {
    pub id: FollowUpQuestionId,
    pub item_id: ItemId,
    pub after_days: u32,
    pub due_at: i64,
}

pub fn due_questions(connection: &Connection, now: i64) -> Result<Vec<DueQuestion>, Error> {
    let sql = "SELECT q.id, q.item_id, q.after_days, q.due_at FROM follow_up_questions q
               JOIN items i ON i.id = q.item_id JOIN jobs j ON j.id = i.job_id
               WHERE q.due_at <= ?1 AND i.status = 'done' AND i.deleted_at IS NULL AND j.deleted_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM follow_ups u WHERE u.question_id = q.id AND u.withdrawn_at IS NULL)
                   AND NOT EXISTS (SELECT 1 FROM follow_ups u WHERE u.item_id = q.item_id AND u.held = 0
                       AND u.withdrawn_at IS NULL)
                   AND NOT EXISTS (SELECT 1 FROM follow_up_questions n WHERE n.item_id = q.item_id
                       AND n.after_days > q.after_days AND n.due_at <= ?1)
               ORDER BY q.due_at, q.id";
    rows(connection, sql, [now], |row| {
        Ok(DueQuestion {
            id: id(row, "id")?,
            item_id: id(row, "item_id")?,
            after_days: row.get("after_days")?,
            due_at: row.get("due_at")?,
        })
    })
}

/// What a coin said of an item.
pub fn insert_flip(
    connection: &Connection,
    flip: CoinFlipId,
    item: ItemId,
    arm: Arm,
    probability: f64,
    at: i64,
) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO coin_flips (id, item_id, arm, probability, flipped_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (flip.to_string(), item.to_string(), arm.code(), probability, at),
    )?;
    Ok(())
}

/// Whether a coin has decided on the item already.
pub fn is_flipped(connection: &Connection, item: ItemId) -> Result<bool, Error> {
    let sql = "SELECT 1 FROM coin_flips WHERE item_id = ?1 AND withdrawn_at IS NULL";
    Ok(maybe(connection.prepare_cached(sql)?.query_row([item.to_string()], |_| Ok(())))?.is_some())
}
