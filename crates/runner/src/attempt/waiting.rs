//! What a running attempt waits for: the person's answer, or a time. Questions are put one at a time;
//! the others wait behind the first.

use std::collections::VecDeque;

use halfday_domain::failure::FailureReason;
use halfday_domain::id::QuestionId;
use halfday_domain::item::WaitingFor;
use halfday_domain::run::{About, Event, Question as RunQuestion};
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::agents::{Answer, Question};
use crate::attempt::Reply;
use crate::attempt::record::{Asked, AskedAbout};

#[derive(Default)]
pub(super) struct Waiting {
    asking: Option<Asking>,
    /// Under this id it was put to the person.
    id: Option<QuestionId>,
    behind: VecDeque<(Question, oneshot::Sender<Answer>)>,
    parked_until: Option<Instant>,
    granted: Option<FailureReason>,
}

enum Asking {
    /// The agent waits for the reply.
    Agent(Question, Option<oneshot::Sender<Answer>>),
    Failure(FailureReason),
    Silence,
}

impl Waiting {
    /// The agent wants something of the person.
    pub(super) fn wants(&mut self, question: Question, reply: oneshot::Sender<Answer>) -> Option<Event> {
        if self.asking.is_some() {
            self.behind.push_back((question, reply));
            return None;
        }
        Some(self.put(question, reply))
    }

    fn put(&mut self, question: Question, reply: oneshot::Sender<Answer>) -> Event {
        let (why, text) = match &question {
            Question::Words { text } => (WaitingFor::Question, text.clone()),
            Question::Permission { about, .. } => (WaitingFor::Permission, about.clone()),
        };
        self.asking = Some(Asking::Agent(question, Some(reply)));
        Event::Asked(RunQuestion { why, about: About::Words(text) })
    }

    /// Nothing was heard for long.
    pub(super) fn silent() -> Event {
        Event::Asked(RunQuestion { why: WaitingFor::Question, about: About::Silence })
    }

    /// The question as it is put to the person.
    pub(super) fn asked(&mut self, question: RunQuestion, detail: String) -> Asked {
        let about = match question.about {
            About::Failure(reason) => {
                self.asking = Some(Asking::Failure(reason));
                AskedAbout::Failure { reason, detail }
            }
            About::Silence => {
                self.asking = Some(Asking::Silence);
                AskedAbout::Silence
            }
            About::Words(text) => match &self.asking {
                Some(Asking::Agent(Question::Permission { argv, about }, _)) => {
                    AskedAbout::Permission { argv: argv.clone(), about: about.clone() }
                }
                Some(Asking::Agent(Question::Words { .. }, _) | Asking::Failure(_) | Asking::Silence)
                | None => AskedAbout::Words(text),
            },
        };
        Asked { why: question.why, about }
    }

    pub(super) fn is_asked(&mut self, id: QuestionId) {
        self.id = Some(id);
    }

    /// The person answered; an answer to another question means nothing.
    pub(super) fn replied(&mut self, question: QuestionId, reply: Reply) -> Option<Event> {
        if self.id != Some(question) {
            return None;
        }
        match (self.asking.as_mut()?, reply) {
            (Asking::Agent(_, waiting), Reply::Answer(answer)) => {
                if let Some(waiting) = waiting.take() {
                    // An agent that does not listen any more gets no answer.
                    let _ = waiting.send(answer);
                }
                Some(Event::Answered)
            }
            (Asking::Failure(reason), Reply::GoOn) => {
                self.granted = Some(*reason);
                Some(Event::Answered)
            }
            (Asking::Failure(reason), Reply::Stop) => Some(Event::Failed(*reason)),
            (Asking::Silence, Reply::GoOn) => Some(Event::Answered),
            (Asking::Silence | Asking::Agent(..), Reply::Stop) => Some(Event::Stopped(None)),
            (Asking::Agent(..), Reply::GoOn) | (Asking::Failure(_) | Asking::Silence, Reply::Answer(_)) => {
                None
            }
        }
    }

    /// The budget or failure the person said to go on with.
    pub(super) fn granted(&mut self) -> Option<FailureReason> {
        self.granted.take()
    }

    /// It is over; the question behind it is put next by [`Waiting::next_behind`].
    pub(super) fn over(&mut self) {
        self.asking = None;
        self.id = None;
        self.parked_until = None;
    }

    /// The next question of the agent, now that nothing is asked.
    pub(super) fn next_behind(&mut self) -> Option<Event> {
        if self.asking.is_some() {
            return None;
        }
        let (question, reply) = self.behind.pop_front()?;
        Some(self.put(question, reply))
    }

    /// A word after a long silence: the question about it, which nobody has to answer now.
    pub(super) fn silence_ended(&mut self) -> Option<QuestionId> {
        match self.asking {
            Some(Asking::Silence) => {
                let id = self.id.take();
                self.over();
                id
            }
            Some(Asking::Agent(..) | Asking::Failure(_)) | None => None,
        }
    }

    /// The turn is over: its questions are, too. Gives the one that was put to the person.
    pub(super) fn turn_over(&mut self) -> Option<QuestionId> {
        self.behind.clear();
        match self.asking {
            Some(Asking::Agent(..) | Asking::Silence) => {
                self.asking = None;
                self.id.take()
            }
            Some(Asking::Failure(_)) | None => None,
        }
    }

    pub(super) fn park(&mut self, until: Instant) {
        self.parked_until = Some(until);
    }

    pub(super) fn parked_until(&self) -> Option<Instant> {
        self.parked_until
    }

    pub(super) fn is_park_over(&self, now: Instant) -> bool {
        self.parked_until.is_some_and(|until| until <= now)
    }
}
