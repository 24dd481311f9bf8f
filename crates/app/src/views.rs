//! From stored rows to what people see: cards, boards, items. Texts are finished here.

use std::collections::HashMap;

use halfday_domain::attempt::Outcome;
use halfday_domain::facts::Scope;
use halfday_domain::fmt;
use halfday_domain::id::ItemId;
use halfday_domain::item::{ItemStatus, WaitingFor};
use halfday_domain::plan::EstimateSource;
use halfday_domain::queue::ON_HOLD;
use halfday_domain::reading::{LastAttempt, Reading};
use halfday_domain::review::{Rejection, VerdictCode};
use halfday_domain::words::Words;
use halfday_store::attempts::{self, Attempt};
use halfday_store::items::{self, Item, JobCounts};
use halfday_store::jobs::Job;
use halfday_store::{Connection, events, intervals, subitems};

use crate::Error;
use crate::api::{BoardView, Card, JobRow, LaneView, UnderWayView};
use crate::assign::CLIPBOARD;
use crate::held::held_texts;
use crate::settings::queue_limits;
use crate::tried::under_way_view;

/// Everything of a job that its cards need, read in a few statements.
pub(crate) struct Cards<'a> {
    words: &'a Words,
    job_number: i64,
    is_sample: bool,
    items: Vec<Item>,
    attempts: HashMap<ItemId, Vec<Attempt>>,
    subitems: HashMap<ItemId, (u32, u32)>,
    needs: HashMap<ItemId, Vec<ItemId>>,
    under_way: HashMap<ItemId, UnderWayView>,
    held: HashMap<ItemId, String>,
    timer: Option<(ItemId, i64)>,
}

impl<'a> Cards<'a> {
    pub(crate) fn read(connection: &Connection, words: &'a Words, job: &Job) -> Result<Self, Error> {
        let mut of_item: HashMap<ItemId, Vec<Attempt>> = HashMap::new();
        for attempt in attempts::of_job(connection, job.id)? {
            of_item.entry(attempt.item_id).or_default().push(attempt);
        }
        let mut needs: HashMap<ItemId, Vec<ItemId>> = HashMap::new();
        for (item, needed) in subitems::needs(connection, job.id)? {
            needs.entry(item).or_default().push(needed);
        }
        let items = items::of_job(connection, job.id)?;
        let mut under_way = HashMap::new();
        for item in items.iter().filter(|item| item.status.is_with_ai()) {
            if let Some(view) = under_way_view(connection, words, item.id)? {
                under_way.insert(item.id, view);
            }
        }
        let held = if items.iter().any(|item| item.status == ItemStatus::Queued) {
            held_texts(connection, words, queue_limits(connection)?)?
        } else {
            HashMap::new()
        };
        Ok(Self {
            words,
            under_way,
            held,
            job_number: job.number,
            is_sample: job.is_sample,
            items,
            attempts: of_item,
            subitems: subitems::counts(connection, job.id)?
                .into_iter()
                .map(|(item, all, done)| (item, (all, done)))
                .collect(),
            needs,
            timer: intervals::running_timer(connection)?,
        })
    }

    fn reference(&self, item: &Item) -> String {
        format!("{}.{}", self.job_number, item.number)
    }

    fn find(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// References of the items that must be done first and are not.
    fn waits_for(&self, item: &Item, by_id: &HashMap<ItemId, &Item>) -> Vec<String> {
        let needs = self.needs.get(&item.id).map(Vec::as_slice).unwrap_or_default();
        needs
            .iter()
            .filter_map(|needed| by_id.get(needed))
            .filter(|needed| !matches!(needed.status, ItemStatus::Done | ItemStatus::Dropped))
            .map(|needed| self.reference(needed))
            .collect()
    }

    /// The card of one item.
    pub(crate) fn card(&self, id: ItemId) -> Option<Card> {
        let by_id = self.items.iter().map(|item| (item.id, item)).collect();
        self.find(id).map(|item| self.draw(item, &by_id))
    }

    /// All cards in their order.
    fn all(&self) -> Vec<(&Item, Card)> {
        let by_id = self.items.iter().map(|item| (item.id, item)).collect();
        self.items.iter().map(|item| (item, self.draw(item, &by_id))).collect()
    }

    fn draw(&self, item: &Item, by_id: &HashMap<ItemId, &Item>) -> Card {
        let parent = item.parent_id.and_then(|parent| by_id.get(&parent).copied());
        // A covered item shows its parent's status.
        let shown = parent.unwrap_or(item);
        let attempts = self.attempts.get(&shown.id).map(Vec::as_slice).unwrap_or_default();
        let last = attempts.last();
        let reading = Reading::of(
            shown.status,
            last.map(|last| LastAttempt { outcome: last.outcome, verdict: last.verdict }),
        );
        let own_attempts = self.attempts.get(&item.id).map(Vec::as_slice).unwrap_or_default();
        let frozen = item.assignment.as_ref().filter(|assignment| assignment.frozen_at.is_some());
        let minutes = frozen.map_or(item.estimate_minutes, |frozen| frozen.estimate_minutes);
        let source = frozen.and_then(|frozen| frozen.estimate_source).unwrap_or(item.estimate_source);
        let (subitems, subitems_done) = self.subitems.get(&item.id).copied().unwrap_or_default();
        let agent = shown.assignment.as_ref().and_then(|assignment| assignment.agent.as_ref());
        let is_with_ai = agent.is_some();
        Card {
            id: item.id.to_string(),
            reference: self.reference(item),
            position: item.position,
            title: item.title.clone(),
            scope: item.scope.code().to_owned(),
            section: item.section.clone(),
            status: shown.status.code().to_owned(),
            waiting_for: shown.status.waiting_for().map(|why| why.code().to_owned()),
            status_text: if reading == Reading::Queued && is_by_hand(shown) {
                self.words.word("status-queued-by-hand")
            } else {
                self.status_text(reading, last)
            },
            look: reading.code().to_owned(),
            assignee: agent.map_or_else(|| "me".to_owned(), |(_, name)| name.clone()),
            is_with_ai,
            is_finished: matches!(shown.status, ItemStatus::Done | ItemStatus::Dropped),
            covered_by: parent.map(|parent| self.reference(parent)),
            estimate_minutes: minutes,
            estimate_source: source.code().to_owned(),
            estimate_text: estimate_text(self.words, minutes, source),
            frozen_at: frozen.and_then(|frozen| frozen.frozen_at),
            kind: item.kind.code().to_owned(),
            kind_text: kind_text(self.words, item.kind.code()),
            suggested: item.suggested.code().to_owned(),
            why_text: self.words.word(&format!("why-{}", item.why.code())),
            attempt_count: u32::try_from(own_attempts.len()).unwrap_or(u32::MAX),
            verdict: own_attempts
                .last()
                .and_then(|last| last.verdict)
                .map(|verdict| verdict.code().to_owned()),
            subitems,
            subitems_done,
            waits_for: self.waits_for(item, by_id),
            is_sample: self.is_sample,
            under_way: self.under_way.get(&shown.id).cloned(),
            held_text: self.held.get(&shown.id).cloned(),
            starts_at: starts_at(shown),
            is_on_hold: shown.status == ItemStatus::Queued && shown.not_before == Some(ON_HOLD),
            end_reason: last.and_then(|last| last.outcome).and_then(Outcome::reason_code).map(str::to_owned),
            timer_started_at: self.timer.filter(|(timed, _)| *timed == item.id).map(|(_, at)| at),
        }
    }

    fn status_text(&self, reading: Reading, last: Option<&Attempt>) -> String {
        let word = self.words.word(&format!("status-{}", reading.code()));
        match last.and_then(|last| why(reading, last)) {
            Some(why) => {
                let reason = self.words.word(&why);
                self.words.say("status-with-reason", &[("status", &word), ("reason", &reason)])
            }
            None => word,
        }
    }
}

/// The word for why an item reads so, where its last attempt tells.
fn why(reading: Reading, last: &Attempt) -> Option<String> {
    match (reading, last.outcome) {
        (Reading::Rejected, _) => last.rejection.map(|reason| format!("rejection-{}", reason.code())),
        (Reading::Failed, Some(Outcome::Failed(reason))) => {
            // A *no good* says more than its reason.
            let said = last.detail.as_deref().and_then(Rejection::from_code);
            Some(match said {
                Some(said) => format!("rejection-{}", said.code()),
                None => format!("failure-{}", reason.code()),
            })
        }
        (Reading::Stopped, Some(Outcome::Stopped(Some(reason)))) => {
            Some(format!("stopped-{}", reason.code()))
        }
        _ => None,
    }
}

/// When what an agent has in its queue may begin, unless the person holds it back.
fn starts_at(item: &Item) -> Option<i64> {
    let agent = item.assignment.as_ref().and_then(|open| open.agent.as_ref());
    let is_run = agent.is_some_and(|(_, name)| name != CLIPBOARD);
    item.not_before.filter(|at| is_run && item.status == ItemStatus::Queued && *at != ON_HOLD)
}

/// `≈ 35 min` for the program's guess, `35 min` for what the person said.
pub(crate) fn estimate_text(words: &Words, minutes: Option<u32>, source: EstimateSource) -> String {
    let Some(minutes) = minutes else { return String::new() };
    let text = fmt::duration(words.language(), f64::from(minutes));
    match source {
        EstimateSource::Rule => format!("≈ {text}"),
        EstimateSource::Person | EstimateSource::OwnMedian | EstimateSource::Timed => text,
    }
}

/// A kind as people read it; their own word as it is.
pub(crate) fn kind_text(words: &Words, kind: &str) -> String {
    let key = if kind.is_empty() { "kind-unsaid".to_owned() } else { format!("kind-{kind}") };
    if words.has(&key) { words.word(&key) } else { kind.to_owned() }
}

/// A verdict as people read it.
pub(crate) fn verdict_text(words: &Words, verdict: VerdictCode) -> String {
    words.word(&format!("verdict-{}", verdict.code()))
}

/// A job in a list.
pub(crate) fn job_row(words: &Words, job: &Job, counts: Option<&JobCounts>) -> JobRow {
    let count = |read: fn(&JobCounts) -> u32| counts.map_or(0, read);
    let (items, minutes) = (count(|c| c.items), count(|c| c.total_minutes));
    let minutes_text = fmt::duration(words.language(), f64::from(minutes));
    JobRow {
        id: job.id.to_string(),
        reference: job.number.to_string(),
        title: job.title.clone(),
        workspace: job.workspace.clone(),
        created_at: job.created_at,
        closed_at: job.closed_at,
        again_due_at: job.again_due_at,
        trial: job.trial,
        guess_share: job.guess_share,
        guess_text: job.guess_share.map(fmt::percent),
        is_sample: job.is_sample,
        items,
        finished: count(|c| c.finished),
        in_review: count(|c| c.in_review),
        total_minutes: minutes,
        summary_text: words
            .say("job-summary", &[("items", &items.to_string()), ("minutes", minutes_text.as_str())]),
    }
}

/// A job and its two lanes.
pub(crate) fn board(connection: &Connection, words: &Words, job: &Job) -> Result<BoardView, Error> {
    let cards = Cards::read(connection, words, job)?;
    let counts = items::counts(connection)?;
    let row = job_row(words, job, counts.iter().find(|counts| counts.job_id == job.id));
    let (mut me, mut ai, mut dropped) = (vec![], vec![], vec![]);
    let (mut my_minutes, mut ai_minutes) = (0, 0);
    for (item, card) in cards.all() {
        // A bundle or whole job is worth what it covers: its own minutes would count twice.
        let minutes = match item.scope {
            Scope::Item if !item.done_before => card.estimate_minutes.unwrap_or(0),
            Scope::Item | Scope::Bundle | Scope::Job => 0,
        };
        if item.status == ItemStatus::Dropped {
            dropped.push(card);
        } else if card.is_with_ai {
            ai_minutes += minutes;
            ai.push(card);
        } else {
            my_minutes += minutes;
            me.push(card);
        }
    }
    let language = words.language();
    let ai_text = fmt::duration(language, f64::from(ai_minutes));
    let planned_text = if ai.is_empty() {
        row.summary_text.clone()
    } else {
        words.say("job-planned", &[("summary", &row.summary_text), ("ai", &ai_text)])
    };
    Ok(BoardView {
        job: row,
        me: LaneView {
            minutes: my_minutes,
            minutes_text: fmt::duration(language, f64::from(my_minutes)),
            cards: me,
        },
        ai: LaneView { minutes: ai_minutes, minutes_text: ai_text, cards: ai },
        dropped,
        planned_text,
        seen_seq: events::last_seq(connection)?,
    })
}

/// No queue moves the item on: the person does, with a chat.
pub(crate) fn is_by_hand(item: &Item) -> bool {
    let agent = item.assignment.as_ref().and_then(|open| open.agent.as_ref());
    agent.is_some_and(|(_, name)| name == CLIPBOARD)
}

/// Whether the item waits for the person's paste.
pub(crate) fn waits_for_paste(item: &Item) -> bool {
    item.status == ItemStatus::Waiting(WaitingFor::Paste)
}
