//! What only a desktop has: a clipboard, dialogs, other programs, the window itself. Nothing here reads or changes the
//! record; that is what the core is asked for.

mod clipboard;
mod error;
mod event;
mod launch;
mod pick;
mod save;

use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, Runtime};

use crate::first_paint::FirstPaint;
use crate::quick_add::QuickAddKey;
use crate::window;

pub(crate) use clipboard::Clipboard;
pub(crate) use error::Error;
pub(crate) use event::DeskEvent;
use save::Content;

/// Does what the page asks for by `name`. Dialogs take as long as the person does, so this never runs on the thread
/// that draws.
pub(crate) fn run<R: Runtime>(app: &AppHandle<R>, name: &str, request: Value) -> Result<Value, Error> {
    match name {
        "copy_text" => {
            let Text { text } = read(name, request)?;
            app.state::<Clipboard>().copy_text(text)?;
            Ok(Value::Null)
        }
        "paste_text" => Ok(json!(app.state::<Clipboard>().paste_text()?)),
        "pick_files" => {
            let Titled { title } = read(name, request)?;
            Ok(json!(pick::files(app, title)?))
        }
        "pick_folder" => {
            let Titled { title } = read(name, request)?;
            Ok(json!(pick::folder(app, title)?))
        }
        "save_file" => {
            let SaveFile { title, name, content } = read(name, request)?;
            let Some(place) = pick::new_file(app, title, name)? else { return Ok(Value::Null) };
            save::save(&content, &place)?;
            Ok(json!(place))
        }
        "pick_place" => {
            let PickPlace { title, name } = read(name, request)?;
            Ok(json!(pick::new_file(app, title, name)?))
        }
        "open_path" => {
            let OpenPath { path } = read(name, request)?;
            launch::open_path(&path)?;
            Ok(Value::Null)
        }
        "open_link" => {
            let OpenLink { url } = read(name, request)?;
            launch::open_link(&url)?;
            Ok(Value::Null)
        }
        "quick_add_key" => Ok(json!(app.state::<QuickAddKey>().keys())),
        "painted" => {
            app.state::<FirstPaint>().came();
            Ok(Value::Null)
        }
        "show_window" => {
            window::bring_forward(app);
            Ok(Value::Null)
        }
        "quit" => {
            app.exit(0);
            Ok(Value::Null)
        }
        _ => Err(Error::UnknownName { name: name.to_owned() }),
    }
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Deserialize)]
struct Titled {
    title: String,
}

#[derive(Deserialize)]
struct SaveFile {
    title: String,
    name: String,
    content: Content,
}

#[derive(Deserialize)]
struct PickPlace {
    title: String,
    name: String,
}

#[derive(Deserialize)]
struct OpenPath {
    path: PathBuf,
}

#[derive(Deserialize)]
struct OpenLink {
    url: String,
}

fn read<T: DeserializeOwned>(name: &str, request: Value) -> Result<T, Error> {
    serde_json::from_value(request).map_err(|source| Error::ReadRequest { name: name.to_owned(), source })
}
