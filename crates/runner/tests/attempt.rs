//! The driver with agents that behave badly: they panic, fall silent, do not stop, or are taken away. The
//! record is kept in memory; time is the test's own.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use halfday_domain::attempt::Outcome;
use halfday_domain::failure::{FailureReason, StopReason};
use halfday_domain::id::QuestionId;
use halfday_domain::run::{Beside, ChecksSaid, Limits};
use halfday_domain::words::{Language, Words};
use halfday_runner::agents::scripted::{NoScript, Script, Scripted};
use halfday_runner::agents::{Agent, Commands, Failure, Finish, Line, Report, Session, Workplace};
use halfday_runner::attempt::beside::{Rehearsal, SecondLook};
use halfday_runner::attempt::budget::{Budget, Purse};
use halfday_runner::attempt::record::{Act, Asked, AskedAbout, Entry, NotKept, Progress, Record};
use halfday_runner::attempt::staging::{ChangedFile, Changes, Staging};
use halfday_runner::attempt::{Attempt, Driven, Order, Reply, drive};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

/// A folder that always has one new file in it.
struct OneFile;

impl Staging for OneFile {
    fn make(&self) -> BoxFuture<'_, Result<PathBuf, Failure>> {
        Box::pin(async { Ok(std::env::temp_dir().join("one-file")) })
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<String, Failure>> {
        Box::pin(async { Ok("{}".to_owned()) })
    }

    fn changes(&self) -> BoxFuture<'_, Result<Changes, Failure>> {
        let file = ChangedFile { path: "a.md".to_owned(), content: b"a".to_vec(), base: None };
        Box::pin(async move { Ok(Changes { files: vec![file], ..Changes::default() }) })
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

/// What was written down, in short.
#[derive(Default)]
struct Memory {
    lines: Mutex<Vec<String>>,
    asked: Mutex<Vec<mpsc::Sender<Order>>>,
    is_taken: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn question() -> QuestionId {
    QuestionId::from_parts(1, [1; 10])
}

impl Memory {
    fn note(&self, line: String) -> Result<(), NotKept> {
        if self.is_taken.load(Ordering::SeqCst) {
            return Err(NotKept::TakenAway);
        }
        lock(&self.lines).push(line);
        Ok(())
    }

    fn lines(&self) -> Vec<String> {
        lock(&self.lines).clone()
    }
}

impl Record for Memory {
    fn begin(&self, act: Act) -> BoxFuture<'_, Result<u32, NotKept>> {
        Box::pin(async move { self.note(format!("begins {}", act.code())).map(|()| 1) })
    }

    fn end(&self, _: u32, result: &'static str) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move { self.note(format!("ended {result}")) })
    }

    fn keep(&self, entry: Entry) -> BoxFuture<'_, Result<(), NotKept>> {
        Box::pin(async move {
            self.note(match entry {
                Entry::Closed { outcome, .. } => format!("closed {outcome:?}"),
                Entry::Step { step, mark, .. } => format!("step {} {}", step.about, mark.code()),
                Entry::Withdrawn(_) => "withdrawn".to_owned(),
                Entry::GoesOn => "goes on".to_owned(),
                Entry::Parked { after_ms, .. } => format!("parked {after_ms}"),
                Entry::Milestone(title) => format!("reached {title}"),
                Entry::Rehearsed(lines) => format!("rehearsed {}", lines.join(" / ")),
                Entry::LookedAgain(answers) => {
                    let answers: Vec<&str> = answers.iter().map(|one| one.said.code()).collect();
                    format!("looked again {}", answers.join(" "))
                }
                Entry::Checkpoint { .. } | Entry::Used(_) | Entry::Warned(_) | Entry::Finished { .. } => {
                    return Ok(());
                }
            })
        })
    }

    fn ask(&self, asked: Asked) -> BoxFuture<'_, Result<QuestionId, NotKept>> {
        Box::pin(async move {
            self.note(match asked.about {
                AskedAbout::Words(text) => format!("asks {text}"),
                AskedAbout::Permission { about, .. } => format!("asks leave {about}"),
                AskedAbout::Failure { reason, .. } => format!("asks about {reason}"),
                AskedAbout::Silence => "asks about silence".to_owned(),
            })?;
            // The person answers at once, where the test wants it.
            for orders in lock(&self.asked).iter() {
                let reply = Reply::GoOn;
                // A driver that is gone hears nothing.
                let _ = orders.try_send(Order::Reply { question: question(), reply });
            }
            Ok(question())
        })
    }

    fn check(&self, _: u32, _: Arc<Changes>) -> BoxFuture<'_, Result<ChecksSaid, NotKept>> {
        Box::pin(async { Ok(ChecksSaid::AllHold) })
    }

    fn progress(&self, _: Changes) -> BoxFuture<'_, Result<Progress, NotKept>> {
        Box::pin(async { Ok(Progress::default()) })
    }

    fn live(&self, _: &str) {}
}

/// An agent whose turns are a function.
struct Bad(fn(Line) -> BoxFuture<'static, Result<Finish, Failure>>);

impl Agent for Bad {
    fn open<'a>(&'a self, _: &'a Workplace) -> BoxFuture<'a, Result<Box<dyn Session>, Failure>> {
        let turn = self.0;
        Box::pin(async move { Ok(Box::new(BadSession(turn)) as Box<dyn Session>) })
    }
}

struct BadSession(fn(Line) -> BoxFuture<'static, Result<Finish, Failure>>);

impl Session for BadSession {
    fn turn<'a>(&'a mut self, _: &'a str, line: &'a Line) -> BoxFuture<'a, Result<Finish, Failure>> {
        (self.0)(line.clone())
    }

    fn close(self: Box<Self>) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }
}

fn attempt(agent: impl Agent + 'static, record: &Arc<Memory>) -> Attempt {
    Attempt {
        agent: Box::new(agent),
        staging: Box::new(OneFile),
        record: Arc::clone(record) as Arc<dyn Record>,
        brief: "Do it.".to_owned(),
        closing: String::new(),
        criteria: vec![],
        veil: None,
        words: Words::of(Language::En),
        commands: Commands::Off,
        limits: Limits::AGENT,
        is_measured: false,
        rehearsal: None,
        second_look: None,
        budget: Budget::default(),
        purse: Arc::new(Purse::default()),
        price: None,
        silence: Duration::from_mins(10),
        attempts: 1,
    }
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_an_agent_ends_its_attempt_as_failed_and_nothing_else() {
    let record = Arc::new(Memory::default());
    let (_orders, receiver) = mpsc::channel(4);

    let driven =
        drive(attempt(Bad(|_| Box::pin(async { panic!("a fault of ours") })), &record), receiver).await;

    let outcome = Outcome::Failed(FailureReason::AgentExited);
    assert_eq!(driven, Driven::Closed(outcome));
    assert_eq!(
        record.lines(),
        [
            "begins stage".to_owned(),
            "ended done".to_owned(),
            "begins open".to_owned(),
            "ended done".to_owned(),
            "begins turn".to_owned(),
            "ended agent_exited".to_owned(),
            format!("closed {outcome:?}"),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_does_not_stop_is_cut_off_within_two_seconds() {
    let record = Arc::new(Memory::default());
    let (orders, receiver) = mpsc::channel(4);
    let deaf = Bad(|_| {
        Box::pin(async {
            sleep(Duration::from_hours(24)).await;
            Ok(Finish::default())
        })
    });
    let driving = tokio::spawn(drive(attempt(deaf, &record), receiver));
    sleep(Duration::from_secs(5)).await;

    let began = Instant::now();
    orders.send(Order::Stop(Some(StopReason::GoingWrong))).await.unwrap();
    let driven = driving.await.unwrap();

    assert_eq!(driven, Driven::Closed(Outcome::Stopped(Some(StopReason::GoingWrong))));
    assert!(began.elapsed() <= Duration::from_secs(2), "{:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_long_silence_asks_and_a_word_ends_the_question_by_itself() {
    let record = Arc::new(Memory::default());
    let (_orders, receiver) = mpsc::channel(4);
    let slow = Bad(|line| {
        Box::pin(async move {
            sleep(Duration::from_secs(700)).await;
            line.reports.send(Report::Text("still here".to_owned())).await.unwrap();
            Ok(Finish::default())
        })
    });

    let driven = drive(attempt(slow, &record), receiver).await;

    assert_eq!(driven, Driven::Closed(Outcome::Delivered));
    let lines = record.lines();
    let asked = lines.iter().position(|line| line == "asks about silence").expect("it asked");
    assert_eq!(lines[asked + 1..asked + 3], ["withdrawn".to_owned(), "goes on".to_owned()]);
}

#[tokio::test(start_paused = true)]
async fn who_keeps_waiting_is_asked_again_after_as_long_a_silence() {
    let record = Arc::new(Memory::default());
    let (orders, receiver) = mpsc::channel(4);
    lock(&record.asked).push(orders.clone());
    let slow = Bad(|_| {
        Box::pin(async {
            sleep(Duration::from_secs(1_300)).await;
            Ok(Finish::default())
        })
    });

    let driven = drive(attempt(slow, &record), receiver).await;

    assert_eq!(driven, Driven::Closed(Outcome::Delivered));
    assert_eq!(record.lines().iter().filter(|line| *line == "asks about silence").count(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_was_taken_away_writes_nothing_more_and_its_agent_ends() {
    let record = Arc::new(Memory::default());
    let (_orders, receiver) = mpsc::channel(4);
    let busy = Bad(|line| {
        Box::pin(async move {
            loop {
                sleep(Duration::from_secs(1)).await;
                let step = halfday_runner::agents::Step {
                    kind: halfday_runner::agents::StepKind::Note,
                    about: "a note".to_owned(),
                    went_well: None,
                };
                if line.reports.send(Report::Step(step)).await.is_err() || line.stop.is_cancelled() {
                    return Ok(Finish::default());
                }
            }
        })
    });
    let driving = tokio::spawn(drive(attempt(busy, &record), receiver));
    sleep(Duration::from_millis(2_500)).await;

    record.is_taken.store(true, Ordering::SeqCst);
    let driven = driving.await.unwrap();

    assert_eq!(driven, Driven::LeftOpen(NotKept::TakenAway));
    let steps = record.lines().iter().filter(|line| line.starts_with("step")).count();
    assert_eq!(steps, 2, "what came after belongs to nobody");
}

fn scripted(script: &str) -> Result<Box<dyn Agent>, NoScript> {
    Ok(Box::new(Scripted::new(Script::from_json(script)?)))
}

#[tokio::test]
async fn a_second_look_that_breaks_or_says_nothing_leaves_the_result_to_the_person() {
    for look in [
        r#"{"turns": []}"#,
        r#"{"turns": [[{"fail": {"reason": "overloaded"}}]]}"#,
        r#"{"turns": [[{"say": "All fine."}]]}"#,
        r#"{"turns": [[{"ask": {"text": "What?"}}, {"say": "{answer}"}]]}"#,
    ] {
        let record = Arc::new(Memory::default());
        let (_orders, receiver) = mpsc::channel(4);
        let beside = Beside { second_look: true, ..Beside::NONE };
        let second_look =
            SecondLook { agent: scripted(look).unwrap(), questions: vec!["one".into(), "two".into()] };
        let worked = Attempt {
            limits: Limits { beside, ..Limits::AGENT },
            second_look: Some(second_look),
            ..attempt(Scripted::new(Script::from_json(r#"{"turns": [[]]}"#).unwrap()), &record)
        };

        let driven = drive(worked, receiver).await;

        assert_eq!(driven, Driven::Closed(Outcome::Delivered), "{look}");
        assert!(record.lines().contains(&"looked again cannot_tell cannot_tell".to_owned()), "{look}");
    }
}

#[tokio::test]
async fn a_turn_beside_the_work_is_stopped_like_any_other() {
    let record = Arc::new(Memory::default());
    let (orders, receiver) = mpsc::channel(4);
    let rehearsal = Rehearsal { agent: scripted(r#"{"turns": [["hang"]]}"#).unwrap() };
    let worked = Attempt {
        limits: Limits { beside: Beside { rehearsal: true, ..Beside::NONE }, ..Limits::AGENT },
        rehearsal: Some(rehearsal),
        ..attempt(Scripted::new(Script::from_json(r#"{"turns": [[]]}"#).unwrap()), &record)
    };
    let driving = tokio::spawn(drive(worked, receiver));
    while !record.lines().contains(&"begins rehearse".to_owned()) {
        tokio::task::yield_now().await;
    }

    orders.send(Order::Stop(Some(StopReason::ChangedMind))).await.unwrap();
    let driven = driving.await.unwrap();

    assert_eq!(driven, Driven::Closed(Outcome::Stopped(Some(StopReason::ChangedMind))));
    assert!(!record.lines().contains(&"begins turn".to_owned()), "the work never began");
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_waited_out_longer_each_time_and_then_the_person_is_asked() {
    let record = Arc::new(Memory::default());
    let (orders, receiver) = mpsc::channel(4);
    let turn = r#"[{"fail": {"reason": "overloaded", "retry_after_ms": null}}]"#;
    let done = r#"[{"finish": {}}]"#;
    let script = format!(r#"{{"turns": [{}, {done}]}}"#, [turn; 6].join(","));
    lock(&record.asked).push(orders.clone());

    let driven = drive(attempt(Scripted::new(Script::from_json(&script).unwrap()), &record), receiver).await;

    assert_eq!(driven, Driven::Closed(Outcome::Delivered));
    let parked: Vec<String> = record
        .lines()
        .into_iter()
        .filter(|line| line.starts_with("parked") || line.starts_with("asks"))
        .collect();
    assert_eq!(
        parked,
        ["parked 1000", "parked 2000", "parked 4000", "parked 8000", "parked 16000", "asks about overloaded"]
    );
}
