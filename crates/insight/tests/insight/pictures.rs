//! The pictures as somebody meets them: their words in order, in three languages, and marks that do not change with the
//! ground they stand on.

use std::collections::BTreeMap;

use halfday_domain::words::{Language, Words};
use halfday_insight::{
    Figures, Ground, HorizonFilter, Lengths, Picture, ShareWeeks, Style, Theme, TimeSpent, Titles,
    calibration_chart, horizon_over_time, horizons, length_chart, right_by_kind, share_by_week, stats, trend,
    where_time_went,
};

use crate::world::{World, at, calendar, twelve_weeks};

const NOW: &str = "2026-11-23T09:00";

fn pictures(world: &World, language: Language, ground: Ground) -> Vec<Picture> {
    let (words, calendar, now) = (Words::of(language), calendar(), at(NOW));
    let details = halfday_domain::facts::details::Details::default();
    let figures =
        Figures { facts: &world.facts, details: &details, calendar: &calendar, since: i64::MIN, until: now };
    let style = Style { ground, width: 720.0, titles: Titles::Shown };
    let both = horizons(&world.facts, &HorizonFilter::default());
    let names = figures.names();
    let lengths = Lengths { chosen: &both.chosen, drawn: both.drawn.as_ref(), names: &names, weeks: 12 };
    let record = stats(&world.facts, &calendar, now, 12);
    let shares = ShareWeeks { weeks: &record.weeks, change: None, could: None, needs_jobs: 3 };
    let (parts, saved) = figures.time_spent();
    vec![
        length_chart(&lengths, &style, words),
        share_by_week(&shares, &style, words),
        where_time_went(&TimeSpent { parts: &parts, saved }, &style, words),
        right_by_kind(&figures.kinds(None, Titles::Shown), &style, words),
        horizon_over_time(&trend(&world.facts, &HorizonFilter::default(), now), &calendar, &style, words),
        calibration_chart(&figures.timed(), figures.calibration(), &style, words),
    ]
}

/// What a picture is made of, without where it stands.
fn structure(picture: &Picture) -> String {
    let mut elements: BTreeMap<&str, usize> = BTreeMap::new();
    let mut texts = vec![];
    for piece in picture.svg.split('<').skip(1) {
        let name = piece.split([' ', '>', '/']).next().unwrap_or_default();
        if !name.is_empty() {
            *elements.entry(name).or_default() += 1;
        }
        if let Some((_, text)) = piece.split_once('>')
            && ["text", "tspan"].contains(&name)
            && !text.is_empty()
        {
            texts.push(text.to_owned());
        }
    }
    let counts: Vec<String> = elements.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let rows: Vec<String> = picture.table.rows.iter().map(|row| row.join(" | ")).collect();
    format!(
        "{} · {} points\n{}\n— {}\n— {}\n",
        counts.join(", "),
        picture.points.len(),
        texts.join("\n"),
        picture.desc,
        rows.join("\n— "),
    )
}

#[test]
fn pictures_say_what_they_are_in_three_languages() {
    let world = twelve_weeks();
    for language in Language::ALL {
        let all: Vec<String> =
            pictures(&world, *language, Ground::File(Theme::Light)).iter().map(structure).collect();

        insta::assert_snapshot!(format!("pictures.{language}"), all.join("\n"));
    }
}

#[test]
fn dark_is_the_same_picture_in_other_colours() {
    let world = twelve_weeks();
    for language in Language::ALL {
        let light = pictures(&world, *language, Ground::File(Theme::Light));
        let dark = pictures(&world, *language, Ground::File(Theme::Dark));
        for (light, dark) in light.iter().zip(&dark) {
            assert_eq!(structure(light), structure(dark), "{language}");
            assert_ne!(light.svg, dark.svg);
        }
    }
}

#[test]
fn an_empty_record_says_what_will_appear_and_shows_no_zero() {
    for language in Language::ALL {
        let all = pictures(&World::default(), *language, Ground::Page);
        for picture in &all {
            assert!(!picture.title.is_empty() && !picture.desc.is_empty(), "{language} {:?}", picture.name);
            assert!(picture.points.is_empty(), "{language} {:?}: nothing was measured", picture.name);
        }
        let chart = all.first().expect("the length chart");
        assert!(!chart.missing.is_empty(), "it says what is missing");
        assert_eq!(chart.notes.len(), 2, "both notes stand always");
    }
}
