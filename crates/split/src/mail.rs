//! The head of a mail and the title in front matter. Greetings and signatures are told apart from
//! work in [`crate::speech`].

use halfday_domain::plan::Span;

use crate::lines::{Line, Shape};
use crate::pattern::Pattern;
use crate::text::{at, trimmed};

/// How many lines the head takes, and the subject in it.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub lines: usize,
    pub subject: Option<Span>,
}

/// `主旨：`, `Subject:`, `From:` … at the very top.
pub(crate) fn head(text: &str, lines: &[Line]) -> Head {
    static FIELD: Pattern = Pattern::new(
        r"(?i)^(from|to|cc|bcc|date|sent|subject|re|fw|fwd|reply-to|importance|attachments?|寄件者|寄件人|收件者|收件人|副本|密件副本|日期|主旨|主题|主題|发件人|抄送|发送时间|附件|時間|标题|標題)\s*[:：]\s*(.*)$",
    );
    static SUBJECT: Pattern =
        Pattern::new(r"(?i)^(subject|re|fw|fwd|主旨|主题|主題|标题|標題)\s*[:：]\s*(.*)$");
    let mut head = Head::default();
    for (index, line) in lines.iter().enumerate() {
        let words = at(text, &line.span);
        match &line.shape {
            Shape::Blank if head.lines == 0 => {}
            Shape::Plain if FIELD.is_in(words) => {
                head.lines = index + 1;
                if let (None, Some(subject)) =
                    (&head.subject, SUBJECT.groups(words).and_then(|groups| groups.get(2)))
                {
                    let span = trimmed(text, &(line.span.start + subject.start()..line.span.end));
                    head.subject = Some(span).filter(|span| !span.is_empty());
                }
            }
            Shape::Blank
            | Shape::Fixed
            | Shape::Heading { .. }
            | Shape::Table { .. }
            | Shape::Marked(_)
            | Shape::Plain => break,
        }
    }
    head
}

/// The value of `title:` or `專案:` in front matter.
pub(crate) fn front_title(text: &str, front: &Span) -> Option<Span> {
    static TITLE: Pattern = Pattern::new(
        r#"(?mi)^\s*(?:title|name|project|job|標題|标题|專案|专案|項目|项目|名稱|名称|主題|主题)\s*[:：]\s*["']?([^\r\n"']+)"#,
    );
    let words = at(text, front);
    if !words.starts_with("---") || words.starts_with("----") {
        return None;
    }
    let value = TITLE.groups(words)?.get(1)?;
    Some(trimmed(text, &(front.start + value.start()..front.start + value.end())))
}
