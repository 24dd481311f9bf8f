//! One way to speak HTTP with an API: who may be reached, what is sent along, and what an answer that
//! is no success means.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use halfday_domain::failure::FailureReason;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::Value;
use tokio::time::timeout;

use super::base::{BaseUrl, is_near_address};
use super::fault::{Advice, Fault};
use super::secret::Secret;
use crate::redact::Redactor;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);
/// How much of an answer that is no success is read.
const MOST_ERROR_BYTES: usize = 64 * 1024;

/// The client for web addresses could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the client for model APIs could not be made")]
pub struct NoClient(#[source] reqwest::Error);

/// Where an API is, its key, and the client to reach it with.
#[derive(Debug, Clone)]
pub struct Connection {
    pub(super) base: BaseUrl,
    pub(super) key: Option<Secret>,
    client: Client,
    redactor: Redactor,
}

impl Connection {
    /// A connection to the API at `base`. Follows no redirect, because a key would go along, and sends no
    /// `Origin`, which some answer with 401.
    pub fn new(base: BaseUrl, key: Option<Secret>) -> Result<Self, NoClient> {
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(CONNECT_TIMEOUT)
            .user_agent(concat!("halfday/", env!("CARGO_PKG_VERSION")));
        if base.is_plain() {
            // A proxy would carry the text out of the network it must stay in.
            builder = builder.no_proxy().dns_resolver(Arc::new(NearOnly));
        }
        let client = builder.build().map_err(|error| NoClient(error.without_url()))?;
        let redactor = Redactor::new(&key);
        Ok(Self { base, key, client, redactor })
    }

    pub(super) fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(self.base.with(path))
    }

    /// Sends the request; the answer is a success whose body is still to come.
    pub(super) async fn send(
        &self,
        request: RequestBuilder,
        silence: Duration,
        words: Words,
    ) -> Result<Response, Fault> {
        let response = match timeout(silence, request.send()).await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => return Err(self.unreachable(error)),
            Err(_) => return Err(silent(silence)),
        };
        if response.status().is_success() {
            return if is_page(response.headers()) {
                Err(Fault::new(FailureReason::AgentMissing, "a web page answered, not an API").never_again())
            } else {
                Ok(response)
            };
        }
        Err(self.refused(response, silence, words).await)
    }

    /// What an answer that is no success means.
    async fn refused(&self, response: Response, silence: Duration, words: Words) -> Fault {
        let status = response.status();
        let advice = advice(response.headers());
        let retry_after = retry_after(response.headers(), Timestamp::now());
        let body = timeout(silence, first_bytes(response)).await.unwrap_or_default();
        let complaint = Complaint::read(Some(status), &String::from_utf8_lossy(&body));
        let mut fault = self.complained(&complaint, words).after(retry_after);
        if advice != Advice::Unsaid {
            fault.advice = advice;
        }
        fault
    }

    /// What a complaint means, whether it came as an answer or in the middle of one.
    pub(super) fn complained(&self, complaint: &Complaint, words: Words) -> Fault {
        let known = words(complaint).or_else(|| by_message(complaint));
        let detail = self.redactor.clean(&complaint.shown());
        match (known, complaint.status) {
            (Some(reason), _) => Fault::new(reason, detail),
            (None, Some(status)) => by_status(status, detail),
            // The same request would be refused again.
            (None, None) if complaint.code.starts_with("invalid_") => {
                Fault::new(FailureReason::ServerError, detail).never_again()
            }
            (None, None) => Fault::new(FailureReason::ServerError, detail),
        }
    }

    fn unreachable(&self, error: reqwest::Error) -> Fault {
        let is_timeout = error.is_timeout();
        let error = error.without_url();
        let is_refused = sources(&error).any(|source| {
            source.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::ConnectionRefused)
        });
        // On this computer nobody answers until the program is started: waiting does not help.
        if self.base.is_loopback() && is_refused {
            return Fault::new(FailureReason::AgentMissing, format!("nothing answers at {}", self.base));
        }
        let reason = if is_timeout { FailureReason::Timeout } else { FailureReason::ServerError };
        Fault::new(reason, self.redactor.clean(&chain(&error)))
    }
}

/// What a provider's own words for errors mean; `None` for those that only message and status tell.
pub(super) type Words = fn(&Complaint) -> Option<FailureReason>;

/// An error as an API tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Complaint {
    pub(super) status: Option<StatusCode>,
    /// Its type or code, the most exact one it names.
    pub(super) code: String,
    pub(super) message: String,
}

impl Complaint {
    /// Reads the forms APIs use: `{"error": {"type", "code", "message"}}` and `{"error": "…"}`.
    fn read(status: Option<StatusCode>, body: &str) -> Self {
        match serde_json::from_str::<Value>(body) {
            Ok(value) => Self::of(status, value.get("error").unwrap_or(&value)),
            Err(_) => Self { status, code: String::new(), message: body.trim().to_owned() },
        }
    }

    /// Reads one error object.
    pub(super) fn of(status: Option<StatusCode>, error: &Value) -> Self {
        let text = |name: &str| match error.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let code = [text("code"), text("type")].into_iter().find(|code| !code.is_empty());
        let message = error.as_str().map_or_else(|| text("message"), str::to_owned);
        Self { status, code: code.unwrap_or_default(), message }
    }

    fn shown(&self) -> String {
        let status = self.status.map(|status| status.as_u16().to_string()).unwrap_or_default();
        [status.as_str(), &self.code, &self.message]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Reasons that only the words of a message tell, the same at every provider.
fn by_message(complaint: &Complaint) -> Option<FailureReason> {
    let message = complaint.message.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if says(&["credit balance is too low", "insufficient credits", "requires more credits"]) {
        return Some(FailureReason::Billing);
    }
    if says(&["reached your specified api usage limits", "key limit exceeded", "spend limit"]) {
        return Some(FailureReason::SpendCap);
    }
    let overflows = says(&["prompt is too long", "maximum context length", "context window"])
        || says(&["exceeds the available context size", "exceeds the context length"])
        || says(&["input length and `max_tokens` exceed context limit"]);
    overflows.then_some(FailureReason::ContextOverflow)
}

fn by_status(status: StatusCode, detail: String) -> Fault {
    let reason = match status.as_u16() {
        401 | 403 => FailureReason::Auth,
        402 => FailureReason::Billing,
        // No such model, or no such path.
        404 => FailureReason::AgentMissing,
        408 | 504 => FailureReason::Timeout,
        413 => FailureReason::ContextOverflow,
        429 => FailureReason::RateLimited,
        503 | 529 => FailureReason::Overloaded,
        409 | 500.. => FailureReason::ServerError,
        // The same request would be refused again.
        _ => return Fault::new(FailureReason::ServerError, detail).never_again(),
    };
    Fault::new(reason, detail)
}

/// Nothing was heard for `silence`.
pub(super) fn silent(silence: Duration) -> Fault {
    Fault::new(FailureReason::Timeout, format!("nothing was heard for {} s", silence.as_secs()))
}

/// A connection that broke off in the middle of an answer.
pub(super) fn cut(error: &(dyn std::error::Error + 'static)) -> Fault {
    Fault::new(FailureReason::StreamTruncated, chain(error))
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    sources(error).map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// An error and what is behind it.
fn sources<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(|k| k.starts_with("text/html"))
}

fn advice(headers: &HeaderMap) -> Advice {
    match headers.get("x-should-retry").map(HeaderValue::as_bytes) {
        Some(b"true") => Advice::Again,
        Some(b"false") => Advice::Never,
        Some(_) | None => Advice::Unsaid,
    }
}

/// When to come back: `retry-after-ms`, or `Retry-After` in seconds or as a date.
fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let number = |text: &str| text.trim().parse::<f64>().ok();
    if let Some(ms) = text("retry-after-ms").and_then(number) {
        return Duration::try_from_secs_f64(ms / 1_000.0).ok();
    }
    let said = text(RETRY_AFTER.as_str())?;
    if let Some(seconds) = number(said) {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let at = rfc2822::parse(said).ok()?.timestamp();
    Some(Duration::try_from(at.duration_since(now)).unwrap_or_default())
}

async fn first_bytes(mut response: Response) -> Vec<u8> {
    let mut body = vec![];
    while body.len() < MOST_ERROR_BYTES {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            // What came before the connection broke says more than nothing.
            Ok(None) | Err(_) => break,
        }
    }
    body.truncate(MOST_ERROR_BYTES);
    body
}

/// Lets no address through that lies outside the own network: what goes there is not encrypted.
struct NearOnly;

impl Resolve for NearOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let near: Vec<SocketAddr> = found.filter(|found| is_near_address(found.ip())).collect();
            if near.is_empty() {
                return Err("the name leads out of the own network".into());
            }
            Ok(Box::new(near.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_to_come_back_is_read_in_every_form() -> Result<(), Box<dyn std::error::Error>> {
        let now: Timestamp = "2026-11-27T08:00:00Z".parse()?;
        let said = |name: &'static str, value: &'static str| {
            let headers = HeaderMap::from_iter([(name.parse().ok()?, HeaderValue::from_static(value))]);
            retry_after(&headers, now)
        };

        assert_eq!(said("retry-after", "7"), Some(Duration::from_secs(7)));
        assert_eq!(said("retry-after-ms", "250"), Some(Duration::from_millis(250)));
        assert_eq!(said("retry-after", "Fri, 27 Nov 2026 08:01:30 GMT"), Some(Duration::from_secs(90)));
        assert_eq!(said("retry-after", "Fri, 27 Nov 2026 07:00:00 GMT"), Some(Duration::ZERO), "it is past");
        assert_eq!(said("retry-after", "-3"), None);
        assert_eq!(said("retry-after", "soon"), None);
        Ok(())
    }
}
