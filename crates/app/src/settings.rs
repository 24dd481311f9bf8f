//! The person's settings; a change of one can be undone.

use halfday_domain::change::Change;
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::queue::QueueLimits;
use halfday_domain::run::Beside;
use halfday_domain::words::Language;
use halfday_store::{Connection, settings};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::api::{ChangeSettings, Nothing, QuietHours, SettingsView};
use crate::items::one_line;
use crate::work::Work;
use crate::{App, Error, budget};

const LANGUAGE: &str = "language";
const VEIL: &str = "veil";
const VEIL_NAMES: &str = "veil-names";
const WEB_CHECKS: &str = "web-checks";
const REHEARSAL: &str = "rehearsal";
const SECOND_LOOK: &str = "second-look";
const REVIEW_BRAKE: &str = "review-brake";
const AT_ONCE: &str = "at-once";
const QUIET: &str = "quiet";
const LETTER_KEYS: &str = "letter-keys";
const NOTIFY: &str = "notify";
const AGENT_ASKED: &str = "agent-asked";
const PREFERRED_AGENT: &str = "preferred-agent";

/// So many deliverables may wait before nothing new is started.
const USUAL_BRAKE: u32 = 4;
/// So many attempts are worked at once.
const USUAL_AT_ONCE: u32 = 2;
/// More than this is a slip of the key.
const MOST_AT_ONCE: u32 = 99;
const MINUTES_OF_A_DAY: u32 = 24 * 60;

impl App {
    /// The settings as they are.
    pub fn settings(&self, _: Nothing) -> Result<SettingsView, Error> {
        let quiet: Option<QuietHours> = self.read_setting(QUIET)?;
        let quiet = quiet.as_ref();
        let limits = self.limits_setting()?;
        Ok(SettingsView {
            language: self.language_setting().map(|language| language.code().to_owned()),
            spoken: self.language().code().to_owned(),
            veil_names: self.read_setting(VEIL_NAMES)?.unwrap_or_default(),
            veil: self.read_setting(VEIL)?.unwrap_or(true),
            web_checks: self.web_checks_setting()?,
            rehearsal: self.beside_setting()?.rehearsal,
            second_look: self.beside_setting()?.second_look,
            review_brake: self.read_setting(REVIEW_BRAKE)?.unwrap_or(USUAL_BRAKE),
            at_once: self.read_setting(AT_ONCE)?.unwrap_or(USUAL_AT_ONCE),
            budget_tokens: limits.tokens,
            budget_nano: limits.nano,
            budget_minutes: limits.minutes,
            quiet_from: quiet.and_then(|quiet| quiet.from),
            quiet_to: quiet.and_then(|quiet| quiet.to),
            letter_keys: self.read_setting(LETTER_KEYS)?.unwrap_or(true),
            notify: self.read_setting(NOTIFY)?.unwrap_or(true),
            agent_asked: self.read_setting(AGENT_ASKED)?.unwrap_or(false),
            data_folder: self.folder().display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Changes what is given; the language `""` is that of the system.
    pub fn change_settings(&self, request: ChangeSettings) -> Result<SettingsView, Error> {
        self.command("settings", move |work| {
            budget::change(work, &request)?;
            match request.language.as_deref() {
                Some("") => set::<String>(work, LANGUAGE, None)?,
                Some(code) => {
                    let language = Language::from_code(code)
                        .ok_or_else(|| Error::UnknownLanguage { language: code.to_owned() })?;
                    set(work, LANGUAGE, Some(language.code()))?;
                }
                None => {}
            }
            if let Some(names) = request.veil_names {
                set(work, VEIL_NAMES, Some(names))?;
            }
            change_names(work, request.add_veil_names, request.remove_veil_names)?;
            if let Some(veil) = request.veil {
                set(work, VEIL, Some(veil))?;
            }
            if let Some(web_checks) = request.web_checks {
                set(work, WEB_CHECKS, Some(web_checks))?;
            }
            if let Some(rehearsal) = request.rehearsal {
                set(work, REHEARSAL, Some(rehearsal))?;
            }
            if let Some(second_look) = request.second_look {
                set(work, SECOND_LOOK, Some(second_look))?;
            }
            if let Some(brake) = request.review_brake {
                set(work, REVIEW_BRAKE, Some(brake.clamp(1, MOST_AT_ONCE)))?;
            }
            if let Some(at_once) = request.at_once {
                set(work, AT_ONCE, Some(at_once.clamp(1, MOST_AT_ONCE)))?;
            }
            if let Some(quiet) = request.quiet {
                set(work, QUIET, whole(quiet))?;
            }
            if let Some(letter_keys) = request.letter_keys {
                set(work, LETTER_KEYS, Some(letter_keys))?;
            }
            if let Some(notify) = request.notify {
                set(work, NOTIFY, Some(notify))?;
            }
            Ok(())
        })?;
        self.settings(Nothing {})
    }

    /// The person has said whether an agent that was found here may work; nobody asks again.
    pub fn settle_agent_offer(&self, _: Nothing) -> Result<SettingsView, Error> {
        self.fact(Actor::Person, |work| agent_is_asked(work.tx))?;
        self.settings(Nothing {})
    }

    pub(crate) fn language_setting(&self) -> Option<Language> {
        let code: Option<String> = self.read_setting(LANGUAGE).ok()?;
        Language::from_code(&code?)
    }

    /// The names to veil; `None` when the person has switched the veil off.
    pub(crate) fn veil_setting(&self) -> Result<Option<Vec<String>>, Error> {
        let is_on = self.read_setting(VEIL)?.unwrap_or(true);
        if is_on { Ok(Some(self.read_setting(VEIL_NAMES)?.unwrap_or_default())) } else { Ok(None) }
    }

    /// Whether checks may look at web pages; the program reaches for no network before.
    pub(crate) fn web_checks_setting(&self) -> Result<bool, Error> {
        Ok(self.read_setting(WEB_CHECKS)?.unwrap_or(false))
    }

    /// What an AI is asked beside the work; each costs, so nothing is asked before it is switched on.
    pub(crate) fn beside_setting(&self) -> Result<Beside, Error> {
        Ok(Beside {
            rehearsal: self.read_setting(REHEARSAL)?.unwrap_or(false),
            second_look: self.read_setting(SECOND_LOOK)?.unwrap_or(false),
        })
    }

    /// A setting that cannot be read any more is the default.
    pub(crate) fn read_setting<T: DeserializeOwned + Send + 'static>(
        &self,
        key: impl Into<String>,
    ) -> Result<Option<T>, Error> {
        let key = key.into();
        self.store.read(move |connection| read(connection, &key))
    }
}

/// How much goes on at once, as the person set it.
pub(crate) fn queue_limits(connection: &Connection) -> Result<QueueLimits, Error> {
    Ok(QueueLimits {
        at_once: read(connection, AT_ONCE)?.unwrap_or(USUAL_AT_ONCE),
        review_brake: read(connection, REVIEW_BRAKE)?.unwrap_or(USUAL_BRAKE),
    })
}

/// The name of the agent that *AI* means; `None`: the clipboard.
pub(crate) fn preferred_agent(connection: &Connection) -> Result<Option<String>, Error> {
    read(connection, PREFERRED_AGENT)
}

/// Makes *AI* mean this agent; `None`: the clipboard.
pub(crate) fn prefer_agent(work: &mut Work<'_>, name: Option<&str>) -> Result<(), Error> {
    set(work, PREFERRED_AGENT, name)
}

/// Whoever carries a brief by hand has answered, too, whether an agent shall be asked.
pub(crate) fn agent_is_asked(connection: &Connection) -> Result<(), Error> {
    Ok(settings::put(connection, AGENT_ASKED, "true")?)
}

/// A setting that cannot be read any more is as if it was never set.
pub(crate) fn read<T: DeserializeOwned>(connection: &Connection, key: &str) -> Result<Option<T>, Error> {
    let text = settings::get(connection, key)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Adds to the veil's own names and takes some of them out, whatever another process did meanwhile.
fn change_names(
    work: &mut Work<'_>,
    added: Option<Vec<String>>,
    removed: Option<Vec<String>>,
) -> Result<(), Error> {
    let mut names: Vec<String> = read(work.tx, VEIL_NAMES)?.unwrap_or_default();
    for name in added.iter().flatten().filter_map(|name| one_line(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in removed.iter().flatten() {
        let name = one_line(name).unwrap_or_default();
        let place = names.iter().position(|known| *known == name);
        names.remove(place.ok_or(Error::NameNotVeiled { name })?);
    }
    if added.is_some() || removed.is_some() {
        set(work, VEIL_NAMES, Some(names))?;
    }
    Ok(())
}

/// Quiet hours have a beginning and an end within the day, or there are none.
fn whole(quiet: QuietHours) -> Option<QuietHours> {
    let sound = |minute: Option<u32>| minute.is_some_and(|minute| minute < MINUTES_OF_A_DAY);
    (sound(quiet.from) && sound(quiet.to)).then_some(quiet)
}

/// Writes a setting as the person's, so that it can be undone; `None` is the default again.
pub(crate) fn set<T: Serialize>(work: &mut Work<'_>, key: &str, value: Option<T>) -> Result<(), Error> {
    let before = settings::get(work.tx, key)?;
    let after = value
        .map(|value| serde_json::to_string(&value))
        .transpose()
        .map_err(|source| Error::WriteView { command: "settings".to_owned(), source })?;
    if before == after {
        return Ok(());
    }
    work.change(Change::Set { key: key.to_owned(), before, after })?;
    work.event(EventKind::SettingChanged, None, json!({ "key": key }))
}
