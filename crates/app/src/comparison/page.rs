//! The page for a colleague: one file without script, links or anything from elsewhere. Everything in it that people or
//! AI wrote is escaped, or markup that was cleaned.

use std::fmt::Write;

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_store::comparisons::Comparison;

use crate::api::{BlockView, ComparedFile, ComparisonView, ShownView};

const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;\
color:#1c1c1c;background:#fff}.two{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}\
@media(max-width:50rem){.two{grid-template-columns:1fr}}section{border:1px solid #bbb;padding:0 1rem 1rem;\
min-width:0;overflow-wrap:anywhere}pre{white-space:pre-wrap;font:inherit}img{max-width:100%}section table{display:block;\
overflow-x:auto;overflow-wrap:break-word}\
.line{margin:0}.begin{border-top:1px solid #bbb}td,th{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0}\
blockquote{margin-left:0;padding-left:1rem;border-left:3px solid #bbb}a{text-decoration:underline dotted}\
.codes code{font:700 1.1rem ui-monospace,monospace;letter-spacing:.1em}\
@media(prefers-color-scheme:dark){body{color:#eee;background:#1c1c1c}}";

/// The page.
pub(super) fn page(words: &Words, view: &ComparisonView, comparison: &Comparison) -> String {
    let mut html = String::new();
    let title = words.say("comparison-page-title", &[("title", &view.title)]);
    let language = words.language().code();
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{}</h1>\n",
        escaped(&title),
        escaped(&title),
    );
    if !view.asked.is_empty() {
        let _ = writeln!(html, "<pre>{}</pre>", escaped(&view.asked));
    }
    let _ = writeln!(html, "<p>{}</p>\n<div class=\"two\">", escaped(&words.word("comparison-page-how")));
    for (letter, files) in [("A", &view.a), ("B", &view.b)] {
        let _ = writeln!(html, "<section>\n<h2>{letter}</h2>");
        for file in files {
            write_file(&mut html, words, file);
        }
        html.push_str("</section>\n");
    }
    html.push_str("</div>\n<table class=\"codes\">\n");
    for (key, code) in [
        ("comparison-page-a", &comparison.code_a),
        ("comparison-page-b", &comparison.code_b),
        ("comparison-page-tie", &comparison.code_tie),
    ] {
        let label = escaped(&words.word(key));
        let _ = writeln!(html, "<tr><th>{label}</th><td><code>{}</code></td></tr>", escaped(code));
    }
    html.push_str("</table>\n</body>\n</html>\n");
    html
}

fn write_file(html: &mut String, words: &Words, file: &ComparedFile) {
    let _ = writeln!(html, "<h3>{}</h3>", escaped(&file.name));
    match &file.shown {
        ShownView::Markdown { html: cleaned } => {
            let _ = writeln!(html, "<div>{}</div>", without_links(cleaned));
        }
        ShownView::Text { text } => {
            let _ = writeln!(html, "<pre>{}</pre>", escaped(text));
        }
        ShownView::Table { head, rows, more } => {
            write_table(html, head, rows);
            if *more > 0 {
                let more = fmt::integer(i64::from(*more));
                let _ = writeln!(html, "<p>{}</p>", escaped(&words.say("shown-more", &[("count", &more)])));
            }
        }
        ShownView::Image { data_url } => {
            let _ = writeln!(html, "<img src=\"{}\" alt=\"{}\">", escaped(data_url), escaped(&file.name));
        }
        ShownView::Document { blocks } => {
            for block in blocks {
                write_block(html, block);
            }
        }
        ShownView::Nothing { text } => {
            let _ = writeln!(html, "<p>{}</p>", escaped(text));
        }
    }
}

fn write_block(html: &mut String, block: &BlockView) {
    let _ = match block {
        BlockView::Heading { level, text } => {
            // Below those of the page, as in the window.
            let level = (u32::from(*level).max(1) + 2).min(6);
            writeln!(html, "<h{level}>{}</h{level}>", escaped(text))
        }
        BlockView::Paragraph { text } => writeln!(html, "<p>{}</p>", escaped(text)),
        BlockView::Line { text } => writeln!(html, "<p class=\"line\">{}</p>", escaped(text)),
        BlockView::Page { text } => writeln!(html, "<p class=\"begin\">{}</p>", escaped(text)),
        BlockView::Table { rows } => {
            write_table(html, &[], rows);
            Ok(())
        }
    };
}

fn write_table(html: &mut String, head: &[String], rows: &[Vec<String>]) {
    let row = |cells: &[String], tag: &str| {
        let cells = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", escaped(cell)));
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    html.push_str("<table>\n");
    if !head.is_empty() {
        html.push_str(&row(head, "th"));
    }
    html.extend(rows.iter().map(|cells| row(cells, "td")));
    html.push_str("</table>\n");
}

/// Cleaned markup whose links lead nowhere: what AI wrote sends no colleague anywhere. Where each would lead is said
/// when it is pointed at. Cleaning wrote every link in one form.
fn without_links(cleaned: &str) -> String {
    let mut parts = cleaned.split("<a href=\"");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_once('"').unwrap_or_default();
        let (_, rest) = rest.split_once('>').unwrap_or_default();
        let _ = write!(html, "<a title=\"{address}\">{rest}");
    }
    html
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_what_others_wrote_lead_nowhere() {
        let cleaned = "<p>See <a href=\"https://a.example/?b&amp;c\" rel=\"r\" data-host=\"a.example\">the \
                       <em>list</em></a> and <a href=\"https://d.example/\" rel=\"r\" data-host=\"d\">that</a>.</p>";
        assert_eq!(
            without_links(cleaned),
            "<p>See <a title=\"https://a.example/?b&amp;c\">the <em>list</em></a> and \
             <a title=\"https://d.example/\">that</a>.</p>"
        );
    }

    #[test]
    fn what_others_wrote_stays_text() {
        assert_eq!(
            escaped("<img src=x onerror='a()'> & \"b\""),
            "&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;b&quot;"
        );
    }
}
