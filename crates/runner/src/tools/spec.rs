//! The tools in the words models read. English: models follow it best, whatever the brief's language.

use serde_json::{Value, json};

use crate::providers::ToolSpec;

/// The tools, the one for commands only where they are allowed.
pub fn specs(commands_allowed: Allowed) -> Vec<ToolSpec> {
    let mut tools = vec![
        ToolSpec {
            name: "note",
            description: "Say in one to three lines what you are about to do. The first note is your plan; it is kept and has to come before any file is looked at.",
            parameters: object(&[("text", string("The plan, or the next step."))], &["text"]),
        },
        ToolSpec {
            name: "list",
            description: "List all files below a folder with their sizes.",
            parameters: object(&[("path", string("A folder, relative; leave out for everything."))], &[]),
        },
        ToolSpec {
            name: "read",
            description: "Read lines of a file. Word, Excel, PowerPoint and PDF files are shown as text.",
            parameters: object(
                &[
                    ("path", string("The file, relative.")),
                    ("from_line", integer("The first line wanted, from 1.")),
                    ("lines", integer("How many lines, at most 400.")),
                ],
                &["path"],
            ),
        },
        ToolSpec {
            name: "search",
            description: "Find lines that match a regular expression.",
            parameters: object(
                &[
                    ("pattern", string("A regular expression without look-around.")),
                    ("path", string("A file or folder, relative; leave out for everything.")),
                ],
                &["pattern"],
            ),
        },
        ToolSpec {
            name: "write",
            description: "Write a whole text file; folders on the way are made, an old file is replaced.",
            parameters: object(
                &[("path", string("The file, relative.")), ("content", string("All of its text."))],
                &["path", "content"],
            ),
        },
        ToolSpec {
            name: "edit",
            description: "Replace one place in a text file. The old text must be there exactly once.",
            parameters: object(
                &[
                    ("path", string("The file, relative.")),
                    ("old", string("The text to replace, exactly as it stands there.")),
                    ("new", string("The text to put there.")),
                ],
                &["path", "old", "new"],
            ),
        },
        ToolSpec {
            name: "ask",
            description: "Ask the person who gave the work. Only for what you cannot find out or decide.",
            parameters: object(&[("question", string("One question."))], &["question"]),
        },
        ToolSpec {
            name: "finish",
            description: "Say that the work is done. For every criterion of the brief name the evidence; it is looked up again.",
            parameters: object(
                &[
                    ("summary", string("What was delivered, in one to three sentences.")),
                    (
                        "confidence",
                        json!({ "type": "number", "description": "How sure you are that it will be accepted, 0 to 1." }),
                    ),
                    ("evidence", json!({ "type": "array", "items": claim() })),
                ],
                &["summary", "confidence", "evidence"],
            ),
        },
    ];
    if commands_allowed == Allowed::Yes {
        tools.push(ToolSpec {
            name: "command",
            description: "Run a program in a sandbox without network. The person is asked first.",
            parameters: object(
                &[("argv", json!({ "type": "array", "items": { "type": "string" }, "minItems": 1, "description": "The program and its arguments, one by one; no shell reads them." }))],
                &["argv"],
            ),
        });
    }
    tools
}

/// Whether commands are among the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    Yes,
    No,
}

fn claim() -> Value {
    object(
        &[
            ("criterion", string("The criterion, as the brief says it.")),
            ("proof", string("What proves it.")),
            ("file", string("The file that shows it, relative.")),
            ("quote", string("A few words that stand in that file.")),
        ],
        &["criterion", "proof"],
    )
}

fn object(properties: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: serde_json::Map<String, Value> =
        properties.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn string(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

fn integer(description: &str) -> Value {
    json!({ "type": "integer", "minimum": 1, "description": description })
}
