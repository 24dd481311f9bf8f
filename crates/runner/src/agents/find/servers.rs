//! Servers with models of their own that run on this computer. Each is known by an answer only it gives: the ports
//! are nobody's alone.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::Value;

/// How long a server on this computer may take to answer.
const LIMIT: Duration = Duration::from_millis(700);

/// What runs there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServerKind {
    Ollama,
    LmStudio,
    LlamaCpp,
}

/// A server that answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalServer {
    pub kind: ServerKind,
    /// Where it listens, without a path.
    pub url: String,
    pub version: Option<String>,
    /// The models it has, by the names it is asked for them.
    pub models: Vec<String>,
}

/// Where each kind is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    pub ollama: String,
    pub lm_studio: String,
    pub llama_cpp: String,
}

impl Default for Addresses {
    /// Where they listen unless they are told otherwise.
    fn default() -> Self {
        let local = |port: u16| format!("http://127.0.0.1:{port}");
        Self { ollama: local(11_434), lm_studio: local(1234), llama_cpp: local(8080) }
    }
}

/// The servers that run at these addresses.
pub async fn servers(addresses: &Addresses) -> Vec<LocalServer> {
    // Nothing of this leaves the computer, so no proxy is asked.
    let Ok(client) = reqwest::Client::builder().timeout(LIMIT).no_proxy().build() else { return vec![] };
    let asked = [
        (ServerKind::Ollama, &addresses.ollama),
        (ServerKind::LmStudio, &addresses.lm_studio),
        (ServerKind::LlamaCpp, &addresses.llama_cpp),
    ];
    let found = asked.map(|(kind, url)| server(&client, kind, url.trim_end_matches('/')));
    join_all(found).await.into_iter().flatten().collect()
}

async fn server(client: &reqwest::Client, kind: ServerKind, url: &str) -> Option<LocalServer> {
    let ask = |path: &'static str| ask(client, format!("{url}{path}"));
    let (version, models) = match kind {
        ServerKind::Ollama => {
            let version = ask("/api/version").await?["version"].as_str()?.to_owned();
            (Some(version), named(&ask("/api/tags").await?, "models", "name")?)
        }
        // Only its own interface says whether a model is loaded.
        ServerKind::LmStudio => {
            let models = ask("/api/v0/models").await?;
            let is_its_own = |model: &Value| model["state"].is_string();
            models["data"].as_array()?.iter().all(is_its_own).then_some(())?;
            (None, named(&models, "data", "id")?)
        }
        ServerKind::LlamaCpp => {
            let models = ask("/v1/models").await?;
            let is_its_own = |model: &Value| model["owned_by"] == "llamacpp";
            models["data"].as_array()?.iter().any(is_its_own).then_some(())?;
            (None, named(&models, "data", "id")?)
        }
    };
    Some(LocalServer { kind, url: url.to_owned(), version, models })
}

async fn ask(client: &reqwest::Client, url: String) -> Option<Value> {
    let answer = client.get(url).send().await.ok()?.error_for_status().ok()?;
    serde_json::from_slice(&answer.bytes().await.ok()?).ok()
}

fn named(answer: &Value, list: &str, name: &str) -> Option<Vec<String>> {
    let names = answer[list].as_array()?.iter().filter_map(|entry| entry[name].as_str());
    Some(names.map(str::to_owned).collect())
}
