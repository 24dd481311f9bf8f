//! The JSON in an answer: alone, in a fence, or between sentences.

use serde::Deserialize;
use serde_json::Value;

use super::NotAPlan;

/// An answer of the right shape.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Answer {
    pub title: String,
    pub goal: String,
    pub assumptions: Vec<String>,
    pub questions: Vec<String>,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Item {
    pub id: u64,
    pub title: String,
    pub instructions: String,
    pub done_when: Vec<String>,
    pub milestones: Vec<Milestone>,
    pub estimate_minutes: u32,
    pub depends_on: Vec<u64>,
    pub suggested: String,
    pub why: String,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    pub risk: String,
    pub kind: String,
    pub quotes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Milestone {
    pub title: String,
    pub check: String,
}

/// The first JSON object of `text` that has items, else the first object at all: then its faults are told.
pub(super) fn json(text: &str) -> Result<Value, NotAPlan> {
    let mut first = None;
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let from = rest.get(at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(from).into_iter::<Value>();
        if let Some(Ok(value)) = values.next() {
            if value.get("items").is_some() {
                return Ok(value);
            }
            let end = values.byte_offset();
            first.get_or_insert(value);
            rest = from.get(end..).unwrap_or_default();
        } else {
            rest = from.get(1..).unwrap_or_default();
        }
    }
    first.ok_or_else(|| {
        NotAPlan::one(
            "",
            match broken(text) {
                Some(why) => format!("the JSON cannot be read: {why}"),
                None => "there is no JSON object in the answer".to_owned(),
            },
        )
    })
}

/// Why the outermost thing that looks like an object is none.
fn broken(text: &str) -> Option<String> {
    let from = text.get(text.find('{')?..)?;
    serde_json::from_str::<Value>(from).err().map(|error| error.to_string())
}

pub(super) fn typed(found: Value) -> Result<Answer, NotAPlan> {
    serde_json::from_value(found).map_err(|error| NotAPlan::one("", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_found_between_sentences_fences_and_smaller_objects() {
        let said = "Here {is} it: {\"note\": 1}\n```json\n{\"items\": [{\"a\": \"}\"}]}\n```\nDone.";

        assert_eq!(json(said).map(|value| value["items"][0]["a"].clone()), Ok(Value::from("}")));
    }

    #[test]
    fn an_answer_that_broke_off_says_where() {
        let faults = json("{\"items\": [1, 2").err().map(|error| error.to_string()).unwrap_or_default();

        assert!(faults.contains("cannot be read") && faults.contains("column"), "{faults}");
        assert!(json("I cannot do that.").is_err());
    }
}
