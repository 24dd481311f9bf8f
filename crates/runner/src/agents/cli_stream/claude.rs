//! Claude's lines: <https://docs.claude.com/en/docs/claude-code/headless>.

use std::collections::HashMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use halfday_domain::failure::FailureReason;
use serde_json::Value;

use super::{Heard, OwnCommands, Reading, SoFar, shown};
use crate::agents::words::{failure_in, reason_in};
use crate::agents::{Failure, Report, Step, StepKind, Usage, Workplace};

/// What lets it run commands unasked.
pub(super) const OWN_COMMANDS: &[&str] = &["-p", "--allowedTools", "Bash"];
/// The tools that run commands or reach the network.
const COMMANDS: &str = "Bash,BashOutput,KillShell,PowerShell";
const NETWORK: &str = "WebFetch,WebSearch";
const NANO: f64 = 1e9;

pub(super) fn args(own_commands: OwnCommands, so_far: &SoFar) -> Vec<String> {
    let mut args =
        vec!["-p", "--output-format", "stream-json", "--verbose", "--permission-mode", "acceptEdits"];
    let refused = format!("{COMMANDS},{NETWORK}");
    match own_commands {
        OwnCommands::No => args.extend(["--disallowedTools", &refused]),
        OwnCommands::Yes => args.extend(["--allowedTools", "Bash", "--disallowedTools", NETWORK]),
    }
    if let Some(id) = &so_far.id {
        args.extend(["--resume", id]);
    }
    args.into_iter().map(str::to_owned).collect()
}

/// The lines of one turn.
pub(super) struct Lines {
    place: Workplace,
    id: Option<String>,
    /// Tools that have begun, by their id.
    begun: HashMap<String, Step>,
    /// What each message used: its lines repeat it as it grows.
    used: HashMap<String, Usage>,
    /// Why its provider refused, where it says so in a word of its own.
    refusal: Option<FailureReason>,
    /// When its limit is lifted.
    until: Option<u64>,
    trouble: Option<String>,
}

impl Lines {
    pub(super) fn new(place: &Workplace) -> Self {
        Self {
            place: place.clone(),
            id: None,
            begun: HashMap::new(),
            used: HashMap::new(),
            refusal: None,
            until: None,
            trouble: None,
        }
    }
}

impl Reading for Lines {
    fn take(&mut self, line: &Value) -> Vec<Heard> {
        if let Some(id) = line["session_id"].as_str() {
            self.id = Some(id.to_owned());
        }
        match line["type"].as_str().unwrap_or_default() {
            "assistant" => self.message(line),
            "user" => self.results(line),
            "result" => self.result(line),
            "rate_limit_event" => {
                let limit = &line["rate_limit_info"];
                if limit["status"].as_str() == Some("rejected") {
                    self.refusal = Some(FailureReason::RateLimited);
                    self.until = limit["resetsAt"].as_u64();
                }
                vec![]
            }
            "system" if line["subtype"].as_str() == Some("api_retry") => {
                let error = line["error"].as_str().unwrap_or_default();
                self.refusal = refusal(error).or(self.refusal);
                self.trouble = Some(format!("{error} {}", line["error_status"]));
                vec![Heard::Waits]
            }
            // Its hello, and what later versions bring.
            _ => vec![],
        }
    }

    fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn into_so_far(self: Box<Self>) -> SoFar {
        SoFar { id: self.id, ..SoFar::default() }
    }
}

impl Lines {
    fn message(&mut self, line: &Value) -> Vec<Heard> {
        let message = &line["message"];
        // A helper of the agent's own speaks to the agent, not to us.
        let is_ours = line["parent_tool_use_id"].is_null();
        if let Some(error) = line["error"].as_str() {
            self.refusal = refusal(error).or(self.refusal);
        }
        let mut heard = vec![];
        for block in message["content"].as_array().into_iter().flatten() {
            match block["type"].as_str().unwrap_or_default() {
                "text" if is_ours => {
                    let text = block["text"].as_str().unwrap_or_default();
                    if self.refusal.is_some() {
                        self.trouble = Some(text.to_owned());
                    }
                    heard.push(Heard::Report(Report::Text(format!("{text}\n"))));
                }
                "thinking" => {
                    let thought = block["thinking"].as_str().unwrap_or_default();
                    if !thought.is_empty() {
                        heard.push(Heard::Report(Report::Step(Step::told(StepKind::Think, thought, None))));
                    }
                }
                "tool_use" => {
                    let id = block["id"].as_str().unwrap_or_default().to_owned();
                    self.begun.insert(id, step(block, &self.place));
                }
                _ => {}
            }
        }
        if let (Some(id), Some(usage)) = (message["id"].as_str(), usage(&message["usage"])) {
            self.used.insert(id.to_owned(), usage);
            heard.push(Heard::Report(Report::Used(sum(self.used.values()))));
        }
        heard
    }

    /// What came of the tools it used.
    fn results(&mut self, line: &Value) -> Vec<Heard> {
        let mut heard = vec![];
        for block in line["message"]["content"].as_array().into_iter().flatten() {
            let id = block["tool_use_id"].as_str().unwrap_or_default();
            if let Some(step) = self.begun.remove(id) {
                let went_well = Some(block["is_error"].as_bool() != Some(true));
                heard.push(Heard::Report(Report::Step(Step { went_well, ..step })));
            }
        }
        heard
    }

    fn result(&mut self, line: &Value) -> Vec<Heard> {
        let mut heard: Vec<Heard> =
            self.begun.drain().map(|(_, step)| Heard::Report(Report::Step(step))).collect();
        let cost = line["total_cost_usd"].as_f64().filter(|cost| cost.is_finite() && *cost >= 0.0);
        let tokens = usage(&line["usage"]).unwrap_or_else(|| sum(self.used.values()));
        // A sum of nothing for no tokens is no price.
        let reported_cost_nano = cost.filter(|cost| *cost > 0.0).map(|cost| (cost * NANO).round() as u64);
        let used = Usage { reported_cost_nano, ..tokens };
        if used != Usage::default() {
            heard.push(Heard::Report(Report::Used(used)));
        }
        let said = line["result"].as_str().unwrap_or_default();
        heard.push(Heard::Ended(self.end(line, said)));
        heard
    }

    /// `subtype` says "success" of a missing sign-in too: only `is_error` tells.
    fn end(&self, line: &Value, said: &str) -> Result<String, Failure> {
        let subtype = line["subtype"].as_str().unwrap_or_default();
        match (subtype, line["stop_reason"].as_str().unwrap_or_default()) {
            ("error_max_turns", _) => return Err(Failure::new(FailureReason::Steps, said)),
            ("error_max_budget_usd", _) => return Err(Failure::new(FailureReason::Money, said)),
            (_, "refusal") => return Err(Failure::new(FailureReason::Refused, said)),
            (_, "max_tokens") => return Err(Failure::new(FailureReason::Truncated, said)),
            (_, "model_context_window_exceeded") => {
                return Err(Failure::new(FailureReason::ContextOverflow, said));
            }
            _ => {}
        }
        if line["is_error"].as_bool() != Some(true) && !subtype.starts_with("error") {
            return Ok(said.to_owned());
        }
        let errors = line["errors"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let text = [said, subtype].into_iter().filter(|text| !text.is_empty() && *text != "success");
        let text = text.chain(errors).collect::<Vec<_>>().join(" · ");
        let told = failure_in(&text, FailureReason::AgentExited);
        let reason = match told.reason {
            FailureReason::AgentExited => {
                let status =
                    line["api_error_status"].as_u64().and_then(|status| reason_in(&status.to_string()));
                self.refusal.or(status).unwrap_or(told.reason)
            }
            named => named,
        };
        Err(Failure { reason, retry_after: self.until.and_then(until).or(told.retry_after), ..told })
    }
}

/// A word of its own for why its provider refused.
fn refusal(error: &str) -> Option<FailureReason> {
    match error {
        "authentication_failed" | "oauth_org_not_allowed" => Some(FailureReason::NotSignedIn),
        "billing_error" => Some(FailureReason::Billing),
        "rate_limit" => Some(FailureReason::RateLimited),
        "overloaded" => Some(FailureReason::Overloaded),
        "server_error" => Some(FailureReason::ServerError),
        "max_output_tokens" => Some(FailureReason::Truncated),
        _ => None,
    }
}

/// How long it is until a moment in seconds since 1970.
fn until(moment: u64) -> Option<Duration> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Duration::from_secs(moment).checked_sub(now)
}

fn step(tool: &Value, place: &Workplace) -> Step {
    let name = tool["name"].as_str().unwrap_or_default();
    let kind = match name {
        "Read" | "NotebookRead" => StepKind::Read,
        "Write" => StepKind::Write,
        "Edit" | "MultiEdit" | "NotebookEdit" => StepKind::Edit,
        "LS" => StepKind::List,
        "Glob" | "Grep" => StepKind::Search,
        "Bash" => StepKind::Command,
        "TodoWrite" | "TaskCreate" | "TaskUpdate" => StepKind::Note,
        _ => StepKind::Other,
    };
    let input = &tool["input"];
    let text = |names: &[&str]| names.iter().find_map(|name| input[*name].as_str());
    let about = text(&["file_path", "notebook_path", "path"])
        .map(|path| shown(path, place))
        .or_else(|| {
            text(&["command", "pattern", "url", "query", "description", "subject"]).map(str::to_owned)
        })
        .unwrap_or_else(|| name.to_owned());
    Step::told(kind, &about, None)
}

/// `input_tokens` leaves out what was read from or written to the cache.
fn usage(told: &Value) -> Option<Usage> {
    let count = |name: &str| told[name].as_u64();
    let (read, written) = (count("cache_read_input_tokens"), count("cache_creation_input_tokens"));
    let all = count("input_tokens")? + read.unwrap_or(0) + written.unwrap_or(0);
    let out = count("output_tokens");
    // No tokens at all is what it says when nobody was asked.
    (all > 0 || out.unwrap_or(0) > 0).then_some(Usage {
        tokens_in: Some(all),
        tokens_out: out,
        tokens_cached: read,
        tokens_cache_written: written,
        reported_cost_nano: None,
    })
}

fn sum<'a>(usages: impl Iterator<Item = &'a Usage>) -> Usage {
    let add = |one: Option<u64>, other: Option<u64>| match (one, other) {
        (None, None) => None,
        (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
    };
    usages.fold(Usage::default(), |sum, usage| Usage {
        tokens_in: add(sum.tokens_in, usage.tokens_in),
        tokens_out: add(sum.tokens_out, usage.tokens_out),
        tokens_cached: add(sum.tokens_cached, usage.tokens_cached),
        tokens_cache_written: add(sum.tokens_cache_written, usage.tokens_cache_written),
        reported_cost_nano: None,
    })
}
