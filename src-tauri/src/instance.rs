//! One window for one data folder: starting the program again brings the first window to the front.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use tauri::{Runtime, plugin::TauriPlugin};

use crate::window;

const IDENTIFIER: &str = "app.halfday.desktop";

/// The plugin that finds the other window. On Linux a folder chosen by the person has a window of its own; macOS and
/// Windows know one window for a program.
pub(crate) fn plugin<R: Runtime>(data: Option<&Path>) -> TauriPlugin<R> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(name(data))
        .callback(|app, _arguments, _folder| window::bring_forward(app))
        .build()
}

fn name(data: Option<&Path>) -> String {
    let Some(folder) = data else { return IDENTIFIER.to_owned() };
    let mut hasher = DefaultHasher::new();
    // Two ways to write the same folder are one folder, once it is there.
    folder
        .canonicalize()
        .or_else(|_| std::path::absolute(folder))
        .unwrap_or_else(|_| folder.to_owned())
        .hash(&mut hasher);
    format!("{IDENTIFIER}.data{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_name_however_it_is_written() {
        let folder = std::env::temp_dir();

        assert_eq!(name(Some(&folder)), name(Some(&folder.join("."))));
        assert_ne!(name(Some(&folder)), name(None));
        assert_ne!(name(Some(&folder)), name(Some(&folder.join("other"))));
    }

    #[test]
    fn a_name_is_one_the_bus_accepts() {
        let name = name(Some(Path::new("/a b/交辦")));

        let sound = name.split('.').all(|part| {
            part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.chars().all(|c| c.is_ascii_alphanumeric())
        });
        assert!(sound, "{name}");
    }
}
