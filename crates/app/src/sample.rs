//! The sample job: marked everywhere, in no number, removed by one command.

use halfday_domain::change::{Change, Row};
use halfday_domain::event::EventKind;
use halfday_domain::words::Language;
use halfday_split::{Wishes, split};
use halfday_store::jobs;
use serde_json::json;

use crate::api::{BoardView, CopyBrief, JobsView, ListJobs, Nothing, PasteAnswer, Unmarked};
use crate::jobs::{Made, store_plan};
use crate::{App, Error};

/// A brief and a prepared answer to one of its items: a chat is not asked.
struct Sample {
    brief: &'static str,
    /// The number of the item, and its answer.
    answer: (i64, &'static str),
}

fn sample(language: Language) -> Sample {
    macro_rules! of {
        ($folder:literal, $item:literal) => {
            Sample {
                brief: include_str!(concat!("../../../examples/", $folder, "/brief.md")),
                answer: (
                    $item,
                    include_str!(concat!("../../../examples/", $folder, "/answer-", $item, ".md")),
                ),
            }
        };
    }
    match language {
        Language::En => of!("en", 2),
        Language::ZhHant => of!("zh-Hant", 1),
        Language::ZhHans => of!("zh-Hans", 1),
    }
}

impl App {
    /// Makes the sample job in the person's language: one item is with AI and waits for a verdict already.
    pub fn add_sample(&self, _: Nothing) -> Result<BoardView, Error> {
        let sample = sample(self.language());
        let plan = split(sample.brief, &Wishes::default())?;
        let job = self.command("sample", move |work| {
            let made = Made {
                plan: &plan,
                brief: sample.brief.to_owned(),
                workspace: None,
                trial_of: None,
                is_sample: true,
            };
            store_plan(work, made)
        })?;
        let board = self.board_of(job)?;
        let item = format!("{}.{}", board.job.reference, sample.answer.0);
        self.copy_brief(CopyBrief { items: vec![item.clone()] })?;
        self.paste_answer(PasteAnswer {
            text: sample.answer.1.to_owned(),
            item: Some(item),
            files: vec![],
            rounds: Some(1),
            minutes: None,
            unmarked: Unmarked::TakeAnyway,
        })?;
        self.board_of(job)
    }

    /// Removes every sample job.
    pub fn remove_sample(&self, _: Nothing) -> Result<JobsView, Error> {
        self.command("sample-remove", |work| {
            let samples: Vec<_> = jobs::all(work.tx)?.into_iter().filter(|job| job.is_sample).collect();
            for job in samples {
                work.about_job(job.id);
                work.change(Change::Remove { rows: vec![Row::Job(job.id)] })?;
                work.event(EventKind::JobChanged, None, json!({ "removed": true }))?;
            }
            Ok(())
        })?;
        self.list_jobs(ListJobs {})
    }
}
