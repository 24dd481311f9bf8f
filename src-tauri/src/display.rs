//! What has to be known about the screen before a window can open on it. Only Linux needs to be asked.

use std::io;

/// Whether there is a display a window could open on.
pub(crate) fn is_there() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// With NVIDIA's own driver `WebKitGTK` may draw nothing unless one of its switches is set, and a program cannot safely
/// set its own environment: so it starts itself again. Does nothing where that is not needed.
#[cfg(target_os = "linux")]
pub(crate) fn start_again_if_needed() -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    // Whoever has set it, to whatever value, has decided.
    if std::env::var_os(SWITCH).is_some() || !Path::new("/proc/driver/nvidia/version").exists() {
        return Ok(());
    }
    // It only returns when it could not replace this process.
    let error =
        Command::new(std::env::current_exe()?).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
    Err(error)
}

/// Other systems bring another web view.
#[cfg(not(target_os = "linux"))]
pub(crate) fn start_again_if_needed() -> io::Result<()> {
    Ok(())
}
