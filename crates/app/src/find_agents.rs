//! What could work on this computer and is no agent yet: programs we can speak to, and servers with models of
//! their own. Nothing is started but the login shell, and no AI is asked.

use halfday_runner::agents::find::{
    Addresses, FoundAgent, Known, LocalServer, SearchPath, ServerKind, servers,
};

use crate::api::{FoundAgentsView, FoundModel, FoundProgram, FoundServer, Nothing};
use crate::{App, Error};

impl App {
    /// Looks for them.
    pub fn find_agents(&self, _: Nothing) -> Result<FoundAgentsView, Error> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|source| Error::StartWorker { source })?;
        Ok(runtime.block_on(async {
            let variable = |name: &str| std::env::var_os(name);
            let home = std::env::home_dir().unwrap_or_default();
            let (path, silent) = SearchPath::of(&home, &variable).await;
            let servers = servers(&Addresses::default()).await;
            FoundAgentsView {
                programs: path.agents().iter().map(program).collect(),
                servers: servers.into_iter().map(server).collect(),
                shell_fault: silent.map(|fault| fault.to_string()),
            }
        }))
    }
}

fn program(found: &FoundAgent) -> FoundProgram {
    let name = found.known.name();
    let way = match found.known {
        Known::Claude | Known::Codex => name,
        Known::Gemini | Known::Goose | Known::Opencode => "acp",
    };
    let path = found.path.to_string_lossy().into_owned();
    let add = format!("halfday agents add {name} --way {way} --program {} --network", quoted(&path));
    FoundProgram { name: name.to_owned(), path, way: way.to_owned(), add }
}

fn server(found: LocalServer) -> FoundServer {
    let (name, api, base) = match found.kind {
        ServerKind::Ollama => ("ollama", "ollama", found.url.clone()),
        ServerKind::LmStudio => ("lm-studio", "openai_chat", format!("{}/v1", found.url)),
        ServerKind::LlamaCpp => ("llama-cpp", "openai_chat", format!("{}/v1", found.url)),
    };
    let add = |model: String| {
        let add = format!(
            "halfday agents add {name} --way model --api {api} --base-url {base} --model {}",
            quoted(&model)
        );
        FoundModel { model, add }
    };
    FoundServer {
        name: name.to_owned(),
        url: found.url,
        version: found.version,
        models: found.models.into_iter().map(add).collect(),
    }
}

/// As a shell takes it for one word.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-:+@".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_stays_one_word() {
        assert_eq!(quoted("/opt/bin/claude"), "/opt/bin/claude");
        assert_eq!(quoted("/opt/my own/it's"), r"'/opt/my own/it'\''s'");
    }
}
