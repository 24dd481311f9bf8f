//! Copying a brief: the items go to the clipboard agent, each gets its line, and one text leaves
//! the computer, veiled.

use std::collections::BTreeMap;

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::id::AttemptId;
use halfday_domain::item::{ItemEvent, ItemStatus, WaitingFor, Worker};
use halfday_domain::review::VerdictCode;
use halfday_domain::words::{Language, Words};
use halfday_runner::clipboard::{self, BriefItem, BriefRequest, CoveredItem, EarlierResult, FollowUp, Nonce};
use halfday_runner::objects::Objects;
use halfday_runner::veil::{Replacement, Veil};
use halfday_store::attempts::{self, NewAttempt};
use halfday_store::items::{self, Item};
use halfday_store::jobs::{self, Job};
use halfday_store::{Connection, deliverables, subitems};
use serde_json::json;

use crate::api::{BriefView, Card, CopyBrief, VeiledName};
use crate::assign::{Handover, clipboard as clipboard_agent, hand_over};
use crate::clipboard::{hash_of_file, missing, object_text, workspace_of};
use crate::context::beside_the_list;
use crate::items::one_job;
use crate::reference::{self, reference_of};
use crate::retry::{self, asked, change_something, last_wrong, needs_change};
use crate::settings::agent_is_asked;
use crate::veiled::KeptName;
use crate::views::Cards;
use crate::work::Work;
use crate::{App, Error};

/// What leaves the computer, and what is worth knowing about it.
struct Copied {
    text: String,
    items: Vec<Item>,
    files: Vec<String>,
    veiled: Vec<Replacement>,
    waits: Vec<(String, Vec<String>)>,
    missing_files: Vec<String>,
    /// Items that went wrong too often, with nothing changed since.
    unchanged: Vec<(String, u32)>,
}

impl App {
    /// One brief for these items. Those still with the person are handed over first; a brief that
    /// was copied before is copied again with the same lines.
    pub fn copy_brief(&self, request: CopyBrief) -> Result<BriefView, Error> {
        let copying = self.copying(request)?;
        let (copied, cards) = self.command("copy", copying)?;
        Ok(self.brief_view(copied, cards))
    }

    /// What [`App::copy_brief`] would give, as a look before anything leaves; its lines are not the ones that will
    /// be copied.
    pub fn preview_brief(&self, request: CopyBrief) -> Result<BriefView, Error> {
        let copying = self.copying(request)?;
        let (copied, cards) = self.rehearse(copying)?;
        Ok(self.brief_view(copied, cards))
    }

    #[expect(clippy::type_complexity, reason = "a closure cannot be named shorter")]
    fn copying(
        &self,
        request: CopyBrief,
    ) -> Result<impl FnOnce(&mut Work<'_>) -> Result<(Copied, Vec<Card>), Error> + Send + use<>, Error> {
        let objects = self.objects.clone();
        let data = self.folder().to_owned();
        let veil = self.veil_setting()?;
        let words = self.words();
        Ok(move |work: &mut Work<'_>| {
            let named = reference::items_named(work.tx, &request.items)?;
            let id = one_job(&named)?;
            let job = jobs::by_id(work.tx, id)?.ok_or_else(|| Error::JobNotFound { job: id.to_string() })?;
            let copied = copy(work, &job, named, &objects, &data, veil)?;
            agent_is_asked(work.tx)?;
            let cards = Cards::read(work.tx, words, &job)?;
            let cards = copied.items.iter().filter_map(|item| cards.card(item.id)).collect();
            Ok((copied, cards))
        })
    }

    fn brief_view(&self, copied: Copied, items: Vec<Card>) -> BriefView {
        let words = self.words();
        let comma = words.word("brief-list-comma");
        let waits = copied.waits.iter().map(|(item, needs)| {
            words.say("note-waits-for", &[("item", item), ("needs", &needs.join(&comma))])
        });
        let gone = copied.missing_files.iter().map(|file| words.say("note-file-missing", &[("file", file)]));
        let unchanged = copied.unchanged.iter().map(|(item, wrong)| change_something(words, item, *wrong));
        BriefView {
            notes: waits.chain(gone).chain(unchanged).collect(),
            text: copied.text,
            items,
            files: copied.files,
            veiled: copied
                .veiled
                .into_iter()
                .map(|one| VeiledName { original: one.original, stand_in: one.stand_in })
                .collect(),
        }
    }
}

fn copy(
    work: &mut Work<'_>,
    job: &Job,
    named: Vec<Item>,
    objects: &Objects,
    data: &std::path::Path,
    veil: Option<Vec<String>>,
) -> Result<Copied, Error> {
    let language = job.brief_lang.as_deref().and_then(Language::from_code).unwrap_or(Language::En);
    let workspace = workspace_of(data, job);
    let needs = subitems::needs(work.tx, job.id)?;

    let mut pieces: Vec<(Item, Nonce, bool)> = vec![];
    for item in named {
        work.about(&item);
        let (item, nonce, is_new) = ready(work, item)?;
        pieces.push((item, nonce, is_new));
    }

    let context = beside_the_list(&jobs::brief(work.tx, job.id)?, &listed_spans(work.tx, job)?);
    let mut request = BriefRequest { job_title: job.title.clone(), context, ..BriefRequest::default() };
    let (mut files, mut missing_files, mut waits, mut unchanged) = (vec![], vec![], vec![], vec![]);
    let mut follow_up = None;
    for (item, nonce, _) in &pieces {
        let mut earlier = vec![];
        let mut waiting = vec![];
        for (_, needed) in needs.iter().filter(|(from, _)| *from == item.id) {
            let Some(needed) = items::by_id(work.tx, *needed)? else { continue };
            if !matches!(needed.status, ItemStatus::Done | ItemStatus::Dropped) {
                waiting.push(reference_of(work.tx, &needed)?);
            }
            earlier.extend(accepted_texts(work.tx, &needed, objects)?);
        }
        if !waiting.is_empty() {
            waits.push((reference_of(work.tx, item)?, waiting));
        }
        for input in &item.files.inputs {
            let path = workspace.join(input);
            if path.exists() {
                files.push(path.to_string_lossy().into_owned());
            } else {
                missing_files.push(input.clone());
            }
        }
        let wrong = last_wrong(work.tx, item.id)?;
        if let [(_, _, true)] = pieces.as_slice() {
            follow_up = retry::follow_up(item, *nonce, wrong.as_ref());
        }
        let mut piece = brief_item(work.tx, item, *nonce, earlier)?;
        piece.went_wrong = wrong.map(|(_, wrong)| wrong);
        request.items.push(piece);
        if let Some(wrong) = needs_change(work.tx, item)? {
            unchanged.push((reference_of(work.tx, item)?, wrong));
        }
    }

    let (text, veiled) = written(follow_up, request, veil, language);
    let kept: Vec<KeptName> = veiled.iter().map(KeptName::of).collect();
    let veil_json = (!kept.is_empty())
        .then(|| serde_json::to_string(&kept))
        .transpose()
        .map_err(|source| Error::WriteView { command: "copy".to_owned(), source })?;
    for (item, nonce, is_new) in &pieces {
        if *is_new {
            begin(work, item, *nonce, &text, veil_json.clone(), &workspace)?;
        }
    }
    let items = pieces.into_iter().map(|(item, _, _)| item).collect();
    Ok(Copied { text, items, files, veiled, waits, missing_files, unchanged })
}

/// The item in the queue of the clipboard, with the line of its attempt: a new one, or that of the
/// brief that is out already.
fn ready(work: &mut Work<'_>, item: Item) -> Result<(Item, Nonce, bool), Error> {
    let fresh = |work: &Work<'_>| items::by_id(work.tx, item.id)?.ok_or_else(|| missing(item.id));
    let again = match item.status {
        ItemStatus::Waiting(WaitingFor::Paste) => {
            let open = attempts::of_item(work.tx, item.id)?.into_iter().find(|one| one.ended_at.is_none());
            let nonce = open.and_then(|open| open.nonce).and_then(|nonce| nonce.parse().ok());
            return match nonce {
                Some(nonce) => Ok((item, nonce, false)),
                None => Err(work.not_allowed(&item)?),
            };
        }
        ItemStatus::Open | ItemStatus::Working(Worker::Me) => {
            let agent = clipboard_agent(work)?;
            hand_over(work, &item, &agent, Handover::default())?;
            fresh(work)?
        }
        ItemStatus::Blocked => {
            work.happen(&item, ItemEvent::Unblocked)?;
            let queued = fresh(work)?;
            let agent = clipboard_agent(work)?;
            hand_over(work, &queued, &agent, Handover::default())?;
            fresh(work)?
        }
        ItemStatus::Queued => {
            // What was queued for another agent is carried by the person now.
            let agent = clipboard_agent(work)?;
            hand_over(work, &item, &agent, Handover::default())?;
            fresh(work)?
        }
        ItemStatus::Working(Worker::Ai)
        | ItemStatus::Waiting(_)
        | ItemStatus::InReview
        | ItemStatus::Done
        | ItemStatus::Dropped => return Err(work.not_allowed(&item)?),
    };
    Ok((again, Nonce::from_random(crate::ids::random()?), true))
}

/// The attempt begins: its brief is on its way.
fn begin(
    work: &mut Work<'_>,
    item: &Item,
    nonce: Nonce,
    text: &str,
    veil: Option<String>,
    workspace: &std::path::Path,
) -> Result<(), Error> {
    let Some(assignment) = &item.assignment else { return Err(work.not_allowed(item)?) };
    let attempt = AttemptId::from_parts;
    let id = work.ids.make(attempt)?;
    attempts::insert(
        work.tx,
        &NewAttempt {
            id,
            item_id: item.id,
            assignment_id: assignment.id,
            number: attempts::next_number(work.tx, item.id)?,
            nonce: Some(nonce.to_string()),
            brief: Some(text.to_owned()),
            asked: Some(asked(work.tx, item)?),
            veil,
            started_at: work.at,
        },
    )?;
    let manifest: BTreeMap<&String, Option<String>> = item
        .files
        .inputs
        .iter()
        .chain(&item.files.outputs)
        .map(|path| (path, hash_of_file(&workspace.join(path))))
        .collect();
    deliverables::insert_checkpoint(work.tx, id, "start", &json!(manifest).to_string(), work.at)?;
    work.made(Change::Reinstate { facts: vec![Fact::Attempt(id)] });
    work.happen(item, ItemEvent::BriefCopied)?;
    work.event(EventKind::BriefCopied, Some(item), json!({ "attempt": id.to_string() }))
}

/// What a brief says of an item.
pub(crate) fn brief_item(
    connection: &Connection,
    item: &Item,
    nonce: Nonce,
    earlier: Vec<EarlierResult>,
) -> Result<BriefItem, Error> {
    let lines = |id| -> Result<Vec<String>, Error> {
        Ok(subitems::checks_of(connection, id)?.into_iter().map(|check| check.text).collect())
    };
    let mut covered = vec![];
    let mut outputs = item.files.outputs.clone();
    let mut inputs = item.files.inputs.clone();
    for one in items::covered_by(connection, item.id)? {
        let pieces = subitems::of_item(connection, one.id)?;
        let mut instructions = one.instructions.clone();
        for piece in pieces.iter().filter(|piece| !piece.done) {
            instructions.push_str("\n- ");
            instructions.push_str(&piece.title);
        }
        covered.push(CoveredItem {
            title: one.title.clone(),
            instructions: instructions.trim().to_owned(),
            done_when: lines(one.id)?,
            outputs: one.files.outputs.clone(),
        });
        outputs.extend(one.files.outputs);
        inputs.extend(one.files.inputs);
    }
    let open = subitems::of_item(connection, item.id)?.into_iter().filter(|subitem| !subitem.done);
    Ok(BriefItem {
        nonce,
        title: item.title.clone(),
        instructions: item.instructions.clone(),
        subitems: open.map(|subitem| subitem.title).collect(),
        covered,
        done_when: lines(item.id)?,
        inputs,
        earlier,
        outputs,
        went_wrong: None,
    })
}

/// The accepted texts of an item that this one rests on.
pub(crate) fn accepted_texts(
    connection: &Connection,
    item: &Item,
    objects: &Objects,
) -> Result<Vec<EarlierResult>, Error> {
    let attempts = attempts::of_item(connection, item.id)?;
    let accepted = attempts.iter().rev().find(|attempt| match attempt.verdict {
        Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework) => true,
        Some(VerdictCode::Rejected) | None => false,
    });
    let Some(accepted) = accepted else { return Ok(vec![]) };
    let mut texts = vec![];
    for one in deliverables::of_attempt(connection, accepted.id)? {
        let hash = one.reworked_hash.as_ref().unwrap_or(&one.hash);
        if let Some(text) = object_text(objects, hash) {
            texts.push(EarlierResult { title: format!("{} ({})", item.title, one.path), text });
        }
    }
    Ok(texts)
}

/// The text that leaves, veiled unless the person has switched the veil off.
fn written(
    follow_up: Option<FollowUp>,
    request: BriefRequest,
    veil: Option<Vec<String>>,
    language: Language,
) -> (String, Vec<Replacement>) {
    let words = Words::of(language);
    let mut veil = veil.map(|names| Veil::new(&names, language));
    match follow_up {
        Some(follow_up) => match veil.as_mut().map(|veil| follow_up.veiled(veil)) {
            Some((veiled, replaced)) => (clipboard::follow_up(&veiled, words), replaced),
            None => (clipboard::follow_up(&follow_up, words), vec![]),
        },
        None => match veil.as_mut().map(|veil| request.veiled(veil)) {
            Some((veiled, replaced)) => (clipboard::brief(&veiled, words), replaced),
            None => (clipboard::brief(&request, words), vec![]),
        },
    }
}

/// What of the job's brief its items already say.
pub(crate) fn listed_spans(connection: &Connection, job: &Job) -> Result<Vec<(usize, usize)>, Error> {
    let mut spans = vec![];
    for item in items::of_job(connection, job.id)? {
        spans.extend(&item.spans);
        for subitem in subitems::of_item(connection, item.id)? {
            spans.extend(&subitem.spans);
        }
    }
    Ok(spans)
}
