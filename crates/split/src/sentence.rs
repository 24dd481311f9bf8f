//! A paragraph as sentences, and Chinese sentences that list steps as those steps.

use halfday_domain::plan::Span;

use crate::pattern::Pattern;
use crate::text::{at, trimmed};

/// The sentences of `paragraph`; one that lists steps gives each step.
pub(crate) fn of(text: &str, paragraph: &Span) -> Vec<Span> {
    whole(text, paragraph)
        .into_iter()
        .flat_map(|sentence| steps(text, sentence))
        .flat_map(|step| acts(text, step))
        .collect()
}

/// The sentences of `paragraph` as they were written.
pub(crate) fn whole(text: &str, paragraph: &Span) -> Vec<Span> {
    let mut sentences = vec![];
    let mut start = paragraph.start;
    let part = at(text, paragraph);
    let mut chars = part.char_indices().peekable();
    let mut depth = 0_i32;
    while let Some((index, c)) = chars.next() {
        let end = index + c.len_utf8();
        match c {
            '(' | '（' | '「' | '『' | '【' => depth += 1,
            ')' | '）' | '」' | '』' | '】' => depth = (depth - 1).max(0),
            _ => {}
        }
        let ends = match c {
            '。' | '！' | '？' | '；' => depth == 0,
            '.' => ends_here(part, index, end),
            '!' | '?' => is_followed_by_space(part, end),
            _ => false,
        };
        if ends {
            let mut close = end;
            while let Some((_, closer)) = chars.next_if(|(_, c)| {
                matches!(
                    c,
                    '」' | '”'
                        | '"'
                        | '’'
                        | '）'
                        | ')'
                        | '』'
                        | '。'
                        | '！'
                        | '？'
                        | '!'
                        | '?'
                        | '…'
                        | '~'
                        | '*'
                )
            }) {
                close += closer.len_utf8();
            }
            push(text, start..paragraph.start + close, &mut sentences);
            start = paragraph.start + close;
        }
    }
    push(text, start..paragraph.end, &mut sentences);
    sentences
}

/// 打包、安裝一次、回信給客戶: parts that each begin with a verb of work are steps.
fn acts(text: &str, sentence: Span) -> Vec<Span> {
    let words = at(text, &sentence);
    if !words.contains('、') {
        return vec![sentence];
    }
    let (mut parts, mut start, mut depth) = (vec![], sentence.start, 0_i32);
    for (index, c) in words.char_indices() {
        match c {
            '(' | '（' | '「' | '“' => depth += 1,
            ')' | '）' | '」' | '”' => depth -= 1,
            '、' if depth == 0 => {
                parts.push(start..sentence.start + index);
                start = sentence.start + index + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..sentence.end);
    let acting = parts.len() >= 2 && parts.iter().all(|part| is_act(at(text, part)));
    if acting { parts.into_iter().map(|part| trimmed(text, &part)).collect() } else { vec![sentence] }
}

fn is_act(part: &str) -> bool {
    static PLACE: Pattern = Pattern::new(r"^(?:在|到|去|向|跟|和|给|把|将|从)[^，。]{1,14}");
    let folded = crate::han::fold(part.trim());
    let rest = folded.get(crate::chinese::opening(&folded)..).unwrap_or(&folded);
    let verb =
        crate::lexicon::chinese_at_start(rest).filter(|(verb, _)| verb.act != crate::lexicon::Act::Rule);
    let placed = PLACE.is_in(rest)
        && crate::lexicon::chinese_within(rest)
            .is_some_and(|(verb, _)| verb.act != crate::lexicon::Act::Rule);
    rest.chars().count() >= 3 && (verb.is_some_and(|(_, length)| rest.len() > length) || placed)
}

fn push(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let span = trimmed(text, &span);
    if !span.is_empty() {
        sentences.push(span);
    }
}

/// A full stop that ends a sentence: not in `e.g.`, `Dr. Lee`, `C.S. said`, `3.5`, `plan.xlsx`.
fn ends_here(part: &str, index: usize, end: usize) -> bool {
    static SHORT: Pattern = Pattern::new(
        r"(?i)(?:^|[\s(\[“\x22])(?:e\.g|i\.e|etc|vs|cf|al|mr|mrs|ms|dr|prof|st|no|nos|fig|approx|est|inc|ltd|co|corp|jr|sr|dept|[a-z]|(?:[a-z]\.)+[a-z])$",
    );
    // In a chat nobody writes capitals.
    static BEGINS: Pattern =
        Pattern::new(r"^(?:we|i|i'll|you|please|can|could|let's|also|then|there|they|he|she|but|and)\s");
    let after = part.get(end..).unwrap_or_default();
    let after = after.trim_start_matches(['"', '”', '’', ')', '」', '*', '_']);
    let Some(next) = after.chars().next() else { return true };
    if !next.is_whitespace() && !crate::han::is_han(next) {
        return false;
    }
    let begins = after.trim_start().chars().next().is_none_or(|c| !c.is_lowercase())
        || BEGINS.is_in(after.trim_start());
    // The last word is enough; a long paragraph is not read again for each stop.
    let before = part.get(..index).unwrap_or_default();
    let from = before.char_indices().rev().nth(12).map_or(0, |(at, _)| at);
    begins && !SHORT.is_in(before.get(from..).unwrap_or_default())
}

/// "really?!" goes on until the last mark; `?id=3` is an address.
fn is_followed_by_space(part: &str, end: usize) -> bool {
    let after = part
        .get(end..)
        .unwrap_or_default()
        .trim_start_matches(['"', '”', '’', ')', '」', '*', '_', '!', '?']);
    after.chars().next().is_none_or(|next| next.is_whitespace() || crate::han::is_han(next))
}

/// `首先…，然後…；最後…` and `first …, then …` as one sentence each.
fn steps(text: &str, sentence: Span) -> Vec<Span> {
    static JOINTS: Pattern = Pattern::new(
        r";\s*(?:include|ensure|add|note|use|keep|do not)\b|[，,；;]\s*(?:然後|然后|接著|接着|最後|最后|接下來|接下来|之後|之后|隨後|随后|再來|再来|另外|此外|再|so (?:ensure|make sure|please|be sure)\b|but (?:do not|don't|please)\b|please (?:ensure|note|make sure)\b|and then\b|then\b|and finally\b|finally\b|after that\b|next,)",
    );
    // "If it rains, then …", "Although it is short, please …" are one thought.
    static LEADS_UP: Pattern = Pattern::new(
        r"(?i)^(?:if|although|though|when|while|since|because|as|for|in|to|after|before|once|unless|where|given|at|on|by|with|following|using|based)\s",
    );
    let part = at(text, &sentence);
    let mut parts = vec![];
    let mut start = 0;
    for joint in JOINTS.find_all(part) {
        // "…, then" in brackets or quotes, or with too little before it, is no step of its own.
        let piece = part.get(start..joint.start()).unwrap_or_default();
        let balanced =
            |open: &[char], close: &[char]| piece.matches(open).count() == piece.matches(close).count();
        if piece.chars().count() >= 4
            && balanced(&['(', '（', '「'], &[')', '）', '」'])
            && !LEADS_UP.is_in(piece.trim_start())
        {
            let cut = joint.start() + joint.as_str().chars().next().map_or(1, char::len_utf8);
            parts.push(sentence.start + start..sentence.start + joint.start());
            start = cut;
        }
    }
    parts.push(sentence.start + start..sentence.end);
    parts.into_iter().map(|part| trimmed(text, &part)).filter(|part| !part.is_empty()).collect()
}
