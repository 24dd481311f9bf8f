//! The shape of an answer, as JSON Schema. Every property is required and no other is allowed, which is what
//! services with strict output ask for.

use std::sync::LazyLock;

use halfday_domain::kind::KnownKind;
use halfday_domain::plan::{MOST_ITEM_MINUTES, MOST_ITEMS, MOST_TITLE_GRAPHEMES, Risk, Suggested, Why};
use jsonschema::Validator;
use serde_json::{Value, json};

use super::{Fault, NotAPlan};

/// More than these say nothing new.
const MOST_FAULTS: usize = 20;

/// The JSON Schema of a plan.
pub fn schema() -> Value {
    let text = json!({ "type": "string" });
    let line = json!({ "type": "string", "minLength": 1 });
    let lines = json!({ "type": "array", "items": line });
    let ids = json!({ "type": "array", "items": { "type": "integer", "minimum": 1 } });
    let milestone = object(&[("title", line.clone()), ("check", text.clone())]);
    let item = object(&[
        ("id", json!({ "type": "integer", "minimum": 1 })),
        (
            "title",
            json!({ "type": "string", "minLength": 1, "description": format!("At most {MOST_TITLE_GRAPHEMES} characters; begins with a verb.") }),
        ),
        ("instructions", text.clone()),
        (
            "done_when",
            json!({ "type": "array", "minItems": 1, "items": line, "description": "What can be seen or checked when it is done." }),
        ),
        (
            "milestones",
            json!({ "type": "array", "items": milestone, "description": "Two to five for items of 30 minutes or more." }),
        ),
        (
            "estimate_minutes",
            json!({ "type": "integer", "minimum": 1, "maximum": MOST_ITEM_MINUTES, "description": "What the person alone would need." }),
        ),
        ("confidence", json!({ "type": "number", "minimum": 0, "maximum": 1 })),
        ("depends_on", ids),
        ("suggested", codes(Suggested::ALL.iter().map(|one| one.code()))),
        ("why", codes(Why::ALL.iter().map(|one| one.code()))),
        ("inputs", lines.clone()),
        ("outputs", lines.clone()),
        ("risk", codes(Risk::ALL.iter().map(|one| one.code()))),
        (
            "kind",
            json!({ "type": "string", "description": format!("One of {}, or a word of your own.", KnownKind::ALL.iter().map(|one| one.code()).collect::<Vec<_>>().join(", ")) }),
        ),
        (
            "quotes",
            json!({ "type": "array", "items": line, "description": "The parts of the brief this item comes from, copied letter by letter." }),
        ),
    ]);
    object(&[
        ("version", json!({ "const": 1 })),
        ("title", line),
        ("goal", text),
        ("assumptions", lines.clone()),
        ("questions", lines),
        ("items", json!({ "type": "array", "minItems": 1, "maxItems": MOST_ITEMS, "items": item })),
    ])
}

/// The schema with the words alone that every service with structured output knows; numbers and lengths are checked
/// when the answer is here.
pub fn form() -> Value {
    let mut form = schema();
    loosen(&mut form);
    form
}

fn loosen(node: &mut Value) {
    match node {
        Value::Object(fields) => {
            // A property may be called like any of these words, but then its value is an object.
            fields.retain(|name, value| {
                value.is_object()
                    || !["minLength", "minItems", "maxItems", "minimum", "maximum"].contains(&name.as_str())
            });
            if fields.contains_key("const") {
                *node = json!({ "type": "integer", "enum": [1] });
                return;
            }
            fields.values_mut().for_each(loosen);
        }
        Value::Array(nodes) => nodes.iter_mut().for_each(loosen),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Refuses what has not the shape.
pub(super) fn check(found: &Value) -> Result<(), NotAPlan> {
    static VALIDATOR: LazyLock<Option<Validator>> =
        LazyLock::new(|| jsonschema::validator_for(&schema()).ok());
    let Some(validator) = VALIDATOR.as_ref() else {
        return Err(NotAPlan::one("", "the schema of plans cannot be read"));
    };
    let faults: Vec<Fault> = validator
        .iter_errors(found)
        .take(MOST_FAULTS)
        .map(|error| Fault {
            at: error.instance_path().to_string(),
            what: short(&error.masked().to_string()),
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(NotAPlan { faults }) }
}

fn object(properties: &[(&str, Value)]) -> Value {
    let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    let properties: serde_json::Map<String, Value> =
        properties.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    json!({ "type": "object", "additionalProperties": false, "required": names, "properties": properties })
}

fn codes<'c>(codes: impl Iterator<Item = &'c str>) -> Value {
    json!({ "type": "string", "enum": codes.collect::<Vec<_>>() })
}

fn short(what: &str) -> String {
    what.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_of_plans_is_a_schema() {
        assert!(jsonschema::meta::is_valid(&schema()));
        assert!(jsonschema::validator_for(&schema()).is_ok());
    }

    #[test]
    fn the_form_for_services_lets_through_whatever_the_schema_does_and_names_no_limits() -> Result<(), String>
    {
        let text = form().to_string();
        for word in ["minLength", "minItems", "maxItems", "minimum", "maximum", "const"] {
            assert!(!text.contains(word), "{word}");
        }
        let form = jsonschema::validator_for(&form()).map_err(|error| error.to_string())?;

        let plan =
            json!({ "version": 1, "title": "", "goal": "", "assumptions": [], "questions": [], "items": [] });
        assert!(form.is_valid(&plan));
        assert!(!form.is_valid(&json!({ "version": 1, "items": [] })), "every property is required");
        Ok(())
    }
}
