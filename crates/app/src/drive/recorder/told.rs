//! What happened, told to whoever looks on, after it was written down.

use halfday_domain::attempt::Outcome;
use halfday_domain::item::AfterFailure;
use halfday_runner::attempt::record::Entry;
use serde_json::json;

use super::{Recorder, kind_code};
use crate::api::WorkEventKind;
use crate::attempts::{SECOND_LOOK, outcome_text};
use crate::drive::beside;
use crate::drive::happened::step_text;

impl Recorder {
    pub(super) fn tell(&self, entry: &Entry, number: Option<u32>, at: i64) {
        let words = self.app.words();
        match entry {
            Entry::Step { step, score, mark, snapshot } => {
                let kind = kind_code(step.kind);
                let about = self.unveiled(&step.about);
                let facts = json!({
                    "number": number, "kind": kind, "about": about, "went_well": step.went_well,
                    "score": score, "mark": mark.code(), "checkpoint": snapshot.is_some(),
                });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, kind, &about), facts);
            }
            Entry::Milestone(title) => {
                let about = self.unveiled(title);
                let facts = json!({ "number": number, "kind": "milestone", "about": about });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, "milestone", &about), facts);
            }
            Entry::Checkpoint { label, .. } => {
                let facts = json!({ "label": label });
                self.teller.tell(WorkEventKind::Checkpoint, at, words.word("work-checkpoint"), facts);
            }
            Entry::Used(usage) => {
                let facts = json!({
                    "tokens_in": usage.tokens_in, "tokens_out": usage.tokens_out,
                    "reported_cost_nano": usage.reported_cost_nano,
                });
                self.teller.tell(WorkEventKind::Used, at, String::new(), facts);
            }
            Entry::Warned(reason) => {
                let facts = json!({ "budget": reason.code() });
                let text = words.word(&format!("work-warned-{}", reason.code()));
                self.teller.tell(WorkEventKind::Warned, at, text, facts);
            }
            Entry::Parked { why, after_ms } => {
                let facts = json!({ "why": why.code(), "until": at + after_ms });
                let text = words.word(&format!("status-waiting-{}", why.code()));
                self.teller.tell(WorkEventKind::Parked, at, text, facts);
            }
            Entry::GoesOn => {
                self.teller.tell(WorkEventKind::GoesOn, at, words.word("happened-answered"), json!({}));
            }
            Entry::Rehearsed(lines) => {
                let about = self.unveiled(&lines.join(" · "));
                let facts = json!({ "number": number, "kind": "rehearsal", "about": about });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, "rehearsal", &about), facts);
            }
            Entry::LookedAgain(answers) => {
                let about = beside::summary(&self.plainly(answers));
                let facts = json!({ "number": number, "kind": SECOND_LOOK, "about": about });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, SECOND_LOOK, &about), facts);
            }
            Entry::Finished { finish, .. } => {
                let said = self.unveiled(&finish.said);
                let facts = json!({
                    "number": number, "kind": "finish", "about": said, "confidence": finish.confidence,
                });
                self.teller.tell(WorkEventKind::Step, at, step_text(words, "finish", &said), facts);
            }
            Entry::Closed { outcome, detail } => {
                let again = self.after(*outcome) == AfterFailure::Retry;
                let facts = json!({
                    "outcome": outcome.code().code(), "reason": outcome.reason_code(), "detail": detail,
                    "tried_again": again && matches!(outcome, Outcome::Failed(_)),
                });
                self.teller.tell(WorkEventKind::Ended, at, outcome_text(words, *outcome), facts);
            }
            // The answer that made it needless is told by itself.
            Entry::Withdrawn(_) => {}
        }
    }
}
