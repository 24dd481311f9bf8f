//! The connection to an agent: what it sends comes out as events, in its order; what we send goes through
//! [`Wire::connection`].

use std::io;

use agent_client_protocol::schema::ProtocolVersion;
use agent_client_protocol::v1::schema::{
    ClientCapabilities, FileSystemCapabilities, Implementation, InitializeRequest, InitializeResponse,
    ReadTextFileRequest, ReadTextFileResponse, RequestPermissionRequest, RequestPermissionResponse,
    SessionNotification, SessionUpdate, WriteTextFileRequest, WriteTextFileResponse,
};
use agent_client_protocol::v1::{ConnectionTo, Responder};
use agent_client_protocol::{Agent, Client, Error, Lines as LineTransport};
use futures_util::{Sink, Stream, sink, stream};
use tokio::io::AsyncWriteExt;
use tokio::process::{ChildStdin, ChildStdout};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::process::Lines;

/// How many events wait for us before the agent has to.
const WAITING: usize = 64;

/// Something an agent sends of its own accord.
pub(super) enum Event {
    Update(Box<SessionUpdate>),
    Leave(Box<RequestPermissionRequest>, Responder<RequestPermissionResponse>),
    Read(ReadTextFileRequest, Responder<ReadTextFileResponse>),
    Write(WriteTextFileRequest, Responder<WriteTextFileResponse>),
}

/// An open connection. Dropping it closes it.
pub(super) struct Wire {
    pub(super) connection: ConnectionTo<Agent>,
    pub(super) events: mpsc::Receiver<Event>,
    /// Changes with every line that comes in, understood or not: a sign of life.
    pub(super) alive: watch::Receiver<()>,
    driving: JoinHandle<()>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.driving.abort();
    }
}

/// Connects to a program by its streams. `None` when it cannot even be begun.
pub(super) async fn connect(stdin: ChildStdin, stdout: Lines<ChildStdout>) -> Option<Wire> {
    let (events, received) = mpsc::channel(WAITING);
    let (signs, alive) = watch::channel(());
    let (opened, open) = oneshot::channel();
    let driving =
        tokio::spawn(drive(LineTransport::new(outgoing(stdin), incoming(stdout, signs)), events, opened));
    let connection = open.await.ok()?;
    Some(Wire { connection, events: received, alive, driving })
}

/// Says hello; what we can do is said with it.
pub(super) async fn greet(connection: &ConnectionTo<Agent>) -> Result<InitializeResponse, Error> {
    let files = FileSystemCapabilities::new().read_text_file(true).write_text_file(true);
    let request = InitializeRequest::new(ProtocolVersion::V1)
        .client_capabilities(ClientCapabilities::new().fs(files))
        .client_info(Implementation::new("halfday", env!("CARGO_PKG_VERSION")));
    connection.send_request(request).block_task().await
}

/// Handlers run one after the other and hand on what they get at once, so the order of an agent is kept.
async fn drive(
    transport: LineTransport<
        impl Sink<String, Error = io::Error> + Send + 'static,
        impl Stream<Item = io::Result<String>> + Send + 'static,
    >,
    events: mpsc::Sender<Event>,
    opened: oneshot::Sender<ConnectionTo<Agent>>,
) {
    let [updates, leaves, reads, writes] = std::array::from_fn(|_| events.clone());
    let driven = Client
        .v1()
        .name("halfday")
        .on_receive_notification(
            async move |update: SessionNotification, _| {
                hand_on(&updates, Event::Update(Box::new(update.update))).await
            },
            agent_client_protocol::on_receive_notification!(),
        )
        .on_receive_request(
            async move |request: RequestPermissionRequest, responder, _| {
                hand_on(&leaves, Event::Leave(Box::new(request), responder)).await
            },
            agent_client_protocol::on_receive_request!(),
        )
        .on_receive_request(
            async move |request: ReadTextFileRequest, responder, _| {
                hand_on(&reads, Event::Read(request, responder)).await
            },
            agent_client_protocol::on_receive_request!(),
        )
        .on_receive_request(
            async move |request: WriteTextFileRequest, responder, _| {
                hand_on(&writes, Event::Write(request, responder)).await
            },
            agent_client_protocol::on_receive_request!(),
        )
        .connect_with(transport, async move |connection: ConnectionTo<Agent>| {
            // Whoever asked for the connection may have given up; then there is nothing to keep it for.
            if opened.send(connection.clone()).is_ok() {
                connection.incoming_closed().await;
            }
            Ok(())
        })
        .await;
    // Every pending request has failed with this already; there is nobody else to tell.
    drop(driven);
}

/// A session that has ended takes no more events; an unanswered request is then refused by the crate itself.
async fn hand_on(events: &mpsc::Sender<Event>, event: Event) -> Result<(), Error> {
    events.send(event).await.map_err(|_| Error::request_cancelled())
}

fn outgoing(stdin: ChildStdin) -> impl Sink<String, Error = io::Error> + Send + 'static {
    sink::unfold(stdin, async |mut stdin: ChildStdin, mut line: String| {
        line.push('\n');
        stdin.write_all(line.as_bytes()).await?;
        stdin.flush().await?;
        Ok(stdin)
    })
}

/// Lines that are no message are other things programs print: they count as signs of life and for nothing else.
fn incoming(
    stdout: Lines<ChildStdout>,
    signs: watch::Sender<()>,
) -> impl Stream<Item = io::Result<String>> + Send + 'static {
    stream::unfold((stdout, signs), async |(mut stdout, signs)| {
        loop {
            let line = match stdout.next().await {
                Ok(line) => line?,
                Err(broken) => return Some((Err(broken), (stdout, signs))),
            };
            signs.send_replace(());
            if !line.is_cut && line.text.trim_start().starts_with('{') {
                return Some((Ok(line.text), (stdout, signs)));
            }
        }
    })
}
