//! Fixed after one feedback: of the items whose first attempt that counts was rejected or failed and that
//! were tried once more, those whose next attempt was accepted as it came. Count of count; STATISTICS §2.

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::{AttemptDetail, Details};
use halfday_domain::id::ItemId;
use halfday_domain::review::VerdictCode;
use std::collections::BTreeMap;

use crate::first_time::was_right;
use crate::proportion::{Proportion, Tally};

/// Over second attempts judged since `since` (UTC ms).
pub fn fixed_after_one_feedback(details: &Details, since: i64) -> Proportion {
    let mut items: BTreeMap<ItemId, Vec<&AttemptDetail>> = BTreeMap::new();
    for attempt in details.attempts.iter().filter(|one| one.purpose == Purpose::Work) {
        items.entry(attempt.fact.item_id).or_default().push(attempt);
    }
    let mut tally = Tally::default();
    for attempts in items.values_mut() {
        attempts.sort_by_key(|one| (one.fact.number, one.fact.started_at));
        let mut counted = attempts.iter().filter_map(|one| Some((*one, was_right(&one.fact)?)));
        let (Some((first, false)), Some((second, right))) = (counted.next(), counted.next()) else {
            continue;
        };
        // Reworked is done: nothing was handed back.
        if first.fact.verdict != Some(VerdictCode::AcceptedAfterRework) && second.fact.judged_at() >= since {
            tally.add(second.fact.job_id, right);
        }
    }
    tally.proportion()
}
