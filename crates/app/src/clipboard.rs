//! The clipboard way back: the answer of one brief, split among its items.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use halfday_domain::attempt::Outcome;
use halfday_domain::check::CheckResult;
use halfday_domain::event::EventKind;
use halfday_domain::facts::{IntervalKind, IntervalSource};
use halfday_domain::id::{AttemptId, CheckId, DeliverableId, ItemId};
use halfday_domain::item::ItemEvent;
use halfday_domain::item::WaitingFor;
use halfday_domain::review::Rejection;
use halfday_domain::run::{self, ChecksSaid, Delivered, Effect, Event, Feedback, Limits, State, Turn};
use halfday_runner::clipboard::{Answer, OwnBrief, Section, own_brief, read_answer};
use halfday_runner::deliverable::{ANSWER, Deliverable};
use halfday_runner::objects::{Hash, Objects};
use halfday_runner::publish;
use halfday_store::attempts::{self, CopiedBrief};
use halfday_store::deliverables;
use halfday_store::items;
use halfday_store::jobs::{self, Job};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::api::{PasteAnswer, PasteView, PastedItem, Unmarked};
use crate::asked::{CameBack, asked};
use crate::assign::add_interval;
use crate::attempts::attempt_view;
use crate::checked::Checked;
use crate::leave::close_attempt;
use crate::reference::{self, reference_of};
use crate::veiled::{unveiled, veil_of};
use crate::views::Cards;
use crate::work::Work;
use crate::{App, Error};

/// What arrived for one item, read and checked before anything is stored.
struct Arrived {
    copied: CopiedBrief,
    deliverables: Vec<Kept>,
    checks: Vec<Checked>,
}

/// A deliverable whose content is in the object store.
#[derive(Clone)]
pub(crate) struct Kept {
    pub(crate) path: String,
    pub(crate) hash: Hash,
    pub(crate) bytes: i64,
    pub(crate) base_hash: Option<String>,
}

impl App {
    /// Finds the items an answer belongs to, and stores what came back for each, or nothing at all.
    pub fn paste_answer(&self, request: PasteAnswer) -> Result<PasteView, Error> {
        let files = read_files(&request.files)?;
        let sections = self.sections(&request)?;
        let targets = self.targets(&request, sections, files)?;
        let mut arrived = vec![];
        for (copied, delivered) in targets {
            arrived.push(self.keep(copied, delivered)?);
        }
        let (rounds, minutes) = (request.rounds, request.minutes);
        let pasted = self.command("paste", move |work| {
            let mut items = vec![];
            for one in arrived {
                items.push(store_arrived(work, one, rounds)?);
            }
            if let (Some(minutes), Some(first)) = (minutes, items.first()) {
                let item = items::by_id(work.tx, *first)?.ok_or_else(|| missing(*first))?;
                let ms = i64::from(minutes) * 60_000;
                let kind = IntervalKind::Brief;
                add_interval(work, &item, None, kind, IntervalSource::Declared, work.at - ms, ms)?;
            }
            Ok(items)
        })?;
        self.pasted_view(pasted)
    }

    /// The parts of the answer that belong to items, or why there are none.
    pub(crate) fn sections(&self, request: &PasteAnswer) -> Result<Vec<Section>, Error> {
        let text = match own_brief(&request.text) {
            OwnBrief::Absent => request.text.as_str(),
            OwnBrief::Alone => return Err(Error::AnswerIsBrief),
            OwnBrief::Before(answer) => answer,
        };
        let Answer { sections, .. } = read_answer(text);
        if let Some(first) = sections.first() {
            // Names of files may hold stand-ins, too: the answer is read again with the names back.
            let line = first.nonce.to_string();
            let copied =
                self.store.read(move |connection| Ok::<_, Error>(attempts::by_nonce(connection, &line)?))?;
            return Ok(match copied.as_ref().and_then(veil_of) {
                Some(veil) => read_answer(&veil.unveil(text)).sections,
                None => sections,
            });
        }
        if text.trim().is_empty() {
            return if request.files.is_empty() {
                Err(Error::AnswerEmpty { item: request.item.clone() })
            } else {
                Ok(vec![])
            };
        }
        match (&request.item, &request.unmarked) {
            (Some(item), Unmarked::TakeAnyway) => {
                let copied = self.open_brief(item.clone())?;
                let nonce = copied.1.and_then(|nonce| nonce.parse().ok());
                let nonce = nonce.ok_or_else(|| Error::NotWaitingForPaste { item: item.clone() })?;
                Ok(vec![Answer::for_one(nonce, text)])
            }
            (Some(_) | None, Unmarked::Refuse | Unmarked::TakeAnyway) => Err(Error::AnswerUnmarked),
        }
    }

    /// The open brief of a named item, with its line.
    fn open_brief(&self, item: String) -> Result<(CopiedBrief, Option<String>), Error> {
        self.store.read(move |connection| {
            let found = reference::item(connection, &item)?;
            let waiting = || Error::NotWaitingForPaste { item };
            let copied = attempts::open_of(connection, found.id)?.ok_or_else(waiting)?;
            let attempts = attempts::of_item(connection, found.id)?;
            let nonce =
                attempts.into_iter().find(|one| one.id == copied.attempt_id).and_then(|one| one.nonce);
            Ok((copied, nonce))
        })
    }

    /// Which open brief each part answers, with what was delivered for it.
    pub(crate) fn targets(
        &self,
        request: &PasteAnswer,
        sections: Vec<Section>,
        mut files: Vec<Deliverable>,
    ) -> Result<Vec<(CopiedBrief, Vec<Deliverable>)>, Error> {
        if sections.is_empty() {
            let Some(item) = &request.item else { return Err(Error::FilesWithoutItem) };
            let (copied, _) = self.open_brief(item.clone())?;
            return Ok(vec![(copied, files)]);
        }
        let several = sections.len() > 1;
        let mut targets = vec![];
        for section in sections {
            let line = section.nonce.to_string();
            let (copied, reference, wanted) = self.store.read(move |connection| {
                let copied = attempts::by_nonce(connection, &line)?
                    .ok_or_else(|| Error::AnswerForeign { line: line.clone() })?;
                let item =
                    items::by_id(connection, copied.item_id)?.ok_or_else(|| missing(copied.item_id))?;
                let reference = reference_of(connection, &item)?;
                if !copied.is_open {
                    return Err(Error::AnswerOld { item: reference });
                }
                Ok((copied, reference, item.files.outputs))
            })?;
            let mut delivered = section.deliverables(&wanted);
            if !wanted.iter().any(|name| name == ANSWER) {
                // Answers without a name of their own would be published over each other.
                for one in delivered.iter_mut().filter(|one| one.path == ANSWER) {
                    one.path = format!("answer-{reference}.md");
                }
            }
            let own: Vec<Deliverable> = if several {
                // Several items share the files: each takes those it was asked for.
                let (own, others) = files
                    .into_iter()
                    .partition(|file| wanted.iter().any(|name| name.rsplit('/').next() == Some(file.name())));
                files = others;
                own
            } else {
                std::mem::take(&mut files)
            };
            delivered.extend(own);
            if delivered.iter().all(|one| one.content.is_empty()) {
                return Err(Error::AnswerEmpty { item: Some(reference) });
            }
            targets.push((copied, delivered));
        }
        if files.is_empty() { Ok(targets) } else { Err(Error::FilesWithoutItem) }
    }

    /// Unveils, checks and keeps what was delivered. Objects that no row names are harmless.
    fn keep(&self, copied: CopiedBrief, delivered: Vec<Deliverable>) -> Result<Arrived, Error> {
        let veil = veil_of(&copied);
        let delivered: Vec<Deliverable> =
            delivered.into_iter().map(|one| unveiled(one, veil.as_ref())).collect();
        for one in &delivered {
            publish::prove(&[&one.path]).map_err(|_| Error::FileNameRefused { path: one.path.clone() })?;
        }
        let item_id = copied.item_id;
        let attempt_id = copied.attempt_id;
        let data = self.folder().to_owned();
        let (planned, workspace, manifest) = self.store.read(move |connection| {
            let item = items::by_id(connection, item_id)?.ok_or_else(|| missing(item_id))?;
            let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(item_id))?;
            let nonce = attempts::of_item(connection, item_id)?
                .into_iter()
                .find(|one| one.id == attempt_id)
                .and_then(|one| one.nonce);
            let manifest = match nonce {
                Some(nonce) => deliverables::first_checkpoint(connection, &nonce)?,
                None => None,
            };
            Ok::<_, Error>((asked(connection, item_id)?, workspace_of(&data, &job), manifest))
        })?;
        let manifest: BTreeMap<String, Option<String>> =
            manifest.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let base_of = |path: &String| match manifest.get(path) {
            Some(base) => base.clone(),
            None => hash_of_file(&workspace.join(path)),
        };
        let is_other = |one: &&Deliverable| {
            base_of(&one.path).is_some_and(|base| base != Hash::of(&one.content).to_string())
        };
        let changed: Vec<String> = delivered.iter().filter(is_other).map(|one| one.path.clone()).collect();
        let came = CameBack {
            delivered: &delivered,
            folder: &workspace,
            changed: &changed,
            stop: &CancellationToken::new(),
        };
        let checks = planned.into_iter().map(|asked| self.checked(asked, came));
        let checks = checks.collect::<Result<_, _>>()?;
        let mut kept: Vec<Kept> = vec![];
        for one in &delivered {
            let hash = self.objects.put(&one.content).map_err(keeping)?;
            let base_hash = base_of(&one.path);
            let bytes = i64::try_from(one.content.len()).unwrap_or(i64::MAX);
            let new = Kept { path: one.path.clone(), hash, bytes, base_hash };
            // The same name twice: the later one is what the chat corrected.
            match kept.iter_mut().find(|earlier| earlier.path == new.path) {
                Some(earlier) => *earlier = new,
                None => kept.push(new),
            }
        }
        Ok(Arrived { copied, deliverables: kept, checks })
    }

    fn pasted_view(&self, pasted: Vec<ItemId>) -> Result<PasteView, Error> {
        let words = self.words();
        let contents = self.contents();
        self.store.read(move |connection| {
            let mut items = vec![];
            for id in pasted {
                let item = items::by_id(connection, id)?.ok_or_else(|| missing(id))?;
                let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(id))?;
                let card = Cards::read(connection, words, &job)?.card(id).ok_or_else(|| missing(id))?;
                let attempt = attempts::of_item(connection, id)?.pop().ok_or_else(|| missing(id))?;
                items
                    .push(PastedItem { card, attempt: attempt_view(connection, words, &contents, attempt)? });
            }
            Ok(PasteView { items, notes: vec![] })
        })
    }
}

pub(crate) fn missing(item: ItemId) -> Error {
    Error::ItemNotFound { item: item.to_string() }
}

pub(crate) fn keeping(source: halfday_runner::Error) -> Error {
    Error::KeepDeliverable { source: Box::new(source) }
}

/// A rejection from its code.
pub(crate) fn rejection(code: &str) -> Result<Rejection, Error> {
    let plain = code.trim().replace('-', "_");
    Rejection::from_code(&plain).ok_or_else(|| Error::UnknownReason { reason: code.to_owned() })
}

/// Where results of a job go: the person's folder, else one of the job's own.
pub(crate) fn workspace_of(data: &Path, job: &Job) -> PathBuf {
    match &job.workspace {
        Some(folder) => PathBuf::from(folder),
        None => data.join("results").join(job.number.to_string()),
    }
}

/// The hash of a file as it is now; `None`: there is none.
pub(crate) fn hash_of_file(path: &Path) -> Option<String> {
    let content = std::fs::read(path).ok()?;
    Some(Hash::of(&content).to_string())
}

/// Reads the files a person gives, each under its own name.
pub(crate) fn read_files(paths: &[String]) -> Result<Vec<Deliverable>, Error> {
    paths
        .iter()
        .map(|path| {
            let path = PathBuf::from(path);
            let content =
                std::fs::read(&path).map_err(|source| Error::ReadFile { path: path.clone(), source })?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Ok(Deliverable::new(&name, &content))
        })
        .collect()
}

/// Closes the attempt as the machine decides and stores what came back.
fn store_arrived(work: &mut Work<'_>, arrived: Arrived, rounds: Option<u32>) -> Result<ItemId, Error> {
    let item_id = arrived.copied.item_id;
    let item = items::by_id(work.tx, item_id)?.ok_or_else(|| missing(item_id))?;
    let attempt = arrived.copied.attempt_id;
    work.about(&item);
    let outcome = outcome_of(&arrived.checks);
    if let Some(rounds) = rounds {
        attempts::set_rounds(work.tx, attempt, rounds)?;
    }
    close_attempt(work, attempt, outcome, None)?;
    for one in &arrived.deliverables {
        store_deliverable(work, attempt, one)?;
    }
    for one in &arrived.checks {
        deliverables::insert_check(
            work.tx,
            &deliverables::Check {
                id: work.ids.make(CheckId::from_parts)?,
                attempt_id: attempt,
                planned_id: Some(one.planned.id),
                round: 0,
                result: one.result.code().to_owned(),
                detail: one.detail.clone(),
                at: work.at,
            },
        )?;
    }
    work.happen(&item, ItemEvent::Delivered)?;
    work.event(EventKind::AttemptEnded, Some(&item), json!({ "outcome": outcome.code().code() }))?;
    Ok(item_id)
}

/// What the attempt's machine makes of a paste.
fn outcome_of(checks: &[Checked]) -> Outcome {
    let failing: Vec<String> = checks
        .iter()
        .filter(|one| one.result == CheckResult::Fails)
        .map(|one| one.planned.id.to_string())
        .collect();
    let said =
        if failing.is_empty() { ChecksSaid::AllHold } else { ChecksSaid::SomeFail(Feedback { failing }) };
    let waiting = State::Waiting { why: WaitingFor::Paste, round: 0, turn: Turn::Over };
    let (checking, _) =
        run::step(waiting, Event::Finished { delivered: Delivered::Something }, &Limits::CLIPBOARD);
    let (_, effects) = run::step(checking, Event::Checked(said), &Limits::CLIPBOARD);
    effects
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Close(outcome) => Some(outcome),
            Effect::TakeCheckpoint
            | Effect::StartAgent { .. }
            | Effect::EndTurn
            | Effect::Park { .. }
            | Effect::Rehearse
            | Effect::RunChecks { .. }
            | Effect::LookAgain { .. }
            | Effect::RestoreCheckpoint
            | Effect::Ask(_) => None,
        })
        .unwrap_or(Outcome::Delivered)
}

pub(crate) fn store_deliverable(work: &Work<'_>, attempt_id: AttemptId, one: &Kept) -> Result<(), Error> {
    Ok(deliverables::insert(
        work.tx,
        &deliverables::Deliverable {
            id: work.ids.make(DeliverableId::from_parts)?,
            attempt_id,
            path: one.path.clone(),
            hash: one.hash.to_string(),
            bytes: one.bytes,
            base_hash: one.base_hash.clone(),
            reworked_hash: None,
        },
    )?)
}

/// The text of an object, if it is one.
pub(crate) fn object_text(objects: &Objects, hash: &str) -> Option<String> {
    let content = objects.get(&hash.parse().ok()?).ok()?;
    String::from_utf8(content).ok()
}
