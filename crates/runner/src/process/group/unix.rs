//! Groups as Unix has them.

use std::process::Child;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use tokio::signal::unix::{SignalKind, signal};

use super::Group;
use crate::error::Error;
use crate::process::Exit;

fn pid(id: u32) -> Option<Pid> {
    i32::try_from(id).ok().and_then(Pid::from_raw)
}

/// TERM; whoever is stopped is woken to hear it.
pub(super) fn ask_to_end(group: u32) {
    if let Some(group) = pid(group) {
        // A group that has ended hears nothing; whether it has is looked at next.
        let _ = kill_process_group(group, Signal::TERM);
        let _ = kill_process_group(group, Signal::CONT);
    }
}

pub(super) fn kill(group: u32) {
    if let Some(group) = pid(group) {
        // As above.
        let _ = kill_process_group(group, Signal::KILL);
    }
}

/// Whether anything of the group still runs. What has ended and was not collected (our leader, or
/// orphans where process 1 collects none) does not run.
#[cfg(target_os = "linux")]
pub(super) fn runs(group: u32, _leader: Option<&mut Child>) -> bool {
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return pid(group).is_some_and(|group| rustix::process::test_kill_process_group(group).is_ok());
    };
    let number = |name: &std::ffi::OsStr| name.to_str().is_some_and(|name| name.parse::<u32>().is_ok());
    let ids = entries.flatten().filter(|entry| number(&entry.file_name()));
    // Bytes: a program may call itself what it likes.
    let stats = ids.filter_map(|entry| std::fs::read(entry.path().join("stat")).ok());
    stats.into_iter().any(|stat| is_running_member(&stat, group))
}

/// Reads `/proc/PID/stat`, see proc(5): `PID (NAME) STATE PARENT GROUP …`; the name may hold anything.
#[cfg(target_os = "linux")]
fn is_running_member(stat: &[u8], group: u32) -> bool {
    let behind_name = stat.iter().rposition(|byte| *byte == b')').and_then(|at| stat.get(at + 1..));
    let fields = std::str::from_utf8(behind_name.unwrap_or_default()).unwrap_or_default();
    let mut fields = fields.split_ascii_whitespace();
    let (state, its_group) = (fields.next(), fields.nth(1));
    its_group.and_then(|it| it.parse().ok()) == Some(group) && !matches!(state, Some("Z" | "X" | "x"))
}

/// Elsewhere an ended leader would count as running, so it is collected first.
#[cfg(not(target_os = "linux"))]
pub(super) fn runs(group: u32, leader: Option<&mut Child>) -> bool {
    let leader_runs = leader.is_some_and(|leader| matches!(leader.try_wait(), Ok(None)));
    leader_runs || pid(group).is_some_and(|group| rustix::process::test_kill_process_group(group).is_ok())
}

impl Group {
    /// Waits for the leader's end without collecting it.
    pub(in crate::process) async fn exited(&mut self) -> Result<Exit, Error> {
        let wait = |source| Error::Wait { pid: self.id, source };
        // Listening begins before looking: an end in between is heard.
        let mut ends = signal(SignalKind::child()).map_err(wait)?;
        loop {
            if let Some(exit) = ended(self.id).map_err(wait)? {
                return Ok(exit);
            }
            ends.recv().await;
        }
    }
}

fn ended(id: u32) -> std::io::Result<Option<Exit>> {
    let pid = pid(id).ok_or(rustix::io::Errno::SRCH)?;
    let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    let status = waitid(WaitId::Pid(pid), look)?;
    let code = |status: &rustix::process::WaitIdStatus| status.exit_status().map(Exit::Code);
    let exit = |status| code(&status).or_else(|| status.terminating_signal().map(Exit::Signal));
    Ok(status.and_then(exit))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::is_running_member;

    #[test]
    fn a_name_cannot_pretend_another_group_or_state() {
        assert!(is_running_member(b"7 (sh) S 1 42 42 0 -1", 42));
        assert!(is_running_member(b"7 (a) Z 1 9) R 1 42 42 0 -1", 42));
        assert!(!is_running_member(b"7 (a) R 1 42) R 1 9 9 0 -1", 42));
        assert!(!is_running_member(b"7 (\xff\n) Z 1 42 42 0 -1", 42), "it has ended");
        assert!(!is_running_member(b"", 42));
    }
}
