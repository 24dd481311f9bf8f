//! Checks of every step by rule: is it a repeat, did it change anything, does it stay in its place. Pure:
//! it is told what happened and says whether to go on.

use std::collections::{BTreeMap, HashMap};

use halfday_domain::failure::FailureReason;
use serde_json::{Map, Value};

use super::Limits;
use crate::objects::Hash;

/// The same call in the same state: the second time is told to the model, the third is the end.
const MOST_ALIKE: u32 = 3;
/// Reaching outside the folder: so often it is no slip.
const MOST_OUT_OF_SCOPE: u32 = 3;

/// Watches the steps of one attempt.
#[derive(Debug)]
pub(super) struct Watch {
    limits: Limits,
    /// How often a call was made in a state.
    made: HashMap<Hash, u32>,
    /// What is now another than at the start, by path.
    changed: BTreeMap<String, Hash>,
    failing: u32,
    idle: u32,
    out_of_scope: u32,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Came {
    /// This is now other than before.
    Changed {
        path: String,
        content: Hash,
    },
    /// It worked and left everything as it was.
    Looked,
    /// The person answered.
    Heard,
    Failed,
    /// It reached for something that is not its own.
    OutOfScope,
}

/// Why the steps cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stuck {
    pub(super) reason: FailureReason,
    pub(super) detail: String,
}

/// How a call compares with those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    New,
    Before,
}

impl Watch {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, made: HashMap::new(), changed: BTreeMap::new(), failing: 0, idle: 0, out_of_scope: 0 }
    }

    /// A new turn: what was told meanwhile makes an old call worth making again.
    pub(super) fn begin_turn(&mut self) {
        self.made.clear();
        self.failing = 0;
        self.idle = 0;
    }

    /// The state of the folder, as far as the steps changed it.
    pub(super) fn state(&self) -> Hash {
        let lines: Vec<_> = self.changed.iter().map(|(path, content)| format!("{path}\0{content}")).collect();
        Hash::of(lines.join("\0").as_bytes())
    }

    /// Before a call is carried out.
    pub(super) fn before(&mut self, tool: &str, arguments: &Map<String, Value>) -> Result<Seen, Stuck> {
        let arguments = Value::Object(arguments.clone()).to_string();
        let key = Hash::of(format!("{tool}\0{arguments}\0{}", self.state()).as_bytes());
        let times = self.made.entry(key).or_default();
        *times += 1;
        match *times {
            1 => Ok(Seen::New),
            times if times < MOST_ALIKE => Ok(Seen::Before),
            times => Err(stuck(FailureReason::Repetition, format!("{tool}, {times} times with nothing new"))),
        }
    }

    /// After it.
    pub(super) fn after(&mut self, came: &Came) -> Result<(), Stuck> {
        match came {
            Came::Changed { path, content } => {
                self.changed.insert(path.clone(), *content);
                (self.failing, self.idle) = (0, 0);
            }
            Came::Heard => (self.failing, self.idle) = (0, 0),
            Came::Looked => {
                self.failing = 0;
                self.idle += 1;
            }
            Came::Failed => {
                self.failing += 1;
                self.idle += 1;
            }
            Came::OutOfScope => {
                self.failing += 1;
                self.idle += 1;
                self.out_of_scope += 1;
            }
        }
        if self.out_of_scope >= MOST_OUT_OF_SCOPE {
            return Err(stuck(FailureReason::OutOfScope, format!("{MOST_OUT_OF_SCOPE} times")));
        }
        if self.failing >= self.limits.most_failing {
            let detail = format!("{} steps in a row did not work", self.failing);
            return Err(stuck(FailureReason::NoProgress, detail));
        }
        if self.idle >= self.limits.most_idle {
            let detail = format!("{} steps in a row changed nothing", self.idle);
            return Err(stuck(FailureReason::NoProgress, detail));
        }
        Ok(())
    }
}

fn stuck(reason: FailureReason, detail: String) -> Stuck {
    Stuck { reason, detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch() -> Watch {
        Watch::new(Limits { most_failing: 4, most_idle: 6, ..Limits::default() })
    }

    fn wrote(path: &str, content: &str) -> Came {
        Came::Changed { path: path.to_owned(), content: Hash::of(content.as_bytes()) }
    }

    fn reason(came: Result<impl Sized, Stuck>) -> Option<FailureReason> {
        came.err().map(|stuck| stuck.reason)
    }

    #[test]
    fn the_third_equal_call_in_the_same_state_is_a_repetition() {
        let mut watch = watch();
        let arguments = Map::new();
        let mut list = || watch.before("list", &arguments);

        assert_eq!(list(), Ok(Seen::New));
        assert_eq!(list(), Ok(Seen::Before));
        assert_eq!(reason(list()), Some(FailureReason::Repetition));
    }

    #[test]
    fn the_same_call_after_a_change_is_none_and_going_back_and_forth_is() {
        let mut watch = watch();
        let arguments = Map::new();

        let came: Vec<_> = ["a", "b", "a", "b", "a", "b", "a"]
            .into_iter()
            .map(|content| {
                let came = watch.before("read", &arguments);
                assert_eq!(watch.after(&wrote("x", content)), Ok(()));
                came.map_err(|stuck| stuck.reason)
            })
            .collect();

        assert_eq!(came[1], Ok(Seen::New), "x is another now");
        assert_eq!(came[6], Err(FailureReason::Repetition), "x was b three times");
    }

    #[test]
    fn steps_that_fail_or_change_nothing_are_no_progress() {
        let mut failing = watch();
        let mut idle = watch();

        assert_eq!((1..=3).find_map(|_| reason(failing.after(&Came::Failed))), None);
        assert_eq!(reason(failing.after(&Came::Looked)), None, "one that works is a new start");
        assert_eq!(
            (1..=4).find_map(|_| reason(failing.after(&Came::Failed))),
            Some(FailureReason::NoProgress)
        );
        assert_eq!((1..=5).find_map(|_| reason(idle.after(&Came::Looked))), None);
        assert_eq!(reason(idle.after(&Came::Looked)), Some(FailureReason::NoProgress));
    }

    #[test]
    fn reaching_outside_again_and_again_is_out_of_scope() {
        let mut watch = watch();

        let came: Vec<_> = [Came::OutOfScope, Came::OutOfScope, Came::Looked, Came::OutOfScope]
            .iter()
            .map(|came| reason(watch.after(came)))
            .collect();

        assert_eq!(came, [None, None, None, Some(FailureReason::OutOfScope)]);
    }
}
