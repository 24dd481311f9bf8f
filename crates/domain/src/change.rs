//! Changes: what a person's command does to the present, as data whose inverse is again a change.
//!
//! A command is a list of changes; doing it collects their inverses, and that list is its entry in
//! the undo log. Facts are never deleted: they are withdrawn and reinstated. A change names what it
//! expects to find, so an undo is refused once later work rests on it.

use serde::{Deserialize, Serialize};

use crate::id::{
    AssignmentId, AttemptId, BenchRunId, ChoiceId, CoinFlipId, DrawAnswerId, FinishId, FollowUpId,
    IntervalId, ItemId, JobId, ReviewId, SubitemId, TemplateId,
};
use crate::item::{ItemEvent, ItemStatus};
use crate::kind::Kind;
use crate::plan::EstimateSource;

/// A row of the present that can be there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    Job(JobId),
    Item(ItemId),
    Subitem(SubitemId),
    Template(TemplateId),
}

/// A fact that can be withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    Attempt(AttemptId),
    Review(ReviewId),
    Finish(FinishId),
    Interval(IntervalId),
    FollowUp(FollowUpId),
    DrawAnswer(DrawAnswerId),
    CoinFlip(CoinFlipId),
    BenchRun(BenchRunId),
    Choice(ChoiceId),
}

/// Everything of an item that a person can write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemText {
    pub title: String,
    pub instructions: String,
    pub section: String,
    pub kind: Kind,
    pub estimate_minutes: Option<u32>,
    pub estimate_source: EstimateSource,
    pub done_when: Vec<String>,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    /// The items that must be done or dropped first.
    pub needs: Vec<ItemId>,
    /// Since when AI may ask to run commands for it; `None`: it may not.
    pub commands_since: Option<i64>,
}

/// One change of the present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// `event` happens to the item, which must stand at `before`.
    Happen {
        item: ItemId,
        before: ItemStatus,
        event: ItemEvent,
        not_before: Option<i64>,
    },
    /// `event` is taken back: the item must stand where it had led from `before`.
    Unhappen {
        item: ItemId,
        before: ItemStatus,
        event: ItemEvent,
        not_before: Option<i64>,
    },
    /// The item's text becomes `after`; it must read `before`.
    Edit {
        item: ItemId,
        before: Box<ItemText>,
        after: Box<ItemText>,
    },
    /// Items move to new positions: (item, before, after).
    Place {
        moves: Vec<(ItemId, i64, i64)>,
    },
    /// The rows are there.
    Bring {
        rows: Vec<Row>,
    },
    /// The rows are there no more.
    Remove {
        rows: Vec<Row>,
    },
    /// The open assignment of an item changes.
    Assign {
        end: Option<AssignmentId>,
        open: Option<AssignmentId>,
    },
    Withdraw {
        facts: Vec<Fact>,
    },
    Reinstate {
        facts: Vec<Fact>,
    },
    /// A closed attempt is withdrawn and goes on, open, as another row with the same brief.
    Reopen {
        attempt: AttemptId,
        goes_on_as: AttemptId,
    },
    /// The reverse: the row that went on is withdrawn, the closed attempt stands again.
    Reclose {
        attempt: AttemptId,
        goes_on_as: AttemptId,
    },
    /// The accepted files of an attempt are in the person's folder.
    Publish {
        attempt: AttemptId,
    },
    /// They are taken back out of it.
    Unpublish {
        attempt: AttemptId,
    },
    /// A bundle or whole job covers these items.
    Cover {
        parent: ItemId,
        items: Vec<ItemId>,
    },
    Uncover {
        parent: ItemId,
        items: Vec<ItemId>,
    },
    /// A timer begins (`after` is when) or ends.
    Timer {
        item: ItemId,
        before: Option<i64>,
        after: Option<i64>,
    },
    Tick {
        subitem: SubitemId,
        done: bool,
    },
    /// The item was done before Halfday, outside all figures, or it was not.
    DoneBefore {
        item: ItemId,
        done: bool,
    },
    /// The job is closed (`after` is when) or open again.
    Close {
        job: JobId,
        before: Option<i64>,
        after: Option<i64>,
    },
    /// The person's guess of AI's part.
    Guess {
        job: JobId,
        before: Option<f64>,
        after: Option<f64>,
    },
    /// When the same job is due again (`after` is when); `None`: nobody asked.
    Remind {
        job: JobId,
        before: Option<i64>,
        after: Option<i64>,
    },
    /// A setting, as JSON text; `None` is the default.
    Set {
        key: String,
        before: Option<String>,
        after: Option<String>,
    },
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Happen { item, before, event, not_before } => {
                Self::Unhappen { item, before, event, not_before }
            }
            Self::Unhappen { item, before, event, not_before } => {
                Self::Happen { item, before, event, not_before }
            }
            Self::Edit { item, before, after } => Self::Edit { item, before: after, after: before },
            Self::Place { moves } => {
                let back = moves.into_iter().map(|(item, before, after)| (item, after, before));
                Self::Place { moves: back.collect() }
            }
            Self::Bring { rows } => Self::Remove { rows },
            Self::Remove { rows } => Self::Bring { rows },
            Self::Assign { end, open } => Self::Assign { end: open, open: end },
            Self::Withdraw { facts } => Self::Reinstate { facts },
            Self::Reinstate { facts } => Self::Withdraw { facts },
            Self::Reopen { attempt, goes_on_as } => Self::Reclose { attempt, goes_on_as },
            Self::Reclose { attempt, goes_on_as } => Self::Reopen { attempt, goes_on_as },
            Self::Publish { attempt } => Self::Unpublish { attempt },
            Self::Unpublish { attempt } => Self::Publish { attempt },
            Self::Cover { parent, items } => Self::Uncover { parent, items },
            Self::Uncover { parent, items } => Self::Cover { parent, items },
            Self::Timer { item, before, after } => Self::Timer { item, before: after, after: before },
            Self::Tick { subitem, done } => Self::Tick { subitem, done: !done },
            Self::DoneBefore { item, done } => Self::DoneBefore { item, done: !done },
            Self::Close { job, before, after } => Self::Close { job, before: after, after: before },
            Self::Guess { job, before, after } => Self::Guess { job, before: after, after: before },
            Self::Remind { job, before, after } => Self::Remind { job, before: after, after: before },
            Self::Set { key, before, after } => Self::Set { key, before: after, after: before },
        }
    }
}

/// The list of changes that takes `changes` back, last one first.
pub fn inverse(changes: Vec<Change>) -> Vec<Change> {
    changes.into_iter().rev().map(Change::inverse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_back_twice_is_doing_again() {
        let item = ItemId::from_parts(1, [1; 10]);
        let changes = vec![
            Change::Happen {
                item,
                before: ItemStatus::Open,
                event: ItemEvent::HandedOver,
                not_before: Some(5),
            },
            Change::Place { moves: vec![(item, 1024, 512)] },
            Change::Timer { item, before: Some(3), after: None },
        ];

        assert_eq!(inverse(inverse(changes.clone())), changes);
        assert_eq!(
            inverse(changes).first(),
            Some(&Change::Timer { item, before: None, after: Some(3) }),
            "the last change is taken back first"
        );
    }
}
