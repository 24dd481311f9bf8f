//! Where items stand in their list. Positions leave room between neighbours; when it is used up,
//! the list is spaced anew.

use halfday_domain::change::Change;
use halfday_domain::event::EventKind;
use halfday_store::items::{self, Item, POSITION_STEP};
use serde_json::json;

use crate::Error;
use crate::api::Place;
use crate::items::one_job;
use crate::reference;
use crate::work::Work;

/// Moves items, in the order given, to a place in their list.
pub(crate) fn place(work: &mut Work<'_>, moved: &[Item], to: &Place) -> Result<(), Error> {
    let job = one_job(moved)?;
    let others: Vec<Item> = items::of_job(work.tx, job)?
        .into_iter()
        .filter(|item| moved.iter().all(|moving| moving.id != item.id))
        .collect();
    let index_of = |work: &Work<'_>, text: &str| -> Result<usize, Error> {
        let anchor = reference::item(work.tx, text)?;
        if anchor.job_id != job {
            return Err(Error::DifferentJobs);
        }
        // An item placed beside itself stays where it is: before whatever follows it now.
        let following = others.iter().position(|item| item.position >= anchor.position);
        Ok(following.unwrap_or(others.len()))
    };
    let index = match to {
        Place::Top => 0,
        Place::End => others.len(),
        Place::Before(text) => index_of(work, text)?,
        Place::After(text) => {
            let index = index_of(work, text)?;
            let anchor = reference::item(work.tx, text)?;
            index + usize::from(others.get(index).is_some_and(|item| item.id == anchor.id))
        }
    };
    let low = index.checked_sub(1).and_then(|before| others.get(before)).map_or(0, |item| item.position);
    let count = i64::try_from(moved.len()).unwrap_or(i64::MAX);
    let step = match others.get(index) {
        Some(next) => (next.position - low) / (count + 1),
        None => POSITION_STEP,
    };
    let moves: Vec<_> = if step >= 1 {
        (1..).zip(moved).map(|(place, item)| (item.id, item.position, low + place * step)).collect()
    } else {
        let (before, after) = others.split_at(index);
        let order = before.iter().chain(moved).chain(after);
        (1..).zip(order).map(|(place, item)| (item.id, item.position, place * POSITION_STEP)).collect()
    };
    let moves: Vec<_> = moves.into_iter().filter(|(_, before, after)| before != after).collect();
    if moves.is_empty() {
        return Ok(());
    }
    for item in moved {
        work.about(item);
    }
    work.change(Change::Place { moves })?;
    work.event(EventKind::ItemMoved, moved.first(), json!({ "count": moved.len() }))
}
