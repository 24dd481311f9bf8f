//! Attempts as people see them: what came of them, what was delivered, what the checks said.

use halfday_domain::attempt::Outcome;
use halfday_domain::check::CheckDetail;
use halfday_domain::fmt;
use halfday_domain::id::ItemId;
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_domain::words::Words;
use halfday_insight::Calendar;
use halfday_runner::objects::Hash;
use halfday_store::Connection;
use halfday_store::attempts::{self, Attempt};
use halfday_store::deliverables::{self, Deliverable, Publication, SaidCheck};
use halfday_store::reviews;
use halfday_store::steps::{self, Step};
use serde_json::Value;

use crate::Error;
use crate::api::{AttemptView, CheckView, DeliverableView, TurnedOutWrongView};
use crate::contents::Contents;
use crate::evidence;
use crate::views::verdict_text;

/// The kind of step a second look is kept as.
pub(crate) const SECOND_LOOK: &str = "second_look";
/// The longest text that is shown in place.
pub(crate) const MOST_SHOWN_BYTES: usize = 256 * 1024;

/// All attempts of an item that stand, oldest first.
pub(crate) fn attempt_views(
    connection: &Connection,
    words: &Words,
    contents: &Contents,
    item: ItemId,
) -> Result<Vec<AttemptView>, Error> {
    attempts::of_item(connection, item)?
        .into_iter()
        .map(|attempt| attempt_view(connection, words, contents, attempt))
        .collect()
}

/// One attempt with everything about it.
pub(crate) fn attempt_view(
    connection: &Connection,
    words: &Words,
    contents: &Contents,
    attempt: Attempt,
) -> Result<AttemptView, Error> {
    let published = deliverables::publications(connection, attempt.id)?;
    let delivered = deliverables::of_attempt(connection, attempt.id)?;
    let checks = deliverables::checks(connection, attempt.id)?;
    let second_look = steps::last_of_kind(connection, attempt.id, SECOND_LOOK)?;
    let finish = steps::last_of_kind(connection, attempt.id, evidence::FINISH)?;
    Ok(AttemptView {
        id: attempt.id.to_string(),
        number: attempt.number,
        agent: attempt.agent.clone(),
        started_at: attempt.started_at,
        ended_at: attempt.ended_at,
        outcome: attempt.outcome.map(|outcome| outcome.code().code().to_owned()),
        reason: attempt.outcome.and_then(Outcome::reason_code).map(str::to_owned),
        text: attempt_text(words, &attempt),
        chat_rounds: attempt.chat_rounds,
        steps: attempt.steps,
        reported_cost_nano: attempt.reported_cost_nano,
        computed_cost_nano: attempt.computed_cost_nano,
        tokens_in: attempt.tokens_in,
        tokens_out: attempt.tokens_out,
        worked_ms: attempt.ended_at.map(|ended_at| ended_at - attempt.started_at),
        verdict: attempt.verdict.map(|verdict| verdict.code().to_owned()),
        rejection: attempt.rejection.map(|rejection| rejection.code().to_owned()),
        note: attempt.note.clone(),
        deliverables: delivered.iter().map(|one| deliverable_view(contents, one, &published)).collect(),
        checks: checks
            .into_iter()
            .map(|SaidCheck { text, covered, check }| CheckView {
                detail: serde_json::from_str::<CheckDetail>(&check.detail).map_or_else(
                    |_| second_look.as_ref().and_then(|look| looked(words, look, &text)).unwrap_or_default(),
                    |detail| detail.sentence(words),
                ),
                evidence: finish.as_ref().and_then(|finish| evidence::of_check(words, finish, &check)),
                text: match covered {
                    Some(title) => words.say("label-value", &[("label", &title), ("value", &text)]),
                    None => text,
                },
                result: check.result,
            })
            .collect(),
    })
}

/// What a second look said of a line of *done when*.
fn looked(words: &Words, look: &Step, line: &str) -> Option<String> {
    let answers = look.data.get("answers")?.as_array()?;
    let text = |answer: &Value, key: &str| answer.get(key).and_then(Value::as_str).map(str::to_owned);
    let one = answers.iter().find(|one| text(one, "question").as_deref() == Some(line))?;
    let said = text(one, "said")?;
    let (quote, why) = (text(one, "quote").unwrap_or_default(), text(one, "why").unwrap_or_default());
    Some(words.say(&format!("check-second-look-{said}"), &[("quote", &quote), ("why", &why)]))
}

/// What the person found out about an accepted item later.
pub(crate) fn turned_out_wrong(
    connection: &Connection,
    words: &Words,
    calendar: &Calendar,
    item: ItemId,
) -> Result<Option<TurnedOutWrongView>, Error> {
    let Some((at, reason)) = reviews::last_wrong(connection, item)? else { return Ok(None) };
    let known = Rejection::from_code(&reason).map_or("other", Rejection::code);
    let date = fmt::date(words.language(), calendar.day_of(at));
    let said = words.word(&format!("rejection-{known}"));
    let text = words.say("item-turned-out-wrong", &[("date", &date), ("reason", &said)]);
    Ok(Some(TurnedOutWrongView { at, reason, text }))
}

/// How an attempt ended, in a few words.
pub(crate) fn outcome_text(words: &Words, outcome: Outcome) -> String {
    let with_reason = |status: &str, reason: String| {
        words.say("status-with-reason", &[("status", &words.word(status)), ("reason", &reason)])
    };
    match outcome {
        Outcome::Delivered => words.word("attempt-delivered"),
        Outcome::Failed(reason) => {
            with_reason("status-failed", words.word(&format!("failure-{}", reason.code())))
        }
        Outcome::Stopped(Some(reason)) => {
            with_reason("status-stopped", words.word(&format!("stopped-{}", reason.code())))
        }
        Outcome::Stopped(None) => with_reason("status-stopped", words.word("stopped-unsaid")),
        Outcome::Lost => words.word("status-lost"),
    }
}

/// What came of an attempt, in a few words.
fn attempt_text(words: &Words, attempt: &Attempt) -> String {
    let rejection = |code: &str| words.word(&format!("rejection-{code}"));
    let with_reason = |status: String, reason: String| {
        words.say("status-with-reason", &[("status", &status), ("reason", &reason)])
    };
    match (attempt.outcome, attempt.verdict) {
        (_, Some(VerdictCode::Rejected)) => {
            let reason = attempt.rejection.map_or("other", Rejection::code);
            with_reason(words.word("status-rejected"), rejection(reason))
        }
        (_, Some(verdict)) => verdict_text(words, verdict),
        (Some(outcome), None) => {
            // A *no good* says more than its reason.
            match attempt.detail.as_deref().and_then(Rejection::from_code) {
                Some(said) => with_reason(words.word("status-failed"), rejection(said.code())),
                None => outcome_text(words, outcome),
            }
        }
        (None, None) if attempt.nonce.is_none() => words.word("status-working"),
        (None, None) => words.word("status-waiting-paste"),
    }
}

fn deliverable_view(contents: &Contents, one: &Deliverable, published: &[Publication]) -> DeliverableView {
    let shown = one.reworked_hash.as_ref().unwrap_or(&one.hash);
    // A missing or damaged object shows no text here; reviewing and publishing say what is wrong.
    let content = shown.parse::<Hash>().ok().and_then(|hash| contents.objects.get(&hash).ok());
    let text = content
        .filter(|bytes| bytes.len() <= MOST_SHOWN_BYTES)
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let edited = contents.edited_copy(one.attempt_id, &one.path);
    DeliverableView {
        is_edited: edited
            .as_ref()
            .is_some_and(|path| crate::clipboard::hash_of_file(path).is_some_and(|hash| hash != one.hash)),
        edited_path: edited.map(|path| path.to_string_lossy().into_owned()),
        path: one.path.clone(),
        bytes: one.bytes,
        text,
        published_to: published
            .iter()
            .find(|publication| publication.deliverable_id == one.id && publication.taken_back_at.is_none())
            .map(|publication| publication.target.clone()),
    }
}
