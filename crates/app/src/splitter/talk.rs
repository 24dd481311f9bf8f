//! The conversation: the question, and what is wrong with an answer, until there is a plan or it is given up.

use std::path::Path;
use std::time::Duration;

use halfday_domain::plan::Plan;
use halfday_runner::agents::asking::{Asking, AskingLimits, StopAsking};
use halfday_runner::agents::{Agent, Failure, Usage};
use halfday_runner::veil::Veil;
use halfday_split::Wishes;
use halfday_split::ai::{self, NotAPlan};

/// Where an agent that writes files leaves its answer.
pub(super) const FILE: &str = "plan.json";
/// The question, and twice what is wrong with the answer.
pub(super) const MOST_ASKED: u32 = 3;
/// Programs start, models think: a plan is a long answer.
const LIMITS: AskingLimits =
    AskingLimits { silence: Duration::from_mins(5), answer: Duration::from_mins(15) };

/// A plan to be asked for.
pub(super) struct Talk<'t> {
    pub(super) brief: &'t str,
    pub(super) wishes: &'t Wishes,
    /// As it goes out.
    pub(super) question: String,
    pub(super) veil: Option<Veil>,
    pub(super) stop: &'t StopAsking,
}

/// What happens meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// It was asked for the first time, or again with what is wrong.
    Asked { time: u32 },
    /// It has written so many characters.
    Writes { characters: usize },
}

/// What came of it.
pub(super) enum Came {
    Plan(Plan),
    NotAPlan(NotAPlan),
    Failed(Failure),
    Stopped,
}

/// An ended conversation.
pub(super) struct Ended {
    pub(super) came: Came,
    /// All answers, with the names back.
    pub(super) answers: Vec<String>,
    pub(super) asked: u32,
    pub(super) used: Usage,
}

impl Talk<'_> {
    /// Talks with `agent` in `folder`, an empty one.
    pub(super) async fn with(
        mut self,
        agent: &dyn Agent,
        folder: &Path,
        mut tell: impl FnMut(Moment),
    ) -> Ended {
        let mut ended = Ended { came: Came::Stopped, answers: vec![], asked: 0, used: Usage::default() };
        let mut asking = match Asking::open(agent, folder, FILE, LIMITS, self.stop).await {
            Ok(Some(asking)) => asking,
            Ok(None) => return ended,
            Err(failure) => {
                ended.came = Came::Failed(failure);
                return ended;
            }
        };
        let mut message = std::mem::take(&mut self.question);
        ended.came = loop {
            ended.asked += 1;
            tell(Moment::Asked { time: ended.asked });
            let answered = asking.ask(&message, |characters| tell(Moment::Writes { characters })).await;
            let answer = match answered {
                Ok(Some(answer)) => self.unveiled(&answer),
                Ok(None) => break Came::Stopped,
                Err(failure) => break Came::Failed(failure),
            };
            let read = ai::plan(&answer, self.brief, self.wishes);
            ended.answers.push(answer);
            match read {
                Ok(plan) => break Came::Plan(plan),
                Err(not) if ended.asked == MOST_ASKED => break Came::NotAPlan(not),
                Err(not) => message = self.veiled(ai::again(&not, self.brief)),
            }
        };
        ended.used = asking.used().unwrap_or_default();
        asking.close().await;
        ended
    }

    fn unveiled(&self, text: &str) -> String {
        self.veil.as_ref().map_or_else(|| text.to_owned(), |veil| veil.unveil(text))
    }

    /// What is wrong may name what the answer named.
    fn veiled(&mut self, text: String) -> String {
        match &mut self.veil {
            Some(veil) => veil.veil(&text).text,
            None => text,
        }
    }
}
