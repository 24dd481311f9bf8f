//! Puts a reply of Ollama together and finds out whether it read everything it was sent.

use halfday_domain::failure::FailureReason;
use serde_json::Value;

use super::super::fault::Fault;
use super::super::http::{Complaint, Words};
use super::super::stream::{Heard, Reading, ended, without_end};
use super::super::{Arguments, End, Reply, Said, ToolCall};
use super::raw;
use crate::agents::Usage;

/// A reply on its way.
#[derive(Debug)]
pub(super) struct OllamaReading {
    place: usize,
    num_ctx: u64,
    /// What was sent has at least so many tokens.
    least_sent: u64,
    text: String,
    thinking: String,
    calls: Vec<ToolCall>,
    done: Option<Done>,
}

#[derive(Debug)]
struct Done {
    reason: String,
    tokens_in: Option<u64>,
    tokens_out: Option<u64>,
}

impl OllamaReading {
    /// A reading of the reply to a conversation that is `place` messages long.
    pub(super) fn new(place: usize, num_ctx: u32, least_sent: u64) -> Self {
        Self {
            place,
            num_ctx: u64::from(num_ctx),
            least_sent,
            text: String::new(),
            thinking: String::new(),
            calls: vec![],
            done: None,
        }
    }

    /// Ollama leaves out the oldest text without a word when there is too much. Then it has read fewer
    /// tokens than were sent, or the room is full to the last token.
    fn is_overfull(&self, done: &Done) -> bool {
        let read = done.tokens_in.unwrap_or(self.least_sent);
        let room_is_full = read + done.tokens_out.unwrap_or(0) >= self.num_ctx;
        read < self.least_sent || room_is_full
    }
}

impl Reading for OllamaReading {
    const WORDS: Words = words;

    fn take(&mut self, piece: &Value) -> Result<Heard, Complaint> {
        if let Some(error) = piece.get("error") {
            return Err(Complaint::of(None, error));
        }
        let message = &piece["message"];
        let said = |name: &str| message[name].as_str().filter(|text| !text.is_empty());
        self.thinking.push_str(said("thinking").unwrap_or_default());
        self.text.push_str(said("content").unwrap_or_default());
        for call in message["tool_calls"].as_array().into_iter().flatten() {
            let call = self.call(call);
            self.calls.push(call);
        }
        let mut heard = Heard { text: said("content").map(str::to_owned), ..Heard::default() };
        if piece["done"] == true {
            let done = Done {
                reason: piece["done_reason"].as_str().unwrap_or("stop").to_owned(),
                // No prompt is empty: some say 0 for what they do not count.
                tokens_in: piece["prompt_eval_count"].as_u64().filter(|count| *count > 0),
                tokens_out: piece["eval_count"].as_u64(),
            };
            let (tokens_in, tokens_out) = (done.tokens_in, done.tokens_out);
            heard.used = Some(Usage { tokens_in, tokens_out, ..Usage::default() });
            heard.is_last = true;
            self.done = Some(done);
        }
        Ok(heard)
    }

    fn finish(self) -> Result<Reply, Fault> {
        let Some(done) = &self.done else { return Err(without_end()) };
        if self.is_overfull(done) {
            let read = done.tokens_in.map_or_else(|| "?".to_owned(), |read| read.to_string());
            let detail = format!("{read} tokens were read, num_ctx is {}", self.num_ctx);
            return Err(Fault::new(FailureReason::ContextOverflow, detail));
        }
        let end = match done.reason.as_str() {
            "stop" => ended(&self.calls),
            "length" => return Err(Fault::new(FailureReason::Truncated, "length")),
            unknown => End::Other(unknown.to_owned()),
        };
        let raw = raw(&self.text, &self.thinking, &self.calls);
        Ok(Reply { said: Said { text: self.text, calls: self.calls, raw }, end })
    }
}

impl OllamaReading {
    fn call(&self, call: &Value) -> ToolCall {
        let function = &call["function"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        // Objects by the book; models behind some proxies send them as text.
        let arguments = match &function["arguments"] {
            Value::Object(object) => Arguments::Object(object.clone()),
            Value::String(text) => Arguments::parse(text),
            Value::Null => Arguments::parse(""),
            other => Arguments::Malformed(other.to_string()),
        };
        let id = call["id"].as_str().map(str::to_owned);
        let id = id.unwrap_or_else(|| format!("call_{}_{}", self.place, self.calls.len()));
        ToolCall { id, name: text(&function["name"]), arguments }
    }
}

/// Ollama has messages only.
fn words(complaint: &Complaint) -> Option<FailureReason> {
    let message = complaint.message.to_lowercase();
    let says = |words: &str| message.contains(words);
    if says("not found") || says("does not support") || says("requires more system memory") {
        return Some(FailureReason::AgentMissing);
    }
    if says("maximum pending requests") {
        return Some(FailureReason::Overloaded);
    }
    // The model wrote a tool call that its template could not read.
    if says("error parsing tool call") {
        return Some(FailureReason::MalformedToolCall);
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What came of a reply that read `read` of at least `sent` tokens and wrote 10, in a room of 4096.
    fn check(read: Value, sent: u64, expected: Option<FailureReason>) {
        let mut reading = OllamaReading::new(1, 4096, sent);
        let done = json!({ "message": { "content": "ok" }, "done": true, "done_reason": "stop",
            "prompt_eval_count": read, "eval_count": 10 });
        let came = reading.take(&done).is_ok_and(|heard| heard.is_last);

        assert!(came, "the line says done");
        assert_eq!(reading.finish().err().map(|fault| fault.failure.reason), expected, "{read} of {sent}");
    }

    #[test]
    fn text_left_out_without_a_word_is_an_overflow() {
        check(json!(2_000), 1_000, None);
        check(json!(2_000), 2_001, Some(FailureReason::ContextOverflow));
        check(json!(4_086), 1_000, Some(FailureReason::ContextOverflow));
        check(json!(4_085), 1_000, None);
        check(Value::Null, 1_000, None);
        check(json!(0), 1_000, None);
    }
}
