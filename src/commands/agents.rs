//! Who can work.

use halfday_app::App;
use halfday_app::api::{self, AgentRef, AgentView, AgentsView, Nothing};
use serde::Serialize;
use serde_json::{Value, json};

use crate::args::{AddAgent, Agents, AgentsCommand};
use crate::complaint::Complaint;
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    agents: Vec<Agent<'a>>,
}

#[derive(Serialize)]
struct Tested<'a> {
    version: u32,
    agent: Agent<'a>,
    works: bool,
    text: &'a str,
}

#[derive(Serialize)]
struct Agent<'a> {
    id: &'a str,
    name: &'a str,
    way: &'a str,
    family: &'a str,
    model: &'a str,
    preferred: bool,
    simulated: bool,
    created_at: i64,
}

impl<'a> From<&'a AgentView> for Agent<'a> {
    fn from(agent: &'a AgentView) -> Self {
        Self {
            id: &agent.id,
            name: &agent.name,
            way: &agent.way,
            family: &agent.family,
            model: &agent.model,
            preferred: agent.is_preferred,
            simulated: agent.is_simulated,
            created_at: agent.created_at,
        }
    }
}

pub(crate) fn agents(args: Agents, app: &App, out: &Out) -> Result<(), Failure> {
    let view = match args.what {
        None => app.agents(Nothing {})?,
        Some(AgentsCommand::Add(args)) => app.add_agent(request(args, out)?)?,
        Some(AgentsCommand::Prefer(args)) => app.prefer_agent(AgentRef { name: args.name })?,
        Some(AgentsCommand::Remove(args)) => app.remove_agent(AgentRef { name: args.name })?,
        Some(AgentsCommand::Test(args)) => return test(args.name, app, out),
    };
    let document = Document { version: VERSION, agents: view.agents.iter().map(Agent::from).collect() };
    out.document(&document, |page| draw(page, &view))
}

fn test(name: String, app: &App, out: &Out) -> Result<(), Failure> {
    let tested = app.test_agent(AgentRef { name })?;
    let document =
        Tested { version: VERSION, agent: (&tested.agent).into(), works: tested.works, text: &tested.text };
    out.answer(&document, &tested.text)?;
    if tested.works { Ok(()) } else { Err(Failure::Unsound) }
}

fn request(args: AddAgent, out: &Out) -> Result<api::AddAgent, Failure> {
    let config = match (&args.script, &args.config) {
        (Some(path), None) => {
            let unreadable = |source| halfday_app::Error::ReadFile { path: path.clone(), source };
            let text = std::fs::read_to_string(path).map_err(unreadable)?;
            json!({ "script": parsed(&text, out)? })
        }
        (None, Some(text)) => parsed(text, out)?,
        (None, None) => json!({}),
        (Some(_), Some(_)) => return Err(Complaint::new(out.words(), "agent-config", &[]).into()),
    };
    Ok(api::AddAgent {
        name: args.name,
        way: args.way,
        family: args.family,
        model: args.model,
        config,
        preferred: args.preferred,
    })
}

fn parsed(text: &str, out: &Out) -> Result<Value, Failure> {
    serde_json::from_str(text).map_err(|_| Complaint::new(out.words(), "agent-json", &[]).into())
}

fn draw(page: &mut Page, view: &AgentsView) {
    let words = page.words();
    if view.agents.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-agents-none"));
        return;
    }
    let rows: Vec<_> = view
        .agents
        .iter()
        .map(|agent| {
            let sign = if agent.is_preferred { "◆" } else { " " };
            let model: Vec<String> = [&agent.family, &agent.model]
                .iter()
                .map(|text| one_line(text))
                .filter(|text| !text.is_empty())
                .collect();
            vec![
                (Tone::Ai, sign.to_owned()),
                (Tone::Strong, one_line(&agent.name)),
                (Tone::Plain, model.join(" · ")),
                (Tone::Muted, agent.text.clone()),
            ]
        })
        .collect();
    page.table(&rows, &[]);
    page.gap();
    page.text(Tone::Muted, "", &words.word("terminal-agents-preferred"));
}
