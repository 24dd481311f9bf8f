//! Verdicts: one queue, three answers. Accepting publishes; the files and the record agree even if
//! the program dies in between ([`crate::publishing`]).

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::{EventKind, Origin};
use halfday_domain::facts::{IntervalKind, IntervalSource};
use halfday_domain::fmt;
use halfday_domain::id::{AttemptId, DeliverableId, FollowUpId, ReviewId};
use halfday_domain::item::{AfterRejection, ItemEvent, ItemStatus};
use halfday_domain::review::{Verdict, VerdictCode};
use halfday_domain::words::Words;
use halfday_store::attempts;
use halfday_store::deliverables::{self, Publication};
use halfday_store::items::{self, Item};
use halfday_store::jobs;
use halfday_store::reviews::{self, NewReview};
use serde_json::json;

use crate::api::{
    AttemptView, ItemView, ListReview, PendingReview, ReportWrong, ReviewAttempt, ReviewQueue, Then,
    VerdictInput, VerdictView,
};
use crate::assign::add_interval;
use crate::attempts::attempt_view;
use crate::clipboard::{missing, read_files, rejection};
use crate::publishing::Accepting;
use crate::reference;
use crate::views::Cards;
use crate::work::Work;
use crate::{App, Error};

/// How many words a person reads in a minute, about.
const WORDS_PER_MINUTE: usize = 220;

impl App {
    /// What waits for a verdict, shortest first.
    pub fn review_queue(&self, _: ListReview) -> Result<ReviewQueue, Error> {
        let words = self.words();
        let contents = self.contents();
        self.store.read(move |connection| {
            let mut pending = vec![];
            for item in items::in_review(connection)? {
                let Some(job) = jobs::by_id(connection, item.job_id)? else { continue };
                let Some(card) = Cards::read(connection, words, &job)?.card(item.id) else { continue };
                let Some(last) = attempts::of_item(connection, item.id)?.pop() else { continue };
                let attempt = attempt_view(connection, words, &contents, last)?;
                let length = reading_length(&attempt);
                let read_text = read_text(words, &attempt);
                pending
                    .push((length, PendingReview { card, job_title: job.title.clone(), attempt, read_text }));
            }
            pending.sort_by_key(|(length, _)| *length);
            Ok(ReviewQueue { items: pending.into_iter().map(|(_, pending)| pending).collect() })
        })
    }

    /// Records a verdict. Accepting writes the files into the person's folder, all or none.
    pub fn review_attempt(&self, request: ReviewAttempt) -> Result<VerdictView, Error> {
        let (verdict, after) = match &request.verdict {
            VerdictInput::Accept => (Verdict::Accepted, None),
            VerdictInput::Rework { .. } => (Verdict::AcceptedAfterRework, None),
            VerdictInput::Reject { reason, step, then, .. } => {
                let verdict = Verdict::Rejected { reason: rejection(reason)?, first_wrong_step: *step };
                let after = match then {
                    Then::Retry => AfterRejection::Retry,
                    Then::TakeBack => AfterRejection::TakeBack,
                };
                (verdict, Some(after))
            }
        };
        let review = self.ids().make(ReviewId::from_parts)?;
        let edited = match &request.verdict {
            VerdictInput::Rework { with, .. } => read_files(with)?,
            VerdictInput::Accept | VerdictInput::Reject { .. } => vec![],
        };
        let accepting = match after {
            None => Some(self.accepting(&request.item, &edited)?),
            Some(_) => None,
        };
        let published = accepting.as_ref().map(|accepting| self.publish(accepting, review)).transpose()?;
        let paths: Vec<String> = published.iter().flatten().map(|file| file.target.clone()).collect();
        let rows = published.unwrap_or_default();
        let reworked = accepting.as_ref().map(|accepting| accepting.reworked.clone()).unwrap_or_default();
        let spent = spent_minutes(&request);
        // The window watches the review; the terminal is told.
        let watched = match self.origin {
            Origin::Window => IntervalSource::Measured,
            Origin::Terminal => IntervalSource::Declared,
        };
        let recorded = self.command("review", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let attempt = in_review(work, &item)?;
            record_as(work, &item, attempt, review, verdict, note_of(&request.verdict))?;
            for (deliverable, hash) in &reworked {
                deliverables::set_reworked(work.tx, *deliverable, hash)?;
            }
            store_publications(work, attempt, &item, rows)?;
            let declared = IntervalSource::Declared;
            if let VerdictInput::Rework { minutes, .. } = &request.verdict {
                let ms = i64::from(*minutes) * 60_000;
                add_interval(work, &item, Some(review), IntervalKind::Rework, declared, work.at - ms, ms)?;
            }
            if let Some(minutes) = request.review_minutes {
                let ms = i64::from(minutes) * 60_000;
                add_interval(work, &item, Some(review), IntervalKind::Review, watched, work.at - ms, ms)?;
            }
            match after {
                None => work.happen(&item, ItemEvent::Accepted)?,
                Some(after) => send_back(work, &item, after)?,
            }
            Ok(item.id)
        });
        match recorded {
            Ok(item) => {
                self.acknowledge(review)?;
                self.verdict_view(item, verdict.code(), spent, paths)
            }
            Err(error) => {
                if let Some(accepting) = accepting.filter(|_| !paths.is_empty()) {
                    self.take_back_unrecorded(&accepting, review)?;
                }
                Err(error)
            }
        }
    }

    fn verdict_view(
        &self,
        id: halfday_domain::id::ItemId,
        verdict: VerdictCode,
        spent: Option<u32>,
        published: Vec<String>,
    ) -> Result<VerdictView, Error> {
        let words = self.words();
        let view = self.item_view(id)?;
        let done = match verdict {
            VerdictCode::Accepted | VerdictCode::AcceptedAfterRework => {
                let estimate = view.card.estimate_text.as_str();
                match spent.map(|minutes| fmt::duration(words.language(), f64::from(minutes))) {
                    Some(spent) => {
                        words.say("verdict-recorded-spent", &[("spent", &spent), ("estimate", estimate)])
                    }
                    None => words.say("verdict-recorded", &[("estimate", estimate)]),
                }
            }
            VerdictCode::Rejected => words.word("verdict-recorded-rejected"),
        };
        let text = match self.first_time_text()? {
            Some(count) => words.say("sentences", &[("first", &done), ("second", &count)]),
            None => done,
        };
        Ok(VerdictView { card: view.card, text, published, notice: view.notice })
    }

    /// An accepted item turned out wrong, any time later.
    pub fn report_wrong(&self, request: ReportWrong) -> Result<ItemView, Error> {
        let reason = rejection(&request.reason)?;
        let item = self.command("wrong", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let accepted = attempts::of_item(work.tx, item.id)?.last().and_then(|last| last.verdict);
            match (item.status, accepted) {
                (ItemStatus::Done, Some(VerdictCode::Accepted | VerdictCode::AcceptedAfterRework)) => {}
                _ => return Err(Error::NeverAccepted { item: reference::reference_of(work.tx, &item)? }),
            }
            let id = work.ids.make(FollowUpId::from_parts)?;
            reviews::insert_follow_up(
                work.tx,
                &reviews::NewFollowUp {
                    id,
                    item_id: item.id,
                    question_id: None,
                    wrong: Some(reason),
                    answered_at: work.at,
                },
            )?;
            work.about(&item);
            work.made(Change::Reinstate { facts: vec![Fact::FollowUp(id)] });
            work.event(EventKind::Reviewed, Some(&item), json!({ "held": false, "reason": reason.code() }))?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }

    /// What would be published if this item were accepted now.
    fn accepting(
        &self,
        item: &str,
        edited: &[halfday_runner::deliverable::Deliverable],
    ) -> Result<Accepting, Error> {
        let named = item.to_owned();
        let data = self.folder().to_owned();
        let (delivered, workspace) = self.store.read(move |connection| {
            let item = reference::item(connection, &named)?;
            let last = attempts::of_item(connection, item.id)?.pop();
            let last = match last {
                Some(last) if item.status == ItemStatus::InReview => last,
                Some(_) | None => {
                    let item_text = reference::reference_of(connection, &item)?;
                    return Err(Error::NotAllowed { item: item_text, status: item.status.code().to_owned() });
                }
            };
            let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(item.id))?;
            let delivered = deliverables::of_attempt(connection, last.id)?;
            Ok::<_, Error>((delivered, crate::clipboard::workspace_of(&data, &job)))
        })?;
        self.prepare(delivered, workspace, edited)
    }
}

/// How many words its deliverables have.
fn reading_length(attempt: &AttemptView) -> usize {
    attempt
        .deliverables
        .iter()
        .filter_map(|one| one.text.as_deref())
        .map(halfday_runner::show::reading_words)
        .sum()
}

/// About how long reading what came back takes.
pub(crate) fn read_text(words: &Words, attempt: &AttemptView) -> String {
    let minutes = reading_length(attempt).div_ceil(WORDS_PER_MINUTE).max(1);
    let duration = fmt::duration(words.language(), minutes as f64);
    words.say("read-about", &[("minutes", duration.as_str())])
}

/// What the person spent on this answer, as far as they said.
fn spent_minutes(request: &ReviewAttempt) -> Option<u32> {
    let rework = match request.verdict {
        VerdictInput::Rework { minutes, .. } => Some(minutes),
        VerdictInput::Accept | VerdictInput::Reject { .. } => None,
    };
    match (request.review_minutes, rework) {
        (None, None) => None,
        (review, rework) => Some(review.unwrap_or(0) + rework.unwrap_or(0)),
    }
}

fn note_of(verdict: &VerdictInput) -> String {
    match verdict {
        VerdictInput::Reject { note, .. } => note.clone().unwrap_or_default(),
        VerdictInput::Accept | VerdictInput::Rework { .. } => String::new(),
    }
}

/// The attempt whose deliverable waits for a verdict.
fn in_review(work: &Work<'_>, item: &Item) -> Result<AttemptId, Error> {
    let last = attempts::of_item(work.tx, item.id)?.pop();
    match last {
        Some(last) if item.status == ItemStatus::InReview => Ok(last.id),
        Some(_) | None => Err(work.not_allowed(item)?),
    }
}

/// Records a verdict with an id of its own.
pub(crate) fn record(
    work: &mut Work<'_>,
    item: &Item,
    attempt: AttemptId,
    verdict: Verdict,
    note: String,
) -> Result<(), Error> {
    let id = work.ids.make(ReviewId::from_parts)?;
    record_as(work, item, attempt, id, verdict, note)
}

fn record_as(
    work: &mut Work<'_>,
    item: &Item,
    attempt_id: AttemptId,
    id: ReviewId,
    verdict: Verdict,
    note: String,
) -> Result<(), Error> {
    work.about(item);
    reviews::insert(work.tx, &NewReview { id, attempt_id, verdict, note, reviewed_at: work.at })?;
    work.made(Change::Reinstate { facts: vec![Fact::Review(id)] });
    work.event(EventKind::Reviewed, Some(item), json!({ "verdict": verdict.code().code() }))
}

fn store_publications(
    work: &mut Work<'_>,
    attempt: AttemptId,
    item: &Item,
    rows: Vec<Published>,
) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let count = rows.len();
    for row in rows {
        deliverables::insert_publication(
            work.tx,
            &Publication {
                deliverable_id: row.deliverable,
                target: row.target,
                before_hash: row.before_hash,
                after_hash: row.after_hash,
                published_at: work.at,
                taken_back_at: None,
            },
        )?;
    }
    work.made(Change::Publish { attempt });
    work.event(EventKind::Published, Some(item), json!({ "files": count }))
}

/// A published file, to be recorded.
pub(crate) struct Published {
    pub(crate) deliverable: DeliverableId,
    pub(crate) target: String,
    pub(crate) before_hash: Option<String>,
    pub(crate) after_hash: String,
}

fn send_back(work: &mut Work<'_>, item: &Item, after: AfterRejection) -> Result<(), Error> {
    work.happen(item, ItemEvent::SentBack(after))?;
    match after {
        AfterRejection::Retry => Ok(()),
        AfterRejection::TakeBack => {
            crate::leave::end_assignment(work, item)?;
            if item.scope != halfday_domain::facts::Scope::Item {
                let open = Item { status: ItemStatus::Open, ..item.clone() };
                work.happen(&open, ItemEvent::Dropped)?;
            }
            Ok(())
        }
    }
}
