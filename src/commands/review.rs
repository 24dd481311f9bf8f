//! Verdicts.

use halfday_app::App;
use halfday_app::api::{
    self, CheckView, ItemRef, ListReview, PendingReview, ReportWrong, ReviewAttempt, VerdictInput,
};
use halfday_app::api::{ReviewQueue, VerdictView};
use serde::Serialize;

use crate::args::{Review, Then, Verdict, Wrong};
use crate::commands::checklist::about_item;
use crate::complaint::Complaint;
use crate::documents::{self, Attempt, VERSION};
use crate::draw;
use crate::failure::Failure;
use crate::output::{Form, Out};
use crate::text::one_line;

#[derive(Serialize)]
struct Queue<'a> {
    version: u32,
    items: Vec<Pending<'a>>,
}

#[derive(Serialize)]
struct Pending<'a> {
    #[serde(flatten)]
    item: documents::Item<'a>,
    job_title: &'a str,
    attempt: Attempt<'a>,
    deliverables: Vec<Deliverable<'a>>,
    checks: Vec<Check<'a>>,
}

#[derive(Serialize)]
struct Deliverable<'a> {
    path: &'a str,
    bytes: i64,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct Check<'a> {
    text: &'a str,
    result: &'a str,
    detail: &'a str,
    evidence: Option<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    said: &'a str,
    text: &'a str,
}

impl<'a> From<&'a CheckView> for Check<'a> {
    fn from(check: &'a CheckView) -> Self {
        let evidence = check.evidence.as_ref();
        Self {
            text: &check.text,
            result: &check.result,
            detail: &check.detail,
            evidence: evidence.map(|one| Evidence { said: &one.said, text: &one.text }),
        }
    }
}

impl<'a> From<&'a PendingReview> for Pending<'a> {
    fn from(pending: &'a PendingReview) -> Self {
        let files = pending.attempt.deliverables.iter();
        let checks = pending.attempt.checks.iter();
        Self {
            item: (&pending.card).into(),
            job_title: &pending.job_title,
            attempt: (&pending.attempt).into(),
            deliverables: files
                .map(|file| Deliverable { path: &file.path, bytes: file.bytes, text: file.text.as_deref() })
                .collect(),
            checks: checks.map(Check::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct Judged<'a> {
    version: u32,
    item: documents::Item<'a>,
    published: &'a [String],
    notice: Option<&'a str>,
}

pub(crate) fn review(args: Review, app: &App, out: &Out) -> Result<(), Failure> {
    match (args.item, args.verdict) {
        (None, None) => {
            let queue = app.review_queue(ListReview {})?;
            let document = Queue { version: VERSION, items: queue.items.iter().map(Pending::from).collect() };
            out.document(&document, |page| draw::queue(page, &queue))
        }
        (Some(item), None) => look(item, app, out),
        (None, Some(_)) => Err(Complaint::new(out.words(), "review-item", &[]).into()),
        (Some(item), Some(verdict)) => judge(item, verdict, app, out),
    }
}

/// Shows what came back for one item.
fn look(item: String, app: &App, out: &Out) -> Result<(), Failure> {
    let shown = app.show_item(ItemRef { item })?;
    let ReviewQueue { items } = app.review_queue(ListReview {})?;
    let Some(pending) = items.iter().find(|pending| pending.card.id == shown.card.id) else {
        let item = [("item", shown.card.reference.as_str())];
        let document = Queue { version: VERSION, items: vec![] };
        return out.answer(&document, &out.words().say("terminal-review-none", &item));
    };
    let document = Queue { version: VERSION, items: vec![pending.into()] };
    out.document(&document, |page| draw::deliverable_text(page, pending))
}

fn judge(item: String, verdict: Verdict, app: &App, out: &Out) -> Result<(), Failure> {
    let (verdict, review_minutes) = match verdict {
        Verdict::Accept { review_minutes } => (VerdictInput::Accept, review_minutes),
        Verdict::Rework { minutes, with_files, review_minutes } => {
            let minutes = minutes.ok_or(halfday_app::Error::ReworkWithoutMinutes)?;
            (VerdictInput::Rework { minutes, with: with_files }, review_minutes)
        }
        Verdict::Reject { reason, step, note, then, review_minutes } => {
            let then = match then {
                Some(Then::Retry) | None => api::Then::Retry,
                Some(Then::TakeBack) => api::Then::TakeBack,
            };
            (VerdictInput::Reject { reason: reason.replace('-', "_"), step, note, then }, review_minutes)
        }
    };
    let view = app.review_attempt(ReviewAttempt { item, verdict, review_minutes })?;
    match out.form() {
        Form::Json => {
            let (item, published, notice) = ((&view.card).into(), &view.published, view.notice.as_deref());
            out.json(&Judged { version: VERSION, item, published, notice })
        }
        Form::Page => {
            judged(&view, out);
            Ok(())
        }
    }
}

fn judged(view: &VerdictView, out: &Out) {
    let words = out.words();
    let args = [
        ("item", view.card.reference.as_str()),
        ("title", &one_line(&view.card.title)),
        ("status", &view.card.status_text),
    ];
    out.say(&words.say("terminal-judged", &args));
    out.say(&view.text);
    for file in &view.published {
        out.say(&words.say("terminal-published", &[("file", &one_line(file))]));
    }
    notice(view.notice.as_deref(), &view.card.reference, out);
}

/// Something should be changed before the next attempt, and how.
pub(crate) fn notice(notice: Option<&str>, item: &str, out: &Out) {
    if let Some(notice) = notice {
        out.say(notice);
        let how = out.words().say("terminal-change-something", &[("item", item)]);
        out.say(&format!("  {}", out.words().say("terminal-hint", &[("hint", &how)])));
    }
}

pub(crate) fn wrong(args: Wrong, app: &App, out: &Out) -> Result<(), Failure> {
    let reason = args.reason.replace('-', "_");
    let view = app.report_wrong(ReportWrong { item: args.item, reason })?;
    about_item("terminal-wrong", &view, out)
}
