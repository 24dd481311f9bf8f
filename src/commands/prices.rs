//! The person's own prices of models: the list, setting and forgetting one, the import of a table.

use halfday_app::api::{ForgetPrice, ImportPrices, Nothing, PricesView, SetPrice};
use halfday_app::{App, Error};
use serde_json::{Value, json};

use crate::args::{Prices, PricesCommand};
use crate::documents::VERSION;
use crate::failure::Failure;
use crate::output::Out;
use crate::page::{Page, Tone};
use crate::text::one_line;

pub(crate) fn prices(args: Prices, app: &App, out: &Out) -> Result<(), Failure> {
    let view = match args.what {
        None | Some(PricesCommand::List) => app.prices(Nothing {})?,
        Some(PricesCommand::Set(price)) => app.set_price(SetPrice {
            model: price.model,
            input: price.input,
            output: price.output,
            cache_read: price.cache_read,
            cache_write: price.cache_write,
        })?,
        Some(PricesCommand::Forget(which)) => app.forget_price(ForgetPrice { model: which.model })?,
        Some(PricesCommand::Import { file }) => {
            let path = std::path::absolute(&file)
                .map_err(|source| Error::ReadFile { path: file.clone(), source })?
                .to_string_lossy()
                .into_owned();
            app.import_prices(ImportPrices { path })?
        }
    };
    out.document(&document(&view), |page| draw(page, &view))
}

/// Amounts are US dollars per million tokens.
fn document(view: &PricesView) -> Value {
    let prices = view.prices.iter().map(|price| {
        json!({
            "model": price.model, "input": price.input, "output": price.output,
            "cache_read": price.cache_read, "cache_write": price.cache_write, "as_of": price.as_of
        })
    });
    let unpriced = view.unpriced.iter().map(|one| json!({ "agent": one.agent, "model": one.model }));
    let imported = view.imported.as_ref();
    json!({
        "version": VERSION,
        "prices": prices.collect::<Vec<_>>(),
        "imported": imported.map(|table| json!({ "count": table.count, "as_of": table.as_of })),
        "unpriced": unpriced.collect::<Vec<_>>(),
    })
}

fn draw(page: &mut Page, view: &PricesView) {
    let words = page.words();
    if view.prices.is_empty() && view.imported.is_none() {
        page.text(Tone::Muted, "", &words.word("terminal-prices-none"));
    }
    let rows: Vec<_> = view
        .prices
        .iter()
        .map(|price| vec![(Tone::Strong, one_line(&price.model)), (Tone::Plain, price.text.clone())])
        .collect();
    page.table(&rows, &[]);
    if let Some(table) = &view.imported {
        page.text(Tone::Plain, "", &table.text);
    }
    page.text(Tone::Muted, "", &words.word("prices-behind"));
    for one in &view.unpriced {
        let said = words.say("label-value", &[("label", &one.agent), ("value", &one.text)]);
        page.text(Tone::Bad, "! ", &one_line(&said));
    }
}
