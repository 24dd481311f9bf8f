//! The same job again and again, side by side: rebuilding the list is the point.

use std::collections::BTreeMap;

use halfday_domain::facts::Scope;
use halfday_domain::fmt;
use halfday_domain::item::ItemStatus;
use halfday_domain::words::Words;
use halfday_insight::{Trial, trials};
use halfday_store::jobs::Job;
use halfday_store::{items, jobs, templates};

use crate::api::{JobRef, JobRow, TrialView, TrialsView};
use crate::numbers::document;
use crate::views::job_row;
use crate::{App, Error, reference};

impl App {
    /// All jobs made from the same list as this one.
    pub fn trials(&self, request: JobRef) -> Result<TrialsView, Error> {
        let words = self.words();
        let (list, jobs, titles, counts) = self.store.read(move |connection| {
            let job = reference::job(connection, &request.job)?;
            let Some(list) = job.template_id else {
                return Err(Error::NoTrials { job: job.number.to_string() });
            };
            let name = templates::by_id(connection, list)?.map(|list| list.name).unwrap_or_default();
            let mut all: Vec<Job> = jobs::all(connection)?;
            all.retain(|one| one.template_id == Some(list));
            all.sort_by_key(|one| (one.trial, one.number));
            let mut titles = BTreeMap::new();
            for one in &all {
                let listed = items::of_job(connection, one.id)?.into_iter();
                let listed = listed.filter(|i| i.scope == Scope::Item && i.status != ItemStatus::Dropped);
                titles.insert(one.id, listed.map(|item| item.title).collect::<Vec<_>>());
            }
            Ok((name, all, titles, items::counts(connection)?))
        })?;
        let ids: Vec<_> = jobs.iter().map(|job| job.id).collect();
        let (facts, details) = self.all_facts_and_details()?;
        let numbers = trials(&facts, &details, &self.calendar(), &ids);
        let mut before: Option<&Vec<String>> = None;
        let mut views = vec![];
        for job in &jobs {
            let listed = titles.get(&job.id);
            let missing = |one: Option<&Vec<String>>, other: Option<&Vec<String>>| -> Vec<String> {
                let (Some(one), Some(other)) = (one, other) else { return vec![] };
                one.iter().filter(|title| !other.contains(title)).cloned().collect()
            };
            let trial = numbers.iter().find(|trial| trial.result.job_id == job.id);
            let row = job_row(words, job, counts.iter().find(|counts| counts.job_id == job.id));
            let number = job.trial.unwrap_or(1);
            views.push(TrialView {
                number,
                text: words.say("trial-number", &[("number", &number.to_string())]),
                added: missing(listed, before),
                removed: missing(before, listed),
                ..trial_view(words, row, trial)
            });
            before = listed;
        }
        let facts = serde_json::json!({
            "version": 1, "list": list, "trials": document("trials", &numbers)?,
            "lists": views.iter().map(|one| serde_json::json!({
                "job": one.job.reference, "trial": one.number, "added": one.added, "removed": one.removed,
            })).collect::<Vec<_>>(),
        });
        Ok(TrialsView { list, trials: views, facts })
    }
}

/// The numbers of a trial in words; those of an open job are not known yet.
fn trial_view(words: &Words, job: JobRow, trial: Option<&Trial>) -> TrialView {
    let language = words.language();
    let first = trial.map(|trial| trial.result.first_time).filter(|first| first.of > 0);
    TrialView {
        job,
        number: 1,
        text: String::new(),
        share_text: trial.and_then(|trial| trial.result.share).map(fmt::percent),
        spent_text: trial.map(|trial| fmt::duration(language, trial.own_spent_minutes.value())),
        first_time_text: first.map(|first| fmt::count(language, first.right.into(), first.of.into())),
        stretch_text: trial
            .and_then(|trial| trial.result.longest_stretch.as_ref())
            .map(|stretch| fmt::duration(language, f64::from(stretch.minutes))),
        cost_text: trial.and_then(|trial| trial.cost.as_ref()?.nano).map(|nano| fmt::money(language, nano)),
        added: vec![],
        removed: vec![],
    }
}
