//! The dialogs in which the person chooses files. They open over the window and are waited for.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::mpsc;

use rfd::{AsyncFileDialog, FileHandle};
use tauri::async_runtime::block_on;
use tauri::{AppHandle, Manager, Runtime};

use super::Error;

type Answer<T> = Pin<Box<dyn Future<Output = Option<T>> + Send>>;

/// The files the person chose; empty when they chose none.
pub(super) fn files<R: Runtime>(app: &AppHandle<R>, title: String) -> Result<Vec<PathBuf>, Error> {
    let chosen = show(app, title, |dialog| Box::pin(dialog.pick_files()))?;
    Ok(chosen.unwrap_or_default().iter().map(path).collect())
}

/// The folder the person chose.
pub(super) fn folder<R: Runtime>(app: &AppHandle<R>, title: String) -> Result<Option<PathBuf>, Error> {
    let chosen = show(app, title, |dialog| Box::pin(dialog.pick_folder()))?;
    Ok(chosen.as_ref().map(path))
}

/// Where the person wants a file to be, which is called `name` unless they say otherwise. Replacing one that is there
/// is asked for by the dialog.
pub(super) fn new_file<R: Runtime>(
    app: &AppHandle<R>,
    title: String,
    name: String,
) -> Result<Option<PathBuf>, Error> {
    let chosen = show(app, title, |dialog| Box::pin(dialog.set_file_name(name).save_file()))?;
    Ok(chosen.as_ref().map(path))
}

fn path(chosen: &FileHandle) -> PathBuf {
    Path::to_owned(chosen.path())
}

/// A dialog is made on the thread that draws and waited for on ours.
fn show<R: Runtime, T: 'static>(
    app: &AppHandle<R>,
    title: String,
    begin: impl FnOnce(AsyncFileDialog) -> Answer<T> + Send + 'static,
) -> Result<Option<T>, Error> {
    let (sender, receiver) = mpsc::channel();
    let window = app.get_webview_window("main");
    app.run_on_main_thread(move || {
        let mut dialog = AsyncFileDialog::new().set_title(title).set_can_create_directories(true);
        if let Some(window) = window {
            dialog = dialog.set_parent(&window);
        }
        // Whoever asked waits below; it can only be gone because the program ends.
        let _ = sender.send(begin(dialog));
    })
    .map_err(|source| Error::ShowDialog { source })?;
    // A program that ends while it is asked was told nothing.
    Ok(receiver.recv().ok().and_then(block_on))
}
