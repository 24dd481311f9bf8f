//! What a schema cannot say: ids are different, what an item needs comes to an end, no two items make the same file,
//! a title is a title.

use std::collections::{BTreeMap, BTreeSet};

use halfday_domain::plan::MOST_TITLE_GRAPHEMES;

use super::answer::{Answer, Item};
use super::{Fault, NotAPlan};
use crate::text::{graphemes, one_line};

/// Refuses an answer that breaks a rule and that no safe repair mends.
pub(super) fn check(answer: &Answer) -> Result<(), NotAPlan> {
    let mut faults = vec![];
    let mut seen = BTreeSet::new();
    let mut makers: BTreeMap<String, u64> = BTreeMap::new();
    if one_line(&answer.title).is_empty() {
        faults.push(Fault { at: "/title".to_owned(), what: "is blank".to_owned() });
    }
    for (index, item) in answer.items.iter().enumerate() {
        let mut fault = |field: &str, what: String| {
            faults.push(Fault { at: format!("/items/{index}/{field}"), what });
        };
        if !seen.insert(item.id) {
            fault("id", format!("{} is the id of an item before it", item.id));
        }
        let title = one_line(&item.title);
        if title.is_empty() {
            fault("title", "is blank".to_owned());
        }
        let long = graphemes(&title);
        if long > MOST_TITLE_GRAPHEMES {
            fault("title", format!("has {long} characters, more than {MOST_TITLE_GRAPHEMES}"));
        }
        if item.done_when.iter().all(|line| one_line(line).is_empty()) {
            fault("done_when", "says nothing".to_owned());
        }
        for output in item.outputs.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()) {
            if let Some(other) = makers.insert(output.clone(), item.id)
                && other != item.id
            {
                fault("outputs", format!("item {other} makes {output:?}, too"));
            }
        }
    }
    if let Some(id) = in_a_circle(&answer.items) {
        let index = answer.items.iter().position(|item| item.id == id).unwrap_or_default();
        let at = format!("/items/{index}/depends_on");
        faults.push(Fault { at, what: format!("item {id} needs itself in the end") });
    }
    if faults.is_empty() { Ok(()) } else { Err(NotAPlan { faults }) }
}

/// The first item that needs itself through others. An item that names itself is mended, not refused.
fn in_a_circle(items: &[Item]) -> Option<u64> {
    let mut needs: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    for item in items {
        needs.entry(item.id).or_default().extend(item.depends_on.iter().filter(|need| **need != item.id));
    }
    items.iter().map(|item| item.id).find(|start| {
        let others = |id: &u64| needs.get(id).into_iter().flatten().copied();
        let mut ahead: Vec<u64> = others(start).collect();
        let mut seen = BTreeSet::new();
        while let Some(next) = ahead.pop() {
            if next == *start {
                return true;
            }
            if seen.insert(next) {
                ahead.extend(others(&next));
            }
        }
        false
    })
}
