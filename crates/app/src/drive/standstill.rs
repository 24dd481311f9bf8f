//! Why the work in the background stands still, where it does: kept in memory, since the store may be what is broken.

use std::sync::Arc;

use serde_json::json;

use super::Listener;
use crate::api::{CallError, Changed, Nothing, StandstillView, WorkEvent, WorkEventKind, WorkerView};
use crate::{App, Error};

/// What the pages are told of it; the record knows nothing of it.
const WORKER_WENT: &str = "worker_went";

impl App {
    /// Whether what is handed over is worked.
    pub fn worker(&self, _: Nothing) -> Result<WorkerView, Error> {
        Ok(WorkerView { standstill: self.background.standstill().clone() })
    }

    /// The queue could not be worked; it is tried again.
    pub(super) fn stands_still(&self, error: Error, listener: &Listener) {
        let text = error.sentence(self.words());
        let at = self.now();
        let since = self.background.standstill().as_ref().map_or(at, |before| before.since);
        let CallError { code, params, because, kind, .. } = error.into();
        let params = params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let now = StandstillView {
            since,
            code: code.to_owned(),
            params,
            because: because.map(str::to_owned),
            kind: kind.to_owned(),
        };
        if self.background.standstill().replace(now.clone()) != Some(now) {
            tell(listener, WorkEventKind::StandsStill, at, text);
        }
    }

    /// The queue was looked at and worked as it should be.
    pub(super) fn works(&self, listener: &Listener) {
        if self.background.standstill().take().is_some() {
            tell(listener, WorkEventKind::WorksAgain, self.now(), self.words().word("work-works-again"));
        }
    }
}

fn tell(listener: &Listener, event: WorkEventKind, at: i64, text: String) {
    Arc::clone(listener)(WorkEvent { event, at, item: String::new(), attempt: 0, text, facts: json!({}) });
}

impl Changed {
    /// What a page has to hear of this event although no change of the record tells it.
    pub fn beside_the_record(event: &WorkEvent) -> Option<Self> {
        match event.event {
            WorkEventKind::StandsStill | WorkEventKind::WorksAgain => {
                Some(Self { seq: 0, kind: WORKER_WENT.to_owned(), job: None, item: None })
            }
            WorkEventKind::Started
            | WorkEventKind::Act
            | WorkEventKind::Step
            | WorkEventKind::Checkpoint
            | WorkEventKind::Text
            | WorkEventKind::Used
            | WorkEventKind::Warned
            | WorkEventKind::Asked
            | WorkEventKind::Parked
            | WorkEventKind::GoesOn
            | WorkEventKind::Checked
            | WorkEventKind::Ended
            | WorkEventKind::Held => None,
        }
    }
}
