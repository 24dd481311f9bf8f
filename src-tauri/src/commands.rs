//! The three commands of the pages. What they ask about the work goes through `call`, what only a desktop can do through
//! `desk`; `subscribe` tells them when to ask.

use std::sync::Arc;

use halfday_app::api::Changed;
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::call_error::CallError;
use crate::core_state::Core;
use crate::desk::{self, DeskEvent};
use crate::listener::Listener;

/// Runs one command of the core. It may wait for the disk, so it never runs on the thread that draws.
#[tauri::command]
pub(crate) async fn call(
    core: State<'_, Arc<Core>>,
    name: String,
    request: Value,
) -> Result<Value, CallError> {
    let core = Arc::clone(&core);
    spawn_blocking(move || core.app()?.dispatch(&name, request).map_err(CallError::from))
        .await
        .unwrap_or_else(|error| Err(CallError::unanswered(error.to_string())))
}

/// Does something of the desktop. It may wait for the person, so it never runs on the thread that draws.
#[tauri::command]
pub(crate) async fn desk(app: AppHandle, name: String, request: Value) -> Result<Value, CallError> {
    spawn_blocking(move || desk::run(&app, &name, request).map_err(CallError::from))
        .await
        .unwrap_or_else(|error| Err(CallError::unanswered(error.to_string())))
}

/// From now on changes, and what happens on the desktop, are told to this page, and no longer to one that was here
/// before it.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri makes the arguments and gives them away")]
pub(crate) fn subscribe(
    core: State<'_, Arc<Core>>,
    desk: State<'_, Listener<DeskEvent>>,
    changes: Channel<Changed>,
    desk_events: Channel<DeskEvent>,
) {
    core.listeners().replace(changes);
    desk.replace(desk_events);
}
