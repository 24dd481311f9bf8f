//! A folder at one moment: its folders, its files by hash, its links. Two of them are compared;
//! one is kept as a checkpoint.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::time::{Duration, SystemTime};

use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, Metadata, OpenOptions};
use serde::{Deserialize, Serialize};

use super::survey::folders_above;
use super::walk::{Go, LeftOut, Met, Whose, Why, is_gone, open_up, walk};
use crate::error::Error;
use crate::objects::Hash;

/// What is read at once, in bytes.
pub(crate) const PIECE: usize = 256 * 1024;
/// An agent may fill its folder; beyond so many files, or bytes of them, it is not read.
const MOST_FILES: u64 = 200_000;
const MOST_BYTES: u64 = 16 << 30;
/// A file that changed this shortly before it was looked at may change again with the same time on it.
const UNSETTLED: Duration = Duration::from_millis(100);
/// As [`UNSETTLED`], where times are whole seconds.
const UNSETTLED_COARSE: Duration = Duration::from_secs(2);

/// A folder at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tree {
    nodes: BTreeMap<String, Node>,
    left_out: Vec<LeftOut>,
}

/// What stands at one path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Node {
    Folder,
    Link { to: String },
    File(FileNode),
}

/// A file at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileNode {
    pub(crate) hash: Hash,
    pub(crate) executable: bool,
    pub(crate) stamp: Stamp,
    /// The same stamp later means the same content.
    pub(crate) settled: bool,
}

/// By what a file is known again without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    pub(crate) length: u64,
    /// When its content changed, in nanoseconds since 1970; anyone can set it.
    modified_ns: i64,
    /// When anything of it changed; nobody can set it. Where systems have none: 0.
    changed_ns: i64,
    inode: u64,
}

impl FileNode {
    pub(crate) fn new(hash: Hash, executable: bool, stamp: Stamp, looked_at: SystemTime) -> Self {
        Self { hash, executable, stamp, settled: stamp.is_settled(looked_at) }
    }
}

impl Stamp {
    pub(crate) fn of(found: &Metadata) -> Self {
        let modified = found.modified().map(cap_std::time::SystemTime::into_std);
        Self { length: found.len(), modified_ns: modified.map_or(0, nanoseconds), ..system_stamp(found) }
    }

    /// Whether a change after `looked_at` would show in the stamp.
    fn is_settled(&self, looked_at: SystemTime) -> bool {
        let newest = self.modified_ns.max(self.changed_ns);
        let window = if newest % 1_000_000_000 == 0 { UNSETTLED_COARSE } else { UNSETTLED };
        let window = i64::try_from(window.as_nanos()).unwrap_or(i64::MAX);
        newest.saturating_add(window) < nanoseconds(looked_at)
    }
}

#[cfg(unix)]
fn system_stamp(found: &Metadata) -> Stamp {
    use cap_std::fs::MetadataExt;
    let changed_ns = found.ctime().saturating_mul(1_000_000_000).saturating_add(found.ctime_nsec());
    Stamp { length: 0, modified_ns: 0, changed_ns, inode: found.ino() }
}

#[cfg(not(unix))]
fn system_stamp(_found: &Metadata) -> Stamp {
    Stamp { length: 0, modified_ns: 0, changed_ns: 0, inode: 0 }
}

fn nanoseconds(time: SystemTime) -> i64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(unix)]
pub(crate) fn is_executable(found: &Metadata) -> bool {
    use cap_std::fs::PermissionsExt;
    found.permissions().mode() & 0o100 != 0
}

#[cfg(not(unix))]
pub(crate) fn is_executable(_found: &Metadata) -> bool {
    false
}

impl Tree {
    /// The staging folder as it is now; every file is read.
    pub(crate) fn of(folder: &Path) -> Result<Self, Error> {
        let take = |file: &mut File, path: &Path| hash(file).map_err(Error::read(path));
        Self::with(folder, &Self::default(), &|_| Ok(()), &take)
    }

    /// The staging folder as it is now; `take` reads a file and says its hash, after `prove` agreed to
    /// the number of bytes. Files that stand in `earlier` with the same settled stamp are not read
    /// again.
    pub(crate) fn with(
        folder: &Path,
        earlier: &Self,
        prove: &dyn Fn(u64) -> Result<(), Error>,
        take: &(dyn Fn(&mut File, &Path) -> Result<Hash, Error> + Sync),
    ) -> Result<Self, Error> {
        let root = open(folder)?;
        let mut tree = Self::default();
        let (mut files, mut bytes, mut unknown_bytes) = (vec![], 0_u64, 0_u64);
        walk(&root, folder, "", Whose::Staging, &mut |met| {
            match met {
                Met::Folder(path) => tree.put(path, Node::Folder),
                Met::File(path, found) => {
                    let stamp = Stamp::of(found);
                    bytes = bytes.saturating_add(stamp.length);
                    if earlier.known(&path, stamp).is_none() {
                        unknown_bytes = unknown_bytes.saturating_add(stamp.length);
                    }
                    files.push(path);
                }
                Met::LeftOut(LeftOut { path, why: Why::Link { to } }) => {
                    tree.put(path.clone(), Node::Link { to: to.clone() });
                    tree.left_out.push(LeftOut { path, why: Why::Link { to } });
                }
                Met::LeftOut(left_out) => tree.left_out.push(left_out),
            }
            let counted_files = files.len() as u64;
            if counted_files > MOST_FILES || bytes > MOST_BYTES {
                let (files, bytes, counted_bytes) = (MOST_FILES, MOST_BYTES, bytes);
                return Err(Error::TooLarge { counted_files, counted_bytes, files, bytes });
            }
            Ok(Go::On)
        })?;
        prove(unknown_bytes)?;
        let read = in_parallel(&files, &|path: &String| -> Result<Option<FileNode>, Error> {
            let place = folder.join(path);
            let opened = match open_file(&root, path) {
                // Closed by an agent; it is ours all the same.
                Err(closed) if closed.kind() == std::io::ErrorKind::PermissionDenied => {
                    open_up(&root, path).and_then(|()| open_file(&root, path))
                }
                opened => opened,
            };
            let Some((mut file, found)) = opened.map_err(Error::read(&place))? else {
                return Ok(None);
            };
            let stamp = Stamp::of(&found);
            let known = earlier.known(path, stamp);
            // The clock is asked first: what changes while it is read is not settled.
            let looked_at = SystemTime::now();
            let hash = match known {
                Some(known) => known.hash,
                None => take(&mut file, &place)?,
            };
            Ok(Some(FileNode::new(hash, is_executable(&found), stamp, looked_at)))
        })?;
        for (path, file) in files.into_iter().zip(read) {
            if let Some(file) = file {
                tree.put(path, Node::File(file));
            }
        }
        tree.left_out.sort();
        Ok(tree)
    }

    pub(crate) fn put(&mut self, path: String, node: Node) {
        self.nodes.insert(path, node);
    }

    /// Puts a file there, whatever stood in its way: a folder with all in it, a file in place of a folder.
    pub(crate) fn put_over(&mut self, path: &str, file: FileNode) {
        for folder in folders_above(path) {
            if self.nodes.get(&folder) != Some(&Node::Folder) {
                self.nodes.insert(folder, Node::Folder);
            }
        }
        let below = format!("{path}/");
        self.nodes.retain(|other, _| !other.starts_with(&below));
        self.nodes.insert(path.to_owned(), Node::File(file));
    }

    pub(crate) fn remove(&mut self, path: &str) {
        self.nodes.remove(path);
    }

    pub(crate) fn node(&self, path: &str) -> Option<&Node> {
        self.nodes.get(path)
    }

    /// In order of paths: a folder comes before what is in it.
    pub(crate) fn nodes(&self) -> impl DoubleEndedIterator<Item = (&str, &Node)> {
        self.nodes.iter().map(|(path, node)| (path.as_str(), node))
    }

    pub(crate) fn file(&self, path: &str) -> Option<&FileNode> {
        match self.nodes.get(path) {
            Some(Node::File(file)) => Some(file),
            Some(Node::Folder | Node::Link { .. }) | None => None,
        }
    }

    /// The file, if it is the same as far as its stamp can say.
    fn known(&self, path: &str, stamp: Stamp) -> Option<&FileNode> {
        self.file(path).filter(|known| known.settled && known.stamp == stamp)
    }

    /// Whether all contents and names are the same, whatever the stamps say.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let is_same = |(one, other): ((&str, &Node), (&str, &Node))| {
            one.0 == other.0
                && match (one.1, other.1) {
                    (Node::File(one), Node::File(other)) => {
                        (one.hash, one.executable) == (other.hash, other.executable)
                    }
                    (one, other) => one == other,
                }
        };
        self.nodes.len() == other.nodes.len() && self.nodes().zip(other.nodes()).all(is_same)
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &FileNode)> {
        self.nodes.iter().filter_map(|(path, node)| match node {
            Node::File(file) => Some((path.as_str(), file)),
            Node::Folder | Node::Link { .. } => None,
        })
    }

    pub(crate) fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }
}

/// Opens a folder that we chose ourselves.
pub(crate) fn open(folder: &Path) -> Result<Dir, Error> {
    Dir::open_ambient_dir(folder, ambient_authority()).map_err(Error::read(folder))
}

/// Opens a plain file below `root`, never through a link, and never waiting: what was a file may be
/// a FIFO by now. `None`: it is no plain file any more.
pub(crate) fn open_file(root: &Dir, path: &str) -> std::io::Result<Option<(File, Metadata)>> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use cap_std::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOFOLLOW;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = match root.open_with(path, &options) {
        Ok(file) => file,
        Err(gone) if is_gone(&gone) || is_no_file(root, path) => return Ok(None),
        Err(source) => return Err(source),
    };
    let found = file.metadata()?;
    Ok(found.is_file().then_some((file, found)))
}

/// What a copy that we made ourselves is.
pub(crate) fn open_copy(path: &Path) -> Result<Metadata, Error> {
    let copy = std::fs::File::open(path).map_err(Error::read(path))?;
    File::from_std(copy).metadata().map_err(Error::read(path))
}

/// A link, or something behind one: opening refused it.
fn is_no_file(root: &Dir, path: &str) -> bool {
    !root.symlink_metadata(path).is_ok_and(|found| found.is_file())
}

/// The stamp of a plain file; `None` when there is none.
pub(crate) fn look(root: &Dir, place: &Path, path: &str) -> Result<Option<Stamp>, Error> {
    match root.symlink_metadata(path) {
        Ok(found) => Ok(found.is_file().then(|| Stamp::of(&found))),
        Err(gone) if is_gone(&gone) => Ok(None),
        Err(source) => Err(Error::Read { path: place.join(path), source }),
    }
}

pub(crate) fn hash_below(root: &Dir, place: &Path, path: &str) -> Result<Hash, Error> {
    let read = Error::read(&place.join(path));
    match open_file(root, path) {
        Ok(Some((mut file, _))) => hash(&mut file).map_err(read),
        Ok(None) => Err(read(std::io::ErrorKind::NotFound.into())),
        Err(source) => Err(read(source)),
    }
}

/// The content of a plain file below `folder`, at most `longest` bytes.
pub(crate) fn read_below(folder: &Path, path: &str, longest: u64) -> Result<Vec<u8>, Error> {
    let root = open(folder)?;
    let place = folder.join(path);
    let found = open_file(&root, path).map_err(Error::read(&place))?;
    let (file, _) = found.ok_or_else(|| Error::read(&place)(std::io::ErrorKind::NotFound.into()))?;
    let mut content = vec![];
    file.take(longest.saturating_add(1)).read_to_end(&mut content).map_err(Error::read(&place))?;
    if content.len() as u64 > longest {
        return Err(Error::TooLong { path: place, longest });
    }
    Ok(content)
}

fn hash(file: &mut File) -> std::io::Result<Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = file.read(&mut piece)?;
        let Some(read @ [_, ..]) = piece.get(..length) else { return Ok(Hash::finished(&hasher)) };
        hasher.update(read);
    }
}

/// Does `act` for all of `list` on a few threads; the results stand in the order of the list.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    list: &[T],
    act: &(dyn Fn(&T) -> Result<R, Error> + Sync),
) -> Result<Vec<R>, Error> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    if threads == 1 || list.len() < 64 {
        return list.iter().map(act).collect();
    }
    // Many small shares: a large file delays only its neighbours.
    let shares: Vec<&[T]> = list.chunks((list.len() / (threads * 16)).max(16)).collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut done = vec![];
        loop {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(share) = shares.get(at) else { return Ok(done) };
            let results = share.iter().map(act).collect::<Result<Vec<R>, Error>>();
            match results {
                Ok(results) => done.push((at, results)),
                Err(fault) => {
                    // The others stop at their next share.
                    next.store(shares.len(), std::sync::atomic::Ordering::Relaxed);
                    return Err(fault);
                }
            }
        }
    };
    let mut all = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut all = vec![];
        for thread in threads {
            let ended = thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            all.extend(ended?);
        }
        Ok::<_, Error>(all)
    })?;
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().flat_map(|(_, results)| results).collect())
}
