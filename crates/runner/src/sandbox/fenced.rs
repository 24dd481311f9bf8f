//! A scope whose paths are there, and open neither the person's home nor the whole system.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Scope;
use crate::error::Error;
use crate::staging::walk::OWN;

/// What of the system can be read.
pub(super) const SYSTEM: [&str; 9] =
    ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store"];
/// Settings that programs need and that hold no secret.
pub(super) const SETTINGS: [&str; 22] = [
    "/etc/alternatives",
    "/etc/ca-certificates",
    "/etc/ca-certificates.conf",
    "/etc/crypto-policies",
    "/etc/fonts",
    "/etc/group",
    "/etc/host.conf",
    "/etc/hosts",
    "/etc/java",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/etc/pki",
    "/etc/protocols",
    "/etc/resolv.conf",
    "/etc/services",
    "/etc/ssl/certs",
    "/etc/timezone",
];

/// A proved scope; all paths are absolute and lead through no link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fenced {
    pub(super) folder: PathBuf,
    pub(super) readable: Vec<PathBuf>,
    pub(super) writable: Vec<PathBuf>,
    pub(super) network: bool,
}

impl Fenced {
    pub(super) fn of(scope: &Scope) -> Result<Self, Error> {
        let folder = proved(&scope.folder)?;
        if !folder.is_dir() {
            return Err(Error::WorkspaceMissing { path: folder });
        }
        let all = |paths: &[PathBuf]| paths.iter().map(|path| proved(path)).collect::<Result<_, _>>();
        let (readable, writable) = (all(&scope.readable)?, all(&scope.writable)?);
        Ok(Self { folder, readable, writable, network: scope.network })
    }

    /// Where a program behind a fence that cannot give it a `/tmp` of its own keeps such files.
    pub(super) fn scratch(&self) -> PathBuf {
        self.folder.join(format!("{OWN}tmp"))
    }
}

fn proved(path: &Path) -> Result<PathBuf, Error> {
    let plain = path.canonicalize().map_err(Error::read(path))?;
    let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
    // All that holds the home opens the home.
    let opens_home = home.is_some_and(|home| home.starts_with(&plain));
    if opens_home || plain.parent().is_none() {
        return Err(Error::ScopeRefused { path: plain });
    }
    Ok(plain)
}
