//! What an agent's program would be able to combine: it reads texts of strangers and has the network, so nothing else
//! that is the person's may come within its reach, and nothing may be done unasked. Refused by name, before it is an
//! agent; what of it can change later, each time it gets an item.

use std::path::{Path, PathBuf};

use directories::UserDirs;

use super::program::Config;

/// Words that let a program act without asking, or lift its own sandbox: behind our fence that is commands with the
/// network.
const SKIPS_ASKING: [&str; 11] = [
    "--dangerously-skip-permissions",
    "--allow-dangerously-skip-permissions",
    "--dangerously-bypass-approvals-and-sandbox",
    "--dangerously-bypass-hook-trust",
    "--full-auto",
    "--allow-all-tools",
    "--allow-all-paths",
    "--yolo",
    "bypassPermissions",
    "danger-full-access",
    "yolo",
];
/// Variables that lead to keys of the person, or out of the fence. None of them signs an agent in.
const LEADS_TO_KEYS: [&str; 5] =
    ["SSH_AUTH_SOCK", "SSH_AGENT_PID", "GPG_AGENT_INFO", "DBUS_SESSION_BUS_ADDRESS", "KRB5CCNAME"];
/// Our own keys, which are handed to nobody.
const OWN_KEYS: &str = "HALFDAY_KEY";
/// Where people, and programs for them, keep what is secret, below the home folder.
const SECRET: [&str; 21] = [
    ".ssh",
    ".gnupg",
    ".aws",
    ".azure",
    ".kube",
    ".docker",
    ".netrc",
    ".git-credentials",
    ".password-store",
    ".config/gcloud",
    ".config/gh",
    ".config/google-chrome",
    ".config/chromium",
    ".local/share/keyrings",
    ".mozilla",
    ".thunderbird",
    ".bash_history",
    ".zsh_history",
    "Library/Keychains",
    "Library/Mail",
    "Library/Application Support/Google",
];

/// Something that does not go together with the network and with texts of strangers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Risk {
    /// It would run commands, with the network, that nobody was asked about.
    SkipsAsking { argument: String },
    /// It would be handed what opens other doors of the person.
    LeadsToKeys { variable: String },
    /// Files of the person beyond what its item needs.
    PrivateFiles { path: PathBuf },
}

/// Where a person keeps what is nobody's business.
#[derive(Debug, Clone, Default)]
pub(crate) struct PrivatePlaces(Vec<PathBuf>);

impl PrivatePlaces {
    /// Those of this computer's person, with `more`: the folders of jobs, and our own data.
    pub(crate) fn of_person(more: impl IntoIterator<Item = PathBuf>) -> Self {
        let mut places: Vec<PathBuf> = more.into_iter().collect();
        if let Some(person) = UserDirs::new() {
            let home = person.home_dir();
            places.extend(SECRET.iter().map(|secret| home.join(secret)));
            let usual = [
                person.document_dir(),
                person.desktop_dir(),
                person.download_dir(),
                person.picture_dir(),
                person.video_dir(),
                person.audio_dir(),
                person.public_dir(),
            ];
            // One that is not set up may be the home itself; that is opened to nobody anyway.
            places.extend(usual.into_iter().flatten().filter(|place| *place != home).map(Path::to_owned));
            places.push(home.join("Documents"));
        }
        Self(places)
    }

    /// Only these.
    pub(crate) fn only(places: impl IntoIterator<Item = PathBuf>) -> Self {
        Self(places.into_iter().collect())
    }

    /// Whether something of them lies in `path`, or it in one of them.
    fn meet(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let path = real(path);
        self.0
            .iter()
            .map(|place| real(place))
            .any(|place| path.starts_with(&place) || place.starts_with(&path))
    }
}

impl Config {
    /// The first thing an agent with this row could combine.
    pub(crate) fn risk(&self, places: &PrivatePlaces) -> Option<Risk> {
        self.acts_unasked().or_else(|| self.opens(places))
    }

    /// What it is told or handed that does not depend on anything else.
    fn acts_unasked(&self) -> Option<Risk> {
        let skips = |argument: &&String| {
            let value = argument.rsplit('=').next().unwrap_or(argument).trim_matches('"');
            SKIPS_ASKING.contains(&argument.as_str()) || SKIPS_ASKING.contains(&value)
        };
        if let Some(argument) = self.args.iter().find(skips) {
            return Some(Risk::SkipsAsking { argument: argument.clone() });
        }
        let leads = |name: &&String| LEADS_TO_KEYS.contains(&name.as_str()) || name.starts_with(OWN_KEYS);
        self.env.iter().find(leads).map(|variable| Risk::LeadsToKeys { variable: variable.clone() })
    }

    fn opens(&self, places: &PrivatePlaces) -> Option<Risk> {
        let opened = self.readable.iter().chain(&self.writable);
        let private = opened.into_iter().find(|path| places.meet(path));
        private.map(|path| Risk::PrivateFiles { path: path.clone() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn risk(row: Value) -> Option<Risk> {
        let config: Config = serde_json::from_value(row).unwrap();
        config.risk(&PrivatePlaces::only(["/home/ann/Documents", "/srv/books"].map(PathBuf::from)))
    }

    #[test]
    fn what_acts_unasked_or_opens_more_than_the_item_is_named() {
        let skips = |argument: &str| Some(Risk::SkipsAsking { argument: argument.to_owned() });
        let leads = |variable: &str| Some(Risk::LeadsToKeys { variable: variable.to_owned() });
        let opens = |path: &str| Some(Risk::PrivateFiles { path: path.into() });
        let program = "/usr/bin/agent";
        let cases = [
            (json!({ "program": program, "args": ["acp", "--model", "m"], "env": ["OPENAI_API_KEY"] }), None),
            (json!({ "program": program, "args": ["--yolo"] }), skips("--yolo")),
            (json!({ "program": program, "args": ["--approval-mode=yolo"] }), skips("--approval-mode=yolo")),
            (
                json!({ "program": program, "args": ["-c", "sandbox_mode=\"danger-full-access\""] }),
                skips("sandbox_mode=\"danger-full-access\""),
            ),
            (json!({ "program": program, "env": ["HALFDAY_KEY_WORK"] }), leads("HALFDAY_KEY_WORK")),
            (json!({ "program": program, "env": ["SSH_AUTH_SOCK"] }), leads("SSH_AUTH_SOCK")),
            (
                json!({ "program": program, "readable": ["/opt/agent"], "writable": ["/home/ann/.agent"] }),
                None,
            ),
            (json!({ "program": program, "readable": ["/srv/books/2026"] }), opens("/srv/books/2026")),
            (json!({ "program": program, "writable": ["/home/ann"] }), opens("/home/ann")),
            (json!({ "program": program, "readable": ["/srv/bookshelf"] }), None),
        ];

        for (row, expected) in cases {
            assert_eq!(risk(row.clone()), expected, "{row}");
        }
    }
}
