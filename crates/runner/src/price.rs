//! What a call costs: a small dated table of our own, the person's prices before it, and an import of the
//! table LiteLLM keeps. Nothing is downloaded. A model without a price costs an unknown amount, never 0.
//!
//! Models whose price depends on the length of each request are not in the table: what a turn used is
//! known as a sum only.

mod litellm;

use std::collections::HashMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agents::Usage;

pub use litellm::import;

const TABLE: &str = include_str!("price/table.csv");

/// The price of one token, in picodollars: dollars per million tokens with six digits after the point, so
/// that every published price is a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rate(u64);

impl Rate {
    /// From dollars per million tokens, as price lists say it.
    pub fn per_million(dollars: &str) -> Option<Self> {
        let (whole, fraction) = dollars.trim().split_once('.').unwrap_or((dollars.trim(), ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) || fraction.len() > 6 {
            return None;
        }
        format!("{whole}{fraction:0<6}").parse().ok().map(Self)
    }

    /// From dollars per token, as LiteLLM writes it.
    fn per_token(dollars: f64) -> Option<Self> {
        let pico = (dollars * 1e12).round();
        (pico.is_finite() && (0.0..1e15).contains(&pico)).then_some(Self(pico as u64))
    }

    fn of(self, tokens: u64) -> u128 {
        u128::from(self.0) * u128::from(tokens)
    }
}

impl From<Rate> for String {
    fn from(rate: Rate) -> Self {
        rate.to_string()
    }
}

impl TryFrom<String> for Rate {
    type Error = NotARate;

    fn try_from(text: String) -> Result<Self, NotARate> {
        Self::per_million(&text).ok_or(NotARate(text))
    }
}

/// A price that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no price in dollars per million tokens")]
pub struct NotARate(String);

impl fmt::Display for Rate {
    /// Dollars per million tokens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:06}", self.0 / 1_000_000, self.0 % 1_000_000);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// The prices of one model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub model: String,
    pub input: Rate,
    pub output: Rate,
    /// Input read from the provider's cache; `None`: no such price is known.
    pub cache_read: Option<Rate>,
    /// Input written to that cache; `None`: it is input like all other.
    pub cache_write: Option<Rate>,
    /// Where it was read.
    pub source: String,
    /// When it was true.
    pub as_of: Option<Date>,
}

impl Price {
    /// What `usage` costs, in nano-dollars, rounded to the nearest. `None` when what was used is not known,
    /// or something was read from a cache for which no price is known. Cached tokens that nobody counted
    /// are taken for fresh ones: then this is the most it can have been.
    pub fn cost_nano(&self, usage: &Usage) -> Option<u64> {
        let (all, out) = (usage.tokens_in?, usage.tokens_out?);
        let read = usage.tokens_cached.unwrap_or(0);
        let written = usage.tokens_cache_written.unwrap_or(0);
        let fresh = all.checked_sub(read)?.checked_sub(written)?;
        let read_cost = if read == 0 { 0 } else { self.cache_read?.of(read) };
        let write_cost = self.cache_write.unwrap_or(self.input).of(written);
        let pico = self.input.of(fresh) + self.output.of(out) + read_cost + write_cost;
        u64::try_from((pico + 500) / 1_000).ok()
    }
}

/// Prices by model.
#[derive(Debug, Clone, Default)]
pub struct Prices {
    by_model: HashMap<String, Price>,
}

impl Prices {
    /// The table that comes with the program.
    pub fn built_in() -> Result<Self, csv::Error> {
        let rows =
            csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize().collect::<Result<Vec<_>, _>>()?;
        Ok(Self::default().with(rows))
    }

    /// These prices with others before them: the person's own, or imported ones.
    pub fn with(mut self, prices: impl IntoIterator<Item = Price>) -> Self {
        self.by_model.extend(prices.into_iter().map(|price| (price.model.clone(), price)));
        self
    }

    /// The price of a model: by its name, or that without the provider before it and the date behind it.
    pub fn of(&self, model: &str) -> Option<&Price> {
        let bare = model.rsplit('/').next().unwrap_or(model);
        let names = [model, bare, without_date(bare)];
        names.iter().find_map(|name| self.by_model.get(*name))
    }
}

/// `claude-haiku-4-5-20251001` and `gpt-4o-2024-08-06` are what they are without the date.
fn without_date(model: &str) -> &str {
    let is_digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if let Some((name, _)) = model.rsplit_once('-').filter(|(_, date)| is_digits(date, 8)) {
        return name;
    }
    let mut parts = model.rsplitn(4, '-');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(month), Some(year), Some(name))
            if is_digits(day, 2) && is_digits(month, 2) && is_digits(year, 4) =>
        {
            name
        }
        _ => model,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price() -> Result<Price, csv::Error> {
        let prices = Prices::built_in()?;
        prices
            .of("claude-sonnet-4-6")
            .cloned()
            .ok_or_else(|| csv::Error::from(std::io::Error::other("no price")))
    }

    fn used(tokens_in: u64, tokens_out: u64, read: u64, written: u64) -> Usage {
        Usage {
            tokens_in: Some(tokens_in),
            tokens_out: Some(tokens_out),
            tokens_cached: Some(read),
            tokens_cache_written: Some(written),
            reported_cost_nano: None,
        }
    }

    #[test]
    fn every_kind_of_token_has_its_price() -> Result<(), csv::Error> {
        let price = price()?;

        assert_eq!(price.cost_nano(&used(1_000_000, 0, 0, 0)), Some(3_000_000_000), "three dollars");
        assert_eq!(price.cost_nano(&used(0, 1_000_000, 0, 0)), Some(15_000_000_000));
        assert_eq!(price.cost_nano(&used(1_000_000, 0, 1_000_000, 0)), Some(300_000_000));
        assert_eq!(price.cost_nano(&used(1_000_000, 0, 0, 1_000_000)), Some(3_750_000_000));
        assert_eq!(price.cost_nano(&used(10, 2, 3, 4)), Some(9_000 + 30_000 + 900 + 15_000));
        Ok(())
    }

    #[test]
    fn what_is_not_known_costs_an_unknown_amount() -> Result<(), csv::Error> {
        let price = Price { cache_read: None, ..price()? };

        assert_eq!(price.cost_nano(&Usage { tokens_in: None, ..used(0, 1, 0, 0) }), None);
        assert_eq!(price.cost_nano(&used(10, 1, 1, 0)), None, "no price for the cache");
        assert_eq!(price.cost_nano(&used(1, 1, 2, 0)), None, "more from the cache than at all");
        assert_eq!(Prices::built_in()?.of("qwen3:8b"), None);
        Ok(())
    }

    #[test]
    fn a_model_is_found_by_its_dated_and_its_routed_name() -> Result<(), csv::Error> {
        let prices = Prices::built_in()?;
        let found = |name: &str| prices.of(name).map(|price| price.model.clone());

        assert_eq!(found("claude-haiku-4-5-20251001").as_deref(), Some("claude-haiku-4-5"));
        assert_eq!(found("gpt-4o-2024-08-06").as_deref(), Some("gpt-4o"));
        assert_eq!(found("anthropic/claude-opus-5").as_deref(), Some("claude-opus-5"));
        assert_eq!(found("gpt-4o-audio").as_deref(), None, "another model");
        Ok(())
    }

    #[test]
    fn the_person_has_the_last_word_on_a_price() -> Result<(), csv::Error> {
        let own = Price { input: Rate(0), output: Rate(0), ..price()? };

        let prices = Prices::built_in()?.with([own]);

        assert_eq!(prices.of("claude-sonnet-4-6").and_then(|p| p.cost_nano(&used(5, 5, 0, 0))), Some(0));
        Ok(())
    }

    #[test]
    fn what_is_kept_of_a_price_is_the_same_price() -> Result<(), Box<dyn std::error::Error>> {
        let price = price()?;

        let kept = serde_json::to_string(&price)?;

        assert!(kept.contains(r#""input":"3""#), "dollars per million tokens: {kept}");
        assert_eq!(serde_json::from_str::<Price>(&kept)?, price);
        Ok(())
    }

    #[test]
    fn every_row_says_where_and_when_it_was_true() -> Result<(), csv::Error> {
        let prices = Prices::built_in()?;

        assert!(prices.by_model.len() >= 20);
        for price in prices.by_model.values() {
            assert!(price.as_of.is_some() && price.source.starts_with("https://"), "{}", price.model);
            assert!(price.input <= price.output, "{}", price.model);
            assert!(price.cache_read.is_none_or(|read| read < price.input), "{}", price.model);
            assert!(price.cache_write.is_none_or(|write| write >= price.input), "{}", price.model);
        }
        Ok(())
    }

    #[test]
    fn a_rate_is_exact_and_reads_as_it_was_written() {
        for text in ["0", "0.000001", "0.0375", "3", "12.5"] {
            assert_eq!(Rate::per_million(text).map(|rate| rate.to_string()).as_deref(), Some(text));
        }
        for text in ["", "-1", "1.0000001", "1e3", "1,5", ".5"] {
            assert_eq!(Rate::per_million(text), None, "{text}");
        }
    }
}
