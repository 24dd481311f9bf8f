//! Figures beyond the weekly report, each as lines to read and as the document of `--json`. The numbers are `insight`'s;
//! here they only find their words.

mod lines;

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::fmt;
use halfday_domain::item::{ItemStatus, Worker};
use halfday_domain::words::Words;
use halfday_insight::{
    Calendar, Forecaster, WEEKS_COMING_BACK, Worth, accepted_at_once, blind, calibration_of, caught,
    coin_flips, coming_back, costs, could, errors_of, failures_per_hour, first_wrong_steps,
    fixed_after_one_feedback, rehearsed, scored, spent_minutes, still_standing, stretches, whole_jobs,
};
use halfday_store::facts::Reach;
use halfday_store::{facts, items, jobs};
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::{AskAdvice, AskFigure, FigureLine, FigureView, Nothing};
use crate::numbers::document;
use crate::reference::{self, reference_of};
use crate::{App, Error};

/// So many items are named.
const MOST_ADVISED: usize = 20;

/// What a figure is made of.
pub(crate) struct Record {
    pub(crate) facts: Facts,
    pub(crate) details: Details,
    pub(crate) calendar: Calendar,
    pub(crate) now: i64,
    /// From when on (UTC ms).
    pub(crate) since: i64,
    /// The same for what rests on attempts alone; of a very long record they may reach back further.
    pub(crate) attempts_since: i64,
}

impl App {
    fn known(&self, request: &AskFigure) -> Result<Record, Error> {
        let (calendar, now) = (self.calendar(), self.now());
        let back = request.weeks.map(|weeks| weeks.max(1) - 1);
        let start = back.map(|back| calendar.starts_at(calendar.week_of(now).minus(back)));
        let (reach, facts, details) = self.store.read(move |connection| {
            let reach = Reach::of(connection, start.unwrap_or(now))?;
            let (facts, details) = facts::with_details(connection, now, reach)?;
            Ok::<_, Error>((reach, facts, details))
        })?;
        let (since, attempts_since) = (start.unwrap_or(reach.whole), start.unwrap_or(reach.attempts));
        Ok(Record { facts, details, calendar, now, since, attempts_since })
    }

    /// How long AI works without the person.
    pub fn stretch(&self, request: AskFigure) -> Result<FigureView, Error> {
        let record = self.known(&request)?;
        let words = self.words();
        let found = stretches(&record.details, record.attempts_since);
        let (text, lines) = lines::stretch(words, &found);
        let notes = vec![words.word("stretch-note"), words.word("stretch-note-chosen")];
        Ok(view(words, "stretch", text, lines, notes, json!({ "agents": document("stretch", &found)? })))
    }

    /// How much could be handed over.
    pub fn could(&self, request: AskFigure) -> Result<FigureView, Error> {
        let record = self.known(&request)?;
        let words = self.words();
        let found = could(&record.facts, &record.details, record.since..record.now.saturating_add(1));
        let whole = whole_jobs(&record.facts, record.since);
        let (text, mut lines) = lines::could(words, &found);
        lines.extend(lines::whole_jobs(words, &whole));
        let notes = vec![words.word("could-note")];
        let facts = json!({ "could": document("could", &found)?, "whole_jobs": document("could", &whole)? });
        Ok(view(words, "could", text, lines, notes, facts))
    }

    /// What went wrong, who saw it, and whether the rest still stands.
    pub fn quality(&self, request: AskFigure) -> Result<FigureView, Error> {
        let record = self.known(&request)?;
        let Record { facts, details, attempts_since: since, now, .. } = &record;
        let words = self.words();
        let found = lines::Quality {
            caught: caught(details, *since),
            fixed: fixed_after_one_feedback(details, *since),
            at_once: accepted_at_once(details, *since),
            wrong_steps: first_wrong_steps(details, *since),
            failures: failures_per_hour(facts, *since),
            standing: still_standing(details, *since, *now),
            forecasts: scored(details, &spent_minutes(facts), *since),
        };
        let (text, lines) = lines::quality(words, &found);
        let mut facts = document("quality", &found)?;
        if let Value::Object(map) = &mut facts {
            map.insert("rehearsed".to_owned(), document("quality", &rehearsed(details, *since))?);
        }
        Ok(view(words, "quality", text, lines, vec![words.word("quality-note")], facts))
    }

    /// Whether work goes to AI again the next time it comes up.
    pub fn coming_back(&self, _: Nothing) -> Result<FigureView, Error> {
        let (words, calendar, now) = (self.words(), self.calendar(), self.now());
        let start = calendar.starts_at(calendar.week_of(now).minus(WEEKS_COMING_BACK - 1));
        let (reach, facts, begun) = self.store.read(move |connection| {
            // All the weeks that are told one by one, however many attempts they hold.
            let reach = Reach::of(connection, start)?;
            Ok::<_, Error>((reach, facts::reaching(connection, now, reach)?, facts::begun(connection, now)?))
        })?;
        let found = coming_back(&facts, &begun, &calendar, reach.whole..now);
        let (text, lines) = lines::coming_back(words, &found);
        Ok(view(words, "coming-back", text, lines, vec![], document("coming_back", &found)?))
    }

    /// Tokens and money, with where each amount comes from.
    pub fn spending(&self, request: AskFigure) -> Result<FigureView, Error> {
        let record = self.known(&request)?;
        let words = self.words();
        let found = costs(&record.details, &record.calendar, record.attempts_since);
        let (text, lines) = lines::spending(words, &found);
        Ok(view(words, "spending", text, lines, vec![], document("spending", &found)?))
    }

    /// How the person's estimates hold.
    pub fn calibration(&self, _: Nothing) -> Result<FigureView, Error> {
        let record = self.known(&AskFigure { weeks: None })?;
        let words = self.words();
        let ratio = calibration_of(&record.facts, record.now);
        let errors = errors_of(&record.facts, record.now);
        let (text, lines) = lines::calibration(words, ratio.as_ref(), errors.as_ref());
        let facts = json!({
            "calibration": document("calibration", &ratio)?, "errors": document("calibration", &errors)?,
            "needs_items": halfday_insight::ENOUGH_TIMED,
        });
        Ok(view(words, "calibration", text, lines, vec![words.word("calibration-note")], facts))
    }

    /// Coin flips and blind comparisons.
    pub fn experiments(&self, request: AskFigure) -> Result<FigureView, Error> {
        let record = self.known(&request)?;
        let words = self.words();
        // So few that without weeks all of them count, however long the record is.
        let since = request.weeks.map_or(i64::MIN, |_| record.since);
        let flips = coin_flips(&record.facts, &record.details, since);
        let compared = blind(&record.details);
        let (text, lines) = lines::experiments(words, &flips, &compared);
        let facts = json!({ "coin_flips": document("experiments", &flips)?, "blind": document("experiments", &compared)? });
        Ok(view(words, "experiments", text, lines, vec![words.word("experiments-note")], facts))
    }

    /// Which of the person's open items are worth handing over, the surest first.
    pub fn advise(&self, request: AskAdvice) -> Result<FigureView, Error> {
        let words = self.words();
        let record = self.known(&AskFigure { weeks: None })?;
        let forecaster = Forecaster::new(&record.facts, record.now);
        let open = self.store.read(move |connection| {
            let only = request.job.map(|job| reference::job(connection, &job)).transpose()?;
            let mut open = vec![];
            for item in items::unfinished(connection)? {
                let is_asked = only.as_ref().is_none_or(|job| job.id == item.job_id);
                let is_mine = matches!(item.status, ItemStatus::Open | ItemStatus::Working(Worker::Me));
                let is_open =
                    jobs::by_id(connection, item.job_id)?.is_some_and(|job| job.closed_at.is_none());
                if is_asked && is_mine && is_open && item.parent_id.is_none() {
                    open.push((reference_of(connection, &item)?, item));
                }
            }
            Ok::<_, Error>(open)
        })?;
        let mut advised: Vec<Advised> = open
            .into_iter()
            .filter_map(|(item, open)| {
                let worth = forecaster.worth(&open.kind, open.estimate_minutes?)?;
                Some(Advised { item, title: open.title, worth })
            })
            .collect();
        advised.sort_by(|a, b| b.worth.saves_at_least_minutes.total_cmp(&a.worth.saves_at_least_minutes));
        advised.truncate(MOST_ADVISED);
        let lines = advised.iter().map(|one| advice_line(words, one)).collect();
        let text = words.word(if advised.is_empty() { "advise-silent" } else { "advise-text" });
        let facts = json!({ "items": document("advise", &advised)? });
        Ok(view(words, "advise", text, lines, vec![words.word("advise-note")], facts))
    }
}

/// An open item with whether it is worth handing over.
#[derive(Serialize)]
struct Advised {
    #[serde(rename = "ref")]
    item: String,
    title: String,
    #[serde(flatten)]
    worth: Worth,
}

fn advice_line(words: &Words, one: &Advised) -> FigureLine {
    let language = words.language();
    let minutes = |minutes: f64| fmt::duration(language, minutes.max(0.0));
    let worth = &one.worth;
    let key = if worth.saves_at_least_minutes > 0.0 {
        "advise-worth"
    } else if worth.saves_minutes > 0.0 {
        "advise-perhaps"
    } else {
        "advise-keep"
    };
    let count = fmt::count(language, worth.right.into(), worth.of.into());
    let said = words.say(
        key,
        &[
            ("own", &minutes(worth.own_minutes)),
            ("expected", &minutes(worth.expected_minutes)),
            ("count", &count),
        ],
    );
    let value = if worth.is_few {
        words.say("sentences", &[("first", &said), ("second", &words.word("advise-few"))])
    } else {
        said
    };
    FigureLine { label: format!("{} {}", one.item, one.title), value }
}

/// A figure with its version and its words.
fn view(
    words: &Words,
    name: &str,
    text: String,
    lines: Vec<FigureLine>,
    notes: Vec<String>,
    facts: Value,
) -> FigureView {
    let mut whole = serde_json::Map::new();
    whole.insert("version".to_owned(), Value::from(1));
    if let Value::Object(map) = facts {
        whole.extend(map);
    }
    let title = words.word(&format!("figure-{name}"));
    FigureView { title, text, lines, notes, facts: Value::Object(whole) }
}
