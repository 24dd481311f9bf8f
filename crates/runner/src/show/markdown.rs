//! Markdown to clean HTML: drawn by pulldown-cmark, cleaned by ammonia, and walked over once more
//! in [`super::cleaned`]. HTML within it is shown as what it is, comments too: whoever reviews must
//! see all there is, and tags that were never closed cannot make a page of a megabyte take hours.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};

use super::cleaned;

/// What Markdown is drawn with.
const TAGS: [&str; 29] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// How deep quotes, lists and emphasis may nest: deeper is made to break something.
const DEEPEST: usize = 100;

/// `text` as clean HTML; nothing when it is nested more deeply than people write.
pub(super) fn html(text: &str) -> Option<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let (mut events, mut depth) = (vec![], 0_usize);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return None;
        }
        events.push(shown(event));
    }
    let mut drawn = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut drawn, events.into_iter());
    for side in ["left", "center", "right"] {
        // Only what was drawn above has this form: in the text, quotes are escaped.
        drawn = drawn.replace(&format!(" style=\"text-align: {side}\""), &format!(" data-align=\"{side}\""));
    }
    Some(cleaned::finish(&cleaner().clean(&drawn).to_string()))
}

/// HTML as code, but for the line break that tables have no other way to write; tasks as words.
fn shown(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::CodeBlock),
        Event::Html(html) => Event::Text(html),
        Event::InlineHtml(html) if matches!(&*html, "<br>" | "<br/>" | "<br />") => Event::HardBreak,
        Event::InlineHtml(html) => Event::Code(html),
        Event::TaskListMarker(true) => Event::InlineHtml("<span data-task=\"done\">[x]</span> ".into()),
        Event::TaskListMarker(false) => Event::InlineHtml("<span data-task=\"open\">[ ]</span> ".into()),
        other => other,
    }
}

fn cleaner() -> &'static Builder<'static> {
    static CLEANER: OnceLock<Builder<'static>> = OnceLock::new();
    CLEANER.get_or_init(|| {
        let sides = HashMap::from([("data-align", HashSet::from(["left", "center", "right"]))]);
        let values = HashMap::from([
            ("td", sides.clone()),
            ("th", sides),
            ("span", HashMap::from([("data-task", HashSet::from(["done", "open"]))])),
        ]);
        let attributes = HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("ol", HashSet::from(["start"])),
        ]);
        let mut builder = Builder::empty();
        builder
            .tags(HashSet::from(TAGS))
            .clean_content_tags(HashSet::from(["script", "style"]))
            .tag_attributes(attributes)
            .tag_attribute_values(values)
            .generic_attributes(HashSet::new())
            .url_schemes(HashSet::from(["http", "https", "mailto"]))
            // Kept for the names of pictures; no link of this kind passes `cleaned`.
            .url_relative(UrlRelative::PassThrough)
            .link_rel(None)
            .strip_comments(true);
        builder
    })
}
