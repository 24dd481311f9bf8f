//! The two commands of the pages. Everything they may ask goes through `call`; `subscribe` tells them when to ask.

use std::sync::Arc;

use halfday_app::api::Changed;
use serde_json::Value;
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Channel;

use crate::call_error::CallError;
use crate::core_state::Core;

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

/// From now on changes are told to this page, and no longer to one that was here before it.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri makes the arguments and gives them away")]
pub(crate) fn subscribe(core: State<'_, Arc<Core>>, channel: Channel<Changed>) {
    core.listeners().replace(channel);
}
