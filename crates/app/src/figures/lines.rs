//! The words of each figure: a sentence of what it comes to or what is missing, and its lines.

use halfday_domain::facts::details::ChosenBy;
use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_insight::{
    Again, AgentStretch, Blind, Calibration, Caught, CoinFlips, ComingBack, Costs, Could, ENOUGH_FLIPS,
    ENOUGH_TIMED, EstimateErrors, FailureRate, Proportion, SaidBy, Scored, StillStanding, Survival,
    WholeJobs, WrongStep,
};
use serde::Serialize;

use crate::api::FigureLine;
use crate::prices;

/// What one figure is in words.
type Said = (String, Vec<FigureLine>);

/// What went wrong and who saw it.
#[derive(Serialize)]
pub(super) struct Quality {
    pub(super) caught: Caught,
    #[serde(rename = "fixed_after_one_feedback")]
    pub(super) fixed: Proportion,
    #[serde(rename = "accepted_within_10_s")]
    pub(super) at_once: Proportion,
    #[serde(rename = "first_wrong_steps")]
    pub(super) wrong_steps: Vec<WrongStep>,
    #[serde(rename = "failures_per_hour")]
    pub(super) failures: Vec<FailureRate>,
    pub(super) standing: StillStanding,
    pub(super) forecasts: Vec<Scored>,
}

fn line(words: &Words, key: &str, value: String) -> FigureLine {
    FigureLine { label: words.word(key), value }
}

fn count(words: &Words, part: u32, whole: u32) -> String {
    fmt::count(words.language(), part.into(), whole.into())
}

/// "4 of 6 (67%, likely 30–90%)"; the count alone where there are few.
fn rate(words: &Words, counts: (u32, u32), range: Option<(f64, f64, f64)>) -> String {
    let count = count(words, counts.0, counts.1);
    match range {
        Some((value, low, high)) => {
            let range = fmt::percent_range(words.language(), low, high);
            let value = fmt::percent(value);
            words.say("figure-rate", &[("count", &count), ("rate", &value), ("range", &range)])
        }
        None => count,
    }
}

fn proportion(words: &Words, one: &Proportion) -> String {
    let range = one.rate.zip(one.low).zip(one.high).map(|((rate, low), high)| (rate, low, high));
    rate(words, (one.count, one.of), range)
}

pub(super) fn stretch(words: &Words, found: &[AgentStretch]) -> Said {
    let mut lines = vec![];
    for one in found {
        let label = one.agent.clone().unwrap_or_else(|| words.word("stretch-all"));
        if let Some(value) = one.frozen_minutes.map(|known| survival(words, &known)) {
            let value = words.say("stretch-frozen", &[("value", &value)]);
            lines.push(FigureLine { label: label.clone(), value });
        }
        if let Some(value) = one.wall_minutes.map(|known| survival(words, &known)) {
            let value = words.say("stretch-wall", &[("value", &value)]);
            lines.push(FigureLine { label, value });
        }
    }
    let all = found.first();
    for (why, times) in all.iter().flat_map(|one| &one.ended_by) {
        lines.push(FigureLine { label: words.word(&format!("stretch-end-{why}")), value: times.to_string() });
    }
    let known = all.and_then(|one| one.frozen_minutes);
    let text = match known.and_then(|known| Some((known, known.median?))) {
        Some((_, median)) => {
            words.say("stretch-text", &[("median", &fmt::duration(words.language(), median))])
        }
        None => match known.and_then(|known| known.record) {
            Some(record) => {
                words.say("stretch-text-record", &[("record", &fmt::duration(words.language(), record))])
            }
            None => words.word("stretch-text-none"),
        },
    };
    (text, lines)
}

fn survival(words: &Words, one: &Survival) -> String {
    let language = words.language();
    let minutes = |minutes: f64| fmt::duration(language, minutes);
    let ended = count(words, one.ended, one.of);
    let mut said = match (one.median, one.low, one.high) {
        (Some(median), Some(low), Some(high)) => {
            let range = fmt::duration_range(language, low, high);
            words.say("stretch-median", &[("median", &minutes(median)), ("range", &range)])
        }
        (Some(median), Some(low), None) => {
            words.say("stretch-median-from", &[("median", &minutes(median)), ("low", &minutes(low))])
        }
        _ => words.word("stretch-median-unknown"),
    };
    if let Some(record) = one.record {
        let record = words.say("stretch-record", &[("record", &minutes(record))]);
        said = words.say("sentences", &[("first", &said), ("second", &record)]);
    }
    let of = words.say("stretch-ended", &[("count", &ended)]);
    words.say("sentences", &[("first", &said), ("second", &of)])
}

pub(super) fn could(words: &Words, found: &Could) -> Said {
    let percent = |share: &halfday_insight::Share| {
        let range = fmt::percent_range(words.language(), share.low, share.high);
        words.say("could-range", &[("value", &fmt::percent(share.value)), ("range", &range)])
    };
    let part = |one: &halfday_insight::Part| {
        let usable = count(words, one.as_is + one.after_fix, one.of);
        words.say("could-part", &[("count", &usable), ("fixed", &one.after_fix.to_string())])
    };
    let mut lines = vec![];
    if let Some(share) = found.chosen_share {
        lines.push(line(words, "could-chosen-share", fmt::percent(share)));
    }
    if let Some(share) = &found.could_as_is {
        lines.push(line(words, "could-as-is", percent(share)));
    }
    lines.push(line(words, "could-chosen", part(&found.chosen)));
    lines.push(line(words, "could-drawn", part(&found.drawn)));
    lines.push(line(words, "could-kept", found.kept_items.to_string()));
    if found.waiting > 0 {
        lines.push(line(words, "could-waiting", found.waiting.to_string()));
    }
    if found.refused > 0 {
        lines.push(line(words, "could-refused", found.refused.to_string()));
    }
    let text = match &found.could {
        Some(share) => words.say("could-text", &[("value", &percent(share))]),
        None if found.needs_drawn > 0 => {
            words.say("could-text-needs", &[("count", &found.needs_drawn.to_string())])
        }
        None => words.word("could-text-nothing"),
    };
    (text, lines)
}

pub(super) fn whole_jobs(words: &Words, found: &WholeJobs) -> Vec<FigureLine> {
    if found.closed == 0 {
        return vec![];
    }
    vec![
        line(words, "could-whole", count(words, found.accepted_whole, found.closed)),
        line(words, "could-all-accepted", count(words, found.all_accepted, found.with_handovers)),
    ]
}

pub(super) fn quality(words: &Words, found: &Quality) -> Said {
    let caught = &found.caught;
    let mut lines = vec![];
    for (key, seen) in [
        ("caught-itself", caught.by_itself),
        ("caught-checks", caught.by_checks),
        ("caught-person", caught.by_person),
        ("caught-later", caught.later),
    ] {
        lines.push(line(words, key, count(words, seen, caught.of)));
    }
    lines.push(line(words, "quality-fixed", proportion(words, &found.fixed)));
    lines.push(line(words, "quality-at-once", proportion(words, &found.at_once)));
    for step in &found.wrong_steps {
        let kind = step.kind.as_deref().map(|kind| words.word(&format!("step-kind-{kind}")));
        let kind = kind.unwrap_or_else(|| words.word("step-kind-unknown"));
        let label = words.say("quality-wrong-step", &[("kind", &kind)]);
        lines.push(FigureLine { label, value: step.count.to_string() });
    }
    for one in &found.failures {
        let band = words.word(&format!("length-{}", one.length));
        let label = words.say("quality-failures", &[("length", &band)]);
        let counted = count(words, one.failures, one.of);
        let value = match (one.per_hour, one.low, one.high) {
            (Some(rate), Some(low), Some(high)) => {
                let number = |number: f64| format!("{number:.2}");
                words.say(
                    "quality-per-hour",
                    &[
                        ("count", &counted),
                        ("rate", &number(rate)),
                        ("low", &number(low)),
                        ("high", &number(high)),
                    ],
                )
            }
            _ => counted,
        };
        lines.push(FigureLine { label, value });
    }
    let standing = &found.standing;
    let steps = [
        ("claimed", standing.claimed.to_string()),
        ("checked", standing.checked.to_string()),
        ("accepted", standing.accepted.to_string()),
        ("wrong", standing.turned_out_wrong.to_string()),
    ];
    let steps: Vec<(&str, &str)> = steps.iter().map(|(name, value)| (*name, value.as_str())).collect();
    lines.push(line(words, "standing-label", words.say("standing-steps", &steps)));
    for held in &standing.asked {
        let range = held.rate.zip(held.low).zip(held.high).map(|((rate, low), high)| (rate, low, high));
        let label = words.say("standing-after", &[("days", &held.after_days.to_string())]);
        lines.push(FigureLine { label, value: rate(words, (held.held, held.of), range) });
    }
    lines.extend(found.forecasts.iter().filter(|one| one.of > 0).map(|one| forecast(words, one)));
    let text = if caught.of == 0 {
        words.word("quality-text-none")
    } else {
        let seen = count(words, caught.by_itself + caught.by_checks, caught.of);
        words.say("quality-text", &[("count", &seen)])
    };
    (text, lines)
}

fn forecast(words: &Words, one: &Scored) -> FigureLine {
    let key = match one.by {
        SaidBy::App => "forecast-by-app",
        SaidBy::Person => "forecast-by-person",
        SaidBy::Agent => "forecast-by-agent",
    };
    let value = match one.brier.zip(one.brier_of_average) {
        Some((brier, average)) => words.say(
            "forecast-score",
            &[
                ("score", &format!("{brier:.3}")),
                ("average", &format!("{average:.3}")),
                ("count", &one.of.to_string()),
            ],
        ),
        None => words.say("forecast-few-scored", &[("count", &one.of.to_string())]),
    };
    line(words, key, value)
}

pub(super) fn coming_back(words: &Words, found: &ComingBack) -> Said {
    let again = |one: Again| count(words, one.again, one.of);
    let weeks: Vec<String> = found
        .weeks_after_first
        .iter()
        .enumerate()
        .map(|(place, active)| {
            let sign = match active {
                Some(true) => "●",
                Some(false) => "○",
                None => "–",
            };
            format!("W{} {sign}", place + 1)
        })
        .collect();
    let lines = vec![
        line(words, "again-kind", again(found.by_kind)),
        line(words, "again-list", again(found.by_list)),
        line(words, "again-agent", again(found.by_agent)),
        line(words, "again-lists-used", again(found.lists_used_again)),
        line(words, "again-weeks", count(words, found.weeks_with_handover, found.weeks_of)),
        line(words, "again-after-first", weeks.join("  ")),
    ];
    let text = if found.by_kind.of == 0 {
        words.word("again-text-none")
    } else {
        words.say("again-text", &[("count", &again(found.by_kind))])
    };
    (text, lines)
}

pub(super) fn spending(words: &Words, found: &Costs) -> Said {
    if found.is_hidden {
        return (words.word("spending-hidden"), vec![]);
    }
    let money = |nano: Option<i64>| {
        nano.map_or_else(|| words.word("spending-unknown"), |nano| fmt::money(words.language(), nano))
    };
    let sources = |one: &halfday_insight::Spent| {
        let tables: Vec<String> =
            one.price_tables.iter().map(|table| prices::table_text(words, table)).collect();
        let sources = words.say(
            "spending-sources",
            &[
                ("reported", &one.reported.to_string()),
                ("computed", &one.computed.to_string()),
                ("unknown", &one.unknown.to_string()),
            ],
        );
        if tables.is_empty() {
            return sources;
        }
        let tables = words.say("spending-prices", &[("prices", &tables.join(", "))]);
        words.say("sentences", &[("first", &sources), ("second", &tables)])
    };
    let mut lines = vec![
        line(words, "spending-total", money(found.total.nano)),
        line(words, "spending-where", sources(&found.total)),
    ];
    if let Some(nano) = found.nano_per_accepted_item {
        let amount = fmt::money(words.language(), nano);
        let key = if found.is_at_least { "spending-at-least" } else { "spending-exactly" };
        lines.push(line(words, "spending-per-item", words.say(key, &[("amount", &amount)])));
    }
    let tokens = found.total.tokens_in.zip(found.total.tokens_out);
    if let Some((tokens_in, tokens_out)) = tokens {
        let (into, out) = (fmt::integer(tokens_in), fmt::integer(tokens_out));
        let value = words.say("spending-tokens-of", &[("in", &into), ("out", &out)]);
        lines.push(line(words, "spending-tokens", value));
    }
    if found.beside_the_work.reported + found.beside_the_work.computed + found.beside_the_work.unknown > 0 {
        lines.push(line(words, "spending-beside", money(found.beside_the_work.nano)));
    }
    (words.say("spending-text", &[("amount", &money(found.total.nano))]), lines)
}

pub(super) fn calibration(
    words: &Words,
    ratio: Option<&Calibration>,
    errors: Option<&EstimateErrors>,
) -> Said {
    let number = |number: f64| format!("{number:.2}");
    let Some(ratio) = ratio else {
        return (words.say("calibration-none", &[("count", &ENOUGH_TIMED.to_string())]), vec![]);
    };
    let args = [
        ("ratio", number(ratio.ratio)),
        ("low", number(ratio.low)),
        ("high", number(ratio.high)),
        ("items", ratio.items.to_string()),
        ("jobs", ratio.jobs.to_string()),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut lines = vec![line(words, "calibration-ratio", words.say("calibration-range", &args))];
    if let Some(errors) = errors {
        lines.push(line(words, "calibration-median", format!("× {}", number(errors.median_ratio))));
        lines.push(line(
            words,
            "calibration-off",
            words.say("calibration-doublings", &[("value", &number(errors.mean_abs_log2))]),
        ));
        lines.push(line(words, "calibration-within", fmt::percent(errors.within_twice)));
    }
    let text = if ratio.items < ENOUGH_TIMED {
        let missing = (ENOUGH_TIMED - ratio.items).to_string();
        words.say("calibration-few", &[("count", &missing)])
    } else {
        words.say("calibration-text", &args)
    };
    (text, lines)
}

pub(super) fn experiments(words: &Words, flips: &CoinFlips, compared: &[Blind]) -> Said {
    let minutes = |minutes: f64| fmt::duration(words.language(), minutes);
    let mut lines = vec![];
    if let (Some(kept), Some(given)) = (flips.kept_mean_minutes, flips.handed_over_mean_minutes) {
        let args = [
            ("kept", minutes(kept)),
            ("given", minutes(given)),
            ("keptCount", flips.kept.to_string()),
            ("givenCount", flips.handed_over.to_string()),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(line(words, "flips-label", words.say("flips-means", &args)));
    }
    for one in compared {
        let label = words.say("blind-pair", &[("agent", &one.agent), ("against", &one.against)]);
        let by = words.word(match one.by {
            ChosenBy::Person => "blind-by-person",
            ChosenBy::Colleague => "blind-by-colleague",
        });
        let args = [
            ("won", one.test.better.to_string()),
            ("tied", one.test.same.to_string()),
            ("lost", one.test.worse.to_string()),
            ("by", by),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        lines.push(FigureLine { label, value: words.say("blind-counts", &args) });
    }
    let number = |number: f64| format!("{number:.2}");
    let text = match (flips.ratio, flips.low, flips.high) {
        (Some(ratio), Some(low), Some(high)) => words
            .say("flips-text", &[("ratio", &number(ratio)), ("low", &number(low)), ("high", &number(high))]),
        _ => words.say(
            "flips-text-few",
            &[
                ("kept", &flips.kept.to_string()),
                ("given", &flips.handed_over.to_string()),
                ("needed", &ENOUGH_FLIPS.to_string()),
            ],
        ),
    };
    (text, lines)
}
