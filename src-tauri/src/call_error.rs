//! Why a call did not happen, as the pages are told: a code, its parameters, and how it is meant. The pages make the
//! sentence; `detail` is for a log.

use std::collections::BTreeMap;

use halfday_app::{Error, ErrorKind};
use serde::Serialize;

use crate::desk;

/// What a rejected call carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct CallError {
    code: &'static str,
    params: BTreeMap<&'static str, String>,
    detail: String,
    kind: &'static str,
}

impl CallError {
    /// The command ended without an answer: it panicked, or the program is closing.
    pub(crate) fn unanswered(detail: String) -> Self {
        Self { code: "window_unexpected", params: BTreeMap::new(), detail, kind: "failed" }
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
        Self { code: error.code(), params, detail: error.detail(), kind }
    }
}

impl From<desk::Error> for CallError {
    fn from(error: desk::Error) -> Self {
        let params = error.param().into_iter().collect();
        Self { code: error.code(), params, detail: chain(&error), kind: error.kind() }
    }
}

/// The error and what caused it, as one sentence.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |sentence, cause| format!("{sentence}: {cause}"))
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
                "detail": "there is no job 12",
                "kind": "wrong",
            })
        );
    }
}
