//! The weekly report as people read it, in three languages.

use halfday_domain::facts::details::Details;
use halfday_domain::words::{Language, Words};
use halfday_insight::{Titles, markdown, weekly};

use crate::world::{Came, World, at, calendar, twelve_weeks, week};

const NOW: &str = "2026-11-23T09:00";

fn text(world: &World, language: Language, titles: Titles) -> String {
    let report = weekly(&world.facts, &Details::default(), &calendar(), week("2026-W47"), at(NOW), titles);
    markdown(&report, Words::of(language))
}

#[track_caller]
fn check(name: &str, world: &World, titles: Titles) {
    for language in Language::ALL {
        insta::assert_snapshot!(format!("{name}.{language}"), text(world, *language, titles));
    }
}

fn tries(count: u32) -> World {
    let mut world = World::default();
    for place in 0..count {
        let job = world.job("2026-11-17T09:00", None);
        let came = if place == 0 { Came::AfterRework } else { Came::Accepted };
        world.ai(job, "write", 30, "2026-11-17T12:00", came);
    }
    world
}

#[test]
fn a_good_week_reads_well() {
    check("good", &twelve_weeks(), Titles::Shown);
}

#[test]
fn a_good_week_reads_well_without_titles() {
    check("hidden", &twelve_weeks(), Titles::Hidden);
}

#[test]
fn a_week_without_verdicts_says_so_and_shows_no_zeros() {
    check("empty", &World::default(), Titles::Shown);
}

#[test]
fn four_tries_have_a_count_and_no_percentage() {
    check("four", &tries(4), Titles::Shown);
    assert!(!text(&tries(4), Language::En, Titles::Shown).contains("75%"));
}

#[test]
fn five_tries_have_a_percentage_and_its_range() {
    check("five", &tries(5), Titles::Shown);
    assert!(text(&tries(5), Language::En, Titles::Shown).contains("4 of 5 right first time: 80%"));
}

#[test]
fn titles_are_data_and_start_nothing() {
    let mut world = tries(5);
    let first = world.facts.attempts.first_mut().expect("one");
    first.item_title = "# <script>|x| [a](http://e.test) \u{202e}*b*\nnext".to_owned();

    let text = text(&world, Language::En, Titles::Shown);

    let line = text.lines().find(|line| line.contains("script")).expect("the row of the item");
    assert!(line.contains(r"\# \<script\>\|x\| \[a\](http\://e.test) \[U+202E\]\*b\* next"), "{line}");
}

#[test]
fn a_long_title_is_cut_short_so_that_the_report_stays_one_page() {
    let mut world = tries(5);
    let first = world.facts.attempts.first_mut().expect("one");
    first.item_title = "核對".repeat(400);

    let text = text(&world, Language::ZhHant, Titles::Shown);

    let cut = "核對".repeat(12);
    assert!(text.contains(&format!("| {cut}… |")), "24 characters of Chinese are 48 wide");
}
