//! Handing over and taking back.

use halfday_app::App;
use halfday_app::api::{self, AssignAsOne, AssignItems, AssignJob, Nothing, Start, To, Unlooked};

use crate::args::{Because, Give, Guess};
use crate::commands::figures;
use crate::commands::jobs::names_a_job;
use crate::complaint::Complaint;
use crate::documents::Board;
use crate::failure::Failure;
use crate::output::Out;

/// `--to chance`: a coin decides between keeping and handing over.
const CHANCE: &str = "chance";

/// What became of what is taken back or dropped.
pub(crate) fn unlooked(because: Because) -> Unlooked {
    match because {
        Because::Rejected => Unlooked::Rejected,
        Because::NotLookedAt => Unlooked::NotLookedAt,
        Because::Unsaid => Unlooked::Unsaid,
    }
}

pub(crate) fn give(args: Give, app: &App, out: &Out) -> Result<(), Failure> {
    let words = out.words();
    if args.to == CHANCE {
        if args.says_more() {
            return Err(Complaint::new(words, "chance-alone", &[]).into());
        }
        return figures::chance(args.what, app, out);
    }
    let to = match args.to.as_str() {
        "me" => To::Me,
        "ai" => To::Ai,
        agent => To::Agent(agent.to_owned()),
    };
    let sentence = match to {
        To::Me => "terminal-given-me",
        To::Ai | To::Agent(_) => "terminal-given-ai",
    };
    let past_veil = past_the_veil(&to, app)?;
    let guess = args.guess.map(|guess| match guess {
        Guess::Likely => api::Guess::Likely,
        Guess::Unsure => api::Guess::Unsure,
        Guess::Unlikely => api::Guess::Unlikely,
    });
    let because = args.because.map(unlooked);
    let start = match (args.now_start, args.hold) {
        (true, _) => Some(Start::Now),
        (false, true) => Some(Start::OnHold),
        (false, false) => None,
    };
    let count = args.what.len().to_string();
    let named = args.what.join(&words.word("terminal-list-comma"));
    let (sentence, board) = match args.what.as_slice() {
        [job] if names_a_job(job) => {
            let request = AssignJob { job: job.clone(), to, guess, minutes: args.minutes, because, start };
            (format!("{sentence}-whole"), app.assign_job(request)?)
        }
        items if items.iter().any(|item| names_a_job(item)) => {
            return Err(Complaint::new(words, "job-alone", &[]).into());
        }
        _ if args.as_one => {
            let agent = match to {
                To::Me => return Err(Complaint::new(words, "as-one", &[]).into()),
                To::Ai => None,
                To::Agent(agent) => Some(agent),
            };
            let items = args.what;
            let request = AssignAsOne { items, agent, guess, minutes: args.minutes, start };
            (sentence.to_owned(), app.assign_as_one(request)?)
        }
        _ => {
            let items = args.what;
            let request =
                AssignItems { items, to, place: None, guess, minutes: args.minutes, because, start };
            (sentence.to_owned(), app.assign_items(request)?)
        }
    };
    let args = [("count", count.as_str()), ("items", &named), ("job", &board.job.reference)];
    out.answer(&Board::from(&board), &words.say(&sentence, &args))?;
    if let Some(text) = past_veil {
        out.say(&text);
    }
    Ok(())
}

/// What the name veil does not do for whoever gets the work.
fn past_the_veil(to: &To, app: &App) -> Result<Option<String>, Failure> {
    let agents = app.agents(Nothing {})?.agents;
    let agent = agents.into_iter().find(|agent| match to {
        To::Me => false,
        To::Ai => agent.is_preferred,
        To::Agent(name) => agent.name == *name,
    });
    Ok(agent.and_then(|agent| agent.veil_text))
}
