//! Markdown to clean HTML: drawn by pulldown-cmark, cleaned by ammonia, and walked over once more
//! in [`super::cleaned`].

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{Event, Options, Parser, html};

use super::cleaned;

/// What may be in it. Whatever folds, plays, floats or asks is not; its words stay.
const TAGS: [&str; 47] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
];
/// What goes with all that is in it: programs, styles, and other languages than HTML.
const GONE: [&str; 8] = ["script", "style", "iframe", "svg", "math", "noscript", "template", "object"];
/// `text` as clean HTML; nothing when it is nested more deeply than people write.
pub(super) fn html(text: &str) -> Option<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut drawn = String::with_capacity(text.len() * 3 / 2);
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::TaskListMarker(true) => Event::InlineHtml("<span data-task=\"done\">[x]</span> ".into()),
        Event::TaskListMarker(false) => Event::InlineHtml("<span data-task=\"open\">[ ]</span> ".into()),
        other => other,
    });
    html::push_html(&mut drawn, events);
    for side in ["left", "center", "right"] {
        // Only what was drawn above has this form; the same words in the text have their quotes escaped.
        drawn = drawn.replace(&format!(" style=\"text-align: {side}\""), &format!(" data-align=\"{side}\""));
    }
    cleaned::finish(&cleaner().clean(&drawn).to_string())
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
            .clean_content_tags(HashSet::from(GONE))
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
