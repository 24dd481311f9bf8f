//! What the desktop tells the page by itself.

use std::path::PathBuf;

use serde::Serialize;
use tauri::PhysicalPosition;

/// Something that happened outside the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum DeskEvent {
    /// Files let go over the page. The place is in the page's own pixels, from its upper left corner.
    FilesDropped { paths: Vec<String>, x: f64, y: f64 },
    /// The person wants to write something down, wherever they are.
    QuickAdd,
}

impl DeskEvent {
    /// `scale` is how many pixels of the screen are one of the page.
    pub(crate) fn dropped(paths: &[PathBuf], at: PhysicalPosition<f64>, scale: f64) -> Self {
        // A name that is no text is told as near as text comes: the core then says which file it could not read.
        let paths = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        // Only Windows counts in pixels of the screen here; GTK and macOS count as the page does, whatever the type says.
        let scale = if cfg!(windows) { scale } else { 1.0 };
        Self::FilesDropped { paths, x: at.x / scale, y: at.y / scale }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn dropped_files_arrive_with_their_place() {
        let paths = [PathBuf::from("/home/mei/筆記.md"), PathBuf::from("/tmp/a b.pdf")];

        let told = DeskEvent::dropped(&paths, PhysicalPosition::new(300.0, 120.0), 1.0);

        assert_eq!(
            serde_json::to_value(told).unwrap(),
            json!({ "kind": "filesDropped", "paths": ["/home/mei/筆記.md", "/tmp/a b.pdf"], "x": 300.0, "y": 120.0 })
        );
    }
}
