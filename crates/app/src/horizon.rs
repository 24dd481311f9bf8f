//! The person's own horizon, and how reliably work is done again.

use halfday_domain::facts::details::Details;
use halfday_domain::kind::Kind;
use halfday_insight::{HorizonFilter, bench_counts, horizons, record_again};
use halfday_store::facts;
use serde_json::Value;

use crate::numbers::document;
use crate::{App, Error};

/// Which first tries a horizon rests on; `None` is all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskHorizon {
    /// The exact agent.
    pub agent: Option<String>,
    /// The family of models.
    pub family: Option<String>,
    pub kind: Option<String>,
}

impl App {
    /// Chosen and drawn horizons and the change over time, as the document of `stats horizon`.
    pub fn horizon(&self, request: AskHorizon) -> Result<Value, Error> {
        let filter = HorizonFilter {
            agent: request.agent,
            family: request.family,
            kind: request.kind.as_deref().map(Kind::from),
            ..HorizonFilter::default()
        };
        let (facts, details) = self.facts_and_details(self.now())?;
        document("stats horizon", &horizons(&facts, &details, &filter, self.now()))
    }

    /// How reliably items come right again, as the document of `stats reliability`.
    pub fn reliability(&self) -> Result<Value, Error> {
        let now = self.now();
        let (facts, beside) = self.store.read(move |connection| {
            Ok::<_, Error>((facts::recent(connection, now, now)?, facts::beside(connection)?))
        })?;
        let benches = bench_counts(&Details { attempts: beside, ..Details::default() });
        document("stats reliability", &record_again(&facts, &benches, now))
    }
}
