//! The checklist by hand: show, add, edit, move, drop, merge, divide.

use halfday_domain::change::{Change, ItemText, Row};
use halfday_domain::event::EventKind;
use halfday_domain::facts::Scope;
use halfday_domain::id::{ItemId, SubitemId};
use halfday_domain::item::{ItemEvent, ItemStatus};
use halfday_domain::kind::Kind;
use halfday_domain::plan::{EstimateSource, MOST_ITEM_MINUTES, Risk, Suggested, Why};
use halfday_store::items::{self, Item, ItemFiles};
use halfday_store::subitems::{self, Subitem};
use halfday_store::{changes, jobs};
use serde_json::json;

use crate::api::{
    AddItem, BoardView, DropItems, EditItem, ItemRef, ItemRefs, ItemView, MoveItems, SubitemView,
};
use crate::attempts::{attempt_views, turned_out_wrong};
use crate::context::said_of;
use crate::forecast::forecast_view;
use crate::item_commands::{allowed_commands, prove_sandbox, told};
use crate::jobs::plan_checks;
use crate::leave::drop_item;
use crate::place::place;
use crate::retry::notice;
use crate::views::{Cards, job_row};
use crate::work::Work;
use crate::{App, Error, reference};

impl App {
    /// Everything about an item.
    pub fn show_item(&self, request: ItemRef) -> Result<ItemView, Error> {
        let words = self.words();
        let contents = self.contents();
        let calendar = self.calendar();
        self.store.read(move |connection| {
            let item = reference::item(connection, &request.item)?;
            let missing = || Error::ItemNotFound { item: request.item.clone() };
            let job = jobs::by_id(connection, item.job_id)?.ok_or_else(missing)?;
            let cards = Cards::read(connection, words, &job)?;
            let card = cards.card(item.id).ok_or_else(missing)?;
            let counts = items::counts(connection)?;
            let subitems = (1..).zip(subitems::of_item(connection, item.id)?);
            Ok(ItemView {
                job: job_row(words, &job, counts.iter().find(|counts| counts.job_id == job.id)),
                source: said_of(&jobs::brief(connection, job.id)?, &item.spans),
                instructions: item.instructions.clone(),
                done_when: subitems::checks_of(connection, item.id)?
                    .into_iter()
                    .map(|check| check.text)
                    .collect(),
                inputs: item.files.inputs.clone(),
                outputs: item.files.outputs.clone(),
                subitems: subitems
                    .map(|(number, subitem)| SubitemView {
                        id: subitem.id.to_string(),
                        reference: format!("{}.{number}", card.reference),
                        title: subitem.title,
                        done: subitem.done,
                    })
                    .collect(),
                attempts: attempt_views(connection, words, &contents, item.id)?,
                forecast: match &item.assignment {
                    Some(open) => forecast_view(connection, words, open.id)?,
                    None => None,
                },
                notice: notice(connection, words, &item)?,
                turned_out_wrong: turned_out_wrong(connection, words, &calendar, item.id)?,
                commands: item.commands_since.is_some(),
                allowed_commands: allowed_commands(connection, &item)?
                    .iter()
                    .map(|argv| told(argv))
                    .collect(),
                card,
            })
        })
    }

    pub(crate) fn item_view(&self, item: ItemId) -> Result<ItemView, Error> {
        self.show_item(ItemRef { item: item.to_string() })
    }

    /// A new item at the end of the person's list.
    pub fn add_item(&self, request: AddItem) -> Result<ItemView, Error> {
        let title = one_line(&request.title).ok_or(Error::TitleEmpty)?;
        let minutes = request.minutes.map(checked_minutes).transpose()?;
        let item = self.command("add", move |work| {
            let job = reference::job(work.tx, &request.job)?;
            if job.closed_at.is_some() {
                return Err(Error::JobClosed { job: job.number.to_string() });
            }
            let kind = Kind::from(request.kind.as_deref().unwrap_or_default());
            let item = draft_item(work, job.id, title, kind, minutes)?;
            items::insert(work.tx, &item)?;
            plan_checks(work, item.id, &request.done_when)?;
            subitems::set_checks(work.tx, item.id, &request.done_when, work.at)?;
            work.about(&item);
            work.made(Change::Bring { rows: vec![Row::Item(item.id)] });
            work.event(EventKind::ItemsAdded, Some(&item), json!({}))?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }

    /// Changes what an item says. The estimate is fixed once AI has the item.
    pub fn edit_item(&self, request: EditItem) -> Result<ItemView, Error> {
        let minutes = request.minutes.map(checked_minutes).transpose()?;
        if request.commands == Some(true) {
            prove_sandbox()?;
        }
        let title = match request.title.as_deref() {
            Some(title) => Some(one_line(title).ok_or(Error::TitleEmpty)?),
            None => None,
        };
        let item = self.command("edit", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let frozen = item.assignment.as_ref().is_some_and(|assignment| assignment.frozen_at.is_some());
            if minutes.is_some() && (frozen || item.status == ItemStatus::Done) {
                return Err(Error::EstimateFrozen { item: reference::reference_of(work.tx, &item)? });
            }
            let needs = match &request.after {
                Some(after) => Some(needs_of(work, &item, after)?),
                None => None,
            };
            let at = work.at;
            edit(work, &item, |text| {
                let set = |field: &mut String, value: Option<String>| {
                    if let Some(value) = value {
                        *field = value;
                    }
                };
                set(&mut text.title, title);
                set(&mut text.instructions, request.instructions);
                set(&mut text.section, request.section);
                if let Some(minutes) = minutes {
                    text.estimate_minutes = Some(minutes);
                    text.estimate_source = EstimateSource::Person;
                }
                if let Some(kind) = request.kind {
                    text.kind = Kind::from(kind);
                }
                text.done_when = request.done_when.unwrap_or_else(|| text.done_when.clone());
                text.inputs = request.inputs.unwrap_or_else(|| text.inputs.clone());
                text.outputs = request.outputs.unwrap_or_else(|| text.outputs.clone());
                text.needs = needs.unwrap_or_else(|| text.needs.clone());
                if let Some(is_on) = request.commands {
                    text.commands_since = is_on.then(|| text.commands_since.unwrap_or(at));
                }
            })?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }

    /// Moves items within their list.
    pub fn move_items(&self, request: MoveItems) -> Result<BoardView, Error> {
        let job = self.command("move", move |work| {
            let items = reference::items_named(work.tx, &request.items)?;
            place(work, &items, &request.place)?;
            one_job(&items)
        })?;
        self.board_of(job)
    }

    /// Items that will not be done. What AI has of them is taken back first.
    pub fn drop_items(&self, request: DropItems) -> Result<BoardView, Error> {
        let job = self.command("drop", move |work| {
            let items = reference::items_named(work.tx, &request.items)?;
            for item in &items {
                work.about(item);
                drop_item(work, item, request.because.clone())?;
            }
            one_job(&items)
        })?;
        self.board_of(job)
    }

    /// Dropped items come back to the person's list.
    pub fn restore_items(&self, request: ItemRefs) -> Result<BoardView, Error> {
        let job = self.command("restore-item", move |work| {
            let items = reference::items_named(work.tx, &request.items)?;
            for item in &items {
                work.about(item);
                work.happen(item, ItemEvent::Restored)?;
            }
            one_job(&items)
        })?;
        self.board_of(job)
    }

    /// Several open items become one: the first keeps its number, the others become its subitems.
    pub fn merge_items(&self, request: ItemRefs) -> Result<ItemView, Error> {
        let item = self.command("merge", move |work| {
            let items = reference::items_named(work.tx, &request.items)?;
            one_job(&items)?;
            let Some((first, others)) = items.split_first().filter(|(_, others)| !others.is_empty()) else {
                return Err(Error::NothingNamed);
            };
            for item in &items {
                if item.status != ItemStatus::Open || item.parent_id.is_some() || item.scope != Scope::Item {
                    return Err(work.not_allowed(item)?);
                }
                work.about(item);
            }
            merge(work, first, others)?;
            Ok(first.id)
        })?;
        self.item_view(item)
    }

    /// An item with subitems becomes one item for each of them.
    pub fn divide_item(&self, request: ItemRef) -> Result<BoardView, Error> {
        let job = self.command("divide", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            if item.status != ItemStatus::Open || item.parent_id.is_some() || item.scope != Scope::Item {
                return Err(work.not_allowed(&item)?);
            }
            work.about(&item);
            divide(work, &item)?;
            Ok(item.job_id)
        })?;
        self.board_of(job)
    }
}

/// The job that all the items belong to.
pub(crate) fn one_job(items: &[Item]) -> Result<halfday_domain::id::JobId, Error> {
    let first = items.first().ok_or(Error::NothingNamed)?.job_id;
    if items.iter().all(|item| item.job_id == first) { Ok(first) } else { Err(Error::DifferentJobs) }
}

/// One line of text; `None` when nothing is left.
pub(crate) fn one_line(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// Minutes that one item can have.
pub(crate) fn checked_minutes(minutes: u32) -> Result<u32, Error> {
    if (1..=MOST_ITEM_MINUTES).contains(&minutes) {
        Ok(minutes)
    } else {
        Err(Error::MinutesOutOfRange { minutes })
    }
}

/// An open item for the end of the list, not stored yet.
fn draft_item(
    work: &Work<'_>,
    job: halfday_domain::id::JobId,
    title: String,
    kind: Kind,
    minutes: Option<u32>,
) -> Result<Item, Error> {
    Ok(Item {
        id: work.ids.make(ItemId::from_parts)?,
        job_id: job,
        number: items::next_number(work.tx, job)?,
        parent_id: None,
        scope: Scope::Item,
        position: items::next_position(work.tx, job)?,
        section: String::new(),
        title,
        instructions: String::new(),
        kind,
        risk: Risk::None,
        suggested: Suggested::Either,
        why: Why::NothingSays,
        estimate_minutes: minutes,
        estimate_source: EstimateSource::Person,
        status: ItemStatus::Open,
        not_before: None,
        spans: vec![],
        files: ItemFiles::default(),
        done_before: false,
        commands_since: None,
        created_at: work.at,
        assignment: None,
    })
}

/// Edits an item's text by one change.
fn edit(work: &mut Work<'_>, item: &Item, write: impl FnOnce(&mut ItemText)) -> Result<(), Error> {
    let Some(before) = changes::item_text(work.tx, item.id)? else {
        return Err(Error::ItemNotFound { item: item.id.to_string() });
    };
    let mut after = before.clone();
    write(&mut after);
    after.needs.sort_unstable();
    if after == before {
        return Ok(());
    }
    plan_checks(work, item.id, &after.done_when)?;
    work.about(item);
    work.change(Change::Edit { item: item.id, before: Box::new(before), after: Box::new(after) })?;
    work.event(EventKind::ItemEdited, Some(item), json!({}))
}

/// The items named in `after`, unless one of them waits for this item.
fn needs_of(work: &Work<'_>, item: &Item, after: &[String]) -> Result<Vec<ItemId>, Error> {
    let mut needs = vec![];
    for text in after {
        let needed = reference::item(work.tx, text)?;
        if needed.job_id != item.job_id {
            return Err(Error::DifferentJobs);
        }
        needs.push(needed.id);
    }
    let edges = subitems::needs(work.tx, item.job_id)?;
    let mut ahead = needs.clone();
    let mut seen = std::collections::HashSet::new();
    while let Some(next) = ahead.pop() {
        if next == item.id {
            return Err(Error::DependencyCycle { item: reference::reference_of(work.tx, item)? });
        }
        if seen.insert(next) {
            ahead.extend(edges.iter().filter(|(from, _)| *from == next).map(|(_, to)| *to));
        }
    }
    Ok(needs)
}

fn merge(work: &mut Work<'_>, first: &Item, others: &[Item]) -> Result<(), Error> {
    let mut position = i64::try_from(subitems::of_item(work.tx, first.id)?.len()).unwrap_or(0);
    let mut minutes = first.estimate_minutes;
    let mut source = first.estimate_source;
    let mut extra = changes::item_text(work.tx, first.id)?;
    let mut rows = vec![];
    let mut lines: Vec<String> = vec![];
    for other in others {
        lines.push(other.title.clone());
        lines.extend(subitems::of_item(work.tx, other.id)?.into_iter().map(|subitem| subitem.title));
        minutes = match (minutes, other.estimate_minutes) {
            (Some(sum), Some(more)) => Some((sum + more).min(MOST_ITEM_MINUTES)),
            (known, None) | (None, known) => known,
        };
        if other.estimate_source == EstimateSource::Rule {
            source = EstimateSource::Rule;
        }
        if let (Some(text), Some(more)) = (&mut extra, changes::item_text(work.tx, other.id)?) {
            if !more.instructions.is_empty() {
                if !text.instructions.is_empty() {
                    text.instructions.push_str("\n\n");
                }
                text.instructions.push_str(&more.instructions);
            }
            text.done_when.extend(more.done_when);
            text.inputs.extend(more.inputs);
            text.outputs.extend(more.outputs);
        }
        rows.push(Row::Item(other.id));
    }
    let mut added = vec![];
    for title in lines {
        let subitem = Subitem {
            id: work.ids.make(SubitemId::from_parts)?,
            item_id: first.id,
            position,
            title,
            done: false,
            spans: vec![],
        };
        subitems::insert(work.tx, &subitem)?;
        added.push(Row::Subitem(subitem.id));
        position += 1;
    }
    work.made(Change::Bring { rows: added });
    if let Some(extra) = extra {
        edit(work, first, |text| {
            text.instructions = extra.instructions;
            text.done_when = extra.done_when;
            text.done_when.dedup();
            text.inputs = extra.inputs;
            text.outputs = extra.outputs;
            text.estimate_minutes = minutes;
            text.estimate_source = source;
        })?;
    }
    work.change(Change::Remove { rows })?;
    work.event(EventKind::ItemRemoved, Some(first), json!({ "merged": others.len() }))
}

fn divide(work: &mut Work<'_>, item: &Item) -> Result<(), Error> {
    let pieces = subitems::of_item(work.tx, item.id)?;
    if pieces.len() < 2 {
        return Err(Error::NothingToDivide { item: reference::reference_of(work.tx, item)? });
    }
    let count = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
    let share = item.estimate_minutes.map(|minutes| (minutes / count).max(1));
    let mut rows = vec![];
    let mut made = vec![];
    for piece in &pieces {
        let mut new = draft_item(work, item.job_id, piece.title.clone(), item.kind.clone(), share)?;
        new.estimate_source = item.estimate_source;
        new.section.clone_from(&item.section);
        new.instructions.clone_from(&item.instructions);
        new.files.inputs.clone_from(&item.files.inputs);
        (new.suggested, new.why, new.risk) = (item.suggested, item.why, item.risk);
        if piece.done {
            // A ticked line has no minutes of its own: it stays outside all figures.
            new.status = ItemStatus::Done;
            new.done_before = true;
        }
        items::insert(work.tx, &new)?;
        rows.push(Row::Item(new.id));
        made.push(new);
    }
    work.made(Change::Bring { rows });
    place(work, &made, &crate::api::Place::After(item.id.to_string()))?;
    work.change(Change::Remove { rows: vec![Row::Item(item.id)] })?;
    work.event(EventKind::ItemsAdded, Some(item), json!({ "divided": made.len() }))
}
