//! Why a call did not happen, as the pages are told: a code, its parameters, and how it is meant. The pages make the
//! sentence; `detail` is for a log.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Error, ErrorKind};

/// What a rejected call carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallError {
    pub code: &'static str,
    pub params: BTreeMap<&'static str, String>,
    /// The code of what the hands could not do, where that is why.
    pub because: Option<&'static str>,
    pub detail: String,
    pub kind: &'static str,
}

impl CallError {
    /// The command ended without an answer: it panicked, or the program is closing.
    pub fn unanswered(detail: String) -> Self {
        Self { code: "window_unexpected", params: BTreeMap::new(), because: None, detail, kind: "failed" }
    }
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::Failed => "failed",
            ErrorKind::Wrong => "wrong",
            ErrorKind::Refused => "refused",
            ErrorKind::NeedsPerson => "needsPerson",
        };
        let params = error.params().into_iter().collect();
        let because = error.by_the_runner().map(halfday_runner::Error::code);
        Self { code: error.code(), params, because, detail: error.detail(), kind }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_pages_are_told_the_code_and_what_its_sentence_names() {
        let error = Error::JobNotFound { job: "12".to_owned() };

        let told = serde_json::to_value(CallError::from(error)).unwrap();

        assert_eq!(
            told,
            json!({
                "code": "job_not_found",
                "params": { "job": "12" },
                "because": null,
                "detail": "there is no job 12",
                "kind": "wrong",
            })
        );
    }

    #[test]
    fn they_are_told_what_the_hands_could_not_do() {
        let source = halfday_runner::Error::NotAHash("x".to_owned());

        let told = CallError::from(Error::Publish { source: source.into() });

        assert_eq!((told.code, told.because), ("publish_failed", Some("not_a_hash")));
    }
}
