//! What was expected of a handover: the person's guess, and what their record says. Both are stored
//! before the run, so that they can be held against what happens.

use halfday_domain::fmt;
use halfday_domain::forecast::{ForecastBy, GuessWord};
use halfday_domain::id::AssignmentId;
use halfday_domain::kind::Kind;
use halfday_domain::words::Words;
use halfday_insight::{Forecaster, may_forecast};
use halfday_store::assignments::{self, Forecast};
use halfday_store::{Connection, facts};

use crate::Error;
use crate::api::{ForecastView, Guess};

/// From so many tries on a percentage is shown.
const ENOUGH_FOR_PERCENT: u32 = 5;

/// An item that was handed over by the command under way.
pub(crate) struct HandedOver {
    pub(crate) assignment_id: AssignmentId,
    pub(crate) kind: Kind,
    /// The frozen minutes.
    pub(crate) minutes: Option<u32>,
}

/// Keeps what the person guesses.
pub(crate) fn keep_guess(
    connection: &Connection,
    assignment_id: AssignmentId,
    guess: &Guess,
    made_at: i64,
) -> Result<(), Error> {
    let word = match guess {
        Guess::Likely => GuessWord::Likely,
        Guess::Unsure => GuessWord::Unsure,
        Guess::Unlikely => GuessWord::Unlikely,
    };
    let forecast = Forecast {
        assignment_id,
        by: ForecastBy::Person,
        p: None,
        word: Some(word),
        right: None,
        tries: None,
        minutes: None,
        made_at,
    };
    Ok(assignments::insert_forecast(connection, &forecast)?)
}

/// Keeps what the record says of the items a command handed over. The record is read once, and only
/// when a kind has been tried often enough for it to say anything.
pub(crate) fn keep(connection: &Connection, handed_over: &[HandedOver], at: i64) -> Result<(), Error> {
    let kinds = facts::latest_of_kinds(connection)?;
    let is_known = |one: &&HandedOver| may_forecast(kinds.get(&one.kind).copied().unwrap_or(0));
    let known: Vec<&HandedOver> = handed_over.iter().filter(is_known).collect();
    if known.is_empty() {
        return Ok(());
    }
    let facts = facts::recent(connection, at, at)?;
    let forecaster = Forecaster::new(&facts, at);
    for one in known {
        let Some(expected) = forecaster.of(&one.kind, one.minutes) else { continue };
        assignments::insert_forecast(
            connection,
            &Forecast {
                assignment_id: one.assignment_id,
                by: ForecastBy::App,
                p: Some(expected.p),
                word: None,
                right: Some(expected.right),
                tries: Some(expected.of),
                minutes: expected.minutes,
                made_at: at,
            },
        )?;
    }
    Ok(())
}

/// What was expected of an assignment, as facts and in a sentence.
pub(crate) fn forecast_view(
    connection: &Connection,
    words: &Words,
    assignment: AssignmentId,
) -> Result<Option<ForecastView>, Error> {
    let forecasts = assignments::forecasts(connection, assignment)?;
    let by = |who| forecasts.iter().find(|forecast| forecast.by == who);
    let app = by(ForecastBy::App);
    let guess = by(ForecastBy::Person).and_then(|forecast| forecast.word);
    let mut said = vec![];
    if let Some((right, tries, p)) = app.and_then(|app| Some((app.right?, app.tries?, app.p?))) {
        let count = fmt::count(words.language(), right.into(), tries.into());
        said.push(if tries < ENOUGH_FOR_PERCENT {
            words.say("forecast-few", &[("count", &count)])
        } else {
            words.say("forecast-right", &[("count", &count), ("chance", &fmt::percent(p))])
        });
    }
    if let Some(minutes) = app.and_then(|app| app.minutes) {
        let minutes = fmt::duration(words.language(), minutes);
        said.push(words.say("forecast-minutes", &[("minutes", &minutes)]));
    }
    if let Some(guess) = guess {
        said.push(words.word(&format!("forecast-guess-{guess}")));
    }
    let text = said.into_iter().reduce(|first, second| {
        words.say("sentences", &[("first", first.as_str()), ("second", second.as_str())])
    });
    Ok(text.map(|text| ForecastView {
        right: app.and_then(|app| app.right),
        tries: app.and_then(|app| app.tries),
        p: app.and_then(|app| app.p),
        minutes: app.and_then(|app| app.minutes),
        guess: guess.map(|guess| guess.code().to_owned()),
        text,
    }))
}
