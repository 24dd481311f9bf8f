//! A check: a planned proof that an item is done, and what came of it.
//!
//! Planned checks begin as lines of *done when*. [`CheckSpec::parse`] reads the small notation
//! below; every other line is for the person. What came of a check is a code with arguments;
//! the sentences are in `locales/` (`check-KIND`, `check-detail-CODE`).
//!
//! | line | proves |
//! | --- | --- |
//! | `file: NAME [>= N] [min BYTES]` | there are N files of this name or glob, none smaller |
//! | `contains: TEXT` · `not contains: TEXT` · `regex: PATTERN` | what the text holds; TEXT with commas stands in quotes |
//! | `json` · `json: NAME` · `csv: columns a,b; rows >= 5` | that it can be read |
//! | `json schema: FILE` · `json: NAME schema: FILE` | that it is what the JSON Schema in the person's FILE says |
//! | `inputs: unchanged` | that what the item was given came back as it was |
//! | `command: PROGRAM WORD …` | that it ends with 0, behind the fence, where commands are on for the item |
//! | `headings: A, B` · `words: 300-500` · `pages: 2-4` | its shape (words, and characters of Chinese; slides are pages) |
//! | `links` · `links: web` | that links lead somewhere, web links only when asked for |
//! | `traditional` · `taiwan` | Traditional characters only · Taiwan's words |

mod notation;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::words::Words;

codes! {
    /// What came of a check.
    CheckResult {
        Holds = "holds",
        Fails = "fails",
        /// Offline, not a text, no such file to look into.
        CannotTell = "cannot_tell",
        /// Only the person can say.
        ForPerson = "for_person",
    }
}

codes! {
    /// Which links are followed.
    LinkScope {
        /// Links between the delivered files.
        Local = "local",
        /// Web addresses too; only when the person wrote so.
        Web = "web",
    }
}

/// Both ends may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bounds {
    pub least: Option<u64>,
    pub most: Option<u64>,
}

impl Bounds {
    /// Whether `count` lies within.
    pub fn hold(self, count: u64) -> bool {
        self.least.is_none_or(|least| count >= least) && self.most.is_none_or(|most| count <= most)
    }

    /// How the bounds read: `300–500`, `≥ 5`, `≤ 80`.
    pub fn text(self) -> String {
        match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => least.to_string(),
            (Some(least), Some(most)) => format!("{least}–{most}"),
            (Some(least), None) => format!("≥ {least}"),
            (None, Some(most)) => format!("≤ {most}"),
            (None, None) => "≥ 0".to_owned(),
        }
    }
}

/// A planned check, as stored in `planned_checks.spec` (its `kind` is [`CheckSpec::kind`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CheckSpec {
    /// The person looks at it.
    Person { text: String },
    /// `at_least` files match `name` (a name or a glob), each of `least_bytes` or more.
    File { name: String, at_least: u64, least_bytes: Option<u64> },
    /// The text is in what was delivered.
    Contains { text: String },
    /// The text is nowhere in what was delivered.
    NotContains { text: String },
    /// The pattern matches somewhere.
    Regex { pattern: String },
    /// The named file, or every JSON file, parses.
    Json { name: Option<String> },
    /// The named file, or every JSON file, is what the JSON Schema in `schema` says: a file of the person's.
    JsonSchema { name: Option<String>, schema: String },
    /// The named file, or every CSV file, parses, has these columns and this many rows.
    Csv { name: Option<String>, columns: Vec<String>, rows: Option<Bounds> },
    /// The declared inputs came back byte for byte as they were copied.
    InputsUnchanged,
    /// The command ends with 0 on a copy of what was delivered and what it was made from. No shell reads it.
    Command { argv: Vec<String> },
    /// These headings stand in the text.
    Headings { titles: Vec<String> },
    /// Words, and characters of Chinese and Japanese.
    Words { bounds: Bounds },
    /// Pages of a PDF, slides of a presentation.
    Pages { bounds: Bounds },
    /// Links lead somewhere.
    Links { scope: LinkScope },
    /// No characters that exist in Simplified Chinese only.
    Traditional,
    /// No words of the mainland where Taiwan says something else.
    Taiwan,
}

impl CheckSpec {
    /// The check a line of *done when* means; a line outside the notation is for the person.
    pub fn parse(done_when: &str) -> Self {
        let text = done_when.trim();
        notation::read(text).unwrap_or_else(|| Self::Person { text: text.to_owned() })
    }

    /// The code of the kind, in the database and in `locales/`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Person { .. } => "person",
            Self::File { .. } => "file",
            Self::Contains { .. } => "contains",
            Self::NotContains { .. } => "not_contains",
            Self::Regex { .. } => "regex",
            Self::Json { .. } => "json",
            Self::JsonSchema { .. } => "json_schema",
            Self::Csv { .. } => "csv",
            Self::InputsUnchanged => "inputs_unchanged",
            Self::Command { .. } => "command",
            Self::Headings { .. } => "headings",
            Self::Words { .. } => "words",
            Self::Pages { .. } => "pages",
            Self::Links { scope: LinkScope::Local } => "links",
            Self::Links { scope: LinkScope::Web } => "links_web",
            Self::Traditional => "traditional",
            Self::Taiwan => "taiwan",
        }
    }

    /// What must hold, as a sentence of the brief and of the review.
    pub fn sentence(&self, words: &Words) -> String {
        let key = format!("check-{}", self.kind());
        match self {
            Self::Person { text } => text.clone(),
            Self::Contains { text } | Self::NotContains { text } => words.say(&key, &[("text", text)]),
            Self::Regex { pattern } => words.say(&key, &[("text", pattern)]),
            Self::File { name, at_least, least_bytes } => {
                let mut said = match at_least {
                    0 | 1 => words.say(&key, &[("name", name)]),
                    more => words.say("check-files", &[("name", name), ("count", &more.to_string())]),
                };
                if let Some(bytes) = least_bytes {
                    said.push_str(&words.say("check-file-bytes", &[("bytes", &bytes.to_string())]));
                }
                said
            }
            Self::Json { name } => match name {
                Some(name) => words.say("check-json-name", &[("name", name)]),
                None => words.word(&key),
            },
            Self::JsonSchema { name, schema } => match name {
                Some(name) => words.say("check-json_schema-name", &[("name", name), ("schema", schema)]),
                None => words.say(&key, &[("schema", schema)]),
            },
            Self::Csv { name, columns, rows } => {
                let mut said = match name {
                    Some(name) => words.say("check-csv-name", &[("name", name)]),
                    None => words.word(&key),
                };
                if !columns.is_empty() {
                    said.push_str(&words.say(
                        "check-csv-columns",
                        &[("names", &columns.join(&words.word("brief-list-comma")))],
                    ));
                }
                if let Some(rows) = rows {
                    said.push_str(&words.say("check-csv-rows", &[("bounds", &rows.text())]));
                }
                said
            }
            Self::Command { argv } => words.say(&key, &[("text", &shown(argv))]),
            Self::Headings { titles } => {
                words.say(&key, &[("names", &titles.join(&words.word("brief-list-comma")))])
            }
            Self::Words { bounds } | Self::Pages { bounds } => words.say(&key, &[("bounds", &bounds.text())]),
            Self::InputsUnchanged | Self::Links { .. } | Self::Traditional | Self::Taiwan => words.word(&key),
        }
    }
}

/// A command as it is written: a word with spaces stands in quotes.
fn shown(argv: &[String]) -> String {
    let word = |word: &String| {
        let is_plain = !word.is_empty() && !word.contains(char::is_whitespace);
        if is_plain { word.clone() } else { format!("\"{word}\"") }
    };
    argv.iter().map(word).collect::<Vec<_>>().join(" ")
}

codes! {
    /// What a check found; `locales/` has the sentence (`check-detail-CODE`).
    DetailCode {
        /// `name`, `count` found, `wanted`.
        FilesFound = "files_found",
        /// `name`, `bytes`, `wanted`.
        FileTooSmall = "file_too_small",
        /// `name`.
        NoSuchFile = "no_such_file",
        /// `name`: it is no glob.
        BadGlob = "bad_glob",
        NoText = "no_text",
        /// One text answers several items: which part of it is meant cannot be told.
        PartUnclear = "part_unclear",
        /// `names`: not all of it is text, so nobody looked inside.
        NotText = "not_text",
        /// `text`.
        TextMissing = "text_missing",
        /// `text`, `name`, `line`.
        TextFound = "text_found",
        /// `text`.
        NoMatch = "no_match",
        /// `text`: it is no pattern, or too large a one.
        BadPattern = "bad_pattern",
        /// `name`, `line`, `column`.
        BadJson = "bad_json",
        NoJson = "no_json",
        /// `name`, `schema`, `names`: where it is not what the schema says, each with the rule.
        AgainstSchema = "against_schema",
        /// `schema`.
        SchemaMissing = "schema_missing",
        /// `schema`: it is none, or it refers to one that lies elsewhere.
        BadSchema = "bad_schema",
        /// `name`, `line`.
        BadCsv = "bad_csv",
        NoCsv = "no_csv",
        /// `name`, `names`.
        ColumnsMissing = "columns_missing",
        /// `name`, `count`, `bounds`.
        RowCount = "row_count",
        /// `names`: other content than was copied, or gone.
        InputsChanged = "inputs_changed",
        /// The item declares none.
        NoInputs = "no_inputs",
        /// The person has not turned commands on for the item.
        CommandsOff = "commands_off",
        /// Commands are run apart from the other checks.
        NotYetRun = "not_yet_run",
        /// `text`: why no fence holds here; nothing is run without one.
        NoFence = "no_fence",
        /// `text`: what went wrong before it could run.
        CommandNotRun = "command_not_run",
        /// `name`: there is no such program behind the fence.
        CommandMissing = "command_missing",
        /// `output`: the end of what it said.
        CommandWentWell = "command_went_well",
        /// `end`: its code or signal; `output`.
        CommandFailed = "command_failed",
        /// `count` of seconds; `output`.
        CommandTooLong = "command_too_long",
        /// `names`.
        HeadingsMissing = "headings_missing",
        /// `count`, `bounds`.
        WordCount = "word_count",
        /// `count`, `bounds`.
        PageCount = "page_count",
        /// `names`: texts and kinds of documents that have pages only once they are printed.
        NoPages = "no_pages",
        /// `names`.
        LinksBroken = "links_broken",
        /// `names`: offline, refused by the other side, or not to be asked.
        LinksUnknown = "links_unknown",
        /// `count`.
        LinksHold = "links_hold",
        /// `names`: the characters.
        SimplifiedFound = "simplified_found",
        /// `names`: the words, each with what Taiwan says.
        MainlandWords = "mainland_words",
        /// Web links are asked apart from the other checks.
        NotAsked = "not_asked",
        /// The person has not switched looking at web pages on.
        WebOff = "web_off",
    }
}

/// What a check found: a code and its arguments, never a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckDetail {
    pub code: DetailCode,
    pub args: BTreeMap<String, String>,
}

impl CheckDetail {
    /// A detail of `code` with its arguments.
    pub fn new(code: DetailCode, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { code, args }
    }

    /// The sentence in one language.
    pub fn sentence(&self, words: &Words) -> String {
        let args: Vec<(&str, &str)> =
            self.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        words.say(&format!("check-detail-{}", self.code.code()), &args)
    }
}

/// What came of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckOutcome {
    pub result: CheckResult,
    /// Nothing to add: it holds, or it is for the person.
    pub detail: Option<CheckDetail>,
}

impl CheckOutcome {
    /// The result with a detail.
    pub fn with(result: CheckResult, code: DetailCode, args: &[(&str, &str)]) -> Self {
        Self { result, detail: Some(CheckDetail::new(code, args)) }
    }

    /// It holds, and there is nothing to add.
    pub const fn holds() -> Self {
        Self { result: CheckResult::Holds, detail: None }
    }

    /// Only the person can say.
    pub const fn for_person() -> Self {
        Self { result: CheckResult::ForPerson, detail: None }
    }
}
