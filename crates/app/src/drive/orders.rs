//! What other processes want of the attempts this one drives: stops and answers, as the store says.

use std::collections::{HashMap, HashSet};

use halfday_domain::attempt::Purpose;
use halfday_domain::failure::StopReason;
use halfday_domain::id::{AttemptId, QuestionId};
use halfday_runner::attempt::Order;
use halfday_runner::veil::SharedVeil;
use halfday_store::{owned, questions};
use tokio::sync::mpsc::Sender;

use super::claim::Claimed;
use crate::questions::{reply_of, reply_unheard};
use crate::{App, Error};

/// An attempt under way in this process.
pub(super) struct Running {
    pub(super) claimed: Claimed,
    pub(super) orders: Sender<Order>,
    pub(super) veil: Option<SharedVeil>,
    told_to_stop: bool,
    answered: HashSet<QuestionId>,
}

impl Running {
    pub(super) fn new(claimed: Claimed, orders: Sender<Order>, veil: Option<SharedVeil>) -> Self {
        Self { claimed, orders, veil, told_to_stop: false, answered: HashSet::new() }
    }

    pub(super) fn stop(&mut self, why: Option<StopReason>) {
        if !self.told_to_stop {
            // One that has just ended needs no order.
            let _ = self.orders.try_send(Order::Stop(why));
            self.told_to_stop = true;
        }
    }

    fn reply(&mut self, question: &questions::Question) {
        if !self.answered.insert(question.id) {
            return;
        }
        let veiled = |text: &str| match &self.veil {
            Some(veil) => veil.veil(text),
            None => text.to_owned(),
        };
        if let Some(reply) = reply_of(question, veiled) {
            // As above.
            let _ = self.orders.try_send(Order::Reply { question: question.id, reply });
        }
    }

    /// Sealed work is answered without the person.
    fn reply_unheard(&mut self, asked: &[questions::Question]) {
        for question in asked.iter().filter(|question| question.answered_at.is_none()) {
            if self.answered.insert(question.id) {
                let reply = reply_unheard(question);
                // As above.
                let _ = self.orders.try_send(Order::Reply { question: question.id, reply });
            }
        }
    }
}

impl App {
    /// Passes on what was asked of the attempts under way.
    pub(super) fn pass_on_orders(&self, running: &mut HashMap<AttemptId, Running>) -> Result<(), Error> {
        if running.is_empty() {
            return Ok(());
        }
        let owner = self.store.owner_id();
        let sealed: Vec<AttemptId> = running
            .iter()
            .filter(|(_, one)| one.claimed.purpose != Purpose::Work)
            .map(|(attempt, _)| *attempt)
            .collect();
        let (stops, answers, unheard) = self.store.read(move |connection| {
            let mut unheard = vec![];
            for attempt in sealed {
                unheard.push((attempt, questions::of_attempt(connection, attempt)?));
            }
            Ok::<_, Error>((
                owned::to_stop(connection, owner)?,
                questions::answered_of(connection, owner)?,
                unheard,
            ))
        })?;
        for (attempt, why) in stops {
            if let Some(one) = running.get_mut(&attempt) {
                one.stop(why);
            }
        }
        for question in answers {
            if let Some(one) = running.get_mut(&question.attempt_id) {
                one.reply(&question);
            }
        }
        for (attempt, asked) in unheard {
            if let Some(one) = running.get_mut(&attempt) {
                one.reply_unheard(&asked);
            }
        }
        Ok(())
    }
}
