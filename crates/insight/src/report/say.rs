//! The sentences of a report, once for every format: which sentence is said when, with its numbers.
//! How a number is marked up is the format's business ([`Mark`]); the words are `locales/`'.

use std::collections::BTreeMap;

use halfday_domain::failure::{FailureClass, FailureReason, StopReason};
use halfday_domain::fmt;
use halfday_domain::words::{Language, Words};

use crate::first_time::{FirstTime, NotRight};
use crate::group::KindShown;
use crate::minutes::Minutes;
use crate::report::{Missed, Report};

pub(crate) mod card;
mod issued;

/// How a format marks up what goes into a sentence.
pub(crate) trait Mark {
    /// A number with its unit, which must not be torn apart.
    fn number(&self, text: &str) -> String;
    /// What the whole report is about: AI's part.
    fn strong(&self, text: &str) -> String;
    /// Words the person wrote: data, whatever they contain.
    fn person(&self, text: &str) -> String;
}

/// First attempts that were not right for one reason.
#[derive(Debug)]
pub(crate) struct MissedRow {
    pub(crate) reason: String,
    pub(crate) times: usize,
    pub(crate) which: Vec<String>,
    pub(crate) more: usize,
}

/// What was not right, most frequent reasons first, and how many more there are.
#[derive(Debug)]
pub(crate) struct MissedRows {
    pub(crate) rows: Vec<MissedRow>,
    pub(crate) unnamed: usize,
}

/// So many reasons have a line: the report is one page.
const REASONS: usize = 5;
/// Under each of so few reasons two items are named, else one; the rest is a number.
const FEW_REASONS: usize = 3;
/// So much of a title is shown; a Chinese character is as wide as two Latin ones.
const TITLE_WIDTH: usize = 48;

pub(crate) struct Say<'w, M> {
    words: &'w Words,
    pub(crate) language: Language,
    mark: M,
}

impl<'w, M: Mark> Say<'w, M> {
    pub(crate) fn new(words: &'w Words, mark: M) -> Self {
        Self { words, language: words.language(), mark }
    }

    pub(crate) fn word(&self, key: &str) -> String {
        self.words.word(key)
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say(key, args)
    }

    /// A few words with a number that must stay together.
    pub(crate) fn phrase(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.mark.number(&self.words.say(key, args))
    }

    pub(crate) fn number(&self, text: &str) -> String {
        self.mark.number(text)
    }

    pub(crate) fn time(&self, minutes: Minutes) -> String {
        self.mark.number(&fmt::duration(self.language, minutes.value()))
    }

    pub(crate) fn float_time(&self, minutes: f64) -> String {
        self.mark.number(&fmt::duration(self.language, minutes))
    }

    fn percent(&self, share: f64) -> String {
        self.mark.number(&fmt::percent(share))
    }

    pub(crate) fn percent_range(&self, low: f64, high: f64) -> String {
        self.mark.number(&fmt::percent_range(self.language, low, high))
    }

    pub(crate) fn when(&self, report: &Report) -> String {
        let (Some(week), Some(from), Some(to)) =
            (report.numbers.week, report.numbers.from, report.numbers.to)
        else {
            return String::new();
        };
        let dates = fmt::date_range(self.language, from, to);
        let week = fmt::week(self.language, week.number());
        self.say("report-when", &[("dates", &dates), ("week", &week)])
    }

    pub(crate) fn headline(&self, report: &Report) -> String {
        let numbers = &report.numbers;
        if numbers.jobs_closed == 0 {
            return self.word("report-nothing-closed");
        }
        if numbers.listed_minutes.is_zero() {
            return self.word("report-closed-without-minutes");
        }
        let listed = self.time(numbers.listed_minutes);
        let ai = self.mark.strong(&fmt::duration(self.language, numbers.ai_minutes.value()));
        match numbers.share {
            Some(share) => {
                let share = self.percent(share.value);
                self.say("report-headline", &[("listed", &listed), ("ai", &ai), ("share", &share)])
            }
            None => self.say("report-headline-no-share", &[("listed", &listed), ("ai", &ai)]),
        }
    }

    /// What the headline rests on.
    pub(crate) fn headline_range(&self, report: &Report) -> Option<String> {
        let numbers = &report.numbers;
        let jobs = numbers.jobs_closed.to_string();
        if numbers.listed_minutes.is_zero() {
            return None;
        }
        let Some(share) = numbers.share else {
            let needed = report.share_needs_jobs.to_string();
            return Some(self.say("report-share-too-few", &[("jobs", &jobs), ("needed", &needed)]));
        };
        let range = self.percent_range(share.low, share.high);
        Some(self.say("report-share-range", &[("jobs", &jobs), ("range", &range)]))
    }

    pub(crate) fn first_time(&self, figure: &FirstTime) -> String {
        if figure.of == 0 {
            return self.word("report-first-time-none");
        }
        let (right, of) = (figure.right.to_string(), figure.of.to_string());
        let counts = [("right", right.as_str()), ("of", of.as_str())];
        match (figure.rate, figure.low, figure.high) {
            (Some(rate), Some(low), Some(high)) => {
                let (rate, range) = (self.percent(rate), self.percent_range(low, high));
                self.say("report-first-time", &with(counts, [("rate", &rate), ("range", &range)]))
            }
            _ => self.say("report-first-time-few", &with(counts, [("needed", "5")])),
        }
    }

    pub(crate) fn unresolved(&self, report: &Report) -> Option<String> {
        let count = report.numbers.first_time.unresolved;
        if count == 0 {
            return None;
        }
        let figure = self.figure(&report.first_time_if_unresolved_failed);
        Some(self.say("report-unresolved", &[("count", &count.to_string()), ("figure", &figure)]))
    }

    fn figure(&self, figure: &FirstTime) -> String {
        let (right, of) = (figure.right.to_string(), figure.of.to_string());
        let counts = [("right", right.as_str()), ("of", of.as_str())];
        match (figure.rate, figure.low, figure.high) {
            (Some(rate), Some(low), Some(high)) => {
                let (rate, range) = (self.percent(rate), self.percent_range(low, high));
                self.say("report-figure", &with(counts, [("rate", &rate), ("range", &range)]))
            }
            _ => self.say("report-figure-few", &counts),
        }
    }

    pub(crate) fn kind(&self, kind: &KindShown) -> String {
        match kind {
            KindShown::Known(kind) => self.word(&format!("kind-{kind}")),
            KindShown::Own(word) => self.mark.person(word),
            KindShown::OwnHidden => self.word("report-kind-own-hidden"),
            KindShown::Unsaid => self.word("kind-unsaid"),
        }
    }

    fn reason(&self, why: NotRight) -> String {
        match why {
            NotRight::Rejected(Some(reason)) => self.word(&format!("rejection-{reason}")),
            NotRight::Rejected(None) => self.word("report-reason-unsaid"),
            NotRight::Failed(reason) => self.word(class_key(reason.class())),
            NotRight::GoingWrong => self.word("report-reason-going-wrong"),
            NotRight::AfterRework => self.word("report-reason-after-rework"),
            NotRight::MoreRounds(_) => self.word("report-reason-rounds"),
        }
    }

    /// What was not right, most frequent first.
    pub(crate) fn missed(&self, report: &Report) -> MissedRows {
        let mut groups: BTreeMap<String, Vec<&Missed>> = BTreeMap::new();
        for missed in &report.not_right {
            groups.entry(self.reason(missed.why)).or_default().push(missed);
        }
        let named = if groups.len() <= FEW_REASONS { 2 } else { 1 };
        let mut rows: Vec<MissedRow> = groups
            .into_iter()
            .map(|(reason, all)| MissedRow {
                reason,
                times: all.len(),
                which: all.iter().take(named).map(|missed| self.which(missed)).collect(),
                more: all.len().saturating_sub(named),
            })
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.times));
        let unnamed = rows.iter().skip(REASONS).map(|row| row.times).sum();
        rows.truncate(REASONS);
        MissedRows { rows, unnamed }
    }

    fn which(&self, missed: &Missed) -> String {
        if let Some(title) = &missed.title {
            return self.mark.person(&shortened(title));
        }
        let kind = self.kind(&missed.kind);
        match missed.estimate_minutes {
            Some(minutes) => {
                let minutes = self.time(Minutes::whole(minutes));
                self.say("report-missed-hidden", &[("kind", &kind), ("minutes", &minutes)])
            }
            None => kind,
        }
    }

    /// Whole jobs and cost: lines that stand only where there is something to say.
    pub(crate) fn notes(&self, report: &Report) -> Vec<String> {
        let mut lines = vec![];
        let jobs = report.numbers.jobs_closed.to_string();
        if report.jobs_accepted_whole > 0 {
            let whole = report.jobs_accepted_whole.to_string();
            lines.push(self.say("report-whole", &[("whole", &whole), ("jobs", &jobs)]));
        }
        if report.jobs_all_accepted > 0 {
            let all = report.jobs_all_accepted.to_string();
            lines.push(self.say("report-all-accepted", &[("all", &all), ("jobs", &jobs)]));
        }
        if let Some(nano) = report.numbers.cost_nano {
            let cost = self.mark.number(&fmt::money(self.language, nano));
            let known = report.cost_known_attempts.to_string();
            let attempts = report.ended_attempts.to_string();
            lines.push(
                self.say("report-cost", &[("cost", &cost), ("known", &known), ("attempts", &attempts)]),
            );
        }
        lines.extend(self.changed(report));
        lines
    }

    /// How it is counted, and what is left out.
    pub(crate) fn how(&self, report: &Report) -> Vec<String> {
        let mut lines = vec![self.word("report-how-minutes")];
        if !report.guessed_minutes.is_zero() {
            let guessed = self.time(report.guessed_minutes);
            lines.push(self.say("report-how-guessed", &[("guessed", &guessed)]));
        }
        if report.items_without_minutes > 0 {
            let count = report.items_without_minutes.to_string();
            lines.push(self.say("report-how-without", &[("count", &count)]));
        }
        lines.push(self.word("report-how-first"));
        lines.push(self.word("report-how-ranges"));
        lines.push(self.word("report-how-excluded"));
        if let Some(list) = self.left_out(report) {
            lines.push(self.say("report-how-left-out", &[("list", &list)]));
        }
        match report.titles {
            super::Titles::Hidden => lines.push(self.word("report-how-hidden")),
            super::Titles::Shown => {}
        }
        lines
    }

    fn left_out(&self, report: &Report) -> Option<String> {
        let mut sums: BTreeMap<String, u32> = BTreeMap::new();
        for left_out in &report.left_out {
            *sums.entry(self.word(left_out_key(left_out.code))).or_default() += left_out.count;
        }
        if sums.is_empty() {
            return None;
        }
        let parts: Vec<String> = sums.iter().map(|(what, count)| format!("{count} × {what}")).collect();
        Some(parts.join(match self.language {
            Language::En => ", ",
            Language::ZhHant | Language::ZhHans => "、",
        }))
    }

    pub(crate) fn foot(&self, report: &Report) -> String {
        let date = fmt::date(self.language, report.made_on);
        let args = [("version", report.program_version), ("zone", &report.zone), ("date", &date)];
        let mut foot = self.say("report-foot", &args);
        if let Some(edition) = self.edition(report) {
            foot.push_str(" · ");
            foot.push_str(&edition);
        }
        foot
    }

    /// Sentences one after another, as the language does it.
    pub(crate) fn run_on(&self, sentences: &[String]) -> String {
        sentences.join(match self.language {
            Language::En => " ",
            Language::ZhHant | Language::ZhHans => "",
        })
    }
}

fn class_key(class: FailureClass) -> &'static str {
    match class {
        FailureClass::Provider => "report-reason-failed-provider",
        FailureClass::Setup => "report-reason-failed-setup",
        FailureClass::Model => "report-reason-failed-model",
        FailureClass::Process => "report-reason-failed-process",
        FailureClass::Verify => "report-reason-failed-verify",
        FailureClass::Budget => "report-reason-failed-budget",
        FailureClass::Outside => "report-reason-failed-outside",
        FailureClass::Safety => "report-reason-failed-safety",
    }
}

fn left_out_key(code: &str) -> &'static str {
    if let Some(reason) = FailureReason::from_code(code) {
        return class_key(reason.class());
    }
    match StopReason::from_code(code) {
        Some(StopReason::GoingWrong) => "report-reason-going-wrong",
        Some(StopReason::ChangedMind) => "report-reason-changed-mind",
        Some(StopReason::AppClosed) => "report-reason-app-closed",
        Some(StopReason::NeverSent) => "report-reason-never-sent",
        None => "report-reason-lost",
    }
}

/// A title that would fill the page, cut short.
fn shortened(title: &str) -> String {
    let mut width = 0;
    for (start, character) in title.char_indices() {
        width += if character < '\u{2e80}' { 1 } else { 2 };
        if width > TITLE_WIDTH {
            return format!("{}…", title.get(..start).unwrap_or_default().trim_end());
        }
    }
    title.to_owned()
}

/// Arguments put together.
fn with<'a, const A: usize, const B: usize>(
    first: [(&'a str, &'a str); A],
    second: [(&'a str, &'a str); B],
) -> Vec<(&'a str, &'a str)> {
    first.into_iter().chain(second).collect()
}
