//! The body of a streamed answer, piece by piece: server-sent events, or one JSON object a line. No
//! piece may keep us waiting longer than the silence allowed, and no answer may fill the memory.

use std::io;
use std::pin::Pin;
use std::time::Duration;

use eventsource_stream::{EventStreamError, Eventsource};
use futures_util::{Stream, StreamExt, TryStreamExt};
use halfday_domain::failure::FailureReason;
use reqwest::{RequestBuilder, Response};
use serde_json::Value;
use tokio::time::timeout;
use tokio_util::bytes::Bytes;
use tokio_util::codec::{FramedRead, LinesCodec, LinesCodecError};
use tokio_util::io::StreamReader;

use super::fault::Fault;
use super::http::{Complaint, Connection, Words, cut, silent};
use super::listener::Listener;
use super::{End, Reply};
use crate::agents::Usage;

/// More than any model writes in one reply.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// How an API cuts its answer into pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Events,
    Lines,
}

/// A reply that is put together from the pieces of one API.
pub(super) trait Reading: Send {
    /// What this API's own words for errors mean.
    const WORDS: Words;

    /// Takes the next piece in, unless the provider complains in it.
    fn take(&mut self, piece: &Value) -> Result<Heard, Complaint>;

    /// The reply, when no piece is left; a reply that never came to its end is cut.
    fn finish(self) -> Result<Reply, Fault>;
}

/// What a piece brought.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Heard {
    pub(super) text: Option<String>,
    pub(super) used: Option<Usage>,
    /// Nothing after this piece matters.
    pub(super) is_last: bool,
}

/// Sends a request and reads its answer to the end.
pub(super) async fn converse<R: Reading>(
    connection: &Connection,
    request: RequestBuilder,
    form: Form,
    mut reading: R,
    listener: &mut Listener<'_>,
) -> Result<Reply, Fault> {
    let silence = listener.silence;
    let response = connection.send(request, silence, R::WORDS).await?;
    let mut pieces = match form {
        Form::Events => events(response, silence),
        Form::Lines => lines(response, silence),
    };
    while let Some(piece) = pieces.try_next().await? {
        // The end mark of OpenAI is the one piece that is no JSON; other blanks keep a connection open.
        if piece.trim().is_empty() || piece == "[DONE]" {
            continue;
        }
        let piece: Value = serde_json::from_str(&piece)
            .map_err(|error| Fault::new(FailureReason::ServerError, format!("no JSON came: {error}")))?;
        let heard = reading.take(&piece).map_err(|said| connection.complained(&said, R::WORDS))?;
        if let Some(used) = heard.used {
            listener.used(used).await;
        }
        if let Some(text) = &heard.text {
            listener.text(text).await;
        }
        if heard.is_last {
            break;
        }
    }
    reading.finish()
}

/// A reply of which the end is missing.
pub(super) fn without_end() -> Fault {
    Fault::new(FailureReason::StreamTruncated, "the answer ended in the middle")
}

/// The end of a reply that called tools or did not, where the provider only says that it stopped.
pub(super) fn ended(calls: &[super::ToolCall]) -> End {
    if calls.is_empty() { End::Finished } else { End::ToolCalls }
}

type Pieces = Pin<Box<dyn Stream<Item = Result<String, Fault>> + Send>>;

fn events(response: Response, silence: Duration) -> Pieces {
    let events = bytes(response, silence).eventsource();
    Box::pin(events.map(|event| match event {
        Ok(event) => Ok(event.data),
        Err(EventStreamError::Transport(fault)) => Err(fault),
        Err(broken) => Err(Fault::new(FailureReason::StreamTruncated, broken.to_string())),
    }))
}

fn lines(response: Response, silence: Duration) -> Pieces {
    let reader = StreamReader::new(bytes(response, silence).map_err(io::Error::other));
    let lines = FramedRead::new(reader, LinesCodec::new_with_max_length(MOST_BYTES));
    Box::pin(lines.map_err(|error| match error {
        LinesCodecError::Io(error) => fault_within(&error),
        LinesCodecError::MaxLineLengthExceeded => endless(),
    }))
}

/// Our own fault, which the reader in between has wrapped up.
fn fault_within(error: &io::Error) -> Fault {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Fault>());
    inner.cloned().unwrap_or_else(|| cut(error))
}

fn endless() -> Fault {
    Fault::new(FailureReason::ServerError, "the answer does not end").never_again()
}

fn bytes(response: Response, silence: Duration) -> Pin<Box<dyn Stream<Item = Result<Bytes, Fault>> + Send>> {
    let start = (response, 0_usize);
    Box::pin(futures_util::stream::try_unfold(start, move |(mut response, before)| async move {
        let chunk = match timeout(silence, response.chunk()).await {
            Ok(Ok(Some(chunk))) => chunk,
            Ok(Ok(None)) => return Ok(None),
            Ok(Err(error)) => return Err(cut(&error.without_url())),
            Err(_) => return Err(silent(silence)),
        };
        let so_far = before + chunk.len();
        if so_far > MOST_BYTES {
            return Err(endless());
        }
        Ok(Some((chunk, (response, so_far))))
    }))
}
