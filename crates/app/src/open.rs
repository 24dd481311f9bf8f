//! Opening the program's data: the folder, the clock, the language.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use halfday_domain::event::Origin;
use halfday_domain::id::OwnerId;
use halfday_domain::words::{Language, Words};
use halfday_runner::checks::web::Reach;
use halfday_runner::keychain::{Keychain, MemoryKeychain, SwitchedOff, SystemKeychain};
use halfday_runner::objects::Objects;
use halfday_store::Store;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::Error;
use crate::drive::Background;
use crate::editions::LookedAt;
use crate::ids::Ids;
use crate::splitter::Splittings;

/// How a shell opens the program.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The data folder; `None` is the one folder that window and terminal share.
    pub data: Option<PathBuf>,
    /// A fixed clock; its offset is the zone of weeks. `None` is the system's.
    pub now: Option<ZonedDateTime>,
    /// `None`: the person's setting, else the system's language, else English.
    pub language: Option<Language>,
    pub origin: Origin,
}

/// The program with its data open. Cheap to share between threads.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) objects: Objects,
    pub(crate) origin: Origin,
    /// Which hosts a check of links may ask.
    pub(crate) web_reach: Reach,
    pub(crate) background: Background,
    pub(crate) splittings: Splittings,
    pub(crate) keychain: Arc<dyn Keychain>,
    /// Keys that end with this process.
    pub(crate) this_run: Arc<MemoryKeychain>,
    pub(crate) looked_at: LookedAt,
    clock: Clock,
    language: Option<Language>,
}

#[derive(Clone)]
enum Clock {
    System,
    Fixed(ZonedDateTime),
}

impl App {
    /// Opens the data folder, making it if it is not there, and reconciles what a dead process left.
    pub fn open(opening: Opening) -> Result<Self, Error> {
        let folder = data_folder(opening.data.as_deref())?;
        let clock = opening.now.map_or(Clock::System, Clock::Fixed);
        let at = clock.now();
        let program = opening.origin.code();
        let owner_id = Ids::at(at).make(OwnerId::from_parts)?;
        let store = Store::open(&halfday_store::Opening { folder: &folder, program, at, owner_id })?;
        let objects = Objects::in_folder(folder.join("objects"));
        let app = Self {
            store,
            objects,
            origin: opening.origin,
            web_reach: Reach::Public,
            background: Background::default(),
            splittings: Splittings::default(),
            keychain: keychain(),
            this_run: Arc::default(),
            looked_at: LookedAt::default(),
            clock,
            language: opening.language,
        };
        app.recover_publishing()?;
        Ok(app)
    }

    /// The same program with another keychain than the system's.
    pub fn with_keychain(mut self, keychain: Arc<dyn Keychain>) -> Self {
        self.keychain = keychain;
        self
    }

    /// The time now, UTC ms.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The zone in which days and weeks begin.
    pub fn zone(&self) -> TimeZone {
        match &self.clock {
            Clock::System => TimeZone::system(),
            Clock::Fixed(now) => now.time_zone().clone(),
        }
    }

    /// The language people read.
    pub fn language(&self) -> Language {
        self.language.or_else(|| self.language_setting()).or_else(system_language).unwrap_or(Language::En)
    }

    /// The words of that language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language())
    }

    /// Where the data is.
    pub fn folder(&self) -> &Path {
        self.store.folder()
    }

    pub(crate) fn ids(&self) -> Ids {
        Ids::at(self.now())
    }

    /// Ends what is worked in the background, writes everything back and lets the database go.
    pub fn close(self) {
        self.splittings.stop_all();
        self.stop_worker();
        self.store.close();
    }
}

/// The system's keychain, unless it was switched off: a server without one has no use for being asked.
fn keychain() -> Arc<dyn Keychain> {
    match std::env::var_os("HALFDAY_KEYCHAIN") {
        Some(value) if value == "off" => Arc::new(SwitchedOff),
        Some(_) | None => Arc::new(SystemKeychain),
    }
}

impl Clock {
    fn now(&self) -> i64 {
        match self {
            Self::System => Timestamp::now().as_millisecond(),
            Self::Fixed(now) => now.timestamp().as_millisecond(),
        }
    }
}

/// The one function that finds the data folder, for both programs.
pub fn data_folder(chosen: Option<&Path>) -> Result<PathBuf, Error> {
    if let Some(folder) = chosen {
        return Ok(folder.to_owned());
    }
    let folders = directories::ProjectDirs::from("", "", "Halfday").ok_or(Error::NoDataFolder)?;
    Ok(folders.data_dir().to_owned())
}

/// The language of the system, as its variables say.
pub fn system_language() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Language::from_tag(&value))
}
