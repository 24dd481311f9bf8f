//! The coin flip: chance decides for each item whether the person keeps it or hands it over. What the coin said stays,
//! whatever is done then (STATISTICS §8).

use halfday_domain::change::{Change, Fact};
use halfday_domain::event::EventKind;
use halfday_domain::facts::details::Arm;
use halfday_domain::id::CoinFlipId;
use halfday_domain::item::ItemStatus;
use halfday_store::draws;
use halfday_store::items;
use serde_json::json;

use crate::api::{ChanceView, FlipView, LeaveToChance, To};
use crate::assign::{Handover, agent_of, hand_over, refuse_closed};
use crate::ids::chance;
use crate::items::one_job;
use crate::reference::{self, reference_of};
use crate::{App, Error};

/// A fair coin.
const PROBABILITY: f64 = 0.5;

impl App {
    /// Flips a coin for each item. An item is flipped once: else one could flip until it pleases.
    pub fn leave_to_chance(&self, request: LeaveToChance) -> Result<ChanceView, Error> {
        let words = self.words();
        let (job, flips) = self.command("chance", move |work| {
            let named = reference::items_named(work.tx, &request.items)?;
            let job = one_job(&named)?;
            let to = request.agent.clone().map_or(To::Ai, To::Agent);
            let agent = agent_of(work, &to)?.ok_or(Error::NothingNamed)?;
            let mut flips = vec![];
            for item in &named {
                refuse_closed(work, item)?;
                let name = reference_of(work.tx, item)?;
                if item.status != ItemStatus::Open || item.parent_id.is_some() {
                    return Err(work.not_allowed(item)?);
                }
                if draws::is_flipped(work.tx, item.id)? {
                    return Err(Error::FlippedAlready { item: name });
                }
                work.about(item);
                let arm = if chance()? < PROBABILITY { Arm::HandOver } else { Arm::Keep };
                let id = work.ids.make(CoinFlipId::from_parts)?;
                draws::insert_flip(work.tx, id, item.id, arm, PROBABILITY, work.at)?;
                work.made(Change::Reinstate { facts: vec![Fact::CoinFlip(id)] });
                work.event(EventKind::Drawn, Some(item), json!({ "arm": arm.code() }))?;
                if arm == Arm::HandOver {
                    hand_over(work, item, &agent, Handover::default())?;
                    let open = items::by_id(work.tx, item.id)?.and_then(|item| item.assignment);
                    if let Some(open) = open {
                        halfday_store::assignments::set_drawn(work.tx, open.id, PROBABILITY)?;
                    }
                }
                let key = format!("chance-{}", arm.code().replace('_', "-"));
                let text = words.say(&key, &[("item", &name), ("agent", &agent.name)]);
                flips.push(FlipView { item: name, arm: arm.code().to_owned(), text });
            }
            Ok((job, flips))
        })?;
        Ok(ChanceView { board: self.board_of(job)?, flips })
    }
}
