//! Views as pages for a person: calm, in their language, readable without colour.

mod board;
mod horizon;
mod item;
mod lab;
mod numbers;
mod plan;
mod queue;
mod work;

use halfday_app::api::{BoardView, Card};

pub(crate) use board::{board, jobs};
pub(crate) use horizon::{horizons, record_again};
pub(crate) use item::{attempt, item};
pub(crate) use lab::{lab_doubling, lab_horizon, reliability};
pub(crate) use numbers::{Grouped, Record, record, record_by};
pub(crate) use plan::plan;
pub(crate) use queue::{deliverable_text, queue};
pub(crate) use work::work_line;

use crate::page::Tone;

/// The sign of a state, as the card looks.
pub(crate) fn sign(look: &str) -> &'static str {
    match look {
        "queued" => "⋯",
        "working" => "▶",
        "waiting-paste" => "‖",
        "in-review" => "◉",
        "accepted" | "done" => "✓",
        "accepted-after-rework" => "↻",
        "rejected" => "✕",
        "failed" | "blocked" => "!",
        "stopped" => "■",
        "lost" => "○",
        "dropped" => "–",
        _ if look.starts_with("waiting") => "?",
        // Open items have no sign: there is nothing to say about them.
        _ => "",
    }
}

/// The tone of a state, as the card looks.
pub(crate) fn tone(look: &str) -> Tone {
    match look {
        "accepted" | "accepted-after-rework" | "done" => Tone::Good,
        "failed" | "blocked" | "rejected" => Tone::Bad,
        "working" => Tone::Ai,
        "in-review" => Tone::NeedsYou,
        _ if look.starts_with("waiting") => Tone::NeedsYou,
        _ => Tone::Muted,
    }
}

/// `◉ Needs your review`; empty for an open item.
pub(crate) fn state(card: &Card) -> String {
    let sign = sign(&card.look);
    if sign.is_empty() { String::new() } else { format!("{sign} {}", card.status_text) }
}

/// All items of a board in the order of the list, the dropped ones among them.
pub(crate) fn in_order(board: &BoardView) -> Vec<&Card> {
    let lanes = [&board.me.cards, &board.ai.cards, &board.dropped];
    let mut cards: Vec<&Card> = lanes.into_iter().flatten().collect();
    cards.sort_by_key(|card| card.position);
    cards
}
