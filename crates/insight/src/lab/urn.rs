//! What one draw from a family gives: one of its tasks, all alike likely, and how many of that task's runs
//! succeed, by its binomial. Both come from one number by Walker's alias method (Vose, 1991): each column of
//! the table holds two outcomes and the part of the column that is the first one's.

use crate::lab::bootstrap::Task;
use crate::resample::below_and_rest;

/// Counts less likely than this, beside a task's likeliest, are left out.
const LEAST: f64 = 1e-18;
/// 2⁶⁴, the height of a column.
const HEIGHT: f64 = 18_446_744_073_709_551_616.0;

/// A drawn task: the place of its length, the weight of its runs and of the successful ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Outcome {
    pub(super) place: u32,
    pub(super) all: f32,
    pub(super) right: f32,
}

#[derive(Debug, Clone, Copy)]
struct Column {
    /// Below this height is the first of the two, from here on the second.
    until: u64,
    either: [Outcome; 2],
}

/// All outcomes of one family.
#[derive(Debug)]
pub(super) struct Urn {
    pub(super) tasks: usize,
    columns: Vec<Column>,
}

impl Urn {
    pub(super) fn new(tasks: &[Task]) -> Self {
        let outcomes: Vec<(Outcome, f64)> = tasks.iter().flat_map(outcomes).collect();
        let scale = outcomes.len() as f64 / tasks.len() as f64;
        let mut columns: Vec<Column> =
            outcomes.iter().map(|(outcome, _)| Column { until: u64::MAX, either: [*outcome; 2] }).collect();
        // Each outcome with its height in columns; the rest of a low one's column goes to a high one.
        let heights = outcomes.iter().map(|(_, share)| share * scale).enumerate();
        let (mut low, mut high): (Vec<_>, Vec<_>) = heights.partition(|(_, height)| *height < 1.0);
        while let (Some((place, height)), Some((giver, left))) = (low.pop(), high.last_mut()) {
            if let (Some(column), Some((given, _))) = (columns.get_mut(place), outcomes.get(*giver)) {
                column.until = (height * HEIGHT) as u64;
                column.either[1] = *given;
            }
            *left -= 1.0 - height;
            if *left < 1.0 {
                low.extend(high.pop());
            }
        }
        Self { tasks: tasks.len(), columns }
    }

    /// The outcome a number of 64 random bits stands for.
    pub(super) fn draw(&self, number: u64) -> Option<&Outcome> {
        let (place, height) = below_and_rest(number, self.columns.len());
        let column = self.columns.get(place)?;
        // A place and no `if`: nobody can guess which of the two it is, and a wrong guess costs the processor
        // more than all the rest.
        column.either.get(usize::from(height >= column.until))
    }
}

/// How many of a task's runs may succeed, with their probabilities: from the likeliest count outwards by
/// their ratios, so that nothing overflows.
fn outcomes(task: &Task) -> Vec<(Outcome, f64)> {
    let outcome = |right: u32| Outcome {
        place: task.place as u32,
        all: (task.weight * f64::from(task.runs)) as f32,
        right: (task.weight * f64::from(right)) as f32,
    };
    let odds = f64::from(task.right) / f64::from(task.runs - task.right);
    let mut shares = vec![(task.right, 1.0)];
    // Of runs that all went alike there is one outcome.
    if task.right > 0 && task.right < task.runs {
        let up = |k: u32| odds * f64::from(task.runs - k) / f64::from(k + 1);
        let upwards = |(k, share): &(u32, f64)| (*k < task.runs).then(|| (k + 1, share * up(*k)));
        let downwards = |(k, share): &(u32, f64)| k.checked_sub(1).map(|k| (k, share / up(k)));
        let likely = |(_, share): &(u32, f64)| *share >= LEAST;
        let mode = (task.right, 1.0);
        shares.extend(std::iter::successors(upwards(&mode), upwards).take_while(likely));
        shares.extend(std::iter::successors(downwards(&mode), downwards).take_while(likely));
    }
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    shares.into_iter().map(|(right, share)| (outcome(right), share / sum)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use statrs::distribution::{Binomial, Discrete};

    use super::*;

    #[test]
    fn each_task_and_count_comes_as_often_as_its_binomial_says() -> Result<(), Box<dyn std::error::Error>> {
        let task = |place, runs, right| Task { place, weight: 0.5, runs, right };
        let tasks = [task(0, 4, 1), task(1, 96, 40), task(2, 7, 7), task(3, 5, 0)];
        let urn = Urn::new(&tasks);

        let mut shares: BTreeMap<(u32, u64), f64> = BTreeMap::new();
        for column in &urn.columns {
            let first = column.until as f64 / HEIGHT;
            for (outcome, share) in column.either.iter().zip([first, 1.0 - first]) {
                let right = f64::from(outcome.right) / 0.5;
                *shares.entry((outcome.place, right as u64)).or_default() += share / urn.columns.len() as f64;
            }
        }

        for task in &tasks {
            let binomial = Binomial::new(f64::from(task.right) / f64::from(task.runs), u64::from(task.runs))?;
            for right in 0..=u64::from(task.runs) {
                let found = shares.get(&(task.place as u32, right)).copied().unwrap_or(0.0);
                assert!((found - binomial.pmf(right) / 4.0).abs() < 1e-13, "{task:?}, {right}: {found}");
            }
        }
        Ok(())
    }
}
