//! The weekly report as a page: self-contained, inert, and free of titles when asked.

use halfday_domain::facts::details::Details;
use halfday_domain::words::{Language, Words};
use halfday_insight::{Titles, html, weekly};

use crate::world::{World, at, calendar, twelve_weeks, week};

fn page(world: &World, language: Language, titles: Titles) -> String {
    let report = weekly(
        &world.facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        titles,
    );
    html(&report, Words::of(language))
}

fn with_title(title: &str) -> World {
    let mut world = twelve_weeks();
    for attempt in &mut world.facts.attempts {
        title.clone_into(&mut attempt.item_title);
    }
    world
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for language in Language::ALL {
        for world in [twelve_weeks(), World::default()] {
            let page = page(&world, *language, Titles::Shown).to_lowercase();
            for forbidden in [
                "http:",
                "https:",
                "src=",
                "url(",
                "@import",
                "<script",
                "<link",
                "<img",
                "<iframe",
                "onload",
                "javascript:",
            ] {
                assert!(!page.contains(forbidden), "{language}: {forbidden}");
            }
            assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'"));
            assert!(page.contains(&format!("<html lang=\"{}\"", language.code().to_lowercase())));
        }
    }
}

#[test]
fn a_title_is_text_whatever_it_holds() {
    let world = with_title("</td><script>x()</script><img src=x onerror=y>\u{e004}");

    let page = page(&world, Language::En, Titles::Shown);

    assert!(!page.contains("<script") && !page.contains("<img"), "nothing of it became an element");
    assert!(
        page.contains("<bdi>&lt;/td&gt;&lt;script&gt;x()&lt;/script&gt;&lt;img src=x onerror=y&gt;</bdi>")
    );

    let page = self::page(&with_title("& \u{202e}\"'\u{e001}\u{e004}!"), Language::En, Titles::Shown);

    assert!(page.contains("<bdi>&amp; [U+202E]&quot;&#39;!</bdi>"), "nothing turns, nothing closes early");
}

#[test]
fn every_element_that_opens_closes() {
    for language in Language::ALL {
        for world in [twelve_weeks(), with_title("<a> & b"), World::default()] {
            let page = page(&world, *language, Titles::Shown);
            let mut open: Vec<&str> = vec![];
            for piece in page.split('<').skip(1) {
                let tag = piece.split('>').next().expect("an end");
                let name = tag.split([' ', '\n', '/']).find(|part| !part.is_empty()).expect("a name");
                if tag.starts_with('/') {
                    assert_eq!(open.pop(), Some(name), "{language}");
                } else if !(tag.ends_with('/') || ["!doctype", "meta", "br"].contains(&name)) {
                    open.push(name);
                }
            }
            assert_eq!(open, Vec::<&str>::new());
        }
    }
}

#[test]
fn a_page_that_hides_titles_holds_none() {
    let world = with_title("Budget 2027.xlsx");

    for language in Language::ALL {
        assert!(page(&world, *language, Titles::Shown).contains("Budget 2027.xlsx"));
        let hidden = page(&world, *language, Titles::Hidden);
        assert!(!hidden.contains("Budget") && !hidden.contains("Secret") && !hidden.contains("備課"));
    }
}

#[test]
fn the_page_says_the_same_sentences_as_the_markdown() {
    let report = weekly(
        &twelve_weeks().facts,
        &Details::default(),
        &calendar(),
        week("2026-W47"),
        at("2026-11-23T09:00"),
        Titles::Shown,
    );
    for language in Language::ALL {
        let words = Words::of(*language);
        let plain: String = strip(&html(&report, words));
        let markdown = halfday_insight::markdown(&report, words).replace("**", "");
        let headline = markdown.lines().find_map(|line| line.strip_prefix("## ")).expect("a headline");
        assert!(plain.contains(headline), "{language}: {headline}");
        let foot = markdown.lines().last().expect("a foot");
        assert!(plain.contains(foot), "{language}: {foot}");
    }
}

fn strip(page: &str) -> String {
    page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}
