//! Undo and redo: one log for window and terminal, over restarts.

use halfday_domain::change::{Change, inverse};
use halfday_domain::event::{Actor, EventKind};
use halfday_store::events::NewEvent;
use halfday_store::undo::Entry;
use halfday_store::{changes, events, jobs, settings, undo};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::api::{ActivityLine, ActivityView, AskActivity, Nothing, UndoView};
use crate::{App, Error, reference};

/// Files that have to follow an undo that is already in the database.
const PENDING: &str = "pending-files";

#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    owner: String,
    seq: i64,
    changes: Vec<Change>,
}

#[derive(Clone, Copy)]
enum Way {
    Back,
    Again,
}

impl App {
    /// Takes the person's latest command back.
    pub fn undo(&self, _: Nothing) -> Result<UndoView, Error> {
        self.travel(Way::Back)
    }

    /// Does the command again that was undone last.
    pub fn redo(&self, _: Nothing) -> Result<UndoView, Error> {
        self.travel(Way::Again)
    }

    fn travel(&self, way: Way) -> Result<UndoView, Error> {
        let next = self.store.read(move |connection| match way {
            Way::Back => undo::next_back(connection)?.ok_or(Error::NothingToUndo),
            Way::Again => undo::next_again(connection)?.ok_or(Error::NothingToRedo),
        })?;
        self.refuse_conflicts(&next.changes)?;
        let (at, origin, owner) = (self.now(), self.origin, self.store.owner_id().to_string());
        let expected = next.seq;
        let entry = self.store.write(move |tx| {
            let entry = match way {
                Way::Back => undo::next_back(tx)?.ok_or(Error::NothingToUndo)?,
                Way::Again => undo::next_again(tx)?.ok_or(Error::NothingToRedo)?,
            };
            if entry.seq != expected {
                return Err(Error::Store(halfday_store::Error::ChangedMeanwhile { what: "undo" }));
            }
            for change in &entry.changes {
                changes::apply(tx, change, at).map_err(rests_on)?;
            }
            let opposite = inverse(entry.changes.clone());
            let kind = match way {
                Way::Back => {
                    undo::set_undone(tx, entry.seq, &opposite, at)?;
                    EventKind::Undone
                }
                Way::Again => {
                    undo::set_redone(tx, entry.seq, &opposite)?;
                    EventKind::Redone
                }
            };
            if touches_files(&entry.changes) {
                let pending = Pending { owner, seq: entry.seq, changes: entry.changes.clone() };
                let text = serde_json::to_string(&pending)
                    .map_err(|source| Error::WriteView { command: "undo".to_owned(), source })?;
                settings::put(tx, PENDING, &text)?;
            }
            events::insert(
                tx,
                &NewEvent {
                    at,
                    origin,
                    actor: Actor::Person,
                    kind,
                    job_id: entry.job_id,
                    item_id: entry.item_id,
                    data: json!({ "command": entry.command, "count": entry.count }),
                },
            )?;
            Ok::<Entry, Error>(entry)
        })?;
        let left = self.files_follow(&entry)?;
        self.travelled(way, entry, &left)
    }

    fn files_follow(&self, entry: &Entry) -> Result<Vec<String>, Error> {
        if !touches_files(&entry.changes) {
            return Ok(vec![]);
        }
        let left = self.follow(&entry.changes, entry.seq)?;
        self.store.write(|tx| Ok::<_, Error>(settings::forget(tx, PENDING)?))?;
        Ok(left)
    }

    /// A process died between an undo and its files: they follow now.
    pub(crate) fn recover_pending_files(&self) -> Result<(), Error> {
        let (pending, lives) = self.store.read(|connection| {
            let pending: Option<Pending> =
                settings::get(connection, PENDING)?.and_then(|text| serde_json::from_str(&text).ok());
            let lives = match &pending {
                Some(pending) => halfday_store::deliverables::owner_is_open(connection, &pending.owner)?,
                None => false,
            };
            Ok::<_, Error>((pending, lives))
        })?;
        match pending {
            Some(pending) if !lives => {
                self.follow(&pending.changes, pending.seq)?;
                self.store.write(|tx| Ok::<_, Error>(settings::forget(tx, PENDING)?))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn travelled(&self, way: Way, entry: Entry, left: &[String]) -> Result<UndoView, Error> {
        let words = self.words();
        let what = words.say(&format!("command-{}", entry.command), &[("count", &entry.count.to_string())]);
        let key = match way {
            Way::Back => "undone",
            Way::Again => "redone",
        };
        let job = match entry.job_id {
            Some(id) => self.store.read(move |connection| Ok::<_, Error>(jobs::by_id(connection, id)?))?,
            None => None,
        };
        Ok(UndoView {
            text: words.say(key, &[("what", what.as_str())]),
            command: entry.command,
            notes: left.iter().map(|file| words.say("note-file-left", &[("file", file.as_str())])).collect(),
            job: job.map(|job| job.number.to_string()),
        })
    }

    /// What happened, to one item or to all, newest first.
    pub fn activity(&self, request: AskActivity) -> Result<ActivityView, Error> {
        let words = self.words();
        let zone = self.zone();
        self.store.read(move |connection| {
            let limit = request.limit.clamp(1, 1000);
            let item = request.item.as_deref().map(|item| reference::item(connection, item)).transpose()?;
            let item = item.map(|item| item.id);
            let mut latest = events::latest(connection, limit + 1, request.before_seq, item)?;
            let more = latest.len() > limit as usize;
            latest.truncate(limit as usize);
            let line = |event: events::Event| {
                let key = match event.data.get("event").and_then(serde_json::Value::as_str) {
                    // "SentBack(Retry)": the event without what it carries.
                    Some(name) => {
                        format!("happened-{}", name.split('(').next().unwrap_or_default().to_lowercase())
                    }
                    None => format!("event-{}", event.kind.code()),
                };
                let at_text = jiff::Timestamp::from_millisecond(event.at)
                    .map(|at| at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string())
                    .unwrap_or_default();
                let is_item = event.item_id.is_some();
                ActivityLine {
                    seq: event.seq,
                    at: event.at,
                    at_text,
                    origin: event.origin.code().to_owned(),
                    actor: event.actor.code().to_owned(),
                    kind: event.kind.code().to_owned(),
                    text: words.word(&key),
                    job: event.reference.as_ref().and_then(|text| text.split('.').next().map(str::to_owned)),
                    item: event.reference.filter(|_| is_item),
                    title: event.title,
                }
            };
            Ok(ActivityView { lines: latest.into_iter().map(line).collect(), more })
        })
    }
}

fn touches_files(changes: &[Change]) -> bool {
    changes.iter().any(|change| matches!(change, Change::Publish { .. } | Change::Unpublish { .. }))
}

/// What an undo did not find as it left it means that later work rests on it.
fn rests_on(error: halfday_store::Error) -> Error {
    match error {
        halfday_store::Error::ChangedMeanwhile { what } => Error::UndoRefused { what: what.to_owned() },
        other => Error::Store(other),
    }
}
