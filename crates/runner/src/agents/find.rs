//! Agents found on this computer, without asking any AI: programs we know how to speak to, wherever their installer
//! put them, and servers with models of their own that listen on this computer.
//!
//! An app that was started from a menu does not have the `PATH` of a terminal, so the login shell is asked for it.

mod folders;
mod login;
mod servers;
mod test;

use std::collections::HashSet;
use std::env::{join_paths, split_paths};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use folders::folders;
pub use login::{NoPath, login_path};
pub use servers::{Addresses, LocalServer, ServerKind, servers};
pub use test::{SignedIn, Tested, test};

use super::Agent;
use super::acp::{Acp, Manners};
use super::cli_stream::{CliStream, Dialect};
use super::program::{Program, Walls};

/// Variables any of them may need: where its folders are, and the way out of a company's network.
const FOR_ALL: &[&str] = &[
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
    "SSL_CERT_FILE",
    "NODE_EXTRA_CA_CERTS",
];
/// How long a login shell may take over its start-up files.
const SHELL_LIMIT: Duration = Duration::from_secs(6);

/// The programs we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Known {
    Claude,
    Codex,
    Gemini,
    Goose,
    Opencode,
}

/// Where programs are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchPath {
    /// In this order; the first that has a program wins.
    pub folders: Vec<PathBuf>,
}

/// An agent's program on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundAgent {
    pub known: Known,
    pub path: PathBuf,
    /// What it is started with: its own folder first, since its interpreter is often beside it.
    search: OsString,
}

impl Known {
    pub const ALL: &'static [Self] = &[Self::Claude, Self::Codex, Self::Gemini, Self::Goose, Self::Opencode];

    /// The name of its program, which is also its code.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claude => "claude",
            Self::Codex => "codex",
            Self::Gemini => "gemini",
            Self::Goose => "goose",
            Self::Opencode => "opencode",
        }
    }

    /// The agent whose program has this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// What it has to be told before it starts.
    pub const fn manners(self) -> Manners {
        match self {
            Self::Claude | Self::Codex | Self::Gemini => Manners::Plain,
            Self::Goose => Manners::Goose,
            Self::Opencode => Manners::Opencode,
        }
    }

    /// Whether it asks about each command. Those that do not are asked about once, as a whole.
    pub const fn asks_each_command(self) -> bool {
        match self {
            Self::Claude | Self::Codex => false,
            Self::Gemini | Self::Goose | Self::Opencode => true,
        }
    }

    /// Whether it can read files while commands are off. One that reads by commands only can then do no more than add
    /// files of its own.
    pub const fn reads_without_commands(self) -> bool {
        match self {
            Self::Codex => false,
            Self::Claude | Self::Gemini | Self::Goose | Self::Opencode => true,
        }
    }

    /// Variables by which people sign it in, or point it elsewhere.
    fn variables(self) -> std::slice::Iter<'static, &'static str> {
        let names: &[&str] = match self {
            Self::Claude => &[
                "ANTHROPIC_API_KEY",
                "ANTHROPIC_AUTH_TOKEN",
                "ANTHROPIC_BASE_URL",
                "CLAUDE_CODE_OAUTH_TOKEN",
                "CLAUDE_CODE_USE_BEDROCK",
                "CLAUDE_CODE_USE_VERTEX",
                "CLAUDE_CONFIG_DIR",
            ],
            Self::Codex => &["OPENAI_API_KEY", "CODEX_API_KEY", "CODEX_HOME"],
            Self::Gemini => {
                &["GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_CLOUD_PROJECT", "GOOGLE_GENAI_USE_VERTEXAI"]
            }
            Self::Goose => {
                &["GOOSE_PROVIDER", "GOOSE_MODEL", "ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GOOGLE_API_KEY"]
            }
            Self::Opencode => &[
                "OPENCODE_CONFIG",
                "ANTHROPIC_API_KEY",
                "OPENAI_API_KEY",
                "GEMINI_API_KEY",
                "OPENROUTER_API_KEY",
            ],
        };
        names.iter()
    }

    /// Folders in the home folder it has to write to: its sign-in, its sessions, its cache.
    const fn own_folders(self) -> &'static [&'static str] {
        match self {
            Self::Claude => &[".claude", ".claude.json", ".config/claude", ".cache/claude"],
            Self::Codex => &[".codex"],
            Self::Gemini => &[".gemini"],
            Self::Goose => &[".config/goose", ".local/share/goose", ".local/state/goose"],
            Self::Opencode => {
                &[".config/opencode", ".local/share/opencode", ".local/state/opencode", ".cache/opencode"]
            }
        }
    }
}

impl SearchPath {
    /// The folders of `paths`, each once, then those of `more`.
    pub fn new(paths: &[OsString], more: Vec<PathBuf>) -> Self {
        let mut seen = HashSet::new();
        let folders = paths.iter().flat_map(|path| split_paths(path).collect::<Vec<_>>()).chain(more);
        // An empty entry means the working folder: nothing is started from there by accident.
        let folders = folders.filter(|folder| folder.is_absolute() && seen.insert(folder.clone()));
        Self { folders: folders.collect() }
    }

    /// Where someone whose home folder is `home` has programs: the path of their login shell, our own, and the folders
    /// of installers. `variable` reads the environment. A shell that does not tell is named; the rest is there.
    pub async fn of(
        home: &Path,
        variable: &(dyn Fn(&str) -> Option<OsString> + Sync),
    ) -> (Self, Option<NoPath>) {
        let shell = variable("SHELL").map_or_else(|| PathBuf::from("/bin/sh"), PathBuf::from);
        let told = if cfg!(windows) { Ok(OsString::new()) } else { login_path(&shell, SHELL_LIMIT).await };
        let (login, silent) = match told {
            Ok(path) => (path, None),
            Err(silent) => (OsString::new(), Some(silent)),
        };
        let paths = [login, variable("PATH").unwrap_or_default()];
        (Self::new(&paths, folders(home, variable)), silent)
    }

    /// The agents in these folders: of each the first there is.
    pub fn agents(&self) -> Vec<FoundAgent> {
        Known::ALL.iter().filter_map(|known| self.agent(*known)).collect()
    }

    /// The first program of one agent.
    pub fn agent(&self, known: Known) -> Option<FoundAgent> {
        self.program(known.name()).map(|path| self.agent_at(known, path))
    }

    /// One agent whose program is known to be `path`.
    pub fn agent_at(&self, known: Known, path: PathBuf) -> FoundAgent {
        let own = path.parent().map(Path::to_owned);
        let search = join_paths(own.iter().chain(&self.folders)).unwrap_or_default();
        FoundAgent { known, path, search }
    }

    /// The first program with this name.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        let names: &[String] = &if cfg!(windows) {
            ["exe", "cmd", "bat"].map(|ending| format!("{name}.{ending}")).to_vec()
        } else {
            vec![name.to_owned()]
        };
        self.folders
            .iter()
            .flat_map(|folder| names.iter().map(|name| folder.join(name)))
            .find(|path| can_run(path))
    }
}

impl FoundAgent {
    /// How its program is started for someone whose home folder is `home`.
    pub fn program(&self, home: &Path) -> Program {
        let args: &[&str] = match self.known {
            Known::Claude | Known::Codex => &[],
            Known::Gemini => &["--acp", "--approval-mode", "default"],
            Known::Goose | Known::Opencode => &["acp"],
        };
        Program {
            path: self.path.clone(),
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
            environment: vec![
                ("PATH".to_owned(), self.search.to_string_lossy().into_owned()),
                ("HOME".to_owned(), home.to_string_lossy().into_owned()),
            ],
            handed_on: self.known.variables().chain(FOR_ALL).copied().collect(),
            readable: install_folders(&self.path),
            writable: self.known.own_folders().iter().map(|folder| home.join(folder)).collect(),
        }
    }

    /// The agent behind it, in the file sandbox if there is one.
    pub fn agent(&self, home: &Path, walls: Option<Arc<dyn Walls>>) -> Box<dyn Agent> {
        let program = self.program(home);
        let stream = |program, dialect| {
            let agent = CliStream::new(program, dialect);
            match walls.clone() {
                Some(walls) => agent.within(walls),
                None => agent,
            }
        };
        match self.known {
            Known::Claude => Box::new(stream(program, Dialect::Claude)),
            Known::Codex => Box::new(stream(program, Dialect::Codex)),
            Known::Gemini | Known::Goose | Known::Opencode => {
                let agent = self.acp(program);
                Box::new(match walls {
                    Some(walls) => agent.within(walls),
                    None => agent,
                })
            }
        }
    }

    fn acp(&self, program: Program) -> Acp {
        Acp::new(program).with_manners(self.known.manners())
    }
}

/// The folders a program is installed in: where it lies, and where it really lies if that is a link.
pub fn install_folders(path: &Path) -> Vec<PathBuf> {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    [path, &real].into_iter().filter_map(installed_in).collect()
}

/// The folder a program is installed in: the outermost `node_modules`, or the one it lies in.
fn installed_in(path: &Path) -> Option<PathBuf> {
    let packages = path.ancestors().filter(|folder| folder.ends_with("node_modules")).last();
    packages.or_else(|| path.parent()).map(Path::to_owned)
}

#[cfg(unix)]
fn can_run(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_run(path: &Path) -> bool {
    path.is_file()
}
