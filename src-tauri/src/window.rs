//! The one window, as `tauri.conf.json` describes it, with what a file cannot say.

use tauri::{App, Runtime, Url, WebviewWindowBuilder};

/// Opens every window that the configuration names.
pub(crate) fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app.handle(), config)?
            // The task bar names the page that is open. A title that could not be set costs nothing else.
            .on_document_title_changed(|window, title| drop(window.set_title(&title)))
            .on_navigation(is_ours)
            .build()?;
    }
    Ok(())
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
