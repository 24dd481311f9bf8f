//! The end of the walk: what was only told of, rules and facts no item came for, and the title.

use crate::build::{Reading, Walk};
use crate::draft::{Draft, Origin};
use crate::han;
use crate::hints;
use crate::kinds;
use crate::naming;
use crate::owners;
use crate::shorten;
use crate::speech::{self, Says};
use crate::suggest::Named;
use crate::text::{at, one_line, width};

impl Walk<'_> {
    /// What was read.
    pub(crate) fn finish(mut self) -> Reading {
        for span in std::mem::take(&mut self.mine) {
            owners::keep(self.text, &mut self.drafts, span);
        }
        self.settle_told();
        self.settle_pending();
        let opening = self.opening.filter(|opening| width(opening) <= 60);
        let first = || self.drafts.first().map(|draft| draft.title.clone());
        let said = self.told_goal.or(self.goal).map(|goal| naming::of_job(&goal));
        let said = said.or_else(|| opening.map(|opening| naming::title(&opening)));
        let given =
            self.title.map(|title| naming::title(naming::without_reply_marks(&hints::taken(&title).0)));
        let title = given.or(said).filter(|title| !title.is_empty()).or_else(first);
        let title = title.unwrap_or_else(|| shorten::to_title(&one_line(self.text)));
        Reading {
            drafts: self.drafts,
            title,
            hours: self.hours,
            rules: self.everywhere,
            sentences: self.sentences,
        }
    }

    /// What is only told of counts where fewer than three items are asked for outright.
    fn settle_told(&mut self) {
        let asked = self.drafts.iter().filter(|draft| draft.origin != Origin::Told).count();
        if asked == 0 || asked == self.drafts.len() {
            return;
        }
        let mut kept: Vec<Draft> = vec![];
        let mut carried: Vec<Draft> = vec![];
        let said: String = self
            .drafts
            .iter()
            .filter(|draft| draft.origin != Origin::Told)
            .flat_map(|draft| [han::fold(&draft.title), " ".to_owned()])
            .collect();
        for draft in std::mem::take(&mut self.drafts) {
            // Somebody asked for a plan: an item of its own, unless it is asked for again.
            let is_thing = crate::english::told_thing(&han::fold(&draft.words)).is_some();
            let needless = (asked >= 3 && !is_thing)
                || kinds::work(&draft.title).kind.is_none()
                || owners::repeats(&draft.title, &said);
            if draft.origin == Origin::Told && needless && draft.hints.named == Named::Nobody {
                carried.push(draft);
            } else {
                kept.push(draft);
            }
        }
        // Its rules were said of the work: they go to the first item. What it only told is text.
        for draft in carried {
            let Some(first) = kept.first_mut() else { continue };
            for (note, span) in draft.notes.into_iter().zip(draft.spans.into_iter().skip(1)) {
                if speech::says(&note) == Says::Rule {
                    first.notes.push(note);
                    first.spans.push(span);
                }
            }
        }
        self.drafts = kept;
    }

    /// Rules and facts no item came for.
    fn settle_pending(&mut self) {
        let (pending, subs) = (std::mem::take(&mut self.pending), std::mem::take(&mut self.pending_subs));
        if let Some(last) = self.drafts.last_mut() {
            for span in pending {
                last.note(at(self.text, &span), span);
            }
            last.subs.extend(subs);
            return;
        }
        // Nothing but rules: what they are about is the item.
        let mut pending = pending.into_iter();
        let about =
            self.goal.as_deref().or(self.opening.as_deref()).or(self.title.as_deref()).map(naming::of_job);
        let main = match about.filter(|about| !about.is_empty() && pending.len() > 0) {
            Some(about) => Draft::new(Origin::Asked, &about, vec![]),
            None => {
                pending.next().and_then(|span| Draft::new(Origin::Asked, at(self.text, &span), vec![span]))
            }
        };
        if let Some(mut main) = main {
            for span in pending {
                main.subs.extend(self.parts(&span));
                main.note(at(self.text, &span), span);
            }
            self.drafts.push(main);
        }
        for sub in subs {
            let done = sub.done;
            let raw = sub.title.clone();
            if let Some(mut draft) = Draft::new(Origin::Listed, &raw, sub.spans) {
                draft.done = done;
                self.drafts.push(draft);
            }
        }
    }
}
