//! After a death: attempts of dead owners become lost, their items go back, nothing stays *working*
//! for ever. The attempt keeps its number, its steps and its last checkpoint.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::item::{ItemEvent, ItemStatus};
use halfday_store::claims::{self, Orphan};
use halfday_store::items::{self, Item};
use halfday_store::{attempts, jobs, owned};
use serde_json::json;

use crate::leave::let_go;
use crate::work::Work;
use crate::{App, Error};

impl App {
    /// Ends owners whose process is gone, and with them what they had under way.
    pub(crate) fn end_dead_owners(&self) -> Result<(), Error> {
        let (at, ids, origin) = (self.now(), self.ids(), self.origin);
        self.store.end_dead_owners(at, move |tx, dead| {
            let mut work = Work::new(tx, at, ids, origin, Actor::Program);
            for orphan in claims::of_owners(tx, dead)? {
                lose(&mut work, &orphan)?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(())
    }
}

fn lose(work: &mut Work<'_>, orphan: &Orphan) -> Result<(), Error> {
    owned::take_away(work.tx, orphan.attempt_id, orphan.epoch)?;
    attempts::close(work.tx, orphan.attempt_id, Outcome::Lost, None, work.at)?;
    let item = items::by_id(work.tx, orphan.item_id)?;
    work.event(EventKind::AttemptEnded, item.as_ref(), json!({ "outcome": "lost" }))?;
    match (item, orphan.purpose) {
        (Some(item), Purpose::Work) => end_of_work(work, &item, ItemEvent::Lost),
        (_, Purpose::Work | Purpose::Shadow | Purpose::Bench) => Ok(()),
    }
}

/// The item after its attempt was lost or stopped: the person's again, or back in the queue where only a
/// limit kept it.
pub(crate) fn end_of_work(work: &mut Work<'_>, item: &Item, event: ItemEvent) -> Result<(), Error> {
    let is_open = jobs::by_id(work.tx, item.job_id)?.is_some_and(|job| job.closed_at.is_none());
    match item.status.after(event) {
        Ok(ItemStatus::Open) if is_open => let_go(work, item, event),
        Ok(_) if is_open => work.happen_not_before(item, event, item.not_before),
        // Somebody was faster; the attempt is closed all the same.
        Ok(_) | Err(_) => Ok(()),
    }
}
