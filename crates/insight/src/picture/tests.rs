//! What holds of every picture, whatever is in it: no text leaves it, none covers another, and every point has a mark.

use std::collections::BTreeMap;

use halfday_domain::facts::Facts;
use halfday_domain::felt::FeltSaved;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::words::{Language, Words};
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::canvas::{Anchor, Area, Place};
use super::face::{Face, Weight};
use super::*;
use crate::first_time::FirstTime;
use crate::group::KindShown;
use crate::horizon::{Tried, horizon_of, trend_of};
use crate::minutes::Minutes;
use crate::saved::{Saved, SavedParts};
use crate::share::Share;
use crate::survival::{Spell, kaplan_meier, survival_steps};
use crate::week::Calendar;

const NOW: i64 = 1_795_000_000_000;
const DAY: i64 = 86_400_000;

/// One text of a picture with the room it takes.
#[derive(Debug)]
struct Text {
    text: String,
    area: Area,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split('"').next()
}

fn number(tag: &str, name: &str) -> f64 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
}

fn face(tag: &str) -> Face {
    let weight = if tag.contains("font-weight") { Weight::Strong } else { Weight::Regular };
    Face { size: number(tag, "font-size"), weight, ..Face::NOTE }
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn texts(svg: &str) -> Vec<Text> {
    let mut found = vec![];
    for piece in svg.split("<text").skip(1) {
        let whole = piece.split("</text>").next().unwrap_or_default();
        let (tag, inside) = whole.split_once('>').unwrap_or_default();
        let anchor = match attribute(tag, "text-anchor") {
            Some("middle") => Anchor::Middle,
            Some("end") => Anchor::End,
            _ => Anchor::Start,
        };
        let place = Place::new(number(tag, "x"), number(tag, "y"), anchor);
        if let Some(spans) = inside.strip_prefix("<tspan") {
            let (mut wide, mut text, mut size) = (0.0, String::new(), 0.0_f64);
            for span in spans.split("<tspan") {
                let (tag, inside) = span.split_once('>').unwrap_or_default();
                let part = plain(inside.trim_end_matches("</tspan>"));
                let gap = attribute(tag, "dx").map_or(0.0, |gap| gap.parse().unwrap_or(f64::NAN));
                wide += gap + measure::width(&part, face(tag));
                size = size.max(face(tag).size);
                text.push_str(&part);
            }
            let left = match anchor {
                Anchor::Start => place.x,
                Anchor::Middle => place.x - wide / 2.0,
                Anchor::End => place.x - wide,
            };
            let area =
                Area { left, right: left + wide, top: place.y - size * 0.85, bottom: place.y + size * 0.25 };
            found.push(Text { text, area });
        } else {
            let text = plain(inside);
            found.push(Text { area: Area::of_text(&text, face(tag), place), text });
        }
    }
    found
}

/// What must hold; the first thing that does not.
fn fault(picture: &Picture) -> Option<String> {
    let texts = texts(&picture.svg);
    for Text { text, area } in &texts {
        let is_inside = area.left >= -0.6
            && area.right <= picture.width + 0.6
            && area.top >= -0.6
            && area.bottom <= picture.height + 0.6;
        if !is_inside {
            return Some(format!(
                "{:?}: “{text}” leaves {} × {}: {area:?}",
                picture.name, picture.width, picture.height
            ));
        }
    }
    for (place, one) in texts.iter().enumerate() {
        for other in texts.iter().skip(place + 1) {
            let smaller = Area {
                left: one.area.left + 0.6,
                right: one.area.right - 0.6,
                top: one.area.top + 0.6,
                bottom: one.area.bottom - 0.6,
            };
            if smaller.meets(other.area) {
                return Some(format!("{:?}: “{}” covers “{}”", picture.name, one.text, other.text));
            }
        }
    }
    let marks = picture.svg.matches("data-i=").count();
    (marks != picture.points.len())
        .then(|| format!("{:?}: {marks} marks, {} points", picture.name, picture.points.len()))
}

/// A record made of a few numbers.
#[derive(Debug, Clone)]
struct Made {
    rows: Vec<(f64, bool)>,
    shares: Vec<Option<(f64, f64)>>,
    minutes: [u32; 4],
    saved: Option<f64>,
    kinds: Vec<(String, u32, u32)>,
}

fn tried(rows: &[(f64, bool)]) -> Vec<Tried> {
    let row = |(place, (minutes, right)): (usize, &(f64, bool))| Tried {
        item_id: ItemId::from_parts(i64::try_from(place).expect("few"), [1; 10]),
        job_id: JobId::from_parts(i64::try_from(place / 3).expect("few"), [1; 10]),
        minutes: *minutes,
        right: *right,
        drawn: false,
        at: NOW - i64::try_from(place).expect("few") * DAY,
    };
    rows.iter().enumerate().map(row).collect()
}

fn all(made: &Made, style: &Style, words: &Words) -> Vec<Picture> {
    let calendar = Calendar::new(TimeZone::UTC);
    let names = BTreeMap::new();
    let chosen = horizon_of(tried(&made.rows), made.rows.len() / 3);
    let half: Vec<(f64, bool)> = made.rows.iter().copied().step_by(2).collect();
    let drawn = horizon_of(tried(&half), 0);
    let drawn = (made.rows.len() % 2 == 1).then_some(&drawn);
    let mut weeks = crate::stats::stats(&Facts::default(), &calendar, NOW, 12).weeks;
    for (week, share) in weeks.iter_mut().zip(&made.shares) {
        week.jobs_closed = 4;
        week.share = share.map(|(value, wide)| Share {
            value,
            low: (value - wide).max(0.0),
            high: (value + wide).min(1.0),
        });
    }
    let could = made.saved.map(|saved| (saved.abs() / 500.0).clamp(0.0, 1.0));
    let could =
        could.map(|value| CouldBe { share: Share { value, low: value * 0.7, high: value }, draws: 12 });
    let [accepted, brief, review, rework] = made.minutes.map(Minutes::whole);
    let parts = SavedParts {
        accepted_minutes: accepted,
        brief_minutes: brief,
        review_minutes: review,
        rework_minutes: rework,
        items: 3,
    };
    let saved = made.saved.map(|mid| Saved { low: mid - 31.0, mid, high: mid + 44.0 });
    let kinds: Vec<KindFigure> = made
        .kinds
        .iter()
        .map(|(kind, right, more)| {
            let of = right + more;
            let range = crate::wilson::wilson(f64::from(*right) / f64::from(of.max(1)), f64::from(of), 0.95);
            let range = range.filter(|_| of >= 5);
            let rate = range.map(|_| f64::from(*right) / f64::from(of));
            let (low, high) = (range.map(|range| range.low), range.map(|range| range.high));
            let first_time = FirstTime { right: *right, of, unresolved: 0, rate, low, high };
            KindFigure { kind: KindShown::shown(&kind.as_str().into()), first_time }
        })
        .collect();
    let spells: Vec<Spell> = made
        .rows
        .iter()
        .map(|(length, right)| Spell { length: *length, ended: !right, weight: 1.0 })
        .collect();
    let survival = kaplan_meier(&spells);
    let title = made.kinds.first().map_or("", |kind| kind.0.as_str());
    let stretch = StretchCurve {
        stretches: spells.len(),
        ended: 2,
        steps: if spells.len() < 5 { vec![] } else { survival_steps(&spells) },
        median: survival.and_then(|survival| survival.median),
        record: survival.and_then(|survival| survival.record).map(|minutes| StretchRecord {
            minutes,
            item_id: ItemId::from_parts(0, [1; 10]),
            job_id: JobId::from_parts(0, [1; 10]),
            item_title: title.to_owned(),
        }),
        needs: 5,
    };
    let first_time = FirstTime { right: 2, of: 4, unresolved: 0, rate: None, low: None, high: None };
    let trials: Vec<TrialFigure> = (1_u32..)
        .zip(made.kinds.iter().take(6))
        .map(|(number, (_, right, more))| TrialFigure {
            job_id: JobId::from_parts(0, [1; 10]),
            number,
            closed_on: Some(date(2026, 11, 3)),
            ai_minutes: f64::from(*right) * 7.0,
            own_minutes: f64::from(*more) * 5.0,
            first_time,
            saved,
            stretch_minutes: Some(f64::from(*right)),
            failures: *more,
            cost_nano: Some(i64::from(*right) * 1_000_000),
        })
        .collect();
    let timed: Vec<TimedItem> = made
        .rows
        .iter()
        .map(|(minutes, right)| TimedItem {
            item_id: ItemId::from_parts(0, [1; 10]),
            job_id: JobId::from_parts(0, [1; 10]),
            item_title: title.to_owned(),
            estimate_minutes: *minutes,
            actual_minutes: if *right { minutes * 0.8 } else { minutes * 3.0 },
        })
        .collect();
    let felt =
        [FeltSaved::Lost, FeltSaved::Nothing, FeltSaved::HalfHour, FeltSaved::Hour, FeltSaved::TwoHours];
    let felt: Vec<FeltWeek> = felt
        .iter()
        .cycle()
        .zip(&made.shares)
        .map(|(felt, share)| FeltWeek {
            from: date(2026, 11, 2),
            to: date(2026, 11, 8),
            felt: *felt,
            saved: saved.filter(|_| share.is_some()),
        })
        .collect();
    let lengths = Lengths { chosen: &chosen, drawn, names: &names, weeks: 12 };
    let shares = ShareWeeks { weeks: &weeks, change: None, could, needs_jobs: 3 };
    vec![
        length_chart(&lengths, style, words),
        share_by_week(&shares, style, words),
        where_time_went(&TimeSpent { parts: &parts, saved }, style, words),
        right_by_kind(&kinds, style, words),
        stretch_curve(&stretch, style, words),
        horizon_over_time(&trend_of(tried(&made.rows), NOW), &calendar, style, words),
        trials_side_by_side(&trials, style, words),
        calibration_chart(&timed, None, style, words),
        felt_against_measured(&felt, style, words),
    ]
}

fn lengths() -> impl Strategy<Value = f64> {
    prop_oneof![Just(15.0), Just(30.0), 1.0..600.0_f64, (0.0..9.0_f64).prop_map(f64::exp2)]
}

fn made() -> impl Strategy<Value = Made> {
    let rows = prop_oneof![
        prop::collection::vec((lengths(), any::<bool>()), 0..4),
        prop::collection::vec((lengths(), any::<bool>()), 0..70),
        prop::collection::vec((lengths(), prop::bool::weighted(0.05)), 20..40),
    ];
    let shares = prop::collection::vec(prop::option::of((0.0..=1.0_f64, 0.0..0.5_f64)), 0..12);
    let minutes = [0_u32..400, 0..90, 0..90, 0..90];
    let saved = prop::option::of(-300.0..600.0_f64);
    let kinds = prop::collection::vec(("[a-z備課整理長名字 ]{1,40}", 0_u32..60, 0_u32..60), 0..16);
    (rows, shares, minutes, saved, kinds).prop_map(|(rows, shares, minutes, saved, kinds)| Made {
        rows,
        shares,
        minutes,
        saved,
        kinds,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_text_leaves_its_picture_and_none_covers_another(
        made in made(),
        width in 280.0..900.0_f64,
        language in prop::sample::select(Language::ALL),
        ground in prop::sample::select(vec![Ground::File(Theme::Light), Ground::Sheet(Theme::Dark), Ground::Page]),
    ) {
        let style = Style { ground, width: width.round(), titles: Titles::Shown };
        for picture in all(&made, &style, Words::of(language)) {
            prop_assert_eq!(fault(&picture), None);
        }
    }
}

#[test]
fn five_hundred_items_have_their_marks() {
    let rows: Vec<(f64, bool)> = (0..500).map(|n| (f64::from(n % 90) + 1.0, n % 3 != 0)).collect();
    let made = Made { rows, shares: vec![], minutes: [0; 4], saved: None, kinds: vec![] };
    let style = Style { ground: Ground::Page, width: 720.0, titles: Titles::Shown };

    let pictures = all(&made, &style, Words::of(Language::En));

    let chart = pictures.first().expect("the chart");
    assert!(chart.points.len() >= 500, "a point an item");
    assert_eq!(fault(chart), None);
}

#[test]
fn a_file_has_no_variables_and_a_page_has_no_numbers_for_colours() {
    let rows = (0..40).map(|n| (f64::from(n) + 2.0, n % 2 == 0)).collect();
    let made = Made {
        rows,
        shares: vec![Some((0.4, 0.1))],
        minutes: [90, 5, 5, 5],
        saved: Some(40.0),
        kinds: vec![],
    };
    for (ground, has, has_not) in [
        (Ground::File(Theme::Light), "#1D1B18", "var("),
        (Ground::File(Theme::Dark), "#F1EEE8", "var("),
        (Ground::Page, "var(--", "\"#"),
    ] {
        let style = Style { ground, width: 720.0, titles: Titles::Shown };
        for picture in all(&made, &style, Words::of(Language::En)).into_iter().take(3) {
            assert!(
                picture.svg.contains(has) && !picture.svg.contains(has_not),
                "{:?} {ground:?}",
                picture.name
            );
        }
    }
}

#[test]
fn a_title_cannot_leave_its_text() {
    let kinds = vec![("</text><script>x</script>&\"".to_owned(), 3, 2)];
    let made = Made { rows: vec![], shares: vec![], minutes: [0; 4], saved: None, kinds };
    let style = Style { ground: Ground::Page, width: 900.0, titles: Titles::Shown };

    for picture in all(&made, &style, Words::of(Language::En)) {
        assert!(!picture.svg.contains("<script"), "{:?}", picture.name);
    }
}
