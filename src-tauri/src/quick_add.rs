//! Adding something from anywhere: a key that works while another program has the focus, and the tray.

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_global_shortcut::{GlobalShortcutExt, ShortcutState};

use crate::desk::DeskEvent;
use crate::display;
use crate::listener::Listener;
use crate::window;

const KEYS: &str = "Ctrl+Alt+H";

/// Whether the key works; the settings say it.
pub(crate) struct QuickAddKey {
    is_ours: bool,
}

impl QuickAddKey {
    /// The keys to press; `None` when the system does not give them to us.
    pub(crate) fn keys(&self) -> Option<&'static str> {
        self.is_ours.then_some(KEYS)
    }
}

/// Asks the system for the key. Another program may have it, and a Wayland session gives none away.
pub(crate) fn claim_key<R: Runtime>(app: &AppHandle<R>) {
    let is_ours = !display::is_wayland() && register(app).is_ok();
    app.manage(QuickAddKey { is_ours });
}

/// Shows the window, and the page begins something new.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>) {
    window::bring_forward(app);
    app.state::<Listener<DeskEvent>>().tell(&DeskEvent::QuickAdd);
}

fn register<R: Runtime>(app: &AppHandle<R>) -> Result<(), Box<dyn std::error::Error>> {
    app.plugin(tauri_plugin_global_shortcut::Builder::new().build())?;
    app.global_shortcut().on_shortcut(KEYS, |app, _, event| {
        if event.state() == ShortcutState::Pressed {
            begin(app);
        }
    })?;
    Ok(())
}
