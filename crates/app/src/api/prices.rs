//! The person's own prices of models. Amounts are US dollars per million tokens, as text: exact as they were given.

use super::wire;

wire! {
    /// The person's own prices; those that come with the program stand behind them.
    pub struct PricesView {
        /// By the name of the model.
        pub prices: Vec<OwnPrice>,
        /// What was imported as a whole; `null`: nothing.
        pub imported: Option<ImportedPrices>,
        /// Agents whose cost stays unknown.
        pub unpriced: Vec<UnpricedAgent>,
    }

    pub struct OwnPrice {
        pub model: String,
        pub input: String,
        pub output: String,
        /// Input read from the provider's cache; `null`: then its cost is unknown.
        pub cache_read: Option<String>,
        /// Input written to that cache; `null`: as other input.
        pub cache_write: Option<String>,
        /// The day it was set: `2026-11-27`.
        pub as_of: Option<String>,
        /// "3 in, 15 out, 0.3 from the cache; since 2026-11-27".
        pub text: String,
    }

    pub struct ImportedPrices {
        pub count: u32,
        /// The day of the import.
        pub as_of: Option<String>,
        pub text: String,
    }

    pub struct UnpricedAgent {
        pub agent: String,
        pub model: String,
        pub text: String,
    }

    /// Sets the price of a model, or changes it as a whole.
    pub struct SetPrice {
        pub model: String,
        pub input: String,
        pub output: String,
        #[ts(optional = nullable)]
        pub cache_read: Option<String>,
        #[ts(optional = nullable)]
        pub cache_write: Option<String>,
    }

    pub struct ForgetPrice {
        /// `null`: everything that was imported.
        pub model: Option<String>,
    }

    /// Takes the place of what was imported before.
    pub struct ImportPrices {
        /// LiteLLM's `model_prices_and_context_window.json`.
        pub path: String,
    }
}
