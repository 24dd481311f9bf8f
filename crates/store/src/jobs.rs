//! The table `jobs`.

use halfday_domain::id::{JobId, TemplateId};
use rusqlite::{Connection, Row, named_params};

use crate::Error;
use crate::sql::{id, id_or_none, maybe, rows};

/// A job as it is stored, without its brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub id: JobId,
    pub number: i64,
    pub title: String,
    /// The code of the brief's language.
    pub brief_lang: Option<String>,
    pub workspace: Option<String>,
    pub own_minutes_guess: Option<u32>,
    pub guess_share: Option<f64>,
    /// The list it was made from; jobs of one template are trials of the same job.
    pub template_id: Option<TemplateId>,
    /// Which trial of its template it is, from 1.
    pub trial: Option<u32>,
    pub is_sample: bool,
    pub created_at: i64,
    pub closed_at: Option<i64>,
    /// When the same job shall be done again.
    pub again_due_at: Option<i64>,
}

/// A job to be stored.
#[derive(Debug, Clone)]
pub struct NewJob {
    pub job: Job,
    /// The pasted text, verbatim.
    pub brief: String,
}

const COLUMNS: &str = "id, number, title, brief_lang, workspace, own_minutes_guess, guess_share, \
                       template_id, trial, is_sample, created_at, closed_at, again_due_at";

fn read(row: &Row<'_>) -> rusqlite::Result<Job> {
    Ok(Job {
        id: id(row, "id")?,
        number: row.get("number")?,
        title: row.get("title")?,
        brief_lang: row.get("brief_lang")?,
        workspace: row.get("workspace")?,
        own_minutes_guess: row.get("own_minutes_guess")?,
        guess_share: row.get("guess_share")?,
        template_id: id_or_none(row, "template_id")?,
        trial: row.get("trial")?,
        is_sample: row.get("is_sample")?,
        created_at: row.get("created_at")?,
        closed_at: row.get("closed_at")?,
        again_due_at: row.get("again_due_at")?,
    })
}

/// The number the next job gets; numbers of deleted jobs are not used again.
pub fn next_number(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.query_row("SELECT coalesce(max(number), 0) + 1 FROM jobs", [], |row| row.get(0))?)
}

pub fn insert(connection: &Connection, new: &NewJob) -> Result<(), Error> {
    connection
        .prepare_cached(
            "INSERT INTO jobs (id, number, title, brief, brief_lang, workspace, own_minutes_guess,
                               guess_share, template_id, trial, is_sample, created_at, closed_at, again_due_at)
             VALUES (:id, :number, :title, :brief, :brief_lang, :workspace, :own_minutes_guess,
                     :guess_share, :template_id, :trial, :is_sample, :created_at, :closed_at, :again_due_at)",
        )?
        .execute(named_params! {
            ":id": new.job.id.to_string(),
            ":number": new.job.number,
            ":title": new.job.title,
            ":brief": new.brief,
            ":brief_lang": new.job.brief_lang,
            ":workspace": new.job.workspace,
            ":own_minutes_guess": new.job.own_minutes_guess,
            ":guess_share": new.job.guess_share,
            ":template_id": new.job.template_id.map(|template| template.to_string()),
            ":trial": new.job.trial,
            ":is_sample": new.job.is_sample,
            ":created_at": new.job.created_at,
            ":closed_at": new.job.closed_at,
            ":again_due_at": new.job.again_due_at,
        })?;
    Ok(())
}

/// The job with this number, unless it was deleted.
pub fn by_number(connection: &Connection, number: i64) -> Result<Option<Job>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE number = ?1 AND deleted_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([number], read))?)
}

/// The job with this id, unless it was deleted.
pub fn by_id(connection: &Connection, job: JobId) -> Result<Option<Job>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1 AND deleted_at IS NULL");
    Ok(maybe(connection.prepare_cached(&sql)?.query_row([job.to_string()], read))?)
}

/// All jobs, newest first.
pub fn all(connection: &Connection) -> Result<Vec<Job>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE deleted_at IS NULL ORDER BY number DESC");
    rows(connection, &sql, [], read)
}

/// The brief, verbatim.
pub fn brief(connection: &Connection, job: JobId) -> Result<String, Error> {
    Ok(connection.query_row("SELECT brief FROM jobs WHERE id = ?1", [job.to_string()], |row| row.get(0))?)
}

/// The number the next trial of a template gets; removed jobs keep theirs.
pub fn next_trial(connection: &Connection, template: TemplateId) -> Result<u32, Error> {
    let sql = "SELECT coalesce(max(trial), 0) + 1 FROM jobs WHERE template_id = ?1";
    Ok(connection.query_row(sql, [template.to_string()], |row| row.get(0))?)
}

/// The list a job was made from, so that the same job again is a trial of it.
pub fn set_template(
    connection: &Connection,
    job: JobId,
    template: TemplateId,
    trial: u32,
) -> Result<(), Error> {
    connection.execute(
        "UPDATE jobs SET template_id = ?2, trial = ?3 WHERE id = ?1 AND template_id IS NULL",
        (job.to_string(), template.to_string(), trial),
    )?;
    Ok(())
}
