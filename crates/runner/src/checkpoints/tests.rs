//! Checkpoints and restores, killed at every effect.

use std::collections::BTreeMap;

use super::*;

/// Paths with contents; folders end in `/`.
type Files = BTreeMap<String, Vec<u8>>;

struct World {
    root: tempfile::TempDir,
}

impl World {
    fn with(files: &[(&str, &str)]) -> Self {
        // Thousands of times is all of it made to last: in memory, where there is such a folder.
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let world = Self { root };
        fs::create_dir(world.folder()).unwrap();
        world.make(files);
        world
    }

    fn folder(&self) -> PathBuf {
        self.root.path().join("files")
    }

    fn checkpoints(&self) -> Checkpoints {
        CheckpointStore::in_folder(self.root.path().join("kept")).open("a1").unwrap()
    }

    /// Makes the folder hold these and nothing else.
    fn make(&self, files: &[(&str, &str)]) {
        for entry in fs::read_dir(self.folder()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        for (path, content) in files {
            let place = self.folder().join(path);
            if path.ends_with('/') {
                fs::create_dir_all(place).unwrap();
            } else {
                fs::create_dir_all(place.parent().unwrap()).unwrap();
                fs::write(place, content).unwrap();
            }
        }
    }

    fn files(&self) -> Files {
        fn gather(folder: &Path, prefix: &str, files: &mut Files) {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    files.insert(format!("{path}/"), vec![]);
                    gather(&entry.path(), &format!("{path}/"), files);
                } else {
                    files.insert(path, fs::read(entry.path()).unwrap());
                }
            }
        }
        let mut files = Files::new();
        gather(&self.folder(), "", &mut files);
        files
    }
}

const FIRST: &[(&str, &str)] = &[
    ("a.md", "a"),
    ("b/c.md", "old c"),
    ("b/d/e.md", "e"),
    ("empty/", ""),
    ("x/y", "a folder"),
    ("z", "file"),
];
const SECOND: &[(&str, &str)] = &[
    ("a.md", "a"),
    ("b/c.md", "new c"),
    ("f/g/h.md", "h"),
    ("x", "a file"),
    ("z/q", "folder"),
    ("new", "n"),
];

#[test]
fn a_restore_killed_at_any_effect_is_brought_to_its_end() {
    let count = {
        let world = World::with(FIRST);
        let checkpoints = world.checkpoints();
        checkpoints.take(&world.folder()).unwrap();
        world.make(SECOND);
        let mut pulse = Pulse::steady();
        checkpoints.restore_with(1, &world.folder(), &mut pulse).unwrap();
        pulse.beats()
    };
    assert!(count > 15, "{count} effects");

    for last in 0..count {
        let world = World::with(FIRST);
        let checkpoints = world.checkpoints();
        checkpoints.take(&world.folder()).unwrap();
        let first = world.files();
        world.make(SECOND);
        let second = world.files();

        let killed = checkpoints.restore_with(1, &world.folder(), &mut Pulse::stopping_after(last));
        assert!(killed.is_err(), "killed after {last}");
        // Killed once more on the way back, and once more.
        for again in [1, 2] {
            let _ = checkpoints.finish_restore(&world.folder(), &mut Pulse::stopping_after(again));
        }
        let was_begun = checkpoints.finish_restore(&world.folder(), &mut Pulse::steady()).unwrap();

        let expected = if was_begun || world.files() == first { &first } else { &second };
        assert_eq!(&world.files(), expected, "after {last} effects");
        assert!(!checkpoints.finish_restore(&world.folder(), &mut Pulse::steady()).unwrap(), "it is done");
        // Whatever happened, what was there before can be had back.
        if let Some(2) = checkpoints.numbers().unwrap().last() {
            checkpoints.restore(2, &world.folder()).unwrap();
            assert_eq!(world.files(), second, "after {last} effects");
        }
    }
}

#[test]
fn a_checkpoint_killed_at_any_effect_is_there_whole_or_not_at_all() {
    for last in 0..2 {
        let world = World::with(FIRST);
        let checkpoints = world.checkpoints();

        assert!(checkpoints.take_with(&world.folder(), &mut Pulse::stopping_after(last)).is_err());
        assert!(checkpoints.numbers().unwrap().is_empty());

        let first = world.files();
        checkpoints.take(&world.folder()).unwrap();
        world.make(&[]);
        checkpoints.restore(1, &world.folder()).unwrap();
        assert_eq!(world.files(), first);
    }
}

#[test]
fn the_next_checkpoint_brings_an_interrupted_restore_to_its_end_first() {
    let world = World::with(FIRST);
    let checkpoints = world.checkpoints();
    checkpoints.take(&world.folder()).unwrap();
    let first = world.files();
    world.make(SECOND);
    let mut pulse = Pulse::stopping_after(8);
    assert!(checkpoints.restore_with(1, &world.folder(), &mut pulse).is_err());
    assert_ne!(world.files(), first);

    let taken = checkpoints.take(&world.folder()).unwrap();

    assert_eq!(world.files(), first);
    assert_eq!(taken.number(), 3, "2 is what was there before the restore");
}

#[test]
fn a_damaged_content_stops_a_restore_before_it_changes_anything() {
    let world = World::with(FIRST);
    let checkpoints = world.checkpoints();
    checkpoints.take(&world.folder()).unwrap();
    world.make(SECOND);
    let second = world.files();
    let hash = crate::objects::Hash::of(b"old c").to_string();
    let (shelf, rest) = hash.split_at(2);
    fs::write(world.root.path().join("kept/objects").join(shelf).join(rest), "damage").unwrap();

    let refused = checkpoints.restore(1, &world.folder());

    assert!(matches!(refused, Err(Error::Corrupt { .. })), "{refused:?}");
    assert_eq!(world.files(), second);
}

#[test]
fn files_known_by_their_stamp_are_not_read_again() {
    let world = World::with(FIRST);
    // Old enough for its stamp to be believed.
    let settled = |checkpoints: &Checkpoints| {
        let started = std::time::Instant::now();
        loop {
            checkpoints.take(&world.folder()).unwrap();
            let number = *checkpoints.numbers().unwrap().last().unwrap();
            let tree = Manifest::read(&checkpoints.folder, number).unwrap().tree;
            if tree.files().all(|(_, file)| file.settled) {
                return tree;
            }
            assert!(started.elapsed().as_secs() < 10, "files settle");
        }
    };
    let tree = settled(&world.checkpoints());
    fs::write(world.folder().join("new"), "n").unwrap();

    let read = std::sync::Mutex::new(vec![]);
    let take = |file: &mut cap_std::fs::File, path: &Path| {
        read.lock().unwrap().push(path.strip_prefix(world.folder()).unwrap().to_owned());
        let mut content = vec![];
        std::io::Read::read_to_end(file, &mut content).unwrap();
        Ok(crate::objects::Hash::of(&content))
    };
    Tree::with(
        &world.folder(),
        &tree,
        &|bytes| {
            assert_eq!(bytes, 1);
            Ok(())
        },
        &take,
    )
    .unwrap();

    assert_eq!(*read.lock().unwrap(), [PathBuf::from("new")]);
}
