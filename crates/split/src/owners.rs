//! Sentences that point at an item read before: 第 6 條的結論我來拍板, 週報由我發.

use halfday_domain::plan::Span;

use crate::draft::{Draft, Origin};
use crate::han;
use crate::pattern::Pattern;
use crate::suggest::Named;
use crate::text::{at, number};
use crate::things;

/// A sentence names what stands near it; looking further back would take a long text forever.
const NEAR: usize = 60;
/// Of more items than these no rule is meant to name one by a word of its title.
const MOST_TO_COMPARE: usize = 400;

/// The one draft that `words` name by number or by a word of its title.
pub(crate) fn named_in(drafts: &[Draft], words: &str) -> Option<usize> {
    static NUMBERED: Pattern = Pattern::new(
        r"第\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*(?:条|點|点|项|步|个)|(?:\bitem|\bstep|\bno\.|\bnumber|\btask|#)\s*(\d{1,2})\b",
    );
    let folded = han::fold(words);
    let pointed = NUMBERED
        .groups(&folded)
        .and_then(|groups| groups.get(1).or_else(|| groups.get(2)).and_then(|found| number(found.as_str())));
    if let Some(pointed) = pointed {
        return drafts.iter().position(|draft| draft.number == Some(pointed));
    }
    if drafts.len() > MOST_TO_COMPARE {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    let mut tied = false;
    for (position, draft) in drafts.iter().enumerate() {
        let shared = shared_length(&han::fold(&draft.title), &folded);
        match best {
            Some((_, most)) if shared < most => {}
            Some((_, most)) if shared == most => tied = true,
            _ => {
                best = Some((position, shared));
                tied = false;
            }
        }
    }
    best.filter(|(_, shared)| *shared >= 2 && !tied).map(|(position, _)| position)
}

/// The longest run of characters (or the longest word, counted as two) that both share.
fn shared_length(title: &str, words: &str) -> usize {
    let han_run = |text: &str| text.chars().filter(|c| han::is_han(*c)).count();
    if han_run(title) >= 2 {
        let chars: Vec<char> = title.chars().take(80).collect();
        let mut longest = 0;
        for start in 0..chars.len() {
            let mut run = String::new();
            for c in chars.iter().skip(start) {
                run.push(*c);
                if !han::is_han(*c) || !words.contains(&run) {
                    break;
                }
                longest = longest.max(run.chars().count());
            }
        }
        return longest;
    }
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 5 && words.contains(word)).count()
        * 2
}

/// The draft whose thing is the subject of `words`: `The reply must not …`, 座位表按公司分桌.
pub(crate) fn subject(drafts: &[Draft], words: &str) -> Option<usize> {
    static SUBJECT: Pattern = Pattern::new(
        r"^(?:also,? |please note that |note that |finally,? )?(?:the|your|this|that|each|every) (?:[a-z&-]+ ){0,2}?([a-z&-]+)(?: itself)? (?:should|must|shall|needs?|has|have|is|are|can|may|will|also|cannot)\b",
    );
    let folded = han::fold(words);
    if let Some(noun) = SUBJECT.groups(&folded).and_then(|groups| groups.get(1)) {
        let noun = noun.as_str().trim_end_matches('s');
        return nearest(drafts, |draft| {
            han::fold(&draft.title)
                .split(|c: char| !c.is_alphanumeric() && c != '&' && c != '-')
                .any(|word| word.trim_end_matches('s') == noun)
        });
    }
    let run: String = folded.chars().take_while(|c| han::is_han(*c)).take(6).collect();
    (2..=4).rev().find_map(|length| {
        let name: String = run.chars().take(length).collect();
        let named = name.chars().count() == length && things::first(&name).is_some();
        if named { nearest(drafts, |draft| han::fold(&draft.title).contains(&name)) } else { None }
    })
}

/// The last of the drafts near by that `is`.
pub(crate) fn nearest(drafts: &[Draft], is: impl Fn(&Draft) -> bool) -> Option<usize> {
    drafts.iter().enumerate().rev().take(NEAR).find(|(_, draft)| is(draft)).map(|(at, _)| at)
}

/// Whether `title` and `folded` name the same thing to make.
pub(crate) fn shares_thing(title: &str, folded: &str) -> bool {
    let title = han::fold(title);
    let words = |text: &str| -> Vec<String> { things::names(text) };
    let named = words(&title);
    words(folded).iter().any(|name| named.contains(name))
}

/// Whether most long words of `title` stand in `said` already.
pub(crate) fn repeats(title: &str, said: &str) -> bool {
    let folded = han::fold(title);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 4).skip(1).collect();
    let known = words.iter().filter(|word| said.contains(word.trim_end_matches('s'))).count();
    !words.is_empty() && known * 2 >= words.len()
}

/// Somebody keeps what `span` names: the item it points at, else an item of its own.
pub(crate) fn keep(text: &str, drafts: &mut Vec<Draft>, span: Span) {
    let words = at(text, &span);
    let listed = drafts.iter().any(|draft| draft.origin == Origin::Listed);
    let owner = if listed { named_in(drafts, words) } else { None };
    if let Some(draft) = owner.and_then(|owner| drafts.get_mut(owner)) {
        draft.note(words, span);
        draft.hints.named = Named::Me;
        return;
    }
    if let Some(mut draft) = Draft::new(Origin::Asked, words, vec![span.clone()]) {
        draft.hints.named = Named::Me;
        // Read last, it stands where the brief says it.
        let place = drafts
            .iter()
            .position(|other| other.spans.first().is_some_and(|first| first.start > span.start))
            .unwrap_or(drafts.len());
        drafts.insert(place, draft);
    }
}
