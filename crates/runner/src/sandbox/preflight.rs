//! Tries a fence on this machine: something is really run behind it, and has to work inside and to
//! get nowhere outside.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Sandbox, Scope};

/// How long the trial may take: a program that does not know the hidden argument may never end.
const LONGEST: Duration = Duration::from_secs(5);
const SECRET: &str = "what nobody behind the fence can read";
/// Works inside; says what it can reach outside: a file to read, one to write, a port, networks.
const TRIAL: &str = r#"echo works > inside && cat inside
cat "$1" 2>/dev/null
(echo reached > "$2") 2>/dev/null
(bash -c "echo > /dev/tcp/127.0.0.1/$3" || nc -z 127.0.0.1 "$3") 2>/dev/null && echo connects
sed -n 's/^ *\([^: ]*\):.*/network \1/p' /proc/net/dev 2>/dev/null
exit 0
"#;

pub(super) fn run(sandbox: &Sandbox) -> Result<(), String> {
    let spoken = |fault: io::Error| fault.to_string();
    let place = tempfile::tempdir().map_err(spoken)?;
    let (inside, outside) = (place.path().join("inside"), place.path().join("outside"));
    fs::create_dir(&inside).map_err(spoken)?;
    fs::create_dir(&outside).map_err(spoken)?;
    let (secret, mark) = (outside.join("secret"), outside.join("mark"));
    fs::write(&secret, SECRET).map_err(spoken)?;
    let port = TcpListener::bind(("127.0.0.1", 0)).map_err(spoken)?;
    let number = port.local_addr().map_err(spoken)?.port().to_string();
    let args = [Path::new("-c"), Path::new(TRIAL), Path::new("sh"), &secret, &mark, Path::new(&number)];
    let command =
        sandbox.command("/bin/sh", args, &Scope::only(&inside)).map_err(|fault| fault.to_string())?;
    let output = output(command).map_err(spoken)?;
    judge(&output, mark.exists(), sandbox.kind == super::Kind::Bubblewrap)
}

fn judge(output: &Output, wrote: bool, has_own_network: bool) -> Result<(), String> {
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() || !said.starts_with("works\n") {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(if why.is_empty() { format!("the trial ended with {}", output.status) } else { why });
    }
    if said.contains(SECRET) {
        return Err("a file outside could be read".to_owned());
    }
    if wrote {
        return Err("a file outside could be written".to_owned());
    }
    let reaches = |line: &str| {
        line == "connects" || (has_own_network && line.starts_with("network ") && line != "network lo")
    };
    if said.lines().any(reaches) {
        return Err("the network could be reached".to_owned());
    }
    Ok(())
}

/// What `command` said, unless it takes too long.
fn output(mut command: Command) -> io::Result<Output> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let started = Instant::now();
    while child.try_wait()?.is_none() {
        if started.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Err(io::ErrorKind::TimedOut.into());
        }
        thread::sleep(Duration::from_millis(2));
    }
    child.wait_with_output()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    use super::*;

    #[track_caller]
    fn check(stdout: &str, wrote: bool, expected: Result<(), &str>) {
        let stdout = stdout.as_bytes().to_vec();
        let output = Output { status: ExitStatus::from_raw(0), stdout, stderr: b"bwrap: no\n".to_vec() };
        assert_eq!(judge(&output, wrote, true), expected.map_err(str::to_owned));
    }

    #[test]
    fn a_fence_that_lets_anything_through_is_none() {
        check("works\nnetwork lo\n", false, Ok(()));
        check("", false, Err("bwrap: no"));
        check("works\n", true, Err("a file outside could be written"));
        check(&format!("works\n{SECRET}"), false, Err("a file outside could be read"));
        check("works\nconnects\n", false, Err("the network could be reached"));
        check("works\nnetwork eth0\n", false, Err("the network could be reached"));
    }
}
