//! Rules: sentences that say how work must be, and the items they are about.

use halfday_domain::plan::Span;

use crate::build::Walk;
use crate::draft::{Draft, Origin};
use crate::text::at;
use crate::{enumeration, everywhere, inline, owners};

impl Walk<'_> {
    /// Adds a draft; what waited for one goes to it. A rule said before a list is for all of it,
    /// and stays text unless it counts parts.
    pub(crate) fn push(&mut self, mut draft: Draft) {
        for span in std::mem::take(&mut self.pending) {
            if draft.origin == Origin::Listed
                && enumeration::parts(self.text, &span).is_empty()
                && self.pending_subs.is_empty()
            {
                self.everywhere.push(inline::plain(at(self.text, &span)));
                continue;
            }
            let subs = self.parts(&span);
            draft.note(at(self.text, &span), span);
            draft.subs.extend(subs);
        }
        if draft.origin != Origin::Listed {
            draft.subs.append(&mut self.pending_subs);
        }
        self.drafts.push(draft);
    }

    /// A rule belongs to the item whose thing it names, else to the item before it, else to the one
    /// after it. One for all is repeated on each, wherever it stands.
    pub(crate) fn rule(&mut self, span: Span) {
        let words = inline::plain(at(self.text, &span));
        // `Note: the drill …` is about the drill, if there is an item for it.
        let noted = Some(&words).filter(|words| everywhere::is_labelled(words));
        let noted = noted.and_then(|words| owners::named_in(&self.drafts, words));
        let is_for_all = noted.is_none() && everywhere::says_so(&words);
        if is_for_all {
            self.everywhere.push(words.clone());
        }
        let listed = self.drafts.iter().any(|draft| draft.origin == Origin::Listed);
        let named = owners::subject(&self.drafts, &words).filter(|_| !is_for_all);
        // A rule for all right below a list is none of its last item's.
        let is_listed = |at: &usize| self.drafts.get(*at).is_some_and(|draft| draft.origin == Origin::Listed);
        let current = self.current.filter(|current| !(is_for_all && is_listed(current)));
        let owner = match (named.or(noted).or(current), listed) {
            (Some(owner), _) => Some(owner),
            (None, true) if !is_for_all => owners::named_in(&self.drafts, &words),
            (None, _) => None,
        };
        let subs = self.parts(&span);
        match owner.and_then(|owner| self.drafts.get_mut(owner)) {
            Some(draft) => {
                draft.note(at(self.text, &span), span);
                draft.subs.extend(subs);
            }
            // After a list, a rule that names no item of it is for all.
            None if listed && subs.is_empty() => self.everywhere.push(words),
            None if is_for_all => {}
            None => self.pending.push(span),
        }
    }
}
