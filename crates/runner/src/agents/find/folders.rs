//! Where installers put programs that are on nobody's `PATH` yet: version managers of Node, package managers, and
//! the agents' own installers.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Always in the home folder.
const IN_HOME: &[&str] = &[
    ".local/bin",
    "bin",
    ".claude/local",
    ".opencode/bin",
    ".npm-global/bin",
    ".npm-packages/bin",
    ".yarn/bin",
    ".deno/bin",
    ".cargo/bin",
    ".nodenv/shims",
    ".n/bin",
    "n/bin",
    "scoop/shims",
    "AppData/Roaming/npm",
];

/// For the whole computer.
const OF_THE_SYSTEM: &[&str] =
    &["/opt/homebrew/bin", "/usr/local/bin", "/home/linuxbrew/.linuxbrew/bin", "/opt/local/bin", "/snap/bin"];

/// Of a tool whose folder a variable may name: the variable, where it is otherwise, and where programs are in it.
const OF_TOOLS: &[(&str, &[&str], &str)] = &[
    ("VOLTA_HOME", &[".volta"], "bin"),
    ("BUN_INSTALL", &[".bun"], "bin"),
    ("PNPM_HOME", &[".local/share/pnpm", "Library/pnpm"], ""),
    ("ASDF_DATA_DIR", &[".asdf"], "shims"),
    ("MISE_DATA_DIR", &[".local/share/mise"], "shims"),
];

/// Of a tool that keeps one folder per version of Node: as above, then where the versions are, and where programs
/// are in one.
const OF_VERSIONS: &[(&str, &[&str], &str, &str)] = &[
    ("NVM_DIR", &[".nvm", ".config/nvm"], "versions/node", "bin"),
    (
        "FNM_DIR",
        &[".local/share/fnm", ".fnm", "Library/Application Support/fnm"],
        "node-versions",
        "installation/bin",
    ),
    ("ASDF_DATA_DIR", &[".asdf"], "installs/nodejs", "bin"),
    ("MISE_DATA_DIR", &[".local/share/mise"], "installs/node", "bin"),
];

/// The folders there are, for someone whose home folder is `home`; `variable` reads the environment. Of several
/// versions of Node the newest comes first.
pub fn folders(home: &Path, variable: &dyn Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    let of_tool = |name: &str, otherwise: &[&str]| -> Vec<PathBuf> {
        let named = variable(name).filter(|folder| !folder.is_empty()).map(PathBuf::from);
        named.into_iter().chain(otherwise.iter().map(|folder| home.join(folder))).collect()
    };
    let tools = OF_TOOLS.iter().flat_map(|(name, otherwise, programs)| {
        of_tool(name, otherwise).into_iter().map(move |tool| tool.join(programs))
    });
    let versions = OF_VERSIONS.iter().flat_map(|(name, otherwise, versions, programs)| {
        let newest_first =
            of_tool(name, otherwise).into_iter().flat_map(|tool| newest_first(&tool.join(versions)));
        newest_first.map(|version| version.join(programs)).collect::<Vec<_>>()
    });
    let home_folders = IN_HOME.iter().map(|folder| home.join(folder));
    let all = home_folders.chain(tools).chain(versions).chain(OF_THE_SYSTEM.iter().map(PathBuf::from));
    all.filter(|folder| folder.is_dir()).collect()
}

/// The folders of versions in `folder`, the highest number first.
fn newest_first(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut versions: Vec<(Vec<u64>, PathBuf)> =
        entries.map(|entry| (numbers(&entry.file_name().to_string_lossy()), entry.path())).collect();
    versions.sort();
    versions.into_iter().rev().map(|(_, path)| path).collect()
}

fn numbers(version: &str) -> Vec<u64> {
    version.trim_start_matches('v').split('.').map_while(|part| part.parse().ok()).collect()
}
