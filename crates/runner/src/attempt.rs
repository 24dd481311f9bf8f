//! An attempt of an agent, driven to its end: it carries out what the machine of `domain::run` wants done, and
//! tells it what came of it. It decides nothing; what it does to the world is written down before and after.

pub mod beside;
pub mod budget;
mod driver;
pub mod evidence;
mod orders;
pub mod record;
pub mod staged;
pub mod staging;
mod turn;
mod waiting;

use std::sync::Arc;
use std::time::Duration;

use halfday_domain::attempt::Outcome;
use halfday_domain::failure::StopReason;
use halfday_domain::id::QuestionId;
use halfday_domain::run::Limits;
use halfday_domain::words::Words;
use tokio::sync::mpsc;

use crate::agents::{Agent, Commands};
use crate::price::Price;
use crate::veil::SharedVeil;
use beside::{Rehearsal, SecondLook};
use budget::{Budget, Purse};
use driver::Driver;
use evidence::Criterion;
use record::{NotKept, Record};
use staging::Staging;

/// An attempt to be driven.
pub struct Attempt {
    pub agent: Box<dyn Agent>,
    pub staging: Box<dyn Staging>,
    pub record: Arc<dyn Record>,
    pub brief: String,
    /// How the brief ends where the agent can only say in words what proves its work; else empty.
    pub closing: String,
    /// The lines of *done when*, as the brief says them.
    pub criteria: Vec<Criterion>,
    /// The veil the brief went out behind.
    pub veil: Option<SharedVeil>,
    /// The language the agent is spoken to in.
    pub words: &'static Words,
    pub commands: Commands,
    pub limits: Limits,
    /// The item has checks or milestones by which a step can be judged.
    pub is_measured: bool,
    /// Where [`Limits::beside`] has it.
    pub rehearsal: Option<Rehearsal>,
    /// As `rehearsal`.
    pub second_look: Option<SecondLook>,
    pub budget: Budget,
    pub purse: Arc<Purse>,
    /// What its tokens cost where nobody tells the cost; `None`: that is not known.
    pub price: Option<Price>,
    /// After so long without a word the person is asked whether to keep waiting.
    pub silence: Duration,
    /// Attempts of the item that went wrong, this one included.
    pub attempts: u32,
}

/// What comes to a running attempt from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    Stop(Option<StopReason>),
    Reply { question: QuestionId, reply: Reply },
}

/// What the person says to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To a question of the agent.
    Answer(crate::agents::Answer),
    /// To a question of the program: go on.
    GoOn,
    Stop,
}

/// How driving ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Driven {
    Closed(Outcome),
    /// Nothing more was or will be written: the attempt is somebody else's, or the record is broken.
    LeftOpen(NotKept),
}

/// Drives an attempt to its end. Everything it started has ended when this returns.
pub async fn drive(attempt: Attempt, orders: mpsc::Receiver<Order>) -> Driven {
    let mut driver = Driver::new(attempt, orders);
    match driver.run().await {
        Ok(outcome) => Driven::Closed(outcome),
        Err(not_kept) => {
            driver.leave().await;
            Driven::LeftOpen(not_kept)
        }
    }
}
