//! Windows knows no groups: a process and those that descend from it.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::Group;
use crate::error::Error;
use crate::process::Exit;

/// There is no gentle way: a console program without a window hears nothing.
pub(super) fn ask_to_end(group: u32) {
    kill(group);
}

/// Windows' own program ends a process and those that descend from it.
pub(super) fn kill(group: u32) {
    let mut end = Command::new("taskkill");
    end.args(["/T", "/F", "/PID", &group.to_string()]);
    // One that has ended cannot be ended; whether it has is looked at next.
    let _ = end.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

pub(super) fn runs(_group: u32, leader: Option<&mut Child>) -> bool {
    leader.is_some_and(|leader| matches!(leader.try_wait(), Ok(None)))
}

impl Group {
    /// Waits for the leader's end.
    pub(in crate::process) async fn exited(&mut self) -> Result<Exit, Error> {
        loop {
            let ended = self.leader.as_mut().map_or(Ok(None), Child::try_wait);
            if let Some(status) = ended.map_err(|source| Error::Wait { pid: self.id, source })? {
                return Ok(Exit::Code(status.code().unwrap_or(-1)));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
