//! Who can work: agents are added, preferred, tried and retired. What an agent is never changes; another
//! model, another script is another agent.

use std::time::Duration;

use halfday_domain::event::{Actor, EventKind};
use halfday_domain::id::AgentId;
use halfday_domain::words::Words;
use halfday_runner::agents::{Commands, Failure, Workplace, find};
use halfday_store::agents::{self, Agent};
use serde_json::json;

use crate::api::{AddAgent, AgentRef, AgentView, AgentsView, Nothing, TestedView};
use crate::assign::CLIPBOARD;
use crate::reach::{self, SCRIPTED};
use crate::{App, Error, prices, settings};

/// An agent that does not begin within this time does not work.
const BEGINS_WITHIN: Duration = Duration::from_mins(1);
/// The longest name.
const MOST_NAME: usize = 40;
/// What `give --to` reads as somebody else.
const TAKEN: [&str; 4] = ["me", "ai", "chance", CLIPBOARD];

impl App {
    /// The agents in use.
    pub fn agents(&self, _: Nothing) -> Result<AgentsView, Error> {
        let (words, veil) = (self.words(), self.veil()?);
        self.store.read(move |connection| {
            let preferred = settings::preferred_agent(connection)?;
            let known = agents::in_use(connection)?;
            let views = known.iter().map(|agent| {
                let price_text = prices::unpriced_text(connection, words, agent)?;
                Ok::<_, Error>(AgentView {
                    price_text,
                    ..agent_view(words, agent, preferred.as_deref(), veil)
                })
            });
            Ok(AgentsView { agents: views.collect::<Result<_, _>>()? })
        })
    }

    /// Adds an agent.
    pub fn add_agent(&self, request: AddAgent) -> Result<AgentsView, Error> {
        let name = request.name.trim().to_owned();
        let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, ',' | '/' | '\\');
        let is_name = !name.is_empty()
            && name.chars().count() <= MOST_NAME
            && name.chars().all(is_plain)
            && !name.starts_with('-')
            && !TAKEN.contains(&name.as_str());
        if !is_name {
            return Err(Error::AgentNameRefused { agent: request.name });
        }
        reach::prove(&request.way, &request.config, self)?;
        self.fact(Actor::Person, move |work| {
            if agents::by_name(work.tx, &name)?.is_some() {
                return Err(Error::AgentNameTaken { agent: name });
            }
            let agent = Agent {
                id: work.ids.make(AgentId::from_parts)?,
                name,
                way: request.way,
                family: request.family.unwrap_or_default(),
                model: request.model.unwrap_or_default(),
                config: request.config,
                created_at: work.at,
                retired_at: None,
            };
            agents::insert(work.tx, &agent)?;
            if request.preferred {
                settings::prefer_agent(work, Some(&agent.name))?;
            }
            work.event(EventKind::AgentAdded, None, json!({ "agent": agent.id.to_string() }))
        })?;
        self.agents(Nothing {})
    }

    /// From now on `ai` means this agent; the clipboard is one, too.
    pub fn prefer_agent(&self, request: AgentRef) -> Result<AgentsView, Error> {
        self.command("prefer-agent", move |work| {
            if request.name == CLIPBOARD {
                return settings::prefer_agent(work, None);
            }
            let agent = agents::by_name(work.tx, &request.name)?;
            let agent = agent.ok_or(Error::AgentNotFound { agent: request.name })?;
            settings::prefer_agent(work, Some(&agent.name))
        })?;
        self.agents(Nothing {})
    }

    /// Retires an agent; what it did stays.
    pub fn remove_agent(&self, request: AgentRef) -> Result<AgentsView, Error> {
        self.fact(Actor::Person, move |work| {
            let agent = agents::by_name(work.tx, &request.name)?;
            let agent = agent.ok_or(Error::AgentNotFound { agent: request.name })?;
            if agents::unfinished_items(work.tx, agent.id)? > 0 {
                return Err(Error::AgentInUse { agent: agent.name });
            }
            agents::retire(work.tx, agent.id, work.at)?;
            if settings::preferred_agent(work.tx)?.as_ref() == Some(&agent.name) {
                settings::prefer_agent(work, None)?;
            }
            work.event(EventKind::AgentRetired, None, json!({ "agent": agent.id.to_string() }))
        })?;
        self.agents(Nothing {})
    }

    /// Lets an agent begin in an empty folder and end again; nothing is asked of it.
    pub fn test_agent(&self, request: AgentRef) -> Result<TestedView, Error> {
        let (words, veil) = (self.words(), self.veil()?);
        let name = request.name.clone();
        let (agent, preferred) = self.store.read(move |connection| {
            let agent = agents::by_name(connection, &name)?;
            Ok::<_, Error>((
                agent.ok_or(Error::AgentNotFound { agent: name })?,
                settings::preferred_agent(connection)?,
            ))
        })?;
        let view = agent_view(words, &agent, preferred.as_deref(), veil);
        if agent.way == CLIPBOARD {
            let text = words.word("agent-works-clipboard");
            return Ok(TestedView { agent: view, works: true, text });
        }
        Ok(match try_out(&agent, self) {
            Ok(()) => TestedView {
                text: words.say("agent-works", &[("agent", &agent.name)]),
                agent: view,
                works: true,
            },
            Err(failure) => {
                let reason = words.word(&format!("failure-{}", failure.reason.code()));
                let args = [("agent", agent.name.as_str()), ("reason", &reason), ("detail", &failure.detail)];
                TestedView { text: words.say("agent-works-not", &args), agent: view, works: false }
            }
        })
    }
}

fn try_out(agent: &Agent, app: &App) -> Result<(), Failure> {
    use halfday_domain::failure::FailureReason::{AgentMissing, DiskFull, Timeout};
    let broken = |source: std::io::Error| Failure::new(DiskFull, source.to_string());
    let folder = tempfile::tempdir().map_err(broken)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| Failure::new(AgentMissing, source.to_string()))?;
    if let Some(known) = reach::known_program(agent) {
        let (found, home) = known?;
        let walls = reach::walls();
        let tested = runtime.block_on(find::test(&found, &home, folder.path(), Some(walls)));
        return tested.fault.map_or(Ok(()), Err);
    }
    let reached = reach::reach(agent, app, None);
    runtime.block_on(async {
        let place =
            Workplace { folder: folder.path().to_owned(), commands: Commands::Off, silence: BEGINS_WITHIN };
        let opened = tokio::time::timeout(BEGINS_WITHIN, reached.open(&place)).await;
        let session = opened.map_err(|_| Failure::new(Timeout, ""))??;
        session.close().await;
        Ok(())
    })
}

/// Whether names go behind the veil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameVeil {
    On,
    Off,
}

impl App {
    fn veil(&self) -> Result<NameVeil, Error> {
        Ok(if self.veil_setting()?.is_some() { NameVeil::On } else { NameVeil::Off })
    }
}

fn agent_view(words: &Words, agent: &Agent, preferred: Option<&str>, veil: NameVeil) -> AgentView {
    let reads_by_itself = veil == NameVeil::On && reach::is_program(&agent.way);
    let is_simulated = agent.way == SCRIPTED;
    AgentView {
        id: agent.id.to_string(),
        name: agent.name.clone(),
        way: agent.way.clone(),
        family: agent.family.clone(),
        model: agent.model.clone(),
        created_at: agent.created_at,
        is_preferred: match preferred {
            Some(name) => name == agent.name,
            None => agent.way == CLIPBOARD,
        },
        is_simulated,
        text: words.word(&format!("agent-way-{}", agent.way)),
        price_text: None,
        veil_text: reads_by_itself.then(|| words.say("agent-past-veil", &[("agent", &agent.name)])),
    }
}
