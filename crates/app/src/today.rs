//! Today: what needs the person, what is under way, what comes next; and finding things.

use std::collections::HashMap;

use halfday_domain::fmt;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::item::{ItemStatus, WaitingFor, Worker};
use halfday_domain::words::Words;
use halfday_insight::{PeriodStats, stats};
use halfday_store::items::{self, Item};
use halfday_store::jobs::{self, Job};
use halfday_store::{Connection, attempts, intervals};

use crate::api::{Find, FoundView, JobRow, Nothing, TodayItem, TodayView, WeekBar};
use crate::attempts::attempt_view;
use crate::contents::Contents;
use crate::held::held_texts;
use crate::review::read_text;
use crate::settings::queue_limits;
use crate::tried::under_way_view;
use crate::views::{Cards, is_by_hand, job_row};
use crate::{App, Error};

/// Weeks in the small picture.
const WEEKS: u32 = 12;
/// So many lines of each list are of use at once.
const MOST_LINES: usize = 12;
/// So many found items can be looked through.
const MOST_FOUND: u32 = 30;

impl App {
    /// What a person sees first.
    pub fn today(&self, _: Nothing) -> Result<TodayView, Error> {
        let words = self.words();
        let (now, calendar) = (self.now(), self.calendar());
        let facts = self.facts_of_weeks(calendar.week_of(now), WEEKS)?;
        let record = stats(&facts, &calendar, now, WEEKS);
        let unsaid: Vec<ItemId> = facts.unresolved.iter().map(|fact| fact.item_id).collect();
        let contents = self.contents();
        let mut view = self.store.read(move |connection| {
            let jobs = jobs::all(connection)?;
            let mut desk = Desk::new(connection, words, &contents, now);
            let mut view = TodayView {
                date_text: fmt::weekday_date(words.language(), calendar.day_of(now)),
                is_first_run: jobs.is_empty(),
                week_text: record.weeks.last().and_then(|week| week_text(words, week)),
                so_far_text: None,
                weeks: record.weeks.iter().map(|week| bar(words, week)).collect(),
                needs_you: vec![],
                working: vec![],
                my_next: vec![],
                unresolved: vec![],
                jobs: desk.rows(jobs.iter().filter(|job| job.closed_at.is_none()))?,
                due_again: desk
                    .rows(jobs.iter().filter(|job| job.again_due_at.is_some_and(|due| due <= now)))?,
                has_sample: jobs.iter().any(|job| job.is_sample),
            };
            for item in items::unfinished(connection)? {
                let list = match item.status {
                    ItemStatus::InReview | ItemStatus::Blocked => &mut view.needs_you,
                    ItemStatus::Waiting(WaitingFor::Limit | WaitingFor::Provider) => &mut view.working,
                    ItemStatus::Waiting(_) => &mut view.needs_you,
                    ItemStatus::Queued if is_by_hand(&item) => &mut view.needs_you,
                    ItemStatus::Working(_) | ItemStatus::Queued => &mut view.working,
                    ItemStatus::Open => &mut view.my_next,
                    ItemStatus::Done | ItemStatus::Dropped => continue,
                };
                if list.len() < MOST_LINES {
                    list.extend(desk.line(&item)?);
                }
            }
            for id in unsaid {
                let Some(item) = items::by_id(connection, id)? else { continue };
                if view.unresolved.len() < MOST_LINES {
                    view.unresolved.extend(desk.line(&item)?);
                }
            }
            Ok::<_, Error>(view)
        })?;
        view.so_far_text = self.first_time_text()?;
        Ok(view)
    }

    /// Jobs and items that hold the text.
    pub fn find(&self, request: Find) -> Result<FoundView, Error> {
        let words = self.words();
        let (now, contents) = (self.now(), self.contents());
        let text = request.text.trim().to_lowercase();
        self.store.read(move |connection| {
            let jobs = jobs::all(connection)?;
            let found = jobs
                .iter()
                .filter(|job| job.title.to_lowercase().contains(&text) || job.number.to_string() == text);
            let mut desk = Desk::new(connection, words, &contents, now);
            let mut view = FoundView { jobs: desk.rows(found)?, items: vec![] };
            if !text.is_empty() {
                for item in items::find(connection, &text, MOST_FOUND)? {
                    view.items.extend(desk.line(&item)?);
                }
            }
            Ok(view)
        })
    }
}

/// "Of 6 h 10 of work listed and finished here, 2 h 35 came from AI (42%)."
pub(crate) fn week_text(words: &Words, week: &PeriodStats) -> Option<String> {
    if week.jobs_closed == 0 || week.listed_minutes.is_zero() {
        return None;
    }
    let minutes = |minutes: halfday_insight::Minutes| fmt::duration(words.language(), minutes.value());
    let (listed, ai) = (minutes(week.listed_minutes), minutes(week.ai_minutes));
    Some(match week.share {
        Some(share) => {
            let share = fmt::percent(share.value);
            words.say("report-headline", &[("listed", &listed), ("ai", &ai), ("share", &share)])
        }
        None => words.say("report-headline-no-share", &[("listed", &listed), ("ai", &ai)]),
    })
}

fn bar(words: &Words, week: &PeriodStats) -> WeekBar {
    let dates = week
        .from
        .zip(week.to)
        .map_or_else(String::new, |(from, to)| fmt::date_range(words.language(), from, to));
    let share = match week.share {
        Some(share) => fmt::percent(share.value),
        None => words.word("today-no-percentage"),
    };
    WeekBar {
        week: week.week.map(|week| week.to_string()).unwrap_or_default(),
        label: words.say("today-week", &[("dates", &dates), ("share", &share)]),
        share: week.share.map(|share| share.value),
        is_running: week.running,
    }
}

/// Draws items of many jobs; what a job's cards need is read once.
struct Desk<'a> {
    connection: &'a Connection,
    words: &'a Words,
    contents: &'a Contents,
    now: i64,
    jobs: HashMap<JobId, Option<(Job, Cards<'a>)>>,
}

impl<'a> Desk<'a> {
    fn new(connection: &'a Connection, words: &'a Words, contents: &'a Contents, now: i64) -> Self {
        Self { connection, words, contents, now, jobs: HashMap::new() }
    }

    fn rows<'j>(&self, jobs: impl Iterator<Item = &'j Job>) -> Result<Vec<JobRow>, Error> {
        let counts = items::counts(self.connection)?;
        let row = |job: &Job| job_row(self.words, job, counts.iter().find(|counts| counts.job_id == job.id));
        Ok(jobs.map(row).collect())
    }

    fn line(&mut self, item: &Item) -> Result<Option<TodayItem>, Error> {
        if !self.jobs.contains_key(&item.job_id) {
            let read = match jobs::by_id(self.connection, item.job_id)? {
                Some(job) => {
                    let cards = Cards::read(self.connection, self.words, &job)?;
                    Some((job, cards))
                }
                None => None,
            };
            self.jobs.insert(item.job_id, read);
        }
        let note_text = self.note(item)?;
        let Some(Some((job, cards))) = self.jobs.get(&item.job_id) else { return Ok(None) };
        Ok(cards.card(item.id).map(|card| TodayItem {
            card,
            job_title: job.title.clone(),
            job_ref: job.number.to_string(),
            note_text,
        }))
    }

    /// What is worth knowing of an item outside its board.
    fn note(&self, item: &Item) -> Result<String, Error> {
        let ago = |key: &str, since: i64| {
            let elapsed = fmt::elapsed(self.words.language(), self.now - since);
            self.words.say(key, &[("elapsed", elapsed.as_str())])
        };
        Ok(match item.status {
            ItemStatus::InReview => {
                let Some(last) = attempts::of_item(self.connection, item.id)?.pop() else {
                    return Ok(String::new());
                };
                let attempt = attempt_view(self.connection, self.words, self.contents, last)?;
                read_text(self.words, &attempt)
            }
            ItemStatus::Waiting(WaitingFor::Paste) => {
                match attempts::of_item(self.connection, item.id)?.pop() {
                    Some(last) => ago("today-copied", last.started_at),
                    None => String::new(),
                }
            }
            ItemStatus::Working(Worker::Me) => match intervals::running_timer(self.connection)? {
                Some((timed, since)) if timed == item.id => ago("today-timed", since),
                Some(_) | None => String::new(),
            },
            ItemStatus::Working(Worker::Ai) | ItemStatus::Waiting(_) => {
                let Some(run) = under_way_view(self.connection, self.words, item.id)? else {
                    return Ok(String::new());
                };
                match (run.question, run.step_text) {
                    (Some(question), _) => question.text,
                    (None, Some(step)) => step,
                    (None, None) => ago("today-working", run.started_at),
                }
            }
            ItemStatus::Queued => {
                let limits = queue_limits(self.connection)?;
                held_texts(self.connection, self.words, limits)?.remove(&item.id).unwrap_or_default()
            }
            ItemStatus::Open | ItemStatus::Done | ItemStatus::Blocked | ItemStatus::Dropped => String::new(),
        })
    }
}
