//! An attempt made ready for the driver: its agent, its folder, its brief, its record.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::run::Limits;
use halfday_domain::words::Words;
use halfday_runner::attempt::Attempt;
use halfday_runner::attempt::beside::Rehearsal;
use halfday_runner::attempt::budget::Purse;
use halfday_runner::veil::SharedVeil;
use halfday_store::owned;

use super::claim::Claimed;
use super::measure::Measure;
use super::recorder::Recorder;
use super::{Listener, WorkOptions};
use crate::reach::reach;
use crate::veiled::kept_names;
use crate::{App, Error, budget, item_commands, prices};

impl App {
    /// Everything the driver needs for a claimed item.
    pub(super) fn attempt(
        &self,
        claimed: &Claimed,
        options: &WorkOptions,
        purse: &Arc<Purse>,
        listener: Listener,
    ) -> Result<(Attempt, Option<SharedVeil>), Error> {
        let told = self.told(claimed)?;
        if let Some(veil) = kept_names(&told.veiled) {
            let (hold, at) = (claimed.hold, self.now());
            self.store.write(move |tx| {
                owned::touch(tx, hold, at)?;
                Ok::<_, Error>(owned::set_veil(tx, hold.attempt, &veil)?)
            })?;
        }
        let words = Words::of(told.language);
        let veil = told.veil.map(SharedVeil::new);
        let recorder = Recorder::new(self.clone(), claimed.clone(), words, veil.clone(), listener);
        let beside = self.beside_setting()?;
        let item = claimed.item.id;
        let asked = claimed.item.clone();
        let commands = self.store.read(move |connection| item_commands::commands(connection, &asked))?;
        let second_look =
            if beside.second_look { Some(self.second_look(claimed, words, veil.as_ref())?) } else { None };
        let agent = claimed.agent.clone();
        let price = self.store.read(move |connection| prices::of_agent(connection, &agent))?;
        let attempt = Attempt {
            agent: reach(&claimed.agent, self, veil.as_ref()),
            staging: Box::new(self.copy_for(claimed)?),
            record: Arc::new(recorder),
            brief: told.text,
            closing: told.closing,
            criteria: told.criteria,
            veil: veil.clone(),
            words,
            commands,
            is_measured: !self.store.read(move |connection| Measure::of(connection, item))?.is_empty(),
            limits: Limits { beside, ..Limits::AGENT },
            rehearsal: beside
                .rehearsal
                .then(|| Rehearsal { agent: self.agent_beside(&claimed.agent, "rehearsal", veil.as_ref()) }),
            second_look,
            budget: self.budget(options.budget)?,
            purse: budget::purse(options.budget, purse),
            price,
            silence: Duration::from_millis(options.silence_ms),
            attempts: claimed.tried,
        };
        Ok((attempt, veil))
    }
}
