//! The program in a folder of its own, with a scripted agent that works an item.

use std::sync::Arc;

use halfday_app::{App, Language, Opening, Origin, StopWork, Until, WorkOptions};
use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

pub(crate) struct Desk {
    // Closed before its folder goes.
    app: App,
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) fn new(language: Language) -> Outcome<Self> {
        let folder = TempDir::new()?;
        let app = App::open(Opening {
            data: Some(folder.path().join("data")),
            now: None,
            language: Some(language),
            origin: Origin::Window,
        })?;
        Ok(Self { app, folder })
    }

    pub(crate) fn ask(&self, name: &str, request: Value) -> Outcome<Value> {
        Ok(self.app.dispatch(name, request)?)
    }

    /// A job whose first item is 1.1.
    pub(crate) fn job(&self, text: &str, workspace: Option<&std::path::Path>) -> Outcome {
        let job =
            json!({ "text": text, "items": null, "title": null, "hours": null, "workspace": workspace });
        self.ask("create_job", job).map(drop)
    }

    /// Item 1.1 after a scripted agent, set up so, has worked it to an end.
    pub(crate) fn worked(&self, config: &Value) -> Outcome<Value> {
        let agent = json!({
            "name": "worker", "way": "scripted", "family": null, "model": null, "config": config,
            "preferred": true,
        });
        self.ask("add_agent", agent)?;
        let give = json!({
            "items": ["1.1"], "to": { "who": "ai" }, "place": null, "guess": null, "minutes": null,
            "because": null, "start": "now",
        });
        self.ask("assign_items", give)?;
        let options =
            WorkOptions { until: Until::NothingLeft { waits_for_person_ms: 0 }, ..WorkOptions::default() };
        self.app.work_queue(&options, &StopWork::default(), Arc::new(|_| {}))?;
        self.ask("show_item", json!({ "item": "1.1" }))
    }

    /// What an attempt did, step by step.
    pub(crate) fn steps(&self, attempt: &Value) -> Outcome<Vec<Value>> {
        let steps = self.ask("attempt_steps", json!({ "attempt": attempt["id"] }))?;
        Ok(steps["steps"].as_array().ok_or("no steps")?.clone())
    }
}
