//! The person's own prices of models: those they typed come first, then a table they imported, then the small one of
//! the program. Nothing is downloaded. What was worked out before keeps the cost and the name of its prices.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use halfday_domain::words::Words;
use halfday_runner::agents::Usage;
use halfday_runner::price::{Price, Prices, Rate, import};
use halfday_store::Connection;
use halfday_store::agents::{self, Agent};
use jiff::civil::Date;

use crate::api::{
    ForgetPrice, ImportPrices, ImportedPrices, Nothing, OwnPrice, PricesView, SetPrice, UnpricedAgent,
};
use crate::items::one_line;
use crate::settings::{read, set};
use crate::{App, Error, reach};

/// Prices the person typed.
const OWN: &str = "prices";
/// The table they imported.
const IMPORTED: &str = "prices-imported";
/// Undo calls a change of prices a change of settings.
const COMMAND: &str = "settings";

/// The source of a price the person typed.
const BY_PERSON: &str = "own";
/// Models have no longer names.
const MOST_NAME: usize = 200;
/// US dollars per million tokens: more is a slip of the key.
const MOST_RATE: &str = "1000000";
/// LiteLLM's table has about 1.5 MB.
const MOST_BYTES: u64 = 32 << 20;

/// A cost worked out from what was used.
pub(crate) struct ComputedCost {
    /// Nano-dollars.
    pub(crate) nano: u64,
    /// Which prices: where they were read, and when.
    pub(crate) prices: String,
}

/// The price of what an agent uses; `None`: unknown.
pub(crate) fn of_agent(connection: &Connection, agent: &Agent) -> Result<Option<Price>, Error> {
    match reach::priced_model(agent) {
        Some(model) => of_model(connection, model),
        None => Ok(None),
    }
}

fn of_model(connection: &Connection, model: &str) -> Result<Option<Price>, Error> {
    for kept in [OWN, IMPORTED] {
        let prices = Prices::default().with(kept_prices(connection, kept)?);
        if let Some(price) = prices.of(model) {
            return Ok(Some(price.clone()));
        }
    }
    // The table is part of the program, and its tests read it: one that cannot be read prices nothing.
    Ok(Prices::built_in().ok().and_then(|prices| prices.of(model).cloned()))
}

/// What `usage` costs; `None`: unknown.
pub(crate) fn computed_cost(price: &Price, usage: &Usage) -> Option<ComputedCost> {
    let as_of = price.as_of.map(|day| format!(" {day}")).unwrap_or_default();
    Some(ComputedCost { nano: price.cost_nano(usage)?, prices: format!("{}{as_of}", price.source) })
}

/// The name of prices as a person reads it.
pub(crate) fn table_text(words: &Words, prices: &str) -> String {
    match prices.strip_prefix(BY_PERSON).and_then(|rest| rest.strip_prefix(' ')) {
        Some(day) => words.say("prices-own", &[("day", day)]),
        None => prices.to_owned(),
    }
}

/// That the cost of an agent stays unknown; `None`: its price is known, or nobody works it out.
pub(crate) fn unpriced_text(
    connection: &Connection,
    words: &Words,
    agent: &Agent,
) -> Result<Option<String>, Error> {
    let Some(model) = reach::priced_model(agent) else { return Ok(None) };
    let is_known = of_model(connection, model)?.is_some();
    Ok((!is_known).then(|| words.say("agent-unpriced", &[("model", model)])))
}

/// A model that an agent in use works with.
pub(crate) struct ModelInUse {
    pub(crate) agent: String,
    pub(crate) model: String,
    pub(crate) is_priced: bool,
}

/// The models of the agents in use whose tokens can have a price.
pub(crate) fn models_in_use(connection: &Connection) -> Result<Vec<ModelInUse>, Error> {
    let mut found = vec![];
    for agent in agents::in_use(connection)? {
        if let Some(model) = reach::priced_model(&agent) {
            let is_priced = of_model(connection, model)?.is_some();
            found.push(ModelInUse { model: model.to_owned(), agent: agent.name, is_priced });
        }
    }
    Ok(found)
}

impl App {
    /// The person's own prices.
    pub fn prices(&self, _: Nothing) -> Result<PricesView, Error> {
        let words = self.words();
        self.store.read(move |connection| view(connection, words))
    }

    /// Sets the price of a model from today on.
    pub fn set_price(&self, request: SetPrice) -> Result<PricesView, Error> {
        let price = price(&request, self.day())?;
        self.command(COMMAND, move |work| {
            let mut prices = kept_prices(work.tx, OWN)?;
            prices.retain(|known| known.model != price.model);
            prices.push(price);
            prices.sort_by(|one, other| one.model.cmp(&other.model));
            set(work, OWN, Some(prices))
        })?;
        self.prices(Nothing {})
    }

    /// Forgets the price of a model, typed or imported, or all that was imported.
    pub fn forget_price(&self, request: ForgetPrice) -> Result<PricesView, Error> {
        self.command(COMMAND, move |work| {
            let Some(model) = request.model else { return set::<()>(work, IMPORTED, None) };
            for kept in [OWN, IMPORTED] {
                let mut prices = kept_prices(work.tx, kept)?;
                let count = prices.len();
                prices.retain(|known| known.model != model);
                if prices.len() < count {
                    return set(work, kept, (!prices.is_empty()).then_some(prices));
                }
            }
            Err(Error::PriceNotFound { model })
        })?;
        self.prices(Nothing {})
    }

    /// Takes in LiteLLM's table as it is today: all of it or nothing.
    pub fn import_prices(&self, request: ImportPrices) -> Result<PricesView, Error> {
        let prices = read_table(Path::new(&request.path), self.day())?;
        self.command(COMMAND, move |work| set(work, IMPORTED, Some(prices)))?;
        self.prices(Nothing {})
    }

    fn day(&self) -> Date {
        let now = jiff::Timestamp::from_millisecond(self.now()).unwrap_or_default();
        now.to_zoned_datetime(self.zone()).date()
    }
}

fn kept_prices(connection: &Connection, kept: &str) -> Result<Vec<Price>, Error> {
    Ok(read(connection, kept)?.unwrap_or_default())
}

fn price(request: &SetPrice, day: Date) -> Result<Price, Error> {
    let refused = || Error::PriceModelRefused { model: request.model.clone() };
    let model = one_line(&request.model).filter(|model| is_name(model)).ok_or_else(refused)?;
    let rate = |text: &String| {
        let rate = Rate::per_million(text).filter(|rate| Some(*rate) <= Rate::per_million(MOST_RATE));
        rate.ok_or_else(|| Error::PriceRefused { value: text.clone() })
    };
    Ok(Price {
        model,
        input: rate(&request.input)?,
        output: rate(&request.output)?,
        cache_read: request.cache_read.as_ref().map(rate).transpose()?,
        cache_write: request.cache_write.as_ref().map(rate).transpose()?,
        source: BY_PERSON.to_owned(),
        as_of: Some(day),
    })
}

fn is_name(model: &str) -> bool {
    model.chars().count() <= MOST_NAME && !model.chars().any(char::is_control) && !model.starts_with('-')
}

fn read_table(path: &Path, day: Date) -> Result<Vec<Price>, Error> {
    let unreadable = |source| Error::ReadFile { path: path.to_owned(), source };
    let none = |source| Error::NoPrices { path: PathBuf::from(path), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| none(None))?;
    if u64::try_from(text.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(none(None));
    }
    let prices = import(text.trim_start_matches('\u{feff}')).map_err(|source| none(Some(source)))?;
    let named = prices.into_iter().filter(|price| is_name(&price.model));
    let prices: Vec<_> = named.map(|price| Price { as_of: Some(day), ..price }).collect();
    if prices.is_empty() { Err(none(None)) } else { Ok(prices) }
}

fn view(connection: &Connection, words: &Words) -> Result<PricesView, Error> {
    let own = kept_prices(connection, OWN)?;
    let imported = kept_prices(connection, IMPORTED)?;
    let in_use = models_in_use(connection)?;
    let unpriced = in_use.into_iter().filter(|found| !found.is_priced).map(|found| {
        let text = words.say("agent-unpriced", &[("model", &found.model)]);
        UnpricedAgent { agent: found.agent, model: found.model, text }
    });
    Ok(PricesView {
        prices: own.iter().map(|price| own_price(words, price)).collect(),
        imported: imported.first().map(|first| {
            let as_of = first.as_of.map(|day| day.to_string());
            let count = imported.len().to_string();
            let args = [("count", count.as_str()), ("day", as_of.as_deref().unwrap_or_default())];
            let text = words.say("prices-imported", &args);
            ImportedPrices { count: u32::try_from(imported.len()).unwrap_or(u32::MAX), as_of, text }
        }),
        unpriced: unpriced.collect(),
    })
}

fn own_price(words: &Words, price: &Price) -> OwnPrice {
    let text = |rate: Option<Rate>| rate.map(|rate| rate.to_string());
    let (input, output) = (price.input.to_string(), price.output.to_string());
    let (cache_read, cache_write) = (text(price.cache_read), text(price.cache_write));
    let as_of = price.as_of.map(|day| day.to_string());
    let mut parts = vec![words.say("prices-in-out", &[("in", &input), ("out", &output)])];
    if let Some(read) = &cache_read {
        parts.push(words.say("prices-cache-read", &[("usd", read)]));
    }
    if let Some(write) = &cache_write {
        parts.push(words.say("prices-cache-write", &[("usd", write)]));
    }
    parts.extend(as_of.as_deref().map(|day| words.say("prices-since", &[("day", day)])));
    let text = parts.join(" · ");
    OwnPrice { model: price.model.clone(), input, output, cache_read, cache_write, as_of, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    const DAY: Date = Date::constant(2026, 11, 27);

    fn typed(model: &str, input: &str) -> SetPrice {
        let (model, input) = (model.to_owned(), input.to_owned());
        SetPrice { model, input, output: "15".to_owned(), cache_read: None, cache_write: None }
    }

    #[test]
    fn a_typed_price_is_exact_and_carries_its_day() -> Outcome {
        let price = price(&typed(" house-model ", "0.0375"), DAY)?;
        let used = Usage { tokens_in: Some(1_000_000), tokens_out: Some(0), ..Usage::default() };

        let cost = computed_cost(&price, &used).ok_or("no cost")?;

        assert_eq!((price.model.as_str(), cost.nano), ("house-model", 37_500_000));
        assert_eq!(cost.prices, "own 2026-11-27");
        assert_eq!(computed_cost(&price, &Usage::default()).map(|cost| cost.nano), None, "unknown, not zero");
        Ok(())
    }

    #[test]
    fn what_is_no_amount_or_no_name_is_refused() {
        for input in ["", "-1", "1,5", "1000001", "1e3", "NaN"] {
            assert!(matches!(price(&typed("m", input), DAY), Err(Error::PriceRefused { .. })), "{input}");
        }
        for model in ["", " \n ", "-m", "a\u{7}b", "m".repeat(201).as_str()] {
            let refused = price(&typed(model, "1"), DAY);
            assert!(matches!(refused, Err(Error::PriceModelRefused { .. })), "{model:?}");
        }
        assert!(price(&typed("m", "1000000"), DAY).is_ok() && price(&typed("m", "0"), DAY).is_ok());
    }

    #[test]
    fn a_file_without_prices_is_told_from_one_that_cannot_be_read() -> Outcome {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("table.json");
        let mut told = vec![];
        for content in [&b"{"[..], b"[]", b"{}", b"\xff\xfe{", b"{\"m\":{\"mode\":\"chat\"}}"] {
            std::fs::write(&path, content)?;
            told.push(read_table(&path, DAY).err().map(|error| error.code()));
        }
        assert_eq!(told, [Some("input_no_prices"); 5]);
        let missing = read_table(&folder.path().join("nowhere"), DAY);
        assert_eq!(missing.err().map(|error| error.code()), Some("input_unreadable"));
        Ok(())
    }

    #[test]
    fn an_imported_price_has_the_day_of_the_import() -> Outcome {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("table.json");
        let table = "\u{feff}{\"m\":{\"input_cost_per_token\":1e-06,\"output_cost_per_token\":4e-06}}";
        std::fs::write(&path, table)?;

        let prices = read_table(&path, DAY)?;

        assert_eq!(prices.iter().map(|price| price.as_of).collect::<Vec<_>>(), [Some(DAY)]);
        assert_eq!(table_text(Words::of(crate::Language::En), "LiteLLM 2026-11-27"), "LiteLLM 2026-11-27");
        assert_eq!(table_text(Words::of(crate::Language::En), "own 2026-11-27"), "your own of 2026-11-27");
        Ok(())
    }
}
