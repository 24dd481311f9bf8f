//! What a brief leaves open, quoted.

use crate::han;
use crate::pattern::Pattern;
use crate::text::{first_graphemes, graphemes, one_line};

/// More than these would be a brief of its own.
const MOST_QUESTIONS: usize = 12;
const MOST_GRAPHEMES: usize = 160;

/// The sentences of `sentences` that leave something open, each once.
pub(crate) fn of<'t>(sentences: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut questions: Vec<String> = vec![];
    for sentence in sentences {
        if is_open(sentence) {
            let line = one_line(sentence);
            let line = if graphemes(&line) > MOST_GRAPHEMES {
                format!("{}…", first_graphemes(&line, MOST_GRAPHEMES - 1))
            } else {
                line
            };
            // A sentence that is an item too is quoted once.
            let known =
                questions.iter().any(|known| known.contains(line.as_str()) || line.contains(known.as_str()));
            if !known {
                questions.push(line);
            }
        }
        if questions.len() == MOST_QUESTIONS {
            break;
        }
    }
    questions
}

/// Whether it leaves something open.
pub(crate) fn is_open(sentence: &str) -> bool {
    static OPEN: Pattern = Pattern::new(
        r"\btb[dca]\b|\bto be (?:determined|decided|confirmed|announced|agreed)\b|\bnot (?:yet |been )*(?:sure|decided|known|clear|confirmed|settled|agreed)\b|\bundecided\b|\bunclear (?:if|whether|who|what|when|how)\b|\bwaiting (?:for|on) .{1,40}\bto (?:decide|confirm|approve|reply)\b|\bpending (?:approval|decision|confirmation)\b|\?\?|未定|待定|待议|还没(?:有)?(?:决定|确定|定|敲定)|尚未(?:决定|确定|定)|等.{1,10}(?:决定|确认|回覆|回复|拍板|核准|点头)|不确定(?:要|是否|能|会)|要不要.{0,20}[？?]",
    );
    static ASKING: Pattern = Pattern::new(
        r"^(?:should (?:we|i)|do we|which|who|when|what|where|how (?:many|much|long)|is it ok|shall we|are we)\b.*\?$|(?:是否|要不要|哪[一个家位]|谁|几|多少|什么时候|吗).*[？?]$",
    );
    let folded = han::fold(sentence.trim());
    OPEN.is_in(&folded) || ASKING.is_in(&folded)
}
