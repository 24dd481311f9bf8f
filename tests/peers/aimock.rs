//! aimock, a mock of the providers that nobody here wrote, on a port of its own.

use std::error::Error;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Far more than any machine needs.
const LONG: Duration = Duration::from_secs(30);

/// The running mock; gone with the test.
pub(crate) struct Aimock {
    child: Child,
    port: u16,
}

impl Drop for Aimock {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Aimock {
    /// Answers as `answers` say, which are kept in `folder`.
    pub(crate) fn start(peers: &Path, folder: &Path, answers: &Value) -> Result<Self, Box<dyn Error>> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let file = folder.join("answers.json");
        fs::write(&file, answers.to_string())?;
        let child = Command::new("node")
            .arg(peers.join("node_modules/@copilotkit/aimock/dist/cli.js"))
            .args(["-p", &port.to_string(), "-f"])
            .arg(file)
            .stdout(Stdio::null())
            .spawn()?;
        let mock = Self { child, port };
        let until = Instant::now() + LONG;
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if Instant::now() > until {
                return Err("the mock does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(mock)
    }

    /// Its address, with `path` behind it.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

/// What an answer used, in the words of each provider.
pub(crate) fn usage(read: u64, written: u64) -> Value {
    json!({ "prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written,
        "input_tokens": read, "output_tokens": written })
}

/// Variables that give opencode a model at `url` that costs 2.50 $ and 10 $ for a million tokens, and keep it still.
pub(crate) fn opencode_settings(url: &str) -> [(&'static str, String); 3] {
    let settings = json!({
        "autoupdate": false,
        "share": "disabled",
        "model": "mock/gpt-4o",
        "small_model": "mock/gpt-4o",
        "provider": {"mock": {
            "npm": "@ai-sdk/openai-compatible",
            "name": "mock",
            "options": {"baseURL": url, "apiKey": "none"},
            "models": {"gpt-4o": {
                "name": "gpt-4o",
                "cost": {"input": 2.5, "output": 10},
                "limit": {"context": 128_000, "output": 4096},
                "tool_call": true,
            }},
        }},
    });
    [
        ("OPENCODE_CONFIG_CONTENT", settings.to_string()),
        ("OPENCODE_DISABLE_AUTOUPDATE", "1".to_owned()),
        ("OPENCODE_DISABLE_MODELS_FETCH", "1".to_owned()),
    ]
}
