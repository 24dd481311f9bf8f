//! One thread starts all programs and lives as long as ours: a child that asks to die with its
//! parent (`bwrap --die-with-parent`) dies with the *thread* that started it, and threads of a
//! runtime come and go. It also collects those nobody waits for any more.

use std::io;
use std::process::{Child, Command};
use std::sync::OnceLock;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

enum Wish {
    Start(Command, Sender<io::Result<Child>>),
    /// Killed already; only its entry in the table of processes is left.
    Collect(Child),
}

/// Starts `command`.
pub(super) fn spawn(command: Command) -> io::Result<Child> {
    let (reply, answer) = mpsc::channel();
    send(Wish::Start(command, reply))?;
    answer.recv().map_err(io::Error::other)?
}

/// Takes the entry of a killed child out of the table of processes as soon as it has ended.
pub(super) fn collect(child: Child) {
    // Without the thread there is nobody to collect it but the system, when we end.
    let _ = send(Wish::Collect(child));
}

fn send(wish: Wish) -> io::Result<()> {
    static SPAWNER: OnceLock<Option<Sender<Wish>>> = OnceLock::new();
    let spawner = SPAWNER.get_or_init(|| {
        let (wishes, inbox) = mpsc::channel();
        let serve = move || serve(&inbox);
        thread::Builder::new().name("spawner".into()).spawn(serve).ok().map(|_| wishes)
    });
    let spawner = spawner.as_ref().ok_or_else(|| io::Error::other("no thread to start programs"))?;
    spawner.send(wish).map_err(|_| io::Error::other("the thread that starts programs has ended"))
}

fn serve(inbox: &mpsc::Receiver<Wish>) {
    let mut ending: Vec<Child> = vec![];
    loop {
        let wish = if ending.is_empty() {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(Duration::from_millis(50))
        };
        match wish {
            // Whoever asked may be gone; then its end of the channel is, and the child is killed.
            Ok(Wish::Start(mut command, reply)) => {
                if let Err(mpsc::SendError(Ok(mut child))) = reply.send(command.spawn()) {
                    // It may have ended by itself.
                    let _ = child.kill();
                    ending.push(child);
                }
            }
            Ok(Wish::Collect(child)) => ending.push(child),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        ending.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
    }
}
