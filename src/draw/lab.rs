//! Figures of run files as tables. They show what was counted and compute nothing.

use halfday_app::{Words, fmt};
use serde::Deserialize;

use crate::page::{Page, Piece, Tone};
use crate::text::one_line;

/// The document of `lab horizon`, as far as it is shown.
#[derive(Debug, Deserialize)]
pub(crate) struct LabHorizon {
    agents: Vec<AgentRow>,
}

#[derive(Debug, Deserialize)]
struct AgentRow {
    agent: String,
    n_runs: i64,
    n_tasks: i64,
    p50_minutes: Option<f64>,
    p80_minutes: Option<f64>,
    p50_ci: Option<(f64, f64)>,
    p80_ci: Option<(f64, f64)>,
    status: String,
    h50: Option<(f64, f64, f64)>,
    h80: Option<(f64, f64, f64)>,
    gate: Option<Gate>,
}

#[derive(Debug, Deserialize)]
struct Gate {
    ok: bool,
}

/// The document of `lab doubling`.
#[derive(Debug, Deserialize)]
pub(crate) struct LabDoubling {
    n: i64,
    left_out: i64,
    doubling_days: Option<f64>,
    ci_days: Option<(f64, f64)>,
    r2: Option<f64>,
    status: String,
}

/// The figures at each k.
#[derive(Debug, Deserialize)]
pub(crate) struct Reliability {
    k: Vec<Row>,
}

#[derive(Debug, Deserialize)]
struct Row {
    k: i64,
    items_used: i64,
    pass_hat_k: f64,
    pass_at_k: f64,
}

/// Beyond so many rows a page of every k says no more.
const ROWS: usize = 20;

pub(super) fn plain(text: impl Into<String>) -> Piece {
    (Tone::Plain, text.into())
}

pub(super) fn heads(words: &Words, names: &[&str]) -> Vec<Piece> {
    names.iter().map(|name| (Tone::Muted, words.word(&format!("terminal-lab-{name}")))).collect()
}

/// `55 min (30 min to 1 h 30)`; the length alone without a range.
pub(super) fn length(words: &Words, minutes: f64, range: Option<(f64, f64)>) -> String {
    let language = words.language();
    let shown = fmt::duration(language, minutes);
    match range {
        Some((low, high)) => {
            let range = fmt::duration_range(language, low, high);
            words.say("terminal-lab-with-range", &[("value", &shown), ("range", &range)])
        }
        None => shown,
    }
}

/// One line an agent.
pub(crate) fn lab_horizon(page: &mut Page, lab: &LabHorizon) {
    let words = page.words();
    let mut rows = vec![heads(words, &["agent", "tasks", "runs", "half", "four-fifths"])];
    for agent in &lab.agents {
        let at = |minutes: Option<f64>, range| match agent.status.as_str() {
            "ok" => minutes.map_or_else(|| "–".to_owned(), |minutes| length(words, minutes, range)),
            other => words.word(&format!("terminal-lab-{}", other.replace('_', "-"))),
        };
        let is_ok = agent.status == "ok";
        rows.push(vec![
            plain(one_line(&agent.agent)),
            plain(fmt::integer(agent.n_tasks)),
            plain(fmt::integer(agent.n_runs)),
            plain(at(agent.p50_minutes, agent.p50_ci)),
            plain(if is_ok { at(agent.p80_minutes, agent.p80_ci) } else { String::new() }),
        ]);
    }
    page.table(&rows, &[1, 2]);
    page.gap();
    page.text(Tone::Muted, "", &words.word("terminal-lab-horizon-foot"));
    if lab.agents.iter().any(|agent| agent.gate.is_some()) {
        page.gap();
        posterior(page, lab);
    }
}

/// The posterior beside it, where it was asked for.
fn posterior(page: &mut Page, lab: &LabHorizon) {
    let words = page.words();
    let mut rows = vec![heads(words, &["agent", "half", "four-fifths"])];
    for agent in &lab.agents {
        let is_open = agent.gate.as_ref().is_some_and(|gate| gate.ok);
        let at = |h: Option<(f64, f64, f64)>| match h.filter(|_| is_open) {
            Some((low, mid, high)) => length(words, mid, Some((low, high))),
            None => words.word("terminal-lab-gate-shut"),
        };
        rows.push(vec![plain(one_line(&agent.agent)), plain(at(agent.h50)), plain(at(agent.h80))]);
    }
    page.heading("terminal-lab-posterior");
    page.table(&rows, &[]);
}

pub(crate) fn lab_doubling(page: &mut Page, lab: &LabDoubling) {
    let words = page.words();
    let days = |days: f64| fmt::integer(days.round() as i64);
    let count = lab.n.to_string();
    let line = match (lab.status.as_str(), lab.doubling_days, lab.ci_days) {
        ("ok", Some(doubling), Some((low, high))) => {
            let (doubling, low, high) = (days(doubling), days(low), days(high));
            let args = [("days", doubling.as_str()), ("low", &low), ("high", &high), ("count", &count)];
            words.say("terminal-lab-doubling", &args)
        }
        ("not_enough", ..) => words.say("terminal-lab-doubling-few", &[("count", &count)]),
        _ => words.say("terminal-lab-doubling-unclear", &[("count", &count)]),
    };
    page.text(Tone::Plain, "", &line);
    if let Some(r2) = lab.r2 {
        page.text(Tone::Muted, "", &words.say("terminal-lab-r2", &[("r2", &format!("{r2:.2}"))]));
    }
    if lab.left_out > 0 {
        let args = [("count", lab.left_out.to_string())];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        page.text(Tone::Muted, "", &words.say("terminal-lab-left-out", &args));
    }
}

pub(crate) fn reliability(page: &mut Page, lab: &Reliability) {
    let words = page.words();
    let mut rows = vec![heads(words, &["k", "items", "all-right", "one-right"])];
    for at in lab.k.iter().take(ROWS) {
        rows.push(vec![
            plain(fmt::integer(at.k)),
            plain(fmt::integer(at.items_used)),
            plain(fmt::percent(at.pass_hat_k)),
            plain(fmt::percent(at.pass_at_k)),
        ]);
    }
    page.table(&rows, &[0, 1, 2, 3]);
    page.gap();
    page.text(Tone::Muted, "", &words.word("terminal-lab-reliability-foot"));
}
