//! Accepted within ten seconds: acceptances whose looking was measured, and those of them in which it took
//! less than ten seconds, so that rubber-stamping shows. STATISTICS §2.

use halfday_domain::attempt::Purpose;
use halfday_domain::facts::details::Details;
use halfday_domain::review::VerdictCode;

use crate::proportion::{Proportion, Tally};

const AT_ONCE_MS: i64 = 10_000;

/// Over acceptances since `since` (UTC ms).
pub fn accepted_at_once(details: &Details, since: i64) -> Proportion {
    let accepted = details.attempts.iter().filter(|one| {
        one.purpose == Purpose::Work
            && one.fact.verdict == Some(VerdictCode::Accepted)
            && one.fact.judged_at() >= since
    });
    Tally::of(accepted.filter_map(|one| Some((one.fact.job_id, one.looked_ms? < AT_ONCE_MS)))).proportion()
}
