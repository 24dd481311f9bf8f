//! The attempt's machine: what to do next, as data. The driver carries the effects out and feeds
//! what came of them back; all policy is here, without a clock or a process.
//!
//! `Preparing → (Rehearsing →) Working ⇄ Waiting → Checking(round) → (LookingAgain(round) →)
//! Delivered | Failed | Stopped | Lost`

use crate::attempt::Outcome;
use crate::failure::{FailureClass, FailureReason, StopReason};
use crate::item::WaitingFor;
use crate::retry::{self, Failed, Next};

/// Where an attempt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Staging and checkpoint are being made.
    Preparing,
    /// The agent says beforehand how it will go; nothing is changed yet.
    Rehearsing,
    Working {
        round: u32,
    },
    Waiting {
        why: WaitingFor,
        round: u32,
        turn: Turn,
    },
    Checking {
        round: u32,
    },
    /// Somebody who saw nothing of the work tries to refute its result.
    LookingAgain {
        round: u32,
    },
    Closed(Outcome),
}

/// What the agent does while the attempt waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It waits too, within its turn.
    Runs,
    /// Its turn is over; going on is a new one.
    Over,
}

/// What can happen to an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The staging copy and its checkpoint stand.
    Prepared,
    /// The rehearsal is over, whatever came of it.
    Rehearsed,
    /// The agent needs the person, or the program does because of it.
    Asked(Question),
    /// The person answered, or what was waited for is over.
    Answered,
    /// The agent says that it has finished, or the person pasted.
    Finished {
        delivered: Delivered,
    },
    /// The planned checks ran.
    Checked(ChecksSaid),
    /// What the second look came to; what it could not tell holds, for the person will look.
    LookedAgain(ChecksSaid),
    /// The agent's turn failed; what follows is decided here.
    TurnFailed(Failed),
    /// A budget is used up.
    Exhausted(FailureReason),
    /// It is over for this reason, whatever could still be tried.
    Failed(FailureReason),
    Stopped(Option<StopReason>),
    /// The owner died.
    OwnerDied,
}

/// What is needed from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub why: WaitingFor,
    pub about: About,
}

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The agent's words, or what it wants leave for.
    Words(String),
    /// What went wrong: go on or stop?
    Failure(FailureReason),
    /// Nothing was heard for long: keep waiting or stop?
    Silence,
}

/// Whether something came back at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    Something,
    Nothing,
}

/// What the checks said, required ones only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChecksSaid {
    AllHold,
    /// These fail; the facts are the feedback of the next round.
    SomeFail(Feedback),
}

/// Facts about failing checks, given back to the agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    pub failing: Vec<String>,
}

/// What the agent is told at the beginning of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Say {
    Brief,
    /// Facts of failing checks.
    Facts(Feedback),
    /// What was wrong with its last turn.
    Nudge(FailureReason),
    /// What it was told last, once more: nobody heard it.
    Again,
    /// To go on where it stopped.
    GoOn,
}

/// What the driver shall do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    TakeCheckpoint,
    StartAgent {
        say: Say,
    },
    /// Ends the running turn; the session stays.
    EndTurn,
    /// A turn beside the work, in a session of its own.
    Rehearse,
    RunChecks {
        round: u32,
    },
    /// As [`Effect::Rehearse`], on what was delivered.
    LookAgain {
        round: u32,
    },
    RestoreCheckpoint,
    Ask(Question),
    /// Waits so long by itself, then the attempt was answered.
    Park {
        why: WaitingFor,
        after_ms: i64,
    },
    Close(Outcome),
}

/// What failing checks lead to when no repair round is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailingChecks {
    /// The attempt failed: `check_failed`.
    Fail,
    /// The person sees them beside the deliverable and decides (the clipboard way).
    Show,
}

/// How far an attempt may go by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How often failing checks go back to the agent.
    pub repair_rounds: u32,
    pub failing_checks: FailingChecks,
    /// What calls of an AI beside the work the person has switched on.
    pub beside: Beside,
}

/// Calls of an AI beside the work: each costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    pub rehearsal: bool,
    pub second_look: bool,
}

impl Limits {
    /// The clipboard way: no agent to send failing checks back to.
    pub const CLIPBOARD: Self =
        Self { repair_rounds: 0, failing_checks: FailingChecks::Show, beside: Beside::NONE };
    /// A background agent: two repair rounds (RUNNER §3).
    pub const AGENT: Self =
        Self { repair_rounds: 2, failing_checks: FailingChecks::Fail, beside: Beside::NONE };
}

impl Beside {
    /// Nothing but the work.
    pub const NONE: Self = Self { rehearsal: false, second_look: false };
}

/// The state after `event` and what to do. An event that cannot happen in `state` changes nothing
/// and asks for nothing: late answers and double stops are harmless.
pub fn step(state: State, event: Event, limits: &Limits) -> (State, Vec<Effect>) {
    match (state, event) {
        (State::Closed(outcome), _) => (State::Closed(outcome), vec![]),
        (_, Event::OwnerDied) => close(Outcome::Lost),
        (_, Event::Stopped(why)) => close(Outcome::Stopped(why)),
        (_, Event::Failed(reason)) => close(Outcome::Failed(reason)),

        (State::Preparing, Event::Prepared) if limits.beside.rehearsal => {
            (State::Rehearsing, vec![Effect::TakeCheckpoint, Effect::Rehearse])
        }
        (State::Preparing, Event::Prepared) => (
            State::Working { round: 0 },
            vec![Effect::TakeCheckpoint, Effect::StartAgent { say: Say::Brief }],
        ),
        (State::Rehearsing, Event::Rehearsed) => {
            (State::Working { round: 0 }, vec![Effect::StartAgent { say: Say::Brief }])
        }
        (State::Preparing | State::Rehearsing, Event::TurnFailed(failed)) => {
            close(Outcome::Failed(failed.reason))
        }
        (State::Working { round }, Event::Asked(question)) => {
            (State::Waiting { why: question.why, round, turn: Turn::Runs }, vec![Effect::Ask(question)])
        }
        (State::Waiting { round, turn: Turn::Runs, .. }, Event::Answered) => {
            (State::Working { round }, vec![])
        }
        (State::Waiting { why, round, turn: Turn::Over }, Event::Answered) => {
            let say = match why {
                WaitingFor::Limit | WaitingFor::Provider => Say::Again,
                WaitingFor::Question
                | WaitingFor::Permission
                | WaitingFor::Paste
                | WaitingFor::Budget
                | WaitingFor::Safety => Say::GoOn,
            };
            (State::Working { round }, vec![Effect::StartAgent { say }])
        }
        (
            State::Working { round } | State::Waiting { round, turn: Turn::Runs, .. },
            Event::TurnFailed(failed),
        ) => after_failure(round, failed),
        (
            State::Working { round } | State::Waiting { round, turn: Turn::Runs, .. },
            Event::Exhausted(reason),
        ) => {
            let question = Question { why: WaitingFor::Budget, about: About::Failure(reason) };
            (
                State::Waiting { why: WaitingFor::Budget, round, turn: Turn::Over },
                vec![Effect::EndTurn, Effect::Ask(question)],
            )
        }
        (State::Working { round } | State::Waiting { round, .. }, Event::Finished { delivered }) => {
            match delivered {
                Delivered::Something => (State::Checking { round }, vec![Effect::RunChecks { round }]),
                Delivered::Nothing => close(Outcome::Failed(FailureReason::NothingDelivered)),
            }
        }
        (State::Checking { round }, Event::Checked(ChecksSaid::AllHold)) if limits.beside.second_look => {
            (State::LookingAgain { round }, vec![Effect::LookAgain { round }])
        }
        (State::Checking { .. }, Event::Checked(ChecksSaid::AllHold))
        | (State::LookingAgain { .. }, Event::LookedAgain(ChecksSaid::AllHold)) => close(Outcome::Delivered),
        (State::Checking { round }, Event::Checked(ChecksSaid::SomeFail(feedback))) => {
            repair(round, feedback, FailureReason::CheckFailed, *limits)
        }
        (State::LookingAgain { round }, Event::LookedAgain(ChecksSaid::SomeFail(feedback))) => {
            repair(round, feedback, FailureReason::JudgeRejected, *limits)
        }

        (
            state @ (State::Preparing
            | State::Rehearsing
            | State::Working { .. }
            | State::Waiting { .. }
            | State::Checking { .. }
            | State::LookingAgain { .. }),
            Event::Prepared
            | Event::Rehearsed
            | Event::LookedAgain(_)
            | Event::Asked(_)
            | Event::Answered
            | Event::Finished { .. }
            | Event::Checked(_)
            | Event::TurnFailed(_)
            | Event::Exhausted(_),
        ) => (state, vec![]),
    }
}

fn close(outcome: Outcome) -> (State, Vec<Effect>) {
    (State::Closed(outcome), vec![Effect::Close(outcome)])
}

/// The facts go back while rounds are left.
fn repair(round: u32, feedback: Feedback, reason: FailureReason, limits: Limits) -> (State, Vec<Effect>) {
    if round < limits.repair_rounds {
        let say = Say::Facts(feedback);
        return (
            State::Working { round: round + 1 },
            vec![Effect::TakeCheckpoint, Effect::StartAgent { say }],
        );
    }
    match limits.failing_checks {
        FailingChecks::Show => close(Outcome::Delivered),
        FailingChecks::Fail => {
            let outcome = Outcome::Failed(reason);
            (State::Closed(outcome), vec![Effect::RestoreCheckpoint, Effect::Close(outcome)])
        }
    }
}

/// What the failure of a turn leads to (RUNNER §4).
fn after_failure(round: u32, failed: Failed) -> (State, Vec<Effect>) {
    let reason = failed.reason;
    let waiting = |why| State::Waiting { why, round, turn: Turn::Over };
    match retry::decide(failed) {
        Next::CallAgain { after_ms } => {
            let why = match reason {
                FailureReason::RateLimited => WaitingFor::Limit,
                _ => WaitingFor::Provider,
            };
            (waiting(why), vec![Effect::Park { why, after_ms }])
        }
        Next::Nudge => (State::Working { round }, vec![Effect::StartAgent { say: Say::Nudge(reason) }]),
        Next::Ask => {
            let why = match reason.class() {
                FailureClass::Provider => WaitingFor::Provider,
                FailureClass::Budget => WaitingFor::Budget,
                FailureClass::Safety => WaitingFor::Safety,
                FailureClass::Setup
                | FailureClass::Model
                | FailureClass::Process
                | FailureClass::Verify
                | FailureClass::Outside => WaitingFor::Question,
            };
            (waiting(why), vec![Effect::Ask(Question { why, about: About::Failure(reason) })])
        }
        Next::NewAttempt | Next::GiveUp => close(Outcome::Failed(reason)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn failed(reason: FailureReason) -> Failed {
        Failed { reason, attempts: 1, tries: 1, nudges: 0, retry_after_ms: None }
    }

    fn events() -> impl Strategy<Value = Event> {
        prop_oneof![
            Just(Event::Prepared),
            Just(Event::Asked(Question { why: WaitingFor::Question, about: About::Words("?".to_owned()) })),
            Just(Event::TurnFailed(failed(FailureReason::Overloaded))),
            Just(Event::TurnFailed(failed(FailureReason::NoAction))),
            Just(Event::TurnFailed(failed(FailureReason::Auth))),
            Just(Event::Exhausted(FailureReason::Tokens)),
            Just(Event::Answered),
            Just(Event::Finished { delivered: Delivered::Something }),
            Just(Event::Finished { delivered: Delivered::Nothing }),
            Just(Event::Checked(ChecksSaid::AllHold)),
            Just(Event::Checked(ChecksSaid::SomeFail(Feedback { failing: vec!["a".to_owned()] }))),
            Just(Event::Rehearsed),
            Just(Event::LookedAgain(ChecksSaid::AllHold)),
            Just(Event::LookedAgain(ChecksSaid::SomeFail(Feedback { failing: vec!["no".to_owned()] }))),
            Just(Event::Failed(FailureReason::Refused)),
            Just(Event::Stopped(None)),
            Just(Event::OwnerDied),
        ]
    }

    #[test]
    fn failing_checks_go_back_twice_and_then_the_attempt_fails_at_its_checkpoint() {
        let failing = || Event::Checked(ChecksSaid::SomeFail(Feedback { failing: vec!["rows".to_owned()] }));
        let finished = || Event::Finished { delivered: Delivered::Something };
        let mut state = State::Preparing;
        let mut effects = vec![];

        for event in [Event::Prepared, finished(), failing(), finished(), failing(), finished(), failing()] {
            (state, effects) = step(state, event, &Limits::AGENT);
        }

        let outcome = Outcome::Failed(FailureReason::CheckFailed);
        assert_eq!(state, State::Closed(outcome));
        assert_eq!(effects, vec![Effect::RestoreCheckpoint, Effect::Close(outcome)]);
    }

    #[test]
    fn a_paste_with_failing_checks_still_reaches_the_person() {
        let waiting = State::Waiting { why: WaitingFor::Paste, round: 0, turn: Turn::Over };
        let failing = Event::Checked(ChecksSaid::SomeFail(Feedback { failing: vec!["rows".to_owned()] }));

        let (state, effects) =
            step(waiting, Event::Finished { delivered: Delivered::Something }, &Limits::CLIPBOARD);
        assert_eq!(effects, vec![Effect::RunChecks { round: 0 }]);
        let (state, _) = step(state, failing, &Limits::CLIPBOARD);

        assert_eq!(state, State::Closed(Outcome::Delivered));
    }

    #[test]
    fn a_budget_that_is_used_up_ends_the_turn_asks_and_goes_on_where_it_stopped() {
        let working = State::Working { round: 1 };

        let (waiting, asked) = step(working, Event::Exhausted(FailureReason::Money), &Limits::AGENT);
        let (working, on) = step(waiting, Event::Answered, &Limits::AGENT);

        let about = About::Failure(FailureReason::Money);
        let question = Question { why: WaitingFor::Budget, about };
        assert_eq!(asked, vec![Effect::EndTurn, Effect::Ask(question)]);
        assert_eq!(working, State::Working { round: 1 });
        assert_eq!(on, vec![Effect::StartAgent { say: Say::GoOn }]);
    }

    #[test]
    fn a_limit_that_names_its_time_is_waited_for_and_then_the_same_is_said_again() {
        let limited = Failed { retry_after_ms: Some(90_000), ..failed(FailureReason::RateLimited) };

        let (waiting, parked) = step(State::Working { round: 0 }, Event::TurnFailed(limited), &Limits::AGENT);
        let (_, again) = step(waiting.clone(), Event::Answered, &Limits::AGENT);

        let why = WaitingFor::Limit;
        assert_eq!(waiting, State::Waiting { why, round: 0, turn: Turn::Over });
        assert_eq!(parked, vec![Effect::Park { why, after_ms: 90_000 }]);
        assert_eq!(again, vec![Effect::StartAgent { say: Say::Again }]);
    }

    #[test]
    fn with_everything_switched_on_it_rehearses_first_and_is_looked_at_again_in_the_end() {
        let limits = Limits { beside: Beside { rehearsal: true, second_look: true }, ..Limits::AGENT };
        let finished = || Event::Finished { delivered: Delivered::Something };
        let refuted =
            || Event::LookedAgain(ChecksSaid::SomeFail(Feedback { failing: vec!["no total".to_owned()] }));
        let mut state = State::Preparing;
        let mut did = vec![];

        let mut happen = |event, did: &mut Vec<Effect>| {
            let (next, effects) = step(state.clone(), event, &limits);
            did.extend(effects);
            state = next;
        };
        for event in [Event::Prepared, Event::Rehearsed, finished(), Event::Checked(ChecksSaid::AllHold)] {
            happen(event, &mut did);
        }
        assert_eq!(
            did,
            [
                Effect::TakeCheckpoint,
                Effect::Rehearse,
                Effect::StartAgent { say: Say::Brief },
                Effect::RunChecks { round: 0 },
                Effect::LookAgain { round: 0 },
            ]
        );

        for _ in 0..2 {
            happen(refuted(), &mut did);
            happen(finished(), &mut did);
            happen(Event::Checked(ChecksSaid::AllHold), &mut did);
        }
        happen(refuted(), &mut did);

        let rejected = Outcome::Failed(FailureReason::JudgeRejected);
        assert_eq!(did.last(), Some(&Effect::Close(rejected)), "two rounds of repair, then it failed");
    }

    proptest! {
        #[test]
        fn an_attempt_closes_at_most_once_and_any_attempt_can_be_ended(
            script in proptest::collection::vec(events(), 0..40), rehearsal in any::<bool>(),
            second_look in any::<bool>()
        ) {
            let limits = Limits { beside: Beside { rehearsal, second_look }, ..Limits::AGENT };
            let mut state = State::Preparing;
            let mut closed = 0;
            for event in script {
                let before = state.clone();
                let (next, effects) = step(state, event, &limits);
                closed += effects.iter().filter(|effect| matches!(effect, Effect::Close(_))).count();
                if let State::Closed(_) = before {
                    prop_assert_eq!(&next, &before, "a closed attempt never changes");
                }
                if let State::Checking { round } | State::Working { round } | State::LookingAgain { round } = next {
                    prop_assert!(round <= limits.repair_rounds);
                }
                state = next;
            }
            let (state, _) = step(state, Event::OwnerDied, &limits);
            prop_assert!(matches!(state, State::Closed(_)), "nothing stays working for ever");
            prop_assert!(closed <= 1);
        }
    }
}
