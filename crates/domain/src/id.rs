//! Ids: UUIDv7 newtypes, made from a time and random bytes that are given.
//! People never see them; they use the numbers of [`crate::reference`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The text was no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id")]
pub struct NotAnId(pub String);

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id from an instant (UTC ms) and ten random bytes.
            pub fn from_parts(at: i64, random: [u8; 10]) -> Self {
                let ms = u64::try_from(at).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId(text.to_owned()))
            }
        }
    )*};
}

id! {
    /// A job.
    JobId;
    /// An item of a job's list.
    ItemId;
    /// A tick line inside an item.
    SubitemId;
    /// A planned check of an item.
    PlannedCheckId;
    /// An agent: immutable, a new model is a new id.
    AgentId;
    /// Who has an item, since when.
    AssignmentId;
    /// One try at an item.
    AttemptId;
    /// One run of a planned check.
    CheckId;
    /// A file or text that came back.
    DeliverableId;
    /// A verdict on an attempt.
    ReviewId;
    /// The fact that the person finished an own item.
    FinishId;
    /// A stretch of the person's time.
    IntervalId;
    /// A process that has the database open.
    OwnerId;
    /// A saved list.
    TemplateId;
    /// A question of an attempt to the person.
    QuestionId;
    /// What was said later of an acceptance: it held, or it did not.
    FollowUpId;
    /// A later question whether an acceptance held.
    FollowUpQuestionId;
    /// What the person said of an item that chance offered for the shadow.
    DrawAnswerId;
    /// Chance decided whether an item was kept.
    CoinFlipId;
    /// One planned run of a bench.
    BenchRunId;
    /// Two deliverables to be compared without names.
    ComparisonId;
    /// Which of the two was better.
    ChoiceId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_a_later_instant_sort_later() {
        let earlier = ItemId::from_parts(1_000, [0xff; 10]);
        let later = ItemId::from_parts(1_001, [0; 10]);

        assert!(earlier < later, "UUIDv7 begins with its milliseconds");
    }

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = JobId::from_parts(1_795_000_000_000, [7; 10]);

        assert_eq!(id.to_string().parse::<JobId>(), Ok(id));
        assert_eq!("12.3".parse::<JobId>(), Err(NotAnId("12.3".to_owned())));
    }
}
