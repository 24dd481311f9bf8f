//! The laboratory on run files, and the horizon and reliability of one's own record.

use halfday_app::{App, AskHorizon, AskLabDoubling, AskLabHorizon, Error, Json};
use serde::de::DeserializeOwned;

use crate::args::{Lab, LabCommand, LabMethod, StatsHorizon};
use crate::failure::Failure;
use crate::output::{Form, Out};
use crate::page::Page;
use crate::{draw, input};

/// Reads a file and counts; no data folder is touched.
pub(crate) fn lab(args: &Lab, out: &Out) -> Result<(), Failure> {
    match &args.what {
        LabCommand::Horizon(args) => {
            let ask = AskLabHorizon {
                with_bayes: args.method == LabMethod::Bayes,
                reg: args.reg,
                bootstrap: args.bootstrap,
                seed: args.seed,
            };
            let document = halfday_app::lab_horizon(&input::bytes(&args.file)?, ask)?;
            print(out, &document, "lab horizon", draw::lab_horizon)
        }
        LabCommand::Doubling(args) => {
            let ask = AskLabDoubling { since: args.since, best_only: args.sota };
            let document = halfday_app::lab_doubling(&input::bytes(&args.file)?, &ask)?;
            print(out, &document, "lab doubling", draw::lab_doubling)
        }
        LabCommand::Reliability(args) => {
            let document = halfday_app::lab_reliability(&input::bytes(&args.file)?)?;
            print(out, &document, "lab reliability", draw::reliability)
        }
    }
}

/// The same figures on the person's own record.
pub(crate) fn own_horizon(args: StatsHorizon, app: &App, out: &Out) -> Result<(), Failure> {
    let ask = AskHorizon { agent: args.agent, family: args.family, kind: args.kind };
    print(out, &app.horizon(ask)?, "stats horizon", draw::horizons)
}

pub(crate) fn own_reliability(app: &App, out: &Out) -> Result<(), Failure> {
    print(out, &app.reliability()?, "stats reliability", draw::record_again)
}

/// The document as it is, or the page made of it.
fn print<T: DeserializeOwned>(
    out: &Out,
    document: &Json,
    command: &str,
    draw: fn(&mut Page, &T),
) -> Result<(), Failure> {
    match out.form() {
        Form::Json => out.json(document),
        Form::Page => {
            let view = T::deserialize(document)
                .map_err(|source| Failure::App(Error::WriteView { command: command.to_owned(), source }))?;
            out.page(|page| draw(page, &view))
        }
    }
}
