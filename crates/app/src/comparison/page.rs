//! The page for a colleague: one file without script, links or anything from elsewhere. Everything in it that people or
//! AI wrote is escaped.

use std::fmt::Write;

use halfday_domain::words::Words;
use halfday_store::comparisons::Comparison;

use crate::api::{ComparedFile, ComparisonView};

const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;\
color:#1c1c1c;background:#fff}.two{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}\
@media(max-width:50rem){.two{grid-template-columns:1fr}}section{border:1px solid #bbb;padding:0 1rem 1rem}\
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}td,th{text-align:left;padding:.25rem 1rem .25rem 0}\
code{font:700 1.1rem ui-monospace,monospace;letter-spacing:.1em}\
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
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
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
    html.push_str("</div>\n<table>\n");
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
    match &file.text {
        Some(text) => {
            let _ = writeln!(html, "<pre>{}</pre>", escaped(text));
        }
        None => {
            let _ = writeln!(html, "<p>{}</p>", escaped(&words.word("comparison-page-no-text")));
        }
    }
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
    fn what_others_wrote_stays_text() {
        assert_eq!(
            escaped("<img src=x onerror='a()'> & \"b\""),
            "&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;b&quot;"
        );
    }
}
