//! The window of Halfday. It opens the core, shows the pages and passes calls between them; it decides nothing.

// A second, black window would open beside ours.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod attention;
mod call_error;
mod commands;
mod core_state;
mod desk;
mod desktop;
mod display;
mod feed;
mod first_paint;
mod instance;
mod listener;
mod notification;
mod quick_add;
mod tray;
mod window;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use halfday_app::{Language, Opening, Origin, Words, system_language};
use tauri::{Manager, RunEvent};

use crate::arguments::Arguments;
use crate::core_state::Core;
use crate::desk::{Clipboard, DeskEvent};
use crate::listener::Listener;
use crate::window::Focus;

fn main() -> ExitCode {
    if let Some(code) = halfday_app::run_if_asked(std::env::args_os()) {
        return code;
    }
    let words = Words::of(system_language().unwrap_or(Language::En));
    let given: Vec<OsString> = std::env::args_os().skip(1).collect();
    let arguments = match Arguments::read(&given, std::env::var_os("HALFDAY_DATA")) {
        Ok(arguments) => arguments,
        Err(unknown) => return stop(2, &words.say("window-option-unknown", &[("option", &unknown.option)])),
    };
    if !display::is_there() {
        return stop(1, &words.word("window-no-display"));
    }
    if let Err(error) = display::start_again_if_needed() {
        return stop(1, &words.say("window-start-failed", &[("why", &error.to_string())]));
    }
    match show(arguments, words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => stop(1, &words.say("window-start-failed", &[("why", &error.to_string())])),
    }
}

/// Opens the window and returns when it is closed.
fn show(arguments: Arguments, words: &'static Words) -> tauri::Result<()> {
    let instance = instance::plugin(arguments.data.as_deref());
    let opening = Opening { data: arguments.data, now: None, language: None, origin: Origin::Window };
    tauri::Builder::default()
        .plugin(instance)
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(window::REMEMBERED).build())
        .manage(Clipboard::default())
        .manage(Focus::default())
        .manage(Listener::<DeskEvent>::default())
        .setup(move |app| {
            let handle = app.handle();
            app.manage(Arc::new(Core::new(handle.clone(), opening)));
            first_paint::watch(handle)?;
            window::open(app)?;
            quick_add::claim_key(handle);
            tray::place(handle, words);
            Ok(())
        })
        .on_window_event(window::heed)
        .invoke_handler(tauri::generate_handler![commands::call, commands::desk, commands::subscribe])
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Clipboard>().let_go();
                app.state::<Arc<Core>>().close();
            }
        });
    Ok(())
}

/// Ends with a sentence for the person who started us from a terminal.
fn stop(code: u8, sentence: &str) -> ExitCode {
    // When even this cannot be written there is nobody left to tell; the exit code still says it.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(code)
}
