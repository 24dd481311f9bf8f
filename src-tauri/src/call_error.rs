//! Why a call did not happen, as the pages are told: the core says its own errors, this adds the desktop's.

pub(crate) use halfday_app::api::CallError;

use crate::desk;

impl From<desk::Error> for CallError {
    fn from(error: desk::Error) -> Self {
        let params = error.param().into_iter().collect();
        Self { code: error.code(), params, because: None, detail: chain(&error), kind: error.kind() }
    }
}

/// The error and what caused it, as one sentence.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |sentence, cause| format!("{sentence}: {cause}"))
}
