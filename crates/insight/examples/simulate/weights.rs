//! What other weights of a job's items would give for the same people, at several ICCs. The program counts
//! `1/√m`; this is the measure of that choice, not another choice.

use std::collections::BTreeMap;
use std::io::{self, Write};

use halfday_domain::id::JobId;
use halfday_insight::{Estimate, Missing, Reading, Row, Tried, horizon_of};

use crate::horizon::{Person, SIZES, World, below, holds, person};
use crate::luck::Luck;
use crate::table::{Held, head, row};

/// Verdicts at which one looks whether the gate has opened.
const STEPS: [u32; 7] = [20, 30, 40, 50, 60, 80, 100];
/// Intraclass correlations on the latent scale.
const ICCS: [f64; 3] = [0.0, 0.2, 0.5];

/// What one of a job's m items weighs.
struct Weight {
    name: &'static str,
    of: fn(f64) -> f64,
}

const WEIGHTS: [Weight; 3] = [
    Weight { name: "1", of: |_| 1.0 },
    Weight { name: "1/√m", of: |m| 1.0 / m.sqrt() },
    Weight { name: "1/(1 + 0.2(m − 1))", of: |m| 1.0 / (1.0 + 0.2 * (m - 1.0)) },
];

/// Slope 0.6, jobs of 1 to 8: σ² ÷ (σ² + π²/3) is the ICC.
fn world(icc: f64) -> World {
    World::of_jobs(std::f64::consts::PI * (icc / (3.0 * (1.0 - icc))).sqrt())
}

fn estimate(rows: &[Tried], weight: &Weight) -> Estimate {
    let mut sizes: BTreeMap<JobId, f64> = BTreeMap::new();
    for tried in rows {
        *sizes.entry(tried.job_id).or_default() += 1.0;
    }
    let of = |tried: &Tried| Row {
        minutes: tried.minutes,
        right: tried.right,
        weight: sizes.get(&tried.job_id).map_or(0.0, |m| (weight.of)(*m)),
    };
    Estimate::new(&rows.iter().map(of).collect::<Vec<_>>())
}

/// Whether each weight's gate is open: counts, lengths and whether the curve falls as the program has them, the
/// width and the middle as this weight does.
fn are_shown(person: &Person, estimates: &[Estimate]) -> Vec<bool> {
    let shown = horizon_of(person.rows.clone(), 0);
    let is_enough = shown.missing.iter().all(|missing| matches!(missing, Missing::NarrowerRange { .. }))
        && shown.reading != Reading::NotFalling;
    let most = 2.0 * shown.longest.unwrap_or(0.0);
    estimates.iter().map(|of| is_enough && of.width() <= 4.0 && of.h50().mid <= most).collect()
}

/// Cells hold the three sizes beside each other.
pub(crate) fn print(out: &mut dyn Write, people: u32) -> io::Result<()> {
    let sizes = SIZES.map(|items| items.to_string()).join(" · ");
    writeln!(out, "For {sizes} items:\n")?;
    head(out, &["ICC", "weight", "50 %, all", "80 %, all", "shown", "50 %, shown", "80 %, shown"])?;
    for icc in ICCS {
        let of_sizes = SIZES.map(|items| held(&world(icc), items, people));
        for (place, weight) in WEIGHTS.iter().enumerate() {
            let cell = |column: usize| of_sizes.map(|held| held[place][column].text()).join(" · ");
            let cells = [format!("{icc:.1}"), weight.name.to_owned()];
            row(out, &[&cells[..], &[0, 1, 2, 3, 4].map(cell)].concat())?;
        }
    }
    Ok(())
}

/// By weight: the 50 % range, the 80 % range, whether it is shown, and both ranges where it is.
fn held(world: &World, items: u32, people: u32) -> [[Held; 5]; WEIGHTS.len()] {
    let mut luck = Luck::new(u64::from(items) * 31);
    let mut held = [[Held::default(); 5]; WEIGHTS.len()];
    for _ in 0..people {
        let person = person(world, items, &mut luck);
        let (h50, h80) = (person.h, person.h - below(person.beta, world.alike));
        let estimates = WEIGHTS.map(|weight| estimate(&person.rows, &weight));
        let are_shown = are_shown(&person, &estimates);
        for ((estimate, is_shown), held) in estimates.iter().zip(are_shown).zip(&mut held) {
            let (holds50, holds80) = (holds(estimate.h50(), h50), holds(estimate.h80(), h80));
            let [all50, all80, shown, shown50, shown80] = held;
            all50.add(holds50);
            all80.add(holds80);
            shown.add(is_shown);
            if is_shown {
                shown50.add(holds50);
                shown80.add(holds80);
            }
        }
    }
    held
}

/// At how many verdicts each weight's gate is open.
pub(crate) fn print_gate(out: &mut dyn Write, people: u32) -> io::Result<()> {
    let steps = STEPS.map(|items| items.to_string());
    let steps = steps.iter().map(String::as_str);
    head(out, &["ICC", "shown at so many verdicts"].into_iter().chain(steps).collect::<Vec<_>>())?;
    for icc in ICCS {
        let world = world(icc);
        let mut lines = WEIGHTS.map(|weight| vec![format!("{icc:.1}"), weight.name.to_owned()]);
        for items in STEPS {
            let mut luck = Luck::new(u64::from(items) * 37);
            let mut shown = [Held::default(); WEIGHTS.len()];
            for _ in 0..people {
                let person = person(&world, items, &mut luck);
                let estimates = WEIGHTS.map(|weight| estimate(&person.rows, &weight));
                for (shown, is_shown) in shown.iter_mut().zip(are_shown(&person, &estimates)) {
                    shown.add(is_shown);
                }
            }
            for (line, shown) in lines.iter_mut().zip(shown) {
                line.push(shown.text());
            }
        }
        for line in lines {
            row(out, &line)?;
        }
    }
    Ok(())
}
