//! The copy of an attempt as the driver has it: what goes in, what comes back, from where the next one
//! goes on, and what is said when it cannot be made.

use std::fs;
use std::path::{Path, PathBuf};

use halfday_domain::failure::FailureReason;
use halfday_runner::attempt::staged::{Plan, Snapshot, StagedCopy};
use halfday_runner::attempt::staging::{Changes, Staging};
use halfday_runner::checkpoints::CheckpointStore;
use halfday_runner::objects::Hash;
use halfday_runner::staging::{Limits, Source, Stagings};

type Outcome = Result<(), Box<dyn std::error::Error>>;

struct World {
    root: tempfile::TempDir,
}

fn put(place: &Path, text: &str) -> std::io::Result<()> {
    fs::create_dir_all(place.parent().unwrap_or(place))?;
    fs::write(place, text)
}

impl World {
    fn with(files: &[(&str, &str)]) -> std::io::Result<Self> {
        let world = Self { root: tempfile::tempdir()? };
        fs::create_dir(world.mine(""))?;
        for (path, text) in files {
            put(&world.mine(path), text)?;
        }
        Ok(world)
    }

    /// A file of the person's.
    fn mine(&self, path: &str) -> PathBuf {
        self.root.path().join("mine").join(path)
    }

    fn staging(&self) -> PathBuf {
        self.root.path().join("data/staging")
    }

    fn plan(&self, attempt: &str) -> Plan {
        let ours = self.root.path().join("data");
        Plan {
            attempt: attempt.to_owned(),
            source: Source::Workspace(self.mine("")),
            stagings: Stagings::in_folder(self.staging(), &ours, Limits::default()),
            checkpoints: CheckpointStore::in_folder(ours.join("checkpoints")),
            goes_on_from: None,
        }
    }

    fn copy(&self, attempt: &str) -> StagedCopy {
        StagedCopy::new(self.plan(attempt))
    }
}

fn paths(changes: &Changes) -> Vec<&str> {
    changes.files.iter().map(|file| file.path.as_str()).collect()
}

#[tokio::test]
async fn only_what_is_declared_is_copied_and_only_what_changed_comes_back() -> Outcome {
    let world = World::with(&[("in.csv", "1"), ("notes/a.md", "a"), ("old.md", "o"), ("other.md", "x")])?;
    let owned = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect();
    let source = Source::Inputs {
        workspace: world.mine(""),
        paths: owned(&["in.csv", "notes"]),
        also: owned(&["old.md", "new.md"]),
    };
    let copy = StagedCopy::new(Plan { source, ..world.plan("a1") });

    let folder = copy.make().await?;
    let was_copied = ["in.csv", "notes/a.md", "old.md", "other.md"].map(|name| folder.join(name).exists());
    fs::write(folder.join("notes/a.md"), "better")?;
    fs::write(folder.join("new.md"), "new")?;
    fs::remove_file(folder.join("in.csv"))?;
    let changes = copy.changes().await?;

    assert_eq!(was_copied, [true, true, true, false]);
    assert_eq!(paths(&changes), ["new.md", "notes/a.md"]);
    assert_eq!(changes.files[1].base, Some(Hash::of(b"a")), "what the person's file was");
    assert_eq!(changes.deleted, ["in.csv"]);
    assert_eq!(fs::read_to_string(world.mine("in.csv"))?, "1");
    Ok(())
}

#[tokio::test]
async fn a_copy_that_cannot_be_made_says_why_before_anything_is_copied() -> Outcome {
    let world = World::with(&[("in.csv", "12345"), ("b.csv", "1")])?;
    let inputs =
        |path: &str| Source::Inputs { workspace: world.mine(""), paths: vec![path.to_owned()], also: vec![] };
    let few = Stagings::in_folder(world.staging(), world.staging(), Limits { files: 1, ..Limits::default() });
    let gone = Source::Workspace(world.mine("nowhere"));
    let plans = [
        Plan { source: inputs("gone.csv"), ..world.plan("a1") },
        Plan { source: inputs("../secret"), ..world.plan("a1") },
        Plan { source: gone.clone(), ..world.plan("a1") },
        Plan { stagings: few, ..world.plan("a1") },
    ];

    let mut said = vec![];
    for plan in plans {
        let failure = StagedCopy::new(plan).make().await.expect_err("it cannot be made");
        said.push((failure.reason, failure.detail));
    }

    let Source::Workspace(gone) = gone else { return Err("a folder".into()) };
    assert_eq!(
        said,
        [
            (FailureReason::InputMissing, "gone.csv".to_owned()),
            (FailureReason::InputRefused, "../secret".to_owned()),
            (FailureReason::WorkspaceMissing, gone.display().to_string()),
            (FailureReason::TooLarge, "2 files (≤ 1) · 1 MiB (≤ 2048)".to_owned()),
        ]
    );
    assert!(fs::read_dir(world.staging())?.next().is_none());
    Ok(())
}

#[tokio::test]
async fn files_of_the_person_that_changed_while_it_worked_are_named() -> Outcome {
    let world = World::with(&[("a.md", "a"), ("b.md", "b")])?;
    let copy = world.copy("a1");
    let folder = copy.make().await?;

    fs::write(folder.join("out.md"), "done")?;
    fs::write(world.mine("b.md"), "newer")?;
    let changes = copy.changes().await?;

    assert_eq!(paths(&changes), ["out.md"]);
    assert_eq!(changes.inputs_changed, ["b.md"]);
    Ok(())
}

#[cfg(unix)]
#[tokio::test]
async fn links_and_names_that_are_off_limits_are_named_and_stay_behind() -> Outcome {
    let world = World::with(&[("a.md", "a"), (".env", "KEY=1")])?;
    let copy = world.copy("a1");

    let folder = copy.make().await?;
    std::os::unix::fs::symlink("/etc/passwd", folder.join("link.md"))?;
    put(&folder.join(".git/hooks/post-checkout"), "#!/bin/sh")?;
    put(&folder.join("node_modules/x/index.js"), "made again at any time")?;
    put(&folder.join(".env"), "KEY=2")?;
    let changes = copy.changes().await?;

    assert_eq!(paths(&changes), Vec::<&str>::new());
    assert_eq!(changes.refused, [".git", "link.md", ".env"]);
    assert_eq!(changes.not_copied, [".env"]);
    Ok(())
}

#[tokio::test]
async fn a_snapshot_brings_the_folder_back() -> Outcome {
    let world = World::with(&[("a.md", "a")])?;
    let copy = world.copy("a1");
    let folder = copy.make().await?;
    let first = copy.snapshot().await?;
    assert_eq!(copy.snapshot().await?, first, "nothing changed in between");
    fs::write(folder.join("a.md"), "half")?;
    fs::write(folder.join("b.md"), "b")?;
    assert_ne!(copy.snapshot().await?, first);

    copy.restore(&first).await?;

    assert_eq!(fs::read_to_string(folder.join("a.md"))?, "a");
    assert!(!folder.join("b.md").exists());
    Ok(())
}

#[tokio::test]
async fn the_next_attempt_goes_on_from_what_the_earlier_one_had_changed() -> Outcome {
    let world = World::with(&[("a.md", "a"), ("mine.md", "old")])?;
    let copy = world.copy("a1");
    let folder = copy.make().await?;
    copy.snapshot().await?;
    fs::write(folder.join("a.md"), "half")?;
    let last = Snapshot::of(&copy.snapshot().await?).ok_or("a snapshot")?;
    copy.remove().await;
    fs::write(world.mine("a.md"), "changed by the person")?;
    fs::write(world.mine("mine.md"), "newer")?;

    let next = StagedCopy::new(Plan { goes_on_from: Some(("a1".to_owned(), last)), ..world.plan("a2") });
    let folder = next.make().await?;
    let changes = next.changes().await?;

    assert_eq!(fs::read_to_string(folder.join("a.md"))?, "half");
    assert_eq!(fs::read_to_string(folder.join("mine.md"))?, "newer");
    assert_eq!(paths(&changes), ["a.md"], "the person's newer file is not taken back to the old one");
    let base = changes.files[0].base;
    assert_eq!(base, Some(Hash::of(b"a")), "made from the old file: publishing it now is a conflict");
    Ok(())
}

#[tokio::test]
async fn checkpoints_that_are_gone_let_it_begin_anew_and_texts_of_other_kinds_name_none() -> Outcome {
    let world = World::with(&[("a.md", "a")])?;
    let snapshot = Snapshot::of(r#"{"checkpoint":3}"#).ok_or("a snapshot")?;

    let copy = StagedCopy::new(Plan { goes_on_from: Some(("gone".into(), snapshot)), ..world.plan("a1") });
    let folder = copy.make().await?;

    assert_eq!(fs::read_to_string(folder.join("a.md"))?, "a");
    let hash = Hash::of(b"a").to_string();
    let older = [format!(r#"{{"a.md":"{hash}"}}"#), format!(r#"{{"checkpoint":"{hash}"}}"#), String::new()];
    for text in older {
        assert_eq!(Snapshot::of(&text), None, "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn a_copy_nobody_waits_for_any_more_is_given_up_and_removed() -> Outcome {
    let world = World::with(&[])?;
    for number in 0..3_000 {
        fs::write(world.mine(&format!("{number}.md")), "text")?;
    }
    let copy = world.copy("a1");

    {
        let mut making = copy.make();
        let first = std::future::poll_fn(|waker| std::task::Poll::Ready(making.as_mut().poll(waker))).await;
        assert!(first.is_pending(), "it is being made");
    }
    copy.remove().await;

    assert!(fs::read_dir(world.staging()).map_or(true, |mut entries| entries.next().is_none()));
    assert_eq!(copy.snapshot().await.unwrap_err().reason, FailureReason::CopyFailed);
    Ok(())
}
