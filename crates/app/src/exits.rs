//! The two other honest exits of a copied brief: the answer was no good, or it was never sent.

use halfday_domain::attempt::Outcome;
use halfday_domain::event::EventKind;
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::item::{AfterFailure, ItemEvent};
use halfday_store::attempts::{self, CopiedBrief};
use halfday_store::items::{self, Item};
use serde_json::json;

use crate::api::{ItemRef, ItemView, NoGood, Then};
use crate::clipboard::{missing, rejection};
use crate::leave::{close_attempt, end_assignment, let_go};
use crate::reference::{self, reference_of};
use crate::work::Work;
use crate::{App, Error};

impl App {
    /// The answer was no good: a failure that counts, with its reason.
    pub fn no_good(&self, request: NoGood) -> Result<ItemView, Error> {
        let reason = rejection(&request.reason)?;
        let item = self.command("nogood", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let copied = open_attempt(work, &item)?;
            work.about(&item);
            let outcome = Outcome::Failed(FailureReason::RejectedByPerson);
            close_attempt(work, copied.attempt_id, outcome, Some(reason.code()))?;
            match request.then {
                Then::Retry => work.happen(&item, ItemEvent::Failed(AfterFailure::Retry))?,
                Then::TakeBack => {
                    work.happen(&item, ItemEvent::Failed(AfterFailure::GiveUp))?;
                    let blocked = items::by_id(work.tx, item.id)?.ok_or_else(|| missing(item.id))?;
                    let_go(work, &blocked, ItemEvent::TakenBack)?;
                }
            }
            work.event(
                EventKind::AttemptEnded,
                Some(&item),
                json!({ "outcome": "failed", "reason": reason.code() }),
            )?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }

    /// The brief never went to any chat: the attempt does not count.
    pub fn never_sent(&self, request: ItemRef) -> Result<ItemView, Error> {
        let item = self.command("neversent", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let copied = open_attempt(work, &item)?;
            work.about(&item);
            let why = Some(StopReason::NeverSent);
            close_attempt(work, copied.attempt_id, Outcome::Stopped(why), None)?;
            work.happen(&item, ItemEvent::Stopped(why))?;
            end_assignment(work, &item)?;
            work.event(
                EventKind::AttemptEnded,
                Some(&item),
                json!({ "outcome": "stopped", "reason": "never_sent" }),
            )?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }
}

/// The open brief of an item that waits for its paste.
fn open_attempt(work: &Work<'_>, item: &Item) -> Result<CopiedBrief, Error> {
    let open = attempts::open_of(work.tx, item.id)?;
    match open {
        Some(open) if crate::views::waits_for_paste(item) => Ok(open),
        Some(_) | None => Err(Error::NotWaitingForPaste { item: reference_of(work.tx, item)? }),
    }
}
