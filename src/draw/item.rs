//! Everything about an item.

use halfday_app::api::{AttemptView, ItemView};

use crate::draw::{state, tone};
use crate::page::{Page, Tone};
use crate::text::one_line;

/// The item, what makes it done, and every try.
pub(crate) fn item(page: &mut Page, view: &ItemView) {
    let card = &view.card;
    let words = page.words();
    page.title(&format!("{}  {}", card.reference, card.title), "");
    page.text(Tone::Muted, "", &format!("{}  {}", view.job.reference, one_line(&view.job.title)));
    let lane = if card.is_with_ai { "terminal-lane-ai" } else { "terminal-lane-me" };
    let mut facts = vec![(if card.is_with_ai { Tone::Ai } else { Tone::Me }, words.word(lane))];
    let dot = || (Tone::Muted, " · ".to_owned());
    for (tone, text) in [
        (tone(&card.look), if card.look == "open" { card.status_text.clone() } else { state(card) }),
        (Tone::Plain, card.estimate_text.clone()),
        (Tone::Muted, if card.frozen_at.is_some() { words.word("terminal-frozen") } else { String::new() }),
        (Tone::Muted, card.kind_text.clone()),
    ] {
        if !text.is_empty() {
            facts.push(dot());
            facts.push((tone, text));
        }
    }
    page.line(facts);
    if !card.why_text.is_empty() && card.attempt_count == 0 && !card.is_finished {
        let suggested = words.word(&format!("suggested-{}", card.suggested));
        let args = [("who", suggested.as_str()), ("why", card.why_text.as_str())];
        page.text(Tone::Muted, "", &words.say("terminal-suggested", &args));
    }
    if let Some(notice) = &view.notice {
        page.text(Tone::NeedsYou, "", notice);
    }
    if let Some(wrong) = &view.turned_out_wrong {
        page.text(Tone::Bad, "", &wrong.text);
    }
    if let Some(forecast) = &view.forecast {
        page.text(Tone::Muted, "", &forecast.text);
    }
    if let Some(held) = &card.held_text {
        page.text(Tone::Muted, "", held);
    }
    if let Some(run) = &card.under_way {
        if let Some(step) = &run.step_text {
            page.text(Tone::Ai, "▶ ", &one_line(step));
        }
        if let Some(question) = &run.question {
            page.text(Tone::NeedsYou, "? ", &one_line(&question.text));
            let how = words.say("terminal-answer-how", &[("item", &card.reference)]);
            page.text(Tone::Muted, "  ", &how);
        }
    }
    if card.held_text.is_none() && !card.waits_for.is_empty() {
        let others = card.waits_for.join(&words.word("terminal-list-comma"));
        page.text(Tone::Muted, "", &words.say("terminal-waits-for", &[("items", &others)]));
    }
    if let Some(by) = &card.covered_by {
        page.text(Tone::Muted, "", &words.say("terminal-covered-by", &[("item", by)]));
    }
    if !view.instructions.trim().is_empty() {
        page.gap();
        page.text(Tone::Plain, "  ", &view.instructions);
    }
    list(page, "terminal-done-when", &view.done_when);
    list(page, "terminal-inputs", &view.inputs);
    list(page, "terminal-outputs", &view.outputs);
    if view.commands {
        page.gap();
        page.text(Tone::NeedsYou, "", &words.word("terminal-commands-on"));
        for command in &view.allowed_commands {
            page.text(Tone::Plain, "  · ", command);
        }
    }
    if !view.subitems.is_empty() {
        page.gap();
        page.heading("terminal-subitems");
        for subitem in &view.subitems {
            let mark = if subitem.done { "[x]" } else { "[ ]" };
            page.text(Tone::Plain, &format!("  {mark} {}  ", subitem.reference), &one_line(&subitem.title));
        }
    }
    if !view.attempts.is_empty() {
        page.gap();
        page.heading("terminal-attempts");
        for view in &view.attempts {
            attempt(page, view);
        }
    }
}

fn list(page: &mut Page, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    page.gap();
    page.heading(heading);
    for line in lines {
        page.text(Tone::Plain, "  · ", &one_line(line));
    }
}

/// One try: how it ended, its checks and files.
pub(crate) fn attempt(page: &mut Page, view: &AttemptView) {
    let lead = format!("  {}  ", view.number);
    page.text(Tone::Plain, &lead, &format!("{} · {}", agent(page, &view.agent), view.text));
    let blank = " ".repeat(lead.len());
    if let Some(note) = view.note.as_ref().filter(|note| !note.trim().is_empty()) {
        page.text(Tone::Muted, &blank, note);
    }
    checks(page, view, &blank);
    for file in &view.deliverables {
        let words = page.words();
        let bytes = halfday_app::fmt::integer(file.bytes);
        let path = one_line(&file.path);
        let line = match &file.published_to {
            Some(target) => words.say(
                "terminal-file-published",
                &[("path", &path), ("bytes", &bytes), ("target", &one_line(target))],
            ),
            None => words.say("terminal-file", &[("path", &path), ("bytes", &bytes)]),
        };
        page.text(Tone::Plain, &format!("{blank}→ "), &line);
    }
}

/// The clipboard has a name in every language; agents are called as they are called.
fn agent(page: &Page, name: &str) -> String {
    if name == "clipboard" { page.words().word("terminal-agent-clipboard") } else { one_line(name) }
}

/// What the checks said, one line each.
pub(crate) fn checks(page: &mut Page, view: &AttemptView, blank: &str) {
    for check in &view.checks {
        let (sign, tone) = match check.result.as_str() {
            "holds" => ("✓", Tone::Good),
            "fails" => ("✕", Tone::Bad),
            "cannot_tell" => ("?", Tone::Muted),
            // It is the person's to say, and so is every result this program does not know.
            _ => ("·", Tone::Plain),
        };
        let detail = if check.detail.is_empty() { String::new() } else { format!(" — {}", check.detail) };
        page.text(tone, &format!("{blank}{sign} "), &format!("{}{detail}", one_line(&check.text)));
        if let Some(evidence) = &check.evidence {
            let tone = match evidence.said.as_str() {
                "proved" => Tone::Good,
                "false" => Tone::Bad,
                _ => Tone::Muted,
            };
            page.text(tone, &format!("{blank}  "), &one_line(&evidence.text));
        }
    }
}
