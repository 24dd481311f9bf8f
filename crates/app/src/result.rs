//! The result card of a closed job, as facts and as lines to read.

use halfday_domain::fmt;
use halfday_domain::words::Words;
use halfday_insight::{JobResult, result};
use halfday_store::items;

use crate::api::{JobRef, ResultLine, ResultView};
use crate::numbers::document;
use crate::views::job_row;
use crate::{App, Error, reference};

impl App {
    /// The result card of a closed job.
    pub fn result(&self, request: JobRef) -> Result<ResultView, Error> {
        let words = self.words();
        let (job, counts) = self.store.read(move |connection| {
            let job = reference::job(connection, &request.job)?;
            let counts = items::counts(connection)?.into_iter().find(|counts| counts.job_id == job.id);
            Ok::<_, Error>((job, counts))
        })?;
        if job.is_sample && job.closed_at.is_some() {
            // It is in no number, not even in one of its own.
            let text = words.say("result-sample", &[("title", &job.title)]);
            let job = job_row(words, &job, counts.as_ref());
            return Ok(ResultView { job, facts: serde_json::Value::Null, lines: vec![], text });
        }
        let open = || Error::JobNotClosed { job: job.number.to_string() };
        let since = job.closed_at.ok_or_else(open)?;
        let card = result(&self.facts_since(since)?, job.id).ok_or_else(open)?;
        let lines = lines(&card, words);
        let mut text = words.say("result-title", &[("title", &job.title)]);
        for line in &lines {
            text.extend(["\n  ", &line.label, ": ", &line.value]);
        }
        Ok(ResultView {
            job: job_row(words, &job, counts.as_ref()),
            facts: document("result", &card)?,
            lines,
            text,
        })
    }
}

fn lines(card: &JobResult, words: &Words) -> Vec<ResultLine> {
    let language = words.language();
    let minutes = |minutes: f64| fmt::duration(language, minutes);
    let mut lines = vec![];
    let mut line = |key: &str, value: String| lines.push(ResultLine { label: words.word(key), value });
    let listed = minutes(card.listed_minutes.value());
    let ai = minutes(card.ai_minutes.value());
    match card.share {
        Some(share) => {
            let percent = fmt::percent(share);
            line(
                "result-ai",
                words.say("result-ai-of", &[("ai", &ai), ("listed", &listed), ("share", &percent)]),
            );
        }
        None => line("result-ai", words.word("result-nothing")),
    }
    line("result-own", minutes(card.own_minutes.value()));
    if let Some(guess) = card.guess_share {
        line("result-guess", fmt::percent(guess));
    }
    let first = card.first_time;
    if first.of > 0 {
        line("result-first-time", fmt::count(language, first.right.into(), first.of.into()));
    }
    let spent = card.brief_minutes.value() + card.review_minutes.value() + card.rework_minutes.value();
    line("result-spent", minutes(spent));
    match card.saved {
        Some(saved) => line("result-saved", fmt::duration_range(language, saved.low, saved.high)),
        None => line("result-saved", words.word("result-uncalibrated")),
    }
    if let Some(longest) = &card.longest_stretch {
        let minutes = minutes(f64::from(longest.minutes));
        line(
            "result-stretch",
            words.say("result-stretch-of", &[("minutes", &minutes), ("item", &longest.item_title)]),
        );
    }
    for rejected in &card.rejections {
        let reason = rejected.reason.map_or("other", halfday_domain::review::Rejection::code);
        let reason = words.word(&format!("rejection-{reason}"));
        line(
            "result-rejected",
            words.say("label-value", &[("label", &rejected.item_title), ("value", &reason)]),
        );
    }
    lines
}
