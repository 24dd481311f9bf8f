//! Publishing, killed at every effect.

use std::collections::BTreeMap;
use std::fs;

use super::*;
use crate::error::PathFault;

type Tree = BTreeMap<String, String>;

/// A person's folder, an object store and a journal.
struct World {
    root: tempfile::TempDir,
    objects: Objects,
}

impl World {
    fn with(files: &[(&str, &str)]) -> Self {
        // Thousands of times is all of it made to last: in memory, where there is such a folder.
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let objects = Objects::in_folder(root.path().join("objects"));
        let world = Self { root, objects };
        fs::create_dir(world.workspace()).unwrap();
        for (path, content) in files {
            world.write(path, content);
        }
        world
    }

    fn workspace(&self) -> PathBuf {
        self.root.path().join("work")
    }

    fn journal(&self) -> PathBuf {
        self.root.path().join("journal")
    }

    fn write(&self, path: &str, content: &str) {
        let place = self.workspace().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, content).unwrap();
    }

    fn publish(&self, id: &str, publications: &[Publication], pulse: &mut Pulse) -> Result<Published, Error> {
        let (workspace, journal) = (self.workspace(), self.journal());
        let places = Places { workspace: &workspace, objects: &self.objects, journal: &journal };
        publish_with(places, id, publications, pulse)
    }

    fn take_back(&self, id: &str, files: &[PublishedFile], pulse: &mut Pulse) -> Result<TakenBack, Error> {
        let (workspace, journal) = (self.workspace(), self.journal());
        let places = Places { workspace: &workspace, objects: &self.objects, journal: &journal };
        take_back_with(places, id, files, pulse)
    }

    fn recover(&self) -> Recovered {
        recover(&self.journal(), &self.objects).unwrap()
    }

    fn file(&self, path: &str, new: &str, before: Option<&str>) -> Publication {
        Publication {
            path: path.to_owned(),
            new: self.objects.put(new.as_bytes()).unwrap(),
            expected_before: before.map(|before| Hash::of(before.as_bytes())),
        }
    }

    /// All files and folders of the person, hidden ones too.
    fn tree(&self) -> Tree {
        fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().is_dir() {
                    tree.insert(format!("{path}/"), String::new());
                    walk(&entry.path(), &format!("{path}/"), tree);
                } else {
                    tree.insert(path, fs::read_to_string(entry.path()).unwrap());
                }
            }
        }
        let mut tree = Tree::new();
        walk(&self.workspace(), "", &mut tree);
        tree
    }
}

fn tree(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, content)| ((*path).to_owned(), (*content).to_owned())).collect()
}

const OLD: &[(&str, &str)] = &[("a.md", "old a"), ("b/", ""), ("b/c.md", "old c"), ("other", "mine")];
const NEW: &[(&str, &str)] = &[
    ("a.md", "new a"),
    ("b/", ""),
    ("b/c.md", "new c"),
    ("d/", ""),
    ("d/e/", ""),
    ("d/e/f.md", "new f"),
    ("other", "mine"),
];

fn old_world() -> World {
    World::with(&[("a.md", "old a"), ("b/c.md", "old c"), ("other", "mine")])
}

fn three(world: &World) -> Vec<Publication> {
    vec![
        world.file("a.md", "new a", Some("old a")),
        world.file("b/c.md", "new c", Some("old c")),
        world.file("d/e/f.md", "new f", None),
    ]
}

#[test]
fn all_files_are_published_and_taken_back_by_hash() {
    let world = old_world();

    let published = world.publish("p1", &three(&world), &mut Pulse::steady()).unwrap();

    assert_eq!(world.tree(), tree(NEW));
    let before: Vec<_> = published.files.iter().map(|file| file.before).collect();
    assert_eq!(before, [Some(Hash::of(b"old a")), Some(Hash::of(b"old c")), None]);
    assert_eq!(world.objects.get(&Hash::of(b"old a")).unwrap(), b"old a", "the pre-image is kept");

    let taken = world.take_back("t1", &published.files, &mut Pulse::steady()).unwrap();

    assert_eq!(taken.kept, []);
    assert_eq!(taken.restored, ["a.md", "b/c.md", "d/e/f.md"]);
    let mut expected = tree(OLD);
    expected.extend(tree(&[("d/", ""), ("d/e/", "")]));
    assert_eq!(world.tree(), expected, "folders may stay, files are as they were");
}

#[test]
fn a_crash_after_any_effect_leaves_all_old_or_all_new() {
    let mut effects = 0;
    loop {
        let world = old_world();

        let result = world.publish("p1", &three(&world), &mut Pulse::stopping_after(effects));
        let recovered = world.recover();

        let now = world.tree();
        if recovered.published.is_empty() {
            assert_eq!(now, tree(OLD), "killed after {effects}: nothing is recorded, so all is old");
            assert!(result.is_err(), "killed after {effects}");
            let again = world.publish("p1", &three(&world), &mut Pulse::steady());
            assert!(again.is_ok(), "killed after {effects}: the same can be published again");
            assert_eq!(world.tree(), tree(NEW));
        } else {
            assert_eq!(now, tree(NEW), "killed after {effects}: it is to be recorded, so all is new");
            assert_eq!(recovered.published.len(), 1);
            assert_eq!(recovered.published[0].files[2].before, None);
            assert_eq!(world.recover(), recovered, "recovering twice changes nothing");
            acknowledge(&world.journal(), "p1").unwrap();
            assert_eq!(world.recover(), Recovered::default());
        }
        if result.is_ok() {
            break;
        }
        effects += 1;
    }
    assert!(effects > 15, "the crash was tried at {effects} effects only");
}

#[test]
fn a_crash_while_taking_back_leaves_all_old_or_all_new() {
    let mut effects = 0;
    loop {
        let world = old_world();
        let published = world.publish("p1", &three(&world), &mut Pulse::steady()).unwrap();
        acknowledge(&world.journal(), "p1").unwrap();

        let result = world.take_back("t1", &published.files, &mut Pulse::stopping_after(effects));
        let recovered = world.recover();

        let now = world.tree();
        let content = |path: &str| now.get(path).cloned();
        let files = [content("a.md"), content("b/c.md"), content("d/e/f.md")];
        if recovered.taken_back.is_empty() {
            assert_eq!(now, tree(NEW), "killed after {effects}");
        } else {
            let old = [Some("old a".to_owned()), Some("old c".to_owned()), None];
            assert_eq!(files, old, "killed after {effects}");
            assert_eq!(recovered.taken_back[0].restored.len(), 3);
        }
        assert!(!now.keys().any(|path| path.contains(".halfday")), "nothing of ours is left: {now:?}");
        if result.is_ok() {
            break;
        }
        effects += 1;
    }
    assert!(effects > 10, "the crash was tried at {effects} effects only");
}

#[test]
fn a_crash_while_recovering_is_recovered_from() {
    for killed_at in [14, 18] {
        let mut effects = 0;
        loop {
            let world = old_world();
            let _ = world.publish("p1", &three(&world), &mut Pulse::stopping_after(killed_at));

            let first = recover_with(&world.journal(), &world.objects, &mut Pulse::stopping_after(effects));
            let second = world.recover();

            let expected = if second.published.is_empty() { OLD } else { NEW };
            assert_eq!(world.tree(), tree(expected), "killed after {killed_at}, then {effects}");
            if first.is_ok() {
                break;
            }
            effects += 1;
        }
    }
}

#[test]
fn one_conflict_publishes_none_and_all_are_named() {
    let world = old_world();
    let publications = [
        world.file("a.md", "new a", Some("old a")),
        world.file("b/c.md", "new c", Some("something else")),
        world.file("other", "new", None),
        world.file("gone.md", "new", Some("was here")),
    ];

    let refused = world.publish("p1", &publications, &mut Pulse::steady());

    let Err(Error::Conflict { conflicts }) = refused else { panic!("{refused:?}") };
    let named: Vec<_> = conflicts.iter().map(|c| (c.path.as_str(), c.reason)).collect();
    assert_eq!(
        named,
        [
            ("b/c.md", ConflictReason::Changed),
            ("other", ConflictReason::Exists),
            ("gone.md", ConflictReason::Gone)
        ]
    );
    assert_eq!(world.tree(), tree(OLD));
    assert_eq!(world.recover(), Recovered::default(), "nothing was begun");
}

#[test]
fn taking_back_does_not_touch_what_changed_since() {
    let world = old_world();
    let published = world.publish("p1", &three(&world), &mut Pulse::steady()).unwrap();
    world.write("a.md", "edited since");
    fs::remove_file(world.workspace().join("d/e/f.md")).unwrap();

    let taken = world.take_back("t1", &published.files, &mut Pulse::steady()).unwrap();

    let kept: Vec<_> = taken.kept.iter().map(|c| (c.path.as_str(), c.reason)).collect();
    assert_eq!(kept, [("a.md", ConflictReason::Changed), ("d/e/f.md", ConflictReason::Gone)]);
    assert_eq!(taken.restored, ["b/c.md"]);
    assert_eq!(world.tree()["a.md"], "edited since");
    assert_eq!(world.tree()["b/c.md"], "old c");
    assert_eq!(world.recover().taken_back, [taken], "the journal names what was kept, too");
}

#[test]
fn a_file_somebody_made_while_we_were_dead_is_kept() {
    let world = old_world();
    let mut effects = 0;
    // Until the old file is aside and the new one not there yet.
    while world.workspace().join("a.md").exists() {
        effects += 1;
        world.recover();
        let _ = world.publish("p1", &three(&world), &mut Pulse::stopping_after(effects));
    }
    world.write("a.md", "made by hand");

    let recovered = world.recover();

    assert_eq!(recovered.rolled_back, ["p1"]);
    assert_eq!(world.tree()["a.md"], "made by hand");
    assert_eq!(world.objects.get(&Hash::of(b"old a")).unwrap(), b"old a", "and the old one is not lost");
}

#[test]
fn an_edit_at_any_moment_is_never_lost() {
    for edited in ["a.md", "b/c.md", "d/e/f.md"] {
        let mut beat = 1;
        loop {
            let world = old_world();
            let place = world.workspace().join(edited);
            let mut pulse = Pulse::with_meanwhile(beat, move || {
                // As editors save: the whole file anew.
                if let Some(folder) = place.parent().filter(|folder| folder.is_dir()) {
                    fs::write(folder.join("saving"), "edited").unwrap();
                    fs::rename(folder.join("saving"), &place).unwrap();
                }
            });

            let result = world.publish("p1", &three(&world), &mut pulse);

            if beat > pulse.beats() {
                break;
            }
            let mut now = world.tree();
            let mut expected = tree(if result.is_ok() { NEW } else { OLD });
            if now.get(edited).is_some_and(|content| content == "edited") {
                expected.insert(edited.to_owned(), "edited".to_owned());
                for path in ["d/", "d/e/"] {
                    now.remove(path);
                    expected.remove(path);
                }
            } else {
                assert_eq!(
                    edited, "d/e/f.md",
                    "only a file without a folder could not be saved: {beat} {now:?}"
                );
            }
            assert_eq!(now, expected, "{edited} edited at {beat}: {result:?}");
            beat += 1;
        }
        assert!(beat > 15, "{edited}: tried at {beat} moments only");
    }
}

#[test]
fn what_cannot_be_undone_now_is_left_for_later() {
    let world = old_world();
    let _ = world.publish("p1", &three(&world), &mut Pulse::stopping_after(14));
    let away = world.root.path().join("away");
    fs::rename(world.workspace(), &away).unwrap();
    fs::write(world.journal().join("damaged.json"), "{").unwrap();

    let recovered = world.recover();
    fs::rename(&away, world.workspace()).unwrap();
    let later = world.recover();

    assert_eq!(recovered.left, ["damaged", "p1"], "the disk is away");
    assert_eq!(later.rolled_back, ["p1"]);
    assert_eq!(world.tree(), tree(OLD));
}

#[test]
fn a_missing_object_publishes_nothing() {
    let world = old_world();
    let mut publications = three(&world);
    publications.push(Publication {
        path: "z.md".to_owned(),
        new: Hash::of(b"never put"),
        expected_before: None,
    });

    let refused = world.publish("p1", &publications, &mut Pulse::steady());

    assert!(matches!(refused, Err(Error::ObjectMissing(_))));
    assert_eq!(world.tree(), tree(OLD));
}

#[test]
fn a_name_is_used_once_until_it_is_recorded() {
    let world = old_world();
    world.publish("p1", &three(&world), &mut Pulse::steady()).unwrap();

    let again = world.publish("p1", &[world.file("z", "z", None)], &mut Pulse::steady());

    assert!(matches!(again, Err(Error::AlreadyInJournal(_))));
    for odd in ["", "../p", "a/b", ".p", &"p".repeat(121)] {
        let refused = world.publish(odd, &[], &mut Pulse::steady());
        assert!(matches!(refused, Err(Error::NotAPublication(_))), "{odd}");
    }
    let two_ids = "01931f2e-7a4b-7c3d-8e5f-0123456789ab.01931f2e-7a4b-7c3d-8e5f-0123456789ac";
    let published = world.publish(two_ids, &[world.file("z", "z", None)], &mut Pulse::steady());
    assert!(published.is_ok(), "{published:?}");
    assert_eq!(world.recover().published.len(), 2);
}

#[cfg(unix)]
#[test]
fn links_are_refused_and_modes_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let world = old_world();
    let outside = world.root.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x"), "secret").unwrap();
    symlink(&outside, world.workspace().join("in")).unwrap();
    symlink(outside.join("x"), world.workspace().join("x.md")).unwrap();
    let script = world.workspace().join("a.md");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o750)).unwrap();

    for (path, fault) in [
        ("in/x", PathFault::Link),
        ("x.md", PathFault::Link),
        ("b", PathFault::NotAFile),
        ("other/x", PathFault::NotAFolder),
    ] {
        let refused = world.publish("p1", &[world.file(path, "new", None)], &mut Pulse::steady());
        assert!(
            matches!(&refused, Err(Error::PathRefused { fault: found, .. }) if *found == fault),
            "{path}: {refused:?}"
        );
    }
    let published =
        world.publish("p2", &[world.file("a.md", "new a", Some("old a"))], &mut Pulse::steady()).unwrap();
    world.take_back("t2", &published.files, &mut Pulse::steady()).unwrap();

    assert_eq!(fs::read_to_string(outside.join("x")).unwrap(), "secret");
    assert_eq!(fs::metadata(&script).unwrap().permissions().mode() & 0o777, 0o750);
}
