//! One turn: the message goes out, what the agent does is watched and told, its requests are answered, and it
//! ends by the agent's word, by ours, by silence, or with the program.

use std::collections::HashMap;
use std::time::Duration;

use agent_client_protocol::Error;
use agent_client_protocol::v1::Responder;
use agent_client_protocol::v1::schema::{
    CancelNotification, ContentBlock, PermissionOption, PromptRequest, PromptResponse, ReadTextFileResponse,
    RequestPermissionOutcome, RequestPermissionRequest, RequestPermissionResponse, StopReason, TextContent,
    ToolCallId, WriteTextFileResponse,
};
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use halfday_domain::failure::FailureReason;
use tokio::time::{Instant, sleep_until, timeout};

use super::files::Files;
use super::permission::{Decision, Leave, decide, outcome};
use super::session::{Opened, failed};
use super::tokens::Tokens;
use super::watched::Watched;
use super::wire::Event;
use crate::agents::program;
use crate::agents::telling::Stopped;
use crate::agents::{Answer, Commands, Failure, Finish, Line, Question, Report};

/// How long an agent that is to stop may take to say so, before its program is ended.
const CANCELLING: Duration = Duration::from_millis(300);
/// How long what a program said last may take to reach us after its end.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// How a turn ended.
enum End {
    Answered(Box<Result<PromptResponse, Error>>),
    Stopped,
    Silent,
    Exited,
}

/// A request for leave the person was asked about.
struct Pending {
    responder: Responder<RequestPermissionResponse>,
    options: Vec<PermissionOption>,
    call: ToolCallId,
    argv: Option<Vec<String>>,
}

/// What became of a question, by its number.
type Answered = (u64, Result<Option<Answer>, Stopped>);

/// What a turn keeps.
struct Turn<'a> {
    line: &'a Line,
    files: &'a Files,
    commands: &'a Commands,
    remembered: &'a mut Vec<Vec<String>>,
    tokens: &'a mut Tokens,
    watched: Watched<'a>,
    pending: HashMap<u64, Pending>,
    asked: FuturesUnordered<BoxFuture<'a, Answered>>,
    questions: u64,
}

pub(super) async fn turn(opened: &mut Opened, message: &str, line: &Line) -> Result<Finish, Failure> {
    let Some(process) = &mut opened.process else {
        return Err(Failure::new(FailureReason::AgentExited, "it has ended"));
    };
    // What came after the last turn belongs to nobody.
    while opened.wire.events.try_recv().is_ok() {}
    opened.tokens.begin();
    let prompt = vec![ContentBlock::Text(TextContent::new(message))];
    let prompt =
        opened.wire.connection.send_request(PromptRequest::new(opened.id.clone(), prompt)).block_task();
    let mut prompt = std::pin::pin!(prompt);
    let mut turn = Turn {
        line,
        files: &opened.files,
        commands: &opened.place.commands,
        remembered: &mut opened.remembered,
        tokens: &mut opened.tokens,
        watched: Watched::new(&opened.files),
        pending: HashMap::new(),
        asked: FuturesUnordered::new(),
        questions: 0,
    };
    let silence = opened.place.silence;
    let (mut heard_at, mut is_connected) = (Instant::now(), true);
    let mut gone_at = None;
    let end = loop {
        // A person may take as long as they like.
        let waits = turn.asked.is_empty();
        tokio::select! {
            biased;
            () = line.stop.cancelled() => break End::Stopped,
            Some(event) = opened.wire.events.recv() => {
                if turn.take(event).await.is_err() {
                    break End::Stopped;
                }
                heard_at = Instant::now();
            }
            Some((question, answer)) = turn.asked.next(), if !waits => {
                if turn.answered(question, answer).await.is_err() {
                    break End::Stopped;
                }
                heard_at = Instant::now();
            }
            response = &mut prompt => break End::Answered(Box::new(response)),
            changed = opened.wire.alive.changed(), if is_connected => {
                is_connected = changed.is_ok();
                heard_at = Instant::now();
            }
            _ = process.exited(), if gone_at.is_none() => gone_at = Some(Instant::now() + LAST_WORDS),
            () = sleep_until(gone_at.unwrap_or_else(Instant::now)), if gone_at.is_some() => break End::Exited,
            () = sleep_until(heard_at + silence), if waits && gone_at.is_none() => break End::Silent,
        }
    };
    match end {
        End::Answered(answered) => {
            let error = match *answered {
                Ok(response) => return turn.finished(&response).await,
                Err(error) => error,
            };
            // The steps of a failed turn are told as well; that nobody listens any more changes nothing here.
            let _ = turn.told_all().await;
            Err(failed(process, &error).await)
        }
        End::Exited => {
            // As above.
            let _ = turn.told_all().await;
            Err(program::exited(process).await)
        }
        End::Silent => {
            // As above; and an agent that can still hear it shall not go on.
            let _ = turn.told_all().await;
            let _ = opened.wire.connection.send_notification(CancelNotification::new(opened.id.clone()));
            Err(Failure::new(FailureReason::Timeout, format!("silent for {} s", silence.as_secs())))
        }
        End::Stopped => {
            // When it cannot be told, it ends all the same, below.
            let _ = opened.wire.connection.send_notification(CancelNotification::new(opened.id.clone()));
            turn.cancel_all();
            let ended = async {
                loop {
                    tokio::select! {
                        biased;
                        Some(event) = opened.wire.events.recv() => cancel(event),
                        _ = &mut prompt => break,
                    }
                }
            };
            // Heard or not, its program ends now.
            let _ = timeout(CANCELLING, ended).await;
            drop(turn);
            if let Some(process) = opened.process.take() {
                process
                    .end()
                    .await
                    .map_err(|error| Failure::new(FailureReason::AgentExited, error.to_string()))?;
            }
            Ok(Finish::default())
        }
    }
}

impl Turn<'_> {
    async fn take(&mut self, event: Event) -> Result<(), Stopped> {
        match event {
            Event::Update(update) => {
                for report in self.watched.take(*update, self.tokens) {
                    self.line.tell(report).await?;
                }
                Ok(())
            }
            Event::Leave(request, responder) => self.leave(*request, responder).await,
            Event::Read(request, responder) => {
                let read = self.files.read(&request.path, request.line, request.limit);
                respond(responder, read.map(ReadTextFileResponse::new));
                Ok(())
            }
            Event::Write(request, responder) => {
                let written = self.files.write(&request.path, &request.content);
                respond(responder, written.map(|()| WriteTextFileResponse::new()));
                Ok(())
            }
        }
    }

    async fn leave(
        &mut self,
        request: RequestPermissionRequest,
        responder: Responder<RequestPermissionResponse>,
    ) -> Result<(), Stopped> {
        let call = request.tool_call.tool_call_id;
        let fields = self.watched.asked_about(&call, &request.tool_call.fields);
        match decide(&fields, self.files, self.commands, self.remembered) {
            Decision::Allow => {
                settle(responder, outcome(Leave::Once, &request.options));
                Ok(())
            }
            Decision::Refuse => {
                settle(responder, outcome(Leave::Refused, &request.options));
                self.refused(&call).await
            }
            Decision::Ask(question) => {
                let argv = match &question {
                    Question::Permission { argv, .. } => argv.clone(),
                    Question::Words { .. } => None,
                };
                self.questions += 1;
                let (number, line) = (self.questions, self.line);
                self.pending.insert(number, Pending { responder, options: request.options, call, argv });
                self.asked.push(Box::pin(async move { (number, line.ask(question).await) }));
                Ok(())
            }
        }
    }

    async fn answered(
        &mut self,
        question: u64,
        answer: Result<Option<Answer>, Stopped>,
    ) -> Result<(), Stopped> {
        let answer = answer?;
        let Some(Pending { responder, options, call, argv }) = self.pending.remove(&question) else {
            return Ok(());
        };
        let leave = match answer {
            Some(Answer::AllowOnce) => Leave::Once,
            Some(Answer::AllowAlways) if argv.is_some() => Leave::Always,
            Some(Answer::AllowAlways) => Leave::Once,
            Some(Answer::Refuse | Answer::Words(_)) => Leave::Refused,
            None => {
                settle(responder, RequestPermissionOutcome::Cancelled);
                return Ok(());
            }
        };
        settle(responder, outcome(leave, &options));
        match leave {
            Leave::Once => Ok(()),
            Leave::Always => {
                self.remembered.extend(argv);
                Ok(())
            }
            Leave::Refused => self.refused(&call).await,
        }
    }

    async fn refused(&mut self, call: &ToolCallId) -> Result<(), Stopped> {
        match self.watched.refused(call) {
            Some(report) => self.line.tell(report).await,
            None => Ok(()),
        }
    }

    /// Whoever waits for leave learns that nobody will give it.
    fn cancel_all(&mut self) {
        for (_, pending) in self.pending.drain() {
            settle(pending.responder, RequestPermissionOutcome::Cancelled);
        }
    }

    async fn told_all(&mut self) -> Result<(), Stopped> {
        for report in self.watched.end() {
            self.line.tell(report).await?;
        }
        Ok(())
    }

    async fn finished(mut self, response: &PromptResponse) -> Result<Finish, Failure> {
        self.cancel_all();
        let used = response.usage.as_ref().and_then(|usage| self.tokens.tokens(usage)).map(Report::Used);
        for report in self.watched.end().into_iter().chain(used) {
            // A turn that is over is over, whether or not somebody still listens.
            let _ = self.line.tell(report).await;
        }
        let said = self.watched.into_words();
        let failed = |reason| Err(Failure::new(reason, said.clone()));
        match response.stop_reason {
            StopReason::EndTurn => Ok(Finish { said, ..Finish::default() }),
            StopReason::MaxTokens => failed(FailureReason::Truncated),
            StopReason::MaxTurnRequests => failed(FailureReason::Steps),
            StopReason::Refusal => failed(FailureReason::Refused),
            // Not by us.
            StopReason::Cancelled => {
                Err(Failure::new(FailureReason::AgentExited, "it gave up the turn by itself"))
            }
            _ => Err(Failure::new(
                FailureReason::AgentExited,
                format!("it stopped: {:?}", response.stop_reason),
            )),
        }
    }
}

/// The answer to what still comes from an agent that is to stop.
fn cancel(event: Event) {
    match event {
        Event::Leave(_, responder) => settle(responder, RequestPermissionOutcome::Cancelled),
        Event::Read(_, responder) => respond(responder, Err(std::io::ErrorKind::Interrupted.into())),
        Event::Write(_, responder) => respond(responder, Err(std::io::ErrorKind::Interrupted.into())),
        Event::Update(_) => {}
    }
}

fn settle(responder: Responder<RequestPermissionResponse>, outcome: RequestPermissionOutcome) {
    // A connection that has closed meanwhile takes no answer; the turn notices by itself.
    let _ = responder.respond(RequestPermissionResponse::new(outcome));
}

fn respond<T: agent_client_protocol::JsonRpcResponse>(responder: Responder<T>, result: std::io::Result<T>) {
    let result = result.map_err(|why| {
        let is_missing = why.kind() == std::io::ErrorKind::NotFound;
        let code = if is_missing { -32_002 } else { -32_602 };
        Error::new(code, why.to_string())
    });
    // As in settle.
    let _ = responder.respond_with_result(result);
}
