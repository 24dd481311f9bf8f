//! What has to be known about the screen before a window can open on it, and after it stayed blank. Only Linux needs to
//! be asked.

use std::io;
use std::path::Path;

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

/// With NVIDIA's own driver `WebKitGTK` may draw nothing unless one of its switches is set, and without a graphics card
/// it draws many times faster with it (`docs/performance.md`): so that is done from the start. Does nothing where it is
/// not needed.
pub(crate) fn start_again_if_needed() -> io::Result<()> {
    let is_nvidia = || Path::new("/proc/driver/nvidia/version").exists();
    if has_other_way() && (is_nvidia() || !has_graphics_card(Path::new("/dev/dri"))) {
        return start_again();
    }
    Ok(())
}

/// Whether something below `devices` can draw: the kernel names it `renderD128` and on.
fn has_graphics_card(devices: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(devices) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
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

#[cfg(test)]
mod tests {
    use super::has_graphics_card;

    #[test]
    fn a_computer_without_a_device_that_draws_has_no_graphics_card() -> std::io::Result<()> {
        let devices = tempfile::tempdir()?;
        assert!(!has_graphics_card(&devices.path().join("dri")));
        std::fs::write(devices.path().join("card0"), "")?;
        assert!(!has_graphics_card(devices.path()), "a screen without a renderer");
        std::fs::write(devices.path().join("renderD128"), "")?;
        assert!(has_graphics_card(devices.path()));
        Ok(())
    }
}
