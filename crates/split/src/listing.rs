//! Lists → drafts: which marked lines are items, which are subitems, which are facts.

use halfday_domain::plan::Span;

use crate::build::{Lead, Walk};
use crate::criteria;
use crate::draft::{self, Draft, Origin, Sub};
use crate::enumeration;
use crate::everywhere;
use crate::han;
use crate::inline;
use crate::lexicon::{self, Act};
use crate::list::Node;
use crate::marks::Tick;
use crate::owners;
use crate::pattern::Pattern;
use crate::sentence;
use crate::speech::{self, Says};
use crate::text::{at, leads_in, width};
use crate::things;

/// Reads the nodes of one list into `walk`.
pub(crate) fn read(walk: &mut Walk<'_>, nodes: &[Node]) {
    let lead = walk.lead.take();
    let mut label = None;
    if is_outside(walk, lead.as_ref(), nodes) {
        return;
    }
    if let Some(lead) = lead {
        match belonging(walk, &lead, nodes) {
            Belongs::Lead => return of_lead(walk, &lead, nodes),
            Belongs::Neighbour => {
                walk.lead = None;
                return to_neighbour(walk, &lead, nodes);
            }
            // "Week 1:" over work is where the work stands.
            Belongs::Nobody if lead.says == Says::Context => label = label_of(at(walk.text, &lead.span)),
            // "Create a two-page document with these sections:" holds for each of the sections.
            Belongs::Nobody if nodes.len() > 1 => {
                let words = inline::plain(at(walk.text, &lead.span));
                if criteria::is_checkable(&words) && speech::hours(&words).is_none() {
                    walk.everywhere.push(words);
                }
            }
            Belongs::Nobody => {}
        }
    }
    let numbered = nodes.iter().any(|node| node.mark.number.is_some());
    let has_sections = nodes.iter().any(|node| as_label(walk.text, node).is_some());
    for node in nodes {
        let remarks = numbered && node.mark.number.is_none();
        let told = is_rule_for_all(walk, node, nodes.len())
            || (remarks && remark(walk, node))
            || (has_sections && tells_only(walk, node));
        if !told {
            item(walk, node, label.as_deref());
        }
    }
}

/// What stands under "Not in scope", "Background", "Present": facts, and no work.
fn is_outside(walk: &Walk<'_>, lead: Option<&Lead>, nodes: &[Node]) -> bool {
    static OUTSIDE: Pattern = Pattern::new(
        r"^(?:not in scope|out[ -]of[ -]scope|(?:explicitly )?excluded|exclusions|non-?goals?|what we (?:won't|won’t|will not) do|not needed|background|context|(?:examples? of )?what not to do|present|apologies|attendees|attending|participants|for information|fyi)\b|^(?:不在范围|范围外|不包含|不包括|不用做|不需要做|不必做|背景|现状|出席|列席|与会|缺席|请假)",
    );
    let label = lead.map_or_else(|| walk.section(), |lead| inline::plain(at(walk.text, &lead.span)));
    OUTSIDE.is_in(&han::fold(label.trim())) && nodes.iter().all(|node| node.mark.tick == Tick::Unboxed)
}

/// `Deadline: Friday` among the bullets.
fn is_rule_for_all(walk: &mut Walk<'_>, node: &Node, neighbours: usize) -> bool {
    let words = inline::plain(&raw(walk.text, node));
    let is_bare = neighbours >= 3 && node.mark.tick == Tick::Unboxed && node.children.is_empty();
    // A remark beside numbers is no item anyway.
    let remarks = node.mark.rank == 0 && node.mark.number.is_none() && everywhere::says_so(&words);
    let is_rule = is_bare
        && (everywhere::is_bullet_for_all(&words)
            || remarks
            || (walk.drafts.is_empty() && neighbours >= 4 && states_figures(&words)));
    if is_rule {
        walk.everywhere.push(words);
    }
    is_rule
}

/// `兩大兩小（5 歲、8 歲），預算 12 萬` at the head of a list: what all of it has to fit.
fn states_figures(words: &str) -> bool {
    static FIGURE: Pattern = Pattern::new(r"\d|[一二两三四五六七八九十百](?:大|小|人|天|夜|晚|位|个月)");
    static BUDGET: Pattern =
        Pattern::new(r"^(?:预算|人数|日期|时间|地点|对象|budget|dates?|guests|people|participants)\b?[:：]?");
    let folded = han::fold(words);
    let clauses: Vec<&str> = folded.split(['，', ',', ';', '；']).map(str::trim).collect();
    let is_figure = |clause: &&str| {
        FIGURE.is_in(clause)
            && (BUDGET.is_in(clause) || things::first(clause).is_none())
            && !speech::says(clause).orders()
    };
    clauses.len() >= 2 && clauses.iter().all(is_figure)
}

/// Beside sections of work, a heading over sentences that ask for nothing is one of facts and rules.
fn tells_only(walk: &mut Walk<'_>, node: &Node) -> bool {
    let words = inline::plain(&raw(walk.text, node));
    let sentences: Vec<String> = node
        .notes
        .iter()
        .flat_map(|note| sentence::of(walk.text, note))
        .map(|span| inline::plain(at(walk.text, &span)))
        .collect();
    let asks = speech::says(&words).orders() || sentences.iter().any(|words| speech::says(words).orders());
    let tells = !asks
        && node.children.is_empty()
        && node.mark.tick == Tick::Unboxed
        && width(&words) <= 40
        && as_label(walk.text, node).is_none();
    if tells {
        let rules =
            sentences.into_iter().filter(|words| matches!(speech::says(words), Says::Rule | Says::Needed));
        walk.everywhere.extend(rules);
    }
    tells
}

fn label_of(raw: &str) -> Option<String> {
    let words = inline::plain(raw);
    let label = words.trim_end_matches([':', '：']).trim_end();
    (width(label) <= 40 && !label.is_empty()).then(|| label.to_owned())
}

/// A bullet beside a numbered list that asks for nothing is a remark on it.
fn remark(walk: &mut Walk<'_>, node: &Node) -> bool {
    let words = inline::plain(&raw(walk.text, node));
    let asks = match speech::says(&words) {
        Says::Work | Says::Step | Says::Needed | Says::Told | Says::Mine => true,
        Says::Rule | Says::Context | Says::Hours | Says::Polite => false,
    };
    if asks || node.mark.tick != Tick::Unboxed {
        return false;
    }
    let owner = owners::named_in(&walk.drafts, &words).or(walk.drafts.len().checked_sub(1));
    let Some(draft) = owner.and_then(|owner| walk.drafts.get_mut(owner)) else { return false };
    flatten(walk.text, node, &mut draft.subs);
    true
}

enum Belongs {
    /// The bullets are parts of what the lead asks for.
    Lead,
    /// The bullets are facts or conditions of an item near it.
    Neighbour,
    Nobody,
}

fn belonging(walk: &Walk<'_>, lead: &Lead, nodes: &[Node]) -> Belongs {
    static PARTS: Pattern = Pattern::new(
        r"\b(?:include|includes|including|contain|contains|containing|cover|covers|covering|consist|consists|columns?|fields|sections|following (?:data )?(?:information|fields|details|columns|sections|elements|data points|criteria|points|questions)|with the following|as follows|criteria|requirements|attached files|attached|enclosed|files|resources|references)\b|包含|包括|栏位|字段|涵盖|要有|如下|内容|条件|重点|请写|写明|附件|资料",
    );
    static TASKS: Pattern = Pattern::new(
        r"\b(?:tasks?|to-?dos?|steps?|following things|deliverables|work packages|checklist|actions?|action items|please do|we need to|you need to|you will need to|please|will|need to|needs? doing)\b\W*$|待办|待辦|要做|事项|任务|步骤|工作项目|分工|协助|整理|麻烦|帮忙|做以下",
    );
    static GIVEN: Pattern = Pattern::new(
        r"\b(?:attached|enclosed|provided|following (?:files|documents|inputs|materials|sources|attachments))(?: (?:files|documents|materials))?\s*:\W*$",
    );
    let words = inline::plain(at(walk.text, &lead.span));
    let folded = han::fold(&words);
    let ticked = nodes.iter().any(|node| node.mark.tick != Tick::Unboxed);
    let acting = share(walk.text, nodes, begins_with_work) * 5.0 >= 2.0;
    let long = share(walk.text, nodes, |words| width(words) >= 60);
    let has_depth = nodes.iter().filter(|node| !node.children.is_empty() || !node.notes.is_empty()).count()
        * 2
        > nodes.len();
    let numbered = nodes.iter().all(|node| node.mark.number.is_some());
    if ticked || (TASKS.is_in(&folded) && !PARTS.is_in(&folded)) {
        return Belongs::Nobody;
    }
    // Nouns under a label are facts when the work is asked for elsewhere.
    let told_facts = lead.says == Says::Context && leads_in(&words) && walk.asks_elsewhere;
    if acting {
        return Belongs::Nobody;
    }
    // "Based on the attached: (1) the results, (2) the model": what the work starts from.
    if lead.says.orders() && GIVEN.is_in(&folded) {
        return Belongs::Lead;
    }
    if told_facts
        && share(walk.text, nodes, begins_with_work) < 0.4
        && share(walk.text, nodes, things::names_a_thing) < 0.5
    {
        return Belongs::Neighbour;
    }
    // "Your report should: i) reflect …, ii) be complete": halves of the lead's own sentence.
    let fragments = share(walk.text, nodes, |words| words.starts_with(char::is_lowercase)) >= 0.6;
    if lead.says == Says::Rule && fragments {
        return Belongs::Neighbour;
    }
    if (numbered && (has_depth || long >= 0.5)) && nodes.len() >= 2 {
        return Belongs::Nobody;
    }
    let facts = share(walk.text, nodes, is_fact) >= 0.6;
    match lead.says {
        Says::Work | Says::Step | Says::Needed | Says::Told
            if leads_in(&words) && (PARTS.is_in(&folded) || !numbered) =>
        {
            Belongs::Lead
        }
        Says::Rule => Belongs::Neighbour,
        Says::Context | Says::Polite | Says::Mine | Says::Hours if facts || PARTS.is_in(&folded) => {
            Belongs::Neighbour
        }
        Says::Context if leads_in(&words) && width(&words) <= 40 && !numbered => Belongs::Lead,
        Says::Work
        | Says::Step
        | Says::Needed
        | Says::Told
        | Says::Context
        | Says::Polite
        | Says::Mine
        | Says::Hours => Belongs::Nobody,
    }
}

fn share(text: &str, nodes: &[Node], is: impl Fn(&str) -> bool) -> f64 {
    let yes = nodes
        .iter()
        .filter(|node| node.pieces.first().is_some_and(|piece| is(&inline::plain(at(text, piece)))))
        .count();
    yes as f64 / nodes.len().max(1) as f64
}

/// Whether the words begin with a verb of work, as an order or as `creating …`.
fn begins_with_work(words: &str) -> bool {
    if speech::says(words).orders() {
        return true;
    }
    let folded = han::fold(words);
    let first = folded.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    first.ends_with("ing") && lexicon::english_inflected(first).is_some_and(|verb| verb.act != Act::Rule)
}

/// `Temp: 98.6`, an address, a link: data, not a thing to do.
fn is_fact(words: &str) -> bool {
    static FACT: Pattern = Pattern::new(r"^[^:：]{1,40}[:：]\s*\S|https?://|^[\d$€£¥(]|\d{2,}|[\w.]+@[\w.]+");
    FACT.is_in(words) && !begins_with_work(words)
}

/// One item with the bullets as its subitems.
fn of_lead(walk: &mut Walk<'_>, lead: &Lead, nodes: &[Node]) {
    let Some(mut draft) = Draft::new(Origin::Asked, at(walk.text, &lead.span), vec![lead.span.clone()])
    else {
        return;
    };
    draft.section = walk.section();
    for node in nodes {
        flatten(walk.text, node, &mut draft.subs);
    }
    walk.push(draft);
}

/// The lead as a note and the bullets as subitems of the item before, else of the one to come.
fn to_neighbour(walk: &mut Walk<'_>, lead: &Lead, nodes: &[Node]) {
    let mut subs = vec![];
    for node in nodes {
        flatten(walk.text, node, &mut subs);
    }
    let owner = walk.current.or(walk.drafts.len().checked_sub(1));
    if let Some(draft) = owner.and_then(|owner| walk.drafts.get_mut(owner)) {
        draft.note(at(walk.text, &lead.span), lead.span.clone());
        draft.subs.extend(subs);
    } else {
        walk.pending.push(lead.span.clone());
        walk.pending_subs.extend(subs);
    }
}

/// A marked line as an item; a line that is only a label over work becomes a section.
fn item(walk: &mut Walk<'_>, node: &Node, under: Option<&str>) {
    if let Some(label) = as_label(walk.text, node) {
        tells_only(walk, &Node { children: vec![], ..node.clone() });
        for child in &node.children {
            item(walk, child, Some(&label));
        }
        return;
    }
    let raw = raw(walk.text, node);
    let Some(mut draft) = Draft::new(Origin::Listed, &raw, node.pieces.clone()) else { return };
    draft.section = under.map_or_else(|| walk.section(), str::to_owned);
    draft.number = node.mark.number;
    draft.done = node.mark.tick == Tick::Done;
    for note in &node.notes {
        draft.note(at(walk.text, note), note.clone());
    }
    if let [only] = node.pieces.as_slice() {
        draft.subs.extend(draft::counted(walk.text, enumeration::parts(walk.text, only)));
    }
    for child in &node.children {
        flatten(walk.text, child, &mut draft.subs);
    }
    walk.push(draft);
}

/// The words of a node that only heads work packages: short, no verb, no box, three or more children
/// that each are work.
fn as_label(text: &str, node: &Node) -> Option<String> {
    let words = inline::plain(&raw(text, node));
    let says_nothing = width(&words) <= 40
        && (!speech::says(&words).orders() || words.split_whitespace().count() <= 2)
        && !node.notes.iter().any(|note| speech::says(at(text, note)).orders());
    let boxed = node.mark.tick != Tick::Unboxed;
    let work = node.children.len() >= 3 && share(text, &node.children, begins_with_work) >= 0.6;
    let boxes =
        node.children.len() >= 2 && node.children.iter().all(|child| child.mark.tick != Tick::Unboxed);
    let actions = !node.children.is_empty() && node.children.iter().all(|child| child.mark.is_action);
    (says_nothing && !boxed && (work || boxes || actions))
        .then(|| words.trim_end_matches([':', '：']).to_owned())
}

fn raw(text: &str, node: &Node) -> String {
    node.pieces.iter().map(|piece| at(text, piece)).collect::<Vec<_>>().join("\n")
}

/// A node and all below it as subitems, in order.
pub(crate) fn flatten(text: &str, node: &Node, subs: &mut Vec<Sub>) {
    let mut spans: Vec<Span> = node.pieces.clone();
    spans.extend(node.notes.iter().cloned());
    let mut words = raw(text, node);
    for note in &node.notes {
        words.push('\n');
        words.push_str(at(text, note));
    }
    if let Some(mut sub) = Sub::new(&words, spans) {
        sub.done = node.mark.tick == Tick::Done;
        sub.listed = true;
        subs.push(sub);
    }
    for child in &node.children {
        flatten(text, child, subs);
    }
}
