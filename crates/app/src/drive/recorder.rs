//! The record of an attempt in the store: every write is one transaction that first proves that the
//! attempt is still held, and changes the item's status where the attempt changes it.

mod checks;
mod entries;
mod told;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Purpose;
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::id::QuestionId;
use halfday_domain::run::ChecksSaid;
use halfday_domain::words::Words;
use halfday_runner::attempt::record::{Act, Asked, Entry, NotKept, Progress, Record};
use halfday_runner::attempt::staging::{ChangedFile, Changes};
use halfday_runner::objects::Hash;
use halfday_runner::veil::SharedVeil;
use halfday_store::items::{self, Item};
use halfday_store::{owned, questions, steps};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::Listener;
use super::claim::Claimed;
use super::happened::Teller;
use super::measure::Measure;
use crate::api::WorkEventKind;
use crate::asked::CameBack;
use crate::clipboard::{Kept, missing};
use crate::questions::{body_of, question_text};
use crate::work::Work;
use crate::{App, Error};

#[derive(Clone)]
pub(super) struct Recorder {
    app: App,
    claimed: Claimed,
    /// The language the agent is spoken to in.
    words: &'static Words,
    veil: Option<SharedVeil>,
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
        veil: Option<SharedVeil>,
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
        let stop = CancellationToken::new();
        // A command among the checks ends when nobody waits for it any more.
        let dropped = stop.clone().drop_guard();
        Box::pin(async move {
            let said = blocking(move || own.check_now(round, &changes, &stop)).await;
            drop(dropped);
            said
        })
    }

    fn progress(&self, so_far: Changes) -> BoxFuture<'_, Result<Progress, NotKept>> {
        let own = self.clone();
        blocking(move || {
            let item = own.claimed.item.id;
            let measure = own.app.store.read(move |connection| Measure::of(connection, item))?;
            let plain = |file: &ChangedFile| own.named(&own.with_names(&file.path), &file.content);
            let delivered: Vec<_> = so_far.files.iter().map(plain).collect();
            let folder = own.app.source_folder(&own.claimed)?;
            let is_other =
                |file: &&ChangedFile| file.base.is_some_and(|base| base != Hash::of(&file.content));
            let mut changed: Vec<String> =
                so_far.files.iter().filter(is_other).map(|file| file.path.clone()).collect();
            changed.extend(so_far.deleted);
            measure.progress(CameBack {
                delivered: &delivered,
                folder: &folder,
                changed: &changed,
                stop: &CancellationToken::new(),
            })
        })
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
