//! The object store: contents of files by their hash, in a folder. Whatever is stored stays as it
//! is; two processes may put the same content at the same time.

mod batch;

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::Error;
pub(crate) use batch::Batch;

/// Contents are small texts and documents; speed matters more than the last percent.
const ZSTD_LEVEL: i32 = 3;

/// The BLAKE3 hash of a content, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of `content`.
    pub fn of(content: &[u8]) -> Self {
        Self(*blake3::hash(content).as_bytes())
    }

    /// The hash of all that `hasher` was given.
    pub(crate) fn finished(hasher: &blake3::Hasher) -> Self {
        Self(*hasher.finalize().as_bytes())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let hash = blake3::Hash::from_hex(text).map_err(|_| Error::NotAHash(text.to_owned()))?;
        Ok(Self(*hash.as_bytes()))
    }
}

impl TryFrom<String> for Hash {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

/// A folder of contents.
#[derive(Debug, Clone)]
pub struct Objects {
    folder: PathBuf,
}

impl Objects {
    /// The store in `folder`; it is made when the first content is put.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn path(&self, hash: &Hash) -> PathBuf {
        let name = hash.to_string();
        let (shelf, rest) = name.split_at(2);
        self.folder.join(shelf).join(rest)
    }

    /// Stores `content` so that it outlasts a crash, and says its hash.
    pub fn put(&self, content: &[u8]) -> Result<Hash, Error> {
        let hash = Hash::of(content);
        // A damaged copy is mended by putting the content again.
        if self.get(&hash).is_ok() {
            return Ok(hash);
        }
        let path = self.path(&hash);
        let packed = zstd::encode_all(content, ZSTD_LEVEL).map_err(Error::write(&path))?;
        disk::write_whole(&path, &packed)?;
        // The shelf itself may be new.
        disk::sync_folder(&self.folder)?;
        Ok(hash)
    }

    /// Writes the content to `target`, piece by piece, and proves at the end that it was what was put.
    pub(crate) fn write_to(&self, hash: &Hash, target: &mut impl Write) -> Result<(), Error> {
        let path = self.path(hash);
        let packed = match fs::File::open(&path) {
            Ok(packed) => packed,
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => {
                return Err(Error::ObjectMissing(*hash));
            }
            Err(source) => return Err(Error::Read { path, source }),
        };
        let corrupt = |source| Error::Corrupt { hash: *hash, source: Some(source) };
        let mut decoder = zstd::Decoder::new(packed).map_err(corrupt)?;
        let mut hasher = blake3::Hasher::new();
        let mut piece = vec![0; batch::PIECE];
        loop {
            let length = decoder.read(&mut piece).map_err(corrupt)?;
            let Some(read @ [_, ..]) = piece.get(..length) else { break };
            hasher.update(read);
            target.write_all(read).map_err(Error::write(&path))?;
        }
        if Hash::finished(&hasher) == *hash {
            Ok(())
        } else {
            Err(Error::Corrupt { hash: *hash, source: None })
        }
    }

    /// Removes every content that is not `named`, and what a crash left half-written. Nobody may put
    /// anything meanwhile. Says how many contents went, and their size on the disk in bytes.
    pub(crate) fn sweep(&self, named: &HashSet<Hash>) -> Result<(u64, u64), Error> {
        let (mut contents, mut bytes) = (0, 0);
        let shelves = match fs::read_dir(&self.folder) {
            Ok(shelves) => shelves,
            Err(none) if none.kind() == io::ErrorKind::NotFound => return Ok((0, 0)),
            Err(source) => return Err(Error::Read { path: self.folder.clone(), source }),
        };
        for shelf in shelves {
            let shelf = shelf.map_err(Error::read(&self.folder))?;
            if !shelf.file_type().is_ok_and(|kind| kind.is_dir()) {
                // A batch writes here before it knows the name.
                remove(&shelf.path())?;
                continue;
            }
            let folder = shelf.path();
            for object in fs::read_dir(&folder).map_err(Error::read(&folder))? {
                let object = object.map_err(Error::read(&folder))?;
                let name = format!("{}{}", shelf.file_name().display(), object.file_name().display());
                let hash = name.parse::<Hash>().ok();
                if hash.is_some_and(|hash| named.contains(&hash)) {
                    continue;
                }
                bytes += object.metadata().map_or(0, |found| found.len());
                contents += u64::from(hash.is_some());
                remove(&object.path())?;
            }
        }
        Ok((contents, bytes))
    }

    /// The content, proved to be what was put.
    pub fn get(&self, hash: &Hash) -> Result<Vec<u8>, Error> {
        let path = self.path(hash);
        let packed = match fs::read(&path) {
            Ok(packed) => packed,
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => {
                return Err(Error::ObjectMissing(*hash));
            }
            Err(source) => return Err(Error::Read { path, source }),
        };
        let corrupt = |source| Error::Corrupt { hash: *hash, source: Some(source) };
        let mut content = vec![];
        zstd::Decoder::new(packed.as_slice())
            .and_then(|mut decoder| decoder.read_to_end(&mut content))
            .map_err(corrupt)?;
        if Hash::of(&content) == *hash {
            Ok(content)
        } else {
            Err(Error::Corrupt { hash: *hash, source: None })
        }
    }
}

fn remove(path: &std::path::Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::Write { path: path.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::thread;

    use super::*;

    #[test]
    fn what_was_put_comes_back_by_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path().join("objects"));

        let hash = objects.put("報告".as_bytes()).unwrap();

        assert_eq!(objects.get(&hash).unwrap(), "報告".as_bytes());
        assert_eq!(hash.to_string().parse::<Hash>().unwrap(), hash);
        assert_eq!(objects.put("報告".as_bytes()).unwrap(), hash, "putting again changes nothing");
        assert!(matches!(objects.get(&Hash::of(b"other")), Err(Error::ObjectMissing(_))));
    }

    #[test]
    fn damage_is_noticed_and_mended_by_putting_again() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path());
        let hash = objects.put(b"whole").unwrap();
        let other = zstd::encode_all(&b"half"[..], 3).unwrap();

        for damage in [&other[..], b"", b"no zstd at all"] {
            fs::write(objects.path(&hash), damage).unwrap();
            assert!(matches!(objects.get(&hash), Err(Error::Corrupt { .. })), "{damage:?}");
        }

        objects.put(b"whole").unwrap();
        assert_eq!(objects.get(&hash).unwrap(), b"whole");
    }

    #[test]
    fn several_may_put_the_same_content_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path());

        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for n in 0..20_u8 {
                        let hash = objects.put(&[n; 4096]).unwrap();
                        assert_eq!(objects.get(&hash).unwrap(), [n; 4096]);
                    }
                });
            }
        });

        let files = walk(folder.path());
        assert_eq!(files, 20, "no temporary file stays behind");
    }

    fn walk(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        entries.map(|e| if e.path().is_dir() { walk(&e.path()) } else { 1 }).sum()
    }
}
