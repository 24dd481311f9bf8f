//! People with a true horizon: does the 90 % range hold it, over all and where it is shown?

use std::io::{self, Write};

use halfday_domain::id::{ItemId, JobId};
use halfday_insight::{Estimate, Interval, Reading, Tried, horizon_of, weighted_rows};

use crate::luck::{Luck, sigmoid};
use crate::table::{Held, head, median, row};

pub(crate) const SIZES: [u32; 3] = [12, 40, 160];
/// Verdicts at which one looks whether the gate has opened.
const STEPS: [u32; 8] = [20, 30, 40, 50, 60, 80, 100, 120];
const LN_4: f64 = 2.0 * std::f64::consts::LN_2;

/// What sort of people.
pub(crate) struct World {
    name: &'static str,
    prior: Prior,
    slope: f64,
    /// The most items a job has; the least is one.
    most: u32,
    /// Standard deviation, as a logit, of what the items of a job have in common.
    pub(crate) alike: f64,
    /// Standard deviation, in doublings, of estimates around the true length.
    off: f64,
}

/// Where the truth comes from.
#[derive(PartialEq)]
enum Prior {
    /// Horizon and slope from the prior itself.
    Own,
    /// A horizon of 15 min to 4 h, all doublings alike, and the slope given.
    Flat,
}

impl World {
    /// Slope 0.6, jobs of 1 to 8 whose items have so much in common.
    pub(crate) fn of_jobs(alike: f64) -> Self {
        Self { alike, ..PLAIN }
    }
}

/// An intraclass correlation of 0.2 on the latent scale: σ² ÷ (σ² + π²/3).
const ICC_02: f64 = 0.906_899_682_117_109;

const PLAIN: World = World { name: "", prior: Prior::Flat, slope: 0.6, most: 8, alike: 0.0, off: 0.0 };
const WORLDS: [World; 6] = [
    World { name: "as the prior has it, one item a job", prior: Prior::Own, most: 1, ..PLAIN },
    World { name: "slope 0.6, one item a job", most: 1, ..PLAIN },
    World { name: "slope 0.6, jobs of 1 to 8", ..PLAIN },
    World { name: "slope 0.3, jobs of 1 to 8", slope: 0.3, ..PLAIN },
    World { name: "the same, slope 0.6, items of a job alike (ICC 0.2)", alike: ICC_02, ..PLAIN },
    World { name: "the same, estimates off by × 2", off: 1.0, ..PLAIN },
];

pub(crate) struct Person {
    pub(crate) h: f64,
    pub(crate) beta: f64,
    pub(crate) rows: Vec<Tried>,
}

fn bytes(number: u32) -> [u8; 10] {
    let mut bytes = [0; 10];
    for (place, byte) in bytes.iter_mut().zip(number.to_be_bytes()) {
        *place = byte;
    }
    bytes
}

/// Items of 5 min to 8 h, most of them around half an hour.
pub(crate) fn person(world: &World, items: u32, luck: &mut Luck) -> Person {
    let (h, beta) = match world.prior {
        Prior::Flat => (luck.between(3.9, 7.9), world.slope),
        Prior::Own => (60_f64.log2() + 3.0 * luck.normal(), (0.5_f64.ln() + 0.7 * luck.normal()).exp()),
    };
    let (mut job, mut left, mut common) = (0, 0, 0.0);
    let rows = (0..items).map(|item| {
        if left == 0 {
            (job, left, common) = (job + 1, luck.whole(1, world.most), world.alike * luck.normal());
        }
        left -= 1;
        let length = (5.0 + 1.6 * luck.normal()).clamp(2.3, 8.9);
        let right = luck.happens(sigmoid(beta * (h - length) + common));
        let thought = (length + world.off * luck.normal()).exp2();
        Tried {
            item_id: ItemId::from_parts(0, bytes(item)),
            job_id: JobId::from_parts(0, bytes(job)),
            minutes: (thought / 5.0).round().max(1.0) * 5.0,
            right,
            drawn: false,
            at: i64::from(item),
        }
    });
    let rows = rows.collect();
    Person { h, beta, rows }
}

/// How far below h the chance is 4 in 5, over all jobs: the common part of a job flattens the whole.
pub(crate) fn below(beta: f64, alike: f64) -> f64 {
    if alike <= 0.0 {
        return LN_4 / beta;
    }
    let chance = |z: f64| {
        let (mut sum, mut weight) = (0.0, 0.0);
        for step in -40..=40 {
            let u = f64::from(step) / 8.0;
            let density = (-0.5 * u * u).exp();
            sum += density * sigmoid(z + alike * u);
            weight += density;
        }
        sum / weight
    };
    let (mut low, mut high) = (0.0, 10.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if chance(middle) < 0.8 {
            low = middle;
        } else {
            high = middle;
        }
    }
    low / beta
}

pub(crate) fn holds(interval: Interval, log2: f64) -> bool {
    interval.low.log2() <= log2 && log2 <= interval.high.log2()
}

pub(crate) fn print(out: &mut dyn Write, people: u32) -> io::Result<()> {
    head(
        out,
        &[
            "people",
            "items",
            "50 %, all",
            "80 %, all",
            "shown",
            "50 %, shown",
            "80 %, shown",
            "width, shown",
            "mid ÷ truth, 50 %",
            "80 %",
        ],
    )?;
    for (number, world) in WORLDS.iter().enumerate() {
        for items in SIZES {
            let mut luck = Luck::new(u64::from(items) * 10 + number as u64);
            line(out, world, items, people, &mut luck)?;
        }
    }
    Ok(())
}

fn line(out: &mut dyn Write, world: &World, items: u32, people: u32, luck: &mut Luck) -> io::Result<()> {
    let (mut all50, mut all80, mut shown50, mut shown80) =
        (Held::default(), Held::default(), Held::default(), Held::default());
    let (mut widths, mut off50, mut off80) = (vec![], vec![], vec![]);
    for _ in 0..people {
        let person = person(world, items, luck);
        let (h50, h80) = (person.h, person.h - below(person.beta, world.alike));
        let tries: Vec<_> = person.rows.iter().map(|row| (row.minutes, row.right, row.job_id)).collect();
        let estimate = Estimate::new(&weighted_rows(&tries));
        all50.add(holds(estimate.h50(), h50));
        all80.add(holds(estimate.h80(), h80));
        off50.push(estimate.h50().mid.log2() - h50);
        off80.push(estimate.h80().mid.log2() - h80);
        let shown = horizon_of(person.rows, 0);
        if let (Reading::Within, Some(of50), Some(of80)) = (shown.reading, shown.h50, shown.h80) {
            shown50.add(holds(of50, h50));
            shown80.add(holds(of80, h80));
            widths.push(of50.high.log2() - of50.low.log2());
        }
    }
    row(
        out,
        &[
            world.name.to_owned(),
            items.to_string(),
            all50.text(),
            all80.text(),
            format!("{:.0} %", 100.0 * f64::from(shown50.of()) / f64::from(people)),
            shown50.text(),
            shown80.text(),
            if widths.is_empty() { "–".to_owned() } else { format!("{:.1}", median(&mut widths)) },
            format!("{:.2}", median(&mut off50).exp2()),
            format!("{:.2}", median(&mut off80).exp2()),
        ],
    )
}

/// At how many verdicts the gate is open.
pub(crate) fn print_gate(out: &mut dyn Write, people: u32) -> io::Result<()> {
    let steps = STEPS.map(|items| items.to_string());
    let steps = steps.iter().map(String::as_str);
    head(out, &std::iter::once("shown at so many verdicts").chain(steps).collect::<Vec<_>>())?;
    for world in &WORLDS[1..5] {
        let mut cells = vec![world.name.to_owned()];
        for items in STEPS {
            let mut luck = Luck::new(u64::from(items) * 17);
            let mut shown = Held::default();
            for _ in 0..people {
                let person = person(world, items, &mut luck);
                shown.add(horizon_of(person.rows, 0).reading == Reading::Within);
            }
            cells.push(shown.text());
        }
        row(out, &cells)?;
    }
    Ok(())
}
