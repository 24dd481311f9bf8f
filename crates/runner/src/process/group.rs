//! A process group: its leader, whether anything of it runs, and its end.

#[cfg(unix)]
#[path = "group/unix.rs"]
mod system;
#[cfg(not(unix))]
#[path = "group/windows.rs"]
mod system;

use std::process::{Child, ExitStatus};
use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{Exit, spawner};
use crate::error::Error;

/// The pauses between two looks at a group that is ending.
const FIRST_LOOK: Duration = Duration::from_millis(2);
const LONGEST_LOOK: Duration = Duration::from_millis(25);

/// A group by its leader. The leader is not collected before the group has ended: as long as its
/// entry stands in the table of processes, no other group can get this number.
#[derive(Debug)]
pub(super) struct Group {
    leader: Option<Child>,
    id: u32,
}

impl Group {
    pub(super) fn led_by(leader: Child) -> Self {
        Self { id: leader.id(), leader: Some(leader) }
    }

    pub(super) const fn id(&self) -> u32 {
        self.id
    }

    /// Ends all of it: asks, waits `grace`, kills, waits `patience`.
    pub(super) async fn end(&mut self, grace: Duration, patience: Duration) -> Result<Exit, Error> {
        system::ask_to_end(self.id);
        if !self.is_gone_within(grace).await {
            system::kill(self.id);
            if !self.is_gone_within(patience).await {
                return Err(Error::DoesNotEnd { group: self.id });
            }
        }
        let wait = |source| Error::Wait { pid: self.id, source };
        let mut leader = self.leader.take().ok_or_else(|| wait(std::io::ErrorKind::NotFound.into()))?;
        leader.wait().map(exit).map_err(wait)
    }

    async fn is_gone_within(&mut self, limit: Duration) -> bool {
        let started = Instant::now();
        let mut pause = FIRST_LOOK;
        loop {
            if !self.runs() {
                return true;
            }
            if started.elapsed() >= limit {
                return false;
            }
            sleep(pause.min(limit.saturating_sub(started.elapsed()))).await;
            pause = (pause * 2).min(LONGEST_LOOK);
        }
    }

    fn runs(&mut self) -> bool {
        system::runs(self.id, self.leader.as_mut())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(leader) = self.leader.take() {
            system::kill(self.id);
            spawner::collect(leader);
        }
    }
}

fn exit(status: ExitStatus) -> Exit {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Exit::Signal(signal);
    }
    Exit::Code(status.code().unwrap_or(-1))
}
