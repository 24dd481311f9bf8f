//! What Linux lets a program forbid itself.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::Command;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetStatus, Scope, path_beneath_rules,
};
use rustix::io::Errno;
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use rustix::thread::{CapabilitySet, CapabilitySets, remove_capability_from_bounding_set, set_capabilities};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};

use super::Fenced;
use crate::sandbox::LONGEST_FILE;
use crate::sandbox::fenced::{SETTINGS, SYSTEM};

/// The oldest Landlock that holds signals back too (Linux 6.12); with an older one a fenced program
/// could end any other of the person's.
const NEEDED: ABI = ABI::V6;
/// Devices that give nothing away.
const DEVICES: [&str; 5] = ["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];
/// On x86-64 each system call has a second number, for programs with short pointers.
const SHORT_POINTERS: i64 = 0x4000_0000;

/// Comes back only with the reason why it could not be done.
pub(super) fn become_fenced(mut args: impl Iterator<Item = OsString>) -> String {
    let scope = args.next().and_then(|scope| scope.into_string().ok()).unwrap_or_default();
    let Ok(fenced) = serde_json::from_str::<Fenced>(&scope) else {
        return "the scope cannot be read".to_owned();
    };
    let Some(program) = args.next() else { return "no program is named".to_owned() };
    if let Err(reason) = restrict(&fenced) {
        return reason;
    }
    // The standard error keeps what happens next apart from us.
    let failed = Command::new(&program).args(args).exec();
    format!("{} does not start: {failed}", program.display())
}

fn restrict(fenced: &Fenced) -> Result<(), String> {
    let said = |what: &str| {
        let what = what.to_owned();
        move |fault: &dyn std::fmt::Display| format!("{what}: {fault}")
    };
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL)).map_err(|e| said("parent")(&e))?;
    let bound = |limit| Rlimit { current: Some(limit), maximum: Some(limit) };
    setrlimit(Resource::Core, bound(0)).map_err(|e| said("dumps")(&e))?;
    setrlimit(Resource::Fsize, bound(LONGEST_FILE)).map_err(|e| said("lengths")(&e))?;
    let scratch = fenced.scratch();
    match fs::create_dir(&scratch) {
        Err(source) if source.kind() != ErrorKind::AlreadyExists => return Err(said("scratch")(&source)),
        Ok(()) | Err(_) => {}
    }
    drop_rights().map_err(|e| said("rights")(&e))?;
    landlock(fenced).map_err(|e| said("landlock")(&e))?;
    let filter = filter(fenced).map_err(|e| said("seccomp")(&e))?;
    seccompiler::apply_filter(&filter).map_err(|e| said("seccomp")(&e))?;
    // Proved on every start, not believed.
    match TcpListener::bind(("127.0.0.1", 0)) {
        Ok(_) if !fenced.network => Err("the network is still there".to_owned()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Gives up what root may do and others may not, for good: some of it goes past Landlock (with
/// `CAP_PERFMON` the environment of any program can be read).
fn drop_rights() -> rustix::io::Result<()> {
    for right in CapabilitySet::all().iter() {
        match remove_capability_from_bounding_set(right) {
            // Nothing to lose, or an older system that does not know it.
            Ok(()) | Err(Errno::PERM | Errno::INVAL) => {}
            Err(failed) => return Err(failed),
        }
    }
    let none = CapabilitySet::empty();
    set_capabilities(None, CapabilitySets { effective: none, permitted: none, inheritable: none })
}

fn landlock(fenced: &Fenced) -> Result<(), Box<dyn std::error::Error>> {
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(NEEDED))?
        .scope(Scope::from_all(NEEDED))?;
    if !fenced.network {
        rules = rules.handle_access(AccessNet::from_all(NEEDED))?;
    }
    let (read, all) = (AccessFs::from_read(NEEDED), AccessFs::from_all(NEEDED));
    let readable = SYSTEM.iter().chain(&SETTINGS).chain(&["/proc"]);
    let devices = AccessFs::ReadFile | AccessFs::WriteFile | AccessFs::IoctlDev;
    let status = rules
        .create()?
        .add_rules(path_beneath_rules(readable, read))?
        .add_rules(path_beneath_rules(&fenced.readable, read))?
        .add_rules(path_beneath_rules(DEVICES, devices))?
        .add_rules(path_beneath_rules(&fenced.writable, all))?
        .add_rules(path_beneath_rules([&fenced.folder], all))?
        .restrict_self()?;
    match status.ruleset {
        RulesetStatus::FullyEnforced => Ok(()),
        RulesetStatus::PartiallyEnforced | RulesetStatus::NotEnforced => Err("not enforced whole".into()),
    }
}

/// Refuses sockets, ways round a filter, and leaving the process group.
fn filter(fenced: &Fenced) -> Result<BpfProgram, Box<dyn std::error::Error>> {
    let mut refused: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    let always = [
        // By this a program would outlive the end of its group.
        libc::SYS_setsid,
        libc::SYS_setpgid,
        // It makes sockets and opens files past any filter.
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        // Other programs' memory, keys and mounts; a program of ours needs none of it.
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_getfd,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
    ];
    refused.extend(always.map(|call| (call, vec![])));
    let sockets = if fenced.network {
        // Internet and the kernel's own; those of this computer's services lie outside the scope.
        let others = [libc::AF_INET, libc::AF_INET6, libc::AF_NETLINK].map(|family| {
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, family.unsigned_abs().into())
        });
        vec![SeccompRule::new(others.into_iter().collect::<Result<_, _>>()?)?]
    } else {
        vec![]
    };
    refused.insert(libc::SYS_socket, sockets);
    // Typing into a terminal that is still open somewhere.
    let tiocsti = SeccompCondition::new(1, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, libc::TIOCSTI)?;
    refused.insert(libc::SYS_ioctl, vec![SeccompRule::new(vec![tiocsti])?]);
    if cfg!(target_arch = "x86_64") {
        let short: Vec<_> =
            refused.iter().map(|(call, rules)| (call | SHORT_POINTERS, rules.clone())).collect();
        refused.extend(short);
    }
    let not_permitted = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let machine = std::env::consts::ARCH.try_into()?;
    Ok(SeccompFilter::new(refused, SeccompAction::Allow, not_permitted, machine)?.try_into()?)
}
