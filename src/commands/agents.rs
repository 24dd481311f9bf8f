//! Who can work.

use halfday_app::App;
use halfday_app::api::{self, AgentRef, AgentView, AgentsView, FoundAgentsView, Nothing};
use serde::Serialize;
use serde_json::{Map, Value, json};

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
        Some(AgentsCommand::Add(args)) => app.add_agent(request(*args, out)?)?,
        Some(AgentsCommand::Prefer(args)) => app.prefer_agent(AgentRef { name: args.name })?,
        Some(AgentsCommand::Remove(args)) => app.remove_agent(AgentRef { name: args.name })?,
        Some(AgentsCommand::Find) => return find(app, out),
        Some(AgentsCommand::Test(args)) => return test(args.name, app, out),
    };
    let document = Document { version: VERSION, agents: view.agents.iter().map(Agent::from).collect() };
    out.document(&document, |page| draw(page, &view))
}

fn find(app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.find_agents(Nothing {})?;
    let programs = view.programs.iter();
    let programs: Vec<Value> = programs
        .map(|found| json!({ "name": found.name, "path": found.path, "way": found.way, "add": found.add }))
        .collect();
    let servers = view.servers.iter().map(|found| {
        let models = found.models.iter().map(|model| json!({ "model": model.model, "add": model.add }));
        let models: Vec<Value> = models.collect();
        json!({ "name": found.name, "url": found.url, "version": found.version, "models": models })
    });
    let servers: Vec<Value> = servers.collect();
    let document = json!({
        "version": VERSION, "programs": programs, "servers": servers, "shell_fault": view.shell_fault
    });
    out.document(&document, |page| draw_found(page, &view))
}

fn draw_found(page: &mut Page, view: &FoundAgentsView) {
    let words = page.words();
    if view.programs.is_empty() && view.servers.is_empty() {
        page.text(Tone::Muted, "", &words.word("terminal-agents-none-found"));
    }
    for found in &view.programs {
        page.text(Tone::Strong, "", &format!("{} · {}", found.name, one_line(&found.path)));
        page.text(Tone::Muted, "  ", &one_line(&found.add));
    }
    for found in &view.servers {
        page.text(Tone::Strong, "", &format!("{} · {}", found.name, one_line(&found.url)));
        for model in &found.models {
            page.text(Tone::Muted, "  ", &one_line(&model.add));
        }
    }
    if let Some(fault) = &view.shell_fault {
        page.gap();
        page.text(Tone::Muted, "", &words.say("terminal-agents-shell", &[("why", &one_line(fault))]));
    }
}

fn test(name: String, app: &App, out: &Out) -> Result<(), Failure> {
    let tested = app.test_agent(AgentRef { name })?;
    let document =
        Tested { version: VERSION, agent: (&tested.agent).into(), works: tested.works, text: &tested.text };
    out.answer(&document, &tested.text)?;
    if tested.works { Ok(()) } else { Err(Failure::Unsound) }
}

fn request(args: AddAgent, out: &Out) -> Result<api::AddAgent, Failure> {
    let options = options(&args);
    let config = match (&args.script, &args.config) {
        (Some(_), Some(_)) => return Err(alone(out)),
        (Some(_), None) | (None, Some(_)) if !options.is_empty() => return Err(alone(out)),
        (Some(path), None) => {
            let unreadable = |source| halfday_app::Error::ReadFile { path: path.clone(), source };
            let text = std::fs::read_to_string(path).map_err(unreadable)?;
            json!({ "script": parsed(&text, out)? })
        }
        (None, Some(text)) => parsed(text, out)?,
        (None, None) => Value::Object(options),
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

fn alone(out: &Out) -> Failure {
    Complaint::new(out.words(), "agent-config", &[]).into()
}

/// What was said of the way by options of its own.
fn options(args: &AddAgent) -> Map<String, Value> {
    let mut config = Map::new();
    let mut add = |name: &str, value: Value| config.insert(name.to_owned(), value);
    if let Some(path) = &args.program {
        // The working folder of today is not that of the day it is started.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        add("program", json!(path));
    }
    if !args.arg.is_empty() {
        add("args", json!(args.arg));
    }
    if !args.env.is_empty() {
        add("env", json!(args.env));
    }
    if args.network {
        add("network", json!(true));
    }
    if let Some(api) = &args.api {
        add("api", json!(api));
        add("model", json!(args.model));
    }
    if let Some(url) = &args.base_url {
        add("base_url", json!(url));
    }
    if let Some(key) = &args.key {
        add("key", json!(key));
    }
    config
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
    for agent in &view.agents {
        if let Some(text) = &agent.price_text {
            let said = words.say("label-value", &[("label", &agent.name), ("value", text)]);
            page.text(Tone::Muted, "", &one_line(&said));
        }
    }
    page.text(Tone::Muted, "", &words.word("terminal-agents-preferred"));
}
