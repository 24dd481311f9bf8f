//! The fence around programs that an agent runs, and around agents that are programs. What this
//! machine can do is tried once, by really running something behind the fence; a machine that can do
//! nothing runs nothing: there is no way from here to a program without a fence.

mod bubblewrap;
mod capture;
mod commands;
mod fenced;
pub mod helper;
mod preflight;
mod run;
mod seatbelt;
mod walls;

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::error::Error;
pub use capture::Captured;
use fenced::Fenced;
pub use run::{CommandEnd, CommandOutput};
pub use walls::OwnWalls;

/// The longest file a fenced program can write, in bytes.
pub const LONGEST_FILE: u64 = 2 << 30;
/// What of our environment a fenced program sees, beside names that begin with `LC_`.
const ENVIRONMENT: [&str; 3] = ["LANG", "LANGUAGE", "TZ"];
/// Where programs of the system are.
const PROGRAMS: &str = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

/// What a program may reach. Nothing else of the person's files is there for it; the system can be
/// read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Where it works, and what it may change: a staging folder.
    pub folder: PathBuf,
    /// Folders and files it may read too: where an agent is installed, its settings.
    pub readable: Vec<PathBuf>,
    /// Folders and files it may change too: where an agent keeps its state.
    pub writable: Vec<PathBuf>,
    /// Whether it may reach the network, this computer's own services among it.
    pub network: bool,
}

impl Scope {
    /// The folder alone, without network.
    pub fn only(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), readable: vec![], writable: vec![], network: false }
    }
}

/// How a fence is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `bwrap`: namespaces of its own for files, processes, network.
    Bubblewrap,
    /// The program forbids itself: files and signals by Landlock, sockets by seccomp.
    Landlock,
    /// `sandbox-exec` of macOS.
    Seatbelt,
}

impl Kind {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bubblewrap => "bubblewrap",
            Self::Landlock => "landlock",
            Self::Seatbelt => "seatbelt",
        }
    }
}

/// A fence that was tried and did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    pub kind: Kind,
    /// What the system said, at most 300 characters.
    pub reason: String,
}

impl fmt::Display for Tried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.code(), self.reason)
    }
}

/// A fence that holds on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sandbox {
    kind: Kind,
    /// `bwrap`, `sandbox-exec`, or the program that forbids itself.
    program: PathBuf,
}

impl Sandbox {
    /// The best fence of this machine, each tried by running something behind it; takes some tenths
    /// of a second, once at the start. [`Error::NoSandbox`] says what was tried and why it is refused.
    /// This program has to call [`helper::run_if_asked`] first of all.
    pub fn find() -> Result<Self, Error> {
        let ourselves = std::env::current_exe().map_err(Error::read(Path::new("self")))?;
        Self::find_with(&ourselves)
    }

    /// The fence of this machine, looked for once: when something is first to be run behind it.
    pub fn of_this_machine() -> Result<&'static Self, &'static Error> {
        static FOUND: OnceLock<Result<Sandbox, Error>> = OnceLock::new();
        FOUND.get_or_init(Self::find).as_ref()
    }

    /// As [`Sandbox::find`], where `helper` is the program that calls [`helper::run_if_asked`].
    pub fn find_with(helper: &Path) -> Result<Self, Error> {
        let mut tried = vec![];
        for kind in kinds() {
            match Self::prove(*kind, helper) {
                Ok(sandbox) => return Ok(sandbox),
                Err(failed) => tried.push(failed),
            }
        }
        Err(Error::NoSandbox { tried })
    }

    /// A fence of this kind, if it holds.
    pub fn prove(kind: Kind, helper: &Path) -> Result<Self, Tried> {
        let program = match kind {
            Kind::Bubblewrap => system_program("bwrap"),
            Kind::Seatbelt => system_program("sandbox-exec"),
            Kind::Landlock if cfg!(target_os = "linux") => Some(helper.to_owned()),
            Kind::Landlock => None,
        };
        let refused = |reason: String| Tried { kind, reason: reason.chars().take(300).collect() };
        let program = program.ok_or_else(|| refused("it is not on this machine".to_owned()))?;
        let sandbox = Self { kind, program };
        preflight::run(&sandbox).map_err(refused)?;
        Ok(sandbox)
    }

    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The command that runs `program` with `args` behind the fence, in the folder of `scope`. Its
    /// environment is empty but for a few names; what is added to it reaches the program.
    /// [`Error::ScopeRefused`] when the scope would open the person's home or the whole system.
    pub fn command<A: AsRef<OsStr>>(
        &self,
        program: impl AsRef<OsStr>,
        args: impl IntoIterator<Item = A>,
        scope: &Scope,
    ) -> Result<Command, Error> {
        let fenced = Fenced::of(scope)?;
        let mut command = Command::new(&self.program);
        match self.kind {
            Kind::Bubblewrap => bubblewrap::fence(&mut command, &fenced),
            Kind::Landlock => helper::fence(&mut command, &fenced)?,
            Kind::Seatbelt => seatbelt::fence(&mut command, &fenced),
        }
        command.arg(program).args(args);
        command.current_dir(&fenced.folder);
        command.env_clear();
        for (name, value) in std::env::vars_os() {
            let is_kept =
                name.to_str().is_some_and(|name| ENVIRONMENT.contains(&name) || name.starts_with("LC_"));
            if is_kept {
                command.env(name, value);
            }
        }
        let home = self.home(&fenced);
        command.env("PATH", PROGRAMS).env("TERM", "dumb").env("HOME", &home).env("TMPDIR", &home);
        Ok(command)
    }

    /// A folder for what a program writes beside its work; it is empty at first and nobody keeps it.
    fn home(&self, fenced: &Fenced) -> PathBuf {
        match self.kind {
            Kind::Bubblewrap => PathBuf::from(bubblewrap::HOME),
            Kind::Landlock | Kind::Seatbelt => fenced.scratch(),
        }
    }
}

const fn kinds() -> &'static [Kind] {
    if cfg!(target_os = "linux") {
        &[Kind::Bubblewrap, Kind::Landlock]
    } else if cfg!(target_os = "macos") {
        &[Kind::Seatbelt]
    } else {
        &[]
    }
}

/// A program where the system keeps them; the person's own PATH is not asked.
fn system_program(name: &str) -> Option<PathBuf> {
    PROGRAMS.split(':').map(|folder| Path::new(folder).join(name)).find(|path| path.is_file())
}
