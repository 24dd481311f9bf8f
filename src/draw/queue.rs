//! What waits for a verdict.

use halfday_app::api::{PendingReview, ReviewQueue};

use crate::draw::item::checks;
use crate::page::{Page, Tone};
use crate::text::{one_line, width};

/// The queue, shortest first.
pub(crate) fn queue(page: &mut Page, queue: &ReviewQueue) {
    if queue.items.is_empty() {
        page.text(Tone::Muted, "", &page.words().word("terminal-review-empty"));
    }
    for pending in &queue.items {
        page.gap();
        entry(page, pending);
    }
    if let Some(first) = queue.items.first() {
        how(page, first);
    }
}

/// The three verdicts, as they are typed.
fn how(page: &mut Page, pending: &PendingReview) {
    let words = page.words();
    let verdicts = [
        ("accept", "verdict-accepted"),
        ("rework --minutes N", "verdict-accepted_after_rework"),
        ("reject --reason R", "verdict-rejected"),
    ];
    let row = |(typed, word): (&str, &str)| {
        let command = format!("halfday review {} {typed}", pending.card.reference);
        vec![(Tone::Plain, command), (Tone::Muted, words.word(word))]
    };
    page.gap();
    page.table(&verdicts.map(row), &[]);
}

fn entry(page: &mut Page, pending: &PendingReview) {
    let words = page.words();
    let lead = format!("{}  ", pending.card.reference);
    let blank = " ".repeat(width(&lead));
    page.text(Tone::Strong, &lead, &one_line(&pending.card.title));
    let attempt = words.say("terminal-attempt", &[("number", &pending.attempt.number.to_string())]);
    let facts = [one_line(&pending.job_title), attempt, pending.read_text.clone()];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    page.text(Tone::Muted, &blank, &facts.join(" · "));
    checks(page, &pending.attempt, &blank);
    for file in &pending.attempt.deliverables {
        let bytes = halfday_app::fmt::integer(file.bytes);
        let line = words.say("terminal-file", &[("path", &one_line(&file.path)), ("bytes", &bytes)]);
        page.text(Tone::Plain, &format!("{blank}→ "), &line);
    }
}

/// One entry with the text of what came back.
pub(crate) fn deliverable_text(page: &mut Page, pending: &PendingReview) {
    entry(page, pending);
    for file in &pending.attempt.deliverables {
        page.gap();
        page.text(Tone::Strong, "── ", &one_line(&file.path));
        match &file.text {
            Some(text) => page.text(Tone::Plain, "", text),
            None => page.text(Tone::Muted, "", &page.words().word("terminal-file-not-text")),
        }
    }
    how(page, pending);
}
