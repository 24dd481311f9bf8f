//! The end of a mail: closing words with a signature, and the older mail quoted below an answer.
//! Both are text, whatever they say.

use crate::lines::{Line, Shape};
use crate::pattern::Pattern;
use crate::text::{at, width};
use crate::{han, sentence, speech, things};

/// A signature is no longer than this.
const MOST_LINES: usize = 14;

/// Sets signatures and quoted mails among `lines` apart.
pub(crate) fn set_apart(text: &str, lines: &mut [Line]) {
    if let Some(from) = quotation(text, lines) {
        lines.iter_mut().skip(from).for_each(fix);
    }
    let closings: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.shape == Shape::Plain && closes(at(text, &line.span)))
        .map(|(at, _)| at)
        .collect();
    for closing in closings {
        let below = lines.get(closing + 1..).unwrap_or_default();
        let length = below.iter().take_while(|line| may_sign(text, line)).count();
        // A line that is none of a signature shows that the text went on.
        if length == below.len()
            || length > 0 && below.get(length).is_none_or(|line| line.shape == Shape::Fixed)
        {
            lines.iter_mut().skip(closing).take((length + 1).min(MOST_LINES)).for_each(fix);
        }
    }
}

fn fix(line: &mut Line) {
    if line.shape != Shape::Blank {
        line.shape = Shape::Fixed;
    }
}

fn closes(words: &str) -> bool {
    static CLOSING: Pattern = Pattern::new(
        r"^(?:(?:kind(?:est)?|best|warm(?:est)?|many|with (?:best|kind))? ?(?:regards|wishes)|(?:many )?thanks(?: so much| again| a lot| very much| in advance)?(?: everyone| everybody| all| both| team| you)?|thank you(?: so much| very much| all| in advance)?|cheers|best|all the best|(?:yours )?sincerely|yours(?: truly| sincerely| faithfully)?|谢谢(?:大家|您|你|各位)?|此致|敬礼|敬上|祝好|祝商祺|顺颂商祺|以上(?:[，,]?谢谢)?)[\s,，.。!！~～]*$",
    );
    CLOSING.is_in(&han::fold(words.trim()))
}

/// A name, a role, a telephone number, an address, a notice of lawyers.
fn may_sign(text: &str, line: &Line) -> bool {
    static NOTICE: Pattern = Pattern::new(
        r"\b(?:confidential|intended recipient|unsubscribe|registered in|sent from my)\b|免责|机密|本邮件",
    );
    let words = at(text, &line.span);
    match line.shape {
        Shape::Blank => true,
        Shape::Plain => {
            NOTICE.is_in(&han::fold(words))
                || (width(words) <= 60 && !speech::says(words).orders() && !things::names_a_thing(words))
        }
        Shape::Fixed | Shape::Heading { .. } | Shape::Table { .. } | Shape::Marked(_) => false,
    }
}

/// Where an older mail begins below an answer that asks for something itself.
fn quotation(text: &str, lines: &[Line]) -> Option<usize> {
    static WROTE: Pattern = Pattern::new(
        r"^(?:on|am|le) .{6,100}(?:wrote|schrieb|écrit)\s*:$|^.{4,80}(?:写道|寫道)\s*[:：]$|^-{2,}\s*(?:original message|原始邮件|原始郵件)",
    );
    static FIELD: Pattern = Pattern::new(
        r"^(?:from|sent|to|cc|subject|date|寄件者|寄件人|收件者|收件人|主旨|主题|发件人|发送时间)\s*[:：]",
    );
    let words = |line: &Line| at(text, &line.span).to_lowercase();
    let is_field = |line: &Line| FIELD.is_in(&words(line));
    let from = lines.iter().enumerate().position(|(position, line)| {
        WROTE.is_in(&words(line)) || (is_field(line) && lines.get(position + 1).is_some_and(is_field))
    })?;
    let asks = |line: &Line| match line.shape {
        Shape::Marked(_) | Shape::Table { .. } => true,
        Shape::Plain => {
            sentence::of(text, &line.span).iter().any(|span| speech::says(at(text, span)).orders())
        }
        Shape::Blank | Shape::Fixed | Shape::Heading { .. } => false,
    };
    lines.iter().take(from).any(asks).then_some(from)
}
