//! What an agent names as proof, from its last words to the end of its attempt: the same for a script and for a program
//! that speaks the Agent Client Protocol.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Outcome;
use halfday_domain::failure::FailureReason;
use halfday_domain::id::{PlannedCheckId, QuestionId};
use halfday_domain::run::{ChecksSaid, Feedback, Limits};
use halfday_domain::words::{Language, Words};
use halfday_runner::agents::acp::Acp;
use halfday_runner::agents::in_words::InWords;
use halfday_runner::agents::program::Program;
use halfday_runner::agents::scripted::{Script, Scripted};
use halfday_runner::agents::{Agent, Commands, Failure, closing};
use halfday_runner::attempt::budget::{Budget, Purse};
use halfday_runner::attempt::evidence::{Criterion, Proof};
use halfday_runner::attempt::record::{Act, Asked, Entry, NotKept, Progress, Record};
use halfday_runner::attempt::staging::{ChangedFile, Changes, Staging};
use halfday_runner::attempt::{Attempt, Driven, drive};
use halfday_runner::tools::Finding;
use halfday_runner::veil::{SharedVeil, Veil};
use serde_json::json;
use tokio::sync::mpsc;

type Tested = Result<(), Box<dyn std::error::Error>>;

const LINES: [&str; 2] = ["Names the total", "Is kind"];
/// What the agents of these tests deliver.
const FILE: &str = "# Sums\n\n**Total:** 32 in all\n";

const TRUE: &str =
    r#"{"criterion": "Names the total", "proof": "it is there", "file": "a.md", "quote": "Total: 32"}"#;
const FALSE: &str =
    r#"{"criterion": "Names the total", "proof": "it is there", "file": "a.md", "quote": "Total: 33"}"#;

fn block(claims: &str) -> String {
    format!("It is done.\n\n```halfday\n{{\"confidence\": 0.6, \"evidence\": [{claims}]}}\n```\n")
}

/// A folder of the test's with what is in it.
struct Folder(PathBuf);

impl Staging for Folder {
    fn make(&self) -> BoxFuture<'_, Result<PathBuf, Failure>> {
        Box::pin(async { Ok(self.0.clone()) })
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<String, Failure>> {
        Box::pin(async { Ok("{}".to_owned()) })
    }

    fn changes(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        let file = |entry: fs::DirEntry| {
            let path = entry.file_name().to_string_lossy().into_owned();
            fs::read(entry.path()).ok().map(|content| ChangedFile { path, content, base: None })
        };
        let found = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let files = found.filter_map(file).collect();
        Box::pin(async { Ok(Changes { files, ..Changes::default() }) })
    }

    fn so_far(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        self.changes()
    }

    fn restore<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }

    fn remove(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

/// The agent's last words, how sure it is, and what it names as proof.
type Last = (String, Option<f64>, Vec<Proof>);

/// What was written down of the agent's last words.
#[derive(Default)]
struct Memory {
    turns: Mutex<u32>,
    finished: Mutex<Vec<Last>>,
    /// A check fails as long as the file does not say this.
    wanted: Option<&'static str>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Record for Memory {
    fn begin(&self, act: Act) -> BoxFuture<'_, Result<u32, NotKept>> {
        *lock(&self.turns) += u32::from(act == Act::Turn);
        Box::pin(async { Ok(1) })
    }

    fn end(&self, _: u32, _: &'static str) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async { Ok(()) })
    }

    fn keep(&self, entry: Entry) -> BoxFuture<'_, Result<(), NotKept>> {
        if let Entry::Finished { finish, proofs } = entry {
            lock(&self.finished).push((finish.said, finish.confidence, proofs));
        }
        Box::pin(async { Ok(()) })
    }

    fn ask(&self, _: Asked) -> BoxFuture<'_, Result<QuestionId, NotKept>> {
        Box::pin(async { Err(NotKept::TakenAway) })
    }

    fn check(&self, _: u32, changes: Arc<Changes>) -> BoxFuture<'_, Result<ChecksSaid, NotKept>> {
        let says = |wanted: &str| {
            let is_it = |file: &&ChangedFile| file.path == "a.md";
            let content = changes.files.iter().find(is_it).map(|file| String::from_utf8_lossy(&file.content));
            content.is_some_and(|content| content.contains(wanted))
        };
        let said = match self.wanted {
            Some(wanted) if !says(wanted) => {
                ChecksSaid::SomeFail(Feedback { failing: vec![format!("{wanted} is missing")] })
            }
            Some(_) | None => ChecksSaid::AllHold,
        };
        Box::pin(async { Ok(said) })
    }

    fn progress(&self, _: Changes) -> BoxFuture<'_, Result<Progress, NotKept>> {
        Box::pin(async { Ok(Progress::default()) })
    }

    fn live(&self, _: &str) {}
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Script,
    Program,
}

/// An agent that writes `content` into `a.md` in each turn and says one of `words` after the other. What it was told
/// is left in `told`, one file a turn.
fn agent(
    kind: Kind,
    beside: &Path,
    content: &str,
    words: &[String],
) -> Result<Box<dyn Agent>, Box<dyn std::error::Error>> {
    match kind {
        Kind::Script => {
            let turn = |(number, said): (usize, &String)| {
                json!([
                    { "write": { "path": "a.md", "text": content } },
                    { "write": { "path": format!("told-{number}"), "text": "{message}" } },
                    { "finish": { "said": said } },
                ])
            };
            let turns: Vec<_> = words.iter().enumerate().map(turn).collect();
            let script = Script::from_json(&json!({ "turns": turns }).to_string())?;
            Ok(Box::new(Scripted::new(script)))
        }
        Kind::Program => {
            fs::write(beside.join("content"), content)?;
            for (number, said) in words.iter().enumerate() {
                fs::write(beside.join(format!("said-{number}")), json!(said).to_string())?;
            }
            let script = r#"#!/bin/sh
hear() { IFS= read -r line || exit 0; id=$(printf %s "$line" | sed 's/.*"id":\("[^"]*"\|[0-9]*\).*/\1/'); }
answer() { printf '%s\n' '{"jsonrpc":"2.0","id":'"$id"',"result":'"$1"'}'; }
hear; answer '{"protocolVersion":1}'
hear; answer '{"sessionId":"s"}'
n=0
while :; do
  hear; printf '%s' "$line" > "told-$n"; cp ../content a.md
  printf '%s\n' '{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"s","update":{"sessionUpdate":"agent_message_chunk","content":{"type":"text","text":'"$(cat "../said-$n")"'}}}}'
  answer '{"stopReason":"end_turn"}'
  n=$((n+1))
done
"#;
            // Written elsewhere and moved: a program that is still open for writing cannot be started.
            let (unfinished, path) = (beside.join("unfinished"), beside.join("agent"));
            fs::write(&unfinished, script)?;
            fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o755))?;
            fs::rename(&unfinished, &path)?;
            Ok(Box::new(Acp::new(Program::at(path))))
        }
    }
}

/// What an attempt came to.
#[derive(Debug, PartialEq)]
struct Ended {
    outcome: Outcome,
    turns: u32,
    /// The last words as a person reads them.
    said: String,
    confidence: Option<f64>,
    /// The line and what was found, of each claim of the last turn.
    found: Vec<(Option<&'static str>, &'static str)>,
}

fn criteria() -> Vec<Criterion> {
    let id = |at: i64| PlannedCheckId::from_parts(at, [0; 10]);
    (0..).zip(LINES).map(|(at, line)| Criterion { id: id(at), text: line.to_owned() }).collect()
}

fn short(proof: &Proof) -> (Option<&'static str>, &'static str) {
    let asked = criteria();
    let at = asked.iter().position(|criterion| Some(criterion.id) == proof.criterion);
    let found = match &proof.evidence.finding {
        Finding::Proved => "proved",
        Finding::False(_) => "false",
        Finding::CannotTell => "cannot tell",
    };
    (at.and_then(|at| LINES.get(at)).copied(), found)
}

/// Plays an attempt; the folder it worked in comes along.
async fn played(
    agent: Box<dyn Agent>,
    folder: &Path,
    wanted: Option<&'static str>,
    veil: Option<SharedVeil>,
) -> Result<Ended, Box<dyn std::error::Error>> {
    let record = Arc::new(Memory { wanted, ..Memory::default() });
    let words = Words::of(Language::En);
    let attempt = Attempt {
        agent,
        staging: Box::new(Folder(folder.to_owned())),
        record: Arc::clone(&record) as Arc<dyn Record>,
        brief: "Do it.".to_owned(),
        closing: closing::asked(&LINES, words),
        criteria: criteria(),
        veil,
        words,
        commands: Commands::Off,
        limits: Limits::AGENT,
        is_measured: false,
        rehearsal: None,
        second_look: None,
        budget: Budget::default(),
        purse: Arc::new(Purse::default()),
        price: None,
        silence: Duration::from_mins(1),
        attempts: 1,
    };
    let (_orders, receiver) = mpsc::channel(4);
    let Driven::Closed(outcome) = drive(attempt, receiver).await else { return Err("left open".into()) };
    let turns = *lock(&record.turns);
    let (said, confidence, proofs) = lock(&record.finished).last().cloned().ok_or("never finished")?;
    Ok(Ended { outcome, turns, said, confidence, found: proofs.iter().map(short).collect() })
}

struct World {
    beside: tempfile::TempDir,
    work: PathBuf,
}

fn world() -> std::io::Result<World> {
    let beside = tempfile::tempdir()?;
    let work = beside.path().join("work");
    fs::create_dir(&work)?;
    Ok(World { beside, work })
}

#[tokio::test]
async fn evidence_is_looked_up_whoever_names_it() -> Tested {
    let delivered = |turns, said: &str, confidence, found: &[(Option<&'static str>, &'static str)]| Ended {
        outcome: Outcome::Delivered,
        turns,
        said: said.to_owned(),
        confidence,
        found: found.to_vec(),
    };
    let proved = (Some(LINES[0]), "proved");
    let both = format!(
        "{TRUE}, {{\"criterion\": \"is kind.\", \"proof\": \"read it\"}}, {{\"criterion\": \"Else\"}}"
    );
    let broken = "It is done.\n```halfday\n{\"evidence\": [\n```";
    let quoting = format!("{FILE}\n{}", block(FALSE));
    let claims_false = Ended {
        outcome: Outcome::Failed(FailureReason::PrematureFinish),
        ..delivered(3, "It is done.", Some(0.6), &[(Some(LINES[0]), "false")])
    };

    let table: Vec<(&str, &str, Vec<String>, Ended)> = vec![
        ("true", FILE, vec![block(TRUE)], delivered(1, "It is done.", Some(0.6), &[proved])),
        (
            "every finding",
            FILE,
            vec![block(&both)],
            delivered(
                1,
                "It is done.",
                Some(0.6),
                &[proved, (Some(LINES[1]), "cannot tell"), (None, "cannot tell")],
            ),
        ),
        (
            "false and mended",
            FILE,
            vec![block(FALSE), block(TRUE)],
            delivered(2, "It is done.", Some(0.6), &[proved]),
        ),
        ("false for ever", FILE, vec![block(FALSE); 3], claims_false),
        ("no block", FILE, vec!["It is done.".to_owned()], delivered(1, "It is done.", None, &[])),
        (
            "a line as before",
            FILE,
            vec!["It is done.\n\nConfidence: 70 %".to_owned()],
            delivered(1, "It is done.\n\nConfidence: 70 %", Some(0.7), &[]),
        ),
        ("broken", FILE, vec![broken.to_owned()], delivered(1, broken, None, &[])),
        ("in the file", &quoting, vec!["It is done.".to_owned()], delivered(1, "It is done.", None, &[])),
        (
            "two",
            FILE,
            vec![format!("{}\n{}", block(FALSE), block(TRUE))],
            delivered(1, "It is done.\n\n\nIt is done.", Some(0.6), &[proved]),
        ),
    ];

    for (name, content, words, expected) in &table {
        for kind in [Kind::Script, Kind::Program] {
            let world = world()?;
            let agent = agent(kind, world.beside.path(), content, words)?;

            let ended = played(agent, &world.work, None, None).await?;

            assert_eq!(&ended, expected, "{name}, by a {kind:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_false_claim_goes_back_as_a_fact_together_with_the_checks_that_fail() -> Tested {
    for kind in [Kind::Script, Kind::Program] {
        let world = world()?;
        let agent = agent(kind, world.beside.path(), FILE, &[block(FALSE), block(FALSE), block(TRUE)])?;

        let ended = played(agent, &world.work, Some("never there"), None).await?;

        assert_eq!(ended.outcome, Outcome::Failed(FailureReason::CheckFailed), "the checks come first");
        let told = |turn: u32| fs::read_to_string(world.work.join(format!("told-{turn}")));
        let first = told(0)?;
        assert!(first.contains("Do it.") && first.contains("```halfday"), "{first}");
        assert!(first.contains("Names the total") && first.contains("Is kind"), "{first}");
        let second = told(1)?;
        assert!(second.contains("never there is missing"), "{second}");
        assert!(second.contains("a.md does not say “Total: 33”."), "{second}");
        assert!(second.contains("the block again"), "{second}");
        assert!(!second.contains("Do it."), "the brief is known");
    }
    Ok(())
}

#[tokio::test]
async fn a_stand_in_is_the_name_it_stands_for() -> Tested {
    for kind in [Kind::Script, Kind::Program] {
        let world = world()?;
        let veil = SharedVeil::new(Veil::new(&["Ames Ltd".to_owned()], Language::En));
        let stand_in = veil.veil("Ames Ltd");
        let claim = |quote: &str| {
            json!({ "criterion": "Names the total", "proof": "p", "file": "a.md", "quote": quote })
                .to_string()
        };
        let claims = format!("{}, {}", claim(&format!("for {stand_in}")), claim("for Ames Ltd"));
        let agent = agent(kind, world.beside.path(), "32 for Ames Ltd", &[block(&claims)])?;

        let ended = played(agent, &world.work, None, Some(veil)).await?;

        assert_eq!(ended.found, [(Some(LINES[0]), "proved"); 2], "by a {kind:?}");
    }
    Ok(())
}

#[tokio::test]
async fn who_delivers_words_delivers_them_without_the_block() -> Tested {
    let world = world()?;
    let said = format!("# Report\n\nTotal: 32\n\n{}", block(TRUE));
    let script = json!({ "turns": [[{ "finish": { "said": said } }]] });
    let agent = InWords::new(Box::new(Scripted::new(Script::from_json(&script.to_string())?)), "a.md");

    let ended = played(Box::new(agent), &world.work, None, None).await?;

    assert_eq!((ended.outcome, ended.found.len()), (Outcome::Delivered, 1));
    assert_eq!(ended.found, [(Some(LINES[0]), "proved")]);
    assert_eq!(fs::read_to_string(world.work.join("a.md"))?, "# Report\n\nTotal: 32\n\nIt is done.");
    Ok(())
}
