//! Opening a document, a folder or a link with the program the system has for it. Nothing that would run by being
//! opened: an answer of an AI may have written the file, and one click must not start it.

use std::fs::Metadata;
use std::path::Path;

use tauri::Url;

use super::Error;

/// Endings of files that some system starts instead of showing.
const RUNS: &[&str] = &[
    "app", "appimage", "bat", "bash", "cmd", "com", "command", "cpl", "csh", "desktop", "exe", "fish",
    "gadget", "hta", "inf", "jar", "js", "jse", "ksh", "lnk", "msc", "msi", "msp", "pif", "ps1", "psm1",
    "reg", "run", "scf", "scr", "sh", "terminal", "tool", "url", "vb", "vbe", "vbs", "webloc", "workflow",
    "wsf", "wsh", "zsh",
];

/// Opens a document or a folder that is there.
pub(super) fn open_path(path: &Path) -> Result<(), Error> {
    let refused = || Error::RefusePath { path: path.to_owned() };
    // The file itself is looked at, not a link to it, which may have a harmless name.
    let real = path.canonicalize().map_err(|source| Error::ReadFile { path: path.to_owned(), source })?;
    let about = real.metadata().map_err(|source| Error::ReadFile { path: path.to_owned(), source })?;
    if !path.is_absolute() || !is_shown(&real, &about) {
        return Err(refused());
    }
    open::that_detached(&real).map_err(|source| Error::Open { what: path.display().to_string(), source })
}

/// Opens an address of the web in the person's browser.
pub(super) fn open_link(url: &str) -> Result<(), Error> {
    let refused = || Error::RefuseLink { url: url.to_owned() };
    let address = Url::parse(url).map_err(|_| refused())?;
    if !is_web(&address) {
        return Err(refused());
    }
    let what = address.host_str().unwrap_or_default().to_owned();
    open::that_detached(address.as_str()).map_err(|source| Error::Open { what, source })
}

/// Whether the system shows it rather than starting it.
fn is_shown(path: &Path, about: &Metadata) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_harmless = !RUNS.contains(&ending.as_str());
    is_harmless && (about.is_dir() || about.is_file() && !may_be_run(about))
}

#[cfg(unix)]
fn may_be_run(about: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o111 != 0
}

/// Elsewhere the ending alone decides.
#[cfg(not(unix))]
fn may_be_run(_: &Metadata) -> bool {
    false
}

fn is_web(address: &Url) -> bool {
    matches!(address.scheme(), "http" | "https") && address.has_host()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn check(name: &str, expected: bool) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, "#!/bin/sh\n").unwrap();

        assert_eq!(is_shown(&path, &path.metadata().unwrap()), expected, "{name}");
    }

    #[test]
    fn documents_are_shown_and_what_would_run_is_not() {
        check("report.html", true);
        check("名單.xlsx", true);
        check("notes", true);
        check("start.desktop", false);
        check("Setup.EXE", false);
        check("build.sh", false);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_may_be_run_is_refused_whatever_its_name() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.txt");
        fs::write(&path, "#!/bin/sh\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let link = folder.path().join("link.txt");
        symlink(&path, &link).unwrap();

        for path in [path, link] {
            assert_eq!(open_path(&path).unwrap_err().code(), "path_refused", "{}", path.display());
        }
    }

    #[test]
    fn a_folder_is_shown_unless_it_is_a_program() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("Game.app");
        fs::create_dir(&program).unwrap();

        assert!(is_shown(folder.path(), &folder.path().metadata().unwrap()));
        assert!(!is_shown(&program, &program.metadata().unwrap()));
    }

    #[test]
    fn what_is_not_there_or_not_named_whole_is_not_opened() {
        assert_eq!(open_path(Path::new("/no/such/file.md")).unwrap_err().code(), "input_unreadable");
        assert_eq!(open_path(Path::new(".")).unwrap_err().code(), "path_refused");
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        let web = |text: &str| Url::parse(text).is_ok_and(|url| is_web(&url));

        assert!(web("https://example.org/a?b#c"));
        assert!(web("http://localhost:8080/"));
        for text in
            ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "example.org", "https:"]
        {
            assert!(!web(text), "{text}");
        }
    }
}
