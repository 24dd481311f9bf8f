//! The copy in which an attempt works: what is in it, what is not, and what came of it.

use std::error::Error as StdError;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use halfday_runner::Error;
use halfday_runner::objects::Hash;
use halfday_runner::staging::{Change, Difference, LeftOut, Limits, Source, Staging, Stagings, Why};
use tokio_util::sync::CancellationToken;

type Outcome = Result<(), Box<dyn StdError>>;

/// A person's folder and where copies of it go.
struct World {
    root: tempfile::TempDir,
}

impl World {
    fn with(files: &[(&str, &str)]) -> Result<Self, Box<dyn StdError>> {
        let world = Self { root: tempfile::tempdir()? };
        fs::create_dir(world.workspace())?;
        for (path, content) in files {
            write(&world.workspace().join(path), content)?;
        }
        Ok(world)
    }

    fn workspace(&self) -> PathBuf {
        self.root.path().join("work")
    }

    fn stagings(&self) -> Stagings {
        self.limited(Limits::default())
    }

    fn limited(&self, limits: Limits) -> Stagings {
        Stagings::in_folder(self.root.path().join("staging"), self.root.path().join("staging"), limits)
    }

    fn whole(&self) -> Source {
        Source::Workspace(self.workspace())
    }

    fn inputs(&self, paths: &[&str]) -> Source {
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        Source::Inputs { workspace: self.workspace(), paths, also: vec![] }
    }

    fn begin(&self, source: &Source) -> Result<Staging, Error> {
        let survey = self.stagings().survey(source)?;
        self.stagings().begin("a1", &survey, &CancellationToken::new())
    }
}

fn write(path: &Path, content: &str) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, content)
}

/// All there is below `folder`, in order; folders end in `/`.
fn names(folder: &Path) -> Result<Vec<String>, Box<dyn StdError>> {
    let mut names = vec![];
    let mut waiting = vec![folder.to_owned()];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(&here)? {
            let entry = entry?;
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                waiting.push(entry.path());
                names.push(format!("{name}/"));
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

fn left_out(path: &str, why: Why) -> LeftOut {
    LeftOut { path: path.to_owned(), why }
}

fn change(path: &str, before: Option<&str>, now: Option<&str>) -> Change {
    let hash = |content: &str| Hash::of(content.as_bytes());
    let difference = match (before, now) {
        (None, _) => Difference::Added,
        (Some(_), Some(_)) => Difference::Changed,
        (Some(_), None) => Difference::Deleted,
    };
    Change { path: path.to_owned(), difference, before: before.map(hash), now: now.map(hash) }
}

#[test]
fn the_whole_workspace_is_copied_and_what_is_not_is_said() -> Outcome {
    let world = World::with(&[
        ("報告.md", "文"),
        ("a/b/c.txt", "c"),
        (".git/hooks/pre-commit", "#!/bin/sh\nrm -rf ~"),
        (".gitignore", "build\n"),
        ("build/made.txt", "git would ignore it"),
        ("node_modules/x/index.js", "x"),
        ("target/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55"),
        ("target/debug/huge", "x"),
        ("docs/target/readers.md", "who reads it"),
        (".env", "KEY=1"),
        ("app/.env.local", "KEY=2"),
        (".halfday-1.old", "ours"),
    ])?;
    fs::create_dir(world.workspace().join("empty"))?;

    let staging = world.begin(&world.whole())?;

    let expected = [
        ".gitignore",
        "a/",
        "a/b/",
        "a/b/c.txt",
        "app/",
        "build/",
        "build/made.txt",
        "docs/",
        "docs/target/",
        "docs/target/readers.md",
        "empty/",
        "報告.md",
    ];
    assert_eq!(names(staging.folder())?, expected);
    assert_eq!(fs::read_to_string(staging.folder().join("報告.md"))?, "文");
    let not_copied = [
        left_out(".env", Why::Secrets),
        left_out(".git", Why::VersionControl),
        left_out("app/.env.local", Why::Secrets),
        left_out("node_modules", Why::Cache),
        left_out("target", Why::Cache),
    ];
    assert_eq!(staging.left_out(), not_copied);
    assert!(staging.changes()?.files.is_empty(), "nothing has happened yet");
    Ok(())
}

#[test]
fn declared_inputs_alone_are_copied() -> Outcome {
    let world = World::with(&[("a.csv", "1"), ("b/c.md", "c"), ("b/d.md", "d"), ("secret.md", "no")])?;

    let staging = world.begin(&world.inputs(&["a.csv", "./b/", "b/d.md"]))?;

    assert_eq!(names(staging.folder())?, ["a.csv", "b/", "b/c.md", "b/d.md"]);
    Ok(())
}

#[test]
fn an_item_without_anything_works_in_an_empty_folder() -> Outcome {
    let world = World::with(&[("a.csv", "1")])?;
    let staging = world.begin(&Source::Empty)?;

    write(&staging.folder().join("out/answer.md"), "done")?;

    assert_eq!(staging.changes()?.files, [change("out/answer.md", None, Some("done"))]);
    assert!(staging.inputs_changed()?.is_empty());
    Ok(())
}

#[test]
fn inputs_that_are_missing_or_lead_elsewhere_are_refused() -> Outcome {
    let world = World::with(&[("a.csv", "1")])?;

    let missing = world.stagings().survey(&world.inputs(&["b.csv"]));
    assert!(matches!(missing, Err(Error::InputMissing { path }) if path == "b.csv"));
    for path in ["/etc/passwd", "../outside", "a/../../outside"] {
        let refused = world.stagings().survey(&world.inputs(&[path]));
        assert!(matches!(refused, Err(Error::PathRefused { .. })), "{path}");
    }
    let nowhere = world.stagings().survey(&Source::Workspace(world.root.path().join("nowhere")));
    assert!(matches!(nowhere, Err(Error::WorkspaceMissing { .. })));
    Ok(())
}

#[test]
fn too_much_is_said_with_what_was_counted_before_anything_is_copied() -> Outcome {
    let world = World::with(&[("a", "12345"), ("b/c", "123"), ("b/d", "")])?;
    let few = world.limited(Limits { files: 2, bytes: 1000 });
    let short = world.limited(Limits { files: 10, bytes: 7 });

    let survey = few.survey(&world.whole())?;
    assert_eq!((survey.files, survey.bytes, survey.is_whole), (3, 8, true));
    let refused = few.begin("a1", &survey, &CancellationToken::new());
    assert!(matches!(refused, Err(Error::TooLarge { counted_files: 3, counted_bytes: 8, files: 2, .. })));

    let survey = short.survey(&world.whole())?;
    // Copies that share their blocks cost nothing.
    assert_eq!(matches!(survey.prove(), Err(Error::TooLarge { bytes: 7, .. })), !survey.shares_blocks);
    assert!(few.names()?.is_empty());
    Ok(())
}

#[test]
fn a_workspace_that_does_not_fit_on_the_disk_is_said_before() -> Outcome {
    let world = World::with(&[])?;
    // Holes, longer together than any disk has room for.
    for name in 0..40 {
        File::create(world.workspace().join(format!("{name}")))?.set_len(2 << 30)?;
    }
    let stagings = world.limited(Limits { files: 100, bytes: u64::MAX });
    let mut survey = stagings.survey(&world.whole())?;
    survey.shares_blocks = false;
    assert_eq!(survey.bytes, 80 << 30);
    survey.free_bytes = Some(79 << 30);

    assert!(matches!(survey.prove(), Err(Error::DiskFull { free: Some(free), .. }) if free == 79 << 30));
    assert!(stagings.survey(&Source::Empty)?.free_bytes.is_none_or(|free| free > 0));
    Ok(())
}

#[test]
fn what_changed_is_found_by_content_whatever_the_times_say() -> Outcome {
    let world =
        World::with(&[("same.md", "same"), ("was.md", "old"), ("gone.md", "gone"), ("touched.md", "t")])?;
    let staging = world.begin(&world.whole())?;
    let place = |name: &str| staging.folder().join(name);
    let before = fs::metadata(place("was.md"))?.modified()?;

    fs::write(place("was.md"), "new")?;
    // Same length, and the former time put back: it is found all the same.
    File::options().write(true).open(place("was.md"))?.set_modified(before)?;
    fs::remove_file(place("gone.md"))?;
    fs::write(place("touched.md"), "t")?;
    write(&place("neu/x.md"), "x")?;

    let expected = [
        change("gone.md", Some("gone"), None),
        change("neu/x.md", None, Some("x")),
        change("was.md", Some("old"), Some("new")),
    ];
    assert_eq!(staging.changes()?.files, expected);
    assert_eq!(staging.deliverable("neu/x.md", 10)?.content, b"x");
    assert!(matches!(staging.deliverable("was.md", 2), Err(Error::TooLong { longest: 2, .. })));
    assert_eq!(
        fs::read_to_string(world.workspace().join("was.md"))?,
        "old",
        "the person's folder is untouched"
    );
    Ok(())
}

#[test]
fn inputs_that_changed_since_the_start_are_said() -> Outcome {
    let world = World::with(&[("a.md", "a"), ("b.md", "b"), ("c.md", "c")])?;
    let staging = world.begin(&world.whole())?;
    assert!(staging.inputs_changed()?.is_empty());

    fs::write(world.workspace().join("a.md"), "other")?;
    fs::remove_file(world.workspace().join("b.md"))?;
    fs::write(world.workspace().join("c.md"), "c")?;

    let expected = [change("a.md", Some("a"), Some("other")), change("b.md", Some("b"), None)];
    assert_eq!(staging.inputs_changed()?, expected, "c.md was written with what it held");
    Ok(())
}

#[test]
fn a_staging_folder_is_removed_when_nobody_needs_it_and_not_before() -> Outcome {
    let world = World::with(&[("a.md", "a")])?;
    let stagings = world.stagings();
    let survey = stagings.survey(&world.whole())?;
    let never = CancellationToken::new();
    let first = stagings.begin("a1", &survey, &never)?;
    assert!(matches!(stagings.begin("a1", &survey, &never), Err(Error::AlreadyStaged(_))));
    stagings.begin("a2", &survey, &never)?;

    assert_eq!(stagings.names()?, ["a1", "a2"]);
    assert!(matches!(stagings.remove("a1"), Err(Error::InUse(_))));
    drop(first);
    stagings.remove("a1")?;
    stagings.remove("never-there")?;

    assert_eq!(stagings.names()?, ["a2"]);
    for name in ["", "..", "a/b", ".x", "a b"] {
        assert!(matches!(stagings.remove(name), Err(Error::NotAName(_))), "{name:?}");
    }
    Ok(())
}

#[test]
fn a_stopped_copy_leaves_nothing_and_can_be_begun_again() -> Outcome {
    let world = World::with(&[("a.md", "a")])?;
    let stagings = world.stagings();
    let survey = stagings.survey(&world.whole())?;
    let stop = CancellationToken::new();
    stop.cancel();

    assert!(matches!(stagings.begin("a1", &survey, &stop), Err(Error::Stopped)));

    assert!(stagings.names()?.is_empty());
    stagings.begin("a1", &survey, &CancellationToken::new())?;
    Ok(())
}

#[test]
fn what_a_crash_left_of_a_copy_is_copied_anew() -> Outcome {
    let world = World::with(&[("a.md", "a")])?;
    let half = world.root.path().join("staging/a1/files");
    write(&half.join("half.md"), "half")?;

    let staging = world.begin(&world.whole())?;

    assert_eq!(names(staging.folder())?, ["a.md"]);
    Ok(())
}

#[test]
fn a_workspace_that_holds_our_own_folder_does_not_copy_it() -> Outcome {
    let world = World::with(&[("work/a.md", "a")])?;
    let ours = world.workspace().join("data");
    let stagings = Stagings::in_folder(ours.join("staging"), &ours, Limits::default());
    write(&ours.join("halfday.db"), "everything")?;

    let survey = stagings.survey(&world.whole())?;
    let staging = stagings.begin("a1", &survey, &CancellationToken::new())?;

    assert_eq!(names(staging.folder())?, ["work/", "work/a.md"]);
    assert_eq!(staging.left_out(), [left_out("data", Why::Ours)]);
    let declared = stagings.survey(&world.inputs(&["data/halfday.db"]))?;
    assert_eq!(declared.left_out, [left_out("data/halfday.db", Why::Ours)]);
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_devices_and_sockets_are_listed_and_not_followed() -> Outcome {
        let world = World::with(&[("a.md", "a"), ("folder/b.md", "b")])?;
        let work = world.workspace();
        symlink("/etc/passwd", work.join("passwd"))?;
        symlink("folder", work.join("other"))?;
        symlink("..", work.join("up"))?;
        let _socket = UnixListener::bind(work.join("socket"))?;
        assert!(Command::new("mkfifo").arg(work.join("fifo")).status()?.success());

        let staging = world.begin(&world.whole())?;

        assert_eq!(names(staging.folder())?, ["a.md", "folder/", "folder/b.md"]);
        let link = |to: &str| Why::Link { to: to.to_owned() };
        let expected = [
            left_out("fifo", Why::Fifo),
            left_out("other", link("folder")),
            left_out("passwd", link("/etc/passwd")),
            left_out("socket", Why::Socket),
            left_out("up", link("..")),
        ];
        assert_eq!(staging.left_out(), expected);
        let declared = world.stagings().survey(&world.inputs(&["passwd", "other/b.md", "fifo"]))?;
        assert_eq!(declared.files, 0, "declared or not: {:?}", declared.left_out);
        assert_eq!(declared.left_out.len(), 3);
        Ok(())
    }

    #[test]
    fn hard_links_become_copies_and_copies_are_the_owners_alone() -> Outcome {
        let world = World::with(&[("a.md", "a")])?;
        fs::hard_link(world.workspace().join("a.md"), world.workspace().join("b.md"))?;
        let script = world.workspace().join("run.sh");
        fs::write(&script, "#!/bin/sh\n")?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o6755))?;
        fs::set_permissions(world.workspace().join("a.md"), fs::Permissions::from_mode(0o444))?;

        let staging = world.begin(&world.whole())?;

        let found = |name: &str| fs::metadata(staging.folder().join(name));
        assert_eq!((found("a.md")?.nlink(), found("b.md")?.nlink()), (1, 1));
        assert_ne!(found("a.md")?.ino(), found("b.md")?.ino());
        fs::write(staging.folder().join("b.md"), "other")?;
        assert_eq!(fs::read_to_string(staging.folder().join("a.md"))?, "a");
        assert_eq!(fs::read_to_string(world.workspace().join("b.md"))?, "a");
        assert_eq!(found("a.md")?.mode() & 0o7777, 0o600, "it may be worked on");
        assert_eq!(found("run.sh")?.mode() & 0o7777, 0o700, "a program stays one, and gives nobody rights");
        assert_eq!(fs::metadata(staging.folder().join(".."))?.mode() & 0o777, 0o700);
        Ok(())
    }
}
