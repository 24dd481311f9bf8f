//! Shows a notification of the desktop, and the window when it is clicked.

use std::thread;

use tauri::AppHandle;

use crate::attention::Notification;

/// On a thread of its own, which lives as long as the notification: the desktop may take its time, or have none.
pub(crate) fn show(handle: &AppHandle, told: Notification) {
    let handle = handle.clone();
    // Without a thread there is no notification; the board shows the same.
    let _ = thread::Builder::new().name("notification".to_owned()).spawn(move || {
        let mut notification = notify_rust::Notification::new();
        notification.appname("Halfday").summary(&told.title).body(&told.body);
        show_and_wait(&handle, &mut notification);
    });
}

#[cfg(target_os = "linux")]
fn show_and_wait(handle: &AppHandle, notification: &mut notify_rust::Notification) {
    notification.icon("halfday-window").hint(notify_rust::Hint::DesktopEntry("Halfday".to_owned()));
    notification.action("default", "Halfday");
    // A desktop without notifications shows none.
    let Ok(shown) = notification.show() else { return };
    shown.wait_for_action(|action| {
        if action == "default" {
            crate::window::bring_forward(handle);
        }
    });
}

/// Elsewhere a click brings the program forward by itself.
#[cfg(not(target_os = "linux"))]
fn show_and_wait(_: &AppHandle, notification: &mut notify_rust::Notification) {
    // A desktop without notifications shows none.
    let _ = notification.show();
}
