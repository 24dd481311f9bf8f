//! What an agent's updates come to: steps, its words, what it used.

use std::collections::HashMap;
use std::path::Path;

use agent_client_protocol::v1::schema::{
    ContentBlock, Plan, PlanEntryStatus, SessionUpdate, ToolCall, ToolCallContent, ToolCallId,
    ToolCallLocation, ToolCallStatus, ToolCallUpdateFields, ToolKind,
};
use serde_json::Value;

use super::files::Files;
use super::permission::{argv, told};
use super::tokens::Tokens;
use crate::agents::{Report, Step, StepKind};

/// Of an agent's last words the last so many bytes are kept: what proves its work stands at their end.
const LONGEST_WORDS: usize = 256 << 10;
/// Of its thoughts what a step tells of them, in characters.
const LONGEST_THOUGHT: usize = 300;

/// One turn as it is watched.
pub(super) struct Watched<'a> {
    files: &'a Files,
    calls: HashMap<ToolCallId, Call>,
    /// In the order they began, for those that never end.
    order: Vec<ToolCallId>,
    words: String,
    /// Something was done since its last words, so the next ones begin anew.
    is_new_message: bool,
    thought: String,
    plan: String,
}

/// A tool call as far as it is known.
#[derive(Default)]
struct Call {
    fields: ToolCallUpdateFields,
    is_told: bool,
}

impl<'a> Watched<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            calls: HashMap::new(),
            order: vec![],
            words: String::new(),
            is_new_message: false,
            thought: String::new(),
            plan: String::new(),
        }
    }

    /// What the agent said last.
    pub(super) fn into_words(self) -> String {
        self.words.trim().to_owned()
    }

    /// Takes an update and gives what there is to tell of it.
    pub(super) fn take(&mut self, update: SessionUpdate, tokens: &mut Tokens) -> Vec<Report> {
        if let SessionUpdate::AgentThoughtChunk(chunk) = &update {
            if let ContentBlock::Text(text) = &chunk.content {
                self.think(&text.text);
            }
            return vec![];
        }
        let mut reports: Vec<Report> = self.thought_over().into_iter().collect();
        reports.extend(match update {
            SessionUpdate::AgentMessageChunk(chunk) => match chunk.content {
                ContentBlock::Text(text) => self.say(text.text),
                _ => None,
            },
            SessionUpdate::ToolCall(call) => {
                let id = call.tool_call_id.clone();
                // Some count anew in each answer of their model.
                if self.calls.get(&id).is_some_and(|call| call.is_told) {
                    self.calls.remove(&id);
                }
                self.call(id, fields(call))
            }
            SessionUpdate::ToolCallUpdate(update) => self.call(update.tool_call_id, update.fields),
            SessionUpdate::Plan(plan) => self.planned(&plan),
            SessionUpdate::UsageUpdate(usage) => {
                usage.cost.as_ref().and_then(|cost| tokens.cost(cost)).map(Report::Used)
            }
            // Modes, titles, lists of commands, our own words back, and what later versions bring.
            _ => None,
        });
        reports
    }

    /// A tool the agent asks leave for: known by that, if it was not told before.
    pub(super) fn asked_about(
        &mut self,
        id: &ToolCallId,
        fields: &ToolCallUpdateFields,
    ) -> ToolCallUpdateFields {
        let call = self.known(id);
        add(&mut call.fields, fields.clone());
        call.fields.clone()
    }

    /// Leave was refused: the step is told as one that did not go well, whatever the agent makes of it.
    pub(super) fn refused(&mut self, id: &ToolCallId) -> Option<Report> {
        self.known(id).fields.status = Some(ToolCallStatus::Failed);
        self.tell(id)
    }

    /// The turn is over: what was begun and never ended is told too.
    pub(super) fn end(&mut self) -> Vec<Report> {
        let mut reports: Vec<Report> = self.thought_over().into_iter().collect();
        for id in std::mem::take(&mut self.order) {
            reports.extend(self.tell(&id));
        }
        reports
    }

    fn say(&mut self, text: String) -> Option<Report> {
        if std::mem::take(&mut self.is_new_message) {
            self.words.clear();
        }
        self.words.push_str(&text);
        let over = self.words.len().saturating_sub(LONGEST_WORDS);
        self.words.drain(..self.words.ceil_char_boundary(over));
        (!text.is_empty()).then_some(Report::Text(text))
    }

    fn think(&mut self, text: &str) {
        let room = LONGEST_THOUGHT.saturating_sub(self.thought.chars().count());
        self.thought.extend(text.chars().take(room));
    }

    fn thought_over(&mut self) -> Option<Report> {
        let thought = std::mem::take(&mut self.thought);
        (!thought.trim().is_empty()).then(|| Report::Step(Step::told(StepKind::Think, &thought, None)))
    }

    /// Where it stands in its plan, told when that changes.
    fn planned(&mut self, plan: &Plan) -> Option<Report> {
        let is_at = |status: PlanEntryStatus| plan.entries.iter().filter(move |entry| entry.status == status);
        let now = is_at(PlanEntryStatus::InProgress).chain(is_at(PlanEntryStatus::Pending)).next();
        let done = is_at(PlanEntryStatus::Completed).count();
        let about = now.map_or_else(String::new, |entry| entry.content.clone());
        let about = format!("{done}/{} {about}", plan.entries.len());
        if about == self.plan {
            return None;
        }
        self.plan.clone_from(&about);
        Some(Report::Step(Step::told(StepKind::Note, &about, None)))
    }

    fn call(&mut self, id: ToolCallId, fields: ToolCallUpdateFields) -> Option<Report> {
        self.is_new_message = true;
        let call = self.known(&id);
        add(&mut call.fields, fields);
        match call.fields.status {
            Some(ToolCallStatus::Completed | ToolCallStatus::Failed) => self.tell(&id),
            _ => None,
        }
    }

    fn known(&mut self, id: &ToolCallId) -> &mut Call {
        if !self.calls.contains_key(id) {
            self.order.push(id.clone());
        }
        self.calls.entry(id.clone()).or_default()
    }

    /// Tells a call once.
    fn tell(&mut self, id: &ToolCallId) -> Option<Report> {
        let call = self.calls.get_mut(id).filter(|call| !call.is_told)?;
        call.is_told = true;
        let fields = &call.fields;
        let went_well = match fields.status {
            Some(ToolCallStatus::Completed) => Some(true),
            Some(ToolCallStatus::Failed) => Some(false),
            _ => None,
        };
        Some(Report::Step(Step::told(kind(fields), &about(fields, self.files), went_well)))
    }
}

fn fields(call: ToolCall) -> ToolCallUpdateFields {
    ToolCallUpdateFields::new()
        .kind(call.kind)
        .status(call.status)
        .title(call.title)
        .name(call.name)
        .content(call.content)
        .locations(call.locations)
        .raw_input(call.raw_input)
}

/// An update names only what has changed; an empty list is what agents send before they know.
fn add(known: &mut ToolCallUpdateFields, new: ToolCallUpdateFields) {
    known.kind = new.kind.or(known.kind);
    known.status = new.status.or(known.status);
    known.name = new.name.or_else(|| known.name.take());
    // The first title says what is done; later ones are often what came of it.
    known.title = known.title.take().or(new.title);
    known.content = new.content.filter(|content| !content.is_empty()).or_else(|| known.content.take());
    known.locations = new.locations.filter(|places| !places.is_empty()).or_else(|| known.locations.take());
    match (&mut known.raw_input, new.raw_input) {
        (Some(Value::Object(known)), Some(Value::Object(new))) => known.extend(new),
        (known, Some(new)) => *known = Some(new),
        (_, None) => {}
    }
}

fn kind(fields: &ToolCallUpdateFields) -> StepKind {
    if command(fields).is_some() {
        return StepKind::Command;
    }
    match fields.kind.unwrap_or_default() {
        ToolKind::Read => StepKind::Read,
        ToolKind::Search => StepKind::Search,
        ToolKind::Edit if writes_whole_files(fields) => StepKind::Write,
        ToolKind::Edit | ToolKind::Delete | ToolKind::Move => StepKind::Edit,
        ToolKind::Execute => StepKind::Command,
        ToolKind::Think => StepKind::Think,
        _ => StepKind::Other,
    }
}

fn writes_whole_files(fields: &ToolCallUpdateFields) -> bool {
    let has_content = fields.raw_input.as_ref().is_some_and(|input| input.get("content").is_some());
    let is_new = |before: &Option<String>| before.as_deref().unwrap_or_default().is_empty();
    let mut parts = fields.content.iter().flatten();
    has_content || parts.any(|part| matches!(part, ToolCallContent::Diff(diff) if is_new(&diff.old_text)))
}

fn command(fields: &ToolCallUpdateFields) -> Option<String> {
    Some(told(&fields.raw_input.as_ref().and_then(argv)?))
}

fn about(fields: &ToolCallUpdateFields, files: &Files) -> String {
    let place = |place: &ToolCallLocation| shown(&place.path, files);
    command(fields)
        .or_else(|| fields.locations.as_deref().and_then(<[_]>::first).map(place))
        .or_else(|| fields.title.clone())
        .or_else(|| fields.name.clone())
        .unwrap_or_default()
}

/// A path in the staging folder as it is there.
fn shown(path: &Path, files: &Files) -> String {
    files.inside(path).as_deref().unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is told of these updates, one line each, and the last words.
    fn watched(updates: &[Value]) -> (Vec<String>, String) {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let mut watched = Watched::new(&files);
        let mut tokens = Tokens::default();
        let mut reports = vec![];
        for update in updates {
            let text = update.to_string().replace("$FOLDER", &folder.path().to_string_lossy());
            reports.extend(watched.take(serde_json::from_str(&text).unwrap(), &mut tokens));
        }
        reports.extend(watched.end());
        let told = |report: &Report| match report {
            Report::Step(step) => format!("{:?} {} {:?}", step.kind, step.about, step.went_well),
            Report::Text(text) => format!("text {text}"),
            Report::Used(usage) => format!("used {:?}", usage.reported_cost_nano),
            Report::Asked { question, .. } => format!("asked {question:?}"),
        };
        (reports.iter().map(told).collect(), watched.into_words())
    }

    #[test]
    fn a_tool_call_is_told_once_when_it_has_ended_with_what_became_known_of_it() {
        // As opencode sends a written file.
        let (told, words) = watched(&[
            json!({"sessionUpdate": "agent_message_chunk", "content": {"type": "text", "text": "I begin."}}),
            json!({"sessionUpdate": "tool_call", "toolCallId": "1", "title": "write", "kind": "edit",
                   "status": "pending", "locations": [], "rawInput": {}}),
            json!({"sessionUpdate": "tool_call_update", "toolCallId": "1", "status": "in_progress", "kind": "edit",
                   "title": "write", "locations": [{"path": "$FOLDER/out/a.md"}],
                   "rawInput": {"filePath": "$FOLDER/out/a.md", "content": "x"}}),
            json!({"sessionUpdate": "tool_call_update", "toolCallId": "1", "status": "completed",
                   "title": "tmp/out/a.md"}),
            json!({"sessionUpdate": "tool_call_update", "toolCallId": "1", "status": "completed"}),
            json!({"sessionUpdate": "usage_update", "used": 3035, "size": 128_000,
                   "cost": {"amount": 0.01542, "currency": "USD"}}),
            json!({"sessionUpdate": "agent_message_chunk", "content": {"type": "text", "text": "I wrote "}}),
            json!({"sessionUpdate": "agent_message_chunk", "content": {"type": "text", "text": "a.md."}}),
        ]);

        assert_eq!(
            told,
            [
                "text I begin.",
                "Write out/a.md Some(true)",
                "used Some(15420000)",
                "text I wrote ",
                "text a.md."
            ]
        );
        assert_eq!(words, "I wrote a.md.", "its last words are those after its last deed");
    }

    #[test]
    fn of_very_long_words_the_end_is_kept() {
        let long = json!({"sessionUpdate": "agent_message_chunk",
                          "content": {"type": "text", "text": "辦".repeat(LONGEST_WORDS)}});
        let end =
            json!({"sessionUpdate": "agent_message_chunk", "content": {"type": "text", "text": "Done."}});

        let (_, words) = watched(&[long, end]);

        assert!(words.len() <= LONGEST_WORDS && words.ends_with("辦Done."), "{} bytes", words.len());
    }

    #[test]
    fn commands_thoughts_and_plans_are_steps_and_what_never_ended_is_told_as_unknown() {
        let (told, _) = watched(&[
            json!({"sessionUpdate": "agent_thought_chunk", "content": {"type": "text", "text": "First "}}),
            json!({"sessionUpdate": "agent_thought_chunk", "content": {"type": "text", "text": "the table."}}),
            json!({"sessionUpdate": "plan", "entries": [
                {"content": "Read", "priority": "high", "status": "completed"},
                {"content": "Write", "priority": "high", "status": "in_progress"}]}),
            json!({"sessionUpdate": "plan", "entries": [
                {"content": "Read", "priority": "high", "status": "completed"},
                {"content": "Write", "priority": "high", "status": "in_progress"}]}),
            json!({"sessionUpdate": "tool_call", "toolCallId": "1", "title": "ls", "kind": "execute",
                   "status": "failed", "rawInput": {"command": "ls -la", "cwd": "/x"}}),
            json!({"sessionUpdate": "tool_call", "toolCallId": "2", "title": "Look for totals", "kind": "search"}),
        ]);

        let expected = [
            "Think First the table. None",
            "Note 1/2 Write None",
            "Command ls -la Some(false)",
            "Search Look for totals None",
        ];
        assert_eq!(told, expected);
    }
}
