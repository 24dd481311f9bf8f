//! The clipboard way: a brief for any chat, and the answer read back. It sends nothing; the
//! person copies and pastes. Pasted text is data: nothing in it is obeyed.

mod answer;
mod brief;
mod nonce;
mod own_brief;
mod veiled;

pub use answer::{Answer, AnswerFile, Section, read_answer};
pub use brief::{
    BriefItem, BriefRequest, CoveredItem, EarlierResult, FailedCheck, FollowUp, Sure, WentWrong, brief,
    brief_for_agent, follow_up,
};
pub use nonce::{Nonce, NotANonce};
pub use own_brief::{OwnBrief, own_brief};
