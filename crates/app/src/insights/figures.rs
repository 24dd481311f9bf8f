//! The figures at the top of Insights in words: the count first, then a percentage, then its range; while it is too
//! early, what is missing.

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_insight::{Behind, ENOUGH_SPELLS, ENOUGH_TIMED, FirstTime, Reading, Share, missing_for_length};

use super::{Follows, Record};
use crate::api::{InsightsFigure, PictureFilters};

/// What one figure says.
struct Said {
    value: String,
    detail: Option<String>,
    how: String,
}

/// So many judged first attempts have to be there before anything but a count is shown.
const ENOUGH: u32 = 5;

/// What is missing for the first percentage; `None` once it is there.
pub(super) fn few(words: &Words, record: &Record, filters: &PictureFilters) -> Option<String> {
    let rows = record.narrowed(Follows::All, filters);
    let (first, _) = record.figures(&rows).right_first_time();
    (first.of < ENOUGH).then(|| {
        let count = fmt::count(words.language(), first.right.into(), first.of.into());
        words.say("insights-few", &[("count", &count), ("of", &first.of.to_string())])
    })
}

/// All of them, in their order.
pub(super) fn all(words: &Words, record: &Record, filters: &PictureFilters) -> Vec<InsightsFigure> {
    let all = record.narrowed(Follows::All, filters);
    let work = record.narrowed(Follows::Work, filters);
    let weeks = record.narrowed(Follows::Weeks, filters);
    let [all, work, weeks] = [&all, &work, &weeks].map(|rows| record.figures(rows));
    let mut figures = vec![];
    let mut add = |code: &str, follows: Follows, said: Said, behind: Behind| {
        figures.push(InsightsFigure {
            code: code.to_owned(),
            label: words.word(&format!("insights-{code}")),
            value: said.value,
            detail: said.detail,
            how: said.how,
            beyond: follows.beyond(filters, words),
            items: behind.items.iter().map(ToString::to_string).collect(),
            jobs: behind.jobs.iter().map(ToString::to_string).collect(),
        });
    };
    let (said, behind) = share(words, work.share_of_closed());
    add("share", Follows::Work, said, behind);
    let (first, behind) = all.right_first_time();
    add("first", Follows::All, right(words, &first), behind);
    let (said, behind) = saved(words, weeks.saved_a_week());
    add("saved", Follows::Weeks, said, behind);
    let (said, behind) = length(words, all.chosen_horizon());
    add("length", Follows::All, said, behind);
    let (said, behind) = could(words, work.could_be_handed_over());
    add("could", Follows::Work, said, behind);
    let (said, behind) = stretch(words, all.without_the_person());
    add("stretch", Follows::All, said, behind);
    let (jobs, behind) = weeks.whole_jobs();
    let whole = Said {
        value: count_or_not_yet(words, jobs.all_accepted, jobs.with_handovers),
        detail: (jobs.accepted_whole > 0)
            .then(|| words.say("insights-whole-as-one", &[("count", &jobs.accepted_whole.to_string())])),
        how: words.word("insights-whole-how"),
    };
    add("whole", Follows::Weeks, whole, behind);
    let (again, behind) = work.handed_over_again();
    let again = Said {
        value: count_or_not_yet(words, again.again, again.of),
        detail: None,
        how: words.word("insights-again-how"),
    };
    add("again", Follows::Work, again, behind);
    let (said, behind) = standing(words, all.standing());
    add("standing", Follows::All, said, behind);
    let (costs, behind) = all.costs();
    if !costs.is_hidden {
        add("cost", Follows::All, cost(words, &costs), behind);
    }
    figures
}

fn not_yet(words: &Words) -> String {
    words.word("insights-not-yet")
}

fn likely(words: &Words, range: &str) -> String {
    words.say("picture-likely", &[("range", range)])
}

fn count_or_not_yet(words: &Words, part: u32, of: u32) -> String {
    if of == 0 { not_yet(words) } else { fmt::count(words.language(), part.into(), of.into()) }
}

fn percent(words: &Words, share: &Share) -> (String, Option<String>) {
    let range = fmt::percent_range(words.language(), share.low, share.high);
    (fmt::percent(share.value), Some(likely(words, &range)))
}

fn share(words: &Words, found: halfday_insight::ShareOfClosed) -> (Said, Behind) {
    let language = words.language();
    let (ai, listed) = (found.ai_minutes.value(), found.listed_minutes.value());
    let of = [("ai", fmt::duration(language, ai)), ("listed", fmt::duration(language, listed))];
    let of: Vec<(&str, &str)> = of.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (value, detail) = match &found.share {
        Some(share) => percent(words, share),
        None if listed > 0.0 => {
            (words.say("insights-share-of", &of), Some(words.word("insights-share-needs")))
        }
        None => (not_yet(words), Some(words.word("insights-share-none"))),
    };
    let how = match (&found.share, listed > 0.0) {
        (Some(_), true) => words.say("insights-share-how-of", &of),
        _ => words.word("insights-share-how"),
    };
    (Said { value, detail, how }, found.behind)
}

fn right(words: &Words, first: &FirstTime) -> Said {
    let detail = match (first.rate, first.low, first.high) {
        (Some(rate), Some(low), Some(high)) => {
            let range = fmt::percent_range(words.language(), low, high);
            Some(words.say("insights-first-rate", &[("rate", &fmt::percent(rate)), ("range", &range)]))
        }
        _ => Some(words.word("insights-first-few")),
    };
    let how = match first.unresolved {
        0 => words.word("insights-first-how"),
        lost => words.say("insights-first-how-lost", &[("count", &lost.to_string())]),
    };
    Said { value: count_or_not_yet(words, first.right, first.of), detail, how }
}

fn saved(words: &Words, found: halfday_insight::SavedAWeek) -> (Said, Behind) {
    let (value, detail) = match found.saved {
        Some(saved) => (
            fmt::duration_range(words.language(), saved.low, saved.high),
            words.say("insights-saved-weeks", &[("count", &found.weeks.to_string())]),
        ),
        None if found.weeks == 0 => (not_yet(words), words.word("insights-saved-no-week")),
        None if found.timed_items < ENOUGH_TIMED => {
            let (have, need) = (found.timed_items.to_string(), ENOUGH_TIMED.to_string());
            let missing = words.say("insights-saved-uncalibrated", &[("have", &have), ("need", &need)]);
            (not_yet(words), missing)
        }
        None => (not_yet(words), words.word("insights-saved-nothing")),
    };
    (Said { value, detail: Some(detail), how: words.word("insights-saved-how") }, found.behind)
}

fn length(words: &Words, (horizon, behind): (halfday_insight::Horizon, Behind)) -> (Said, Behind) {
    let language = words.language();
    let time = |minutes: f64| fmt::duration(language, minutes);
    let how = words.word("insights-length-how");
    let (value, detail) = match (horizon.reading, horizon.h50) {
        (Reading::Within, Some(half)) => {
            (time(half.mid), Some(likely(words, &fmt::duration_range(language, half.low, half.high))))
        }
        (Reading::AtLeast(minutes), _) => (words.say("insights-at-least", &[("time", &time(minutes))]), None),
        (Reading::AtMost(minutes), _) => (words.say("insights-at-most", &[("time", &time(minutes))]), None),
        (Reading::BeyondTried(minutes), _) => {
            (words.say("insights-beyond-tried", &[("time", &time(minutes))]), None)
        }
        (Reading::NotFalling, _) => (not_yet(words), Some(words.word("insights-length-flat"))),
        (Reading::NotEnough | Reading::Within, _) => {
            (not_yet(words), missing_for_length(&horizon, words).into_iter().next())
        }
    };
    (Said { value, detail, how }, behind)
}

fn could(words: &Words, (found, behind): (halfday_insight::Could, Behind)) -> (Said, Behind) {
    let how = words.word("insights-could-how");
    let missing = found.needs_drawn;
    let needs = || words.say("insights-could-needs", &[("count", &missing.to_string())]);
    let early = || (not_yet(words), (missing > 0).then(needs));
    let (value, detail) = found.could.as_ref().map_or_else(early, |share| percent(words, share));
    (Said { value, detail, how }, behind)
}

fn stretch(words: &Words, (found, behind): (Option<halfday_insight::Survival>, Behind)) -> (Said, Behind) {
    let language = words.language();
    let time = |minutes: f64| fmt::duration(language, minutes);
    let how = words.word("insights-stretch-how");
    let record = found.and_then(|found| found.record);
    let longest = || record.map(|minutes| words.say("insights-stretch-record", &[("time", &time(minutes))]));
    let known = found.filter(|found| found.of >= ENOUGH_SPELLS);
    let (value, detail) = match known.and_then(|found| Some((found, found.median?))) {
        Some((found, median)) => {
            let range = match (found.low, found.high) {
                (Some(low), Some(high)) => Some(likely(words, &fmt::duration_range(language, low, high))),
                (Some(low), None) => Some(words.say("insights-at-least-likely", &[("time", &time(low))])),
                (None, _) => None,
            };
            (time(median), range.or_else(longest))
        }
        None if known.is_some() => (words.word("insights-stretch-most"), longest()),
        None => {
            let (have, need) = (found.map_or(0, |found| found.of).to_string(), ENOUGH_SPELLS.to_string());
            (not_yet(words), Some(words.say("picture-stretch-few", &[("have", &have), ("need", &need)])))
        }
    };
    (Said { value, detail, how }, behind)
}

fn standing(words: &Words, (found, behind): (halfday_insight::StillStanding, Behind)) -> (Said, Behind) {
    let asked = found.asked.iter().find(|held| held.of > 0);
    let value = asked.map_or_else(|| not_yet(words), |held| count_or_not_yet(words, held.held, held.of));
    let days = asked.map(|held| {
        let days = held.after_days.to_string();
        match (held.rate, held.low, held.high) {
            (Some(rate), Some(low), Some(high)) => {
                let range = fmt::percent_range(words.language(), low, high);
                let args = [("days", days.as_str()), ("rate", &fmt::percent(rate)), ("range", &range)];
                words.say("insights-standing-rate", &args)
            }
            _ => words.say("insights-standing-days", &[("days", &days)]),
        }
    });
    let how = words.say(
        "insights-standing-how",
        &[("accepted", &found.accepted.to_string()), ("wrong", &found.turned_out_wrong.to_string())],
    );
    let detail = days.or_else(|| Some(words.word("insights-standing-none")));
    (Said { value, detail, how }, behind)
}

fn cost(words: &Words, found: &halfday_insight::Costs) -> Said {
    let money = |nano: i64| fmt::money(words.language(), nano);
    let value = match found.nano_per_accepted_item {
        Some(nano) if found.is_at_least => words.say("insights-cost-at-least", &[("amount", &money(nano))]),
        Some(nano) => money(nano),
        None => words.word("insights-cost-unknown"),
    };
    let detail = found.total.nano.map(|nano| {
        let (amount, items) = (money(nano), found.accepted_items.to_string());
        words.say("insights-cost-total", &[("amount", &amount), ("items", &items)])
    });
    let how = words.say(
        "insights-cost-how",
        &[
            ("reported", &found.total.reported.to_string()),
            ("computed", &found.total.computed.to_string()),
            ("unknown", &found.total.unknown.to_string()),
        ],
    );
    Said { value, detail, how }
}
