//! The Insights page: what its filters can be, its figures in words, and the rows behind any number.

mod figures;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::facts::Facts;
use halfday_domain::facts::details::Details;
use halfday_domain::fmt;
use halfday_domain::kind::Kind;
use halfday_domain::words::Words;
use halfday_insight::{Calendar, Figures, LengthBand, MOST_WEEKS, Narrow, PictureName};

use crate::api::{AskInsights, FilterChoice, FilterChoices, InsightsView, PictureFilters, PictureOffer};
use crate::views::kind_text;
use crate::{App, Error};

/// The page's pictures, in their order. Trials stand with the experiments.
const PICTURES: [PictureName; 8] = [
    PictureName::Length,
    PictureName::Share,
    PictureName::Kinds,
    PictureName::Time,
    PictureName::Stretch,
    PictureName::Trend,
    PictureName::Calibration,
    PictureName::Felt,
];

/// Which filters beside the weeks a number can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follows {
    /// Kind, length, agent and family.
    All,
    /// Kind and length: it is of work that several agents or nobody's agent did.
    Work,
    /// It is of whole jobs or whole weeks.
    Weeks,
}

impl Follows {
    pub(crate) fn of(picture: PictureName) -> Self {
        match picture {
            PictureName::Length | PictureName::Kinds | PictureName::Stretch | PictureName::Trend => Self::All,
            PictureName::Share | PictureName::Calibration => Self::Work,
            PictureName::Time | PictureName::Trials | PictureName::Felt => Self::Weeks,
        }
    }

    /// What of the filters reaches the number.
    pub(crate) fn narrow(self, filters: &PictureFilters) -> Narrow {
        let all = Narrow {
            kind: filters.kind.as_deref().map(Kind::from),
            length: filters.length.as_deref().and_then(LengthBand::from_code),
            agent: filters.agent.clone(),
            family: filters.family.clone(),
        };
        match self {
            Self::All => all,
            Self::Work => Narrow { agent: None, family: None, ..all },
            Self::Weeks => Narrow::default(),
        }
    }

    /// Which of the filters that are set do not reach it, in words.
    pub(crate) fn beyond(self, filters: &PictureFilters, words: &Words) -> Option<String> {
        let by_work = filters.kind.is_some() || filters.length.is_some();
        let by_agent = filters.agent.is_some() || filters.family.is_some();
        let key = match (self, by_work, by_agent) {
            (Self::All, _, _) | (Self::Work, _, false) | (Self::Weeks, false, false) => return None,
            (Self::Work, _, true) | (Self::Weeks, false, true) => "insights-beyond-agent",
            (Self::Weeks, true, false) => "insights-beyond-work",
            (Self::Weeks, true, true) => "insights-beyond-all",
        };
        Some(words.word(key))
    }
}

/// Everything the figures are made of, under the filters that each of them can follow.
struct Record {
    facts: Facts,
    details: Details,
    calendar: Calendar,
    since: i64,
    until: i64,
}

impl Record {
    fn narrowed(&self, follows: Follows, filters: &PictureFilters) -> (Facts, Details) {
        let narrow = follows.narrow(filters);
        (narrow.facts(self.facts.clone()), narrow.details(self.details.clone()))
    }

    fn figures<'a>(&'a self, (facts, details): &'a (Facts, Details)) -> Figures<'a> {
        Figures { facts, details, calendar: &self.calendar, since: self.since, until: self.until }
    }
}

impl App {
    /// The page without its pictures.
    pub fn insights(&self, request: AskInsights) -> Result<InsightsView, Error> {
        let (words, now, calendar) = (self.words(), self.now(), self.calendar());
        let weeks = request.filters.weeks.clamp(1, MOST_WEEKS);
        let first = calendar.week_of(now).minus(weeks - 1);
        let (since, until) = (calendar.starts_at(first), now.saturating_add(1));
        let (facts, details) = self.facts_and_details(since)?;
        let period_text = fmt::date_range(words.language(), first.monday(), calendar.day_of(now));
        let is_empty = facts.finishes.is_empty() && !facts.attempts.iter().any(|one| one.verdict.is_some());
        let choices = filter_choices(words, &facts);
        let record = Record { facts, details, calendar, since, until };
        let offer = |picture: &PictureName| PictureOffer {
            which: picture.code().to_owned(),
            beyond: Follows::of(*picture).beyond(&request.filters, words),
        };
        Ok(InsightsView {
            choices,
            period_text,
            few_text: figures::few(words, &record, &request.filters),
            figures: figures::all(words, &record, &request.filters),
            pictures: PICTURES.iter().map(offer).collect(),
            is_empty,
            week_rule_text: words.word("insights-week-rule"),
        })
    }
}

/// What occurs in the record.
fn filter_choices(words: &Words, facts: &Facts) -> FilterChoices {
    let kinds: BTreeSet<&Kind> = facts
        .attempts
        .iter()
        .map(|row| &row.kind)
        .chain(facts.finishes.iter().map(|row| &row.kind))
        .filter(|kind| **kind != Kind::Unsaid)
        .collect();
    let minutes = facts.attempts.iter().map(|row| row.estimate_minutes);
    let lengths: BTreeSet<LengthBand> = minutes
        .chain(facts.finishes.iter().map(|row| row.estimate_minutes))
        .flatten()
        .map(LengthBand::of)
        .collect();
    let named = |name: fn(&halfday_domain::facts::AttemptFact) -> &String| {
        let names: BTreeSet<&String> = facts.attempts.iter().map(name).collect();
        let choice = |name: &String| FilterChoice { code: name.clone(), text: agent_text(words, name) };
        names.into_iter().filter(|name| !name.is_empty()).map(choice).collect()
    };
    FilterChoices {
        kinds: kinds
            .iter()
            .map(|kind| FilterChoice { code: kind.code().to_owned(), text: kind_text(words, kind.code()) })
            .collect(),
        agents: named(|row| &row.agent),
        families: named(|row| &row.family),
        lengths: lengths
            .into_iter()
            .map(|band| FilterChoice { code: band.code().to_owned(), text: band_text(words, band) })
            .collect(),
        trials: trials(words, facts),
    }
}

/// An agent as people read it: the way by hand has a word of its own.
fn agent_text(words: &Words, agent: &str) -> String {
    let key = format!("insights-agent-{agent}");
    if words.has(&key) { words.word(&key) } else { agent.to_owned() }
}

fn band_text(words: &Words, band: LengthBand) -> String {
    let language = words.language();
    let up_to = |minutes: f64| words.say("picture-up-to", &[("time", &fmt::duration(language, minutes))]);
    let over = |minutes: f64| words.say("picture-over", &[("time", &fmt::duration(language, minutes))]);
    let between = |low, high| fmt::duration_range(language, low, high);
    match band {
        LengthBand::UpTo10 => up_to(10.0),
        LengthBand::UpTo20 => between(11.0, 20.0),
        LengthBand::UpTo40 => between(21.0, 40.0),
        LengthBand::UpTo80 => between(41.0, 80.0),
        LengthBand::UpTo160 => between(81.0, 160.0),
        LengthBand::UpTo480 => between(161.0, 480.0),
        LengthBand::Over480 => over(480.0),
    }
}

/// Jobs of one list, where there are several: by the last of them.
fn trials(words: &Words, facts: &Facts) -> Vec<FilterChoice> {
    let mut lists: BTreeMap<&str, Vec<(i64, &str)>> = BTreeMap::new();
    for job in &facts.jobs {
        if let Some(list) = &job.template_id {
            lists.entry(list).or_default().push((job.number, &job.title));
        }
    }
    let mut found: Vec<(i64, FilterChoice)> = lists
        .into_values()
        .filter(|jobs| jobs.len() > 1)
        .filter_map(|jobs| {
            let (number, title) = jobs.iter().max()?;
            let count = jobs.len().to_string();
            let text = words.say("insights-trials-of", &[("title", title), ("count", &count)]);
            Some((*number, FilterChoice { code: number.to_string(), text }))
        })
        .collect();
    found.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    found.into_iter().map(|(_, choice)| choice).collect()
}
