//! Whole jobs: closed jobs that were handed over as one and accepted, and jobs every AI item of which was
//! accepted, of the jobs closed and of those with anything handed over. STATISTICS §4.

use halfday_domain::facts::Facts;
use serde::Serialize;

use crate::story::Story;

/// Counts of closed jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct WholeJobs {
    pub closed: u32,
    pub with_handovers: u32,
    pub accepted_whole: u32,
    pub all_accepted: u32,
}

/// Over jobs closed since `since` (UTC ms).
pub fn whole_jobs(facts: &Facts, since: i64) -> WholeJobs {
    let story = Story::new(facts);
    let mut sum = WholeJobs::default();
    for job in story.closed.iter().filter(|job| job.closed_at >= since) {
        sum.closed += 1;
        sum.with_handovers += u32::from(job.handed_over > 0);
        sum.accepted_whole += u32::from(job.accepted_whole);
        sum.all_accepted += u32::from(job.handed_over > 0 && job.accepted == job.handed_over);
    }
    sum
}
