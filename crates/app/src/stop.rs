//! The person stops what AI does. It is asked for here and done by whoever drives the attempt; it is
//! *stopped* only when everything has ended. Why may be said at once or afterwards.

use std::time::{Duration, Instant};

use halfday_domain::attempt::Outcome;
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::failure::StopReason;
use halfday_domain::id::AttemptId;
use halfday_store::{attempts, owned};
use serde_json::json;

use crate::api::{ItemView, StopItem};
use crate::reference::{self, reference_of};
use crate::{App, Error};

/// Stopping takes two seconds at most; this is the patience of whoever asked.
const ENDS_WITHIN: Duration = Duration::from_secs(8);

enum Asked {
    /// It is under way, and asked to end.
    Of(AttemptId),
    /// It had stopped before; now it is known why.
    Said,
}

impl App {
    /// Stops what AI does of an item, and waits for its end.
    pub fn stop_item(&self, request: StopItem) -> Result<ItemView, Error> {
        let why = request.because.as_deref().map(stop_reason).transpose()?;
        self.end_dead_owners()?;
        let mut feed = self.store.feed()?;
        let (item, named, asked) = self.fact(Actor::Person, move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let named = reference_of(work.tx, &item)?;
            if let Some(held) = owned::held_of(work.tx, item.id)? {
                owned::ask_to_stop(work.tx, held.attempt_id, why, work.at)?;
                let facts = json!({ "attempt": held.attempt_id.to_string() });
                work.event(EventKind::StopAsked, Some(&item), facts)?;
                return Ok((item.id, named, Asked::Of(held.attempt_id)));
            }
            let last = attempts::of_item(work.tx, item.id)?.pop();
            let (Some(Outcome::Stopped(None)), Some(why)) =
                (last.as_ref().and_then(|last| last.outcome), why)
            else {
                return Err(Error::NotUnderWay { item: named });
            };
            if let Some(last) = last {
                owned::say_why_stopped(work.tx, last.id, why)?;
            }
            let facts = json!({ "outcome": "stopped", "reason": why.code() });
            work.event(EventKind::AttemptEnded, Some(&item), facts)?;
            Ok((item.id, named, Asked::Said))
        })?;
        if let Asked::Of(attempt) = asked {
            let until = Instant::now() + ENDS_WITHIN;
            while !self.has_ended(attempt)? {
                let left = until.saturating_duration_since(Instant::now());
                // Whoever drives it may have died just now.
                self.end_dead_owners()?;
                if left.is_zero() || feed.next(left.min(Duration::from_millis(250))).is_none() {
                    return Err(Error::StillStopping { item: named });
                }
            }
        }
        self.item_view(item)
    }

    fn has_ended(&self, attempt: AttemptId) -> Result<bool, Error> {
        self.store.read(move |connection| Ok::<_, Error>(owned::has_ended(connection, attempt)?))
    }
}

fn stop_reason(code: &str) -> Result<StopReason, Error> {
    match StopReason::from_code(&code.trim().replace('-', "_")) {
        Some(reason @ (StopReason::GoingWrong | StopReason::ChangedMind)) => Ok(reason),
        Some(StopReason::AppClosed | StopReason::NeverSent) | None => {
            Err(Error::UnknownReason { reason: code.to_owned() })
        }
    }
}
