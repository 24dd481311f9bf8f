//! What people say in a chat: a need or a thing to make is an item, with who said it.

use halfday_domain::plan::Span;

use crate::build::Walk;
use crate::draft::{Draft, Origin};
use crate::english;
use crate::everywhere;
use crate::han;
use crate::inline;
use crate::sentence;
use crate::speech::{self, Says};
use crate::text::at;

impl Walk<'_> {
    /// One message, sentence by sentence.
    pub(crate) fn message(&mut self, who: &Span, words: &[Span]) {
        let who = inline::plain(at(self.text, who));
        for line in words {
            let before = self.drafts.len();
            for span in sentence::of(self.text, line) {
                self.said(&who, span, before);
            }
        }
    }

    /// In a chat a thing that is named is a thing to make: 海報, 預算表. `before` drafts stood
    /// before this message.
    fn said(&mut self, who: &str, span: Span, before: usize) {
        let words = inline::plain(at(self.text, &span));
        let says = speech::says(&words);
        self.sentences.push(span.clone());
        self.state_hours_if(says, &words);
        self.open_with(says, &words);
        let folded = han::fold(&words);
        let asks_others = words.ends_with(['?', '？']) && !says.orders();
        if !says.orders()
            && (everywhere::says_so(&words) || (says == Says::Rule && english::forbids(&folded)))
        {
            self.everywhere.push(words);
            return;
        }
        let is_work = match says {
            Says::Work | Says::Step | Says::Needed | Says::Mine => true,
            Says::Told | Says::Rule | Says::Context => speech::names_work_in_chat(&folded) && !asks_others,
            Says::Hours | Says::Polite => false,
        };
        if !is_work {
            // "Make a poster? A4, by Friday": the rest of the message is about it.
            if let Some(draft) = self.drafts.get_mut(before..).and_then(<[Draft]>::last_mut)
                && matches!(says, Says::Rule | Says::Context)
            {
                draft.note(at(self.text, &span), span);
            }
            return;
        }
        let subs = self.parts(&span);
        let Some(mut draft) = Draft::new(Origin::Asked, at(self.text, &span), vec![span]) else { return };
        draft.subs = subs;
        if !who.is_empty() {
            draft.notes.push(format!("{who}: {}", draft.words));
        }
        draft.section = self.section();
        self.push(draft);
    }
}
