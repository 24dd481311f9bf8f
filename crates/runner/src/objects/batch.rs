//! Many contents at once: read piece by piece and made to last together. A content has its name only
//! once its bytes are on the disk.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tempfile::{NamedTempFile, TempPath};

use super::{Hash, Objects, ZSTD_LEVEL};
use crate::disk;
use crate::error::Error;

/// What is read at once, in bytes.
pub(super) const PIECE: usize = 256 * 1024;
/// From so many files on the whole file system is told to write at once, not each file.
#[cfg(target_os = "linux")]
const TOGETHER: usize = 32;

/// Contents on their way into the store. Several threads may add to it.
pub(crate) struct Batch<'a> {
    objects: &'a Objects,
    written: Mutex<Vec<(TempPath, Hash)>>,
}

impl<'a> Batch<'a> {
    pub(crate) fn into(objects: &'a Objects) -> Result<Self, Error> {
        disk::make_folder(&objects.folder)?;
        Ok(Self { objects, written: Mutex::default() })
    }

    /// Takes `content` in; `from` is named when it cannot be read. Says its hash and length.
    pub(crate) fn add(&self, content: &mut impl Read, from: &Path) -> Result<(Hash, u64), Error> {
        let folder = &self.objects.folder;
        let mut hasher = blake3::Hasher::new();
        let mut piece = vec![0; PIECE];
        let first = fill(content, &mut piece).map_err(Error::read(from))?;
        let read = piece.get(..first).unwrap_or_default();
        hasher.update(read);
        // Most contents are one piece: known by their hash before anything is written.
        if first < PIECE && self.objects.write_to(&Hash::of(read), &mut io::sink()).is_ok() {
            return Ok((Hash::of(read), first as u64));
        }
        let temp = NamedTempFile::new_in(folder).map_err(Error::write(folder))?;
        let mut encoder = zstd::Encoder::new(temp, ZSTD_LEVEL).map_err(Error::write(folder))?;
        encoder.write_all(read).map_err(Error::write(folder))?;
        let mut length = first as u64;
        let mut last = first;
        while last == PIECE {
            last = fill(content, &mut piece).map_err(Error::read(from))?;
            let read = piece.get(..last).unwrap_or_default();
            hasher.update(read);
            encoder.write_all(read).map_err(Error::write(folder))?;
            length += last as u64;
        }
        let temp = encoder.finish().map_err(Error::write(folder))?.into_temp_path();
        let hash = Hash::finished(&hasher);
        self.written.lock().unwrap_or_else(PoisonError::into_inner).push((temp, hash));
        Ok((hash, length))
    }

    /// Puts all of them into the store so that they outlast a crash.
    pub(crate) fn finish(self) -> Result<(), Error> {
        let written = self.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        if written.is_empty() {
            return Ok(());
        }
        let folder = &self.objects.folder;
        let files: Vec<&Path> = written.iter().map(|(temp, _)| &**temp).collect();
        sync(folder, &files)?;
        let mut shelves = vec![];
        for (temp, hash) in written {
            let path = self.objects.path(&hash);
            if let Some(shelf) = path.parent() {
                fs::create_dir_all(shelf).map_err(Error::write(shelf))?;
                shelves.push(shelf.to_owned());
            }
            temp.persist(&path)
                .map_err(|failed| Error::Write { path: path.clone(), source: failed.error })?;
        }
        shelves.sort();
        shelves.dedup();
        for shelf in &shelves {
            disk::sync_folder(shelf)?;
        }
        disk::sync_folder(folder)
    }
}

/// Reads until `piece` is full or the content ends.
fn fill(content: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while let Some(rest) = piece.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match content.read(rest) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(again) if again.kind() == io::ErrorKind::Interrupted => {}
            Err(source) => return Err(source),
        }
    }
    Ok(length)
}

/// Brings the bytes of `files` in `folder` to the disk.
fn sync(folder: &Path, files: &[&Path]) -> Result<(), Error> {
    #[cfg(target_os = "linux")]
    if files.len() >= TOGETHER {
        let open = File::open(folder).map_err(Error::read(folder))?;
        return rustix::fs::syncfs(open).map_err(|failed| Error::write(folder)(failed.into()));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    for path in files {
        let file = File::options().write(true).open(path).map_err(Error::write(path))?;
        file.sync_all().map_err(Error::write(path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn contents_of_every_length_come_back_from_a_batch() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path().join("objects"));
        let lengths = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE];
        let contents: Vec<Vec<u8>> =
            lengths.iter().map(|length| (0..*length).map(|at| (at % 251) as u8).collect()).collect();

        let batch = Batch::into(&objects).unwrap();
        for content in &contents {
            let added = batch.add(&mut content.as_slice(), Path::new("x")).unwrap();
            assert_eq!(added, (Hash::of(content), content.len() as u64));
            assert!(objects.get(&added.0).is_err(), "nothing has its name yet");
        }
        batch.finish().unwrap();

        for content in &contents {
            assert!(objects.get(&Hash::of(content)).unwrap() == *content, "{} bytes", content.len());
        }
    }

    #[test]
    fn a_batch_that_is_given_up_leaves_nothing_and_a_known_content_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path());
        let hash = objects.put(b"known").unwrap();

        let batch = Batch::into(&objects).unwrap();
        assert_eq!(batch.add(&mut &b"known"[..], Path::new("x")).unwrap().0, hash);
        assert!(batch.written.lock().unwrap().is_empty());
        batch.add(&mut &b"unknown"[..], Path::new("x")).unwrap();
        drop(batch);

        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "only the shelf of the known content");
    }

    #[test]
    fn sweeping_keeps_what_is_named_and_removes_the_rest_and_what_a_crash_left() {
        let folder = tempfile::tempdir().unwrap();
        let objects = Objects::in_folder(folder.path());
        let (kept, other) = (objects.put(b"kept").unwrap(), objects.put(b"other").unwrap());
        fs::write(folder.path().join(".tmpHalf"), "half").unwrap();

        let (contents, bytes) = objects.sweep(&HashSet::from([kept])).unwrap();

        assert_eq!(contents, 1);
        assert!(bytes > 0);
        assert_eq!(objects.get(&kept).unwrap(), b"kept");
        assert!(matches!(objects.get(&other), Err(Error::ObjectMissing(_))));
        assert!(!folder.path().join(".tmpHalf").exists());
    }
}
