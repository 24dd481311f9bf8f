//! Taking one item from the queue: guarded, counted and written in one transaction.

use halfday_domain::attempt::Purpose;
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::id::{AttemptId, ItemId, OwnerId};
use halfday_domain::item::ItemEvent;
use halfday_domain::queue::{Held, QueueLimits};
use halfday_store::agents::{self, Agent};
use halfday_store::benches;
use halfday_store::claims::{self, FIRST_EPOCH, NewOwned, Waiting};
use halfday_store::items::{self, Item};
use halfday_store::jobs::{self, Job};
use halfday_store::owned::{self, Hold};
use serde_json::json;

use crate::clipboard::missing;
use crate::held::{held_text, queue};
use crate::reference::{self, reference_of};
use crate::retry::{asked, went_wrong_count};
use crate::settings;
use crate::work::Work;
use crate::{App, Error};

/// An attempt that was claimed: ours to drive.
#[derive(Debug, Clone)]
pub(super) struct Claimed {
    pub(super) hold: Hold,
    pub(super) item: Item,
    pub(super) job: Job,
    pub(super) reference: String,
    pub(super) agent: Agent,
    pub(super) purpose: Purpose,
    pub(super) number: u32,
    /// Attempts that went wrong, this one included.
    pub(super) tried: u32,
    pub(super) goes_on_from: Option<AttemptId>,
}

/// What the queue has to give.
pub(super) struct Taken {
    pub(super) claimed: Option<Claimed>,
    /// What stays, and why.
    pub(super) held: Vec<StillHeld>,
}

/// An item that stays in the queue.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StillHeld {
    pub(super) item: ItemId,
    pub(super) reference: String,
    pub(super) why: Held,
    pub(super) needs_person: bool,
    pub(super) text: String,
}

impl App {
    /// Takes the next item that may start, if there is one.
    pub(super) fn claim(&self, only: &[ItemId], at_once: Option<u32>) -> Result<Taken, Error> {
        let owner = self.store.owner_id();
        let words = self.words();
        let only = only.to_vec();
        self.fact(Actor::Program, move |work| {
            let mut limits: QueueLimits = settings::queue_limits(work.tx)?;
            limits.at_once = at_once.unwrap_or(limits.at_once);
            let queue = queue(work.tx, limits, work.at)?;
            let mut taken = Taken { claimed: None, held: vec![] };
            for (one, held) in queue.waiting {
                if !only.is_empty() && !only.contains(&one.item.id) {
                    continue;
                }
                match held {
                    None if taken.claimed.is_none() => taken.claimed = Some(begin(work, one, owner)?),
                    // It is looked at again with what was just begun counted.
                    None => {}
                    Some(why) => taken.held.push(StillHeld {
                        item: one.item.id,
                        reference: reference_of(work.tx, &one.item)?,
                        needs_person: why.needs_person(&queue.load),
                        text: held_text(work.tx, words, &why)?,
                        why,
                    }),
                }
            }
            Ok(taken)
        })
    }

    /// The items that are meant by jobs and items as people name them.
    pub(super) fn items_meant(&self, only: &[String]) -> Result<Vec<ItemId>, Error> {
        let only = only.to_vec();
        self.store.read(move |connection| {
            let mut found = vec![];
            for name in &only {
                match reference::item(connection, name) {
                    Ok(item) => found.push(item.parent_id.unwrap_or(item.id)),
                    Err(item_error) => match reference::job(connection, name) {
                        Ok(job) => {
                            found.extend(items::of_job(connection, job.id)?.into_iter().map(|item| item.id));
                        }
                        Err(_) if name.contains('.') => return Err(item_error),
                        Err(job_error) => return Err(job_error),
                    },
                }
            }
            Ok(found)
        })
    }
}

fn begin(work: &mut Work<'_>, one: Waiting, owner: OwnerId) -> Result<Claimed, Error> {
    let Waiting { item, assignment_id, agent_id, purpose } = one;
    let job = jobs::by_id(work.tx, item.job_id)?.ok_or_else(|| missing(item.id))?;
    let agent = agents::by_id(work.tx, agent_id)?
        .ok_or_else(|| Error::AgentNotFound { agent: agent_id.to_string() })?;
    let goes_on_from = match purpose {
        Purpose::Work => owned::to_go_on_from(work.tx, item.id)?,
        Purpose::Shadow | Purpose::Bench => None,
    };
    let id = work.ids.make(AttemptId::from_parts)?;
    let number = claims::next_number(work.tx, item.id, purpose)?;
    let tried = went_wrong_count(work.tx, item.id)? + 1;
    claims::insert(
        work.tx,
        &NewOwned {
            id,
            item_id: item.id,
            assignment_id,
            number,
            purpose,
            owner,
            asked: Some(asked(work.tx, &item)?),
            goes_on_from,
            started_at: work.at,
        },
    )?;
    match purpose {
        Purpose::Work => work.happen(&item, ItemEvent::Claimed)?,
        Purpose::Bench => benches::begin(work.tx, assignment_id, id)?,
        Purpose::Shadow => {}
    }
    work.event(EventKind::AttemptStarted, Some(&item), json!({ "attempt": id.to_string() }))?;
    Ok(Claimed {
        hold: Hold { attempt: id, owner, epoch: FIRST_EPOCH },
        reference: reference_of(work.tx, &item)?,
        // As it stands now: at work.
        item: items::by_id(work.tx, item.id)?.ok_or_else(|| missing(item.id))?,
        job,
        agent,
        purpose,
        number,
        tried,
        goes_on_from,
    })
}
