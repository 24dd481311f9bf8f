//! The tables `comparisons` and `comparison_verdicts`: two deliverables as A and B, and which was better.

use halfday_domain::facts::details::{Choice, ChosenBy};
use halfday_domain::id::{AttemptId, ChoiceId, ComparisonId, ItemId};
use rusqlite::{Connection, Row};

use crate::Error;
use crate::sql::{code_or_none, id, maybe};

/// Two deliverables in the order chance made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub id: ComparisonId,
    pub item_id: ItemId,
    pub a: AttemptId,
    pub b: AttemptId,
    /// What a colleague sends back.
    pub code_a: String,
    pub code_b: String,
    pub code_tie: String,
    pub made_at: i64,
    /// The standing choice.
    pub choice: Option<Choice>,
}

impl Comparison {
    /// The choice a code stands for.
    pub fn choice_of(&self, code: &str) -> Option<Choice> {
        [(&self.code_a, Choice::A), (&self.code_b, Choice::B), (&self.code_tie, Choice::Tie)]
            .into_iter()
            .find_map(|(known, choice)| (known == code).then_some(choice))
    }
}

pub fn insert(connection: &Connection, new: &Comparison) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO comparisons (id, item_id, a_attempt_id, b_attempt_id, code_a, code_b, code_tie, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            new.id.to_string(),
            new.item_id.to_string(),
            new.a.to_string(),
            new.b.to_string(),
            &new.code_a,
            &new.code_b,
            &new.code_tie,
            new.made_at,
        ),
    )?;
    Ok(())
}

const SELECT: &str = "SELECT c.id, c.item_id, c.a_attempt_id, c.b_attempt_id, c.code_a, c.code_b, c.code_tie,
    c.made_at, v.choice FROM comparisons c
    LEFT JOIN comparison_verdicts v ON v.comparison_id = c.id AND v.withdrawn_at IS NULL";

fn read(row: &Row<'_>) -> rusqlite::Result<Comparison> {
    Ok(Comparison {
        id: id(row, "id")?,
        item_id: id(row, "item_id")?,
        a: id(row, "a_attempt_id")?,
        b: id(row, "b_attempt_id")?,
        code_a: row.get("code_a")?,
        code_b: row.get("code_b")?,
        code_tie: row.get("code_tie")?,
        made_at: row.get("made_at")?,
        choice: code_or_none(row, "choice", Choice::from_code)?,
    })
}

pub fn by_id(connection: &Connection, comparison: ComparisonId) -> Result<Option<Comparison>, Error> {
    let sql = format!("{SELECT} WHERE c.id = ?1");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([comparison.to_string()], read))?)
}

/// The comparison one of whose codes this is.
pub fn by_code(connection: &Connection, code: &str) -> Result<Option<Comparison>, Error> {
    let sql = format!("{SELECT} WHERE ?1 IN (c.code_a, c.code_b, c.code_tie)");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([code], read))?)
}

/// The last comparison of these two attempts, in whichever order.
pub fn of_attempts(
    connection: &Connection,
    one: AttemptId,
    other: AttemptId,
) -> Result<Option<Comparison>, Error> {
    let sql = format!(
        "{SELECT} WHERE (c.a_attempt_id = ?1 AND c.b_attempt_id = ?2)
             OR (c.a_attempt_id = ?2 AND c.b_attempt_id = ?1) ORDER BY c.made_at DESC, c.id DESC LIMIT 1"
    );
    let both = (one.to_string(), other.to_string());
    Ok(maybe(connection.prepare_cached(&sql)?.query_row(both, read))?)
}

pub fn insert_choice(
    connection: &Connection,
    choice_id: ChoiceId,
    comparison: ComparisonId,
    choice: Choice,
    by: ChosenBy,
    at: i64,
) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO comparison_verdicts (id, comparison_id, choice, by, judged_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (choice_id.to_string(), comparison.to_string(), choice.code(), by.code(), at),
    )?;
    Ok(())
}
