//! What the desktop around the window shows of the core: the language of the tray, and what needs the person.

use std::collections::BTreeMap;

use halfday_app::api::{AskActivity, Changed, ItemRef, Nothing};
use halfday_app::jiff::Timestamp;
use halfday_app::{App, Error, Origin};
use tauri::AppHandle;

use crate::attention::{self, Arrival, Moment, Quiet};
use crate::{notification, tray, window};

/// The core was opened: from now on the person's own language is known.
pub(crate) fn begin(handle: &AppHandle, app: &App) {
    tray::speak(handle, app.words());
}

/// Something happened in the record, whoever did it.
pub(crate) fn heed(handle: &AppHandle, app: &App, batch: &[Changed]) {
    if batch.iter().any(|changed| changed.kind == "setting_changed") {
        tray::speak(handle, app.words());
    }
    if batch.iter().any(|changed| changed.kind == "report_issued")
        && let Some(moment) = moment(handle, app)
        && let Some(told) = attention::of_report(moment, app.words())
    {
        notification::show(handle, told);
    }
    // An item that changed twice is told as it is now, once.
    let moved: BTreeMap<&str, i64> = batch
        .iter()
        .filter(|changed| changed.kind == "status_changed")
        .filter_map(|changed| Some((changed.item.as_deref()?, changed.seq)))
        .collect();
    if moved.is_empty() {
        return;
    }
    let Some(moment) = moment(handle, app) else { return };
    // What cannot be read now is on the board all the same.
    let arrivals: Vec<Arrival> =
        moved.into_iter().filter_map(|(item, seq)| arrival(app, item, seq).ok().flatten()).collect();
    if let Some(told) = attention::decide(&arrivals, moment, app.words()) {
        notification::show(handle, told);
    }
}

fn arrival(app: &App, item: &str, seq: i64) -> Result<Option<Arrival>, Error> {
    let latest = app.activity(AskActivity { limit: 1, before_seq: Some(seq + 1), item: None })?;
    let Some(event) = latest.lines.into_iter().next() else { return Ok(None) };
    let shown = app.show_item(ItemRef { item: item.to_owned() })?;
    Ok(Some(Arrival {
        is_own: event.origin == Origin::Window.code() && event.actor == "person",
        title: shown.card.title,
        job: shown.job.title,
        look: shown.card.look,
        status_text: shown.card.status_text,
    }))
}

/// `None` where the settings or the clock cannot be read.
fn moment(handle: &AppHandle, app: &App) -> Option<Moment> {
    let settings = app.settings(Nothing {}).ok()?;
    let now = Timestamp::from_millisecond(app.now()).ok()?.to_zoned_datetime(app.zone());
    let minute = |minute: Option<u32>| u16::try_from(minute?).ok();
    let (from, to) = (minute(settings.quiet_from), minute(settings.quiet_to));
    Some(Moment {
        is_wanted: settings.notify,
        is_focused: window::has_focus(handle),
        minute_of_day: u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).ok()?,
        quiet: from.zip(to).and_then(|(from, to)| Quiet::between(from, to)),
    })
}
