//! The table `items`, with who has each item now. Its status changes in `changes` only.

use halfday_domain::facts::Scope;
use halfday_domain::id::{AgentId, AssignmentId, ItemId, JobId};
use halfday_domain::item::{ItemStatus, Worker};
use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, Risk, Suggested, Why};
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::sql::{code, id, id_or_none, json, maybe, rows, to_json};

/// The distance between two neighbours' positions: room to move items between them.
pub const POSITION_STEP: i64 = 1024;

/// An item as it is stored, with its open assignment.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub id: ItemId,
    pub job_id: JobId,
    pub number: i64,
    /// The bundle or whole job that covers it.
    pub parent_id: Option<ItemId>,
    pub scope: Scope,
    pub position: i64,
    pub section: String,
    pub title: String,
    pub instructions: String,
    pub kind: Kind,
    pub risk: Risk,
    pub suggested: Suggested,
    pub why: Why,
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    pub status: ItemStatus,
    pub not_before: Option<i64>,
    pub spans: Vec<(usize, usize)>,
    pub files: ItemFiles,
    pub done_before: bool,
    /// Since when AI may ask to run commands for it; `None`: it may not.
    pub commands_since: Option<i64>,
    pub created_at: i64,
    /// The open assignment.
    pub assignment: Option<OpenAssignment>,
}

/// Who has an item now.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenAssignment {
    pub id: AssignmentId,
    /// `None`: the person.
    pub agent: Option<(AgentId, String)>,
    pub estimate_minutes: Option<u32>,
    pub estimate_source: Option<EstimateSource>,
    pub frozen_at: Option<i64>,
}

/// Files an item needs and gives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFiles {
    #[serde(default)]
    pub inputs: Vec<String>,
    #[serde(default)]
    pub outputs: Vec<String>,
}

const SELECT: &str = "SELECT i.id, i.job_id, i.number, i.parent_id, i.scope, i.position, i.section, i.title,
       i.instructions, i.kind, i.risk, i.suggested, i.why, i.estimate_minutes, i.estimate_source,
       i.status, i.waiting_for, i.not_before, i.spans, i.files, i.done_before, i.commands_since,
       i.created_at,
       s.id AS assignment_id, s.agent_id, g.name AS agent, s.estimate_minutes AS frozen_minutes,
       s.estimate_source AS frozen_source, s.frozen_at
FROM items i
LEFT JOIN assignments s ON s.item_id = i.id AND s.mode = 'normal' AND s.ended_at IS NULL
LEFT JOIN agents g ON g.id = s.agent_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Item> {
    let agent = match id_or_none::<AgentId>(row, "agent_id")? {
        Some(agent) => Some((agent, row.get::<_, String>("agent")?)),
        None => None,
    };
    let worker = if agent.is_some() { Worker::Ai } else { Worker::Me };
    let waiting_for: Option<String> = row.get("waiting_for")?;
    let assignment = match id_or_none(row, "assignment_id")? {
        Some(assignment) => Some(OpenAssignment {
            id: assignment,
            agent,
            estimate_minutes: row.get("frozen_minutes")?,
            estimate_source: crate::sql::code_or_none(row, "frozen_source", EstimateSource::from_code)?,
            frozen_at: row.get("frozen_at")?,
        }),
        None => None,
    };
    Ok(Item {
        id: id(row, "id")?,
        job_id: id(row, "job_id")?,
        number: row.get("number")?,
        parent_id: id_or_none(row, "parent_id")?,
        scope: code(row, "scope", Scope::from_code)?,
        position: row.get("position")?,
        section: row.get("section")?,
        title: row.get("title")?,
        instructions: row.get("instructions")?,
        kind: Kind::from(row.get::<_, String>("kind")?),
        risk: code(row, "risk", Risk::from_code)?,
        suggested: code(row, "suggested", Suggested::from_code)?,
        why: code(row, "why", Why::from_code)?,
        estimate_minutes: row.get("estimate_minutes")?,
        estimate_source: code(row, "estimate_source", EstimateSource::from_code)?,
        status: code(row, "status", |text| ItemStatus::from_codes(text, waiting_for.as_deref(), worker))?,
        not_before: row.get("not_before")?,
        spans: json(&row.get::<_, String>("spans")?)?,
        files: json(&row.get::<_, String>("files")?)?,
        done_before: row.get("done_before")?,
        commands_since: row.get("commands_since")?,
        created_at: row.get("created_at")?,
        assignment,
    })
}

/// The number the next item of the job gets; numbers of removed items are not used again.
pub fn next_number(connection: &Connection, job: JobId) -> Result<i64, Error> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM items WHERE job_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([job.to_string()], |row| row.get(0))?)
}

/// The position after the job's last item.
pub fn next_position(connection: &Connection, job: JobId) -> Result<i64, Error> {
    let sql = "SELECT coalesce(max(position), 0) + ?2 FROM items WHERE job_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row((job.to_string(), POSITION_STEP), |row| row.get(0))?)
}

/// Stores a new item; its assignment is a row of its own.
pub fn insert(connection: &Connection, item: &Item) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO items (id, job_id, number, parent_id, scope, position, section, title, instructions,
                 kind, risk, suggested, why, estimate_minutes, estimate_source, status, waiting_for,
                 not_before, spans, files, done_before, commands_since, created_at)
             VALUES (:id, :job_id, :number, :parent_id, :scope, :position, :section, :title, :instructions,
                 :kind, :risk, :suggested, :why, :estimate_minutes, :estimate_source, :status, :waiting_for,
                 :not_before, :spans, :files, :done_before, :commands_since, :created_at)",
        )?
        .execute(named_params! {
            ":id": item.id.to_string(),
            ":job_id": item.job_id.to_string(),
            ":number": item.number,
            ":parent_id": item.parent_id.map(|parent| parent.to_string()),
            ":scope": item.scope.code(),
            ":position": item.position,
            ":section": item.section,
            ":title": item.title,
            ":instructions": item.instructions,
            ":kind": item.kind.code(),
            ":risk": item.risk.code(),
            ":suggested": item.suggested.code(),
            ":why": item.why.code(),
            ":estimate_minutes": item.estimate_minutes,
            ":estimate_source": item.estimate_source.code(),
            ":status": item.status.code(),
            ":waiting_for": item.status.waiting_for().map(halfday_domain::item::WaitingFor::code),
            ":not_before": item.not_before,
            ":spans": to_json(&item.spans)?,
            ":files": to_json(&item.files)?,
            ":done_before": item.done_before,
            ":commands_since": item.commands_since,
            ":created_at": item.created_at,
        })?;
    Ok(())
}

/// The item with this id, unless it was removed.
pub fn by_id(connection: &Connection, item: ItemId) -> Result<Option<Item>, Error> {
    let sql = format!("{SELECT} WHERE i.id = ?1 AND i.deleted_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([item.to_string()], read))?)
}

/// The item with this number in the job, unless it was removed.
pub fn by_number(connection: &Connection, job: JobId, number: i64) -> Result<Option<Item>, Error> {
    let sql = format!("{SELECT} WHERE i.job_id = ?1 AND i.number = ?2 AND i.deleted_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row((job.to_string(), number), read))?)
}

/// The items of a job in their order.
pub fn of_job(connection: &Connection, job: JobId) -> Result<Vec<Item>, Error> {
    let sql = format!("{SELECT} WHERE i.job_id = ?1 AND i.deleted_at IS NULL ORDER BY i.position, i.number");
    rows(connection, &sql, [job.to_string()], read)
}

/// All items that wait for a verdict, over all jobs.
pub fn in_review(connection: &Connection) -> Result<Vec<Item>, Error> {
    let sql = format!(
        "{SELECT} JOIN jobs j ON j.id = i.job_id
         WHERE i.status = 'in_review' AND i.deleted_at IS NULL AND j.deleted_at IS NULL
         ORDER BY coalesce(i.estimate_minutes, 0), i.created_at, i.number"
    );
    rows(connection, &sql, [], read)
}

/// The items of open jobs that stand where somebody has to know of them or can go on: everything that is
/// neither done nor dropped nor covered, in the order of jobs (newest first) and their lists.
pub fn unfinished(connection: &Connection) -> Result<Vec<Item>, Error> {
    let sql = format!(
        "{SELECT} JOIN jobs j ON j.id = i.job_id
         WHERE i.status NOT IN ('done', 'dropped') AND i.parent_id IS NULL AND i.deleted_at IS NULL
             AND j.deleted_at IS NULL AND j.closed_at IS NULL
         ORDER BY j.number DESC, i.position, i.number"
    );
    rows(connection, &sql, [], read)
}

/// The items whose title, section or kind holds `text`, over all jobs, newest jobs first.
pub fn find(connection: &Connection, text: &str, limit: u32) -> Result<Vec<Item>, Error> {
    let sql = format!(
        "{SELECT} JOIN jobs j ON j.id = i.job_id
         WHERE (instr(lower(i.title), ?1) > 0 OR instr(lower(i.section), ?1) > 0 OR instr(lower(i.kind), ?1) > 0)
             AND i.deleted_at IS NULL AND j.deleted_at IS NULL
         ORDER BY j.number DESC, i.position, i.number LIMIT ?2"
    );
    rows(connection, &sql, (text.to_lowercase(), limit), read)
}

/// The items that a bundle or whole job covers, in their order.
pub fn covered_by(connection: &Connection, parent: ItemId) -> Result<Vec<Item>, Error> {
    let sql = format!("{SELECT} WHERE i.parent_id = ?1 AND i.deleted_at IS NULL ORDER BY i.position");
    rows(connection, &sql, [parent.to_string()], read)
}

/// How the items of every job stand: what the list of jobs shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobCounts {
    pub job_id: JobId,
    pub items: u32,
    /// Done or dropped.
    pub finished: u32,
    pub in_review: u32,
    pub total_minutes: u32,
}

/// Counts for all jobs in one pass. Covered items count through their own row only.
pub fn counts(connection: &Connection) -> Result<Vec<JobCounts>, Error> {
    let sql = "SELECT job_id, count(*) AS items, sum(status IN ('done', 'dropped')) AS finished,
                      sum(status = 'in_review') AS in_review,
                      sum(CASE WHEN status = 'dropped' OR done_before THEN 0
                          ELSE coalesce(estimate_minutes, 0) END) AS total_minutes
               FROM items WHERE deleted_at IS NULL AND scope = 'item' GROUP BY job_id";
    rows(connection, sql, [], |row| {
        Ok(JobCounts {
            job_id: id(row, "job_id")?,
            items: row.get("items")?,
            finished: row.get("finished")?,
            in_review: row.get("in_review")?,
            total_minutes: row.get("total_minutes")?,
        })
    })
}
