//! What a step is worth, by rule: no model judges it. A falling average stops an attempt early.

use std::cmp::Ordering;

use crate::code::codes;
use crate::failure::FailureReason;

codes! {
    /// What speaks for or against a step.
    StepMark {
        /// It changed something in the folder.
        Changed = "changed",
        /// It looked at something new.
        New = "new",
        /// It was meant to change something and did not.
        Unchanged = "unchanged",
        /// The same was done before in the same state.
        Repeated = "repeated",
        /// It did not work.
        Failed = "failed",
        /// More checks pass than before.
        ChecksUp = "checks_up",
        /// Fewer checks pass than before.
        ChecksDown = "checks_down",
    }
}

/// What is known of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepFacts {
    /// Whether it worked, where that is known.
    pub went_well: Option<bool>,
    /// It is of a kind that changes files.
    pub means_to_change: bool,
    pub changed: bool,
    /// The same kind of thing about the same thing in the same state was done before.
    pub repeated: bool,
    /// More checks and milestones hold than before, or fewer.
    pub checks: Ordering,
}

/// What a step is worth, 0 to 1, and the reason.
pub fn score(step: StepFacts) -> (f64, StepMark) {
    match step {
        StepFacts { went_well: Some(false), .. } => (0.0, StepMark::Failed),
        StepFacts { repeated: true, .. } => (0.0, StepMark::Repeated),
        StepFacts { checks: Ordering::Less, .. } => (0.25, StepMark::ChecksDown),
        StepFacts { checks: Ordering::Greater, .. } => (1.0, StepMark::ChecksUp),
        StepFacts { changed: true, .. } => (1.0, StepMark::Changed),
        StepFacts { means_to_change: true, .. } => (0.25, StepMark::Unchanged),
        StepFacts { .. } => (0.5, StepMark::New),
    }
}

/// So many steps are looked at together.
const WINDOW: usize = 12;
/// Below this average of a window nothing is got anywhere.
const LEAST: f64 = 0.15;

/// The average of the last steps, of a window at most; of none, 0.
pub fn average(marks: &[(f64, StepMark)]) -> f64 {
    let window = marks.get(marks.len().saturating_sub(WINDOW)..).unwrap_or_default();
    if window.is_empty() {
        return 0.0;
    }
    window.iter().map(|(score, _)| score).sum::<f64>() / window.len() as f64
}

/// Whether it is time to stop an attempt that goes nowhere. Judged on whole windows only: a
/// few bad steps are how anybody works.
pub fn goes_nowhere(marks: &[(f64, StepMark)]) -> Option<FailureReason> {
    let window = marks.len().checked_sub(WINDOW).and_then(|from| marks.get(from..))?;
    if average(window) >= LEAST {
        return None;
    }
    let repeated = window.iter().filter(|(_, mark)| *mark == StepMark::Repeated).count();
    Some(if repeated * 2 >= WINDOW { FailureReason::Repetition } else { FailureReason::NoProgress })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: StepFacts = StepFacts {
        went_well: None,
        means_to_change: false,
        changed: false,
        repeated: false,
        checks: Ordering::Equal,
    };

    #[test]
    fn a_step_that_changes_something_is_worth_most_and_a_repeated_one_nothing() {
        assert_eq!(
            score(StepFacts { means_to_change: true, changed: true, ..PLAIN }),
            (1.0, StepMark::Changed)
        );
        let changed = StepFacts { changed: true, ..PLAIN };
        assert_eq!(score(StepFacts { checks: Ordering::Greater, ..changed }), (1.0, StepMark::ChecksUp));
        assert_eq!(score(StepFacts { checks: Ordering::Less, ..changed }), (0.25, StepMark::ChecksDown));
        assert_eq!(score(PLAIN), (0.5, StepMark::New));
        assert_eq!(score(StepFacts { means_to_change: true, ..PLAIN }), (0.25, StepMark::Unchanged));
        assert_eq!(score(StepFacts { repeated: true, ..PLAIN }), (0.0, StepMark::Repeated));
        assert_eq!(
            score(StepFacts { went_well: Some(false), changed: true, ..PLAIN }),
            (0.0, StepMark::Failed)
        );
    }

    #[test]
    fn the_average_is_that_of_the_last_steps_and_of_none_it_is_nothing() {
        let mut marks = vec![(0.0, StepMark::Failed); 5];
        assert!((average(&[]) - 0.0).abs() < f64::EPSILON);
        marks.extend(vec![(1.0, StepMark::Changed); 5]);
        assert!((average(&marks) - 0.5).abs() < f64::EPSILON);
        marks.extend(vec![(1.0, StepMark::Changed); 7]);
        assert!((average(&marks) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn twelve_steps_in_a_circle_are_a_repetition_and_eleven_are_not_yet() {
        let circle = vec![(0.0, StepMark::Repeated); 12];
        let failing = vec![(0.0, StepMark::Failed); 12];
        let mut mixed = circle.clone();
        mixed[11] = (1.0, StepMark::Changed);
        mixed[10] = (1.0, StepMark::Changed);

        assert_eq!(goes_nowhere(&circle), Some(FailureReason::Repetition));
        assert_eq!(goes_nowhere(&circle[..11]), None);
        assert_eq!(goes_nowhere(&failing), Some(FailureReason::NoProgress));
        assert_eq!(goes_nowhere(&mixed), None, "it got somewhere in the end");
    }
}
