//! Markdown inside a line, taken away: `**bold**` reads as bold, a link as its words.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// `text` in plain words on one line.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['*', '_', '`', '[', '<', '\\', '~', '&']) {
        return crate::text::one_line(text);
    }
    // Emphasis against Chinese punctuation is often no emphasis to Markdown: its stars go too.
    // A leading letter keeps the line from being read as a block; it is taken off again.
    let guarded = format!("x {}", text.trim_start().replace(['\n', '\r'], " "));
    let mut words = String::with_capacity(text.len());
    for event in Parser::new_ext(&guarded, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => {
                words.push_str(&part);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => words.push(' '),
            _ => {}
        }
    }
    crate::text::one_line(words.strip_prefix('x').unwrap_or(&words)).replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_markdown_is_left_over() {
        assert_eq!(plain("**Log** into [the `shop`](https://a.b), _now_"), "Log into the shop, now");
        assert_eq!(plain("file_name_here and 5 * 3"), "file_name_here and 5 * 3");
        assert_eq!(plain("**首頁**：三個版本"), "首頁：三個版本");
    }
}
