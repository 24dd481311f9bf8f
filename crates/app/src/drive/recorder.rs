//! The record of an attempt in the store: every write is one transaction that first proves that the
//! attempt is still held, and changes the item's status where the attempt changes it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::check::{CheckDetail, CheckResult, CheckSpec};
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::id::{CheckId, QuestionId};
use halfday_domain::item::{AfterFailure, ItemEvent, ItemStatus};
use halfday_domain::retry::{self, Failed, MOST_PROVIDER_TRIES, Next};
use halfday_domain::run::{ChecksSaid, Feedback};
use halfday_domain::words::Words;
use halfday_runner::attempt::record::{Act, Asked, Entry, NotKept, Record};
use halfday_runner::attempt::staging::Changes;
use halfday_runner::clipboard::FailedCheck;
use halfday_runner::deliverable::Deliverable;
use halfday_runner::publish;
use halfday_runner::veil::Veil;
use halfday_store::items::{self, Item};
use halfday_store::{attempts, deliverables, owned, questions, steps, subitems};
use serde_json::json;

use super::Listener;
use super::claim::Claimed;
use super::happened::{Teller, step_text};
use crate::api::WorkEventKind;
use crate::attempts::outcome_text;
use crate::checked::Checked;
use crate::clipboard::{Kept, hash_of_file, keeping, missing, store_deliverable, workspace_of};
use crate::questions::{body_of, question_text};
use crate::recover::end_of_work;
use crate::veiled::unveiled;
use crate::work::Work;
use crate::{App, Error};

/// So much of what the other side said of a failure is kept.
const MOST_DETAIL: usize = 500;

#[derive(Clone)]
pub(super) struct Recorder {
    app: App,
    claimed: Claimed,
    /// The language the agent is spoken to in.
    words: &'static Words,
    veil: Option<Arc<Veil>>,
    teller: Teller,
    /// What was checked last: it is what came back.
    kept: Arc<Mutex<Vec<Kept>>>,
    acts: Arc<Mutex<HashMap<u32, Act>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing in here can be left half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn not_kept(error: Error) -> NotKept {
    match error {
        Error::Store(halfday_store::Error::ChangedMeanwhile { what: "attempt" }) => NotKept::TakenAway,
        other => NotKept::Broken(other.detail()),
    }
}

impl Recorder {
    pub(super) fn new(
        app: App,
        claimed: Claimed,
        words: &'static Words,
        veil: Option<Arc<Veil>>,
        listener: Listener,
    ) -> Self {
        let teller = Teller::of(&claimed, listener);
        let (kept, acts) = (Arc::default(), Arc::default());
        Self { app, claimed, words, veil, teller, kept, acts }
    }

    /// One transaction of the attempt, away from the threads that drive.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Work<'_>, &Self) -> Result<T, Error> + Send + 'static,
    ) -> BoxFuture<'_, Result<(T, i64), NotKept>> {
        let own = self.clone();
        blocking(move || {
            let app = own.app.clone();
            app.fact(Actor::Program, move |tx| {
                owned::touch(tx.tx, own.claimed.hold, tx.at)?;
                Ok((work(tx, &own)?, tx.at))
            })
        })
    }

    fn unveiled(&self, text: &str) -> String {
        self.veil.as_ref().map_or_else(|| text.to_owned(), |veil| veil.unveil(text))
    }

    /// The item as it stands, where the attempt moves it: shadow work never does.
    fn moved(&self, work: &Work<'_>) -> Result<Option<Item>, Error> {
        match self.claimed.purpose {
            Purpose::Work => {
                let id = self.claimed.item.id;
                items::by_id(work.tx, id)?.ok_or_else(|| missing(id)).map(Some)
            }
            Purpose::Shadow | Purpose::Bench => Ok(None),
        }
    }

    fn went(&self, work: &mut Work<'_>, what: &'static str) -> Result<(), Error> {
        let attempt = self.claimed.hold.attempt.to_string();
        work.event(
            EventKind::AttemptWent,
            Some(&self.claimed.item),
            json!({ "attempt": attempt, "what": what }),
        )
    }

    /// The item waits for something, wherever it stood before.
    fn waits(
        &self,
        work: &mut Work<'_>,
        why: halfday_domain::item::WaitingFor,
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
    fn after(&self, outcome: Outcome) -> AfterFailure {
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

    fn keep_now(&self, work: &mut Work<'_>, entry: &Entry) -> Result<Option<u32>, Error> {
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
            Entry::Checkpoint { label, snapshot } => {
                deliverables::insert_checkpoint(work.tx, attempt, label, snapshot, work.at)?;
                Ok(None)
            }
            Entry::Used(usage) => {
                let stored = |amount: Option<u64>| amount.and_then(|amount| i64::try_from(amount).ok());
                owned::set_used(
                    work.tx,
                    attempt,
                    &owned::Used {
                        tokens_in: stored(usage.tokens_in),
                        tokens_out: stored(usage.tokens_out),
                        tokens_cached: stored(usage.tokens_cached),
                        reported_cost_nano: stored(usage.reported_cost_nano),
                        computed_cost_nano: None,
                    },
                )?;
                self.went(work, "used").map(|()| None)
            }
            Entry::Alive => self.went(work, "alive").map(|()| None),
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
            Entry::Finished(finish) => {
                let facts = json!({
                    "about": self.unveiled(&finish.said),
                    "evidence": finish.evidence,
                    "confidence": finish.confidence,
                });
                if let Some(confidence) = finish.confidence {
                    owned::set_confidence(work.tx, attempt, confidence)?;
                }
                steps::insert(work.tx, attempt, "finish", &facts, None, work.at).map(Some).map_err(Into::into)
            }
            Entry::Closed { outcome, detail } => self.close(work, *outcome, detail.as_deref()).map(|()| None),
        }
    }

    fn tell(&self, entry: &Entry, number: Option<u32>, at: i64) {
        let words = self.app.words();
        match entry {
            Entry::Step { step, score, mark, snapshot } => {
                let kind = kind_code(step.kind);
                let about = self.unveiled(&step.about);
                let facts = json!({
                    "number": number, "kind": kind, "about": about, "went_well": step.went_well,
                    "score": score, "mark": mark.code(), "checkpoint": snapshot.is_some(),
                });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, kind, &about), facts);
            }
            Entry::Checkpoint { label, .. } => {
                let facts = json!({ "label": label });
                self.teller.tell(WorkEventKind::Checkpoint, at, words.word("work-checkpoint"), facts);
            }
            Entry::Used(usage) => {
                let facts = json!({
                    "tokens_in": usage.tokens_in, "tokens_out": usage.tokens_out,
                    "reported_cost_nano": usage.reported_cost_nano,
                });
                self.teller.tell(WorkEventKind::Used, at, String::new(), facts);
            }
            Entry::Warned(reason) => {
                let facts = json!({ "budget": reason.code() });
                let text = words.word(&format!("work-warned-{}", reason.code()));
                self.teller.tell(WorkEventKind::Warned, at, text, facts);
            }
            Entry::Parked { why, after_ms } => {
                let facts = json!({ "why": why.code(), "until": at + after_ms });
                let text = words.word(&format!("status-waiting-{}", why.code()));
                self.teller.tell(WorkEventKind::Parked, at, text, facts);
            }
            Entry::GoesOn => {
                self.teller.tell(WorkEventKind::GoesOn, at, words.word("happened-answered"), json!({}));
            }
            Entry::Finished(finish) => {
                let said = self.unveiled(&finish.said);
                let facts = json!({
                    "number": number, "kind": "finish", "about": said, "confidence": finish.confidence,
                });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, "finish", &said), facts);
            }
            Entry::Closed { outcome, detail } => {
                let again = self.after(*outcome) == AfterFailure::Retry;
                let facts = json!({
                    "outcome": outcome.code().code(), "reason": outcome.reason_code(), "detail": detail,
                    "tried_again": again && matches!(outcome, Outcome::Failed(_)),
                });
                self.teller.tell(WorkEventKind::Ended, at, outcome_text(words, *outcome), facts);
            }
            Entry::Alive | Entry::Withdrawn(_) => {}
        }
    }

    fn check_now(&self, round: u32, changes: &Changes) -> Result<ChecksSaid, Error> {
        let app = &self.app;
        let workspace = workspace_of(app.folder(), &self.claimed.job);
        let (mut delivered, mut kept, mut refused) = (vec![], vec![], changes.refused.clone());
        for file in &changes.files {
            let path = self.unveiled(&file.path);
            if publish::prove(&[&path]).is_err() {
                refused.push(path);
                continue;
            }
            let base = if path == file.path {
                file.base.map(|hash| hash.to_string())
            } else {
                hash_of_file(&workspace.join(&path))
            };
            let one = unveiled(Deliverable::new(&path, &file.content), self.veil.as_deref());
            let hash = app.objects.put(&one.content).map_err(keeping)?;
            let bytes = i64::try_from(one.content.len()).unwrap_or(i64::MAX);
            kept.push(Kept { path, hash, bytes, base_hash: base });
            delivered.push(one);
        }
        let item = self.claimed.item.id;
        let planned = app.store.read(move |connection| {
            let mut planned = subitems::checks_of(connection, item)?;
            for covered in items::covered_by(connection, item)? {
                planned.extend(subitems::checks_of(connection, covered.id)?);
            }
            Ok::<_, Error>(planned)
        })?;
        let checked =
            planned.into_iter().map(|one| app.checked(one, &delivered)).collect::<Result<Vec<_>, _>>()?;
        let failing: Vec<String> = checked
            .iter()
            .filter(|one| one.result == CheckResult::Fails)
            .map(|one| self.fact_for_agent(one))
            .collect();
        *lock(&self.kept) = kept;
        let (holds, of) = (checked.len() - failing.len(), checked.len());
        let own = self.clone();
        let at = app.fact(Actor::Program, move |work| {
            owned::touch(work.tx, own.claimed.hold, work.at)?;
            own.store_checks(work, round, &checked)?;
            if !refused.is_empty() {
                let facts = json!({ "about": refused.join(", "), "went_well": false, "mark": "refused" });
                steps::insert(work.tx, own.claimed.hold.attempt, "refused", &facts, Some(0.0), work.at)?;
            }
            own.went(work, "checked")?;
            Ok(work.at)
        })?;
        let text =
            app.words().say("work-checked", &[("hold", &holds.to_string()), ("checks", &of.to_string())]);
        let facts = json!({ "round": round, "fails": failing.len(), "checks": of });
        self.teller.tell(WorkEventKind::Checked, at, text, facts);
        Ok(if failing.is_empty() { ChecksSaid::AllHold } else { ChecksSaid::SomeFail(Feedback { failing }) })
    }

    fn store_checks(&self, work: &Work<'_>, round: u32, checked: &[Checked]) -> Result<(), Error> {
        for one in checked {
            deliverables::insert_check(
                work.tx,
                &deliverables::Check {
                    id: work.ids.make(CheckId::from_parts)?,
                    attempt_id: self.claimed.hold.attempt,
                    planned_id: Some(one.planned.id),
                    round,
                    result: one.result.code().to_owned(),
                    detail: one.detail.clone(),
                    at: work.at,
                },
            )?;
        }
        Ok(())
    }

    /// A failing check in the words the agent is spoken to in.
    fn fact_for_agent(&self, one: &Checked) -> String {
        let detail = serde_json::from_str::<CheckDetail>(&one.detail).ok();
        let fact = FailedCheck { spec: CheckSpec::parse(&one.planned.text), detail }.sentence(self.words);
        match &self.veil {
            // The names it knows of stay veiled; a check brings no new ones.
            Some(veil) => Veil::clone(veil).veil(&fact).text,
            None => fact,
        }
    }
}

impl Record for Recorder {
    fn begin(&self, act: Act) -> BoxFuture<'_, Result<u32, NotKept>> {
        Box::pin(async move {
            let (number, at) = self
                .write(move |work, own| {
                    Ok(steps::begin_act(work.tx, own.claimed.hold.attempt, act.code(), work.at)?)
                })
                .await?;
            lock(&self.acts).insert(number, act);
            let facts = json!({ "act": act.code(), "number": number });
            let text = self.app.words().word(&format!("act-{}", act.code()));
            self.teller.tell(WorkEventKind::Act, at, text, facts);
            Ok(number)
        })
    }

    fn end(&self, number: u32, result: &'static str) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            let ((), at) = self
                .write(move |work, own| {
                    Ok(steps::end_act(work.tx, own.claimed.hold.attempt, number, result, work.at)?)
                })
                .await?;
            let act = lock(&self.acts).remove(&number).map(Act::code);
            let facts = json!({ "act": act, "number": number, "result": result });
            self.teller.tell(WorkEventKind::Act, at, String::new(), facts);
            Ok(())
        })
    }

    fn keep(&self, entry: Entry) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            let kept = entry.clone();
            let (number, at) = self.write(move |work, own| own.keep_now(work, &kept)).await?;
            self.tell(&entry, number, at);
            Ok(())
        })
    }

    fn ask(&self, question: Asked) -> BoxFuture<'_, Result<QuestionId, NotKept>> {
        Box::pin(async move {
            let why = question.why;
            let body = body_of(&question, |text| self.unveiled(text));
            let text = question_text(self.app.words(), &body);
            let facts = json!({ "why": why.code(), "question": body });
            let (id, at) = self
                .write(move |work, own| {
                    let id = work.ids.make(QuestionId::from_parts)?;
                    let question = questions::Question {
                        id,
                        attempt_id: own.claimed.hold.attempt,
                        asked_at: work.at,
                        why,
                        body,
                        answered_at: None,
                        answer: None,
                    };
                    questions::insert(work.tx, &question)?;
                    own.waits(work, why, None)?;
                    let facts = json!({ "question": id.to_string(), "why": why.code() });
                    work.event(EventKind::QuestionAsked, Some(&own.claimed.item), facts)?;
                    Ok(id)
                })
                .await?;
            self.teller.tell(WorkEventKind::Asked, at, text, facts);
            Ok(id)
        })
    }

    fn check(&self, round: u32, changes: Arc<Changes>) -> BoxFuture<'_, Result<ChecksSaid, NotKept>> {
        let own = self.clone();
        blocking(move || own.check_now(round, &changes))
    }

    fn live(&self, text: &str) {
        let text = self.unveiled(text);
        self.teller.tell(WorkEventKind::Text, self.app.now(), text, json!({}));
    }
}

fn kind_code(kind: halfday_runner::agents::StepKind) -> &'static str {
    use halfday_runner::agents::StepKind;
    match kind {
        StepKind::List => "list",
        StepKind::Read => "read",
        StepKind::Search => "search",
        StepKind::Write => "write",
        StepKind::Edit => "edit",
        StepKind::Command => "command",
        StepKind::Note => "note",
        StepKind::Think => "think",
        StepKind::Other => "other",
    }
}

fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> BoxFuture<'static, Result<T, NotKept>> {
    Box::pin(async move {
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => done.map_err(not_kept),
            Err(broken) => Err(NotKept::Broken(broken.to_string())),
        }
    })
}
