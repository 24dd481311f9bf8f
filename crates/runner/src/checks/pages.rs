//! How many pages and slides came back. Other texts and documents have pages only once somebody
//! prints them; nobody can say how many.

use halfday_domain::check::{Bounds, CheckOutcome, CheckResult, DetailCode};

use super::{cannot_tell_of, fails, listed};
use crate::deliverable::Deliverable;
use crate::document::{Block, Part};

pub(super) fn count(bounds: Bounds, deliverables: &[Deliverable]) -> CheckOutcome {
    let (mut count, mut are_paged, mut unreadable) = (0, false, vec![]);
    for file in deliverables {
        match file.blocks() {
            Some(Ok(blocks)) => {
                let pages = blocks.iter().filter(|block| is_page(block)).count() as u64;
                count += pages;
                are_paged |= pages > 0;
            }
            Some(Err(_)) => unreadable.push(file.name()),
            None => {}
        }
    }
    if !unreadable.is_empty() {
        return cannot_tell_of(&unreadable);
    }
    if !are_paged {
        let names: Vec<&str> = deliverables.iter().map(Deliverable::name).collect();
        return CheckOutcome::with(
            CheckResult::CannotTell,
            DetailCode::NoPages,
            &[("names", &listed(&names))],
        );
    }
    if bounds.hold(count) {
        return CheckOutcome::holds();
    }
    fails(DetailCode::PageCount, &[("count", &count.to_string()), ("bounds", &bounds.text())])
}

fn is_page(block: &Block) -> bool {
    match block {
        Block::Part { part: Part::Page | Part::Slide, .. } => true,
        Block::Part { part: Part::Sheet, .. }
        | Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::Line { .. }
        | Block::Table { .. } => false,
    }
}
