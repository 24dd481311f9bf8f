//! "Would I have used it?": the person's word on an attempt beside the work, once it is no longer sealed. Kept as the
//! three verdicts; nothing is published, and the item stays as it is.

use halfday_domain::attempt::{Outcome, Purpose};
use halfday_domain::id::AttemptId;
use halfday_domain::review::{Rejection, Verdict};
use halfday_store::{attempts, items};

use crate::api::{AttemptsView, ItemRef, JudgeTried, WouldUse};
use crate::clipboard::{missing, rejection};
use crate::reference::reference_of;
use crate::{App, Error, review};

impl App {
    /// Keeps the word. Said anew, it takes the place of the one before.
    pub fn judge_tried(&self, request: JudgeTried) -> Result<AttemptsView, Error> {
        let id: AttemptId =
            request.attempt.parse().map_err(|_| Error::BadReference { text: request.attempt.clone() })?;
        let reason = request.reason.as_deref().map(rejection).transpose()?;
        let verdict = match request.used {
            WouldUse::AsIs => Verdict::Accepted,
            WouldUse::AfterFix => Verdict::AcceptedAfterRework,
            WouldUse::No => {
                Verdict::Rejected { reason: reason.unwrap_or(Rejection::Other), first_wrong_step: None }
            }
        };
        let item = self.command("judge", move |work| {
            let attempt = attempts::by_id(work.tx, id)?.ok_or(Error::NotJudgedHere)?;
            let is_beside = match attempts::purpose_of(work.tx, id)? {
                Some(Purpose::Shadow | Purpose::Bench) => true,
                Some(Purpose::Work) | None => false,
            };
            let is_sealed = attempts::is_sealed(work.tx, id)?;
            if !is_beside || is_sealed || attempt.outcome != Some(Outcome::Delivered) {
                return Err(Error::NotJudgedHere);
            }
            let item = items::by_id(work.tx, attempt.item_id)?.ok_or_else(|| missing(attempt.item_id))?;
            if let Some(before) = halfday_store::reviews::standing(work.tx, id)? {
                let facts = vec![halfday_domain::change::Fact::Review(before)];
                work.change(halfday_domain::change::Change::Withdraw { facts })?;
            }
            review::record(work, &item, id, verdict, String::new())?;
            reference_of(work.tx, &item)
        })?;
        self.item_attempts(ItemRef { item })
    }
}
