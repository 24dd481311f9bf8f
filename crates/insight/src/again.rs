//! Handed over again: the next time a kind of work came up, was it handed over again? STATISTICS §7.
//! An occasion is a job in which the kind came up; it was handed over if any such item was. Work
//! nobody has named a kind for cannot come up again.

use std::collections::BTreeMap;

use halfday_domain::id::JobId;
use halfday_domain::kind::Kind;
use serde::Serialize;

use crate::story::{ItemStory, Story};

/// How many of the next times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Again {
    pub again: u32,
    pub of: u32,
}

/// One occasion on which a kind came up.
struct Occasion {
    at: i64,
    handed_over: bool,
}

fn kind<'a>(item: &ItemStory<'a>) -> Option<&'a Kind> {
    let of_attempt = item.attempts.first().map(|attempt| &attempt.kind);
    let of_unresolved = || item.unresolved.first().map(|attempt| &attempt.kind);
    let of_finish = || item.finish().map(|finish| &finish.kind);
    let kind = of_attempt.or_else(of_unresolved).or_else(of_finish)?;
    match kind {
        Kind::Known(_) | Kind::Own(_) => Some(kind),
        Kind::Unsaid => None,
    }
}

/// The next time that a kind came up after it was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) job_id: JobId,
    pub(crate) handed_over: bool,
}

/// Over the occasions for which `counts` says yes at their instant, whose one before was handed over.
pub(crate) fn again(story: &Story<'_>, counts: impl Fn(i64) -> bool) -> Again {
    let mut sum = Again::default();
    for turn in turns(story, counts) {
        sum.of += 1;
        sum.again += u32::from(turn.handed_over);
    }
    sum
}

/// Those occasions themselves, kind by kind.
pub(crate) fn turns(story: &Story<'_>, counts: impl Fn(i64) -> bool) -> Vec<Turn> {
    let mut occasions: BTreeMap<(&Kind, JobId), Occasion> = BTreeMap::new();
    for item in story.items.values() {
        let (Some(kind), Some(at)) = (kind(item), item.came_up_at()) else { continue };
        let handed_over = item.was_handed_over();
        let occasion = occasions.entry((kind, item.job_id)).or_insert(Occasion { at, handed_over });
        occasion.at = occasion.at.min(at);
        occasion.handed_over |= handed_over;
    }
    let mut by_kind: BTreeMap<&Kind, Vec<(i64, JobId, bool)>> = BTreeMap::new();
    for ((kind, job), occasion) in occasions {
        by_kind.entry(kind).or_default().push((occasion.at, job, occasion.handed_over));
    }
    let mut found = vec![];
    for turns in by_kind.values_mut() {
        turns.sort_unstable();
        for pair in turns.windows(2) {
            let [(_, _, true), (at, job_id, handed_over)] = pair else { continue };
            if counts(*at) {
                found.push(Turn { job_id: *job_id, handed_over: *handed_over });
            }
        }
    }
    found
}
