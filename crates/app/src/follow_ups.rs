//! Follow-ups: at most three accepted items of each week, picked by chance, are asked about after 7 and 30 days.

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::id::{FollowUpId, FollowUpQuestionId};
use halfday_store::draws::{self, NewQuestion};
use halfday_store::reviews::{self, NewFollowUp};
use halfday_store::{items, jobs};
use serde_json::json;

use crate::api::{AnswerFollowUp, FollowUpAnswer, FollowUpView, FollowUpsView, Nothing};
use crate::clipboard::rejection;
use crate::ids::shuffled;
use crate::reference::{self, reference_of};
use crate::views::Cards;
use crate::{App, Error};

/// At most so many items a week.
const A_WEEK: usize = 3;
const AFTER_DAYS: [u32; 2] = [7, 30];
/// Weeks are drawn from when they are over; one that nobody opened the program after for so long is let go.
const WEEKS_BACK: u32 = 4;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl App {
    /// The questions that are due; weeks that are over are drawn from now.
    pub fn follow_ups(&self, _: Nothing) -> Result<FollowUpsView, Error> {
        self.draw_follow_ups()?;
        let (words, now) = (self.words(), self.now());
        self.store.read(move |connection| {
            let mut due = vec![];
            for question in draws::due_questions(connection, now)? {
                let Some(item) = items::by_id(connection, question.item_id)? else { continue };
                let Some(job) = jobs::by_id(connection, item.job_id)? else { continue };
                let Some(card) = Cards::read(connection, words, &job)?.card(item.id) else { continue };
                let days = question.after_days.to_string();
                due.push(FollowUpView {
                    card,
                    job_ref: job.number.to_string(),
                    job_title: job.title,
                    after_days: question.after_days,
                    due_at: question.due_at,
                    text: words.say("follow-up-due", &[("days", &days)]),
                });
            }
            Ok(FollowUpsView { due })
        })
    }

    /// Whether an acceptance held. Answering the later question answers an earlier one that waited.
    pub fn answer_follow_up(&self, request: AnswerFollowUp) -> Result<FollowUpsView, Error> {
        let wrong = match &request.answer {
            FollowUpAnswer::Held => None,
            FollowUpAnswer::Wrong(reason) => Some(rejection(reason)?),
        };
        self.command("follow-up", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            let due = draws::due_questions(work.tx, work.at)?;
            let Some(question) = due.iter().find(|question| question.item_id == item.id) else {
                return Err(Error::NotDue { item: reference_of(work.tx, &item)? });
            };
            let id = work.ids.make(FollowUpId::from_parts)?;
            let answer = NewFollowUp {
                id,
                item_id: item.id,
                question_id: Some(question.id),
                wrong,
                answered_at: work.at,
            };
            reviews::insert_follow_up(work.tx, &answer)?;
            work.about(&item);
            work.made(Change::Reinstate { facts: vec![Fact::FollowUp(id)] });
            let facts = json!({ "held": wrong.is_none(), "after_days": question.after_days });
            work.event(EventKind::Answered, Some(&item), facts)
        })?;
        self.follow_ups(Nothing {})
    }

    fn draw_follow_ups(&self) -> Result<(), Error> {
        let calendar = self.calendar();
        let this_week = calendar.week_of(self.now());
        for back in (1..=WEEKS_BACK).rev() {
            let week = this_week.minus(back);
            let (from, to) = (calendar.starts_at(week), calendar.ends_at(week));
            let week = week.to_string();
            let asked = week.clone();
            let is_new = self.store.read(move |connection| {
                let is_drawn = draws::is_week_drawn(connection, &asked)?;
                Ok::<_, Error>(!is_drawn && !draws::accepted_between(connection, from, to)?.is_empty())
            })?;
            if !is_new {
                continue;
            }
            self.fact(Actor::Program, move |work| {
                if draws::is_week_drawn(work.tx, &week)? {
                    return Ok(());
                }
                let accepted = draws::accepted_between(work.tx, from, to)?;
                let of = accepted.len();
                let drawn = of.min(A_WEEK);
                let probability = drawn as f64 / of.max(1) as f64;
                for (item_id, accepted_at) in shuffled(accepted)?.into_iter().take(drawn) {
                    for after_days in AFTER_DAYS {
                        let question = NewQuestion {
                            id: work.ids.make(FollowUpQuestionId::from_parts)?,
                            item_id,
                            after_days,
                            due_at: accepted_at + i64::from(after_days) * DAY_MS,
                            probability,
                            drawn_at: work.at,
                        };
                        draws::insert_question(work.tx, &question)?;
                    }
                }
                let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                Ok(draws::insert_week(work.tx, &week, count(of), count(drawn), work.at)?)
            })?;
        }
        Ok(())
    }
}
