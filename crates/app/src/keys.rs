//! Keys of model APIs: kept in the keychain of the system, else read from a variable, else remembered for this run.
//! The database knows the names of those the keychain has, so that no keychain is asked for what it does not have.

use std::collections::BTreeMap;

use halfday_domain::event::{Actor, EventKind};
use halfday_runner::keychain::{Keychain, NoKeychain};
use halfday_runner::providers::Secret;
use halfday_store::{agents, settings};
use serde_json::json;

use crate::api::{KeyRef, KeySource, KeyView, KeysView, Nothing, SetKey};
use crate::reach;
use crate::{App, Error};

/// Before the name of a key in the environment.
const VARIABLE: &str = "HALFDAY_KEY_";
/// The setting with the names of the keys in the keychain.
const KEPT: &str = "keys";
/// A shorter key could not be taken out of texts without hurting ordinary words.
const SHORTEST: usize = 8;
const LONGEST: usize = 1_024;

/// The name of a key: short and plain, so that no key passes for one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyName(String);

impl KeyName {
    pub(crate) fn read(text: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_name = !text.is_empty() && text.len() <= 24 && text.chars().all(is_plain);
        is_name.then(|| Self(text.to_ascii_lowercase()))
    }

    /// The variable it can come from.
    pub(crate) fn variable(&self) -> String {
        format!("{VARIABLE}{}", self.0.to_ascii_uppercase())
    }

    fn of_variable(variable: &str) -> Option<Self> {
        Self::read(variable.strip_prefix(VARIABLE)?)
    }

    fn in_environment(&self) -> Option<Secret> {
        let key = std::env::var(self.variable()).ok()?;
        Some(Secret::new(&key)).filter(|key| !key.expose().is_empty())
    }
}

/// Why there is no key of a name.
#[derive(Debug)]
pub(crate) enum NoKey {
    Nowhere,
    Keychain(NoKeychain),
    Unread(Error),
}

impl App {
    /// The keys there are, and those an agent waits for.
    pub fn keys(&self, _: Nothing) -> Result<KeysView, Error> {
        let words = self.words();
        let (kept, known) =
            self.store.read(|connection| Ok::<_, Error>((kept(connection)?, agents::in_use(connection)?)))?;
        let mut sources: BTreeMap<KeyName, (KeySource, Vec<String>)> = BTreeMap::new();
        let mut found = |name: Option<KeyName>, source, agent: Option<String>| {
            let Some(name) = name else { return };
            sources.entry(name).or_insert((source, vec![])).1.extend(agent);
        };
        for name in &kept {
            found(KeyName::read(name), KeySource::Keychain, None);
        }
        let variables = std::env::vars_os().filter_map(|(variable, _)| variable.into_string().ok());
        let set = |name: &KeyName| name.in_environment().is_some();
        for name in variables.filter_map(|variable| KeyName::of_variable(&variable)).filter(set) {
            found(Some(name), KeySource::Environment, None);
        }
        for name in self.this_run.names() {
            found(KeyName::read(&name), KeySource::ThisRun, None);
        }
        for agent in known {
            found(reach::key_of(&agent), KeySource::Missing, Some(agent.name));
        }
        let view = |(name, (source, agents)): (KeyName, (KeySource, Vec<String>))| {
            let variable = name.variable();
            let text = words.say(word_of(source), &[("variable", &variable), ("key", &name.0)]);
            KeyView { name: name.0, source, variable, agents, text }
        };
        Ok(KeysView { keys: sources.into_iter().map(view).collect() })
    }

    /// Keeps a key in the keychain, or for this run.
    pub fn set_key(&self, request: SetKey) -> Result<KeysView, Error> {
        let name = KeyName::read(request.name.trim()).ok_or(Error::KeyNameRefused)?;
        let key = request.key.secret();
        let text = key.expose();
        let is_key = (SHORTEST..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        if !is_key {
            return Err(Error::KeyRefused);
        }
        if request.only_this_run {
            self.this_run.keep(&name.0, key).map_err(|source| unreachable(&name, source))?;
        } else {
            self.keychain.keep(&name.0, key).map_err(|source| unreachable(&name, source))?;
            self.remember(name, Kept::Keychain)?;
        }
        self.keys(Nothing {})
    }

    /// Forgets a key where this program can: in the keychain and in this run.
    pub fn forget_key(&self, request: KeyRef) -> Result<KeysView, Error> {
        let name = KeyName::read(request.name.trim()).ok_or(Error::KeyNameRefused)?;
        let kept = self.store.read(kept)?;
        let of_this_run = self.this_run.names().contains(&name.0);
        if !kept.contains(&name.0) && !of_this_run {
            return Err(match name.in_environment() {
                Some(_) => Error::KeyOfEnvironment { variable: name.variable() },
                None => Error::KeyUnknown { key: name.0 },
            });
        }
        self.this_run.forget(&name.0).map_err(|source| unreachable(&name, source))?;
        if kept.contains(&name.0) {
            self.keychain.forget(&name.0).map_err(|source| unreachable(&name, source))?;
            self.remember(name, Kept::Nowhere)?;
        }
        self.keys(Nothing {})
    }

    /// The key of this name, for the request that needs it.
    pub(crate) fn key(&self, name: &KeyName) -> Result<Secret, NoKey> {
        let kept = self.store.read(kept).map_err(NoKey::Unread)?;
        let in_keychain = if kept.contains(&name.0) { self.keychain.find(&name.0) } else { Ok(None) };
        if let Ok(Some(key)) = in_keychain {
            return Ok(key);
        }
        if let Some(key) = name.in_environment() {
            return Ok(key);
        }
        match (self.this_run.find(&name.0), in_keychain) {
            (Ok(Some(key)), _) => Ok(key),
            (Ok(None), Ok(_)) => Err(NoKey::Nowhere),
            (Err(fault), _) | (Ok(None), Err(fault)) => Err(NoKey::Keychain(fault)),
        }
    }

    /// Takes every key this data folder knows of out of the keychain.
    pub(crate) fn forget_all_keys(&self) -> Result<(), Error> {
        for name in self.store.read(kept)? {
            // Whoever deletes everything is not held up by a keychain that is not there.
            let _ = self.keychain.forget(&name);
        }
        Ok(())
    }

    fn remember(&self, name: KeyName, place: Kept) -> Result<(), Error> {
        self.fact(Actor::Person, move |work| {
            let mut names = kept(work.tx)?;
            names.retain(|known| *known != name.0);
            match place {
                Kept::Keychain => names.push(name.0),
                Kept::Nowhere => {}
            }
            names.sort();
            settings::put(work.tx, KEPT, &json!(names).to_string())?;
            work.event(EventKind::SettingChanged, None, json!({ "key": KEPT }))
        })
    }
}

/// Where a key is from now on.
enum Kept {
    Keychain,
    Nowhere,
}

/// The names of the keys that the keychain has.
fn kept(connection: &halfday_store::Connection) -> Result<Vec<String>, Error> {
    let text = settings::get(connection, KEPT)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

fn unreachable(name: &KeyName, source: NoKeychain) -> Error {
    Error::KeychainUnreachable { variable: name.variable(), source }
}

const fn word_of(source: KeySource) -> &'static str {
    match source {
        KeySource::Keychain => "key-from-keychain",
        KeySource::Environment => "key-from-environment",
        KeySource::ThisRun => "key-from-this-run",
        KeySource::Missing => "key-missing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_never_passes_for_its_name() {
        let name = KeyName::read("Work");

        assert_eq!(name.as_ref().map(KeyName::variable).as_deref(), Some("HALFDAY_KEY_WORK"));
        assert_eq!(name, KeyName::of_variable("HALFDAY_KEY_WORK"), "one key, however it is written");
        for text in ["", "sk-ant-0123", "AIzaSyA0123456789012345678901", "a b"] {
            assert_eq!(KeyName::read(text), None, "{text}");
        }
    }
}
