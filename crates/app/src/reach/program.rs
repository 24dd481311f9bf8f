//! Agents that are programs on this computer. None is started without the sandbox around it.

use std::path::PathBuf;

use halfday_runner::agents::acp::{Acp, Manners};
use halfday_runner::agents::cli_stream::{CliStream, Dialect};
use halfday_runner::agents::find::{FoundAgent, Known, SearchPath, folders, install_folders};
use halfday_runner::agents::in_words::InWords;
use halfday_runner::agents::program::Program;
use halfday_runner::agents::{Agent, Failure};
use halfday_runner::publish;
use serde::Deserialize;

use super::{missing, walls};

/// What the row of such an agent says. Values of variables are not among it: they may be secrets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    program: PathBuf,
    /// Instead of the usual ones, if there are any.
    #[serde(default)]
    pub(super) args: Vec<String>,
    /// Names of our variables the program is given, where they are set.
    #[serde(default)]
    pub(super) env: Vec<String>,
    /// The person has agreed that it reaches the network.
    #[serde(default)]
    network: bool,
    /// What it reads besides where it is installed.
    #[serde(default)]
    pub(super) readable: Vec<PathBuf>,
    /// What it writes besides its working folder.
    #[serde(default)]
    pub(super) writable: Vec<PathBuf>,
    /// It writes no files: this one gets its last words.
    words_in: Option<String>,
}

pub(super) fn acp(config: &Config) -> Result<Box<dyn Agent>, Failure> {
    let name = config.program.file_stem().unwrap_or_default().to_string_lossy();
    let known = Known::by_name(&name).filter(|known| !matches!(known, Known::Claude | Known::Codex));
    let manners = known.map_or(Manners::Plain, Known::manners);
    let agent = Acp::new(config.program(known)?).with_manners(manners);
    config.agent(agent.within(walls()))
}

pub(super) fn claude(config: &Config) -> Result<Box<dyn Agent>, Failure> {
    stream(config, Known::Claude, Dialect::Claude)
}

pub(super) fn codex(config: &Config) -> Result<Box<dyn Agent>, Failure> {
    stream(config, Known::Codex, Dialect::Codex)
}

fn stream(config: &Config, known: Known, dialect: Dialect) -> Result<Box<dyn Agent>, Failure> {
    let agent = CliStream::new(config.program(Some(known))?, dialect);
    config.agent(agent.within(walls()))
}

impl Config {
    fn agent(&self, agent: impl Agent + 'static) -> Result<Box<dyn Agent>, Failure> {
        let Some(file) = &self.words_in else { return Ok(Box::new(agent)) };
        publish::prove(&[file]).map_err(|fault| missing(format!("words_in: {fault}")))?;
        Ok(Box::new(InWords::new(Box::new(agent), file)))
    }

    /// The agent this is, and the person's home folder.
    pub(super) fn found(&self, known: Known) -> Result<(FoundAgent, PathBuf), Failure> {
        self.prove()?;
        let home = std::env::home_dir().ok_or_else(|| missing("HOME"))?;
        let variable = |name: &str| std::env::var_os(name);
        let paths = [variable("PATH").unwrap_or_default()];
        let search = SearchPath::new(&paths, folders(&home, &variable));
        Ok((search.agent_at(known, self.program.clone()), home))
    }

    fn prove(&self) -> Result<(), Failure> {
        if !self.network {
            return Err(missing("network"));
        }
        if !self.program.is_absolute() || !self.program.is_file() {
            return Err(missing(format!("{}: not there", self.program.display())));
        }
        Ok(())
    }

    fn program(&self, known: Option<Known>) -> Result<Program, Failure> {
        self.prove()?;
        let mut program = if let Some(known) = known {
            let (found, home) = self.found(known)?;
            found.program(&home)
        } else {
            let readable = install_folders(&self.program);
            Program { readable, ..Program::at(self.program.clone()) }
        };
        if !self.args.is_empty() {
            program.args.clone_from(&self.args);
        }
        let given = |name: &String| Some((name.clone(), std::env::var(name).ok()?));
        program.environment.extend(self.env.iter().filter_map(given));
        program.readable.extend_from_slice(&self.readable);
        program.writable.extend_from_slice(&self.writable);
        Ok(program)
    }
}
