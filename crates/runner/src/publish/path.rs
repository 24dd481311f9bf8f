//! Which paths may be published: relative, inside the folder, on every system, and not those of
//! version control, secrets and this program. A lexical proof; links are looked for on the disk.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, PathFault};

/// What our own files in the person's folder begin with.
pub(crate) const OWN: &str = ".halfday-";
/// The longest name most file systems take.
const LONGEST_NAME: usize = 255;
const LONGEST_PATH: usize = 1024;

/// Proves every path by itself and all of them together.
pub(super) fn prove(paths: &[&str]) -> Result<(), Error> {
    let refused = |path: &str, fault| Error::PathRefused { path: path.to_owned(), fault };
    let mut seen: HashMap<String, bool> = HashMap::new();
    for path in paths {
        if let Some(fault) = fault(path) {
            return Err(refused(path, fault));
        }
        // One system's two files are another's one; a file cannot be a folder too.
        let folded = path.to_lowercase();
        for (at, _) in folded.match_indices('/') {
            let folder = folded.get(..at).unwrap_or_default().to_owned();
            if seen.insert(folder, false) == Some(true) {
                return Err(refused(path, PathFault::Twice));
            }
        }
        if seen.insert(folded, true).is_some() {
            return Err(refused(path, PathFault::Twice));
        }
    }
    Ok(())
}

/// Why a path may not be published, if there is a reason.
pub(crate) fn fault(path: &str) -> Option<PathFault> {
    if path.trim().is_empty() {
        return Some(PathFault::Empty);
    }
    if path.starts_with(['/', '\\']) || path.get(1..2) == Some(":") {
        return Some(PathFault::Absolute);
    }
    if path.len() > LONGEST_PATH {
        return Some(PathFault::TooLong);
    }
    path.split('/').find_map(name_fault)
}

fn name_fault(name: &str) -> Option<PathFault> {
    if matches!(name, "" | "." | "..") {
        return Some(PathFault::LeavesFolder);
    }
    let is_bad = |c: char| {
        c.is_control()
            || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    // Windows drops blanks and full stops at the end: the name would become another.
    if name.contains(is_bad) || name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return Some(PathFault::BadCharacter);
    }
    if name.len() > LONGEST_NAME {
        return Some(PathFault::TooLong);
    }
    if is_off_limits(name) {
        return Some(PathFault::OffLimits);
    }
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default().trim_end();
    let numbered = |word: &str| {
        let rest = stem.strip_prefix(word);
        rest.is_some_and(|rest| {
            matches!(rest.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.chars().count() == 1
        })
    };
    let reserved = matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt");
    reserved.then_some(PathFault::ReservedName)
}

/// Whether a name belongs to version control, to secrets or to this program.
pub(crate) fn is_off_limits(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_env = lower == ".env" || lower.starts_with(".env.") || lower.starts_with(".env-");
    let is_env = is_env || lower.starts_with(".env_") || lower == ".envrc";
    lower == ".git" || lower.starts_with(".git~") || lower == "git~1" || is_env || lower.starts_with(OWN)
}

/// The place of `path` in `workspace`, when no part of it is a link and what is there is a plain
/// file or nothing.
pub(super) fn place(workspace: &Path, path: &str) -> Result<PathBuf, Error> {
    let refused = |fault| Error::PathRefused { path: path.to_owned(), fault };
    let mut place = workspace.to_owned();
    let mut names = path.split('/').peekable();
    while let Some(name) = names.next() {
        place.push(name);
        let found = match fs::symlink_metadata(&place) {
            Ok(found) => found.file_type(),
            // Not there yet, or below something that is not there.
            Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => continue,
            Err(source) => return Err(Error::Read { path: place, source }),
        };
        if found.is_symlink() {
            return Err(refused(PathFault::Link));
        }
        if names.peek().is_some() && !found.is_dir() {
            return Err(refused(PathFault::NotAFolder));
        }
        if names.peek().is_none() && !found.is_file() {
            return Err(refused(PathFault::NotAFile));
        }
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<PathFault>) {
        assert_eq!(fault(path), expected, "{path:?}");
    }

    #[test]
    fn only_plain_relative_paths_may_be_published() {
        check("報告/十一月 摘要.md", None);
        check("a/b.c/d", None);
        check(".gitignore", None);
        check("environment.md", None);
        check("concept.md", None);
        check("", Some(PathFault::Empty));
        check("/etc/passwd", Some(PathFault::Absolute));
        check("C:\\x", Some(PathFault::Absolute));
        check("c:x", Some(PathFault::Absolute));
        check("\\\\host\\x", Some(PathFault::Absolute));
        check("a/../b", Some(PathFault::LeavesFolder));
        check("a//b", Some(PathFault::LeavesFolder));
        check("./a", Some(PathFault::LeavesFolder));
        check("a\\b", Some(PathFault::BadCharacter));
        check("a\0b", Some(PathFault::BadCharacter));
        check("a\u{202e}b", Some(PathFault::BadCharacter));
        check("a. ", Some(PathFault::BadCharacter));
        check("x/.GIT/config", Some(PathFault::OffLimits));
        check(".env", Some(PathFault::OffLimits));
        check("app/.env.local", Some(PathFault::OffLimits));
        check(".halfday-1.old", Some(PathFault::OffLimits));
        check("NUL.txt", Some(PathFault::ReservedName));
        check("a/com1", Some(PathFault::ReservedName));
        check(&"長".repeat(100), Some(PathFault::TooLong));
    }

    #[test]
    fn names_that_are_one_on_some_systems_are_refused_together() {
        assert!(prove(&["a.md", "b/A.md", "b/c.md"]).is_ok());
        assert!(matches!(prove(&["a.md", "A.MD"]), Err(Error::PathRefused { fault: PathFault::Twice, .. })));
        assert!(matches!(prove(&["a", "a/b"]), Err(Error::PathRefused { fault: PathFault::Twice, .. })));
        assert!(matches!(prove(&["A/b", "a"]), Err(Error::PathRefused { fault: PathFault::Twice, .. })));
    }
}
