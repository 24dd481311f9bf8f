//! The attempt's machine: what to do next, as data. The driver carries the effects out and feeds
//! what came of them back; all policy is here, without a clock or a process.
//!
//! `Preparing → Working ⇄ Waiting → Checking(round) → Delivered | Failed | Stopped | Lost`

use crate::attempt::Outcome;
use crate::failure::{FailureReason, StopReason};
use crate::item::WaitingFor;

/// Where an attempt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Staging and checkpoint are being made.
    Preparing,
    Working {
        round: u32,
    },
    Waiting {
        why: WaitingFor,
        round: u32,
    },
    Checking {
        round: u32,
    },
    Closed(Outcome),
}

/// What can happen to an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The staging copy and its checkpoint stand.
    Prepared,
    Asked(Question),
    Answered,
    /// The agent says that it has finished, or the person pasted.
    Finished {
        delivered: Delivered,
    },
    /// The planned checks ran.
    Checked(ChecksSaid),
    Failed(FailureReason),
    Stopped(Option<StopReason>),
    /// The owner died.
    OwnerDied,
}

/// What the agent needs from the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub why: WaitingFor,
    pub text: String,
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

/// What the driver shall do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    TakeCheckpoint,
    StartAgent { feedback: Option<Feedback> },
    RunChecks { round: u32 },
    RestoreCheckpoint,
    Ask(Question),
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
}

impl Limits {
    /// The clipboard way: no agent to send failing checks back to.
    pub const CLIPBOARD: Self = Self { repair_rounds: 0, failing_checks: FailingChecks::Show };
    /// A background agent: two repair rounds (RUNNER §3).
    pub const AGENT: Self = Self { repair_rounds: 2, failing_checks: FailingChecks::Fail };
}

/// The state after `event` and what to do. An event that cannot happen in `state` changes nothing
/// and asks for nothing: late answers and double stops are harmless.
pub fn step(state: State, event: Event, limits: &Limits) -> (State, Vec<Effect>) {
    let close = |outcome: Outcome| (State::Closed(outcome), vec![Effect::Close(outcome)]);
    match (state, event) {
        (State::Closed(outcome), _) => (State::Closed(outcome), vec![]),
        (_, Event::OwnerDied) => close(Outcome::Lost),
        (_, Event::Stopped(why)) => close(Outcome::Stopped(why)),
        (_, Event::Failed(reason)) => close(Outcome::Failed(reason)),

        (State::Preparing, Event::Prepared) => {
            (State::Working { round: 0 }, vec![Effect::TakeCheckpoint, Effect::StartAgent { feedback: None }])
        }
        (State::Working { round }, Event::Asked(question)) => {
            (State::Waiting { why: question.why, round }, vec![Effect::Ask(question)])
        }
        (State::Waiting { round, .. }, Event::Answered) => (State::Working { round }, vec![]),
        (State::Working { round } | State::Waiting { round, .. }, Event::Finished { delivered }) => {
            match delivered {
                Delivered::Something => (State::Checking { round }, vec![Effect::RunChecks { round }]),
                Delivered::Nothing => close(Outcome::Failed(FailureReason::NothingDelivered)),
            }
        }
        (State::Checking { .. }, Event::Checked(ChecksSaid::AllHold)) => close(Outcome::Delivered),
        (State::Checking { round }, Event::Checked(ChecksSaid::SomeFail(feedback))) => {
            if round < limits.repair_rounds {
                let feedback = Some(feedback);
                (
                    State::Working { round: round + 1 },
                    vec![Effect::TakeCheckpoint, Effect::StartAgent { feedback }],
                )
            } else {
                match limits.failing_checks {
                    FailingChecks::Show => close(Outcome::Delivered),
                    FailingChecks::Fail => {
                        let outcome = Outcome::Failed(FailureReason::CheckFailed);
                        (State::Closed(outcome), vec![Effect::RestoreCheckpoint, Effect::Close(outcome)])
                    }
                }
            }
        }

        (
            state @ (State::Preparing
            | State::Working { .. }
            | State::Waiting { .. }
            | State::Checking { .. }),
            Event::Prepared | Event::Asked(_) | Event::Answered | Event::Finished { .. } | Event::Checked(_),
        ) => (state, vec![]),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn events() -> impl Strategy<Value = Event> {
        prop_oneof![
            Just(Event::Prepared),
            Just(Event::Asked(Question { why: WaitingFor::Question, text: "?".to_owned() })),
            Just(Event::Answered),
            Just(Event::Finished { delivered: Delivered::Something }),
            Just(Event::Finished { delivered: Delivered::Nothing }),
            Just(Event::Checked(ChecksSaid::AllHold)),
            Just(Event::Checked(ChecksSaid::SomeFail(Feedback { failing: vec!["a".to_owned()] }))),
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
        let waiting = State::Waiting { why: WaitingFor::Paste, round: 0 };
        let failing = Event::Checked(ChecksSaid::SomeFail(Feedback { failing: vec!["rows".to_owned()] }));

        let (state, effects) =
            step(waiting, Event::Finished { delivered: Delivered::Something }, &Limits::CLIPBOARD);
        assert_eq!(effects, vec![Effect::RunChecks { round: 0 }]);
        let (state, _) = step(state, failing, &Limits::CLIPBOARD);

        assert_eq!(state, State::Closed(Outcome::Delivered));
    }

    proptest! {
        #[test]
        fn an_attempt_closes_at_most_once_and_any_attempt_can_be_ended(
            script in proptest::collection::vec(events(), 0..40)
        ) {
            let mut state = State::Preparing;
            let mut closed = 0;
            for event in script {
                let before = state.clone();
                let (next, effects) = step(state, event, &Limits::AGENT);
                closed += effects.iter().filter(|effect| matches!(effect, Effect::Close(_))).count();
                if let State::Closed(_) = before {
                    prop_assert_eq!(&next, &before, "a closed attempt never changes");
                }
                if let State::Checking { round } | State::Working { round } = next {
                    prop_assert!(round <= Limits::AGENT.repair_rounds);
                }
                state = next;
            }
            let (state, _) = step(state, Event::OwnerDied, &Limits::AGENT);
            prop_assert!(matches!(state, State::Closed(_)), "nothing stays working for ever");
            prop_assert!(closed <= 1);
        }
    }
}
