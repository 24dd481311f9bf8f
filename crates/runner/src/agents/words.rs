//! What a program says when it cannot go on, in words: agents hand on what their provider said, and none of
//! them has codes for it.

use std::sync::LazyLock;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use halfday_domain::failure::FailureReason as Reason;
use regex::Regex;

use super::Failure;

/// What is looked for, in this order: the more special first.
const WORDS: &[(FailureReason, &[&str])] = &[
    (
        Reason::ContextOverflow,
        &["context length", "context window", "context_length", "prompt is too long", "too many tokens"],
    ),
    (
        Reason::NotSignedIn,
        &[
            "not logged in",
            "please run /login",
            "run `codex login`",
            "login required",
            "authentication required",
            "not authenticated",
            "missing bearer",
            "please sign in",
            "please log in",
            "auth login",
        ],
    ),
    (
        Reason::Billing,
        &[
            "credit balance",
            "insufficient_quota",
            "exceeded your current quota",
            "billing",
            "payment required",
        ],
    ),
    (Reason::SpendCap, &["spend limit", "spending limit", "spending cap"]),
    (
        Reason::RateLimited,
        &["usage limit", "rate limit", "rate_limit", "too many requests", "hit your limit"],
    ),
    (Reason::Overloaded, &["overloaded"]),
    (
        Reason::Auth,
        &[
            "unauthorized",
            "api key",
            "authentication_error",
            "invalid x-api-key",
            "permission_error",
            "forbidden",
        ],
    ),
    (
        Reason::StreamTruncated,
        &["stream disconnected", "stream closed before", "connection reset", "incomplete message"],
    ),
    (
        Reason::ServerError,
        &[
            "internal server error",
            "bad gateway",
            "service unavailable",
            "server_error",
            "error sending request",
            "connection failed",
            "connection refused",
            "fetch failed",
            "name does not resolve",
            "enotfound",
            "unable to connect",
        ],
    ),
    (Reason::Timeout, &["timed out", "gateway timeout"]),
    (Reason::DiskFull, &["no space left on device", "enospc"]),
];

/// Status codes of HTTP, where the words say nothing.
const CODES: &[(&str, FailureReason)] = &[
    ("401", Reason::Auth),
    ("402", Reason::Billing),
    ("403", Reason::Auth),
    ("429", Reason::RateLimited),
    ("529", Reason::Overloaded),
    ("500", Reason::ServerError),
    ("502", Reason::ServerError),
    ("503", Reason::ServerError),
    ("504", Reason::Timeout),
];

/// Why a program could not go on, by what it says of it; `otherwise` when that tells us nothing.
pub(super) fn failure_in(text: &str, otherwise: FailureReason) -> Failure {
    let retry_after = wait_in(text);
    Failure { retry_after, ..Failure::new(reason_in(text).unwrap_or(otherwise), text) }
}

/// The reason these words name.
pub(super) fn reason_in(text: &str) -> Option<FailureReason> {
    let text = text.to_lowercase();
    let worded = WORDS.iter().find(|(_, words)| words.iter().any(|word| text.contains(word)));
    let coded = || {
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.find_map(|word| CODES.iter().find(|(code, _)| *code == word).map(|(_, reason)| *reason))
    };
    worded.map(|(reason, _)| *reason).or_else(coded)
}

/// The time these words say to wait: "try again in 3 hours 20 minutes", "in 11.054s" (rounded up).
fn wait_in(text: &str) -> Option<Duration> {
    static AMOUNTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let one = r"(\d+)(\.\d+)?\s*(d|h|m|s)(?:[a-z]*)\b";
        Regex::new(&format!(r"(?:again in|retry after)\s+({one}(?:[\s,]*(?:and\s+)?{one})*)")).ok()
    });
    static AMOUNT: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(\d+)(\.\d+)?\s*(d|h|ms|m|s)").ok());
    let text = text.to_lowercase();
    let amounts = AMOUNTS.as_ref()?.captures(&text)?.get(1)?;
    let mut seconds = 0_u64;
    for amount in AMOUNT.as_ref()?.captures_iter(amounts.as_str()) {
        let whole: u64 = amount.get(1)?.as_str().parse().ok()?;
        let whole = whole.saturating_add(u64::from(amount.get(2).is_some()));
        let each = match amount.get(3)?.as_str() {
            "d" => 86_400,
            "h" => 3_600,
            "m" => 60,
            "ms" => return Some(Duration::from_secs(1)),
            _ => 1,
        };
        seconds = seconds.saturating_add(whole.saturating_mul(each));
    }
    Some(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_say_names_its_reason() {
        let cases = [
            ("Invalid API key · Please run /login", Some(Reason::NotSignedIn)),
            ("unexpected status 401 Unauthorized: Incorrect API key provided", Some(Reason::Auth)),
            ("Credit balance is too low", Some(Reason::Billing)),
            ("You've hit your usage limit. Try again in 3 hours 20 minutes.", Some(Reason::RateLimited)),
            ("API Error: 529 {\"type\":\"error\"}", Some(Reason::Overloaded)),
            ("exceeded retry limit, last status: 429", Some(Reason::RateLimited)),
            ("Prompt is too long", Some(Reason::ContextOverflow)),
            ("Reconnecting... waiting for network (Connection failed)", Some(Reason::ServerError)),
            ("wrote 429429 rows", None),
            ("something else", None),
        ];

        for (text, expected) in cases {
            assert_eq!(reason_in(text), expected, "{text}");
        }
    }

    #[test]
    fn the_time_to_wait_is_read_and_never_made_up() {
        let wait = |text| failure_in(text, Reason::AgentExited).retry_after.map(|wait| wait.as_secs());

        assert_eq!(wait("usage limit; try again in 3 hours 20 minutes."), Some(12_000));
        assert_eq!(wait("Rate limit reached. Please try again in 11.054s."), Some(12));
        assert_eq!(wait("Try again in 1 day, 2 hours and 5 minutes"), Some(93_900));
        assert_eq!(wait("Please try again in 320ms."), Some(1));
        assert_eq!(wait("usage limit, try again later"), None);
    }
}
