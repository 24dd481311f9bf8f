//! Handing over and taking back: items one by one, a bundle, or the whole job as one.

use halfday_domain::change::{Change, Row};
use halfday_domain::event::EventKind;
use halfday_domain::facts::{IntervalKind, IntervalSource, Scope};
use halfday_domain::id::{AgentId, AssignmentId, IntervalId, ItemId};
use halfday_domain::item::{ItemEvent, ItemStatus};
use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, Risk, Suggested, Why};
use halfday_domain::queue::ON_HOLD;
use halfday_store::agents::{self, Agent};
use halfday_store::assignments::{self, FrozenEstimate, NewAssignment};
use halfday_store::intervals::{self, NewInterval};
use halfday_store::items::{self, Item, ItemFiles};
use halfday_store::jobs;
use serde_json::json;

use crate::api::{AssignAsOne, AssignItems, AssignJob, BoardView, Guess, Start, To};
use crate::forecast::{HandedOver, keep_guess};
use crate::items::{checked_minutes, one_job};
use crate::leave::take_back;
use crate::place::place;
use crate::reach;
use crate::reference::{self, reference_of};
use crate::settings;
use crate::work::Work;
use crate::{App, Error};

/// The agent that needs nothing: the person carries the brief to any chat.
pub(crate) const CLIPBOARD: &str = "clipboard";
/// A background run does not start before this many milliseconds have passed: time for an undo.
const GRACE_MS: i64 = 5_000;

/// What is decided together with a handover.
#[derive(Debug, Clone, Default)]
pub(crate) struct Handover {
    pub(crate) guess: Option<Guess>,
    /// The estimate the person states now.
    pub(crate) minutes: Option<u32>,
    pub(crate) start: Option<Start>,
}

impl Handover {
    /// Before which moment the work does not begin; `None`: at once.
    fn not_before(&self, now: i64) -> Option<i64> {
        match self.start {
            None => Some(now + GRACE_MS),
            Some(Start::Now) => None,
            Some(Start::OnHold) => Some(ON_HOLD),
        }
    }
}

impl App {
    /// Hands items over or takes them back. A drop is this command.
    pub fn assign_items(&self, request: AssignItems) -> Result<BoardView, Error> {
        let minutes = request.minutes.map(checked_minutes).transpose()?;
        let handover = Handover { guess: request.guess, minutes, start: request.start };
        let job = self.command("give", move |work| {
            let named = reference::items_named(work.tx, &request.items)?;
            let job = one_job(&named)?;
            for item in &named {
                refuse_closed(work, item)?;
                work.about(item);
                match agent_of(work, &request.to)? {
                    Some(agent) => hand_over(work, item, &agent, handover.clone())?,
                    None => take_back(work, item, request.because.clone())?,
                }
            }
            if let Some(to) = &request.place {
                let again = reference::items_named(work.tx, &request.items)?;
                place(work, &again, to)?;
            }
            Ok(job)
        })?;
        self.board_of(job)
    }

    /// Hands the whole job over as one: its open items are the acceptance.
    pub fn assign_job(&self, request: AssignJob) -> Result<BoardView, Error> {
        let handover = Handover { guess: request.guess, minutes: request.minutes, start: request.start };
        let job = self.command("give-job", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            let all = items::of_job(work.tx, job.id)?;
            let Some(agent) = agent_of(work, &request.to)? else {
                // Taking the job back takes back what hands it over as one.
                for item in all.iter().filter(|item| item.scope == Scope::Job && item.status.is_with_ai()) {
                    work.about(item);
                    take_back(work, item, request.because.clone())?;
                }
                return Ok(job.id);
            };
            let open: Vec<Item> = all
                .into_iter()
                .filter(|item| item.status == ItemStatus::Open && item.parent_id.is_none())
                .collect();
            hand_over_as_one(work, &open, Scope::Job, job.title.clone(), &agent, handover.clone())?;
            Ok(job.id)
        })?;
        self.board_of(job)
    }

    /// Hands several items over as one bundle.
    pub fn assign_as_one(&self, request: AssignAsOne) -> Result<BoardView, Error> {
        let handover = Handover { guess: request.guess, minutes: request.minutes, start: request.start };
        let job = self.command("give-bundle", move |work| {
            let named = reference::items_named(work.tx, &request.items)?;
            let job = one_job(&named)?;
            let agent = match &request.agent {
                Some(name) => agent_of(work, &To::Agent(name.clone()))?,
                None => agent_of(work, &To::Ai)?,
            };
            let Some(agent) = agent else { return Err(Error::NothingNamed) };
            let title = named.iter().map(|item| item.title.as_str()).collect::<Vec<_>>().join(" + ");
            hand_over_as_one(work, &named, Scope::Bundle, title, &agent, handover.clone())?;
            Ok(job)
        })?;
        self.board_of(job)
    }
}

/// The agent that is meant; `None` is the person.
pub(crate) fn agent_of(work: &Work<'_>, to: &To) -> Result<Option<Agent>, Error> {
    match to {
        To::Me => Ok(None),
        To::Ai => {
            let preferred = settings::preferred_agent(work.tx)?;
            let found = preferred.map(|name| agents::by_name(work.tx, &name)).transpose()?.flatten();
            // One that is gone is no reason to refuse: the clipboard is always there.
            found.map_or_else(|| clipboard(work), Ok).map(Some)
        }
        To::Agent(name) if name == CLIPBOARD => clipboard(work).map(Some),
        To::Agent(name) => {
            let found = agents::by_name(work.tx, name)?;
            found.map(Some).ok_or_else(|| Error::AgentNotFound { agent: name.clone() })
        }
    }
}

/// The clipboard, made when it is first used.
pub(crate) fn clipboard(work: &Work<'_>) -> Result<Agent, Error> {
    if let Some(agent) = agents::by_name(work.tx, CLIPBOARD)? {
        return Ok(agent);
    }
    let agent = Agent {
        id: work.ids.make(AgentId::from_parts)?,
        name: CLIPBOARD.to_owned(),
        way: CLIPBOARD.to_owned(),
        family: String::new(),
        model: String::new(),
        config: json!({}),
        created_at: work.at,
        retired_at: None,
    };
    agents::insert(work.tx, &agent)?;
    Ok(agent)
}

/// Hands one item over: its estimate is frozen now.
pub(crate) fn hand_over(
    work: &mut Work<'_>,
    item: &Item,
    agent: &Agent,
    handover: Handover,
) -> Result<(), Error> {
    let holder = item.assignment.as_ref().and_then(|open| open.agent.as_ref());
    let has_it = holder.is_some_and(|(id, _)| *id == agent.id);
    let not_before = handover.not_before(work.at);
    let item = match item.status {
        // Handed over once more, it is tried again.
        ItemStatus::Blocked if has_it => {
            return work.happen_not_before(item, ItemEvent::Unblocked, not_before);
        }
        ItemStatus::Queued if has_it && handover.start.is_none() => return Ok(()),
        // It only changes hands, or its time: nobody has begun.
        ItemStatus::Queued | ItemStatus::Blocked => {
            take_back(work, item, None)?;
            items::by_id(work.tx, item.id)?.ok_or(Error::ItemNotFound { item: item.id.to_string() })?
        }
        _ if item.status.is_with_ai() && has_it => return Ok(()),
        _ => item.clone(),
    };
    // It may have become an agent before this job had a folder.
    reach::prove_for(
        agent,
        jobs::by_id(work.tx, item.job_id)?.and_then(|job| job.workspace).map(Into::into),
    )?;
    stop_timer_of(work, &item)?;
    let frozen = match handover.minutes {
        Some(minutes) => FrozenEstimate { minutes: Some(minutes), source: EstimateSource::Person },
        None => FrozenEstimate { minutes: item.estimate_minutes, source: item.estimate_source },
    };
    work.happen_not_before(&item, ItemEvent::HandedOver, not_before)?;
    let assignment = assign(work, &item, agent.id, frozen, "chosen")?;
    if let Some(guess) = &handover.guess {
        keep_guess(work.tx, assignment, guess, work.at)?;
    }
    work.handed_over(HandedOver {
        assignment_id: assignment,
        kind: item.kind.clone(),
        minutes: frozen.minutes,
    });
    work.event(EventKind::Assigned, Some(&item), json!({ "agent": agent.id.to_string() }))
}

fn assign(
    work: &mut Work<'_>,
    item: &Item,
    agent: AgentId,
    frozen: FrozenEstimate,
    reason: &'static str,
) -> Result<AssignmentId, Error> {
    let id = work.ids.make(AssignmentId::from_parts)?;
    assignments::insert_ended(
        work.tx,
        &NewAssignment {
            id,
            item_id: item.id,
            agent_id: Some(agent),
            reason,
            frozen: Some(frozen),
            assigned_at: work.at,
        },
    )?;
    let end = item.assignment.as_ref().map(|open| open.id);
    work.change(Change::Assign { end, open: Some(id) })?;
    Ok(id)
}

/// One attempt for several items: a bundle, or the whole job. It freezes the sum of their estimates.
fn hand_over_as_one(
    work: &mut Work<'_>,
    covered: &[Item],
    scope: Scope,
    title: String,
    agent: &Agent,
    handover: Handover,
) -> Result<(), Error> {
    let Some(first) = covered.first() else { return Err(Error::NothingNamed) };
    for item in covered {
        if item.status != ItemStatus::Open || item.parent_id.is_some() || item.scope != Scope::Item {
            return Err(work.not_allowed(item)?);
        }
    }
    let is_guess = covered.iter().any(|item| item.estimate_source == EstimateSource::Rule);
    let sum: u32 = covered.iter().filter_map(|item| item.estimate_minutes).sum();
    let parent = Item {
        id: work.ids.make(ItemId::from_parts)?,
        job_id: first.job_id,
        number: items::next_number(work.tx, first.job_id)?,
        parent_id: None,
        scope,
        position: first.position,
        section: first.section.clone(),
        title,
        instructions: String::new(),
        kind: if covered.iter().all(|item| item.kind == first.kind) {
            first.kind.clone()
        } else {
            Kind::Unsaid
        },
        risk: Risk::None,
        suggested: Suggested::Either,
        why: Why::NothingSays,
        estimate_minutes: (sum > 0).then_some(sum),
        estimate_source: if is_guess { EstimateSource::Rule } else { EstimateSource::Person },
        status: ItemStatus::Open,
        not_before: None,
        spans: vec![],
        files: ItemFiles::default(),
        done_before: false,
        // What may run commands for each of them may for all; for one alone would be more than was allowed.
        commands_since: covered.iter().all(|item| item.commands_since.is_some()).then_some(work.at),
        created_at: work.at,
        assignment: None,
    };
    items::insert(work.tx, &parent)?;
    work.made(Change::Bring { rows: vec![Row::Item(parent.id)] });
    hand_over(work, &parent, agent, handover)?;
    let ids = covered.iter().map(|item| item.id).collect();
    work.change(Change::Cover { parent: parent.id, items: ids })?;
    work.about(&parent);
    Ok(())
}

/// Stops the item's timer, if it runs, and keeps its minutes.
pub(crate) fn stop_timer_of(work: &mut Work<'_>, item: &Item) -> Result<(), Error> {
    match intervals::running_timer(work.tx)? {
        Some((timed, started_at)) if timed == item.id => {
            work.change(Change::Timer { item: item.id, before: Some(started_at), after: None })?;
            let ms = (work.at - started_at).max(0);
            add_interval(work, item, None, IntervalKind::Work, IntervalSource::Measured, started_at, ms)?;
            work.event(EventKind::TimerChanged, Some(item), json!({ "ms": ms }))
        }
        Some(_) | None => Ok(()),
    }
}

/// Keeps a stretch of the person's time.
pub(crate) fn add_interval(
    work: &mut Work<'_>,
    item: &Item,
    review_id: Option<halfday_domain::id::ReviewId>,
    kind: IntervalKind,
    source: IntervalSource,
    started_at: i64,
    ms: i64,
) -> Result<(), Error> {
    let id = work.ids.make(IntervalId::from_parts)?;
    intervals::insert(
        work.tx,
        &NewInterval {
            id,
            job_id: item.job_id,
            item_id: Some(item.id),
            review_id,
            kind,
            source,
            started_at,
            ms,
        },
    )?;
    work.made(Change::Reinstate { facts: vec![halfday_domain::change::Fact::Interval(id)] });
    Ok(())
}

/// Refuses work on a closed job.
pub(crate) fn refuse_closed(work: &Work<'_>, item: &Item) -> Result<(), Error> {
    match jobs::by_id(work.tx, item.job_id)? {
        Some(job) if job.closed_at.is_some() => Err(Error::JobClosed { job: job.number.to_string() }),
        Some(_) => Ok(()),
        None => Err(Error::ItemNotFound { item: reference_of(work.tx, item)? }),
    }
}
