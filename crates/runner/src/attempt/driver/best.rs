//! Where the work stood best: an attempt that gets nowhere any more goes back to it, and the next one goes on
//! from there.

use halfday_domain::steps;

use super::{Driver, Kept, result_of};
use crate::attempt::record::{Act, Entry};

/// A state of the folder, and how the work stood with it.
pub(super) struct Best {
    snapshot: String,
    /// How many checks and milestones held.
    holding: usize,
    /// What the steps up to it were worth, on average.
    average: f64,
}

impl Driver {
    /// The folder was just looked at: whether the work stands better than ever. Of equals the later one.
    pub(super) fn note_standing(&mut self) {
        let holding = self.progress.as_ref().map_or(0, super::Progress::holding);
        let average = steps::average(&self.marks);
        let is_best =
            self.best.as_ref().is_none_or(|best| (holding, average) >= (best.holding, best.average));
        if is_best {
            self.best = Some(Best { snapshot: self.snapshot.clone(), holding, average });
        }
    }

    /// Brings the folder back to where the work stood best, and writes that down as its last checkpoint.
    pub(super) async fn go_back(&mut self) -> Kept<()> {
        let Some(best) = self.best.take().filter(|best| best.snapshot != self.snapshot) else {
            return Ok(());
        };
        let act = self.begin(Act::Restore).await?;
        let mut restored = self.attempt.staging.restore(&best.snapshot).await;
        if restored.is_ok() {
            // It is a state of its own, after the one that was left.
            match self.attempt.staging.snapshot().await {
                Ok(snapshot) => self.snapshot = snapshot,
                Err(failure) => restored = Err(failure),
            }
        }
        self.attempt.record.end(act, result_of(&restored)).await?;
        if restored.is_ok() {
            self.keep(Entry::Checkpoint { label: "best", snapshot: self.snapshot.clone() }).await?;
        }
        Ok(())
    }
}
