//! Whose answer a text is, before it is taken.

use halfday_domain::id::ItemId;
use halfday_store::{attempts, items, jobs};

use crate::api::{PasteAnswer, RecogniseAnswer, Recognised, RecognisedView, Unmarked};
use crate::clipboard::missing;
use crate::views::Cards;
use crate::{App, Error};

impl App {
    /// Whose answer a text is, without taking it; refused as [`App::paste_answer`] would refuse it.
    pub fn recognise_answer(&self, request: RecogniseAnswer) -> Result<RecognisedView, Error> {
        let paste = PasteAnswer {
            text: request.text,
            item: None,
            files: vec![],
            rounds: None,
            minutes: None,
            unmarked: Unmarked::Refuse,
        };
        let sections = self.sections(&paste)?;
        let found: Vec<ItemId> =
            self.targets(&paste, sections, vec![])?.into_iter().map(|(copied, _)| copied.item_id).collect();
        let (words, now) = (self.words(), self.now());
        self.store.read(move |connection| {
            let mut items = vec![];
            for id in found {
                let item = items::by_id(connection, id)?.ok_or_else(|| missing(id))?;
                let job = jobs::by_id(connection, item.job_id)?.ok_or_else(|| missing(id))?;
                let card = Cards::read(connection, words, &job)?.card(id).ok_or_else(|| missing(id))?;
                let copied_at = attempts::of_item(connection, id)?.last().map_or(now, |last| last.started_at);
                let minutes = (now - copied_at).max(0) / 60_000;
                items.push(Recognised {
                    card,
                    minutes_since_copy: u32::try_from(minutes).unwrap_or(u32::MAX),
                });
            }
            Ok(RecognisedView { items })
        })
    }
}
