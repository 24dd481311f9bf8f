//! Which queued item may be started now, and why another may not. One pure decision for the claim
//! and for what the person reads.

use crate::id::ItemId;

/// The *not before* of an item that the person holds back: it starts when they say so.
pub const ON_HOLD: i64 = i64::MAX;

/// How much goes on at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueLimits {
    /// At most so many attempts are worked at once.
    pub at_once: u32,
    /// At most so many deliverables wait for review or are on their way to it.
    pub review_brake: u32,
}

/// What is under way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Load {
    /// Attempts that are being worked, for whatever purpose.
    pub working: u32,
    /// Items that will need a verdict: their attempt is open.
    pub on_their_way: u32,
    pub in_review: u32,
}

/// A queued item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// It is not started before (UTC ms).
    pub not_before: Option<i64>,
    /// What must be done or dropped first and is not.
    pub needs: Vec<ItemId>,
    pub files: Files,
    /// The items of its job that are being worked, with their files.
    pub beside: Vec<(ItemId, Files)>,
}

/// The files an item names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
}

/// Why a queued item is not started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    Needs(Vec<ItemId>),
    /// Another item of the job is being worked, and their files could meet.
    JobBusy(ItemId),
    /// So many results have to be looked at first.
    ReviewBrake {
        waiting: u32,
    },
    AtOnce {
        working: u32,
    },
    /// Its time has not come (UTC ms).
    NotBefore(i64),
    /// The person holds it back.
    OnHold,
}

impl Held {
    /// The code in JSON and in `locales/` (`held-CODE`).
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Needs(_) => "needs",
            Self::JobBusy(_) => "job_busy",
            Self::ReviewBrake { .. } => "review_brake",
            Self::AtOnce { .. } => "at_once",
            Self::NotBefore(_) => "not_before",
            Self::OnHold => "on_hold",
        }
    }

    /// Whether only the person can change it: it does not pass by itself.
    pub fn needs_person(&self, load: &Load) -> bool {
        match self {
            Self::Needs(_) => true,
            Self::ReviewBrake { .. } => load.in_review > 0,
            // Whoever holds it back wants it so.
            Self::JobBusy(_) | Self::AtOnce { .. } | Self::NotBefore(_) | Self::OnHold => false,
        }
    }
}

/// Why the candidate may not be started at `now`; `None`: it may.
pub fn held(candidate: &Candidate, load: &Load, limits: QueueLimits, now: i64) -> Option<Held> {
    if candidate.not_before == Some(ON_HOLD) {
        return Some(Held::OnHold);
    }
    if !candidate.needs.is_empty() {
        return Some(Held::Needs(candidate.needs.clone()));
    }
    if let Some((busy, _)) = candidate.beside.iter().find(|(_, files)| can_meet(&candidate.files, files)) {
        return Some(Held::JobBusy(*busy));
    }
    let waiting = load.in_review + load.on_their_way;
    if waiting >= limits.review_brake {
        return Some(Held::ReviewBrake { waiting: load.in_review });
    }
    if load.working >= limits.at_once {
        return Some(Held::AtOnce { working: load.working });
    }
    candidate.not_before.filter(|at| *at > now).map(Held::NotBefore)
}

/// Whether two items of a job could touch the same files. One that does not say what it gives could
/// give anything.
fn can_meet(one: &Files, other: &Files) -> bool {
    if one.outputs.is_empty() || other.outputs.is_empty() {
        return true;
    }
    let touches = |outputs: &[String], files: &[String]| {
        outputs.iter().any(|output| files.iter().any(|file| overlap(output, file)))
    };
    touches(&one.outputs, &other.outputs)
        || touches(&one.outputs, &other.inputs)
        || touches(&other.outputs, &one.inputs)
}

/// The same file, or one is a folder of the other. A pattern may mean any file.
fn overlap(one: &str, other: &str) -> bool {
    let is_pattern = |path: &str| path.contains(['*', '?', '[', '{']);
    if is_pattern(one) || is_pattern(other) {
        return true;
    }
    let plain = |path: &str| path.trim_start_matches("./").trim_end_matches('/').to_lowercase();
    let (one, other) = (plain(one), plain(other));
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(&one, &other) || within(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: QueueLimits = QueueLimits { at_once: 2, review_brake: 4 };

    fn item(number: u8) -> ItemId {
        ItemId::from_parts(1, [number; 10])
    }

    fn gives(outputs: &[&str], inputs: &[&str]) -> Files {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Files { inputs: owned(inputs), outputs: owned(outputs) }
    }

    fn candidate(files: Files, beside: Vec<(ItemId, Files)>) -> Candidate {
        Candidate { not_before: None, needs: vec![], files, beside }
    }

    #[test]
    fn the_review_brake_counts_what_waits_and_what_is_on_its_way() {
        let free = candidate(Files::default(), vec![]);
        let load = |in_review, on_their_way| Load { working: 0, on_their_way, in_review };

        assert_eq!(held(&free, &load(3, 0), LIMITS, 0), None);
        assert_eq!(held(&free, &load(4, 0), LIMITS, 0), Some(Held::ReviewBrake { waiting: 4 }));
        assert_eq!(
            held(&free, &load(3, 1), LIMITS, 0),
            Some(Held::ReviewBrake { waiting: 3 }),
            "the fourth is being made"
        );
    }

    #[test]
    fn items_of_one_job_run_side_by_side_only_if_their_files_cannot_meet() {
        let check = |one: Files, other: Files| {
            held(&candidate(one, vec![(item(2), other)]), &Load::default(), LIMITS, 0).is_none()
        };

        assert!(check(gives(&["a.md"], &["in.csv"]), gives(&["b.md"], &["in.csv"])));
        assert!(!check(gives(&["a.md"], &[]), gives(&["A.md"], &[])), "one system's two files");
        assert!(!check(gives(&["out"], &[]), gives(&["out/b.md"], &[])));
        assert!(!check(gives(&["a.md"], &[]), gives(&["b.md"], &["a.md"])), "it reads what this one writes");
        assert!(!check(gives(&["a*.md"], &[]), gives(&["b.md"], &[])));
        assert!(!check(Files::default(), gives(&["b.md"], &[])), "it may write anything");
    }

    #[test]
    fn what_only_the_person_can_change_is_said_first() {
        let mut waiting = candidate(Files::default(), vec![]);
        waiting.needs = vec![item(1)];
        waiting.not_before = Some(9);
        let busy = Load { working: 2, on_their_way: 2, in_review: 0 };

        let why = held(&waiting, &busy, LIMITS, 0);

        assert_eq!(why, Some(Held::Needs(vec![item(1)])));
        waiting.needs.clear();
        assert_eq!(held(&waiting, &busy, LIMITS, 0), Some(Held::AtOnce { working: 2 }));
        assert_eq!(held(&waiting, &Load::default(), LIMITS, 8), Some(Held::NotBefore(9)));
        assert_eq!(held(&waiting, &Load::default(), LIMITS, 9), None);
        waiting.not_before = Some(ON_HOLD);
        assert_eq!(held(&waiting, &Load::default(), LIMITS, i64::MAX), Some(Held::OnHold));
    }
}
