//! What AI has under way of an item and what it tried, step by step. Work beside the person's own is
//! sealed until they are done: knowing it would change what they do.

use halfday_domain::attempt::Purpose;
use halfday_domain::id::{AttemptId, ItemId};
use halfday_domain::item::ItemStatus;
use halfday_domain::words::Words;
use halfday_store::steps::Step;
use halfday_store::{Connection, attempts, jobs, owned, questions, steps};
use serde_json::Value;

use crate::api::{AttemptRef, AttemptsView, ItemRef, StepView, StepsView, UnderWayView};
use crate::attempts::{attempt_view, attempt_views};
use crate::clipboard::missing;
use crate::drive::step_text;
use crate::questions::{asked_view, question_view};
use crate::views::Cards;
use crate::{App, Error, reference};

/// An attempt that says nothing for so long counts as quiet.
const QUIET_MS: i64 = 60_000;

impl App {
    /// Everything that was tried of an item.
    pub fn item_attempts(&self, request: ItemRef) -> Result<AttemptsView, Error> {
        let words = self.words();
        let contents = self.contents();
        self.store.read(move |connection| {
            let item = reference::item(connection, &request.item)?;
            let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(item.id))?;
            let card = Cards::read(connection, words, &job)?.card(item.id).ok_or_else(|| missing(item.id))?;
            let beside = attempts::of_purpose(connection, item.id, Purpose::Shadow)?;
            let is_sealed = item.status != ItemStatus::Done;
            let (sealed, open) = if is_sealed { (beside, vec![]) } else { (vec![], beside) };
            let shadow = open.into_iter().map(|one| attempt_view(connection, words, &contents, one));
            Ok(AttemptsView {
                card,
                attempts: attempt_views(connection, words, &contents, item.id)?,
                shadow: shadow.collect::<Result<_, _>>()?,
                sealed: u32::try_from(sealed.len()).unwrap_or(u32::MAX),
            })
        })
    }

    /// One attempt step by step.
    pub fn attempt_steps(&self, request: AttemptRef) -> Result<StepsView, Error> {
        let id: AttemptId =
            request.attempt.parse().map_err(|_| Error::BadReference { text: request.attempt.clone() })?;
        let words = self.words();
        self.store.read(move |connection| {
            if attempts::is_sealed(connection, id)? {
                return Ok(StepsView { steps: vec![], questions: vec![] });
            }
            let steps = steps::of_attempt(connection, id)?;
            let asked = questions::of_attempt(connection, id)?;
            Ok(StepsView {
                steps: steps.into_iter().map(|step| step_view(words, step)).collect(),
                questions: asked.iter().map(|question| asked_view(words, question)).collect(),
            })
        })
    }
}

/// What a program has under way of an item.
pub(crate) fn under_way_view(
    connection: &Connection,
    words: &Words,
    item: ItemId,
) -> Result<Option<UnderWayView>, Error> {
    let Some(held) = owned::held_of(connection, item)? else { return Ok(None) };
    let last = steps::last(connection, held.attempt_id)?;
    let question = questions::open_of(connection, item)?;
    let last_event_at = held.last_event_at.unwrap_or(held.started_at);
    Ok(Some(UnderWayView {
        attempt: held.attempt_id.to_string(),
        number: held.number,
        started_at: held.started_at,
        last_event_at,
        quiet_at: last_event_at + QUIET_MS,
        steps: last.as_ref().map_or(0, |step| step.seq),
        step_text: last.map(|step| step_view(words, step).text),
        question: question.map(|question| question_view(words, &question)),
        is_stopping: held.stop_asked_at.is_some(),
    }))
}

fn step_view(words: &Words, step: Step) -> StepView {
    let text_at = |key: &str| step.data.get(key).and_then(Value::as_str).map(str::to_owned);
    let about = text_at("about").unwrap_or_default();
    StepView {
        number: step.seq,
        at: step.at,
        text: step_text(words, &step.kind, &about),
        about,
        went_well: step.data.get("went_well").and_then(Value::as_bool),
        score: step.score,
        mark: text_at("mark"),
        kind: step.kind,
    }
}
