//! Blocks → drafts: walks the blocks in order and decides what is an item, what belongs to one, and
//! what is only text.

use halfday_domain::plan::Span;
use halfday_domain::words::Language;

use crate::blocks::{Block, Blocks};
use crate::draft::{Draft, Origin, Sub};
use crate::enumeration;
use crate::han;
use crate::hints;
use crate::inline;
use crate::kinds::{self, Named};
use crate::listing;
use crate::owners;
use crate::sentence;
use crate::speech::{self, Says};
use crate::table;
use crate::text::{at, leads_in, width};

/// What was read of a brief.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reading {
    pub drafts: Vec<Draft>,
    pub title: String,
    pub hours: Option<f64>,
    /// All sentences, for what they leave open.
    pub sentences: Vec<Span>,
}

/// A sentence or label that leads into what follows.
#[derive(Debug, Clone)]
pub(crate) struct Lead {
    pub span: Span,
    pub says: Says,
}

/// The state of the walk.
pub(crate) struct Walk<'t> {
    pub text: &'t str,
    pub drafts: Vec<Draft>,
    pub sections: Vec<(u8, String)>,
    /// The sentence item that rules now belong to.
    pub current: Option<usize>,
    /// Rules and facts read before the item they belong to.
    pub pending: Vec<Span>,
    pub pending_subs: Vec<Sub>,
    pub lead: Option<Lead>,
    hours: Option<f64>,
    sentences: Vec<Span>,
    mine: Vec<Span>,
    title: Option<String>,
    goal: Option<String>,
}

/// Reads the drafts of `text`.
pub(crate) fn drafts(text: &str, blocks: &Blocks, _language: Language) -> Reading {
    let mut walk = Walk {
        text,
        drafts: vec![],
        sections: vec![],
        current: None,
        pending: vec![],
        pending_subs: vec![],
        lead: None,
        hours: None,
        sentences: vec![],
        mine: vec![],
        title: blocks.front_title.as_ref().or(blocks.subject.as_ref()).map(|span| inline::plain(at(text, span))),
        goal: None,
    };
    for (index, block) in blocks.all.iter().enumerate() {
        walk.block(block, blocks.all.get(index + 1), index == 0);
    }
    walk.finish()
}

impl Walk<'_> {
    pub(crate) fn section(&self) -> String {
        self.sections.last().map(|(_, words)| words.clone()).unwrap_or_default()
    }

    fn block(&mut self, block: &Block, next: Option<&Block>, is_first: bool) {
        match block {
            Block::Heading { level, words } => {
                let plain = inline::plain(at(self.text, words));
                self.state_hours(&plain);
                self.open_section(*level, plain);
            }
            Block::List(nodes) => {
                listing::read(self, nodes);
                self.current = None;
            }
            Block::Table { head, rows } => {
                table::read(self, head, rows);
                self.current = None;
            }
            Block::Paragraph(lines) => self.paragraph(lines, next, is_first),
            Block::Message { who, words } => self.message(who, words),
        }
    }

    fn open_section(&mut self, level: u8, words: String) {
        self.sections.retain(|(above, _)| *above < level);
        self.current = None;
        self.lead = None;
        // A heading over everything is the title, and no section of its own.
        if level == 1 && self.title.is_none() && self.drafts.is_empty() {
            self.title = Some(words);
        } else {
            self.sections.push((level, words));
        }
    }

    fn state_hours(&mut self, words: &str) {
        if self.hours.is_none() {
            self.hours = speech::hours(words);
        }
    }

    fn paragraph(&mut self, lines: &[Span], next: Option<&Block>, is_first: bool) {
        let list_follows = matches!(next, Some(Block::List(_) | Block::Table { .. }));
        self.lead = None;
        for (index, line) in lines.iter().enumerate() {
            let is_last = index + 1 == lines.len();
            let words = inline::plain(at(self.text, line));
            let leads = leads_in(&words) && (list_follows || !is_last);
            let heads = self.is_head(&words, is_first && index == 0, list_follows && is_last, lines.len() > 1 || next.is_some());
            if heads && !leads {
                self.head(&words, is_first && index == 0);
                self.lead = (is_last && list_follows).then(|| Lead { span: line.clone(), says: Says::Context });
                continue;
            }
            self.sentences_of(line, leads && is_last && list_follows);
        }
    }

    /// A short line without an end over something else: a title or a section of plain text.
    fn is_head(&self, words: &str, is_title: bool, over_list: bool, has_more: bool) -> bool {
        if crate::text::ends_sentence(words) || width(words) > 60 || !has_more {
            return false;
        }
        let bracketed = words.starts_with('【');
        let says = speech::says(words);
        let is_label = matches!(says, Says::Context | Says::Told | Says::Hours) || bracketed;
        is_label && (is_title || over_list || bracketed) && !hints::is_mine(words)
    }

    fn head(&mut self, words: &str, is_title: bool) {
        self.state_hours(words);
        if is_title && self.title.is_none() {
            self.title = Some(words.to_owned());
        } else {
            // Below any Markdown heading, beside other labels.
            self.open_section(7, words.to_owned());
        }
    }

    fn sentences_of(&mut self, line: &Span, leads: bool) {
        let sentences = sentence::of(self.text, line);
        let count = sentences.len();
        for (index, span) in sentences.into_iter().enumerate() {
            let is_lead = leads && index + 1 == count;
            self.sentence(span, is_lead);
        }
    }

    fn sentence(&mut self, span: Span, is_lead: bool) {
        let raw = at(self.text, &span);
        let words = inline::plain(raw);
        let says = speech::says(&words);
        self.sentences.push(span.clone());
        self.state_hours_if(says, &words);
        if is_lead {
            self.note_goal(says, &words);
            self.lead = Some(Lead { span, says });
            return;
        }
        match says {
            Says::Work | Says::Told => {
                self.note_goal(says, &words);
                let origin = if says == Says::Work { Origin::Asked } else { Origin::Told };
                self.ask(origin, span);
            }
            Says::Rule => self.rule(span),
            Says::Mine => self.mine.push(span),
            Says::Hours => self.note_goal(says, &words),
            Says::Context if !enumeration::parts(self.text, &span).is_empty() => self.rule(span),
            Says::Polite | Says::Context => {}
        }
    }

    fn state_hours_if(&mut self, says: Says, words: &str) {
        match says {
            Says::Hours | Says::Mine | Says::Context | Says::Told => self.state_hours(words),
            Says::Work if words.contains(['，', ',']) => self.state_hours(words),
            Says::Work | Says::Rule | Says::Polite => {}
        }
    }

    fn note_goal(&mut self, says: Says, words: &str) {
        let is_goal = matches!(says, Says::Work | Says::Told | Says::Hours);
        if self.goal.is_none() && is_goal {
            self.goal = Some(words.to_owned());
        }
    }

    /// A sentence that asks for work, with the parts it counts as subitems.
    pub(crate) fn ask(&mut self, origin: Origin, span: Span) {
        let subs = self.parts(&span);
        let Some(mut draft) = Draft::new(origin, at(self.text, &span), vec![span]) else { return };
        draft.section = self.section();
        draft.subs = subs;
        self.push(draft);
        self.current = Some(self.drafts.len().saturating_sub(1));
    }

    /// Adds a draft; what waited for one goes to it.
    pub(crate) fn push(&mut self, mut draft: Draft) {
        for span in std::mem::take(&mut self.pending) {
            let subs = self.parts(&span);
            draft.note(at(self.text, &span), span);
            draft.subs.extend(subs);
        }
        draft.subs.append(&mut self.pending_subs);
        self.drafts.push(draft);
    }

    fn parts(&self, span: &Span) -> Vec<Sub> {
        enumeration::parts(self.text, span)
            .into_iter()
            .filter_map(|part| Sub::new(at(self.text, &part), vec![part]))
            .collect()
    }

    /// A rule belongs to the item before it, else to the one after it.
    fn rule(&mut self, span: Span) {
        let words = at(self.text, &span);
        let listed = self.drafts.iter().any(|draft| draft.origin == Origin::Listed);
        let owner = match self.current {
            Some(current) => Some(current),
            // After a list a rule is for all, unless it names what one item makes.
            None if listed => owners::named_in(&self.drafts, words),
            None => None,
        };
        match owner.and_then(|owner| self.drafts.get_mut(owner)) {
            Some(draft) => {
                let subs: Vec<Sub> = enumeration::parts(self.text, &span)
                    .into_iter()
                    .filter_map(|part| Sub::new(at(self.text, &part), vec![part]))
                    .collect();
                draft.note(words, span);
                draft.subs.extend(subs);
            }
            None if listed && enumeration::parts(self.text, &span).is_empty() => {}
            None => self.pending.push(span),
        }
    }

    fn message(&mut self, who: &Span, words: &[Span]) {
        let who = inline::plain(at(self.text, who));
        for line in words {
            for span in sentence::of(self.text, line) {
                self.said(&who, span);
            }
        }
    }

    /// In a chat a thing that is named is a thing to make: 海報, 預算表.
    fn said(&mut self, who: &str, span: Span) {
        let words = inline::plain(at(self.text, &span));
        let says = speech::says(&words);
        self.sentences.push(span.clone());
        self.state_hours_if(says, &words);
        let folded = han::fold(&words);
        let asks_others = words.ends_with(['?', '？']) && says != Says::Work;
        let is_work = match says {
            Says::Work | Says::Told | Says::Mine => true,
            Says::Rule | Says::Context => speech::names_work_in_chat(&folded) && !asks_others,
            Says::Hours | Says::Polite => false,
        };
        if !is_work {
            return;
        }
        let Some(mut draft) = Draft::new(Origin::Asked, at(self.text, &span), vec![span]) else { return };
        if !who.is_empty() {
            draft.notes.push(format!("{who}: {}", draft.words));
        }
        draft.section = self.section();
        self.push(draft);
    }

    fn finish(mut self) -> Reading {
        for span in std::mem::take(&mut self.mine) {
            owners::keep(self.text, &mut self.drafts, span);
        }
        self.settle_told();
        self.settle_pending();
        let title = self.title.or(self.goal).unwrap_or_default();
        let title = crate::naming::title(&hints::taken(&title).0);
        let title = if title.is_empty() {
            self.drafts.first().map(|draft| draft.title.clone()).unwrap_or_else(|| crate::naming::shortened(&crate::text::one_line(self.text.trim())))
        } else {
            title
        };
        Reading { drafts: self.drafts, title, hours: self.hours, sentences: self.sentences }
    }

    /// What is only told of counts where fewer than three items are asked for outright.
    fn settle_told(&mut self) {
        let asked = self.drafts.iter().filter(|draft| draft.origin != Origin::Told).count();
        if asked == 0 || asked == self.drafts.len() {
            return;
        }
        let mut kept: Vec<Draft> = vec![];
        let mut carried: Vec<Draft> = vec![];
        for draft in std::mem::take(&mut self.drafts) {
            if draft.origin == Origin::Told && (asked >= 3 || kinds::work(&draft.title).kind.is_none()) && draft.hints.named == Named::Nobody {
                carried.push(draft);
            } else {
                kept.push(draft);
            }
        }
        // Its rules and parts were said of the work: they go to the first item.
        for draft in carried {
            if let (Some(first), false) = (kept.first_mut(), draft.subs.is_empty() && draft.notes.is_empty()) {
                first.subs.extend(draft.subs);
                first.notes.extend(draft.notes);
                first.spans.extend(draft.spans);
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
        for span in pending {
            let parts = self.parts(&span);
            if let Some(mut draft) = Draft::new(Origin::Asked, at(self.text, &span), vec![span]) {
                draft.subs = parts;
                self.drafts.push(draft);
            }
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
