//! What could be handed over: people who hand over what looks easy, and chance that picks among the rest.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::facts::details::{AttemptDetail, Details, DrawAnswer, DrawFact};
use halfday_domain::facts::{AttemptFact, Cost, Facts, FinishFact, JobFact, Scope};
use halfday_domain::id::{AttemptId, ItemId, JobId};
use halfday_domain::kind::Kind;
use halfday_domain::plan::EstimateSource;
use halfday_domain::review::VerdictCode;
use halfday_insight::could;

use crate::luck::{Luck, sigmoid};
use crate::table::Held;

/// One kept item in so many is drawn.
const DRAWN: f64 = 0.3;

/// Whether the 95 % range holds the part of all minutes that AI could do, and how often it is shown.
pub(crate) fn held(items: u32, people: u32) -> (Held, u32) {
    let mut luck = Luck::new(u64::from(items) * 29);
    let truth = {
        let (mut able, mut all) = (0.0, 0.0);
        for _ in 0..400_000 {
            let (minutes, can) = item(&mut luck);
            able += f64::from(minutes) * can;
            all += f64::from(minutes);
        }
        able / all
    };
    let mut held = Held::default();
    for _ in 0..people {
        let (facts, details) = person(items, &mut luck);
        if let Some(share) = could(&facts, &details, i64::MIN..i64::MAX).could {
            held.add(share.low <= truth && truth <= share.high);
        }
    }
    (held, held.of())
}

/// An item's minutes, and AI's chance with it: the longer, the less.
fn item(luck: &mut Luck) -> (u32, f64) {
    let log2 = 5.0 + luck.normal();
    (log2.exp2().round().max(1.0) as u32, sigmoid(0.6 * (5.5 - log2) + luck.normal()))
}

fn person(items: u32, luck: &mut Luck) -> (Facts, Details) {
    let (mut facts, mut details) = (Facts::default(), Details::default());
    let (mut job, mut left) = (0, 0);
    for number in 0..items {
        if left == 0 {
            (job, left) = (job + 1, luck.whole(1, 8));
            facts.jobs.push(told_job(job));
        }
        left -= 1;
        let (minutes, can) = item(luck);
        let verdict = if luck.happens(can) { VerdictCode::Accepted } else { VerdictCode::Rejected };
        let attempt = told(number, job, minutes, verdict);
        // What AI does well is handed over more often.
        if luck.happens(sigmoid(4.0 * (can - 0.6))) {
            facts.attempts.push(attempt);
            continue;
        }
        let finish = FinishFact {
            item_id: attempt.item_id,
            job_id: attempt.job_id,
            item_title: String::new(),
            kind: Kind::from("write"),
            estimate_minutes: Some(minutes),
            estimate_source: EstimateSource::Person,
            finished_at: attempt.ended_at,
        };
        let is_drawn = luck.happens(DRAWN);
        details.draws.push(draw(&finish, is_drawn));
        facts.finishes.push(finish);
        if is_drawn {
            details.attempts.push(shadow(attempt));
        }
    }
    (facts, details)
}

fn bytes(number: u32) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (place, byte) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *place = byte;
    }
    bytes
}

fn told_job(job: u32) -> JobFact {
    JobFact {
        job_id: JobId::from_parts(0, bytes(job)),
        number: i64::from(job),
        title: String::new(),
        created_at: 0,
        closed_at: Some(1),
        own_minutes_guess: None,
        guess_share: None,
        template_id: None,
    }
}

fn told(number: u32, job: u32, minutes: u32, verdict: VerdictCode) -> AttemptFact {
    AttemptFact {
        attempt_id: AttemptId::from_parts(0, bytes(number)),
        item_id: ItemId::from_parts(0, bytes(number)),
        job_id: JobId::from_parts(0, bytes(job)),
        item_title: String::new(),
        kind: Kind::from("write"),
        scope: Scope::Item,
        agent: "agent".to_owned(),
        family: String::new(),
        draw_probability: None,
        estimate_minutes: Some(minutes),
        estimate_source: EstimateSource::Person,
        item_is_done: true,
        number: 1,
        outcome: Outcome::Delivered,
        chat_rounds: None,
        started_at: 0,
        ended_at: 1,
        verdict: Some(verdict),
        rejection: None,
        first_wrong_step: None,
        reviewed_at: Some(1),
        cost: Cost::Unknown,
    }
}

fn draw(finish: &FinishFact, is_drawn: bool) -> DrawFact {
    DrawFact {
        item_id: finish.item_id,
        job_id: finish.job_id,
        item_title: String::new(),
        kind: finish.kind.clone(),
        estimate_minutes: finish.estimate_minutes,
        estimate_source: finish.estimate_source,
        probability: DRAWN,
        is_drawn,
        drawn_at: 0,
        answer: is_drawn.then_some(DrawAnswer::Taken),
        answered_at: is_drawn.then_some(0),
    }
}

fn shadow(fact: AttemptFact) -> AttemptDetail {
    let fact = AttemptFact { draw_probability: Some(DRAWN), ..fact };
    AttemptDetail { was_drawn: true, ..AttemptDetail::plain(fact, Purpose::Shadow) }
}
