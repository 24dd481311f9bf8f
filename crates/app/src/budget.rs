//! The most an attempt may take before the person is asked: as they set it, or as they said for one run.

use std::sync::Arc;
use std::time::Duration;

use halfday_runner::attempt::budget::{Budget, Purse};

use crate::api::ChangeSettings;
use crate::settings::set;
use crate::work::Work;
use crate::{App, Error, WorkBudget};

const TOKENS: &str = "budget-tokens";
const MONEY: &str = "budget-nano";
const MINUTES: &str = "budget-minutes";

/// An item is normally worked for at most so long.
const USUAL_MINUTES: u32 = 480;
/// More steps than this are no progress any more.
const USUAL_STEPS: u64 = 400;

/// More than this is a slip of the key.
const MOST_TOKENS: u64 = 1_000_000_000_000;
/// A million dollars, in nano-dollars.
const MOST_NANO: u64 = 1_000_000_000_000_000;
/// A week.
const MOST_MINUTES: u32 = 7 * 24 * 60;

/// The limits as they are set; `None`: no limit.
pub(crate) struct Limits {
    pub(crate) tokens: Option<u64>,
    pub(crate) nano: Option<u64>,
    pub(crate) minutes: Option<u32>,
}

impl App {
    pub(crate) fn limits_setting(&self) -> Result<Limits, Error> {
        let minutes: Option<Option<u32>> = self.read_setting(MINUTES)?;
        Ok(Limits {
            tokens: self.read_setting(TOKENS)?,
            nano: self.read_setting(MONEY)?,
            minutes: minutes.unwrap_or(Some(USUAL_MINUTES)),
        })
    }

    /// What the next attempt of a run may take. What was said for the run wins over the settings.
    pub(crate) fn budget(&self, run: WorkBudget) -> Result<Budget, Error> {
        let set = self.limits_setting()?;
        let minutes = run.minutes.or(set.minutes);
        Ok(Budget {
            tokens: run.tokens.or(set.tokens),
            money_nano: run.money_nano.or(set.nano),
            time: minutes.map(|minutes| Duration::from_secs(u64::from(minutes) * 60)),
            steps: Some(run.steps.unwrap_or(USUAL_STEPS)),
        })
    }
}

/// Whose tokens and money count against the budget: a run with a limit of its own is held to it as a whole,
/// and then to the limits set as well; without one each attempt is held by itself.
pub(crate) fn purse(run: WorkBudget, of_run: &Arc<Purse>) -> Arc<Purse> {
    let is_of_run = run.tokens.is_some() || run.money_nano.is_some();
    if is_of_run { Arc::clone(of_run) } else { Arc::default() }
}

/// Sets the limits that are given; 0 is none.
pub(crate) fn change(work: &mut Work<'_>, request: &ChangeSettings) -> Result<(), Error> {
    if let Some(tokens) = request.budget_tokens {
        set(work, TOKENS, (tokens > 0).then(|| tokens.min(MOST_TOKENS)))?;
    }
    if let Some(nano) = request.budget_nano {
        set(work, MONEY, (nano > 0).then(|| nano.min(MOST_NANO)))?;
    }
    if let Some(minutes) = request.budget_minutes {
        // No limit is said, not left out: left out is the usual one.
        set(work, MINUTES, Some((minutes > 0).then(|| minutes.min(MOST_MINUTES))))?;
    }
    Ok(())
}
