//! A large folder as the copy of an attempt: 20,000 files, 1 GiB. Where `HALFDAY_BENCH_FOLDER` lies says
//! on which file system; whether copies share their blocks there is printed.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use divan::Bencher;
use halfday_runner::checkpoints::{CheckpointStore, Checkpoints};
use halfday_runner::staging::{Limits, Source, Staging, Stagings};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

fn main() {
    divan::main();
}

const FILES: u64 = 20_000;
const BYTES: u64 = 1 << 30;

fn must<T, E: std::fmt::Display>(done: Result<T, E>) -> T {
    done.unwrap_or_else(|error| unreachable!("{error}"))
}

/// The person's folder with the copies beside it.
struct World {
    root: TempDir,
}

impl World {
    fn new() -> Self {
        let folder = std::env::var_os("HALFDAY_BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
        let world = Self { root: must(tempfile::tempdir_in(folder)) };
        // Half of every byte is chance: as hard to pack as much of what people keep.
        let mut chance = 1_u64;
        for file in 0..FILES {
            let place = world.mine().join(format!("{}/{}", file % 40, file % 8));
            must(fs::create_dir_all(&place));
            let content: Vec<u8> = (0..BYTES / FILES)
                .map(|_| {
                    chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    b'a' + (chance >> 60) as u8
                })
                .collect();
            must(fs::write(place.join(format!("{file}.txt")), content));
        }
        let shares = must(world.stagings().survey(&world.source())).shares_blocks;
        // On its own line, not in that of a figure.
        let _ = writeln!(std::io::stderr(), "\ncopies share their blocks: {shares}");
        world
    }

    fn mine(&self) -> PathBuf {
        self.root.path().join("mine")
    }

    fn source(&self) -> Source {
        Source::Workspace(self.mine())
    }

    fn stagings(&self) -> Stagings {
        Stagings::in_folder(
            self.root.path().join("staging"),
            self.root.path().join("staging"),
            Limits::default(),
        )
    }

    fn copy(&self) -> Staging {
        // Each is made anew.
        must(self.stagings().remove("copy"));
        let survey = must(self.stagings().survey(&self.source()));
        must(self.stagings().begin("copy", &survey, &CancellationToken::new()))
    }

    /// A store of checkpoints that holds nothing yet.
    fn checkpoints(&self) -> Checkpoints {
        let folder = self.root.path().join("checkpoints");
        must(match fs::remove_dir_all(&folder) {
            Err(other) if other.kind() != std::io::ErrorKind::NotFound => Err(other),
            Ok(()) | Err(_) => Ok(()),
        });
        must(CheckpointStore::in_folder(folder).open("copy"))
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn copy_of_20_000_files(bencher: Bencher) {
    let world = World::new();
    bencher.with_inputs(|| must(world.stagings().remove("copy"))).bench_values(|()| world.copy());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn first_checkpoint(bencher: Bencher) {
    let world = World::new();
    let copy = world.copy();
    bencher
        .with_inputs(|| world.checkpoints())
        .bench_values(|checkpoints| must(checkpoints.take(copy.folder())).number());
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn checkpoint_after_one_file_changed(bencher: Bencher) {
    let world = World::new();
    let copy = world.copy();
    let checkpoints = world.checkpoints();
    must(checkpoints.take(copy.folder()));
    let mut written = 0;
    bencher
        .with_inputs(|| {
            written += 1;
            must(fs::write(copy.folder().join("new.txt"), format!("{written}")));
        })
        .bench_local_values(|()| must(checkpoints.take(copy.folder())).number());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn what_changed_in_the_end(bencher: Bencher) {
    let world = World::new();
    let copy = world.copy();
    must(fs::write(copy.folder().join("new.txt"), "new"));
    bencher.bench(|| must(copy.changes()).files.len());
}
