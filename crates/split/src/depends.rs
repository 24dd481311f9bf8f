//! `after:2` as edges between items; an edge that would close a circle is dropped.

use crate::draft::Draft;

/// For each draft the positions it waits for.
pub(crate) fn edges(drafts: &[Draft]) -> Vec<Vec<usize>> {
    let mut edges: Vec<Vec<usize>> = vec![vec![]; drafts.len()];
    for (position, draft) in drafts.iter().enumerate() {
        for number in &draft.hints.after {
            let Some(first) = numbered(drafts, position, *number) else { continue };
            let known = edges.get(position).is_some_and(|known| known.contains(&first));
            if first != position
                && !known
                && !waits_for(&edges, first, position)
                && let Some(of) = edges.get_mut(position)
            {
                of.push(first);
            }
        }
    }
    edges
}

/// The draft the person means: one numbered so in the same section, else anywhere, else by position.
fn numbered(drafts: &[Draft], from: usize, number: u32) -> Option<usize> {
    let section = drafts.get(from).map(|draft| draft.section.as_str());
    let is_it = |draft: &Draft| draft.number == Some(number);
    drafts
        .iter()
        .position(|draft| is_it(draft) && Some(draft.section.as_str()) == section)
        .or_else(|| drafts.iter().position(is_it))
        .or_else(|| usize::try_from(number).ok()?.checked_sub(1).filter(|position| *position < drafts.len()))
}

/// Whether `from` already waits for `target`, however far.
fn waits_for(edges: &[Vec<usize>], from: usize, target: usize) -> bool {
    let mut open = vec![from];
    let mut seen = vec![false; edges.len()];
    while let Some(position) = open.pop() {
        if position == target {
            return true;
        }
        if let Some(seen) = seen.get_mut(position)
            && !std::mem::replace(seen, true)
        {
            open.extend(edges.get(position).into_iter().flatten().copied());
        }
    }
    false
}
