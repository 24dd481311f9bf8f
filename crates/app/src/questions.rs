//! What an attempt asks, as it is kept, as people read it, and what their answer means.

use halfday_domain::item::WaitingFor;
use halfday_domain::words::{Language, Words};
use halfday_runner::agents::Answer;
use halfday_runner::attempt::Reply;
use halfday_runner::attempt::budget::PRICE_UNKNOWN;
use halfday_runner::attempt::record::{Asked, AskedAbout};
use halfday_store::questions::Question;
use serde_json::{Value, json};

use crate::api::{AnswerCode, AskedView, QuestionView};

/// A question as it is kept; `readable` puts veiled names back.
pub(crate) fn body_of(question: &Asked, readable: impl Fn(&str) -> String) -> Value {
    match &question.about {
        AskedAbout::Words(text) => json!({ "about": "words", "text": readable(text) }),
        AskedAbout::Permission { argv, about } => {
            json!({ "about": "permission", "argv": argv, "text": readable(about) })
        }
        AskedAbout::Failure { reason, detail } => {
            json!({ "about": "failure", "reason": reason.code(), "detail": readable(detail) })
        }
        AskedAbout::Silence => json!({ "about": "silence" }),
    }
}

fn text_at<'a>(body: &'a Value, key: &str) -> &'a str {
    body.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// What is asked, finished.
pub(crate) fn question_text(words: &Words, body: &Value) -> String {
    match text_at(body, "about") {
        "permission" => words.say("question-permission", &[("what", text_at(body, "text"))]),
        "failure" if text_at(body, "detail") == PRICE_UNKNOWN => words.word("question-price-unknown"),
        "failure" => {
            let reason = words.word(&format!("failure-{}", text_at(body, "reason")));
            let asked = words.say("question-failure", &[("reason", &reason)]);
            match text_at(body, "detail") {
                "" => asked,
                detail => words.say("label-value", &[("label", &asked), ("value", detail)]),
            }
        }
        "silence" => words.word("question-silence"),
        _ => text_at(body, "text").to_owned(),
    }
}

/// The answers that are understood; none: any words are.
pub(crate) fn answers(body: &Value) -> Vec<AnswerCode> {
    match text_at(body, "about") {
        "permission" => vec![AnswerCode::AllowOnce, AnswerCode::AllowAlways, AnswerCode::Refuse],
        "failure" | "silence" => vec![AnswerCode::GoOn, AnswerCode::Stop],
        _ => vec![],
    }
}

/// The answer as it is kept: the code a word of the person's means, or their words. `None`: it is none
/// of the answers that are understood.
pub(crate) fn read_answer(body: &Value, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let codes = answers(body);
    if codes.is_empty() {
        return Some(text.to_owned());
    }
    let said = text.to_lowercase().replace([' ', '-'], "_");
    let means = |code: &AnswerCode| {
        said == code_of(*code)
            || Language::ALL.iter().any(|language| {
                let words = Words::of(*language).word(&format!("answer-{}", code_of(*code)));
                words.to_lowercase().replace([' ', '-'], "_") == said
            })
    };
    codes.iter().find(|code| means(code)).map(|code| code_of(*code).to_owned())
}

/// The code of an answer, also what a person may type.
pub(crate) const fn code_of(answer: AnswerCode) -> &'static str {
    match answer {
        AnswerCode::GoOn => "go_on",
        AnswerCode::Stop => "stop",
        AnswerCode::AllowOnce => "allow_once",
        AnswerCode::AllowAlways => "allow_always",
        AnswerCode::Refuse => "refuse",
    }
}

/// What the driver is told; `None`: nobody answered it, it was withdrawn.
pub(crate) fn reply_of(question: &Question, veil: impl Fn(&str) -> String) -> Option<Reply> {
    let answer = question.answer.as_deref()?;
    match (text_at(&question.body, "about"), answer) {
        (_, "withdrawn") => None,
        ("permission", "allow_once") => Some(Reply::Answer(Answer::AllowOnce)),
        ("permission", "allow_always") => Some(Reply::Answer(Answer::AllowAlways)),
        ("permission", _) => Some(Reply::Answer(Answer::Refuse)),
        ("failure" | "silence", "go_on") => Some(Reply::GoOn),
        ("failure" | "silence", _) => Some(Reply::Stop),
        (_, words) => Some(Reply::Answer(Answer::Words(veil(words)))),
    }
}

/// What a question of sealed work is answered with: nobody must hear of it.
pub(crate) fn reply_unheard(question: &Question) -> Reply {
    match text_at(&question.body, "about") {
        "permission" | "words" => Reply::Answer(Answer::Refuse),
        _ => Reply::Stop,
    }
}

/// An open question for the window.
pub(crate) fn question_view(words: &Words, question: &Question) -> QuestionView {
    QuestionView {
        id: question.id.to_string(),
        why: question.why.code().to_owned(),
        text: question_text(words, &question.body),
        argv: question.body.get("argv").and_then(|argv| serde_json::from_value(argv.clone()).ok()),
        asked_at: question.asked_at,
        answers: answers(&question.body),
    }
}

/// A question with its answer, for a look back.
pub(crate) fn asked_view(words: &Words, question: &Question) -> AskedView {
    let is_code = !answers(&question.body).is_empty() || question.answer.as_deref() == Some("withdrawn");
    AskedView {
        text: question_text(words, &question.body),
        answer: question
            .answer
            .as_ref()
            .map(|answer| if is_code { words.word(&format!("answer-{answer}")) } else { answer.clone() }),
        asked_at: question.asked_at,
        answered_at: question.answered_at,
    }
}

/// Whether the person is needed, or the program waits by itself.
pub(crate) fn needs_person(why: WaitingFor, body: Option<&Question>) -> bool {
    match why {
        WaitingFor::Limit => false,
        // Without a question it only waits for the provider to come back.
        WaitingFor::Provider => body.is_some(),
        WaitingFor::Question
        | WaitingFor::Permission
        | WaitingFor::Paste
        | WaitingFor::Budget
        | WaitingFor::Safety => true,
    }
}

#[cfg(test)]
mod tests {
    use halfday_domain::failure::FailureReason;

    use super::*;

    #[test]
    fn an_answer_is_understood_as_its_code_or_in_each_language_and_words_stay_words() {
        let failure = json!({ "about": "failure", "reason": FailureReason::Tokens.code() });
        let words = json!({ "about": "words", "text": "Which year?" });

        for said in ["go-on", "Go on", "go_on", "繼續", "继续"] {
            assert_eq!(read_answer(&failure, said), Some("go_on".to_owned()), "{said}");
        }
        assert_eq!(read_answer(&failure, "2024"), None, "nobody can tell what it means");
        assert_eq!(read_answer(&words, " go on "), Some("go on".to_owned()));
        assert_eq!(read_answer(&words, "  "), None);
    }
}
