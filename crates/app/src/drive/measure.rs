//! By what a step is judged while AI works: the checks of the item that the program runs by itself, and its
//! milestones.

use halfday_domain::check::{CheckResult, CheckSpec};
use halfday_domain::id::ItemId;
use halfday_domain::milestone::Milestone;
use halfday_runner::attempt::record::Progress;
use halfday_runner::checks::{self, Side};
use halfday_runner::deliverable::Deliverable;
use halfday_store::{Connection, items, subitems};

use crate::Error;
use crate::asked::{Asked, CameBack, asked};

/// What can be looked at after a step.
pub(super) struct Measure {
    checks: Vec<Asked>,
    milestones: Vec<Milestone>,
}

impl Measure {
    /// That of an item, with what it covers.
    pub(super) fn of(connection: &Connection, item: ItemId) -> Result<Self, Error> {
        // A command takes too long for a look after each step.
        let is_machine = |one: &Asked| {
            !matches!(
                CheckSpec::parse(&one.planned.text),
                CheckSpec::Person { .. } | CheckSpec::Command { .. }
            )
        };
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
    pub(super) fn progress(&self, so_far: CameBack<'_>) -> Result<Progress, Error> {
        let look =
            |spec: &CheckSpec, files: &[Deliverable], side: Side<'_>| Ok(checks::run(spec, files, side));
        let mut progress = Progress::default();
        for one in &self.checks {
            progress.checks += usize::from(one.outcome(so_far, look)?.result == CheckResult::Holds);
        }
        let side =
            Side { folder: Some(so_far.folder), inputs: &[], changed: so_far.changed, commands: false };
        let is_reached =
            |one: &&Milestone| checks::run(&one.check, so_far.delivered, side).result == CheckResult::Holds;
        progress.milestones =
            self.milestones.iter().filter(is_reached).map(|one| one.title.clone()).collect();
        Ok(progress)
    }
}
