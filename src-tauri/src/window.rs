//! The one window, as `tauri.conf.json` describes it, with what a file cannot say.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::webview::PageLoadEvent;
use tauri::{App, AppHandle, Manager, Runtime, Url, Window, WindowEvent};
use tauri::{DragDropEvent, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

use crate::desk::DeskEvent;
use crate::listener::Listener;

/// What of the window is the same the next time.
pub(crate) const REMEMBERED: StateFlags =
    StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

/// Opens every window that the configuration names, and shows each when its page is there. A web view that is to draw
/// itself while its page arrives holds the thread that draws for half a second: WebKitGTK waits there for a picture, its
/// other process makes none before the page is whole, and it is this very thread that hands the page over.
pub(crate) fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app.handle(), config)?
            // The task bar names the page that is open. A title that could not be set costs nothing else.
            .on_document_title_changed(|window, title| drop(window.set_title(&title)))
            .on_page_load(|window, load| {
                if load.event() == PageLoadEvent::Finished {
                    // Where the system does not show it, the watch for the first frame tries once more.
                    let _ = window.show();
                }
            })
            .on_navigation(is_ours)
            .build()?;
    }
    Ok(())
}

/// Whether the window has the focus, kept here because asking it means waiting for the thread that draws.
#[derive(Default)]
pub(crate) struct Focus(AtomicBool);

/// Whether the window is what the person works with at the moment.
pub(crate) fn has_focus<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.state::<Focus>().0.load(Ordering::Relaxed)
}

/// Passes on what the page cannot see by itself.
pub(crate) fn heed<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match event {
        WindowEvent::Focused(is_focused) => window.state::<Focus>().0.store(*is_focused, Ordering::Relaxed),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, position }) => {
            let scale = window.scale_factor().unwrap_or(1.0);
            window.state::<Listener<DeskEvent>>().tell(&DeskEvent::dropped(paths, *position, scale));
        }
        // Tauri's list, not ours: it grows without us.
        _ => {}
    }
}

/// Shows the window before all others, as the person asked.
pub(crate) fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        // Where the system does not let it come forward it still exists.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Our pages never lead anywhere else, so whatever does (a link dropped on the window) is not followed.
fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_shown() {
        let shown = |address: &str| is_ours(&address.parse().unwrap());

        assert!(shown("tauri://localhost/index.html#/jobs/1"));
        assert!(shown("http://tauri.localhost/"), "so it is called on Windows");
        assert!(!shown("https://example.org/"));
        assert!(!shown("file:///etc/passwd"));
        assert!(!shown("data:text/html,hello"));
    }
}
