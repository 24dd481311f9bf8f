//! The object store: contents of files by their hash, in a folder. Whatever is stored stays as it
//! is; two processes may put the same content at the same time.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::disk;
use crate::error::Error;

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
