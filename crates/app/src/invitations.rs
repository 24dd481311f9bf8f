//! Invitations: about two own items a week that chance picks are offered to AI as well, in the shadow. Each own item is
//! considered once, with a chance that is stored, so that what comes of it can be weighed (STATISTICS §4).

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::{Actor, EventKind};
use halfday_domain::facts::details::DrawAnswer;
use halfday_domain::id::{DrawAnswerId, ItemId};
use halfday_domain::item::{ItemStatus, Worker};
use halfday_domain::words::Words;
use halfday_store::draws::{self, NewDraw};
use halfday_store::{Connection, agents, attempts, items, jobs};
use serde_json::json;

use crate::api::{AnswerInvitation, InvitationAnswer, InvitationView, InvitationsView, Nothing};
use crate::assign::{CLIPBOARD, refuse_closed};
use crate::ids::chance;
use crate::reference::{self, reference_of};
use crate::shadow::begin_shadow;
use crate::views::Cards;
use crate::{App, Error};

/// So many items a week.
const A_WEEK: u32 = 2;
/// Own items are expected to go on as in so many weeks, and to be at least so many a week.
const EXPECTED_WEEKS: u32 = 4;
const EXPECTED_AT_LEAST: f64 = 4.0;
/// An invitation nobody answers goes away after this.
const STANDS_MS: i64 = 14 * DAY_MS;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl App {
    /// What chance offers, and what waits for a word. New own items are considered now.
    pub fn invitations(&self, _: Nothing) -> Result<InvitationsView, Error> {
        self.draw_new_items()?;
        let (words, now) = (self.words(), self.now());
        self.store.read(move |connection| {
            let mut open = vec![];
            for drawn in draws::drawn_since(connection, now - STANDS_MS)? {
                if drawn.answer.is_none() && is_mine(connection, drawn.item_id)? {
                    let text = words.word("invitation-open");
                    open.extend(invitation(connection, words, drawn.item_id, (drawn.drawn_at, None), text)?);
                }
            }
            let mut to_judge = vec![];
            for attempt in attempts::shadows_to_judge(connection)? {
                let text = words.say("invitation-judge", &[("agent", &attempt.agent)]);
                let of = (attempt.started_at, Some(attempt.id.to_string()));
                to_judge.extend(invitation(connection, words, attempt.item_id, of, text)?);
            }
            let text = words.word(if open.is_empty() { "invitation-none" } else { "invitation-why" });
            Ok(InvitationsView { open, to_judge, text })
        })
    }

    /// What the person says of an item that chance offers.
    pub fn answer_invitation(&self, request: AnswerInvitation) -> Result<InvitationsView, Error> {
        let answer = match request.answer {
            InvitationAnswer::Taken => DrawAnswer::Taken,
            InvitationAnswer::Refused => DrawAnswer::Refused,
            InvitationAnswer::Impossible => DrawAnswer::Impossible,
        };
        self.command("invitation", move |work| {
            let item = reference::item(work.tx, &request.item)?;
            refuse_closed(work, &item)?;
            let drawn = draws::drawn_item(work.tx, item.id)?.filter(|drawn| drawn.answer.is_none());
            let Some(drawn) = drawn else {
                return Err(Error::NotDrawn { item: reference_of(work.tx, &item)? });
            };
            let id = work.ids.make(DrawAnswerId::from_parts)?;
            draws::insert_answer(work.tx, id, item.id, answer, work.at)?;
            work.about(&item);
            work.made(Change::Reinstate { facts: vec![Fact::DrawAnswer(id)] });
            work.event(EventKind::Answered, Some(&item), json!({ "answer": answer.code() }))?;
            match answer {
                DrawAnswer::Taken => {
                    begin_shadow(work, &item, request.agent.as_deref(), Some(drawn.probability))
                }
                DrawAnswer::Refused | DrawAnswer::Impossible => Ok(()),
            }
        })?;
        self.invitations(Nothing {})
    }

    /// Considers the own items that chance has not looked at. Nothing is drawn while nobody could take it.
    fn draw_new_items(&self) -> Result<(), Error> {
        let (calendar, now) = (self.calendar(), self.now());
        let week = calendar.week_of(now);
        let since = now - i64::from(EXPECTED_WEEKS) * 7 * DAY_MS;
        let week = week.to_string();
        let asked = week.clone();
        let has_any = self.store.read(move |connection| {
            let can_shadow = agents::in_use(connection)?.iter().any(|agent| agent.way != CLIPBOARD);
            let is_room = draws::drawn_in_week(connection, &asked)? < A_WEEK;
            Ok::<_, Error>(can_shadow && is_room && !draws::unseen_own_items(connection)?.is_empty())
        })?;
        if !has_any {
            return Ok(());
        }
        self.fact(Actor::Program, move |work| {
            let finished = f64::from(draws::own_finishes_since(work.tx, since)?);
            let expected = (finished / f64::from(EXPECTED_WEEKS)).max(EXPECTED_AT_LEAST);
            let probability = (f64::from(A_WEEK) / expected).min(1.0);
            let mut left = A_WEEK.saturating_sub(draws::drawn_in_week(work.tx, &week)?);
            // In an order of chance: where the week's number is reached, it is nobody's fault.
            for item_id in crate::ids::shuffled(draws::unseen_own_items(work.tx)?)? {
                if left == 0 {
                    break;
                }
                let is_drawn = chance()? < probability;
                left -= u32::from(is_drawn);
                let draw = NewDraw { item_id, week: week.clone(), probability, is_drawn, drawn_at: work.at };
                draws::insert(work.tx, &draw)?;
                if is_drawn {
                    let item = items::by_id(work.tx, item_id)?;
                    work.event(EventKind::Drawn, item.as_ref(), json!({ "probability": probability }))?;
                }
            }
            Ok(())
        })
    }
}

/// Whether the person has the item and is not done.
fn is_mine(connection: &Connection, item: ItemId) -> Result<bool, Error> {
    let Some(item) = items::by_id(connection, item)? else { return Ok(false) };
    let is_mine = matches!(item.status, ItemStatus::Open | ItemStatus::Working(Worker::Me));
    let is_open = jobs::by_id(connection, item.job_id)?.is_some_and(|job| job.closed_at.is_none());
    Ok(is_mine && is_open && item.parent_id.is_none())
}

fn invitation(
    connection: &Connection,
    words: &Words,
    item: ItemId,
    (drawn_at, attempt): (i64, Option<String>),
    text: String,
) -> Result<Option<InvitationView>, Error> {
    let Some(item) = items::by_id(connection, item)? else { return Ok(None) };
    let Some(job) = jobs::by_id(connection, item.job_id)? else { return Ok(None) };
    let Some(card) = Cards::read(connection, words, &job)?.card(item.id) else { return Ok(None) };
    let job_ref = job.number.to_string();
    Ok(Some(InvitationView { card, job_title: job.title, job_ref, drawn_at, attempt, text }))
}
