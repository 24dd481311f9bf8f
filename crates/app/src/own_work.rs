//! The person's own work: finishing items, the timer, minutes said afterwards.

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::facts::{IntervalKind, IntervalSource};
use halfday_domain::fmt;
use halfday_domain::id::FinishId;
use halfday_domain::item::{ItemEvent, ItemStatus, Worker};
use halfday_store::items::{self, Item};
use halfday_store::reviews::{self, NewFinish};
use halfday_store::{intervals, jobs};
use serde_json::json;

use crate::api::{Felt, FinishItem, ItemRef, ItemView, LogMinutes, Nothing, RunningTimer, TimerView};
use crate::assign::{add_interval, refuse_closed, stop_timer_of};
use crate::clipboard::missing;
use crate::reference;
use crate::views::Cards;
use crate::work::Work;
use crate::{App, Error};

/// The longest stretch of a day.
const MOST_MINUTES: u32 = 24 * 60;

impl App {
    /// The person finished an own item, or ticks a line of it (`12.3.1`).
    pub fn finish_item(&self, request: FinishItem) -> Result<ItemView, Error> {
        let minutes = request.minutes.map(said_minutes).transpose()?;
        let item = self.command("done", move |work| {
            if let Some((item, subitem)) = reference::subitem(work.tx, &request.item)? {
                refuse_closed(work, &item)?;
                work.about(&item);
                work.change(Change::Tick { subitem: subitem.id, done: !subitem.done })?;
                work.event(EventKind::ItemEdited, Some(&item), json!({ "subitem": subitem.id.to_string() }))?;
                return Ok(item.id);
            }
            let item = reference::item(work.tx, &request.item)?;
            work.about(&item);
            finish(work, &item, minutes, request.felt)?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }

    /// Begins to time an own item; another timer stops.
    pub fn start_timer(&self, request: ItemRef) -> Result<TimerView, Error> {
        self.command("timer-start", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            match item.status {
                ItemStatus::Open => work.happen(&item, ItemEvent::Started)?,
                ItemStatus::Working(Worker::Me) => refuse_closed(work, &item)?,
                ItemStatus::Queued
                | ItemStatus::Working(Worker::Ai)
                | ItemStatus::Waiting(_)
                | ItemStatus::InReview
                | ItemStatus::Done
                | ItemStatus::Blocked
                | ItemStatus::Dropped => return Err(work.not_allowed(&item)?),
            }
            if let Some((running, _)) = intervals::running_timer(work.tx)? {
                if running == item.id {
                    return Err(work.not_allowed(&item)?);
                }
                put_down(work, running)?;
            }
            work.about(&item);
            work.change(Change::Timer { item: item.id, before: None, after: Some(work.at) })?;
            work.event(EventKind::TimerChanged, Some(&item), json!({ "started": true }))
        })?;
        self.show_timer(Nothing {})
    }

    /// Stops the timer; the item is put down.
    pub fn stop_timer(&self, _: Nothing) -> Result<TimerView, Error> {
        self.command("timer-stop", move |work| {
            let (running, _) = intervals::running_timer(work.tx)?.ok_or(Error::NoTimer)?;
            put_down(work, running)
        })?;
        self.show_timer(Nothing {})
    }

    /// The timer that runs.
    pub fn show_timer(&self, _: Nothing) -> Result<TimerView, Error> {
        let words = self.words();
        let now = self.now();
        self.store.read(move |connection| {
            let Some((running, started_at)) = intervals::running_timer(connection)? else {
                return Ok(TimerView { running: None });
            };
            let item = items::by_id(connection, running)?.ok_or_else(|| missing(running))?;
            let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(running))?;
            let card = Cards::read(connection, words, &job)?.card(running).ok_or_else(|| missing(running))?;
            let text = fmt::elapsed(words.language(), (now - started_at).max(0));
            Ok(TimerView { running: Some(RunningTimer { item: card, started_at, text }) })
        })
    }

    /// Minutes of the person that no timer saw.
    pub fn log_minutes(&self, request: LogMinutes) -> Result<ItemView, Error> {
        let minutes = said_minutes(request.minutes)?;
        let kind = IntervalKind::from_code(&request.kind)
            .ok_or_else(|| Error::UnknownIntervalKind { kind: request.kind.clone() })?;
        let item = self.command("log", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let ms = i64::from(minutes) * 60_000;
            let started_at = request.on.unwrap_or(work.at - ms);
            work.about(&item);
            add_interval(work, &item, None, kind, IntervalSource::Declared, started_at, ms)?;
            work.event(EventKind::TimeLogged, Some(&item), json!({ "kind": kind.code(), "ms": ms }))?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }
}

fn said_minutes(minutes: u32) -> Result<u32, Error> {
    if minutes <= MOST_MINUTES { Ok(minutes) } else { Err(Error::MinutesOutOfRange { minutes }) }
}

/// Stops the timer of an item and puts the item down.
fn put_down(work: &mut Work<'_>, running: halfday_domain::id::ItemId) -> Result<(), Error> {
    let item = items::by_id(work.tx, running)?.ok_or_else(|| missing(running))?;
    work.about(&item);
    stop_timer_of(work, &item)?;
    if item.status == ItemStatus::Working(Worker::Me) {
        work.happen(&item, ItemEvent::PutDown)?;
    }
    Ok(())
}

/// The person did the item: its estimate is frozen now, its minutes are kept.
pub(crate) fn finish(
    work: &mut Work<'_>,
    item: &Item,
    minutes: Option<u32>,
    felt: Option<Felt>,
) -> Result<(), Error> {
    if item.status == ItemStatus::Done {
        return Err(work.not_allowed(item)?);
    }
    stop_timer_of(work, item)?;
    work.happen(item, ItemEvent::Finished)?;
    if let Some(minutes) = minutes {
        let ms = i64::from(minutes) * 60_000;
        let declared = IntervalSource::Declared;
        add_interval(work, item, None, IntervalKind::Work, declared, work.at - ms, ms)?;
    }
    let id = work.ids.make(FinishId::from_parts)?;
    reviews::insert_finish(
        work.tx,
        &NewFinish {
            id,
            item_id: item.id,
            estimate_minutes: item.estimate_minutes,
            estimate_source: item.estimate_source,
            felt: felt.map(|felt| match felt {
                Felt::Shorter => "shorter",
                Felt::AsThought => "as_thought",
                Felt::Longer => "longer",
            }),
            finished_at: work.at,
        },
    )?;
    work.made(Change::Reinstate { facts: vec![Fact::Finish(id)] });
    work.event(EventKind::Finished, Some(item), json!({ "minutes": minutes }))
}
