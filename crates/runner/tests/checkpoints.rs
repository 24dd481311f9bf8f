//! Whatever is done to a folder: each checkpoint of it can be had back, byte by byte.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fs;
use std::path::{Path, PathBuf};

use halfday_runner::Error;
use halfday_runner::checkpoints::{CheckpointStore, Checkpoints, Taken};
use halfday_runner::objects::Hash;
use halfday_runner::staging::Difference;
use proptest::prelude::*;

type Outcome = Result<(), Box<dyn StdError>>;
type Files = BTreeMap<String, (Vec<u8>, bool)>;

struct World {
    root: tempfile::TempDir,
}

impl World {
    fn new() -> std::io::Result<Self> {
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }?;
        fs::create_dir(root.path().join("files"))?;
        Ok(Self { root })
    }

    fn folder(&self) -> PathBuf {
        self.root.path().join("files")
    }

    fn store(&self) -> CheckpointStore {
        CheckpointStore::in_folder(self.root.path().join("kept"))
    }

    fn checkpoints(&self) -> Result<Checkpoints, Error> {
        self.store().open("a1")
    }

    fn write(&self, path: &str, content: &[u8]) -> std::io::Result<()> {
        let place = self.folder().join(path);
        fs::create_dir_all(place.parent().unwrap_or(&place))?;
        fs::write(place, content)
    }

    /// Every file with its content and whether it can be run, every folder (`/`), every link (`@`).
    fn files(&self) -> std::io::Result<Files> {
        let mut files = Files::new();
        let mut waiting = vec![(self.folder(), String::new())];
        while let Some((folder, prefix)) = waiting.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
                let found = fs::symlink_metadata(entry.path())?;
                if found.is_dir() {
                    waiting.push((entry.path(), format!("{path}/")));
                    files.insert(format!("{path}/"), (vec![], false));
                } else if found.is_symlink() {
                    let to = fs::read_link(entry.path())?.to_string_lossy().into_owned();
                    files.insert(format!("{path}@"), (to.into_bytes(), false));
                } else {
                    files.insert(path, (fs::read(entry.path())?, is_executable(&found)));
                }
            }
        }
        Ok(files)
    }
}

#[cfg(unix)]
fn is_executable(found: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o100 != 0
}

#[cfg(not(unix))]
fn is_executable(_found: &fs::Metadata) -> bool {
    false
}

/// What somebody does to the folder.
#[derive(Debug, Clone)]
enum Edit {
    Write(String, Vec<u8>),
    /// The same length and time, other bytes.
    Forge(String, u8),
    Remove(String),
    Folder(String),
    Move(String, String),
    Run(String),
    Link(String, String),
    Take,
    Restore(prop::sample::Index),
}

fn path() -> impl Strategy<Value = String> {
    // Few names, so that files become folders and the other way round.
    prop::collection::vec(prop::sample::select(vec!["a", "b", "漢"]), 1..4).prop_map(|names| names.join("/"))
}

fn edit() -> impl Strategy<Value = Edit> {
    let content = prop::collection::vec(any::<u8>(), 0..40);
    prop_oneof![
        6 => (path(), content).prop_map(|(path, content)| Edit::Write(path, content)),
        2 => (path(), any::<u8>()).prop_map(|(path, byte)| Edit::Forge(path, byte)),
        3 => path().prop_map(Edit::Remove),
        1 => path().prop_map(Edit::Folder),
        2 => (path(), path()).prop_map(|(from, to)| Edit::Move(from, to)),
        1 => path().prop_map(Edit::Run),
        1 => (path(), path()).prop_map(|(path, to)| Edit::Link(path, to)),
        4 => Just(Edit::Take),
        3 => any::<prop::sample::Index>().prop_map(Edit::Restore),
    ]
}

/// Does it, as far as it can be done: an edit that the file system refuses changes nothing.
fn act(folder: &Path, edit: &Edit) {
    let _ = match edit {
        Edit::Write(path, content) => {
            let place = folder.join(path);
            place.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(place, content))
        }
        Edit::Forge(path, byte) => forge(&folder.join(path), *byte),
        Edit::Remove(path) => {
            let place = folder.join(path);
            fs::remove_file(&place).or_else(|_| fs::remove_dir_all(&place))
        }
        Edit::Folder(path) => fs::create_dir_all(folder.join(path)),
        Edit::Move(from, to) => fs::rename(folder.join(from), folder.join(to)),
        Edit::Run(path) => run(&folder.join(path)),
        Edit::Link(path, to) => link(&folder.join(path), to),
        Edit::Take | Edit::Restore(_) => Ok(()),
    };
}

fn forge(place: &Path, byte: u8) -> std::io::Result<()> {
    let before = fs::symlink_metadata(place)?;
    if before.is_file() {
        fs::write(place, vec![byte; before.len() as usize])?;
        fs::File::options().write(true).open(place)?.set_modified(before.modified()?)?;
    }
    Ok(())
}

#[cfg(unix)]
fn run(place: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if fs::symlink_metadata(place)?.is_file() {
        fs::set_permissions(place, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(place: &Path, to: &str) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, place)
}

#[cfg(not(unix))]
fn run(_place: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn link(_place: &Path, _to: &str) -> std::io::Result<()> {
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_and_restores_gives_back_the_exact_bytes(edits in prop::collection::vec(edit(), 1..40)) {
        let fault = |fault: &dyn std::fmt::Display| TestCaseError::fail(fault.to_string());
        let world = World::new().map_err(|e| fault(&e))?;
        let checkpoints = world.checkpoints().map_err(|e| fault(&e))?;
        // What each checkpoint has to hold, noted apart from the code under test.
        let mut expected: BTreeMap<u32, Files> = BTreeMap::new();

        for edit in &edits {
            let now = world.files().map_err(|e| fault(&e))?;
            match edit {
                Edit::Take => {
                    let number = checkpoints.take(&world.folder()).map_err(|e| fault(&e))?.number();
                    let known = expected.entry(number).or_insert_with(|| now.clone());
                    prop_assert_eq!(&*known, &now);
                }
                Edit::Restore(any) if !expected.is_empty() => {
                    let numbers: Vec<u32> = expected.keys().copied().collect();
                    let number = *any.get(&numbers);
                    let restored = checkpoints.restore(number, &world.folder()).map_err(|e| fault(&e))?;
                    prop_assert_eq!(Some(&world.files().map_err(|e| fault(&e))?), expected.get(&number));
                    let known = expected.entry(restored.safety).or_insert_with(|| now.clone());
                    prop_assert_eq!(&*known, &now, "what was there before is kept");
                }
                other => act(&world.folder(), other),
            }
        }

        for (number, files) in &expected {
            checkpoints.restore(*number, &world.folder()).map_err(|e| fault(&e))?;
            prop_assert_eq!(&world.files().map_err(|e| fault(&e))?, files, "checkpoint {}", number);
        }
    }
}

#[test]
fn a_step_that_changed_nothing_has_no_checkpoint() -> Outcome {
    let world = World::new()?;
    let checkpoints = world.checkpoints()?;
    world.write("a.md", b"a")?;

    assert!(
        matches!(checkpoints.take(&world.folder())?, Taken::New(one) if one.number == 1 && one.files == 1 && one.bytes == 1)
    );
    world.write("a.md", b"a")?;
    assert_eq!(checkpoints.take(&world.folder())?, Taken::Unchanged(1));
    world.write("b.md", b"b")?;
    let Taken::New(second) = checkpoints.take(&world.folder())? else { return Err("it changed".into()) };

    let changed: Vec<_> =
        second.changes.iter().map(|change| (change.path.as_str(), change.difference)).collect();
    assert_eq!((second.number, changed), (2, vec![("b.md", Difference::Added)]));
    assert!(matches!(checkpoints.restore(9, &world.folder()), Err(Error::NoCheckpoint { number: 9 })));
    Ok(())
}

#[test]
fn a_restore_leaves_alone_what_did_not_change_and_what_no_checkpoint_holds() -> Outcome {
    let world = World::new()?;
    let checkpoints = world.checkpoints()?;
    world.write("same.md", b"same")?;
    world.write("other.md", b"old")?;
    checkpoints.take(&world.folder())?;
    let before = fs::metadata(world.folder().join("same.md"))?;
    world.write("other.md", b"new")?;
    world.write(".git/config", b"an agent's own repository")?;
    world.write("node_modules/x.js", b"x")?;

    let restored = checkpoints.restore(1, &world.folder())?;

    let changed: Vec<_> = restored.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!((restored.safety, changed), (2, vec!["other.md"]));
    assert_eq!(fs::read(world.folder().join("other.md"))?, b"old");
    let after = fs::metadata(world.folder().join("same.md"))?;
    assert_eq!(after.modified()?, before.modified()?);
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::MetadataExt::ino(&after), std::os::unix::fs::MetadataExt::ino(&before));
    assert!(world.folder().join(".git/config").exists() && world.folder().join("node_modules/x.js").exists());
    Ok(())
}

/// A new copy beside the first one.
fn copy_of(world: &World, name: &str, files: &[(&str, &str)]) -> std::io::Result<PathBuf> {
    let folder = world.root.path().join(name);
    fs::create_dir(&folder)?;
    for (path, content) in files {
        fs::write(folder.join(path), content)?;
    }
    Ok(folder)
}

#[test]
fn the_next_attempt_goes_on_from_what_the_one_before_had_changed_and_nothing_else() -> Outcome {
    let world = World::new()?;
    for (path, content) in [("a.md", "a"), ("same.md", "old"), ("gone.md", "g"), ("kept.md", "k")] {
        world.write(path, content.as_bytes())?;
    }
    let first = world.checkpoints()?;
    first.take(&world.folder())?;
    world.write("a.md", b"half done")?;
    world.write("new/b.md", b"b")?;
    fs::remove_file(world.folder().join("gone.md"))?;
    fs::remove_file(world.folder().join("kept.md"))?;
    let last = first.take(&world.folder())?.number();
    let mine =
        [("a.md", "changed by the person"), ("same.md", "newer"), ("gone.md", "g"), ("kept.md", "mine")];
    let folder = copy_of(&world, "next", &mine)?;

    let second = world.store().open("a2")?;
    let made_from = second.go_on_from(&first, last, &folder)?;

    assert_eq!(fs::read(folder.join("a.md"))?, b"half done");
    assert_eq!(fs::read(folder.join("new/b.md"))?, b"b");
    assert_eq!(
        fs::read(folder.join("same.md"))?,
        b"newer",
        "what nobody worked on is the person's, as it is"
    );
    assert!(!folder.join("gone.md").exists());
    assert_eq!(fs::read(folder.join("kept.md"))?, b"mine", "changed since: it is not gone");
    let copied = |content: &str| Some(Hash::of(content.as_bytes()));
    assert_eq!(made_from.of("a.md", copied("changed by the person")), copied("a"));
    assert_eq!(made_from.of("new/b.md", None), None);
    assert_eq!(made_from.of("same.md", copied("newer")), copied("newer"));
    Ok(())
}

#[test]
fn a_third_attempt_knows_what_the_first_one_made_its_files_from() -> Outcome {
    let world = World::new()?;
    world.write("a.md", b"a")?;
    let first = world.checkpoints()?;
    first.take(&world.folder())?;
    world.write("a.md", b"half done")?;
    first.take(&world.folder())?;
    let (next, third) =
        (copy_of(&world, "next", &[("a.md", "a")])?, copy_of(&world, "third", &[("a.md", "x")])?);
    let second = world.store().open("a2")?;
    second.go_on_from(&first, 2, &next)?;
    fs::write(next.join("b.md"), "b")?;
    let last = second.take(&next)?.number();

    let made_from = world.store().open("a3")?.go_on_from(&second, last, &third)?;

    assert_eq!(fs::read(third.join("a.md"))?, b"half done");
    assert_eq!(fs::read(third.join("b.md"))?, b"b");
    assert_eq!(made_from.of("a.md", Some(Hash::of(b"x"))), Some(Hash::of(b"a")));
    Ok(())
}

#[test]
fn a_file_that_took_the_place_of_a_folder_takes_it_again() -> Outcome {
    let world = World::new()?;
    world.write("x/y.md", b"y")?;
    world.write("z", b"z")?;
    let first = world.checkpoints()?;
    first.take(&world.folder())?;
    fs::remove_dir_all(world.folder().join("x"))?;
    world.write("x", b"now a file")?;
    fs::remove_file(world.folder().join("z"))?;
    world.write("z/in.md", b"now a folder")?;
    first.take(&world.folder())?;
    let folder = copy_of(&world, "next", &[("z", "z")])?;
    fs::create_dir(folder.join("x"))?;
    fs::write(folder.join("x/y.md"), "y")?;

    world.store().open("a2")?.go_on_from(&first, 2, &folder)?;

    assert_eq!(fs::read(folder.join("x"))?, b"now a file");
    assert_eq!(fs::read(folder.join("z/in.md"))?, b"now a folder");
    Ok(())
}

#[test]
fn contents_that_no_checkpoint_names_are_removed_and_no_other() -> Outcome {
    let world = World::new()?;
    world.write("shared.md", b"shared")?;
    world.write("own.md", &[1; 5000])?;
    world.checkpoints()?.take(&world.folder())?;
    world.write("own.md", &[2; 5000])?;
    let second = world.store().open("a2")?;
    second.take(&world.folder())?;

    let in_use = world.store().keep_only(&["a1"])?;
    assert_eq!((in_use.attempts.as_slice(), in_use.contents), (&[][..], 0), "a1 is needed, a2 is open");
    let first_went = world.store().keep_only(&[])?;

    assert_eq!((first_went.attempts.as_slice(), first_went.contents), (&["a1".to_owned()][..], 1));
    assert!(first_went.bytes > 0);
    world.write("own.md", b"")?;
    world.write("shared.md", b"")?;
    second.restore(1, &world.folder())?;
    assert_eq!(fs::read(world.folder().join("shared.md"))?, b"shared");
    assert_eq!(fs::read(world.folder().join("own.md"))?, [2; 5000]);
    Ok(())
}

#[test]
fn nothing_is_removed_while_one_list_of_contents_cannot_be_read() -> Outcome {
    let world = World::new()?;
    world.write("a.md", b"a")?;
    let first = world.checkpoints()?;
    first.take(&world.folder())?;
    let list = world.root.path().join("kept/attempts/a1/1.json.zst");
    let whole = fs::read(&list)?;
    fs::write(&list, "damage")?;

    assert!(world.store().keep_only(&["a1"]).is_err());

    fs::write(&list, whole)?;
    world.write("a.md", b"b")?;
    first.restore(1, &world.folder())?;
    assert_eq!(fs::read(world.folder().join("a.md"))?, b"a");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_restore_never_follows_a_link_out_of_the_folder() -> Outcome {
    use std::os::unix::fs::symlink;
    let world = World::new()?;
    let checkpoints = world.checkpoints()?;
    world.write("folder/a.md", b"a")?;
    world.write("b.md", b"b")?;
    checkpoints.take(&world.folder())?;
    let outside = world.root.path().join("outside");
    fs::create_dir(&outside)?;
    fs::write(outside.join("a.md"), "the person's")?;
    fs::write(outside.join("b.md"), "the person's")?;
    // The folder and the file become links to the person's.
    fs::remove_dir_all(world.folder().join("folder"))?;
    symlink(&outside, world.folder().join("folder"))?;
    fs::remove_file(world.folder().join("b.md"))?;
    symlink(outside.join("b.md"), world.folder().join("b.md"))?;

    let restored = checkpoints.restore(1, &world.folder())?;

    assert_eq!(fs::read_to_string(outside.join("a.md"))?, "the person's");
    assert_eq!(fs::read_to_string(outside.join("b.md"))?, "the person's");
    assert_eq!(fs::read(world.folder().join("folder/a.md"))?, b"a");
    assert_eq!(fs::read(world.folder().join("b.md"))?, b"b");
    checkpoints.restore(restored.safety, &world.folder())?;
    assert_eq!(fs::read_link(world.folder().join("folder"))?, outside, "a link comes back as a link");
    assert_eq!(fs::read_dir(&outside)?.count(), 2);
    Ok(())
}
