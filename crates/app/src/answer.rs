//! The person answers what an attempt asks. The answer is a row; whoever drives the attempt takes it
//! from there, in this process or another one.

use halfday_domain::event::{Actor, EventKind};
use halfday_store::questions;
use serde_json::json;

use crate::api::{AnswerQuestion, ItemView};
use crate::questions::read_answer;
use crate::reference::{self, reference_of};
use crate::{App, Error};

impl App {
    /// Answers the open question of an item.
    pub fn answer_question(&self, request: AnswerQuestion) -> Result<ItemView, Error> {
        // An attempt whose program died has nobody left who could hear it.
        self.end_dead_owners()?;
        let item = self.fact(Actor::Person, move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let named = reference_of(work.tx, &item)?;
            let question = questions::open_of(work.tx, item.id)?;
            let question = question.ok_or_else(|| Error::NothingAsked { item: named.clone() })?;
            let answer = read_answer(&question.body, &request.text);
            let answer = answer.ok_or(Error::AnswerUnclear { item: named, text: request.text.clone() })?;
            questions::answer(work.tx, question.id, &answer, work.at)?;
            work.event(
                EventKind::QuestionAnswered,
                Some(&item),
                json!({ "question": question.id.to_string() }),
            )?;
            Ok(item.id)
        })?;
        self.item_view(item)
    }
}
