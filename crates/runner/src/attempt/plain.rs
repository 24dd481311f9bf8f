//! Staging by plain copying: the declared inputs, or the whole folder within the limits. Links are
//! neither followed nor copied, and what belongs to version control, secrets or this program stays out.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;
use halfday_domain::failure::FailureReason;

use crate::agents::Failure;
use crate::attempt::staging::{ChangedFile, Changes, Staging};
use crate::objects::{Hash, Objects};
use crate::publish;

/// More files than this are not copied.
const MOST_FILES: usize = 20_000;
/// More bytes than this are not copied: 2 GiB.
const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// Path and content of every file.
type Manifest = BTreeMap<String, Hash>;

/// How a plain copy is made.
#[derive(Debug, Clone)]
pub struct PlainStaging {
    /// Where the copy is made; it is the attempt's own.
    pub folder: PathBuf,
    pub source: Source,
    /// These are copied and have to be there; without any, everything is copied.
    pub inputs: Vec<String>,
    /// These are copied where they are there: what an attempt may go on writing.
    pub outputs: Vec<String>,
    pub objects: Objects,
    /// The first and the last snapshot of the attempt this one goes on from.
    pub goes_on_from: Option<(String, String)>,
}

/// Where the files come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The person's folder.
    Folder(PathBuf),
    /// A folder of the job's own, which may not be there yet.
    Own(PathBuf),
}

impl Source {
    fn path(&self) -> &Path {
        match self {
            Self::Folder(path) | Self::Own(path) => path,
        }
    }
}

impl Staging for PlainStaging {
    fn make(&self) -> BoxFuture<'_, Result<PathBuf, Failure>> {
        let own = self.clone();
        blocking(move || own.copy())
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<String, Failure>> {
        let own = self.clone();
        blocking(move || {
            let mut manifest = Manifest::new();
            for path in own.listed(&own.folder)?.files {
                let content = fs::read(own.folder.join(&path)).map_err(broken(&path))?;
                manifest.insert(path, own.objects.put(&content).map_err(unkept)?);
            }
            written(&manifest)
        })
    }

    fn changes(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        let own = self.clone();
        blocking(move || own.compare())
    }

    fn restore<'a>(&'a self, snapshot: &'a str) -> BoxFuture<'a, Result<(), Failure>> {
        let own = self.clone();
        let snapshot = snapshot.to_owned();
        blocking(move || own.bring_back(&snapshot))
    }

    fn remove(&self) -> BoxFuture<'_, ()> {
        let own = self.clone();
        Box::pin(async move {
            // What stays is litter; the next start clears it.
            let _ = blocking(move || Ok(fs::remove_dir_all(own.base_folder()))).await;
        })
    }
}

struct Listed {
    files: Vec<String>,
    links: Vec<String>,
}

impl PlainStaging {
    /// The folder of the attempt: the copy, and how it was at first beside it.
    fn base_folder(&self) -> PathBuf {
        self.folder.parent().unwrap_or(&self.folder).to_owned()
    }

    fn base_file(&self) -> PathBuf {
        self.base_folder().join("base.json")
    }

    fn copy(&self) -> Result<PathBuf, Failure> {
        let source = self.source.path();
        if let Some(missing) = self.missing() {
            return Err(missing);
        }
        fs::create_dir_all(&self.folder).map_err(broken("."))?;
        let mut base = Manifest::new();
        let wanted = if source.is_dir() { self.listed(source)?.files } else { vec![] };
        for path in &wanted {
            let content = fs::read(source.join(path)).map_err(broken(path))?;
            base.insert(path.clone(), self.objects.put(&content).map_err(unkept)?);
            put(&self.folder.join(path), &content).map_err(broken(path))?;
        }
        if let Some((first, last)) = &self.goes_on_from {
            let (first, last) = (read(first)?, read(last)?);
            for (path, hash) in last.iter().filter(|(path, hash)| first.get(*path) != Some(*hash)) {
                let content = self.objects.get(hash).map_err(unkept)?;
                put(&self.folder.join(path), &content).map_err(broken(path))?;
                // What it was made from counts: a file the person changed since is a conflict.
                match first.get(path) {
                    Some(was) => base.insert(path.clone(), *was),
                    None => base.remove(path),
                };
            }
        }
        put(&self.base_file(), written(&base)?.as_bytes()).map_err(broken("base.json"))?;
        Ok(self.folder.clone())
    }

    /// What has to be there and is not.
    fn missing(&self) -> Option<Failure> {
        if let Source::Folder(folder) = &self.source
            && !folder.is_dir()
        {
            let detail = folder.display().to_string();
            return Some(Failure::new(FailureReason::WorkspaceMissing, detail));
        }
        let is_missing = |input: &&String| {
            !input.contains(['*', '?', '[', '{']) && !self.source.path().join(input).exists()
        };
        let missing = self.inputs.iter().find(is_missing)?;
        Some(Failure::new(FailureReason::InputMissing, missing.clone()))
    }

    fn compare(&self) -> Result<Changes, Failure> {
        let base = fs::read_to_string(self.base_file()).map_err(broken("base.json"))?;
        let base = read(&base)?;
        let listed = self.listed(&self.folder)?;
        let mut changes = Changes { refused: listed.links, ..Changes::default() };
        for path in &listed.files {
            let content = fs::read(self.folder.join(path)).map_err(broken(path))?;
            let was = base.get(path).copied();
            if was == Some(Hash::of(&content)) {
                continue;
            }
            if publish::prove(&[path]).is_err() {
                changes.refused.push(path.clone());
                continue;
            }
            changes.files.push(ChangedFile { path: path.clone(), content, base: was });
        }
        let is_gone = |path: &&String| !listed.files.contains(path);
        changes.deleted = base.keys().filter(is_gone).cloned().collect();
        Ok(changes)
    }

    fn bring_back(&self, snapshot: &str) -> Result<(), Failure> {
        let wanted = read(snapshot)?;
        for path in self.listed(&self.folder)?.files {
            if !wanted.contains_key(&path) {
                fs::remove_file(self.folder.join(&path)).map_err(broken(&path))?;
            }
        }
        for (path, hash) in &wanted {
            let place = self.folder.join(path);
            let is_right = fs::read(&place).is_ok_and(|content| Hash::of(&content) == *hash);
            if !is_right {
                let content = self.objects.get(hash).map_err(unkept)?;
                put(&place, &content).map_err(broken(path))?;
            }
        }
        Ok(())
    }

    /// The plain files below `root`, sorted; in the person's folder only those that are copied.
    fn listed(&self, root: &Path) -> Result<Listed, Failure> {
        let is_source = root == self.source.path();
        let mut listed = Listed { files: vec![], links: vec![] };
        let mut bytes = 0;
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(root.join(&folder)).map_err(broken(&folder))?;
            for entry in entries {
                let entry = entry.map_err(broken(&folder))?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                let kind = entry.file_type().map_err(broken(&path))?;
                if is_source && publish::prove(&[&path]).is_err() {
                    continue;
                }
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file() {
                    if is_source && !self.is_wanted(&path) {
                        continue;
                    }
                    bytes += entry.metadata().map_err(broken(&path))?.len();
                    listed.files.push(path);
                } else if !is_source {
                    listed.links.push(path);
                }
                if listed.files.len() > MOST_FILES || bytes > MOST_BYTES {
                    return Err(Failure::new(
                        FailureReason::WorkspaceMissing,
                        format!("more than {MOST_FILES} files or 2 GiB"),
                    ));
                }
            }
        }
        listed.files.sort();
        listed.links.sort();
        Ok(listed)
    }

    fn is_wanted(&self, path: &str) -> bool {
        self.inputs.is_empty()
            || self.inputs.iter().chain(&self.outputs).any(|name| {
                let name = name.trim_start_matches("./").trim_end_matches('/');
                let is_named =
                    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
                is_named || globset::Glob::new(name).is_ok_and(|glob| glob.compile_matcher().is_match(path))
            })
    }
}

fn put(place: &Path, content: &[u8]) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(place, content)
}

fn written(manifest: &Manifest) -> Result<String, Failure> {
    serde_json::to_string(manifest)
        .map_err(|source| Failure::new(FailureReason::WorkspaceMissing, source.to_string()))
}

fn read(text: &str) -> Result<Manifest, Failure> {
    serde_json::from_str(text)
        .map_err(|source| Failure::new(FailureReason::WorkspaceMissing, source.to_string()))
}

fn broken(path: &str) -> impl FnOnce(io::Error) -> Failure + use<> {
    let path = path.to_owned();
    move |source| {
        let reason = match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FailureReason::DiskFull,
            _ => FailureReason::WorkspaceMissing,
        };
        Failure::new(reason, format!("{path}: {source}"))
    }
}

fn unkept(source: crate::Error) -> Failure {
    let reason = match &source {
        crate::Error::Write { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
            FailureReason::DiskFull
        }
        _ => FailureReason::WorkspaceMissing,
    };
    Failure::new(reason, source.to_string())
}

fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> BoxFuture<'static, Result<T, Failure>> {
    Box::pin(async move {
        tokio::task::spawn_blocking(work)
            .await
            .unwrap_or_else(|broken| Err(Failure::new(FailureReason::WorkspaceMissing, broken.to_string())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct World {
        folder: tempfile::TempDir,
    }

    impl World {
        fn new(files: &[(&str, &str)]) -> Self {
            let world = Self { folder: tempfile::tempdir().unwrap() };
            for (path, text) in files {
                put(&world.folder.path().join("mine").join(path), text.as_bytes()).unwrap();
            }
            world
        }

        fn staging(&self, name: &str, inputs: &[&str]) -> PlainStaging {
            PlainStaging {
                folder: self.folder.path().join(name).join("files"),
                source: Source::Folder(self.folder.path().join("mine")),
                outputs: vec![],
                inputs: inputs.iter().map(|input| (*input).to_owned()).collect(),
                objects: Objects::in_folder(self.folder.path().join("objects")),
                goes_on_from: None,
            }
        }
    }

    fn paths(changes: &Changes) -> Vec<&str> {
        changes.files.iter().map(|file| file.path.as_str()).collect()
    }

    #[tokio::test]
    async fn only_what_is_declared_is_copied_and_only_what_changed_comes_back() {
        let world = World::new(&[("in.csv", "1"), ("notes/a.md", "a"), ("other.md", "o"), (".env", "KEY=1")]);
        let staging = world.staging("one", &["in.csv", "notes"]);

        let folder = staging.make().await.unwrap();
        let copied = staging.listed(&folder).unwrap().files;
        fs::write(folder.join("notes/a.md"), "better").unwrap();
        fs::write(folder.join("new.md"), "new").unwrap();
        fs::remove_file(folder.join("in.csv")).unwrap();
        let changes = staging.changes().await.unwrap();

        assert_eq!(copied, ["in.csv", "notes/a.md"]);
        assert_eq!(paths(&changes), ["new.md", "notes/a.md"]);
        assert_eq!(changes.files[1].base, Some(Hash::of(b"a")), "what the person's file was");
        assert_eq!(changes.deleted, ["in.csv"]);
        assert_eq!(fs::read_to_string(world.folder.path().join("mine/in.csv")).unwrap(), "1");
    }

    #[tokio::test]
    async fn what_has_to_be_there_and_is_not_is_said_before_anything_begins() {
        let world = World::new(&[("in.csv", "1")]);
        let reason = |failure: Failure| (failure.reason, failure.detail);

        let missing = world.staging("one", &["in.csv", "gone.csv"]).make().await.unwrap_err();
        let source = Source::Folder(world.folder.path().join("nowhere"));
        let nowhere = PlainStaging { source, ..world.staging("two", &[]) }.make().await.unwrap_err();

        assert_eq!(reason(missing), (FailureReason::InputMissing, "gone.csv".to_owned()));
        assert_eq!(reason(nowhere).0, FailureReason::WorkspaceMissing);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn links_and_names_that_are_off_limits_are_named_and_stay_behind() {
        let world = World::new(&[("a.md", "a"), (".env", "KEY=1")]);
        let staging = world.staging("one", &[]);

        let folder = staging.make().await.unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.join("link.md")).unwrap();
        fs::create_dir_all(folder.join(".git/hooks")).unwrap();
        fs::write(folder.join(".git/hooks/post-checkout"), "#!/bin/sh").unwrap();
        let changes = staging.changes().await.unwrap();

        assert!(!folder.join(".env").exists(), "secrets are not copied");
        assert_eq!(paths(&changes), Vec::<&str>::new());
        assert_eq!(changes.refused, ["link.md", ".git/hooks/post-checkout"]);
    }

    #[tokio::test]
    async fn a_snapshot_brings_the_folder_back_and_the_next_attempt_goes_on_from_it() {
        let world = World::new(&[("a.md", "a")]);
        let staging = world.staging("one", &[]);
        let folder = staging.make().await.unwrap();
        let first = staging.snapshot().await.unwrap();
        fs::write(folder.join("a.md"), "half").unwrap();
        fs::write(folder.join("b.md"), "b").unwrap();
        let last = staging.snapshot().await.unwrap();

        staging.restore(&first).await.unwrap();
        let restored = staging.snapshot().await.unwrap();
        fs::write(world.folder.path().join("mine/a.md"), "changed by the person").unwrap();
        let next = PlainStaging { goes_on_from: Some((first.clone(), last)), ..world.staging("two", &[]) };
        let folder = next.make().await.unwrap();
        let changes = next.changes().await.unwrap();

        assert_eq!(restored, first);
        assert_eq!(fs::read_to_string(folder.join("a.md")).unwrap(), "half");
        assert_eq!(paths(&changes), ["a.md", "b.md"]);
        assert_eq!(
            changes.files[0].base,
            Some(Hash::of(b"a")),
            "it was made from the old file: publishing it now is a conflict"
        );
    }
}
