//! A brief as blocks: headings, lists, paragraphs, tables, messages. It says what stands where,
//! not what of it is work.

use halfday_domain::plan::Span;

use crate::lines::{self, Line, Shape};
use crate::list::{self, Node};
use crate::markdown::{self, Region};
use crate::marks::Mark;
use crate::speech::{self, Says};
use crate::text::{at, ends_sentence, leads_in, width};
use crate::{chat, closing, enumeration, everywhere, mail, rows, sentence, things};

/// A stretch of a brief. What is in no block is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Heading {
        level: u8,
        words: Span,
    },
    List(Vec<Node>),
    /// Lines of one paragraph, those that wrap joined.
    Paragraph(Vec<Span>),
    Table {
        head: Vec<Span>,
        rows: Vec<Vec<Span>>,
    },
    /// What somebody said in a chat.
    Message {
        who: Span,
        words: Vec<Span>,
    },
}

/// The blocks of a brief and the subject line of a mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Blocks {
    pub all: Vec<Block>,
    pub subject: Option<Span>,
    /// A title in front matter.
    pub front_title: Option<Span>,
}

/// Reads `text`.
pub(crate) fn of(text: &str) -> Blocks {
    if let Some(all) = chat::messages(text) {
        return Blocks { all, subject: None, front_title: None };
    }
    let regions = markdown::regions(text);
    let mut lines = lines::of(text, &(0..text.len()), &regions);
    let front_title = regions.first().and_then(|(span, _)| mail::front_title(text, span));
    let mail = mail::head(text, &lines);
    closing::set_apart(text, lines.get_mut(mail.lines..).unwrap_or_default());
    let body = lines.get(mail.lines..).unwrap_or_default();
    Blocks { all: read(text, body, &regions), subject: mail.subject, front_title }
}

fn read(text: &str, lines: &[Line], regions: &[(Span, Region)]) -> Vec<Block> {
    let mut blocks = vec![];
    let mut at_line = 0;
    while let Some(line) = lines.get(at_line) {
        let rest = lines.get(at_line..).unwrap_or_default();
        at_line += match &line.shape {
            Shape::Blank | Shape::Fixed => 1,
            Shape::Heading { level } => {
                blocks.push(Block::Heading { level: *level, words: line.content(text) });
                1
            }
            Shape::Table { region } => {
                if let Some((_, Region::Table { head, rows })) = regions.get(*region) {
                    blocks.push(Block::Table { head: head.clone(), rows: rows.clone() });
                }
                rest.iter().take_while(|other| other.shape == line.shape).count()
            }
            Shape::Marked(_) => {
                let (nodes, taken) = list::read(text, rest);
                blocks.push(Block::List(nodes));
                taken.max(1)
            }
            Shape::Plain => {
                if let Some((head, rows, taken)) = rows::tabbed(text, rest) {
                    blocks.push(Block::Table { head, rows });
                    taken
                } else {
                    let taken = rest.iter().take_while(|line| line.shape == Shape::Plain).count();
                    paragraph(text, rest.get(..taken).unwrap_or_default(), &mut blocks);
                    taken
                }
            }
        };
    }
    blocks
}

/// A paragraph; an enumeration inside one of its lines becomes a list.
fn paragraph(text: &str, lines: &[Line], blocks: &mut Vec<Block>) {
    let mut joined: Vec<Span> = vec![];
    for line in lines {
        let part = at(text, &line.span);
        match joined.last_mut() {
            Some(whole) if wraps(last_line(at(text, whole)), part) => whole.end = line.span.end,
            _ => joined.push(line.span.clone()),
        }
    }
    let listed = unmarked(text, &mut joined);
    let mut plain = vec![];
    for whole in joined {
        match enumeration::as_list(text, &whole) {
            Some((lead, nodes)) => {
                plain.extend((!lead.is_empty()).then_some(lead));
                blocks.extend((!plain.is_empty()).then(|| Block::Paragraph(std::mem::take(&mut plain))));
                blocks.push(Block::List(nodes));
            }
            None => plain.push(whole),
        }
    }
    blocks.extend((!plain.is_empty()).then_some(Block::Paragraph(plain)));
    blocks.extend(listed.map(Block::List));
}

/// Lines right below "Your strategy should:", one sentence each, are a list without markers.
fn unmarked(text: &str, lines: &mut Vec<Span>) -> Option<Vec<Node>> {
    let leads = |line: &Span| leads_in(at(text, line)) && speech::says(at(text, line)) != Says::Polite;
    let Some(lead) = lines.iter().position(leads) else { return short_orders(text, lines) };
    let below = lines.get(lead + 1..)?;
    let single = |line: &Span| {
        let words = at(text, line);
        sentence::whole(text, line).len() <= 1 && !leads_in(words) && speech::says(words) != Says::Polite
    };
    if below.len() < 2 || !below.iter().all(single) {
        return None;
    }
    let nodes = below.iter().map(bare_node).collect();
    lines.truncate(lead + 1);
    Some(nodes)
}

fn last_line(text: &str) -> &str {
    text.rsplit(['\n', '\r']).next().unwrap_or(text)
}

/// Whether a sentence was broken between two lines by a program, not by its writer.
fn wraps(line: &str, next: &str) -> bool {
    !ends_sentence(line) && (width(line) >= 60 || (width(line) >= 40 && next.starts_with(char::is_lowercase)))
}

/// Three or more short lines, most of them orders or names of things to make: a list somebody
/// typed without markers.
fn short_orders(text: &str, lines: &mut Vec<Span>) -> Option<Vec<Node>> {
    let orders = |line: &Span| {
        let words = at(text, line);
        speech::says(words).orders()
            || (speech::says(words) == Says::Context
                && !everywhere::says_so(words)
                && things::names_a_thing(words))
    };
    let first = lines.iter().position(orders)?;
    let below = lines.get(first..)?;
    let short = |line: &Span| {
        let words = at(text, line);
        width(words) <= 60 && !ends_sentence(words) && speech::says(words) != Says::Polite
    };
    let ordering = below.iter().filter(|line| orders(line)).count();
    if first > 1 || below.len() < 3 || !below.iter().all(short) || ordering * 5 < below.len() * 3 {
        return None;
    }
    let nodes = below.iter().map(bare_node).collect();
    lines.truncate(first);
    Some(nodes)
}

fn bare_node(line: &Span) -> Node {
    Node { mark: Mark::bare(7, None), pieces: vec![line.clone()], notes: vec![], children: vec![] }
}
