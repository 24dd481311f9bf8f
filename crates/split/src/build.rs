//! Blocks → drafts: walks the blocks in order and decides what is an item, what belongs to one, and
//! what is only text.

use halfday_domain::plan::Span;
use halfday_domain::words::Language;

use crate::blocks::{Block, Blocks};
use crate::draft::{Draft, Origin, Sub};
use crate::hints;
use crate::inline;
use crate::listing;
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
    /// Rules for the whole job.
    pub rules: Vec<String>,
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
    pub hours: Option<f64>,
    pub sentences: Vec<Span>,
    pub mine: Vec<Span>,
    pub title: Option<String>,
    pub goal: Option<String>,
    /// What somebody was asked to do, as the brief tells it.
    pub told_goal: Option<String>,
    /// Rules for the whole job, as they are met.
    pub everywhere: Vec<String>,
    /// The first sentence that is no greeting.
    pub opening: Option<String>,
    only_heading: Option<u8>,
    /// The item whose content the next paragraph quotes: "must include the following details:".
    content_of: Option<usize>,
    /// Whether some sentence asks for work outright.
    pub asks_elsewhere: bool,
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
        title: blocks
            .front_title
            .as_ref()
            .or(blocks.subject.as_ref())
            .map(|span| inline::plain(at(text, span))),
        goal: None,
        told_goal: None,
        everywhere: vec![],
        opening: None,
        only_heading: None,
        content_of: None,
        asks_elsewhere: asks(text, &blocks.all),
    };
    walk.only_heading = only_heading(&blocks.all);
    for (index, block) in blocks.all.iter().enumerate() {
        walk.block(block, blocks.all.get(index + 1), index == 0);
    }
    walk.finish()
}

fn asks(text: &str, blocks: &[Block]) -> bool {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(lines) => Some(lines),
        Block::Heading { .. } | Block::List(_) | Block::Table { .. } | Block::Message { .. } => None,
    });
    lines.flatten().flat_map(|line| sentence::of(text, line)).any(|span| {
        matches!(
            speech::says(&inline::plain(at(text, &span))),
            Says::Work | Says::Step | Says::Needed | Says::Told
        )
    })
}

/// The level that just one heading has, and none above it: that heading is the title.
fn only_heading(blocks: &[Block]) -> Option<u8> {
    let levels = || {
        blocks.iter().filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            Block::List(_) | Block::Paragraph(_) | Block::Table { .. } | Block::Message { .. } => None,
        })
    };
    let top = levels().min()?;
    (levels().filter(|level| *level == top).count() == 1).then_some(top)
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
        if self.only_heading == Some(level) && self.title.is_none() && self.drafts.is_empty() {
            self.title = Some(words);
        } else {
            self.sections.push((level, words));
        }
    }

    pub(crate) fn state_hours(&mut self, words: &str) {
        if self.hours.is_none() {
            self.hours = speech::hours(words);
        }
    }

    fn paragraph(&mut self, lines: &[Span], next: Option<&Block>, is_first: bool) {
        let list_follows = matches!(next, Some(Block::List(_) | Block::Table { .. }));
        self.lead = None;
        if let Some(draft) = self.content_of.take().and_then(|owner| self.drafts.get_mut(owner)) {
            for line in lines {
                draft.note(at(self.text, line), line.clone());
            }
            return;
        }
        self.leave_list(lines);
        for (index, line) in lines.iter().enumerate() {
            let is_last = index + 1 == lines.len();
            let words = inline::plain(at(self.text, line));
            let leads = leads_in(&words) && (list_follows || !is_last);
            let heads = is_head(
                &words,
                is_first && index == 0,
                list_follows && is_last,
                lines.len() > 1 || next.is_some(),
            );
            if heads && !leads {
                self.head(&words, is_first && index == 0);
                self.lead =
                    (is_last && list_follows).then(|| Lead { span: line.clone(), says: Says::Context });
                continue;
            }
            // "Your guide should include" leads into its bullets with or without a colon.
            let leads = leads || !crate::text::ends_sentence(&words);
            self.sentences_of(line, leads && is_last && list_follows);
            if is_last && leads_in(&words) && matches!(next, Some(Block::Paragraph(_))) {
                self.content_of = self.current.filter(|_| speech::quotes_content(&words));
            }
        }
    }

    /// A paragraph right below a list goes on about its last item; one further down does not.
    fn leave_list(&mut self, lines: &[Span]) {
        let (Some(first), Some(last)) = (lines.first(), self.drafts.last()) else { return };
        let end = last
            .spans
            .iter()
            .chain(last.subs.iter().flat_map(|sub| &sub.spans))
            .map(|span| span.end)
            .max()
            .unwrap_or(0);
        let gap = at(self.text, &(end..first.start));
        let touches = end <= first.start && gap.matches('\n').count() == 1 && gap.trim().is_empty();
        if self.current.is_none() && last.origin == Origin::Listed && touches {
            self.current = self.drafts.len().checked_sub(1);
        }
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
}

/// A short line without an end over something else: a title or a section of plain text.
fn is_head(words: &str, is_title: bool, over_list: bool, has_more: bool) -> bool {
    if crate::text::ends_sentence(words) || width(words) > 60 || !has_more {
        return false;
    }
    let bracketed = words.starts_with('【');
    let says = speech::says(words);
    let is_label = matches!(says, Says::Context | Says::Told | Says::Hours) || bracketed;
    is_label && (is_title || over_list || bracketed) && !hints::is_mine(words)
}
