//! What a model is told once when it goes wrong in a way that a word can mend, and how that is seen.

use std::collections::HashSet;

use halfday_domain::failure::FailureReason;

use crate::agents::Failure;
use crate::providers::{Message, ToolSpec};

/// A result this short is not worth leaving out.
const SHORT: usize = 400;
const LEFT_OUT: &str = "(left out to save room; look again if you need it)";

/// The words of one turn; each is said once.
#[derive(Debug, Default)]
pub(super) struct Nudges {
    said: HashSet<FailureReason>,
}

impl Nudges {
    /// Uses up the word for `reason`; when it was said before, the turn fails with it.
    pub(super) fn once(&mut self, reason: FailureReason, detail: &str) -> Result<(), Failure> {
        if self.said.insert(reason) {
            return Ok(());
        }
        Err(Failure { nudges: 1, ..Failure::new(reason, detail) })
    }
}

/// The word for a reply that brought no call.
pub(super) fn word_for(reason: FailureReason) -> &'static str {
    match reason {
        FailureReason::FormatDrift => {
            "You wrote a tool call as text; nothing was carried out. Call tools through the interface."
        }
        FailureReason::ClaimWithoutEffect => {
            "No file has changed, so nothing is delivered. Do the work with the tools, then call `finish`."
        }
        FailureReason::Truncated => {
            "Your last answer was longer than one may be and is lost. Do it in smaller pieces: write one file, \
             or one part of it, per call."
        }
        FailureReason::MalformedToolCall => {
            "Your last tool call could not be read and is lost. Send its arguments as one valid JSON object."
        }
        _ => {
            "You called no tool. Go on with the next step by calling one, or call `finish` when all is done."
        }
    }
}

/// What a reply without a call is, by its words.
pub(super) fn talk_without_call(text: &str, tools: &[ToolSpec]) -> FailureReason {
    if is_written_call(text, tools) {
        FailureReason::FormatDrift
    } else if claims_done(text) {
        FailureReason::ClaimWithoutEffect
    } else {
        FailureReason::NoAction
    }
}

/// Whether a tool call is spelled out in the text, as models do that slip out of their format.
fn is_written_call(text: &str, tools: &[ToolSpec]) -> bool {
    let marks = ["<tool_call", "<function", "<invoke", "[TOOL_CALLS]", "<|tool", "\"tool_calls\""];
    let packed: String = text.split_whitespace().collect();
    marks.iter().any(|mark| text.contains(mark))
        || tools.iter().any(|tool| {
            let names = ["name", "tool", "function", "action"];
            names.iter().any(|key| packed.contains(&format!("\"{key}\":\"{}\"", tool.name)))
        })
}

/// Whether a short text says that the work is done.
fn claims_done(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = ["done", "finished", "completed", "complete.", "完成", "做好了", "搞定", "弄好了"];
    lower.chars().count() <= 600 && words.iter().any(|word| lower.contains(word))
}

/// Takes old results out of a conversation that has grown too long. `false`: there was nothing to take.
pub(super) fn shorten(conversation: &mut [Message]) -> bool {
    let mut results: Vec<_> = conversation
        .iter_mut()
        .filter_map(|message| match message {
            Message::Results(results) => Some(results),
            Message::Ours(_) | Message::Models(_) => None,
        })
        .collect();
    // What was asked for last is what the model works on.
    results.pop();
    let mut is_shorter = false;
    for result in results.into_iter().flatten().filter(|result| result.text.len() > SHORT) {
        LEFT_OUT.clone_into(&mut result.text);
        is_shorter = true;
    }
    is_shorter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::providers::ToolResult;
    use crate::tools::{Allowed, specs};

    #[track_caller]
    fn check(text: &str, expected: FailureReason) {
        assert_eq!(talk_without_call(text, &specs(Allowed::No)), expected, "{text}");
    }

    #[test]
    fn a_reply_without_a_call_is_known_by_its_words() {
        check("{\"name\": \"write\", \"arguments\": {}}", FailureReason::FormatDrift);
        check("<tool_call>\n{}</tool_call>", FailureReason::FormatDrift);
        check("<function=write>", FailureReason::FormatDrift);
        check("All done.", FailureReason::ClaimWithoutEffect);
        check("已經完成報告。", FailureReason::ClaimWithoutEffect);
        check("Shall I write it as a table?", FailureReason::NoAction);
        check("{\"name\": \"Wang\"}", FailureReason::NoAction);
        check("", FailureReason::NoAction);
    }

    #[test]
    fn old_results_make_room_and_the_last_one_stays() {
        let result = |text: &str| {
            Message::Results(vec![ToolResult {
                call_id: "c".to_owned(),
                name: "read".to_owned(),
                text: text.to_owned(),
                went_well: true,
            }])
        };
        let long = "x".repeat(SHORT + 1);
        let mut conversation = [result(&long), result("short"), result(&long)];

        assert!(shorten(&mut conversation));
        assert_eq!(conversation, [result(LEFT_OUT), result("short"), result(&long)]);
        assert!(!shorten(&mut conversation), "nothing is left to take");
    }
}
