//! What waits for a program to work it, what is under way, and the attempt that begins. The claim
//! counts and inserts in one transaction, so two programs never take the same item.

use halfday_domain::attempt::Purpose;
use halfday_domain::id::{AgentId, AssignmentId, AttemptId, ItemId, JobId, OwnerId};
use halfday_domain::queue::{Files, Load};
use rusqlite::{Connection, named_params};

use crate::Error;
use crate::items::{self, Item, ItemFiles};
use crate::sql::{code, id, json, rows};

/// The way that needs no program: the person carries it.
const CLIPBOARD: &str = "clipboard";

/// A handover that a program may take.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub item: Item,
    pub assignment_id: AssignmentId,
    pub agent_id: AgentId,
    pub purpose: Purpose,
}

/// What is handed over to an agent a program can reach, oldest handover first. Shadow work and benches are
/// last: nobody waits for them.
pub fn waiting(connection: &Connection) -> Result<Vec<Waiting>, Error> {
    let sql = "SELECT s.item_id, s.id AS assignment_id, s.agent_id, s.mode
               FROM assignments s
               JOIN items i ON i.id = s.item_id
               JOIN jobs j ON j.id = i.job_id
               JOIN agents g ON g.id = s.agent_id
               WHERE g.way <> ?1 AND i.deleted_at IS NULL AND j.deleted_at IS NULL
                   AND ((s.ended_at IS NULL AND i.parent_id IS NULL AND j.closed_at IS NULL
                           AND ((s.mode = 'normal' AND i.status = 'queued')
                               OR (s.mode = 'shadow'
                                   AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.assignment_id = s.id))))
                       OR s.id IN (SELECT r.assignment_id FROM bench_runs r
                           WHERE r.attempt_id IS NULL AND r.withdrawn_at IS NULL))
               ORDER BY s.mode <> 'normal', s.mode = 'bench', s.assigned_at, j.number, i.position, i.number";
    let found = rows(connection, sql, [CLIPBOARD], |row| {
        let mode: String = row.get("mode")?;
        let purpose = match mode.as_str() {
            "shadow" => Purpose::Shadow,
            "bench" => Purpose::Bench,
            _ => Purpose::Work,
        };
        Ok((id::<ItemId>(row, "item_id")?, id(row, "assignment_id")?, id(row, "agent_id")?, purpose))
    })?;
    let mut waiting = vec![];
    for (item, assignment_id, agent_id, purpose) in found {
        let Some(item) = items::by_id(connection, item)? else { continue };
        waiting.push(Waiting { item, assignment_id, agent_id, purpose });
    }
    Ok(waiting)
}

/// An attempt that a program has under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderWay {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub job_id: JobId,
    pub purpose: Purpose,
    /// The item is being worked, and does not wait for something.
    pub is_working: bool,
    pub files: Files,
}

/// The open attempts of programs, whoever runs them.
pub fn under_way(connection: &Connection) -> Result<Vec<UnderWay>, Error> {
    let sql = "SELECT a.id, a.item_id, i.job_id, a.purpose, i.status, i.files
               FROM attempts a JOIN items i ON i.id = a.item_id
               WHERE a.ended_at IS NULL AND a.owner_id IS NOT NULL AND a.withdrawn_at IS NULL
               ORDER BY a.started_at";
    rows(connection, sql, [], |row| {
        let files: ItemFiles = json(&row.get::<_, String>("files")?)?;
        let purpose = code(row, "purpose", Purpose::from_code)?;
        let status: String = row.get("status")?;
        Ok(UnderWay {
            attempt_id: id(row, "id")?,
            item_id: id(row, "item_id")?,
            job_id: id(row, "job_id")?,
            purpose,
            is_working: purpose != Purpose::Work || status == "working",
            files: Files { inputs: files.inputs, outputs: files.outputs },
        })
    })
}

/// How much there is to do and to look at, of what is under way.
pub fn load(connection: &Connection, under_way: &[UnderWay]) -> Result<Load, Error> {
    let sql = "SELECT count(*) FROM items i JOIN jobs j ON j.id = i.job_id
               WHERE i.status = 'in_review' AND i.deleted_at IS NULL AND j.deleted_at IS NULL";
    let in_review = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    let count = |of: &dyn Fn(&&UnderWay) -> bool| {
        u32::try_from(under_way.iter().filter(of).count()).unwrap_or(u32::MAX)
    };
    Ok(Load {
        working: count(&|one| one.is_working),
        on_their_way: count(&|one| one.purpose == Purpose::Work),
        in_review,
    })
}

/// An attempt of a program that begins.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOwned {
    pub id: AttemptId,
    pub item_id: ItemId,
    pub assignment_id: AssignmentId,
    pub number: u32,
    pub purpose: Purpose,
    pub owner: OwnerId,
    /// The hash of what its brief said of the item.
    pub asked: Option<String>,
    /// The attempt whose last checkpoint it begins with.
    pub goes_on_from: Option<AttemptId>,
    pub started_at: i64,
}

/// The first epoch of an attempt; whoever takes it away raises it.
pub const FIRST_EPOCH: i64 = 1;

pub fn insert(connection: &Connection, new: &NewOwned) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO attempts (id, item_id, assignment_id, number, purpose, owner_id, epoch, asked,
                 goes_on_from, started_at, last_event_at)
             VALUES (:id, :item_id, :assignment_id, :number, :purpose, :owner, :epoch, :asked,
                 :goes_on_from, :started_at, :started_at)",
        )?
        .execute(named_params! {
            ":id": new.id.to_string(),
            ":item_id": new.item_id.to_string(),
            ":assignment_id": new.assignment_id.to_string(),
            ":number": new.number,
            ":purpose": new.purpose.code(),
            ":owner": new.owner.to_string(),
            ":epoch": FIRST_EPOCH,
            ":asked": new.asked,
            ":goes_on_from": new.goes_on_from.map(|attempt| attempt.to_string()),
            ":started_at": new.started_at,
        })?;
    Ok(())
}

/// The number of the next attempt of this purpose.
pub fn next_number(connection: &Connection, item: ItemId, purpose: Purpose) -> Result<u32, Error> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM attempts WHERE item_id = ?1 AND purpose = ?2";
    Ok(connection.prepare_cached(sql)?.query_row((item.to_string(), purpose.code()), |row| row.get(0))?)
}

/// An open attempt whose owner died.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    pub attempt_id: AttemptId,
    pub item_id: ItemId,
    pub assignment_id: AssignmentId,
    pub purpose: Purpose,
    pub epoch: i64,
}

/// The open attempts of these owners.
pub fn of_owners(connection: &Connection, owners: &[OwnerId]) -> Result<Vec<Orphan>, Error> {
    let sql = "SELECT id, item_id, assignment_id, purpose, epoch FROM attempts
               WHERE owner_id = ?1 AND ended_at IS NULL AND withdrawn_at IS NULL ORDER BY started_at";
    let mut orphans = vec![];
    for owner in owners {
        orphans.extend(rows(connection, sql, [owner.to_string()], |row| {
            Ok(Orphan {
                attempt_id: id(row, "id")?,
                item_id: id(row, "item_id")?,
                assignment_id: id(row, "assignment_id")?,
                purpose: code(row, "purpose", Purpose::from_code)?,
                epoch: row.get("epoch")?,
            })
        })?);
    }
    Ok(orphans)
}
