//! What happened, written down; and the item's status where the attempt moves it.

use halfday_domain::attempt::Outcome;
use halfday_domain::event::EventKind;
use halfday_domain::item::{AfterFailure, ItemEvent, ItemStatus, WaitingFor};
use halfday_domain::retry::{self, Failed, MOST_PROVIDER_TRIES, Next};
use halfday_runner::attempt::beside::Answered;
use halfday_runner::attempt::record::Entry;
use halfday_store::{attempts, deliverables, items, owned, questions, steps};
use serde_json::json;

use super::{Recorder, kind_code, lock};
use crate::Error;
use crate::attempts::SECOND_LOOK;
use crate::clipboard::{missing, store_deliverable};
use crate::drive::beside;
use crate::evidence;
use crate::prices;
use crate::recover::end_of_work;
use crate::work::Work;

/// So much of what the other side said of a failure is kept.
const MOST_DETAIL: usize = 500;

impl Recorder {
    /// The item waits for something, wherever it stood before.
    pub(super) fn waits(
        &self,
        work: &mut Work<'_>,
        why: WaitingFor,
        until: Option<i64>,
    ) -> Result<(), Error> {
        let Some(mut item) = self.moved(work)? else { return Ok(()) };
        if matches!(item.status, ItemStatus::Waiting(_)) {
            work.happen(&item, ItemEvent::Answered)?;
            item = items::by_id(work.tx, item.id)?.ok_or_else(|| missing(item.id))?;
        }
        work.happen_not_before(&item, ItemEvent::Asked(why), until)
    }

    fn goes_on(&self, work: &mut Work<'_>) -> Result<(), Error> {
        match self.moved(work)? {
            Some(item) if matches!(item.status, ItemStatus::Waiting(_)) => {
                work.happen(&item, ItemEvent::Answered)
            }
            Some(_) | None => Ok(()),
        }
    }

    fn close(&self, work: &mut Work<'_>, outcome: Outcome, detail: Option<&str>) -> Result<(), Error> {
        let attempt = self.claimed.hold.attempt;
        let detail: Option<String> =
            detail.map(|detail| self.unveiled(detail).chars().take(MOST_DETAIL).collect());
        attempts::close(work.tx, attempt, outcome, detail.as_deref(), work.at)?;
        for one in lock(&self.kept).iter() {
            store_deliverable(work, attempt, one)?;
        }
        if let Some(item) = self.moved(work)? {
            match outcome {
                Outcome::Delivered => work.happen(&item, ItemEvent::Delivered)?,
                Outcome::Failed(_) => work.happen(&item, ItemEvent::Failed(self.after(outcome)))?,
                Outcome::Stopped(why) => end_of_work(work, &item, ItemEvent::Stopped(why))?,
                Outcome::Lost => end_of_work(work, &item, ItemEvent::Lost)?,
            }
        }
        let facts = json!({ "outcome": outcome.code().code(), "reason": outcome.reason_code() });
        work.event(EventKind::AttemptEnded, Some(&self.claimed.item), facts)
    }

    /// Whether a failed item is tried again by itself.
    pub(super) fn after(&self, outcome: Outcome) -> AfterFailure {
        let Outcome::Failed(reason) = outcome else { return AfterFailure::GiveUp };
        let failed = Failed {
            reason,
            attempts: self.claimed.tried,
            // Whatever could be tried within the attempt was tried.
            tries: MOST_PROVIDER_TRIES,
            nudges: 1,
            retry_after_ms: None,
        };
        match retry::decide(failed) {
            Next::NewAttempt => AfterFailure::Retry,
            Next::CallAgain { .. } | Next::Nudge | Next::Ask | Next::GiveUp => AfterFailure::GiveUp,
        }
    }

    /// The answers with the names back.
    pub(super) fn plainly(&self, answers: &[Answered]) -> Vec<Answered> {
        let plain = |one: &Answered| Answered {
            question: self.unveiled(&one.question),
            quote: self.unveiled(&one.quote),
            why: self.unveiled(&one.why),
            said: one.said,
        };
        answers.iter().map(plain).collect()
    }

    pub(super) fn keep_now(&self, work: &mut Work<'_>, entry: &Entry) -> Result<Option<u32>, Error> {
        let attempt = self.claimed.hold.attempt;
        match entry {
            Entry::Step { step, score, mark, snapshot } => {
                let about = self.unveiled(&step.about);
                let facts = json!({ "about": about, "went_well": step.went_well, "mark": mark.code() });
                let number =
                    steps::insert(work.tx, attempt, kind_code(step.kind), &facts, Some(*score), work.at)?;
                if let Some(snapshot) = snapshot {
                    deliverables::insert_checkpoint(work.tx, attempt, "step", snapshot, work.at)?;
                }
                self.went(work, "step")?;
                Ok(Some(number))
            }
            Entry::Milestone(title) => {
                let facts = json!({ "about": self.unveiled(title) });
                Ok(Some(steps::insert(work.tx, attempt, "milestone", &facts, None, work.at)?))
            }
            Entry::Checkpoint { label, snapshot } => {
                deliverables::insert_checkpoint(work.tx, attempt, label, snapshot, work.at)?;
                Ok(None)
            }
            Entry::Used(usage) => {
                let stored = |amount: Option<u64>| amount.and_then(|amount| i64::try_from(amount).ok());
                let price = prices::of_agent(work.tx, &self.claimed.agent)?;
                let computed = price.and_then(|price| prices::computed_cost(&price, usage));
                owned::set_used(
                    work.tx,
                    attempt,
                    &owned::Used {
                        tokens_in: stored(usage.tokens_in),
                        tokens_out: stored(usage.tokens_out),
                        tokens_cached: stored(usage.tokens_cached),
                        reported_cost_nano: stored(usage.reported_cost_nano),
                        computed_cost_nano: stored(computed.as_ref().map(|computed| computed.nano)),
                        price_table: computed.map(|computed| computed.prices),
                    },
                )?;
                self.went(work, "used").map(|()| None)
            }
            Entry::Warned(_) => self.went(work, "warned").map(|()| None),
            Entry::Parked { why, after_ms } => {
                self.waits(work, *why, Some(work.at + after_ms)).map(|()| None)
            }
            Entry::GoesOn => self.goes_on(work).map(|()| None),
            Entry::Withdrawn(question) => {
                // The person may just have answered: then that stands.
                match questions::answer(work.tx, *question, "withdrawn", work.at) {
                    Ok(()) | Err(halfday_store::Error::ChangedMeanwhile { .. }) => Ok(None),
                    Err(error) => Err(error.into()),
                }
            }
            Entry::Rehearsed(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| self.unveiled(line)).collect();
                let facts = json!({ "about": lines.join(" · "), "lines": lines });
                Ok(Some(steps::insert(work.tx, attempt, "rehearsal", &facts, None, work.at)?))
            }
            Entry::LookedAgain(answers) => {
                let answers = self.plainly(answers);
                let told = |one: &Answered| {
                    let Answered { question, said, quote, why } = one;
                    json!({ "question": question, "said": said.code(), "quote": quote, "why": why })
                };
                let told: Vec<_> = answers.iter().map(told).collect();
                let facts = json!({ "about": beside::summary(&answers), "answers": told });
                Ok(Some(steps::insert(work.tx, attempt, SECOND_LOOK, &facts, None, work.at)?))
            }
            Entry::Finished { finish, proofs } => {
                let facts = json!({
                    "about": self.unveiled(&finish.said),
                    "evidence": evidence::kept(proofs, |text| self.unveiled(text)),
                    "confidence": finish.confidence,
                });
                if let Some(confidence) = finish.confidence {
                    owned::set_confidence(work.tx, attempt, confidence)?;
                }
                Ok(Some(steps::insert(work.tx, attempt, evidence::FINISH, &facts, None, work.at)?))
            }
            Entry::Closed { outcome, detail } => self.close(work, *outcome, detail.as_deref()).map(|()| None),
        }
    }
}
