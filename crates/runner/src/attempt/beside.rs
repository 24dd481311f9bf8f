//! What an AI is asked beside the work, where the person has switched it on: how it will go, and whether
//! the result can be refuted. Each is one turn in a session and a folder of its own; its answers are
//! looked up, never believed.

use halfday_domain::words::Words;
use serde::Deserialize;

use crate::agents::Agent;
use crate::deliverable::Deliverable;

/// The file an answer beside the work is written to.
pub const ANSWER: &str = "reply-to-halfday.md";
/// So many lines of a rehearsal are kept.
const REHEARSED_LINES: usize = 3;
/// Of one line, in characters.
const LONGEST_LINE: usize = 300;

/// The agent says beforehand how it will go.
pub struct Rehearsal {
    pub agent: Box<dyn Agent>,
}

/// Somebody who sees the brief and the result, and not how it came about, tries to refute it.
pub struct SecondLook {
    pub agent: Box<dyn Agent>,
    /// What has to be so, each for itself.
    pub questions: Vec<String>,
}

/// What a second look says of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub question: String,
    pub said: Said,
    /// Words that stand in what was delivered; empty where none were named.
    pub quote: String,
    pub why: String,
}

/// Whether it is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Yes,
    No,
    CannotTell,
}

impl Said {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::CannotTell => "cannot_tell",
        }
    }
}

impl Rehearsal {
    /// What the agent is told.
    pub(super) fn message(words: &Words, brief: &str) -> String {
        format!("{}\n\n{brief}", words.say("agent-rehearse", &[("file", ANSWER)]))
    }

    /// The lines of its answer.
    pub(super) fn lines(answer: &str) -> Vec<String> {
        let lines = answer.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| line.chars().take(LONGEST_LINE).collect()).take(REHEARSED_LINES).collect()
    }
}

impl SecondLook {
    /// What the one who looks is told; what was delivered lies in its folder.
    pub(super) fn message(&self, words: &Words, brief: &str, files: &[String]) -> String {
        let questions: Vec<String> =
            (1..).zip(&self.questions).map(|(number, text)| format!("{number}. {text}")).collect();
        let files: Vec<String> = files.iter().map(|file| format!("- {file}")).collect();
        format!(
            "{}\n\n{}\n{}\n\n{}\n{}\n\n{}\n\n{}\n\n{}",
            words.word("agent-look-again"),
            words.word("agent-look-again-files"),
            files.join("\n"),
            words.word("agent-look-again-questions"),
            questions.join("\n"),
            words.say("agent-look-again-answer", &[("file", ANSWER)]),
            words.word("agent-look-again-brief"),
            brief,
        )
    }

    /// What it said of each question. Without an answer that can be read nothing can be told; so it is where
    /// a *yes* has no words of the result for it, or words are named that are not there.
    pub(super) fn read(&self, answer: &str, delivered: &[Deliverable]) -> Vec<Answered> {
        let said: Vec<OneSaid> = list(answer).unwrap_or_default();
        let texts: Vec<String> =
            delivered.iter().filter_map(Deliverable::readable).map(|t| plain(&t)).collect();
        (1..)
            .zip(&self.questions)
            .map(|(number, question)| {
                let one = said.iter().find(|one| one.number == number).cloned().unwrap_or_default();
                let quote = plain(&one.quote);
                let is_there = !quote.is_empty() && texts.iter().any(|text| text.contains(&quote));
                let said = match one.answer.trim().to_lowercase().as_str() {
                    "yes" if is_there => Said::Yes,
                    // What is missing cannot be quoted.
                    "no" if (is_there || quote.is_empty()) && !one.why.trim().is_empty() => Said::No,
                    _ => Said::CannotTell,
                };
                let short = |text: &str| text.trim().chars().take(LONGEST_LINE).collect::<String>();
                let quote = if is_there { short(&one.quote) } else { String::new() };
                Answered { question: question.clone(), said, quote, why: short(&one.why) }
            })
            .collect()
    }
}

/// One answer as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct OneSaid {
    number: usize,
    answer: String,
    quote: String,
    why: String,
}

/// The list in an answer, with whatever was written around it.
fn list(answer: &str) -> Option<Vec<OneSaid>> {
    let (from, to) = (answer.find('[')?, answer.rfind(']')?);
    serde_json::from_str(answer.get(from..=to)?).ok()
}

/// The words alone: a quote may be broken into lines otherwise than its source.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How sure an agent says it is on the last lines of its last words: `Confidence: 70 %`.
pub(super) fn confidence(said: &str) -> Option<f64> {
    said.lines().rev().filter(|line| !line.trim().is_empty()).take(3).find_map(|line| {
        let line = line.trim_matches(|sign: char| sign.is_whitespace() || "*_-#>`".contains(sign));
        let names = ["confidence", "把握"];
        let rest = names.iter().find_map(|name| {
            let start = line.get(..name.len())?;
            start.eq_ignore_ascii_case(name).then(|| line.get(name.len()..)).flatten()
        })?;
        let rest = rest.trim_matches(|sign: char| sign.is_whitespace() || ":：*".contains(sign));
        let number = rest.trim_end_matches(['.', '。']).strip_suffix(['%', '％'])?.trim();
        number.parse::<f64>().ok().map(|percent| percent / 100.0).filter(|share| (0.0..=1.0).contains(share))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agents::scripted::{Script, Scripted};

    fn looks(questions: &[&str]) -> SecondLook {
        SecondLook {
            agent: Box::new(Scripted::new(Script::default())),
            questions: questions.iter().map(|question| (*question).to_owned()).collect(),
        }
    }

    fn said(answer: &str) -> Vec<(Said, String)> {
        let delivered = [Deliverable::new("a.md", "Totals are\n32 in all.".as_bytes())];
        let answers = looks(&["one", "two"]).read(answer, &delivered);
        answers.into_iter().map(|one| (one.said, one.quote)).collect()
    }

    #[test]
    fn a_yes_needs_words_that_stand_in_the_result_and_a_no_needs_a_reason() {
        let nothing = || (Said::CannotTell, String::new());

        assert_eq!(
            said(
                r#"Here it is: [{"number": 1, "answer": "yes", "quote": "Totals are 32"},
                    {"number": 2, "answer": "no", "why": "no year is named"}] Bye."#
            ),
            [(Said::Yes, "Totals are 32".to_owned()), (Said::No, String::new())]
        );
        assert_eq!(
            said(
                r#"[{"number": 1, "answer": "yes", "quote": "Totals are 33"}, {"number": 2, "answer": "yes"}]"#
            ),
            [nothing(), nothing()],
            "the quote is not there, or there is none"
        );
        assert_eq!(
            said(
                r#"[{"number": 1, "answer": "no", "quote": "33 in all", "why": "33 is wrong"},
                     {"number": 2, "answer": "no"}]"#
            ),
            [nothing(), nothing()],
            "what it objects to is not there, or it does not say to what"
        );
        for useless in ["", "yes, all of it", "[{]", r#"[{"number": 7, "answer": "yes"}]"#] {
            assert_eq!(said(useless), [nothing(), nothing()], "{useless}");
        }
    }

    #[test]
    fn how_sure_an_agent_is_stands_on_its_last_lines() {
        for (words, expected) in [
            ("It is done.\n\nConfidence: 70 %", Some(0.7)),
            ("**Confidence: 100%**\n", Some(1.0)),
            ("完成了。\n把握：85％", Some(0.85)),
            ("Confidence: 170 %", None),
            ("I have confidence: it is 70 % done", None),
            ("Confidence: 70 %\na\nb\nc", None),
            ("", None),
        ] {
            assert_eq!(confidence(words), expected, "{words}");
        }
    }

    #[test]
    fn three_lines_of_a_rehearsal_are_kept() {
        assert_eq!(
            Rehearsal::lines("\nPlan: a\n\n Trouble: b\nAsk: c\nand more"),
            ["Plan: a", "Trouble: b", "Ask: c"]
        );
    }
}
