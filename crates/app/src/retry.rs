//! Trying again: what the next attempt is told of the last, and when the person is told to change
//! something first.

use halfday_domain::attempt::Outcome;
use halfday_domain::check::{CheckDetail, CheckSpec};
use halfday_domain::id::ItemId;
use halfday_domain::item::ItemStatus;
use halfday_domain::retry::{SinceLast, asks_for_change};
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_domain::words::{Language, Words};
use halfday_runner::clipboard::{self, BriefRequest, FailedCheck, FollowUp, Nonce, WentWrong};
use halfday_runner::objects::Hash;
use halfday_store::attempts::{self, Attempt};
use halfday_store::items::Item;
use halfday_store::{Connection, deliverables};

use crate::Error;
use crate::copy::brief_item;
use crate::reference::reference_of;

/// What was wrong with the last attempt that has ended, if something was.
pub(crate) fn last_wrong(
    connection: &Connection,
    item: ItemId,
) -> Result<Option<(Attempt, WentWrong)>, Error> {
    let mut tried = attempts::of_item(connection, item)?.into_iter().rev();
    let Some(last) = tried.find(|one| one.ended_at.is_some()).filter(went_wrong) else { return Ok(None) };
    let said = last.detail.as_deref().and_then(Rejection::from_code);
    let failed = deliverables::checks(connection, last.id)?
        .into_iter()
        .filter(|said| said.check.result == "fails")
        .map(|said| FailedCheck {
            spec: CheckSpec::parse(&said.text),
            detail: serde_json::from_str::<CheckDetail>(&said.check.detail).ok(),
        });
    let wrong = WentWrong {
        reason: last.rejection.or(said),
        note: last.note.clone().unwrap_or_default(),
        failed: failed.collect(),
    };
    Ok(Some((last, wrong)))
}

/// A retry in the same chat needs what was wrong, not the whole brief again. Another assignment may
/// be another chat.
pub(crate) fn follow_up(
    item: &Item,
    nonce: Nonce,
    last_wrong: Option<&(Attempt, WentWrong)>,
) -> Option<FollowUp> {
    let (last, wrong) = last_wrong?;
    let is_same_chat =
        last.nonce.is_some() && item.assignment.as_ref().map(|open| open.id) == Some(last.assignment_id);
    is_same_chat.then(|| FollowUp { nonce, title: item.title.clone(), wrong: wrong.clone() })
}

fn went_wrong(attempt: &Attempt) -> bool {
    match (attempt.verdict, attempt.outcome) {
        (Some(VerdictCode::Rejected), _) => true,
        (None, Some(Outcome::Failed(reason))) => reason.counts_against_ai(),
        (Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework), _)
        | (None, Some(Outcome::Delivered | Outcome::Stopped(_) | Outcome::Lost) | None) => false,
    }
}

/// The hash of what a brief says of the item: the same for two attempts that were asked the same.
pub(crate) fn asked(connection: &Connection, item: &Item) -> Result<String, Error> {
    let piece = brief_item(connection, item, Nonce::from_random([0; 5]), vec![])?;
    let request = BriefRequest { items: vec![piece], ..BriefRequest::default() };
    Ok(Hash::of(clipboard::brief(&request, Words::of(Language::En)).as_bytes()).to_string())
}

/// How many attempts of the item went wrong by the AI's own doing.
pub(crate) fn went_wrong_count(connection: &Connection, item: ItemId) -> Result<u32, Error> {
    let tried = attempts::of_item(connection, item)?;
    Ok(u32::try_from(tried.iter().filter(|one| went_wrong(one)).count()).unwrap_or(u32::MAX))
}

/// How many attempts went wrong, where the person should change something before the next one.
pub(crate) fn needs_change(connection: &Connection, item: &Item) -> Result<Option<u32>, Error> {
    if item.status != ItemStatus::Queued {
        return Ok(None);
    }
    let tried = attempts::of_item(connection, item.id)?;
    let wrong = u32::try_from(tried.iter().filter(|one| went_wrong(one)).count()).unwrap_or(u32::MAX);
    let Some(last) = tried.last().filter(|_| asks_for_change(wrong, SinceLast::Same)) else {
        return Ok(None);
    };
    let is_same = item.assignment.as_ref().map(|open| open.id) == Some(last.assignment_id)
        && last.asked.as_ref() == Some(&asked(connection, item)?);
    let since = if is_same { SinceLast::Same } else { SinceLast::Changed };
    Ok(asks_for_change(wrong, since).then_some(wrong))
}

/// What the person is told, where they should change something.
pub(crate) fn notice(connection: &Connection, words: &Words, item: &Item) -> Result<Option<String>, Error> {
    let Some(wrong) = needs_change(connection, item)? else { return Ok(None) };
    Ok(Some(change_something(words, &reference_of(connection, item)?, wrong)))
}

/// That so many attempts went wrong, and what can be changed.
pub(crate) fn change_something(words: &Words, item: &str, wrong: u32) -> String {
    words.say("note-change-something", &[("item", item), ("count", &wrong.to_string())])
}
