//! What has to be known about the screen before a window can open on it, and after it stayed blank. Only Linux needs to
//! be asked.

use std::io;

/// Whether there is a display a window could open on.
pub(crate) fn is_there() -> bool {
    !cfg!(target_os = "linux") || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY")
}

/// Whether the window opens in a Wayland session, where no program hears keys that are meant for another.
pub(crate) fn is_wayland() -> bool {
    cfg!(target_os = "linux")
        && is_set("WAYLAND_DISPLAY")
        && std::env::var_os("GDK_BACKEND").is_none_or(|backend| backend != "x11")
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// With NVIDIA's own driver `WebKitGTK` may draw nothing unless one of its switches is set: so that is done from the
/// start. Does nothing where it is not needed.
pub(crate) fn start_again_if_needed() -> io::Result<()> {
    if has_other_way() && std::path::Path::new("/proc/driver/nvidia/version").exists() {
        return start_again();
    }
    Ok(())
}

/// Whether the web view can be told to draw in another way than it does. Whoever has set the switch, to whatever value,
/// has decided.
pub(crate) fn has_other_way() -> bool {
    cfg!(target_os = "linux") && std::env::var_os(SWITCH).is_none()
}

const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts this program again, drawing in the other way: a program cannot safely set its own environment. It only
/// returns when it could not replace this process.
#[cfg(target_os = "linux")]
pub(crate) fn start_again() -> io::Result<()> {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let error =
        Command::new(std::env::current_exe()?).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
    Err(error)
}

/// Other systems bring another web view.
#[cfg(not(target_os = "linux"))]
pub(crate) fn start_again() -> io::Result<()> {
    Ok(())
}
