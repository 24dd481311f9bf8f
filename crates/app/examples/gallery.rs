//! Draws every picture of made-up records in three languages, light and dark, to be looked at:
//! `cargo run -p halfday-app --example gallery -- DIR`. Numbers come from the same code as a person's.

#![allow(clippy::cast_possible_wrap, reason = "small made-up numbers")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use halfday_domain::felt::FeltSaved;
use halfday_domain::id::{ItemId, JobId};
use halfday_domain::words::{Language, Words};
use halfday_insight::{
    Calendar, CouldBe, FeltWeek, FirstTime, Ground, KindFigure, KindShown, Lengths, Minutes, Picture, Saved,
    SavedParts, Share, ShareWeeks, Spell, StretchCurve, StretchRecord, Style, Theme, TimeSpent, TimedItem,
    Titles, TrialFigure, Tried, calibration, calibration_chart, felt_against_measured, horizon_of,
    horizon_over_time, kaplan_meier, length_chart, right_by_kind, share_by_week, stretch_curve,
    survival_steps, trend_of, trials_side_by_side, where_time_went,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

const DAY: i64 = 86_400_000;
const NOW: i64 = 1_795_000_000_000;

/// Numbers from nothing to one, the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }
}

/// What kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Record {
    Empty,
    One,
    Typical,
    Many,
    Losses,
}

impl Record {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Empty, "empty"),
        (Self::One, "one"),
        (Self::Typical, "typical"),
        (Self::Many, "many"),
        (Self::Losses, "losses"),
    ];

    fn size(self) -> usize {
        match self {
            Self::Empty => 0,
            Self::One => 1,
            Self::Typical | Self::Losses => 44,
            Self::Many => 500,
        }
    }
}

fn tried(record: Record, drawn: bool) -> Vec<Tried> {
    let mut chance = Chance(if drawn { 7 } else { 42 });
    let half: f64 = if record == Record::Losses { 6.0 } else { 34.0 };
    let lengths =
        [3.0, 5.0, 8.0, 10.0, 12.0, 15.0, 15.0, 20.0, 25.0, 30.0, 35.0, 45.0, 60.0, 75.0, 90.0, 120.0];
    (0..if drawn { record.size() / 2 } else { record.size() })
        .map(|number| {
            let minutes: f64 = lengths[(chance.next() * 16.0) as usize % 16] * if drawn { 0.8 } else { 1.0 };
            let p = 1.0 / (1.0 + ((minutes / half).log2() * 1.1).exp());
            Tried {
                item_id: ItemId::from_parts(0, [number as u8; 10]),
                job_id: JobId::from_parts(0, [(number / 3) as u8; 10]),
                minutes: minutes.round(),
                right: chance.next() < p,
                drawn,
                at: NOW - (record.size() - number) as i64 * 80 * DAY / record.size().max(1) as i64 * 2,
            }
        })
        .collect()
}

fn weeks(record: Record) -> Vec<halfday_insight::PeriodStats> {
    let calendar = Calendar::new(TimeZone::UTC);
    let empty = halfday_insight::stats(&halfday_domain::facts::Facts::default(), &calendar, NOW, 12);
    let mut chance = Chance(5);
    let mut weeks = empty.weeks;
    for (place, week) in weeks.iter_mut().enumerate() {
        let value = match record {
            Record::Empty => continue,
            Record::One if place < 11 => continue,
            Record::Losses => 0.02 + chance.next() * 0.05,
            _ => 0.18 + place as f64 * 0.022 + chance.next() * 0.05,
        };
        if place == 3 {
            continue;
        }
        week.jobs_closed = 4;
        week.share = Some(Share { value, low: (value - 0.09).max(0.0), high: value + 0.11 });
    }
    weeks
}

fn pictures(record: Record, style: &Style, words: &Words) -> Vec<Picture> {
    let calendar = Calendar::new(TimeZone::UTC);
    let names: BTreeMap<ItemId, String> = BTreeMap::new();
    let chosen = horizon_of(tried(record, false), 2);
    let drawn = (record == Record::Many).then(|| horizon_of(tried(record, true), 0));
    let lengths = Lengths { chosen: &chosen, drawn: drawn.as_ref(), names: &names, weeks: 12 };
    let weeks = weeks(record);
    let could = (record == Record::Typical)
        .then_some(CouldBe { share: Share { value: 0.57, low: 0.41, high: 0.72 }, draws: 16 });
    let shares = ShareWeeks { weeks: &weeks, change: None, could, needs_jobs: 3 };
    let whole = Minutes::whole;
    let parts = match record {
        Record::Empty => SavedParts::default(),
        _ => SavedParts {
            accepted_minutes: whole(if record == Record::Losses { 30 } else { 155 }),
            brief_minutes: whole(22),
            review_minutes: whole(31),
            rework_minutes: whole(if record == Record::One { 0 } else { 17 }),
            items: record.size() as u32,
        },
    };
    let spent = parts.spent().value();
    let accepted = parts.accepted_minutes.value();
    let saved = matches!(record, Record::Typical | Record::Many | Record::Losses).then(|| Saved {
        low: accepted * 0.9 - spent,
        mid: accepted * 1.1 - spent,
        high: accepted * 1.4 - spent,
    });
    let kinds = kinds(record);
    let stretch = stretch(record);
    let trend = trend_of(tried(record, false), NOW);
    let trials = trials(record);
    let (timed, ratio) = timed(record);
    let felt = felt(record);
    vec![
        length_chart(&lengths, style, words),
        share_by_week(&shares, style, words),
        where_time_went(&TimeSpent { parts: &parts, saved }, style, words),
        right_by_kind(&kinds, style, words),
        stretch_curve(&stretch, style, words),
        horizon_over_time(&trend, &calendar, style, words),
        trials_side_by_side(&trials, style, words),
        calibration_chart(&timed, ratio, style, words),
        felt_against_measured(&felt, style, words),
    ]
}

fn kinds(record: Record) -> Vec<KindFigure> {
    let known =
        ["write", "summarise", "translate", "extract", "check", "備課教材整理與重新排版的長名字", "plan"];
    let mut chance = Chance(11);
    known
        .iter()
        .take(if record == Record::One { 1 } else { record.size().min(7) })
        .map(|kind| {
            let of = if record == Record::One { 1 } else { 3 + (chance.next() * 20.0) as u32 };
            let right = if record == Record::Losses { 0 } else { (f64::from(of) * chance.next()) as u32 };
            let range = halfday_insight::wilson(f64::from(right) / f64::from(of), f64::from(of), 0.95);
            let range = range.filter(|_| of >= 5);
            KindFigure {
                kind: KindShown::shown(&(*kind).into()),
                first_time: FirstTime {
                    right,
                    of,
                    unresolved: 0,
                    rate: range.map(|_| f64::from(right) / f64::from(of)),
                    low: range.map(|range| range.low),
                    high: range.map(|range| range.high),
                },
            }
        })
        .collect()
}

fn stretch(record: Record) -> StretchCurve {
    let rows = tried(record, false);
    let spells: Vec<Spell> =
        rows.iter().map(|row| Spell { length: row.minutes, ended: !row.right, weight: 0.6 }).collect();
    let Some(survival) = kaplan_meier(&spells) else {
        return StretchCurve { needs: 5, ..StretchCurve::default() };
    };
    StretchCurve {
        stretches: spells.len(),
        ended: survival.ended as usize,
        steps: if spells.len() >= 5 { survival_steps(&spells) } else { vec![] },
        median: survival.median,
        record: survival.record.map(|minutes| StretchRecord {
            minutes,
            item_id: ItemId::from_parts(0, [1; 10]),
            job_id: JobId::from_parts(0, [1; 10]),
            item_title: "Group quotes into themes <b>".to_owned(),
        }),
        needs: 5,
    }
}

fn trials(record: Record) -> Vec<TrialFigure> {
    (1..=match record {
        Record::Empty => 0,
        Record::One => 1,
        Record::Many => 8,
        Record::Typical | Record::Losses => 3,
    })
        .map(|number| TrialFigure {
            job_id: JobId::from_parts(0, [number as u8; 10]),
            number,
            closed_on: Some(date(2026, 11, number as i8 * 3)),
            ai_minutes: if record == Record::Losses { 0.0 } else { 40.0 + f64::from(number) * 25.0 },
            own_minutes: 180.0 - f64::from(number) * 12.0,
            first_time: FirstTime { right: 2, of: 4, unresolved: 0, rate: None, low: None, high: None },
            saved: Some(Saved { low: -12.0, mid: 20.0, high: 65.0 }),
            stretch_minutes: Some(45.0),
            failures: 2,
            cost_nano: Some(420_000_000),
        })
        .collect()
}

fn timed(record: Record) -> (Vec<TimedItem>, Option<halfday_insight::Calibration>) {
    let mut chance = Chance(3);
    let items: Vec<TimedItem> = tried(record, false)
        .iter()
        .map(|row| TimedItem {
            item_id: row.item_id,
            job_id: row.job_id,
            item_title: "An item".to_owned(),
            estimate_minutes: row.minutes,
            actual_minutes: (row.minutes * (0.6 + chance.next() * 1.4)).round().max(1.0),
        })
        .collect();
    let whole = |minutes: f64| Minutes::whole(minutes as u32);
    let rows: Vec<_> = items
        .iter()
        .map(|item| (item.job_id, whole(item.estimate_minutes), whole(item.actual_minutes)))
        .collect();
    (items, calibration(&rows))
}

fn felt(record: Record) -> Vec<FeltWeek> {
    let all =
        [FeltSaved::TwoHours, FeltSaved::Hour, FeltSaved::HalfHour, FeltSaved::Nothing, FeltSaved::Lost];
    let count = match record {
        Record::Empty => 0,
        Record::One => 1,
        Record::Many => 12,
        Record::Typical | Record::Losses => 5,
    };
    (0..count)
        .map(|number: usize| {
            let from: Date = date(2026, 9, 7).saturating_add(jiff::Span::new().days(number as i64 * 7));
            let mid = if record == Record::Losses { -40.0 } else { number as f64 * 17.0 - 10.0 };
            FeltWeek {
                from,
                to: from.saturating_add(jiff::Span::new().days(6)),
                felt: all[number % all.len()],
                saved: Some(Saved { low: mid - 25.0, mid, high: mid + 35.0 }),
            }
        })
        .collect()
}

fn png(svg: &str, fonts: &Arc<fontdb::Database>, to: &Path) -> Result<(), Box<dyn Error>> {
    let options = Options { fontdb: Arc::clone(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("no size")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.save_png(to)?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("gallery DIR")?);
    std::fs::create_dir_all(&folder)?;
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let fonts = Arc::new(fonts);
    for language in Language::ALL {
        for (theme, ground) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for (record, name) in Record::ALL {
                // Two columns of pictures on one sheet, as they stand in a window.
                let style = Style { ground: Ground::File(theme), width: 560.0, titles: Titles::Shown };
                let drawn = pictures(record, &style, Words::of(*language));
                let mut columns = [0.0_f64; 2];
                let mut sheet = String::new();
                for picture in &drawn {
                    let place = usize::from(columns[1] < columns[0]);
                    let open = format!("<svg x=\"{}\" y=\"{}\" ", place * 570, columns[place]);
                    sheet.push_str(&picture.svg.replacen("<svg ", &open, 1));
                    columns[place] += picture.height + 10.0;
                }
                let high = columns[0].max(columns[1]);
                let svg = format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1130\" height=\"{high}\"><rect width=\"1130\" height=\"{high}\" fill=\"#888\"/>{sheet}</svg>"
                );
                png(&svg, &fonts, &folder.join(format!("{name}.{language}.{ground}.png")))?;
            }
        }
    }
    Ok(())
}
