//! What waits in the queue, what may start, and why another does not: the same for the claim and for
//! what the person reads.

use std::collections::HashMap;

use halfday_domain::attempt::Purpose;
use halfday_domain::id::ItemId;
use halfday_domain::item::ItemStatus;
use halfday_domain::queue::{self, Candidate, Files, Held, Load, QueueLimits};
use halfday_domain::words::Words;
use halfday_store::claims::{self, UnderWay, Waiting};
use halfday_store::items::{self, Item};
use halfday_store::{Connection, subitems};

use crate::Error;
use crate::reference::reference_of;

/// The queue as it stands.
pub(crate) struct Queue {
    /// In the order they are taken; `None`: it may start.
    pub(crate) waiting: Vec<(Waiting, Option<Held>)>,
    pub(crate) load: Load,
}

/// Looks at the queue at `now`.
pub(crate) fn queue(connection: &Connection, limits: QueueLimits, now: i64) -> Result<Queue, Error> {
    let under_way = with_covered(connection, claims::under_way(connection)?)?;
    let load = claims::load(connection, &under_way)?;
    let mut waiting = vec![];
    for one in claims::waiting(connection)? {
        let held = match one.purpose {
            Purpose::Work | Purpose::Shadow => {
                queue::held(&candidate(connection, &one.item, &under_way)?, &load, limits, now)
            }
            // It works in a copy of frozen inputs, and nobody has to look at what comes of it.
            Purpose::Bench => {
                (load.working >= limits.at_once).then_some(Held::AtOnce { working: load.working })
            }
        };
        waiting.push((one, held));
    }
    Ok(Queue { waiting, load })
}

/// Why each queued item is not started, in a sentence.
pub(crate) fn held_texts(
    connection: &Connection,
    words: &Words,
    limits: QueueLimits,
) -> Result<HashMap<ItemId, String>, Error> {
    let mut texts = HashMap::new();
    // The seconds of grace pass before anybody has read about them.
    for (one, held) in queue(connection, limits, i64::MAX - 1)?.waiting {
        if let Some(held) = held.filter(|_| one.item.status == ItemStatus::Queued) {
            texts.insert(one.item.id, held_text(connection, words, &held)?);
        }
    }
    Ok(texts)
}

/// Why an item is not started, in a sentence.
pub(crate) fn held_text(connection: &Connection, words: &Words, held: &Held) -> Result<String, Error> {
    let named = |id: &ItemId| -> Result<String, Error> {
        Ok(items::by_id(connection, *id)?
            .map(|item| reference_of(connection, &item))
            .transpose()?
            .unwrap_or_default())
    };
    let key = format!("held-{}", held.code());
    Ok(match held {
        Held::Needs(needs) => {
            let needs = needs.iter().map(named).collect::<Result<Vec<_>, _>>()?;
            words.say(&key, &[("items", &needs.join(&words.word("brief-list-comma")))])
        }
        Held::JobBusy(busy) => words.say(&key, &[("item", &named(busy)?)]),
        Held::ReviewBrake { waiting } => words.say(&key, &[("count", &waiting.to_string())]),
        Held::AtOnce { working } => words.say(&key, &[("count", &working.to_string())]),
        Held::NotBefore(_) | Held::OnHold => words.word(&key),
    })
}

fn candidate(connection: &Connection, item: &Item, under_way: &[UnderWay]) -> Result<Candidate, Error> {
    let covered = items::covered_by(connection, item.id)?;
    let own: Vec<ItemId> = covered.iter().map(|one| one.id).chain([item.id]).collect();
    let mut needs: Vec<ItemId> = vec![];
    for (from, needed) in subitems::needs(connection, item.job_id)? {
        if !own.contains(&from) || own.contains(&needed) || needs.contains(&needed) {
            continue;
        }
        let Some(needed) = items::by_id(connection, needed)? else { continue };
        if !matches!(needed.status, ItemStatus::Done | ItemStatus::Dropped) {
            needs.push(needed.id);
        }
    }
    Ok(Candidate {
        not_before: item.not_before,
        needs,
        files: files_of(item, &covered),
        beside: under_way
            .iter()
            .filter(|one| one.job_id == item.job_id && one.item_id != item.id)
            .map(|one| (one.item_id, one.files.clone()))
            .collect(),
    })
}

/// The files of an item and of what it covers.
pub(crate) fn files_of(item: &Item, covered: &[Item]) -> Files {
    let all = || std::iter::once(item).chain(covered);
    Files {
        inputs: all().flat_map(|one| one.files.inputs.clone()).collect(),
        // What covers a part that does not say what it gives may give anything.
        outputs: if covered.iter().any(|one| one.files.outputs.is_empty()) {
            vec![]
        } else {
            all().flat_map(|one| one.files.outputs.clone()).collect()
        },
    }
}

fn with_covered(connection: &Connection, under_way: Vec<UnderWay>) -> Result<Vec<UnderWay>, Error> {
    let whole = |mut one: UnderWay| -> Result<UnderWay, Error> {
        if let Some(item) = items::by_id(connection, one.item_id)? {
            one.files = files_of(&item, &items::covered_by(connection, item.id)?);
        }
        Ok(one)
    };
    under_way.into_iter().map(whole).collect()
}
