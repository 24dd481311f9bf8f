//! A job as two lanes, and the list of jobs.

use halfday_app::api::{BoardView, Card, JobsView, LaneView};

use crate::draw::{state, tone};
use crate::page::{Page, Piece, Tone};
use crate::text::{one_line, padded, width, wrapped};

/// Below this the lanes stand one above the other.
const TWO_LANES: usize = 64;
const BETWEEN: usize = 3;

/// The two lanes of a job.
pub(crate) fn board(page: &mut Page, board: &BoardView) {
    page.title(&format!("{}  {}", board.job.reference, board.job.title), "");
    page.text(Tone::Muted, "", &board.planned_text);
    page.gap();
    let lane = |page: &Page, lane: &LaneView, word: &str, tone, cells| {
        let name = page.words().word(word);
        let mut lines = vec![vec![(tone, name), (Tone::Muted, format!("  {}", lane.minutes_text))]];
        lines.extend(lane.cards.iter().flat_map(|card| cell(page, card, cells)));
        lines
    };
    if page.width() < TWO_LANES {
        for (view, word, tone) in
            [(&board.me, "terminal-lane-me", Tone::Me), (&board.ai, "terminal-lane-ai", Tone::Ai)]
        {
            let lines = lane(page, view, word, tone, page.width());
            for line in lines {
                page.line(line);
            }
            page.gap();
        }
    } else {
        let cells = (page.width() - BETWEEN) / 2;
        let me = lane(page, &board.me, "terminal-lane-me", Tone::Me, cells);
        let ai = lane(page, &board.ai, "terminal-lane-ai", Tone::Ai, cells);
        beside(page, me, ai, cells);
    }
    if !board.dropped.is_empty() {
        page.gap();
        page.heading("terminal-lane-dropped");
        for card in &board.dropped {
            page.text(Tone::Muted, &format!("{}  ", card.reference), &one_line(&card.title));
        }
    }
}

/// A card in a lane: its title, and below it what there is to say.
fn cell(page: &Page, card: &Card, cells: usize) -> Vec<Vec<Piece>> {
    let lead = format!("{}  ", card.reference);
    let blank = " ".repeat(width(&lead));
    let room = cells.saturating_sub(width(&lead));
    let title_tone = if card.is_finished { Tone::Muted } else { Tone::Plain };
    let mut lines = vec![];
    for (number, line) in wrapped(&one_line(&card.title), room).into_iter().enumerate() {
        let lead = if number == 0 { lead.clone() } else { blank.clone() };
        lines.push(vec![(Tone::Muted, lead), (title_tone, line)]);
    }
    let mut facts: Vec<Piece> = vec![(Tone::Muted, card.estimate_text.clone())];
    facts.push((tone(&card.look), state(card)));
    if card.subitems > 0 {
        facts.push((Tone::Muted, format!("{}/{}", card.subitems_done, card.subitems)));
    }
    let words = page.words();
    if !card.waits_for.is_empty() {
        let others = card.waits_for.join(&words.word("terminal-list-comma"));
        facts.push((Tone::Muted, words.say("terminal-waits-for", &[("items", &others)])));
    }
    if let Some(by) = &card.covered_by {
        facts.push((Tone::Muted, words.say("terminal-covered-by", &[("item", by)])));
    }
    if card.timer_started_at.is_some() {
        facts.push((Tone::Me, words.word("terminal-timer-runs")));
    }
    lines.extend(flowing(&blank, facts, cells));
    lines
}

/// Pieces with dots between them, on as few lines as they need.
fn flowing(blank: &str, facts: Vec<Piece>, cells: usize) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![];
    let mut used = 0;
    for (tone, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()) {
        let fits = used > 0 && used + 3 + width(&text) <= cells;
        if let Some(line) = lines.last_mut().filter(|_| fits) {
            used += 3 + width(&text);
            line.push((Tone::Muted, " · ".to_owned()));
            line.push((tone, text));
        } else {
            let parts = wrapped(&text, cells.saturating_sub(width(blank)));
            used = width(blank) + parts.last().map_or(0, |part| width(part));
            let behind_blank = |part| vec![(Tone::Plain, blank.to_owned()), (tone, part)];
            lines.extend(parts.into_iter().map(behind_blank));
        }
    }
    lines
}

/// Two columns of lines beside each other.
fn beside(page: &mut Page, left: Vec<Vec<Piece>>, right: Vec<Vec<Piece>>, cells: usize) {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    for _ in 0..rows {
        let mut line = left.next().unwrap_or_default();
        let used: usize = line.iter().map(|(_, text)| width(text)).sum();
        line.push((Tone::Plain, padded("", cells.saturating_sub(used))));
        line.push((Tone::Muted, " │ ".to_owned()));
        line.extend(right.next().unwrap_or_default());
        page.line(line);
    }
}

/// All jobs, newest first.
pub(crate) fn jobs(page: &mut Page, view: &JobsView) {
    if view.jobs.is_empty() {
        page.text(Tone::Muted, "", &page.words().word("terminal-no-jobs"));
    }
    let widest = view.jobs.iter().map(|job| width(&job.reference)).max().unwrap_or_default();
    for job in &view.jobs {
        let lead = format!("{}{}  ", " ".repeat(widest.saturating_sub(width(&job.reference))), job.reference);
        let tone = if job.closed_at.is_some() { Tone::Muted } else { Tone::Strong };
        page.text(tone, &lead, &one_line(&job.title));
        let words = page.words();
        let mut facts = vec![(Tone::Muted, job.summary_text.clone())];
        if job.closed_at.is_some() {
            facts.push((Tone::Good, words.word("terminal-job-closed")));
        } else if job.finished > 0 {
            let finished = words.say(
                "terminal-job-finished",
                &[("done", &job.finished.to_string()), ("all", &job.items.to_string())],
            );
            facts.push((Tone::Muted, finished));
        }
        if job.in_review > 0 {
            let count = job.in_review.to_string();
            facts.push((Tone::NeedsYou, words.say("terminal-job-in-review", &[("count", &count)])));
        }
        if job.is_sample {
            facts.push((Tone::Muted, words.word("terminal-job-sample")));
        }
        let blank = " ".repeat(width(&lead));
        let width = page.width();
        for line in flowing(&blank, facts, width) {
            page.line(line);
        }
    }
}
