//! The last walk over HTML that ammonia cleaned and wrote: headings go below those of the page,
//! pictures become words, links say where they lead, and what is invisible is written out. It can
//! be a plain walk because what it reads was just written, each tag and attribute in one form.

use url::Url;

use super::visible;

/// How far headings move down: the page's own are `h1` and `h2`.
const SHIFT: usize = 2;
/// No address of the page, no power over it and no good word for search engines.
const REL: &str = "noopener noreferrer nofollow";

/// `html` as the page may hold it.
pub(super) fn finish(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    // Whether each open link was kept, innermost last.
    let mut links: Vec<bool> = vec![];
    while let Some((before, from)) = rest.find('<').map(|at| rest.split_at(at)) {
        out.push_str(before);
        let (tag, after) = from.split_at(end_of_tag(from));
        rest = after;
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.get(..name.find([' ', '>']).unwrap_or(name.len())).unwrap_or_default();
        match (name, tag.starts_with("</")) {
            ("a", false) => {
                let link = attribute(tag, "href").and_then(|href| link(&href));
                links.push(link.is_some());
                out.push_str(&link.unwrap_or_default());
            }
            ("a", true) => out.push_str(if links.pop() == Some(true) { "</a>" } else { "" }),
            ("img", _) => out.push_str(&picture(tag)),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) => {
                let level = name.trim_start_matches('h').parse().unwrap_or(1_usize) + SHIFT;
                out.push_str(if closes { "</h" } else { "<h" });
                out.push_str(&level.min(6).to_string());
                out.push('>');
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);
    visible(&out)
}

/// Where the tag at the start of `from` ends; a `>` within quotes ends nothing.
fn end_of_tag(from: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in from.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    from.len()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, from) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = from.split_once('"')?;
    let entities = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    Some(entities.iter().fold(value.to_owned(), |value, (entity, c)| value.replace(entity, c)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The opening tag of a link into the web or to a mail; all others lead into the program itself
/// or to files that are not there.
fn link(href: &str) -> Option<String> {
    let url = Url::parse(href).ok()?;
    let host = host(&url)?;
    let (href, host) = (escaped(url.as_str()), escaped(&host));
    Some(format!("<a href=\"{href}\" rel=\"{REL}\" data-host=\"{host}\">"))
}

/// Where an address leads, for a person: the host with a port that is not the usual one, foreign
/// letters as `xn--…`; for a mail its receivers.
fn host(url: &Url) -> Option<String> {
    match url.scheme() {
        "http" | "https" => {
            let host = url.host_str().filter(|host| !host.is_empty())?;
            Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
        }
        "mailto" => Some(url.path().to_owned()).filter(|path| !path.is_empty()),
        _ => None,
    }
}

/// The words in place of a picture: what it shows and where it would have come from.
fn picture(tag: &str) -> String {
    let words = attribute(tag, "alt").unwrap_or_default();
    let source = attribute(tag, "src").unwrap_or_default();
    let from = match Url::parse(&source) {
        Ok(url) => host(&url).unwrap_or_default(),
        Err(_) => source,
    };
    let from = if from.is_empty() { from } else { format!("[{from}]") };
    let both =
        [words.trim(), &from].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ");
    format!("<span data-image=\"\">{}</span>", escaped(&both))
}
