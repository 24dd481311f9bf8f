//! Jobs: store what the person accepts, list and show.

use halfday_domain::change::{Change, Row};
use halfday_domain::check::CheckSpec;
use halfday_domain::event::EventKind;
use halfday_domain::facts::Scope;
use halfday_domain::id::{ItemId, JobId, PlannedCheckId, SubitemId, TemplateId};
use halfday_domain::item::ItemStatus;
use halfday_domain::plan::{Plan, PlanItem};
use halfday_store::items::{self, Item, ItemFiles, POSITION_STEP};
use halfday_store::jobs::{self, Job, NewJob};
use halfday_store::subitems::{self, PlannedCheck, Subitem};
use serde_json::json;

use crate::api::{BoardView, CreateJob, GuessShare, JobRef, JobsView, ListJobs, SplitText};
use crate::planning::{pairs, plan};
use crate::views::{board, job_row};
use crate::work::Work;
use crate::{App, Error, draft, reference};

impl App {
    /// Splits the text and stores the job with its items, all of them with the person.
    pub fn create_job(&self, request: CreateJob) -> Result<BoardView, Error> {
        let CreateJob { text, hours, title, answer, .. } = request;
        let split = self.unveiled_answer(SplitText { text, hours, title, answer })?;
        let mut plan = plan(&split)?;
        if let Some(items) = request.items {
            plan.items = draft::accepted(items)?;
        }
        let workspace = request.workspace.map(|folder| absolute(&folder)).transpose()?;
        let brief = split.text;
        let id = self.command("new", move |work| {
            store_plan(work, Made { plan: &plan, brief, workspace, trial_of: None, is_sample: false })
        })?;
        self.board_of(id)
    }

    /// All jobs, newest first.
    pub fn list_jobs(&self, _: ListJobs) -> Result<JobsView, Error> {
        let words = self.words();
        self.store.read(move |connection| {
            let counts = items::counts(connection)?;
            let by_job: std::collections::HashMap<JobId, _> =
                counts.iter().map(|counts| (counts.job_id, counts)).collect();
            let jobs = jobs::all(connection)?;
            Ok(JobsView {
                jobs: jobs.iter().map(|job| job_row(words, job, by_job.get(&job.id).copied())).collect(),
            })
        })
    }

    /// A job and its two lanes.
    pub fn board(&self, request: JobRef) -> Result<BoardView, Error> {
        let words = self.words();
        self.store
            .read(move |connection| board(connection, words, &reference::job(connection, &request.job)?))
    }

    pub(crate) fn board_of(&self, job: JobId) -> Result<BoardView, Error> {
        self.board(JobRef { job: job.to_string() })
    }

    /// The person's guess of AI's part.
    pub fn guess_share(&self, request: GuessShare) -> Result<BoardView, Error> {
        if !(0.0..=1.0).contains(&request.share) {
            return Err(Error::ShareOutOfRange { share: request.share });
        }
        let id = self.command("guess", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            if job.closed_at.is_some() {
                return Err(Error::JobClosed { job: job.number.to_string() });
            }
            work.about_job(job.id);
            work.change(Change::Guess { job: job.id, before: job.guess_share, after: Some(request.share) })?;
            work.event(EventKind::JobChanged, None, json!({ "guess_share": request.share }))?;
            Ok(job.id)
        })?;
        self.board_of(id)
    }
}

/// The folder as an absolute path that exists.
pub(crate) fn absolute(folder: &str) -> Result<String, Error> {
    let path = std::path::Path::new(folder);
    let found = path.canonicalize().and_then(|path| {
        if path.is_dir() { Ok(path) } else { Err(std::io::Error::from(std::io::ErrorKind::NotADirectory)) }
    });
    match found {
        Ok(path) => Ok(path.to_string_lossy().into_owned()),
        Err(source) => Err(Error::ReadFile { path: path.to_owned(), source }),
    }
}

/// A job to be made of a plan.
pub(crate) struct Made<'a> {
    pub(crate) plan: &'a Plan,
    /// The pasted text, verbatim.
    pub(crate) brief: String,
    pub(crate) workspace: Option<String>,
    /// The list it is made from, and which trial of it.
    pub(crate) trial_of: Option<(TemplateId, u32)>,
    pub(crate) is_sample: bool,
}

/// Stores a job and its items, all of them with the person.
pub(crate) fn store_plan(work: &mut Work<'_>, made: Made<'_>) -> Result<JobId, Error> {
    let Made { plan, brief, workspace, trial_of, is_sample } = made;
    let job = Job {
        id: work.ids.make(JobId::from_parts)?,
        number: jobs::next_number(work.tx)?,
        title: plan.title.clone(),
        brief_lang: Some(plan.language.code().to_owned()),
        workspace,
        own_minutes_guess: plan.hours_stated.map(|hours| (hours * 60.0).round() as u32),
        guess_share: None,
        template_id: trial_of.map(|(template, _)| template),
        trial: trial_of.map(|(_, trial)| trial),
        is_sample,
        created_at: work.at,
        closed_at: None,
        again_due_at: None,
    };
    jobs::insert(work.tx, &NewJob { job: job.clone(), brief })?;
    let mut ids = Vec::with_capacity(plan.items.len());
    for (index, planned) in (1_i64..).zip(&plan.items) {
        ids.push(store_item(work, job.id, index, planned)?);
    }
    for (planned, item) in plan.items.iter().zip(&ids) {
        let needs: Vec<ItemId> =
            planned.depends_on.iter().filter_map(|index| ids.get(*index).copied()).collect();
        if !needs.is_empty() {
            subitems::set_needs(work.tx, *item, &needs)?;
        }
    }
    work.about_job(job.id);
    work.event(EventKind::JobCreated, None, json!({ "items": ids.len() }))?;
    // Undoing removes the job as a whole; its items go with it.
    work.made(Change::Bring { rows: vec![Row::Job(job.id)] });
    Ok(job.id)
}

pub(crate) fn store_item(
    work: &mut Work<'_>,
    job: JobId,
    index: i64,
    planned: &PlanItem,
) -> Result<ItemId, Error> {
    let item = Item {
        id: work.ids.make(ItemId::from_parts)?,
        job_id: job,
        number: index,
        parent_id: None,
        scope: Scope::Item,
        position: index * POSITION_STEP,
        section: planned.section.clone(),
        title: planned.title.clone(),
        instructions: planned.instructions.clone(),
        kind: planned.kind.clone(),
        risk: planned.risk,
        suggested: planned.suggested,
        why: planned.why,
        estimate_minutes: Some(planned.estimate_minutes),
        estimate_source: planned.estimate_source,
        status: if planned.done { ItemStatus::Done } else { ItemStatus::Open },
        not_before: None,
        spans: pairs(&planned.source_spans),
        files: ItemFiles { inputs: planned.inputs.clone(), outputs: planned.outputs.clone() },
        done_before: planned.done,
        commands_since: None,
        created_at: work.at,
        assignment: None,
    };
    items::insert(work.tx, &item)?;
    for (position, subitem) in (0_i64..).zip(&planned.subitems) {
        subitems::insert(
            work.tx,
            &Subitem {
                id: work.ids.make(SubitemId::from_parts)?,
                item_id: item.id,
                position,
                title: subitem.title.clone(),
                done: subitem.done,
                spans: pairs(&subitem.source_spans),
            },
        )?;
    }
    plan_checks(work, item.id, &planned.done_when)?;
    subitems::set_checks(work.tx, item.id, &planned.done_when, work.at)?;
    Ok(item.id)
}

/// Plans the lines of *done when* that the item has not had before; they do not stand yet.
pub(crate) fn plan_checks(work: &Work<'_>, item: ItemId, lines: &[String]) -> Result<(), Error> {
    for line in lines {
        if subitems::is_planned(work.tx, item, line)? {
            continue;
        }
        let spec = CheckSpec::parse(line);
        let json = serde_json::to_string(&spec)
            .map_err(|source| Error::WriteView { command: "done_when".to_owned(), source })?;
        subitems::plan_check(
            work.tx,
            &PlannedCheck {
                id: work.ids.make(PlannedCheckId::from_parts)?,
                item_id: item,
                position: 0,
                text: line.clone(),
                kind: spec.kind().to_owned(),
                spec: json,
            },
            work.at,
        )?;
    }
    Ok(())
}
