//! "What did AI save you?", asked once before the report of the week that has just ended is opened. A later week is not
//! asked about: by then nobody knows what they felt.

use halfday_domain::felt::FeltSaved;
use halfday_insight::{PeriodStats, Week};

use crate::api::{AnswerFelt, Nothing, WeeksView};
use crate::editions::week_named;
use crate::settings::set;
use crate::{App, Error};

/// What the person said for a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Felt {
    Unasked,
    Skipped,
    Said(FeltSaved),
}

impl App {
    /// Keeps the answer, or that there shall be none; the week is not asked about again.
    pub fn answer_felt(&self, request: AnswerFelt) -> Result<WeeksView, Error> {
        let week = week_named(&request.week)?;
        let felt = request
            .felt
            .map(|code| FeltSaved::from_code(&code).ok_or(Error::UnknownFelt { felt: code }))
            .transpose()?;
        self.command("felt", move |work| set(work, &key(week), Some(felt)))?;
        self.weeks(Nothing {})
    }

    pub(crate) fn felt(&self, week: Week) -> Result<Felt, Error> {
        let said: Option<Option<FeltSaved>> = self.read_setting(key(week))?;
        Ok(match said {
            None => Felt::Unasked,
            Some(None) => Felt::Skipped,
            Some(Some(felt)) => Felt::Said(felt),
        })
    }

    /// Whether the person is to be asked before they see what was measured in this week.
    pub(crate) fn asks_felt(&self, week: Week, numbers: &PeriodStats) -> Result<bool, Error> {
        let has_just_ended = self.calendar().week_of(self.now()).previous() == week;
        let was_handed_over = numbers.first_time.of > 0 || numbers.first_time.unresolved > 0;
        Ok(has_just_ended && was_handed_over && self.felt(week)? == Felt::Unasked)
    }
}

fn key(week: Week) -> String {
    format!("felt-{week}")
}
