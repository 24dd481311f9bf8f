//! What happens while the queue is worked, one line each.

use halfday_app::api::{WorkEvent, WorkEventKind};
use halfday_app::jiff::Timestamp;
use halfday_app::jiff::tz::TimeZone;

use crate::page::{Page, Tone};
use crate::text::one_line;

/// One line: when, which item, what.
pub(crate) fn work_line(page: &mut Page, event: &WorkEvent) {
    let text = one_line(&event.text);
    if text.is_empty() {
        return;
    }
    let (sign, tone) = match event.event {
        WorkEventKind::Started | WorkEventKind::GoesOn | WorkEventKind::WorksAgain => ("▶", Tone::Ai),
        WorkEventKind::Step => ("·", Tone::Plain),
        WorkEventKind::Text => ("»", Tone::Muted),
        WorkEventKind::Asked => ("?", Tone::NeedsYou),
        WorkEventKind::Parked | WorkEventKind::Held => ("⋯", Tone::Muted),
        WorkEventKind::Warned | WorkEventKind::StandsStill => ("!", Tone::NeedsYou),
        WorkEventKind::Checked => ("✓", Tone::Plain),
        WorkEventKind::Ended => ("■", Tone::Strong),
        // How it goes about it is in the store.
        WorkEventKind::Act | WorkEventKind::Checkpoint | WorkEventKind::Used => return,
    };
    let at = Timestamp::from_millisecond(event.at)
        .map(|at| at.to_zoned_datetime(TimeZone::system()).strftime("%H:%M:%S").to_string())
        .unwrap_or_default();
    page.text(tone, &format!("{at}  {:<6} {sign} ", event.item), &text);
    if event.event == WorkEventKind::Asked {
        let how = page.words().say("terminal-answer-how", &[("item", &event.item)]);
        page.text(Tone::Muted, "                   ", &how);
    }
}
