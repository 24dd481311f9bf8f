//! When the work is over: nothing left, or only what the person has to do; and how long nothing has to be
//! looked at.

use std::time::{Duration, Instant};

use halfday_domain::id::ItemId;
use halfday_domain::item::ItemStatus;
use halfday_domain::queue::Held;
use halfday_store::{attempts, items, questions};

use super::{TICK, Work};
use crate::Error;
use crate::attempts::outcome_text;
use crate::drive::Until;
use crate::drive::claim::StillHeld;
use crate::questions::{needs_person, question_text};
use crate::reference::reference_of;

impl Work<'_> {
    /// Whether there is nothing to do any more, and what the person has to do.
    pub(super) fn is_over(&mut self, held: &[StillHeld]) -> Result<bool, Error> {
        let Until::NothingLeft { waits_for_person_ms } = self.options.until else { return Ok(false) };
        let passes = held.iter().any(|one| !one.needs_person && !matches!(one.why, Held::OnHold));
        let asking = self.asking()?;
        let all_ask = self.running.len() == asking.len();
        if !all_ask || (passes && self.running.is_empty()) {
            self.asked_since = None;
            return Ok(false);
        }
        if !asking.is_empty() {
            // The session is kept for the answer, for a while.
            let since = *self.asked_since.get_or_insert_with(Instant::now);
            if since.elapsed() < Duration::from_millis(waits_for_person_ms) {
                return Ok(false);
            }
        }
        self.end.needs_person = asking;
        let held = held.iter().filter(|one| one.needs_person);
        self.end.needs_person.extend(held.map(|one| (one.reference.clone(), one.text.clone())));
        let blocked = self.still_blocked()?;
        self.end.needs_person.extend(blocked);
        Ok(true)
    }

    /// The attempts of this process that wait for the person.
    fn asking(&self) -> Result<Vec<(String, String)>, Error> {
        let running: Vec<ItemId> = self.running.values().map(|one| one.claimed.item.id).collect();
        let words = self.app.words();
        self.app.store.read(move |connection| {
            let mut asking = vec![];
            for id in running {
                let Some(item) = items::by_id(connection, id)? else { continue };
                let ItemStatus::Waiting(why) = item.status else { continue };
                let question = questions::open_of(connection, id)?;
                if !needs_person(why, question.as_ref()) {
                    continue;
                }
                let text = question.map_or_else(
                    || words.word(&format!("status-waiting-{}", why.code())),
                    |question| question_text(words, &question.body),
                );
                asking.push((reference_of(connection, &item)?, text));
            }
            Ok(asking)
        })
    }

    fn still_blocked(&self) -> Result<Vec<(String, String)>, Error> {
        let blocked = self.blocked.clone();
        let words = self.app.words();
        self.app.store.read(move |connection| {
            let mut still = vec![];
            for id in blocked {
                let Some(item) = items::by_id(connection, id)? else { continue };
                let reference = reference_of(connection, &item)?;
                let last = attempts::of_item(connection, id)?.pop().and_then(|last| last.outcome);
                if let (ItemStatus::Blocked, Some(outcome)) = (item.status, last)
                    && !still.iter().any(|(known, _)| *known == reference)
                {
                    still.push((reference, outcome_text(words, outcome)));
                }
            }
            Ok(still)
        })
    }

    /// How long nothing has to be looked at.
    pub(super) fn pause(&self, held: &[StillHeld]) -> Duration {
        let now = self.app.now();
        let next = held.iter().filter_map(|one| match one.why {
            Held::NotBefore(at) => u64::try_from(at - now).ok().map(Duration::from_millis),
            Held::Needs(_)
            | Held::JobBusy(_)
            | Held::ReviewBrake { .. }
            | Held::AtOnce { .. }
            | Held::OnHold => None,
        });
        next.min().map_or(TICK, |next| next.min(TICK))
    }
}
