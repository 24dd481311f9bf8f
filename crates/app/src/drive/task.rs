//! An attempt made ready for the driver: its agent, its folder, its brief, its record.

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::run::Limits;
use halfday_domain::words::Words;
use halfday_runner::agents::Commands;
use halfday_runner::attempt::Attempt;
use halfday_runner::attempt::budget::{Budget, Purse};
use halfday_runner::attempt::plain::{PlainStaging, Source};
use halfday_runner::attempt::staging::Staging;
use halfday_runner::veil::SharedVeil;
use halfday_store::{items, owned, steps};

use super::claim::Claimed;
use super::recorder::Recorder;
use super::{Listener, WorkOptions};
use crate::clipboard::workspace_of;
use crate::held::files_of;
use crate::reach::{price_of, reach};
use crate::veiled::kept_names;
use crate::{App, Error};

impl App {
    /// Everything the driver needs for a claimed item.
    pub(super) fn attempt(
        &self,
        claimed: &Claimed,
        options: &WorkOptions,
        purse: Arc<Purse>,
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
        let budget = options.budget;
        let attempt = Attempt {
            agent: reach(&claimed.agent, self, veil.as_ref()),
            staging: self.staging(claimed)?,
            record: Arc::new(recorder),
            brief: told.text,
            words,
            commands: Commands::Off,
            limits: Limits::AGENT,
            budget: Budget {
                tokens: budget.tokens,
                money_nano: budget.money_nano,
                time: budget.minutes.map(|minutes| Duration::from_secs(u64::from(minutes) * 60)),
                steps: budget.steps,
            },
            purse,
            price: price_of(&claimed.agent),
            silence: Duration::from_millis(options.silence_ms),
            attempts: claimed.tried,
        };
        Ok((attempt, veil))
    }

    fn staging(&self, claimed: &Claimed) -> Result<Box<dyn Staging>, Error> {
        let (item, from) = (claimed.item.clone(), claimed.goes_on_from);
        let (files, taken) = self.store.read(move |connection| {
            let files = files_of(&item, &items::covered_by(connection, item.id)?);
            let taken = from.map(|from| steps::checkpoints(connection, from)).transpose()?;
            Ok::<_, Error>((files, taken.unwrap_or_default()))
        })?;
        let place = workspace_of(self.folder(), &claimed.job);
        let source = if claimed.job.workspace.is_some() { Source::Folder(place) } else { Source::Own(place) };
        let snapshots = taken.first().zip(taken.last());
        Ok(Box::new(PlainStaging {
            folder: self.staging_folder().join(claimed.hold.attempt.to_string()).join("files"),
            source,
            inputs: files.inputs,
            outputs: files.outputs,
            objects: self.objects.clone(),
            goes_on_from: snapshots.map(|(first, last)| (first.1.clone(), last.1.clone())),
        }))
    }
}
