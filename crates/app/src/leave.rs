//! What AI has leaves its hands, taken back or dropped. If something came back that nobody judged, or
//! a brief is out that nobody was heard of again, the person is asked what became of it: bad answers
//! are the ones nobody reports. They may decline to say, and then the record shows just that.

use halfday_domain::attempt::Outcome;
use halfday_domain::change::Change;
use halfday_domain::event::EventKind;
use halfday_domain::facts::Scope;
use halfday_domain::failure::FailureReason;
use halfday_domain::id::{AttemptId, ItemId};
use halfday_domain::item::{ItemEvent, ItemStatus, WaitingFor, Worker};
use halfday_domain::review::{Rejection, Verdict};
use halfday_store::attempts;
use halfday_store::items::{self, Item};
use serde_json::json;

use crate::Error;
use crate::api::Unlooked;
use crate::reference::reference_of;
use crate::work::Work;

/// Gives an item back to the person.
pub(crate) fn take_back(work: &mut Work<'_>, item: &Item, because: Option<Unlooked>) -> Result<(), Error> {
    let is_theirs =
        matches!(item.status, ItemStatus::Open | ItemStatus::Working(Worker::Me) | ItemStatus::Done);
    if is_theirs && item.parent_id.is_none() {
        return Ok(());
    }
    say_what_became(work, item, because)?;
    let_go(work, item, ItemEvent::TakenBack)
}

/// Nobody will do the item.
pub(crate) fn drop_item(work: &mut Work<'_>, item: &Item, because: Option<Unlooked>) -> Result<(), Error> {
    say_what_became(work, item, because)?;
    let_go(work, item, ItemEvent::Dropped)
}

/// Writes down what the person says of an attempt that has no end or no verdict; without a word from
/// them, this is refused.
fn say_what_became(work: &mut Work<'_>, item: &Item, because: Option<Unlooked>) -> Result<(), Error> {
    match item.status {
        ItemStatus::InReview => match because {
            None => Err(Error::SayIfLooked { item: reference_of(work.tx, item)? }),
            Some(Unlooked::Rejected) => {
                let Some(attempt) = attempts::of_item(work.tx, item.id)?.pop() else { return Ok(()) };
                let verdict = Verdict::Rejected { reason: Rejection::Other, first_wrong_step: None };
                crate::review::record(work, item, attempt.id, verdict, String::new())
            }
            Some(Unlooked::NotLookedAt | Unlooked::Unsaid) => Ok(()),
        },
        ItemStatus::Waiting(WaitingFor::Paste) => match because {
            None => Err(Error::SayWhatBecame { item: reference_of(work.tx, item)? }),
            Some(Unlooked::Rejected) => {
                let outcome = Outcome::Failed(FailureReason::RejectedByPerson);
                close_open(work, item, outcome, Some(Rejection::Other.code()))
            }
            Some(Unlooked::NotLookedAt | Unlooked::Unsaid) => {
                close_open(work, item, Outcome::Stopped(None), None)
            }
        },
        ItemStatus::Open
        | ItemStatus::Queued
        | ItemStatus::Working(_)
        | ItemStatus::Waiting(_)
        | ItemStatus::Done
        | ItemStatus::Blocked
        | ItemStatus::Dropped => Ok(()),
    }
}

fn close_open(
    work: &mut Work<'_>,
    item: &Item,
    outcome: Outcome,
    detail: Option<&'static str>,
) -> Result<(), Error> {
    let Some(open) = attempts::open_of(work.tx, item.id)? else { return Ok(()) };
    close_attempt(work, open.attempt_id, outcome, detail)?;
    work.event(EventKind::AttemptEnded, Some(item), json!({ "outcome": outcome.code().code() }))
}

/// The item leaves AI's hands by `event` (taken back or dropped): the assignment ends, covered items
/// are free again.
pub(crate) fn let_go(work: &mut Work<'_>, item: &Item, event: ItemEvent) -> Result<(), Error> {
    work.happen(item, event)?;
    end_assignment(work, item)?;
    if item.scope != Scope::Item && event != ItemEvent::Dropped {
        // What handed several items over as one has no work of its own left.
        let open = Item { status: ItemStatus::Open, ..item.clone() };
        work.happen(&open, ItemEvent::Dropped)?;
    }
    Ok(())
}

/// Ends who has the item, and frees what it covers.
pub(crate) fn end_assignment(work: &mut Work<'_>, item: &Item) -> Result<(), Error> {
    if let Some(open) = &item.assignment {
        work.change(Change::Assign { end: Some(open.id), open: None })?;
    }
    let covered: Vec<ItemId> =
        items::covered_by(work.tx, item.id)?.iter().map(|covered| covered.id).collect();
    if !covered.is_empty() {
        work.change(Change::Uncover { parent: item.id, items: covered })?;
    }
    Ok(())
}

/// Closes an attempt. Undone, it goes on as a new row with the same brief: a closed one never changes.
pub(crate) fn close_attempt(
    work: &mut Work<'_>,
    attempt: AttemptId,
    outcome: Outcome,
    detail: Option<&str>,
) -> Result<(), Error> {
    attempts::close(work.tx, attempt, outcome, detail, work.at)?;
    let goes_on_as = work.ids.make(AttemptId::from_parts)?;
    work.made(Change::Reclose { attempt, goes_on_as });
    Ok(())
}
