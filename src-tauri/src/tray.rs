//! The tray: a small menu where the desktop shows such things. Where it does not, there is no tray and nothing is said:
//! everything in it can be done in the window.

use halfday_app::Words;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager, Runtime};

use crate::quick_add;
use crate::window;

/// Whether there is one.
pub(crate) struct Tray<R: Runtime> {
    show: MenuItem<R>,
    add: MenuItem<R>,
    quit: MenuItem<R>,
}

/// Puts it there, if the desktop has a place for it.
pub(crate) fn place<R: Runtime>(app: &AppHandle<R>, words: &Words) {
    // The usual reason for a failure is a desktop without a tray.
    if let Ok(tray) = build(app, words) {
        app.manage(tray);
    }
}

/// Says the same in another language.
pub(crate) fn speak<R: Runtime>(app: &AppHandle<R>, words: &'static Words) {
    let handle = app.clone();
    // Not waited for: the thread that draws may be waiting for the one we are on. If it has ended, so has the tray.
    let _ = app.run_on_main_thread(move || {
        let Some(tray) = handle.try_state::<Tray<R>>() else { return };
        for (item, key) in
            [(&tray.show, "desk-tray-show"), (&tray.add, "desk-quick-add"), (&tray.quit, "desk-quit")]
        {
            // The old word stays.
            let _ = item.set_text(words.word(key));
        }
    });
}

fn build<R: Runtime>(app: &AppHandle<R>, words: &Words) -> tauri::Result<Tray<R>> {
    let item = |id: &str, key: &str| MenuItem::with_id(app, id, words.word(key), true, None::<&str>);
    let tray = Tray {
        show: item("show", "desk-tray-show")?,
        add: item("add", "desk-quick-add")?,
        quit: item("quit", "desk-quit")?,
    };
    let line = PredefinedMenuItem::separator(app)?;
    let menu = Menu::with_items(app, &[&tray.show, &tray.add, &line, &tray.quit])?;
    let icon = TrayIconBuilder::with_id("main").menu(&menu).tooltip(words.word("app-name"));
    let icon = match app.default_window_icon() {
        Some(image) => icon.icon(image.clone()),
        None => icon,
    };
    icon.on_menu_event(|app, event| match event.id().as_ref() {
        "show" => window::bring_forward(app),
        "add" => quick_add::begin(app),
        "quit" => app.exit(0),
        _ => {}
    })
    .build(app)?;
    Ok(tray)
}
