//! Chat exports (LINE, `WhatsApp`, Slack, `WeChat`) and `Name: words` transcripts. Who said what; what of
//! it is work is decided later.

use halfday_domain::plan::Span;

use crate::blocks::Block;
use crate::pattern::Pattern;
use crate::text::{at, is_blank, trimmed};

/// One way a program writes a message on one line; the groups `who` and `words` are its parts.
static SHAPES: [Pattern; 4] = [
    // LINE: 10:02⇥name⇥words, 上午10:02 name words with tabs.
    Pattern::new(
        r"^(?:上午|下午|AM|PM)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?\t(?<who>[^\t]{1,40})\t(?<words>.*)$",
    ),
    // WhatsApp: [20/11/2026, 10:02:11] Name: words — 20/11/2026, 10:02 - Name: words.
    Pattern::new(
        r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\]?\s*(?:[-–]\s*)?(?<who>[^:：]{1,40})[:：]\s*(?<words>.*)$",
    ),
    // [10:02] Name: words.
    Pattern::new(
        r"^[\[(【]?(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?[\])】]?\s+[<]?(?<who>[^:：>\t]{1,30})[>:：]\s*(?<words>.*)$",
    ),
    // Slack and WeChat: a line with name and time, the words below it.
    Pattern::new(
        r"^(?<who>[^\d\s:：][^:：\t]{0,30}?)\s+\[?(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}\s+)?(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?\]?(?<words>)$",
    ),
];

/// `Name: words`, counted only when few names say much.
static SPOKEN: Pattern =
    Pattern::new(r"^(?<who>[^\s:：\-*•#>|\d](?:[^:：\t]{0,18}[^\s:：])?)[:：]\s*(?<words>\S.*)$");

static DAY: Pattern = Pattern::new(
    r"^(?:[-–—]*\s*)?(?:\d{4}[./年-]\d{1,2}[./月-]\d{1,2}日?|\d{1,2}[./月]\d{1,2}日?(?:[./]\d{2,4})?|(?i:today|yesterday|今天|昨天))\s*(?:[（(]?(?:週|周|星期|礼拜|禮拜)?[一二三四五六日天][)）]?|(?i:mon|tue|wed|thu|fri|sat|sun)\w*)?\s*[-–—]*$",
);

/// The messages of a chat, or nothing when the text is none.
pub(crate) fn messages(text: &str) -> Option<Vec<Block>> {
    let lines = lines(text);
    let visible = lines.iter().filter(|line| !line.is_empty()).count();
    let timed = lines.iter().filter(|line| SHAPES.iter().any(|shape| shape.is_in(at(text, line)))).count();
    if timed >= 3 && timed * 3 >= visible {
        return Some(read(text, &lines, &SHAPES));
    }
    is_spoken(text, &lines, visible).then(|| read(text, &lines, std::slice::from_ref(&SPOKEN)))
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split_inclusive(['\n', '\r'])
        .map(|raw| {
            let span = start..start + raw.len();
            start = span.end;
            // A tab at the front belongs to no shape; other white space is only indent.
            trimmed(text, &span)
        })
        .collect()
}

/// At least four lines by two to six names that each speak twice.
fn is_spoken(text: &str, lines: &[Span], visible: usize) -> bool {
    let mut names: Vec<(&str, usize)> = vec![];
    // A transcript shows itself early; a long list need not be read to its end.
    for line in lines.iter().filter(|line| !line.is_empty()).take(200) {
        let Some(who) = SPOKEN.groups(at(text, line)).and_then(|groups| groups.name("who")) else { continue };
        match names.iter_mut().find(|(name, _)| *name == who.as_str()) {
            Some((_, count)) => *count += 1,
            None => names.push((who.as_str(), 1)),
        }
    }
    let spoken: usize = names.iter().map(|(_, count)| count).sum();
    spoken >= 4
        && spoken * 5 >= visible.min(200) * 4
        && (2..=6).contains(&names.len())
        && names.iter().filter(|(_, count)| *count >= 2).count() * 2 > names.len()
}

fn read(text: &str, lines: &[Span], shapes: &[Pattern]) -> Vec<Block> {
    let mut blocks = vec![];
    let mut current: Option<(Span, Vec<Span>)> = None;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let part = at(text, line);
        let begun = shapes.iter().find_map(|shape| shape.groups(part));
        if let Some(groups) = begun {
            blocks.extend(current.take().map(|(who, words)| Block::Message { who, words }));
            let of = |name| {
                groups.name(name).map_or(line.end..line.end, |found| {
                    trimmed(text, &(line.start + found.start()..line.start + found.end()))
                })
            };
            let words = of("words");
            current = Some((of("who"), if words.is_empty() { vec![] } else { vec![words] }));
        } else if DAY.is_in(part) {
            // A day on a line of its own is a divider of the export.
        } else if let Some((_, words)) = &mut current {
            words.push(line.clone());
        } else if !part.chars().all(|c| is_blank(c) || c.is_ascii_digit() || c.is_ascii_punctuation()) {
            // Lines above the first message have no speaker.
            blocks.push(Block::Paragraph(vec![line.clone()]));
        }
    }
    blocks.extend(current.map(|(who, words)| Block::Message { who, words }));
    blocks
}
