//! Whether a JSON Schema is one that OpenAI takes as *strict*: every object closed and every property of
//! it required. Another one is still sent, as a wish.
//! Source: <https://platform.openai.com/docs/guides/structured-outputs#supported-schemas>

use serde_json::Value;

/// Whether every object in `schema` says `additionalProperties: false` and requires all it names.
pub(super) fn is_strict(schema: &Value) -> bool {
    match schema {
        Value::Object(node) => {
            let is_closed = node.get("properties").and_then(Value::as_object).is_none_or(|properties| {
                let required = node.get("required").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                let is_required = |name: &String| required.iter().any(|other| other == name.as_str());
                node.get("additionalProperties") == Some(&Value::Bool(false))
                    && properties.keys().all(is_required)
            });
            is_closed && node.values().all(is_strict)
        }
        Value::Array(nodes) => nodes.iter().all(is_strict),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_strict_schema_closes_every_object_and_requires_every_property() {
        let inner = json!({ "type": "object", "properties": { "b": { "type": "string" } }, "required": ["b"],
            "additionalProperties": false });
        let outer = |inner: &Value, required: Value| {
            json!({ "type": "object", "properties": { "a": { "type": "array", "items": inner } },
                "required": required, "additionalProperties": false })
        };
        let mut open = inner.clone();
        open["additionalProperties"] = json!(true);

        assert!(is_strict(&outer(&inner, json!(["a"]))));
        assert!(!is_strict(&outer(&inner, json!([]))), "a property is not required");
        assert!(!is_strict(&outer(&open, json!(["a"]))), "an object within is open");
    }
}
