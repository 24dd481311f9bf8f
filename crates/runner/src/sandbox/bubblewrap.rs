//! The fence of `bwrap`: a new system of mounts in which only what is named exists.

use std::path::Path;
use std::process::Command;

use super::LONGEST_FILE;
use super::fenced::{Fenced, SETTINGS, SYSTEM};

/// The home of a fenced program; in memory, and gone with it.
pub(super) const HOME: &str = "/tmp/home";
/// Who is nobody, on every Linux.
const NOBODY: &str = "65534";
/// A shell that bounds what follows: no long files, no dumps of memory. POSIX counts in 512 bytes.
const BOUNDED: &str = "ulimit -c 0; ulimit -f \"$1\"; shift; exec \"$@\"";

/// Adds everything up to the program to be run.
pub(super) fn fence(command: &mut Command, fenced: &Fenced) {
    // Namespaces of its own: processes (all end with the first), network, users, names, queues.
    command.args(["--unshare-all", "--die-with-parent", "--cap-drop", "ALL"]);
    // A program that is root, and may do nothing root may do, cannot build its own sandbox within: Codex then runs no
    // command and does not say so. What it writes belongs to us all the same.
    if rustix::process::geteuid().is_root() {
        command.args(["--uid", NOBODY, "--gid", NOBODY]);
    }
    if fenced.network {
        command.arg("--share-net");
    }
    for path in SYSTEM.iter().chain(&SETTINGS) {
        command.args(["--ro-bind-try", path, path]);
    }
    command.args(["--proc", "/proc", "--dev", "/dev"]);
    // Writing to our terminal could type commands into it.
    command.args(["--dev-bind", "/dev/null", "/dev/tty"]);
    command.args(["--tmpfs", "/tmp", "--dir", HOME, "--symlink", "/tmp", "/var/tmp"]);
    // Outer folders first, so that each path has what was said of it.
    let writable = fenced.writable.iter().chain([&fenced.folder]);
    let mut mounts: Vec<(&Path, &str)> = writable.map(|path| (path.as_path(), "--bind")).collect();
    mounts.extend(fenced.readable.iter().map(|path| (path.as_path(), "--ro-bind")));
    mounts.sort_by_key(|(path, how)| (path.components().count(), *how == "--bind"));
    for (path, how) in mounts {
        command.arg(how).args([path, path]);
    }
    command.arg("--chdir").arg(&fenced.folder);
    command.args(["--", "/bin/sh", "-c", BOUNDED, "sh", &(LONGEST_FILE / 512).to_string()]);
}
