//! One command of the person: a transaction in which changes are made, facts written and events
//! noted, and which leaves one step in the undo log.

use halfday_domain::change::{self, Change};
use halfday_domain::event::{Actor, EventKind, Origin};
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::item::ItemEvent;
use halfday_store::Transaction;
use halfday_store::items::Item;
use halfday_store::{changes, events, undo};
use serde_json::Value;

use crate::forecast::{self, HandedOver};
use crate::ids::Ids;
use crate::reference::reference_of;
use crate::{App, Error};

/// A command under way.
pub(crate) struct Work<'a> {
    pub(crate) tx: &'a Transaction<'a>,
    pub(crate) at: i64,
    pub(crate) ids: Ids,
    origin: Origin,
    actor: Actor,
    changes: Vec<Change>,
    job: Option<JobId>,
    item: Option<ItemId>,
    items: u32,
    handed_over: Vec<HandedOver>,
}

impl App {
    /// Runs a command in one transaction. It can be undone under its `name`, unless it changed
    /// nothing.
    pub(crate) fn command<T: Send + 'static>(
        &self,
        name: &'static str,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (at, ids, origin) = (self.now(), self.ids(), self.origin);
        self.store.write(move |tx| {
            let mut command = Work::new(tx, at, ids, origin, Actor::Person);
            let result = work(&mut command)?;
            forecast::keep(tx, &command.handed_over, at)?;
            command.remember(name)?;
            Ok(result)
        })
    }

    /// What a command would come to; nothing of it stays.
    pub(crate) fn rehearse<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (at, ids, origin) = (self.now(), self.ids(), self.origin);
        self.store.rehearse(move |tx| work(&mut Work::new(tx, at, ids, origin, Actor::Person)))
    }

    /// What the program or a person does that no undo takes back: AI's own work, stopping it, an answer.
    pub(crate) fn fact<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (at, ids, origin) = (self.now(), self.ids(), self.origin);
        self.store.write(move |tx| work(&mut Work::new(tx, at, ids, origin, actor)))
    }
}

impl<'a> Work<'a> {
    pub(crate) fn new(tx: &'a Transaction<'a>, at: i64, ids: Ids, origin: Origin, actor: Actor) -> Self {
        let (changes, handed_over) = (vec![], vec![]);
        Work { tx, at, ids, origin, actor, changes, job: None, item: None, items: 0, handed_over }
    }
}

impl Work<'_> {
    /// Makes a change, and remembers it for the undo.
    pub(crate) fn change(&mut self, change: Change) -> Result<(), Error> {
        changes::apply(self.tx, &change, self.at)?;
        self.changes.push(change);
        Ok(())
    }

    /// Something that is there already is remembered for the undo: what was just inserted.
    pub(crate) fn made(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Lets `event` happen to the item, if it can.
    pub(crate) fn happen(&mut self, item: &Item, event: ItemEvent) -> Result<(), Error> {
        self.happen_not_before(item, event, None)
    }

    /// Lets `event` happen; the item is not started before `not_before`.
    pub(crate) fn happen_not_before(
        &mut self,
        item: &Item,
        event: ItemEvent,
        not_before: Option<i64>,
    ) -> Result<(), Error> {
        if let Some(parent) = item.parent_id {
            let by = halfday_store::items::by_id(self.tx, parent)?;
            return Err(Error::Covered {
                item: reference_of(self.tx, item)?,
                by: by.map(|by| reference_of(self.tx, &by)).transpose()?.unwrap_or_default(),
            });
        }
        crate::assign::refuse_closed(self, item)?;
        if item.status.after(event).is_err() {
            return Err(self.not_allowed(item)?);
        }
        self.change(Change::Happen { item: item.id, before: item.status, event, not_before })?;
        self.event(
            EventKind::StatusChanged,
            Some(item),
            serde_json::json!({ "event": format!("{event:?}") }),
        )?;
        Ok(())
    }

    /// The refusal that names the item and where it stands.
    pub(crate) fn not_allowed(&self, item: &Item) -> Result<Error, Error> {
        Ok(Error::NotAllowed { item: reference_of(self.tx, item)?, status: item.status.code().to_owned() })
    }

    /// Notes what happened, for the feed and *Activity*.
    pub(crate) fn event(&mut self, kind: EventKind, item: Option<&Item>, data: Value) -> Result<(), Error> {
        let job_id = item.map(|item| item.job_id).or(self.job);
        let item_id = item.map(|item| item.id);
        events::insert(
            self.tx,
            &events::NewEvent {
                at: self.at,
                origin: self.origin,
                actor: self.actor,
                kind,
                job_id,
                item_id,
                data,
            },
        )?;
        Ok(())
    }

    /// An item was handed over: what is expected of it is kept when the command is through, for all
    /// items at once.
    pub(crate) fn handed_over(&mut self, one: HandedOver) {
        self.handed_over.push(one);
    }

    /// The command is about this job.
    pub(crate) fn about_job(&mut self, job: JobId) {
        self.job = Some(job);
    }

    /// The command is about this item, among others perhaps.
    pub(crate) fn about(&mut self, item: &Item) {
        self.job = Some(item.job_id);
        self.item.get_or_insert(item.id);
        self.items += 1;
    }

    fn remember(self, name: &str) -> Result<(), Error> {
        if self.changes.is_empty() {
            return Ok(());
        }
        undo::insert(
            self.tx,
            self.at,
            &undo::Entry {
                seq: 0,
                command: name.to_owned(),
                job_id: self.job,
                item_id: self.item,
                count: self.items.max(1),
                changes: change::inverse(self.changes),
            },
        )?;
        Ok(())
    }
}
