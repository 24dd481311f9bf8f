//! The import of LiteLLM's `model_prices_and_context_window.json`, a file the person downloads: dollars
//! per token, by model.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Price, Rate};

#[derive(Debug, Deserialize)]
struct Entry {
    input_cost_per_token: Option<f64>,
    output_cost_per_token: Option<f64>,
    cache_read_input_token_cost: Option<f64>,
    cache_creation_input_token_cost: Option<f64>,
    source: Option<String>,
    /// Prices that depend on the length of a request.
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

/// The prices in the file. Left out are models without a price per token, with a price that depends on the
/// length of a request, and the entry that only explains the file.
pub fn import(json: &str) -> Result<Vec<Price>, serde_json::Error> {
    let models: BTreeMap<String, Value> = serde_json::from_str(json)?;
    Ok(models.into_iter().filter(|(model, _)| model != "sample_spec").filter_map(price).collect())
}

fn price((model, entry): (String, Value)) -> Option<Price> {
    // An entry of another shape is another kind of model: pictures, sound.
    let entry: Entry = serde_json::from_value(entry).ok()?;
    let has_tiers = entry.rest.keys().any(|key| key.contains("_cost_per_token_above_"));
    if has_tiers || entry.rest.contains_key("tiered_pricing") {
        return None;
    }
    let rate = |dollars: Option<f64>| dollars.map(Rate::per_token);
    Some(Price {
        model,
        input: Rate::per_token(entry.input_cost_per_token?)?,
        output: Rate::per_token(entry.output_cost_per_token?)?,
        cache_read: rate(entry.cache_read_input_token_cost).flatten(),
        cache_write: rate(entry.cache_creation_input_token_cost).flatten(),
        source: entry.source.filter(|source| is_address(source)).unwrap_or_else(|| "LiteLLM".to_owned()),
        as_of: None,
    })
}

/// What is shown as the source of a price is an address of usual length, or the name of the table.
fn is_address(source: &str) -> bool {
    let is_plain = source.bytes().all(|byte| byte.is_ascii_graphic());
    source.starts_with("https://") && source.len() <= 200 && is_plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_is_no_address_is_not_shown() -> Result<(), serde_json::Error> {
        let source = |text: &str| {
            let file = serde_json::json!({
                "m": { "input_cost_per_token": 0.0, "output_cost_per_token": 0.0, "source": text }
            });
            Ok(import(&file.to_string())?.into_iter().map(|price| price.source).collect::<Vec<_>>())
        };

        assert_eq!(source("https://example.org/prices")?, ["https://example.org/prices"]);
        assert_eq!(source("see\nthe list")?, ["LiteLLM"]);
        Ok(())
    }

    #[test]
    fn models_with_one_price_per_token_are_taken_over_exactly() -> Result<(), serde_json::Error> {
        let json = r#"{
            "sample_spec": { "input_cost_per_token": 0.0, "output_cost_per_token": 0.0 },
            "m": { "input_cost_per_token": 1e-07, "output_cost_per_token": 4e-07, "litellm_provider": "x",
                   "cache_read_input_token_cost": 3.75e-08, "mode": "chat" },
            "tiers": { "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-05,
                       "input_cost_per_token_above_200k_tokens": 2e-06 },
            "picture": { "output_cost_per_image": 0.04, "mode": "image_generation" }
        }"#;

        let prices = import(json)?;

        assert_eq!(
            prices,
            [Price {
                model: "m".to_owned(),
                input: Rate(100_000),
                output: Rate(400_000),
                cache_read: Some(Rate(37_500)),
                cache_write: None,
                source: "LiteLLM".to_owned(),
                as_of: None,
            }]
        );
        Ok(())
    }
}
