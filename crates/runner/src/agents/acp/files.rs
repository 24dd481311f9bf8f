//! Files an agent reads and writes through us: inside the staging folder only, whatever a path or a link says.

use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use cap_std::ambient_authority;
use cap_std::fs::Dir;

/// The longest text that goes through us, in bytes.
const LONGEST: u64 = 10 * 1024 * 1024;

/// The staging folder, held open: nothing outside of it can be named.
pub(super) struct Files {
    folder: Dir,
    /// The ways an agent may write down where the folder is.
    names: Vec<PathBuf>,
}

impl Files {
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let names = vec![folder.to_owned(), folder.canonicalize()?];
        Ok(Self { folder: Dir::open_ambient_dir(folder, ambient_authority())?, names })
    }

    /// Where `path` is in the folder; `None` when it is outside, by what it says.
    pub(super) fn inside(&self, path: &Path) -> Option<PathBuf> {
        let rest = if path.is_absolute() {
            self.names.iter().find_map(|name| path.strip_prefix(name).ok())?
        } else {
            path
        };
        let is_plain = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
        rest.components()
            .all(is_plain)
            .then(|| rest.components().filter(|part| *part != Component::CurDir).collect())
    }

    /// The text of a file, from `line` (the first is 1) and at most `limit` lines of it.
    pub(super) fn read(&self, path: &Path, line: Option<u32>, limit: Option<u32>) -> io::Result<String> {
        let path = self.allowed(path)?;
        let about = self.folder.metadata(&path)?;
        if !about.is_file() {
            return Err(refused("not a file"));
        }
        if about.len() > LONGEST {
            return Err(refused("too large"));
        }
        let mut text = String::new();
        self.folder.open(&path)?.take(LONGEST).read_to_string(&mut text)?;
        if line.is_none() && limit.is_none() {
            return Ok(text);
        }
        let before = line.unwrap_or(1).saturating_sub(1) as usize;
        let most = limit.map_or(usize::MAX, |limit| limit as usize);
        Ok(text.split_inclusive('\n').skip(before).take(most).collect())
    }

    /// Writes a file whole: nobody ever sees half of it.
    pub(super) fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        let path = self.allowed(path)?;
        if text.len() as u64 > LONGEST {
            return Err(refused("too large"));
        }
        let name = path.file_name().ok_or_else(|| refused("not a file"))?;
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            self.folder.create_dir_all(parent)?;
        }
        let before = match self.folder.metadata(&path) {
            Ok(about) if !about.is_file() => return Err(refused("not a file")),
            Ok(about) => Some(about.permissions()),
            Err(_) => None,
        };
        let unfinished = path.with_file_name(format!(".{}.halfday-unfinished", name.to_string_lossy()));
        let written = self.folder.write(&unfinished, text).and_then(|()| {
            before.map_or(Ok(()), |permissions| self.folder.set_permissions(&unfinished, permissions))?;
            self.folder.rename(&unfinished, &self.folder, &path)
        });
        if written.is_err() {
            // It may not even be there; what counts is told already.
            let _ = self.folder.remove_file(&unfinished);
        }
        written
    }

    /// Where `path` is in the folder, if an agent may touch it there.
    pub(super) fn allowed(&self, path: &Path) -> io::Result<PathBuf> {
        let path = self.inside(path).ok_or_else(|| refused("outside of the folder"))?;
        if path.components().any(|part| is_kept_from_agents(part.as_os_str().to_string_lossy().as_ref())) {
            return Err(refused("not for agents"));
        }
        Ok(path)
    }
}

/// What may hold secrets, or lets a later program run something.
fn is_kept_from_agents(name: &str) -> bool {
    let name = name.to_lowercase();
    name == ".git" || name == ".env" || name.starts_with(".env.") || name == ".halfday"
}

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> io::Result<(tempfile::TempDir, Files)> {
        let folder = tempfile::tempdir()?;
        std::fs::create_dir(folder.path().join("in"))?;
        let files = Files::in_folder(&folder.path().join("in"))?;
        std::fs::write(folder.path().join("secret"), "secret")?;
        Ok((folder, files))
    }

    #[test]
    fn a_file_is_written_whole_and_read_in_lines() -> io::Result<()> {
        let (folder, files) = folder()?;

        files.write(&folder.path().join("in/out/a.md"), "one\ntwo\nthree\n")?;

        assert_eq!(files.read(Path::new("out/a.md"), None, None)?, "one\ntwo\nthree\n");
        assert_eq!(files.read(Path::new("out/a.md"), Some(2), Some(1))?, "two\n");
        let left: Vec<_> = std::fs::read_dir(folder.path().join("in/out"))?.collect::<Result<_, _>>()?;
        assert_eq!(left.len(), 1, "nothing unfinished stays behind");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_of_the_folder_is_read_or_written_whatever_the_path_or_the_link_says() -> io::Result<()>
    {
        let (folder, files) = folder()?;
        let inside = folder.path().join("in");
        std::os::unix::fs::symlink("../secret", inside.join("link"))?;
        std::os::unix::fs::symlink("..", inside.join("up"))?;
        let escapes = ["../secret", "link", "up/secret", "a/../../secret"].map(PathBuf::from);
        let absolute = [folder.path().join("secret"), inside.join("../secret"), PathBuf::from("/etc/passwd")];

        for path in escapes.iter().chain(&absolute) {
            assert!(files.read(path, None, None).is_err(), "{} was read", path.display());
        }
        for path in ["../secret", "up/secret", "up/new"].map(PathBuf::from).iter().chain(&absolute) {
            assert!(files.write(path, "x").is_err(), "{} was written", path.display());
        }
        assert_eq!(std::fs::read_to_string(folder.path().join("secret"))?, "secret");
        assert!(!folder.path().join("new").exists());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn repositories_secrets_and_pipes_are_refused() -> io::Result<()> {
        let (folder, files) = folder()?;
        let made = std::process::Command::new("mkfifo").arg(folder.path().join("in/pipe")).status()?;
        assert!(made.success());

        for path in [".git/hooks/pre-commit", ".ENV", "a/.env.local", "pipe"] {
            assert!(files.write(Path::new(path), "x").is_err(), "{path} was written");
            assert!(files.read(Path::new(path), None, None).is_err(), "{path} was read");
        }
        Ok(())
    }
}
