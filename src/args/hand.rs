//! Handing over, the clipboard way, and verdicts.

use clap::{Args, Subcommand, ValueEnum};

/// How sure the person is that AI will get it right.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Guess {
    Likely,
    Unsure,
    Unlikely,
}

/// What became of something that is taken back or dropped while AI has it.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Because {
    Rejected,
    NotLookedAt,
    Unsaid,
}

/// What happens after a rejection.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Then {
    Retry,
    TakeBack,
}

#[derive(Debug, Args)]
pub(crate) struct Give {
    #[arg(value_name = "ITEM|JOB", required = true)]
    pub(crate) what: Vec<String>,
    #[arg(long, value_name = "me|ai|chance|AGENT")]
    pub(crate) to: String,
    #[arg(long, value_name = "GUESS")]
    pub(crate) guess: Option<Guess>,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    #[arg(long, value_name = "WHY")]
    pub(crate) because: Option<Because>,
    #[arg(long, conflicts_with = "because")]
    pub(crate) as_one: bool,
    #[arg(long)]
    pub(crate) now_start: bool,
    #[arg(long, conflicts_with = "now_start")]
    pub(crate) hold: bool,
}

impl Give {
    /// Whether more is said than what is given to whom.
    pub(crate) fn says_more(&self) -> bool {
        self.guess.is_some()
            || self.minutes.is_some()
            || self.because.is_some()
            || self.as_one
            || self.now_start
            || self.hold
    }
}

#[derive(Debug, Args)]
pub(crate) struct Paste {
    /// The item, if the first looks like one, and files.
    #[arg(value_name = "ITEM|FILE|-")]
    pub(crate) what: Vec<String>,
    #[arg(long, value_name = "1|2|3|4")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=4))]
    pub(crate) rounds: Option<u32>,
    #[arg(long, value_name = "N")]
    pub(crate) minutes: Option<u32>,
    #[arg(long)]
    pub(crate) anyway: bool,
    #[arg(long, value_name = "E")]
    pub(crate) encoding: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Nogood {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "R")]
    pub(crate) reason: String,
    #[arg(long, value_name = "THEN")]
    pub(crate) then: Option<Then>,
}

#[derive(Debug, Args)]
pub(crate) struct Review {
    #[arg(value_name = "ITEM")]
    pub(crate) item: Option<String>,
    #[command(subcommand)]
    pub(crate) verdict: Option<Verdict>,
}

/// What the person says of a deliverable.
#[derive(Debug, Subcommand)]
pub(crate) enum Verdict {
    Accept {
        #[arg(long, value_name = "N")]
        review_minutes: Option<u32>,
    },
    Rework {
        #[arg(long, value_name = "N")]
        minutes: Option<u32>,
        #[arg(long = "with", value_name = "FILE", num_args = 1..)]
        with_files: Vec<String>,
        #[arg(long, value_name = "N")]
        review_minutes: Option<u32>,
    },
    Reject {
        #[arg(long, value_name = "R")]
        reason: String,
        #[arg(long, value_name = "N")]
        step: Option<u32>,
        #[arg(long, value_name = "T", allow_hyphen_values = true)]
        note: Option<String>,
        #[arg(long, value_name = "THEN")]
        then: Option<Then>,
        #[arg(long, value_name = "N")]
        review_minutes: Option<u32>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Wrong {
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
    #[arg(long, value_name = "R")]
    pub(crate) reason: String,
}
