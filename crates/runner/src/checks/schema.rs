//! JSON that has to be what a JSON Schema says. The schema is a file of the person's, read in their folder; it
//! stands for itself: nothing it refers to is fetched, from the network or from the disk.

use std::error::Error as Fault;

use halfday_domain::check::{CheckOutcome, CheckResult, DetailCode};
use jsonschema::{PatternOptions, Retrieve, Uri, ValidationError, Validator};
use serde_json::Value;

use super::tables::meant;
use super::{Side, fails, listed};
use crate::deliverable::Deliverable;
use crate::staging::tree;

/// A longer schema is none.
const LONGEST_SCHEMA: u64 = 4 << 20;
/// So many faults of a file are named.
const MOST_FAULTS: usize = 5;
/// A rule is shown up to this length, in characters.
const LONGEST_RULE: usize = 60;

pub(super) fn follows(
    name: Option<&str>,
    schema_name: &str,
    deliverables: &[Deliverable],
    side: Side<'_>,
) -> CheckOutcome {
    let cannot_tell = |code| CheckOutcome::with(CheckResult::CannotTell, code, &[("schema", schema_name)]);
    let Some(text) = found(schema_name, side) else { return cannot_tell(DetailCode::SchemaMissing) };
    let Some((schema, validator)) = read(&text) else { return cannot_tell(DetailCode::BadSchema) };
    let files = match meant(name, "json", deliverables) {
        Ok(files) => files,
        Err(outcome) => return outcome,
    };
    if files.is_empty() {
        return fails(DetailCode::NoJson, &[]);
    }
    for (name, text) in files {
        let value = match serde_json::from_str::<Value>(&text) {
            Ok(value) => value,
            Err(fault) => {
                let (line, column) = (fault.line().to_string(), fault.column().to_string());
                return fails(DetailCode::BadJson, &[("name", name), ("line", &line), ("column", &column)]);
            }
        };
        let faults: Vec<String> =
            validator.iter_errors(&value).take(MOST_FAULTS).map(|fault| broken(&schema, &fault)).collect();
        if !faults.is_empty() {
            let args = [("name", name), ("schema", schema_name), ("names", &listed(&faults))];
            return fails(DetailCode::AgainstSchema, &args);
        }
    }
    CheckOutcome::holds()
}

/// The schema's text: at that path of the folder, or an input of that name, or in a folder that is one.
fn found(name: &str, side: Side<'_>) -> Option<Vec<u8>> {
    let folder = side.folder?;
    let at = |path: &str| tree::read_below(folder, path, LONGEST_SCHEMA).ok();
    let input = |input: &String| {
        let is_it = input.rsplit('/').next() == Some(name);
        let within = || at(&format!("{}/{name}", input.trim_end_matches('/')));
        if is_it { at(input) } else { within() }
    };
    at(name).or_else(|| side.inputs.iter().find_map(input))
}

fn read(text: &[u8]) -> Option<(Value, Validator)> {
    let text = std::str::from_utf8(text).ok()?;
    let schema: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    let options = jsonschema::options().with_retriever(Nowhere);
    // An engine that cannot be made to run for ever by what was delivered.
    let validator = options.with_pattern_options(PatternOptions::regex()).build(&schema).ok()?;
    Some((schema, validator))
}

/// Where it is not what the schema says, and the rule: `/rows/0/price (minimum: 0)`.
fn broken(schema: &Value, fault: &ValidationError<'_>) -> String {
    let path = fault.schema_path().as_str();
    let keyword = path.rsplit('/').next().unwrap_or_default();
    let rule = schema.pointer(path).map_or_else(|| keyword.to_owned(), |rule| format!("{keyword}: {rule}"));
    let shown: String = rule.chars().take(LONGEST_RULE).collect();
    let more = if shown.len() < rule.len() { "…" } else { "" };
    let place = fault.instance_path().as_str();
    format!("{} ({shown}{more})", if place.is_empty() { "/" } else { place })
}

/// Fetches nothing, whatever a schema refers to.
struct Nowhere;

impl Retrieve for Nowhere {
    fn retrieve(&self, _uri: &Uri<String>) -> Result<Value, Box<dyn Fault + Send + Sync>> {
        Err("a schema has to stand for itself".into())
    }
}
