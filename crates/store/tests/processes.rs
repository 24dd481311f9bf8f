//! Several processes on one database: owners that are killed, commits that survive it, one feed.
//!
//! The second process is this test program itself, started again with a role and a folder in its
//! surroundings; the two talk through pipes, so nothing here waits for a clock.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use halfday_domain::id::OwnerId;
use halfday_store::{Change, Error, Feed, Opening, RestoreChoice, Store, restore};
use rusqlite::Transaction;

const ROLE: &str = "HALFDAY_STORE_TEST_ROLE";
const FOLDER: &str = "HALFDAY_STORE_TEST_FOLDER";
const MARK: &str = "said:";
/// Far more than any machine needs; only a fault waits this long.
const LONG: Duration = Duration::from_mins(1);

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn opening(folder: &Path, number: u8) -> Opening<'_> {
    Opening {
        folder,
        program: "window",
        at: 1_795_000_000_000,
        owner_id: OwnerId::from_parts(i64::from(std::process::id()), [number; 10]),
    }
}

/// A second process; it is killed when the test is done with it.
struct Second {
    child: Child,
    input: Option<ChildStdin>,
    output: mpsc::Receiver<String>,
}

impl Second {
    fn start(role: &str, folder: &Path) -> Result<Self, Failed> {
        let mut child = Command::new(env::current_exe()?)
            .args(["--exact", "the_second_process_answers", "--nocapture", "--test-threads=1"])
            .env(ROLE, role)
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let input = child.stdin.take();
        let lines = BufReader::new(child.stdout.take().ok_or("no way out")?).lines();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // The harness writes on the same pipe, on the same line too.
                if let Some((_, words)) = line.split_once(MARK)
                    && sender.send(words.to_owned()).is_err()
                {
                    break;
                }
            }
        });
        Ok(Self { child, input, output })
    }

    fn hear(&self) -> Result<String, Failed> {
        Ok(self.output.recv_timeout(LONG)?)
    }

    fn tell(&mut self, words: &str) -> Result<(), Failed> {
        let input = self.input.as_mut().ok_or("no way in")?;
        writeln!(input, "{words}")?;
        Ok(input.flush()?)
    }

    fn pid(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL, and everything it had said.
    fn kill(mut self) -> Result<Vec<String>, Failed> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(self.output.iter().collect())
    }

    fn end(mut self) -> Result<(), Failed> {
        drop(self.input.take());
        let status = self.child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("the second process ended with {status}").into()) }
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn say(words: &str) -> Result<(), Failed> {
    let mut output = io::stdout().lock();
    writeln!(output, "{MARK}{words}")?;
    Ok(output.flush()?)
}

/// What the second process does until its input ends.
fn play(role: &str, folder: &Path) -> Result<(), Failed> {
    let store = Store::open(&opening(folder, 2))?;
    say(&store.owner_id().to_string())?;
    match role {
        "hold" => {
            io::stdin().lines().map_while(Result::ok).for_each(drop);
        }
        "commit" => {
            for number in 0.. {
                store.write(move |tx| event(tx, number))?;
                say(&number.to_string())?;
            }
        }
        "on demand" => {
            for line in io::stdin().lines() {
                let (first, count) = line?.split_once(' ').map(parse).ok_or("two numbers, please")??;
                for number in first..first + count {
                    store.write(move |tx| event(tx, number))?;
                }
                say("done")?;
            }
        }
        other => return Err(format!("no role `{other}`").into()),
    }
    store.close();
    Ok(())
}

fn parse((first, count): (&str, &str)) -> Result<(i64, i64), Failed> {
    Ok((first.parse()?, count.parse()?))
}

fn event(tx: &Transaction<'_>, number: i64) -> Result<(), Error> {
    tx.execute(
        "INSERT INTO events (at, origin, actor, kind, data) VALUES (?1, 'terminal', 'person', ?2, '{}')",
        (number, number.to_string()),
    )?;
    Ok(())
}

fn kinds(store: &Store) -> Result<Vec<String>, Error> {
    store.read(|connection| {
        let mut statement = connection.prepare("SELECT kind FROM events ORDER BY seq")?;
        let kinds = statement.query_map([], |row| row.get(0))?;
        Ok(kinds.collect::<rusqlite::Result<_>>()?)
    })
}

/// Listens until `count` changes came.
fn hear(feed: &mut Feed, count: usize) -> Result<Vec<Change>, Failed> {
    let mut heard = Vec::new();
    while heard.len() < count {
        let batch = feed.next(LONG).ok_or("the feed ended")?;
        if batch.is_empty() {
            return Err(format!("heard {} of {count}, then nothing for a minute", heard.len()).into());
        }
        heard.extend(batch);
    }
    Ok(heard)
}

#[test]
fn the_second_process_answers() {
    if let Ok(role) = env::var(ROLE) {
        play(&role, Path::new(&env::var_os(FOLDER).unwrap())).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let second = Second::start("hold", folder.path()).unwrap();

    assert!(second.hear().unwrap().parse::<OwnerId>().is_ok(), "it says which owner it is");
    second.end().unwrap();
}

#[test]
fn an_owner_that_lives_is_not_dead_and_one_that_is_killed_is_dead_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let second = Second::start("hold", folder.path()).unwrap();
    let owner: OwnerId = second.hear().unwrap().parse().unwrap();
    let nobody = |_: &Transaction<'_>, _: &[OwnerId]| -> Result<(), Error> { panic!("nobody died") };
    assert_eq!(store.end_dead_owners(1, nobody).unwrap(), []);

    second.kill().unwrap();
    let (told, was_told) = mpsc::channel();
    let dead = store
        .end_dead_owners(2, move |_, dead| {
            told.send(dead.to_vec()).unwrap();
            Ok::<_, Error>(())
        })
        .unwrap();

    assert_eq!(dead, [owner]);
    assert_eq!(was_told.recv().unwrap(), [owner], "what follows from it happens in the same transaction");
    assert_eq!(store.end_dead_owners(3, nobody).unwrap(), [], "nobody dies twice");
    let lock = folder.path().join("owners").join(format!("{owner}.lock"));
    assert!(!lock.exists(), "the lock file of the dead is gone");
    let ended_at: i64 = store
        .read(move |connection| {
            let sql = "SELECT ended_at FROM owners WHERE id = ?1";
            Ok::<_, Error>(connection.query_row(sql, [owner.to_string()], |row| row.get(0))?)
        })
        .unwrap();
    assert_eq!(ended_at, 2);
}

#[test]
fn when_what_follows_from_a_death_fails_it_is_seen_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let second = Second::start("hold", folder.path()).unwrap();
    let owner: OwnerId = second.hear().unwrap().parse().unwrap();
    second.kill().unwrap();

    let failed = store.end_dead_owners(2, |_, _| Err(Error::ChangedMeanwhile { what: "attempt" }));

    assert!(matches!(failed, Err(Error::ChangedMeanwhile { .. })));
    assert_eq!(store.end_dead_owners(3, |_, _| Ok::<_, Error>(())).unwrap(), [owner]);
}

#[test]
fn an_owner_that_closed_properly_is_ended_by_the_next_who_looks() {
    let folder = tempfile::tempdir().unwrap();
    let second = Second::start("hold", folder.path()).unwrap();
    let owner: OwnerId = second.hear().unwrap().parse().unwrap();
    second.end().unwrap();

    let store = Store::open(&opening(folder.path(), 1)).unwrap();

    assert_eq!(store.end_dead_owners(3, |_, _| Ok::<_, Error>(())).unwrap(), [owner]);
}

#[test]
fn what_was_acknowledged_survives_sigkill() {
    for round in 0..20_usize {
        let folder = tempfile::tempdir().unwrap();
        let second = Second::start("commit", folder.path()).unwrap();
        second.hear().unwrap();
        let mut acknowledged = 0;
        for _ in 0..=round * 7 {
            acknowledged = second.hear().unwrap().parse().unwrap();
        }
        if let Some(last) = second.kill().unwrap().last() {
            acknowledged = last.parse().unwrap();
        }

        let store = Store::open(&opening(folder.path(), 1)).unwrap();
        let kinds = kinds(&store).unwrap();

        let expected: Vec<String> = (0..kinds.len()).map(|number| number.to_string()).collect();
        assert_eq!(kinds, expected, "no gap, nothing twice");
        assert!(kinds.len() > acknowledged, "round {round}: {acknowledged} was acknowledged and is gone");
        assert!(store.verify().unwrap().is_whole());
    }
}

#[test]
fn a_feed_tells_of_both_processes_nothing_lost_and_nothing_twice() {
    const EACH: i64 = 300;
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    store.write(|tx| event(tx, 5_000)).unwrap();
    let mut feed = store.feed().unwrap();
    let mut second = Second::start("on demand", folder.path()).unwrap();
    second.hear().unwrap();

    second.tell(&format!("1000 {EACH}")).unwrap();
    let writing = store.clone();
    let writer = thread::spawn(move || {
        for number in 0..EACH {
            writing.write(move |tx| event(tx, number)).unwrap();
        }
    });
    let heard = hear(&mut feed, 600).unwrap();
    writer.join().unwrap();
    assert_eq!(second.hear().unwrap(), "done");

    let told: Vec<String> = heard.into_iter().map(|change| change.kind).collect();
    assert_eq!(told, kinds(&store).unwrap()[1..], "all since the feed began, once and in order");
    assert_eq!(feed.next(Duration::ZERO), Some(Vec::new()));
}

#[test]
fn a_feed_hears_each_single_commit_of_another_process() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let mut feed = store.feed().unwrap();
    let mut second = Second::start("on demand", folder.path()).unwrap();
    second.hear().unwrap();

    for number in 0..20 {
        second.tell(&format!("{number} 1")).unwrap();
        let heard = hear(&mut feed, 1).unwrap();
        assert_eq!(heard[0].kind, number.to_string());
    }
}

#[test]
fn a_feed_that_was_not_listening_hears_everything_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let mut feed = store.feed().unwrap();
    store
        .write(|tx| {
            for number in 0..2_500 {
                event(tx, number)?;
            }
            Ok::<_, Error>(())
        })
        .unwrap();

    let heard = hear(&mut feed, 2_500).unwrap();

    assert_eq!(heard.last().map(|change| change.seq), Some(2_500), "more than one batch holds");
    assert_eq!(feed.next(Duration::ZERO), Some(Vec::new()));
}

#[test]
fn a_feed_ends_when_its_store_closes() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let mut feed = store.feed().unwrap();
    let (heard, was_heard) = mpsc::channel();
    let listener = thread::spawn(move || {
        while let Some(batch) = feed.next(LONG) {
            heard.send(batch.len()).unwrap();
        }
    });
    store.write(|tx| event(tx, 1)).unwrap();
    assert_eq!(was_heard.recv_timeout(LONG), Ok(1));

    store.close();

    listener.join().unwrap();
}

#[test]
fn restoring_while_another_process_works_is_refused_and_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    store.backup_to(&copy).unwrap();
    store.close();
    let second = Second::start("hold", folder.path()).unwrap();
    second.hear().unwrap();

    let refused = restore(folder.path(), &copy, RestoreChoice::EvenIfEmpty, 1).err().unwrap();

    let Error::InUse { holders } = &refused else { panic!("{refused}") };
    assert_eq!(holders.len(), 1);
    assert_eq!((holders[0].pid, holders[0].program.as_str()), (second.pid(), "window"));
    assert_eq!(refused.code(), "database_in_use");
    second.kill().unwrap();
    restore(folder.path(), &copy, RestoreChoice::EvenIfEmpty, 1).unwrap();
}

#[test]
fn a_writer_that_waits_too_long_for_another_process_is_told_busy() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&opening(folder.path(), 1)).unwrap();
    let other = rusqlite::Connection::open(folder.path().join("halfday.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();

    let refused = store.write(|tx| event(tx, 1)).unwrap_err();

    assert_eq!(refused.code(), "database_busy");
    other.execute_batch("COMMIT").unwrap();
    store.write(|tx| event(tx, 2)).unwrap();
    assert_eq!(kinds(&store).unwrap(), ["2"], "the refused work left nothing behind");
}
