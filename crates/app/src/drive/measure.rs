//! By what a step is judged while AI works: the checks of the item that the program runs by itself, and its
//! milestones.

use halfday_domain::check::{CheckResult, CheckSpec};
use halfday_domain::id::ItemId;
use halfday_domain::milestone::Milestone;
use halfday_runner::attempt::record::Progress;
use halfday_runner::checks;
use halfday_runner::deliverable::Deliverable;
use halfday_store::{Connection, items, subitems};

use crate::Error;
use crate::asked::{Asked, asked};

/// What can be looked at after a step.
pub(super) struct Measure {
    checks: Vec<Asked>,
    milestones: Vec<Milestone>,
}

impl Measure {
    /// That of an item, with what it covers.
    pub(super) fn of(connection: &Connection, item: ItemId) -> Result<Self, Error> {
        let is_machine =
            |one: &Asked| !matches!(CheckSpec::parse(&one.planned.text), CheckSpec::Person { .. });
        let checks = asked(connection, item)?.into_iter().filter(is_machine).collect();
        let mut own = vec![item];
        own.extend(items::covered_by(connection, item)?.iter().map(|one| one.id));
        let mut milestones = vec![];
        for item in own {
            let lines = subitems::of_item(connection, item)?;
            milestones.extend(lines.iter().filter_map(|line| Milestone::of(&line.title)));
        }
        Ok(Self { checks, milestones })
    }

    /// Nothing can be looked at.
    pub(super) fn is_empty(&self) -> bool {
        self.checks.is_empty() && self.milestones.is_empty()
    }

    /// How far it is with `so_far`. Web links are not asked: they say nothing here.
    pub(super) fn progress(&self, so_far: &[Deliverable]) -> Result<Progress, Error> {
        let look = |line: &str, files: &[Deliverable]| Ok(checks::run(&CheckSpec::parse(line), files));
        let mut progress = Progress::default();
        for one in &self.checks {
            progress.checks += usize::from(one.outcome(so_far, look)?.result == CheckResult::Holds);
        }
        let reached =
            self.milestones.iter().filter(|one| checks::run(&one.check, so_far).result == CheckResult::Holds);
        progress.milestones = reached.map(|one| one.title.clone()).collect();
        Ok(progress)
    }
}
