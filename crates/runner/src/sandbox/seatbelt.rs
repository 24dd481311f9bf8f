//! The fence of macOS: a profile that denies all but what is named. Whether it holds on the machine
//! at hand is tried like every fence's.

use std::fmt::Write;
use std::process::Command;

use super::fenced::Fenced;

const PROFILE: &str = r#"(version 1)
(deny default)
(import "system.sb")
(allow process-fork process-exec sysctl-read file-read-metadata)
(allow signal (target same-sandbox))
(allow file-read* (subpath "/usr") (subpath "/bin") (subpath "/sbin") (subpath "/System")
  (subpath "/Library/Apple") (subpath "/Library/Developer") (subpath "/opt/homebrew")
  (subpath "/private/etc/ssl") (literal "/private/etc/hosts") (literal "/private/etc/passwd"))
(allow file-write-data (literal "/dev/null"))
"#;

/// Adds everything up to the program to be run. Paths are parameters: none can end the profile.
pub(super) fn fence(command: &mut Command, fenced: &Fenced) {
    let mut profile = PROFILE.to_owned();
    let mut parameters = vec![];
    let writable = fenced.writable.iter().chain([&fenced.folder]);
    let all = fenced.readable.iter().map(|path| (path, "file-read*"));
    for (number, (path, what)) in all.chain(writable.map(|path| (path, "file-read* file-write*"))).enumerate()
    {
        // Writing into a text cannot fail.
        let _ = writeln!(profile, "(allow {what} (subpath (param \"P{number}\")))");
        parameters.push(format!("P{number}={}", path.display()));
    }
    if fenced.network {
        profile.push_str("(allow network* system-socket)\n");
    }
    for parameter in parameters {
        command.args(["-D", &parameter]);
    }
    command.args(["-p", &profile]);
    // As with `bwrap`: no long files, no dumps of memory, and the folder for what nobody keeps.
    let bounded = "ulimit -c 0; ulimit -f \"$1\"; mkdir -p \"$2\"; shift 2; exec \"$@\"";
    command.args(["/bin/sh", "-c", bounded, "sh", &(super::LONGEST_FILE / 512).to_string()]);
    command.arg(fenced.scratch());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_parameters_and_the_network_is_named_only_when_agreed_to() {
        let folder = std::path::PathBuf::from("/x/\"))(allow default)");
        let closed = Fenced { folder, readable: vec!["/r".into()], writable: vec![], network: false };
        let profile = |fenced: &Fenced| {
            let mut command = Command::new("sandbox-exec");
            fence(&mut command, fenced);
            let args: Vec<String> =
                command.get_args().map(|arg| arg.to_string_lossy().into_owned()).collect();
            let profile = args.iter().position(|arg| arg == "-p").and_then(|at| args.get(at + 1)).cloned();
            (profile.unwrap(), args)
        };

        let (text, args) = profile(&closed);
        let (open, _) = profile(&Fenced { network: true, ..closed });

        assert!(!text.contains("/x/") && !text.contains("network"), "{text}");
        assert!(text.ends_with("(allow file-read* (subpath (param \"P0\")))\n(allow file-read* file-write* (subpath (param \"P1\")))\n"));
        assert_eq!(args.get(..4).unwrap(), ["-D", "P0=/r", "-D", "P1=/x/\"))(allow default)"]);
        assert!(open.contains("(allow network*"));
    }
}
