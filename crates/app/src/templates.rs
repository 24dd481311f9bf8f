//! Lists to be used again: saved from a job, used for a new one, and the same job again as a trial of its list.

use halfday_domain::change::{Change, Row};
use halfday_domain::event::EventKind;
use halfday_domain::facts::Scope;
use halfday_domain::fmt;
use halfday_domain::id::{ItemId, TemplateId};
use halfday_domain::item::ItemStatus;
use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, Plan, PlanItem, PlanSubitem, Risk, Suggested, Why};
use halfday_domain::words::Language;
use halfday_store::items::{self, Item};
use halfday_store::jobs::{self, Job};
use halfday_store::subitems;
use halfday_store::templates::{self, Template};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::api::{
    BoardView, JobRef, JobRow, Nothing, RemindAgain, SaveTemplate, TemplateRef, TemplateView, TemplatesView,
    UseTemplate,
};
use crate::jobs::{Made, absolute, store_plan};
use crate::views::job_row;
use crate::work::Work;
use crate::{App, Error, reference};

/// A reminder further away than this is a slip of the key.
const MOST_DAYS: u32 = 3_660;
/// For an item without minutes whose title says nothing either.
const MISSING_MINUTES: u32 = 30;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What a saved list holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Body {
    title: String,
    brief: String,
    language: String,
    items: Vec<BodyItem>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct BodyItem {
    title: String,
    instructions: String,
    section: String,
    minutes: Option<u32>,
    source: String,
    kind: String,
    suggested: String,
    why: String,
    risk: String,
    done_when: Vec<String>,
    inputs: Vec<String>,
    outputs: Vec<String>,
    subitems: Vec<String>,
    /// Positions in the list.
    needs: Vec<usize>,
}

impl App {
    /// All saved lists.
    pub fn templates(&self, _: Nothing) -> Result<TemplatesView, Error> {
        let (words, calendar) = (self.words(), self.calendar());
        self.store.read(move |connection| {
            let uses = templates::uses(connection)?;
            let view = |template: Template| {
                let body = body_of(&template)?;
                let used = uses.iter().find(|one| one.template_id == template.id);
                let minutes: u32 = body.items.iter().filter_map(|item| item.minutes).sum();
                Ok(TemplateView {
                    name: template.name,
                    items: u32::try_from(body.items.len()).unwrap_or(u32::MAX),
                    minutes_text: fmt::duration(words.language(), f64::from(minutes)),
                    used: used.map_or(0, |used| used.jobs),
                    used_text: match used {
                        Some(used) => {
                            let day = fmt::date(words.language(), calendar.day_of(used.last_at));
                            words.say("template-used", &[("count", &used.jobs.to_string()), ("date", &day)])
                        }
                        None => words.word("template-unused"),
                    },
                    titles: body.items.into_iter().map(|item| item.title).collect(),
                })
            };
            Ok(TemplatesView {
                templates: templates::all(connection)?.into_iter().map(view).collect::<Result<_, Error>>()?,
            })
        })
    }

    /// Saves a job's list under a name. The job becomes the first trial of it, if it is of no other list.
    pub fn save_template(&self, request: SaveTemplate) -> Result<TemplatesView, Error> {
        let name = crate::items::one_line(&request.name).ok_or(Error::TitleEmpty)?;
        self.command("template-save", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            if templates::by_name(work.tx, &name)?.is_some() {
                return Err(Error::TemplateNameTaken { name });
            }
            work.about_job(job.id);
            save(work, &job, name)?;
            Ok(())
        })?;
        self.templates(Nothing {})
    }

    /// Deletes a list; the jobs made from it stay.
    pub fn delete_template(&self, request: TemplateRef) -> Result<TemplatesView, Error> {
        self.command("template-delete", move |work| {
            let template = named(work, &request.name)?;
            work.change(Change::Remove { rows: vec![Row::Template(template.id)] })?;
            work.event(EventKind::TemplateDeleted, None, json!({}))
        })?;
        self.templates(Nothing {})
    }

    /// A new job from a saved list.
    pub fn use_template(&self, request: UseTemplate) -> Result<BoardView, Error> {
        let workspace = request.workspace.map(|folder| absolute(&folder)).transpose()?;
        let id = self.command("new", move |work| {
            let template = named(work, &request.name)?;
            make(work, &template, request.text, request.title.as_deref(), workspace)
        })?;
        self.board_of(id)
    }

    /// The same job again: a new trial of its list. A job without a list gets one, under its own title.
    pub fn repeat_job(&self, request: JobRef) -> Result<BoardView, Error> {
        let id = self.command("again", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            let kept = match job.template_id {
                Some(template) => templates::by_id(work.tx, template)?,
                None => None,
            };
            let template = if let Some(template) = kept {
                template
            } else {
                let name = free_name(work, &job.title)?;
                save(work, &job, name)?
            };
            if let Some(due) = job.again_due_at {
                work.change(Change::Remind { job: job.id, before: Some(due), after: None })?;
            }
            make(work, &template, None, Some(&job.title), job.workspace)
        })?;
        self.board_of(id)
    }

    /// When the same job shall be done again.
    pub fn remind_again(&self, request: RemindAgain) -> Result<JobRow, Error> {
        if let Some(days) = request.days.filter(|days| *days > MOST_DAYS) {
            return Err(Error::DaysOutOfRange { days });
        }
        let words = self.words();
        let id = self.command("remind", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            let after = request.days.map(|days| work.at + i64::from(days) * DAY_MS);
            work.about_job(job.id);
            if job.again_due_at != after {
                work.change(Change::Remind { job: job.id, before: job.again_due_at, after })?;
                work.event(EventKind::JobChanged, None, json!({ "again_due_at": after }))?;
            }
            Ok(job.id)
        })?;
        self.store.read(move |connection| {
            let job =
                jobs::by_id(connection, id)?.ok_or_else(|| Error::JobNotFound { job: id.to_string() })?;
            let counts = items::counts(connection)?;
            Ok(job_row(words, &job, counts.iter().find(|counts| counts.job_id == job.id)))
        })
    }
}

fn named(work: &Work<'_>, name: &str) -> Result<Template, Error> {
    templates::by_name(work.tx, name.trim())?
        .ok_or_else(|| Error::TemplateNotFound { name: name.trim().to_owned() })
}

fn body_of(template: &Template) -> Result<Body, Error> {
    serde_json::from_str(&template.body)
        .map_err(|source| Error::ReadRequest { command: "template".to_owned(), source })
}

/// The title, or the title with the next free number.
fn free_name(work: &Work<'_>, title: &str) -> Result<String, Error> {
    let mut name = title.to_owned();
    let mut number = 2;
    while templates::by_name(work.tx, &name)?.is_some() {
        name = format!("{title} ({number})");
        number += 1;
    }
    Ok(name)
}

/// Saves the list of a job and makes the job a trial of it.
fn save(work: &mut Work<'_>, job: &Job, name: String) -> Result<Template, Error> {
    let body = list_of(work, job)?;
    let body = serde_json::to_string(&body)
        .map_err(|source| Error::WriteView { command: "template".to_owned(), source })?;
    let template = Template { id: work.ids.make(TemplateId::from_parts)?, name, body, created_at: work.at };
    templates::insert(work.tx, &template)?;
    work.made(Change::Bring { rows: vec![Row::Template(template.id)] });
    jobs::set_template(work.tx, job.id, template.id, 1)?;
    work.event(EventKind::TemplateSaved, None, json!({}))?;
    Ok(template)
}

/// What a job's list says, without what became of it.
fn list_of(work: &Work<'_>, job: &Job) -> Result<Body, Error> {
    let listed: Vec<Item> = items::of_job(work.tx, job.id)?
        .into_iter()
        .filter(|item| item.scope == Scope::Item && item.status != ItemStatus::Dropped)
        .collect();
    if listed.is_empty() {
        return Err(Error::ListEmpty);
    }
    let ids: Vec<ItemId> = listed.iter().map(|item| item.id).collect();
    let all_needs = subitems::needs(work.tx, job.id)?;
    let mut items = vec![];
    for item in listed {
        let needs = all_needs.iter().filter(|(from, _)| *from == item.id);
        items.push(BodyItem {
            needs: needs.filter_map(|(_, needed)| ids.iter().position(|id| id == needed)).collect(),
            done_when: subitems::checks_of(work.tx, item.id)?.into_iter().map(|check| check.text).collect(),
            subitems: subitems::of_item(work.tx, item.id)?.into_iter().map(|line| line.title).collect(),
            title: item.title,
            instructions: item.instructions,
            section: item.section,
            minutes: item.estimate_minutes,
            source: item.estimate_source.code().to_owned(),
            kind: item.kind.code().to_owned(),
            suggested: item.suggested.code().to_owned(),
            why: item.why.code().to_owned(),
            risk: item.risk.code().to_owned(),
            inputs: item.files.inputs,
            outputs: item.files.outputs,
        });
    }
    Ok(Body {
        title: job.title.clone(),
        brief: jobs::brief(work.tx, job.id)?,
        language: job.brief_lang.clone().unwrap_or_default(),
        items,
    })
}

/// A job from a list: its next trial.
fn make(
    work: &mut Work<'_>,
    template: &Template,
    brief: Option<String>,
    title: Option<&str>,
    workspace: Option<String>,
) -> Result<halfday_domain::id::JobId, Error> {
    let body = body_of(template)?;
    let trial = jobs::next_trial(work.tx, template.id)?;
    let title = title.and_then(crate::items::one_line).unwrap_or(body.title);
    let plan = Plan {
        title,
        language: Language::from_code(&body.language).unwrap_or(Language::En),
        hours_stated: None,
        questions: vec![],
        items: body.items.into_iter().map(plan_item).collect(),
        text_spans: vec![],
    };
    store_plan(
        work,
        Made {
            plan: &plan,
            brief: brief.unwrap_or(body.brief),
            workspace,
            trial_of: Some((template.id, trial)),
            is_sample: false,
        },
    )
}

fn plan_item(item: BodyItem) -> PlanItem {
    let guess =
        || halfday_split::quick(&item.title).map_or(MISSING_MINUTES, |quick| quick.item.estimate_minutes);
    let minutes = item.minutes.unwrap_or_else(guess);
    PlanItem {
        title: item.title,
        instructions: item.instructions,
        section: item.section,
        estimate_minutes: minutes,
        estimate_source: EstimateSource::from_code(&item.source).unwrap_or(EstimateSource::Rule),
        kind: Kind::from(item.kind),
        suggested: Suggested::from_code(&item.suggested).unwrap_or(Suggested::Either),
        why: Why::from_code(&item.why).unwrap_or(Why::NothingSays),
        risk: Risk::from_code(&item.risk).unwrap_or(Risk::None),
        depends_on: item.needs,
        done_when: item.done_when,
        inputs: item.inputs,
        outputs: item.outputs,
        done: false,
        source_spans: vec![],
        subitems: item
            .subitems
            .into_iter()
            .map(|title| PlanSubitem { title, done: false, source_spans: vec![] })
            .collect(),
    }
}
