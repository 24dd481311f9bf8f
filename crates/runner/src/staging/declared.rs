//! The inputs an item declares, as paths of the workspace: proved to lie in it, globs found, none
//! lying in another.

use std::path::{Component, Path};

use cap_std::fs::Dir;
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::survey::folders_above;
use super::walk::{Go, Met, Whose, walk};
use crate::error::{Error, PathFault};

/// What `paths`, which have to be there, and `also`, which need not, name in `workspace`.
pub(super) fn found(
    root: &Dir,
    workspace: &Path,
    paths: &[String],
    also: &[String],
) -> Result<Vec<String>, Error> {
    let mut named = vec![];
    let mut globs = GlobSetBuilder::new();
    for path in paths {
        let path = plain(path)?;
        match glob(root, &path) {
            Some(glob) => _ = globs.add(glob),
            // Whether it is there is seen when it is counted.
            None => named.push(path),
        }
    }
    // A result that would lie elsewhere is refused when it is published; there is nothing to copy of it.
    for path in also.iter().filter_map(|path| plain(path).ok()) {
        match glob(root, &path) {
            Some(glob) => _ = globs.add(glob),
            None if root.symlink_metadata(&path).is_ok() => named.push(path),
            None => {}
        }
    }
    let globs = globs.build().unwrap_or_else(|_| GlobSet::empty());
    if !globs.is_empty() {
        walk(root, workspace, "", Whose::Workspace, &mut |met| {
            if let Met::File(path, _) = met
                && globs.is_match(&path)
            {
                named.push(path);
            }
            Ok(Go::On)
        })?;
    }
    Ok(outermost(named))
}

/// The glob that `path` is: a file of just this name is meant by it first of all.
fn glob(root: &Dir, path: &str) -> Option<Glob> {
    let is_one = path.contains(['*', '?', '[', '{']) && root.symlink_metadata(path).is_err();
    if is_one { Glob::new(path).ok() } else { None }
}

/// Those that lie in no other of them.
fn outermost(mut paths: Vec<String>) -> Vec<String> {
    paths.sort();
    paths.dedup();
    let all: std::collections::HashSet<String> = paths.iter().cloned().collect();
    paths.retain(|path| {
        folders_above(path).all(|folder| !all.contains(&folder)) && (path.is_empty() || !all.contains(""))
    });
    paths
}

/// The path in its plain form, `a/b`; the workspace itself is empty.
fn plain(path: &str) -> Result<String, Error> {
    let refused = |fault| Err(Error::PathRefused { path: path.to_owned(), fault });
    let mut names = vec![];
    for component in Path::new(path).components() {
        match component {
            Component::Normal(name) => names.push(name.to_string_lossy()),
            Component::CurDir => {}
            Component::ParentDir => return refused(PathFault::LeavesFolder),
            Component::RootDir | Component::Prefix(_) => return refused(PathFault::Absolute),
        }
    }
    if path.trim().is_empty() { refused(PathFault::Empty) } else { Ok(names.join("/")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staging::tree;

    #[test]
    fn declared_paths_are_plain_and_none_lies_in_another() {
        let folder = tempfile::tempdir().unwrap();
        let root = tree::open(folder.path()).unwrap();
        let found = |paths: &[&str]| {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            found(&root, folder.path(), &paths, &[]).ok()
        };

        assert_eq!(
            found(&["./b//c", "a", "a/x", "a/y/z", "ab"]),
            Some(vec!["a".into(), "ab".into(), "b/c".into()])
        );
        assert_eq!(found(&[".", "a"]), Some(vec![String::new()]), "all of it");
        for refused in ["/etc/passwd", "../x", "a/../../x", " ", ""] {
            assert_eq!(found(&["a", refused]), None, "{refused:?}");
        }
    }

    #[test]
    fn a_glob_stands_for_what_it_matches_and_results_are_taken_where_they_are_there() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.csv", "b.csv", "c.md", "[d].md", "d.md"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let root = tree::open(folder.path()).unwrap();
        let owned = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();

        let found = found(
            &root,
            folder.path(),
            &owned(&["*.csv", "[d].md", "none-*.txt"]),
            &owned(&["c.md", "new.md", "../out.md"]),
        );

        assert_eq!(found.unwrap(), ["[d].md", "a.csv", "b.csv", "c.md"]);
    }
}
