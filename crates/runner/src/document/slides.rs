//! pptx: the text of each slide, in order, titles as headings.

use super::Parts;
use super::xml::{Node, walk};

pub(super) fn text_of(parts: &mut Parts<'_>) -> Option<String> {
    let number = |name: &str| -> Option<u32> {
        name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse().ok()
    };
    let mut slides: Vec<(u32, String)> =
        parts.names().into_iter().filter_map(|name| Some((number(&name)?, name))).collect();
    slides.sort();
    let mut out = String::new();
    for (_, name) in slides {
        slide(&parts.read(&name)?, &mut out)?;
    }
    Some(out)
}

fn slide(xml: &str, out: &mut String) -> Option<()> {
    let (mut paragraph, mut in_text, mut is_title) = (String::new(), false, false);
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "sp" => is_title = false,
            "ph" => {
                let kind = element.attribute("type").unwrap_or_default();
                is_title = matches!(kind.as_str(), "title" | "ctrTitle");
            }
            "p" => paragraph.clear(),
            "t" => in_text = true,
            "br" => paragraph.push(' '),
            _ => {}
        },
        Node::Close("t") => in_text = false,
        Node::Close("p") => {
            if !paragraph.trim().is_empty() {
                out.push_str(if is_title { "# " } else { "" });
                out.push_str(&paragraph);
                out.push('\n');
            }
        }
        Node::Text(text) if in_text => paragraph.push_str(text),
        Node::Close(_) | Node::Text(_) => {}
    })
}
