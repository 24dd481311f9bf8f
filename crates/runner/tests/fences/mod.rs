//! The fences this machine has; what it has not is said loudly and not tried.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use halfday_runner::sandbox::{CommandOutput, Kind, Sandbox, Scope};
use tokio_util::sync::CancellationToken;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// The program that puts itself behind the fence.
pub(crate) fn helper() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_halfday-fence"))
}

/// Every fence that holds here.
pub(crate) fn fences() -> Result<Vec<Sandbox>, Box<dyn Error>> {
    let mut fences = vec![];
    for kind in [Kind::Bubblewrap, Kind::Landlock, Kind::Seatbelt] {
        match Sandbox::prove(kind, helper()) {
            Ok(sandbox) => fences.push(sandbox),
            Err(tried) => writeln!(std::io::stderr(), "*** SKIPPED: {tried} ***")?,
        }
    }
    Ok(fences)
}

/// A staging folder with somebody else's folder beside it.
pub(crate) struct World {
    pub(crate) root: tempfile::TempDir,
}

impl World {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        // Not in `/tmp`, which some fences replace: a file outside has to be hidden by the fence itself.
        let root = tempfile::Builder::new().prefix("fence-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        std::fs::create_dir(root.path().join("inside"))?;
        std::fs::create_dir(root.path().join("outside"))?;
        std::fs::write(root.path().join("outside/diary"), "dear diary")?;
        Ok(Self { root })
    }

    pub(crate) fn inside(&self) -> PathBuf {
        self.root.path().join("inside")
    }

    pub(crate) fn outside(&self) -> PathBuf {
        self.root.path().join("outside")
    }

    pub(crate) fn scope(&self) -> Scope {
        Scope::only(self.inside())
    }

    /// Runs a shell script behind the fence.
    pub(crate) async fn run(
        &self,
        sandbox: &Sandbox,
        scope: &Scope,
        script: &str,
    ) -> Result<CommandOutput, Box<dyn Error>> {
        let argv = ["sh", "-c", script].map(str::to_owned);
        Ok(sandbox.run(&argv, scope, Duration::from_secs(20), &CancellationToken::new()).await?)
    }
}
