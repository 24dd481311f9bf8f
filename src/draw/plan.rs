//! A draft plan, as `split` shows it.

use halfday_app::api::PlanView;

use crate::page::{Page, Tone};
use crate::text::{one_line, width};

/// The draft: items with minutes, who it suggests and why.
pub(crate) fn plan(page: &mut Page, plan: &PlanView) {
    let words = page.words();
    page.title(&plan.title, "");
    let count = plan.items.len().to_string();
    let sum = words.say("terminal-plan-sum", &[("count", &count), ("total", &plan.total_text)]);
    page.text(Tone::Muted, "", &sum);
    let mut section = "";
    let widest = count.len();
    for item in &plan.items {
        if item.section != section {
            section = &item.section;
            page.gap();
            page.text(Tone::Strong, "", &one_line(section));
        } else if item.number == 1 {
            page.gap();
        }
        let lead = format!("{:>widest$}  ", item.number);
        let blank = " ".repeat(width(&lead));
        let tone = if item.done { Tone::Muted } else { Tone::Plain };
        page.text(tone, &lead, &one_line(&item.title));
        if item.done {
            page.text(Tone::Muted, &blank, &words.word("terminal-plan-done-before"));
            continue;
        }
        let who = match item.suggested.as_str() {
            "ai" => Tone::Ai,
            "me" => Tone::Me,
            _ => Tone::Muted,
        };
        let suggested = words.word(&format!("suggested-{}", item.suggested));
        let why = words.say("terminal-plan-why", &[("who", &suggested), ("why", &item.why)]);
        let room = page.width();
        let line = format!("{} · {why}", item.estimate_text);
        if width(&blank) + width(&line) <= room {
            page.line(vec![
                (Tone::Plain, blank.clone()),
                (Tone::Muted, format!("{} · ", item.estimate_text)),
                (who, why),
            ]);
        } else {
            page.text(who, &blank, &line);
        }
        if !item.depends_on.is_empty() {
            let numbers: Vec<String> = item.depends_on.iter().map(ToString::to_string).collect();
            let numbers = numbers.join(&words.word("terminal-list-comma"));
            page.text(Tone::Muted, &blank, &words.say("terminal-waits-for", &[("items", &numbers)]));
        }
        for subitem in &item.subitems {
            let mark = if subitem.done { "[x] " } else { "[ ] " };
            page.text(Tone::Plain, &format!("{blank}{mark}"), &one_line(&subitem.title));
        }
    }
    if !plan.questions.is_empty() {
        page.gap();
        page.heading("terminal-questions");
        for question in &plan.questions {
            page.text(Tone::Plain, "  · ", &one_line(question));
        }
    }
    page.gap();
    page.text(Tone::Muted, "", &words.word("terminal-plan-guess"));
}
