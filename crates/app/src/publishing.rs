//! Files and record together: what is published is journalled by the runner until the verdict is
//! in the database; whoever starts next brings what a dead process left to the state the database
//! says.

use std::path::{Path, PathBuf};

use halfday_domain::change::Change;
use halfday_domain::id::{DeliverableId, ReviewId};
use halfday_runner::deliverable::Deliverable;
use halfday_runner::objects::Hash;
use halfday_runner::publish::{self, Places, Publication, PublishedFile};
use halfday_store::deliverables;

use crate::review::Published;
use crate::{App, Error};

/// What an acceptance would publish.
pub(crate) struct Accepting {
    workspace: PathBuf,
    files: Vec<(DeliverableId, Publication)>,
    /// The person's edited copies.
    pub(crate) reworked: Vec<(DeliverableId, String)>,
}

fn publishing(source: halfday_runner::Error) -> Error {
    match source {
        halfday_runner::Error::Conflict { conflicts } => {
            let files: Vec<&str> = conflicts.iter().map(|conflict| conflict.path.as_str()).collect();
            Error::PublishConflict { files: files.join(", ") }
        }
        halfday_runner::Error::PathRefused { path, .. } => Error::FileNameRefused { path },
        other => Error::Publish { source: Box::new(other) },
    }
}

fn hash(text: &str) -> Result<Hash, Error> {
    text.parse().map_err(|_| Error::KeepDeliverable { source: format!("`{text}` is no hash").into() })
}

impl App {
    fn journal(&self) -> PathBuf {
        self.folder().join("publishing")
    }

    /// The journal's name for a publication of this process.
    fn journal_id(&self, review: ReviewId) -> String {
        format!("{}.{review}", self.store.owner_id())
    }

    /// Gathers what accepting an attempt publishes: its deliverables, the person's edited copies
    /// in their place.
    pub(crate) fn prepare(
        &self,
        delivered: Vec<deliverables::Deliverable>,
        workspace: PathBuf,
        edited: &[Deliverable],
    ) -> Result<Accepting, Error> {
        let mut files = vec![];
        let mut reworked = vec![];
        for one in delivered {
            // A single edited copy stands for a single deliverable, whatever its name.
            let copy = edited.iter().find(|copy| one.path.rsplit('/').next() == Some(copy.name()));
            let new = match copy {
                Some(copy) => {
                    let kept = self.objects.put(&copy.content).map_err(publishing)?;
                    reworked.push((one.id, kept.to_string()));
                    kept
                }
                None => hash(&one.hash)?,
            };
            let expected_before = one.base_hash.as_deref().map(hash).transpose()?;
            files.push((one.id, Publication { path: one.path, new, expected_before }));
        }
        if let Some(stray) = edited
            .iter()
            .find(|copy| !files.iter().any(|(_, file)| file.path.rsplit('/').next() == Some(copy.name())))
        {
            return Err(Error::FileNameRefused { path: stray.path.clone() });
        }
        Ok(Accepting { workspace, files, reworked })
    }

    /// Publishes, all or none. The journal remembers it until [`App::acknowledge`].
    pub(crate) fn publish(&self, accepting: &Accepting, review: ReviewId) -> Result<Vec<Published>, Error> {
        if accepting.files.is_empty() {
            return Ok(vec![]);
        }
        make_folder(&accepting.workspace)?;
        let journal = self.journal();
        let places = Places { workspace: &accepting.workspace, objects: &self.objects, journal: &journal };
        let publications: Vec<Publication> = accepting.files.iter().map(|(_, file)| file.clone()).collect();
        let published =
            publish::publish(places, &self.journal_id(review), &publications).map_err(publishing)?;
        let row = |file: &PublishedFile| {
            let (deliverable, _) = accepting.files.iter().find(|(_, wanted)| wanted.path == file.path)?;
            Some(Published {
                deliverable: *deliverable,
                target: accepting.workspace.join(&file.path).to_string_lossy().into_owned(),
                before_hash: file.before.map(|before| before.to_string()),
                after_hash: file.new.to_string(),
            })
        };
        Ok(published.files.iter().filter_map(row).collect())
    }

    /// The verdict is recorded: the journal may forget the publication.
    pub(crate) fn acknowledge(&self, review: ReviewId) -> Result<(), Error> {
        let journal = self.journal();
        if !journal.is_dir() {
            return Ok(());
        }
        publish::acknowledge(&journal, &self.journal_id(review)).map_err(publishing)
    }

    /// The verdict could not be recorded: the files go back.
    pub(crate) fn take_back_unrecorded(&self, accepting: &Accepting, review: ReviewId) -> Result<(), Error> {
        let files: Vec<PublishedFile> = accepting
            .files
            .iter()
            .map(|(_, file)| PublishedFile {
                path: file.path.clone(),
                new: file.new,
                before: file.expected_before,
            })
            .collect();
        self.take_back(&accepting.workspace, &files, &format!("{}-back", self.journal_id(review)))?;
        self.acknowledge(review)
    }

    fn take_back(&self, workspace: &Path, files: &[PublishedFile], id: &str) -> Result<Vec<String>, Error> {
        let journal = self.journal();
        let places = Places { workspace, objects: &self.objects, journal: &journal };
        let taken = publish::take_back(places, id, files).map_err(publishing)?;
        publish::acknowledge(&journal, id).map_err(publishing)?;
        Ok(taken.kept.into_iter().map(|conflict| conflict.path).collect())
    }

    /// Refuses a redo whose files the person has changed since.
    pub(crate) fn refuse_conflicts(&self, changes: &[Change]) -> Result<(), Error> {
        for change in changes {
            let Change::Publish { attempt } = change else { continue };
            let attempt = *attempt;
            let rows = self
                .store
                .read(move |connection| Ok::<_, Error>(deliverables::publications(connection, attempt)?))?;
            for row in rows {
                let target = PathBuf::from(&row.target);
                let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { continue };
                let file = Publication {
                    path: name.to_string_lossy().into_owned(),
                    new: hash(&row.after_hash)?,
                    expected_before: row.before_hash.as_deref().map(hash).transpose()?,
                };
                if !publish::conflicts(folder, &[file]).map_err(publishing)?.is_empty() {
                    return Err(Error::PublishConflict { files: row.target });
                }
            }
        }
        Ok(())
    }

    /// Carries out what an undo or redo means for the person's files, after the database says so.
    /// Gives the files that changed since and were left as they are.
    pub(crate) fn follow(&self, changes: &[Change], seq: i64) -> Result<Vec<String>, Error> {
        let mut left = vec![];
        for change in changes {
            let (attempt, back) = match change {
                Change::Unpublish { attempt } => (*attempt, true),
                Change::Publish { attempt } => (*attempt, false),
                _ => continue,
            };
            let rows = self
                .store
                .read(move |connection| Ok::<_, Error>(deliverables::publications(connection, attempt)?))?;
            for row in rows {
                let target = PathBuf::from(&row.target);
                let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { continue };
                let path = name.to_string_lossy().into_owned();
                let after = hash(&row.after_hash)?;
                let before = row.before_hash.as_deref().map(hash).transpose()?;
                let id = format!("{}.undo-{seq}-{}", self.store.owner_id(), row.deliverable_id);
                if back {
                    let file = PublishedFile { path, new: after, before };
                    if !self.take_back(folder, &[file], &id)?.is_empty() {
                        left.push(row.target);
                    }
                } else {
                    let journal = self.journal();
                    let places = Places { workspace: folder, objects: &self.objects, journal: &journal };
                    let file = Publication { path, new: after, expected_before: before };
                    match publish::publish(places, &id, &[file]).map_err(publishing) {
                        Ok(_) => publish::acknowledge(&journal, &id).map_err(publishing)?,
                        Err(Error::PublishConflict { .. }) => left.push(row.target),
                        Err(error) => return Err(error),
                    }
                }
            }
        }
        Ok(left)
    }

    /// Brings what dead processes left unfinished to the state the database says. Publications of
    /// processes that live are theirs.
    pub(crate) fn recover_publishing(&self) -> Result<(), Error> {
        self.end_dead_owners()?;
        let journal = self.journal();
        if !journal.is_dir() {
            return Ok(());
        }
        let recovered = publish::recover(&journal, &self.objects).map_err(publishing)?;
        for published in recovered.published {
            let Some((owner, review)) = published.id.split_once('.') else { continue };
            let (owner, review) = (owner.to_owned(), review.to_owned());
            let (lives, recorded) = self.store.read(move |connection| {
                Ok::<_, Error>((
                    deliverables::owner_is_open(connection, &owner)?,
                    deliverables::review_is_recorded(connection, &review)?,
                ))
            })?;
            let is_undo = published.id.contains(".undo-");
            if lives {
                continue;
            }
            if !recorded && !is_undo {
                self.take_back(&published.workspace, &published.files, &format!("{}-back", published.id))?;
            }
            publish::acknowledge(&journal, &published.id).map_err(publishing)?;
        }
        for taken in recovered.taken_back {
            let owner = taken.id.split('.').next().unwrap_or_default().to_owned();
            let lives = self
                .store
                .read(move |connection| Ok::<_, Error>(deliverables::owner_is_open(connection, &owner)?))?;
            if !lives {
                publish::acknowledge(&journal, &taken.id).map_err(publishing)?;
            }
        }
        self.recover_pending_files()
    }
}

fn make_folder(folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(|source| Error::WriteFile { path: folder.to_owned(), source })
}
