//! Shadow work: AI does an item too while the person does it. It never touches the item, and what comes of
//! it is sealed until the person is done.

use halfday_domain::change::Change;
use halfday_domain::event::EventKind;
use halfday_domain::id::AssignmentId;
use halfday_domain::item::{ItemStatus, Worker};
use halfday_store::assignments::{self, FrozenEstimate, NewAssignment};
use halfday_store::items::Item;
use serde_json::json;

use crate::api::{AttemptsView, ItemRef, Shadow, To};
use crate::assign::{CLIPBOARD, agent_of, refuse_closed};
use crate::reference::{self, reference_of};
use crate::work::Work;
use crate::{App, Error};

impl App {
    /// Lets AI do an item that the person does themselves.
    pub fn shadow_item(&self, request: Shadow) -> Result<AttemptsView, Error> {
        let item = self.command("shadow", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            refuse_closed(work, &item)?;
            begin_shadow(work, &item, request.agent.as_deref(), None)?;
            reference_of(work.tx, &item)
        })?;
        self.item_attempts(ItemRef { item })
    }
}

/// Opens the assignment beside the person's own work; `drawn` is the chance the item had, where chance picked it.
pub(crate) fn begin_shadow(
    work: &mut Work<'_>,
    item: &Item,
    agent: Option<&str>,
    drawn: Option<f64>,
) -> Result<(), Error> {
    let is_mine = matches!(item.status, ItemStatus::Open | ItemStatus::Working(Worker::Me));
    if !is_mine || item.parent_id.is_some() {
        return Err(work.not_allowed(item)?);
    }
    let to = agent.map_or(To::Ai, |name| To::Agent(name.to_owned()));
    let agent = agent_of(work, &to)?.ok_or(Error::NothingNamed)?;
    if agent.way == CLIPBOARD {
        return Err(Error::NoShadowBy { way: agent.way });
    }
    let before = assignments::open_shadow(work.tx, item.id)?;
    let id = work.ids.make(AssignmentId::from_parts)?;
    assignments::insert_ended(
        work.tx,
        &NewAssignment {
            id,
            item_id: item.id,
            agent_id: Some(agent.id),
            reason: if drawn.is_some() { "drawn" } else { "chosen" },
            frozen: Some(FrozenEstimate { minutes: item.estimate_minutes, source: item.estimate_source }),
            assigned_at: work.at,
        },
    )?;
    assignments::make_shadow(work.tx, id)?;
    if let Some(probability) = drawn {
        assignments::set_drawn(work.tx, id, probability)?;
    }
    work.about(item);
    work.change(Change::Assign { end: before, open: Some(id) })?;
    work.event(EventKind::ShadowStarted, Some(item), json!({ "agent": agent.id.to_string() }))
}
