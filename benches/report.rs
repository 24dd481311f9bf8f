//! How long the numbers of a long record take: 100,000 attempts over five years.
//! Not a record of anybody's: made here, the same each time.

use divan::Bencher;
use halfday_domain::attempt::Outcome;
use halfday_domain::facts::details::Details;
use halfday_domain::facts::{
    AttemptFact, Cost, Facts, FinishFact, IntervalFact, IntervalKind, IntervalSource, JobFact, Scope,
};
use halfday_domain::id::{AttemptId, ItemId, JobId};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_domain::words::{Language, Words};
use halfday_insight::{By, Calendar, Titles, html, stats, stats_by, weekly};
use jiff::tz::TimeZone;

const ATTEMPTS: u32 = 100_000;
const PER_JOB: u32 = 8;
const NOW: i64 = 1_795_000_000_000;
const JOB_EVERY_MS: i64 = 12_600_000;

fn main() {
    divan::main();
}

fn bytes(number: u32) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (place, byte) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *place = byte;
    }
    bytes
}

fn record() -> Facts {
    let kinds = ["write", "check", "code", "translate", "plan"];
    let mut facts = Facts::default();
    for job_number in 0..ATTEMPTS / PER_JOB {
        let closed_at = NOW - i64::from(job_number) * JOB_EVERY_MS;
        let job_id = JobId::from_parts(closed_at, bytes(job_number));
        facts.jobs.push(JobFact {
            job_id,
            number: i64::from(job_number),
            title: "job".to_owned(),
            created_at: closed_at - 14_400_000,
            closed_at: Some(closed_at),
            own_minutes_guess: None,
            guess_share: None,
            template_id: None,
        });
        for place in 0..PER_JOB {
            let number = job_number * PER_JOB + place;
            let ended_at = closed_at - 3_600_000;
            let item_id = ItemId::from_parts(ended_at, bytes(number));
            let kind = kinds.get(number as usize % kinds.len()).copied().unwrap_or_default();
            let is_rejected = number.is_multiple_of(7);
            let verdict = if is_rejected { VerdictCode::Rejected } else { VerdictCode::Accepted };
            facts.attempts.push(AttemptFact {
                attempt_id: AttemptId::from_parts(ended_at, bytes(number)),
                item_id,
                job_id,
                item_title: "item".to_owned(),
                kind: Kind::from(kind),
                scope: Scope::Item,
                agent: "agent".to_owned(),
                family: "family".to_owned(),
                draw_probability: None,
                estimate_minutes: Some(5 + number % 90),
                estimate_source: EstimateSource::Person,
                item_is_done: true,
                number: 1,
                outcome: Outcome::Delivered,
                chat_rounds: Some(1),
                started_at: ended_at - 300_000,
                ended_at,
                verdict: Some(verdict),
                rejection: is_rejected.then_some(Rejection::WrongFacts),
                first_wrong_step: None,
                reviewed_at: Some(ended_at),
                cost: Cost::Reported { nano: 1_000_000 },
            });
            let mut interval = |kind, minutes: u32| {
                facts.intervals.push(IntervalFact {
                    job_id,
                    item_id: Some(item_id),
                    kind,
                    source: IntervalSource::Measured,
                    started_at: ended_at,
                    ms: i64::from(minutes) * 60_000,
                });
            };
            interval(IntervalKind::Review, 2);
            if is_rejected {
                interval(IntervalKind::Work, 20 + number % 11);
                facts.finishes.push(FinishFact {
                    item_id,
                    job_id,
                    item_title: "item".to_owned(),
                    kind: Kind::from(kind),
                    estimate_minutes: Some(25),
                    estimate_source: EstimateSource::Person,
                    finished_at: closed_at - 1_000,
                });
            }
        }
    }
    facts
}

#[divan::bench(sample_count = 10)]
fn weekly_report(bencher: Bencher) {
    let (facts, calendar) = (record(), Calendar::new(TimeZone::UTC));
    let week = calendar.week_of(NOW - 604_800_000);
    bencher.bench(|| {
        let report = weekly(&facts, &Details::default(), &calendar, week, NOW, Titles::Shown);
        html(&report, Words::of(Language::ZhHant))
    });
}

#[divan::bench(sample_count = 10)]
fn five_years_of_stats(bencher: Bencher) {
    let (facts, calendar) = (record(), Calendar::new(TimeZone::UTC));
    bencher.bench(|| stats(&facts, &calendar, NOW, 260));
}

#[divan::bench(sample_count = 10)]
fn five_years_by_kind(bencher: Bencher) {
    let (facts, calendar) = (record(), Calendar::new(TimeZone::UTC));
    bencher.bench(|| stats_by(&facts, &calendar, NOW, 260, By::Kind));
}
