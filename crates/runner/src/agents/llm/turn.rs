//! One turn: call the model, carry out what it calls, again, until it has finished or cannot go on.

use std::collections::HashSet;

use halfday_domain::failure::FailureReason;

use super::nudge::{Nudges, shorten, talk_without_call, word_for};
use super::steps::{Outcome, in_folder};
use super::watch::{Came, Seen, Stuck};
use super::{Conversation, Line};
use crate::agents::{Failure, Finish, Step};
use crate::objects::Hash;
use crate::providers::{
    Arguments, End, Listener, Message, Reply, Said, ToolCall, ToolResult, call_patiently,
};
use crate::tools::{Call, Claim, Finding, Finished, NotACall, look_up, named};

/// What a model that has seen the same answer before is told along with it.
const SEEN_BEFORE: &str =
    "\n(You made this very call before and nothing has changed since. Do something else.)";

const NOT_CARRIED_OUT: &str = "Not carried out.";
const PLAN_FIRST: &str = "First call `note` with your plan; then look at files.";

/// A turn under way.
pub(super) struct Turn<'a> {
    conversation: &'a mut Conversation,
    nudges: Nudges,
    /// The state of the folder when the turn began.
    start: Hash,
}

/// How one reply was dealt with.
enum Dealt {
    GoOn,
    Finished(Finish),
}

/// A finish that is not one yet.
struct NotYet {
    reason: FailureReason,
    told: String,
}

impl<'a> Turn<'a> {
    pub(super) fn of(conversation: &'a mut Conversation) -> Self {
        conversation.watch.begin_turn();
        let start = conversation.watch.state();
        Self { conversation, nudges: Nudges::default(), start }
    }

    /// Works until the model says that it has finished.
    pub(super) async fn work(mut self, line: &Line) -> Result<Finish, Failure> {
        let redactor = self.conversation.redactor.clone();
        let mut listener = Listener::new(line, &redactor, self.conversation.place.silence);
        for _ in 0..self.conversation.limits.most_calls {
            let reply = match self.call(line, &mut listener).await {
                Ok(reply) => reply,
                Err(failure) => {
                    self.repair(failure)?;
                    continue;
                }
            };
            if let Dealt::Finished(finish) = self.deal(reply, line, &mut listener).await? {
                return Ok(finish);
            }
            if line.stop.is_cancelled() {
                return Err(stopped());
            }
        }
        let detail = format!("{} calls of the model", self.conversation.limits.most_calls);
        Err(Failure::new(FailureReason::NeverFinishes, detail))
    }

    async fn call(&self, line: &Line, listener: &mut Listener<'_>) -> Result<Reply, Failure> {
        let Conversation { provider, request, limits, .. } = &*self.conversation;
        tokio::select! {
            biased;
            () = line.stop.cancelled() => Err(stopped()),
            came = call_patiently(provider.as_ref(), request, listener, limits.patience) => came,
        }
    }

    /// Mends what kept a reply from coming, once for each reason.
    fn repair(&mut self, failure: Failure) -> Result<(), Failure> {
        match failure.reason {
            FailureReason::Truncated | FailureReason::MalformedToolCall => {
                self.nudges.once(failure.reason, &failure.detail)?;
                self.conversation.request.messages.push(Message::Ours(word_for(failure.reason).to_owned()));
                Ok(())
            }
            FailureReason::ContextOverflow => {
                self.nudges.once(failure.reason, &failure.detail)?;
                if shorten(&mut self.conversation.request.messages) { Ok(()) } else { Err(failure) }
            }
            _ => Err(failure),
        }
    }

    async fn deal(
        &mut self,
        reply: Reply,
        line: &Line,
        listener: &mut Listener<'_>,
    ) -> Result<Dealt, Failure> {
        let Reply { said, end } = reply;
        self.conversation.request.messages.push(Message::Models(said.clone()));
        if !said.calls.is_empty() {
            return self.calls(said, line, listener).await;
        }
        if end == End::Paused {
            return Ok(Dealt::GoOn);
        }
        let has_changed = self.conversation.watch.state() != self.start;
        let reason = match talk_without_call(&said.text, &self.conversation.request.tools) {
            FailureReason::ClaimWithoutEffect if has_changed => FailureReason::NoAction,
            reason => reason,
        };
        let text = self.conversation.redactor.clean(&said.text);
        match self.nudges.once(reason, &text) {
            Ok(()) => {
                self.conversation.request.messages.push(Message::Ours(word_for(reason).to_owned()));
                Ok(Dealt::GoOn)
            }
            // It worked and will not say so by the tool: its words end the turn, and checks judge the work.
            Err(_) if has_changed && reason == FailureReason::NoAction => {
                Ok(Dealt::Finished(Finish { said: text, ..Finish::default() }))
            }
            Err(failure) => Err(failure),
        }
    }

    /// Carries out the calls of one reply in their order; each gets its result.
    async fn calls(
        &mut self,
        said: Said,
        line: &Line,
        listener: &mut Listener<'_>,
    ) -> Result<Dealt, Failure> {
        let mut results = vec![];
        let mut faults: Vec<(FailureReason, String)> = vec![];
        let mut over = None;
        for call in &said.calls {
            let outcome = if over.is_some() || line.stop.is_cancelled() {
                Outcome::failed(NOT_CARRIED_OUT)
            } else {
                match self.understood(call) {
                    Ok(Call::Finish(finished)) => match self.finish(finished, line).await {
                        Ok(finish) => {
                            over = Some(Ok(finish));
                            Outcome { text: "Received.".to_owned(), came: Came::Looked }
                        }
                        Err(not_yet) => {
                            faults.push((not_yet.reason, not_yet.told.clone()));
                            Outcome::failed(not_yet.told)
                        }
                    },
                    Ok(known) => match self.step(call, known, line, listener).await {
                        Ok(outcome) => outcome,
                        Err(failure) => {
                            over = Some(Err(failure));
                            Outcome::failed(NOT_CARRIED_OUT)
                        }
                    },
                    Err((reason, told)) => {
                        faults.push((reason, told.clone()));
                        Outcome::failed(told)
                    }
                }
            };
            let went_well = outcome.went_well();
            let text = self.conversation.redactor.clean(&outcome.text);
            let (call_id, name) = (call.id.clone(), call.name.clone());
            results.push(ToolResult { call_id, name, text, went_well });
        }
        // A call without a result would make the whole conversation invalid, whatever happened.
        self.conversation.request.messages.push(Message::Results(results));
        if let Some(came) = over {
            return came.map(Dealt::Finished);
        }
        let mut reasons = HashSet::new();
        for (reason, told) in faults.iter().filter(|(reason, _)| reasons.insert(*reason)) {
            self.nudges.once(*reason, &self.conversation.redactor.clean(told))?;
        }
        Ok(Dealt::GoOn)
    }

    fn understood(&self, call: &ToolCall) -> Result<Call, (FailureReason, String)> {
        let tools = &self.conversation.request.tools;
        let is_offered = |name: &str| tools.iter().any(|tool| tool.name == name);
        let arguments = match &call.arguments {
            Arguments::Object(arguments) => arguments,
            Arguments::Malformed(_) => {
                return Err((
                    FailureReason::MalformedToolCall,
                    "The arguments are no JSON object.".to_owned(),
                ));
            }
        };
        Call::understand(&call.name, arguments, is_offered).map_err(|fault| match fault {
            NotACall::UnknownTool(_) => {
                let names: Vec<&str> = tools.iter().map(|tool| tool.name).collect();
                (FailureReason::UnknownTool, format!("{fault}; there are {}", names.join(", ")))
            }
            NotACall::Arguments { .. } => (FailureReason::MalformedToolCall, fault.to_string()),
        })
    }

    /// One step: judged before and after by rule, and reported.
    async fn step(
        &mut self,
        call: &ToolCall,
        known: Call,
        line: &Line,
        listener: &mut Listener<'_>,
    ) -> Result<Outcome, Failure> {
        let (kind, about) = (known.kind(), known.about());
        let arguments = call.arguments.object();
        let mut seen = Seen::New;
        let mut outcome = if known.shows_files() && self.conversation.plan.is_none() {
            Outcome::failed(PLAN_FIRST)
        } else {
            seen = self.conversation.watch.before(&call.name, arguments).map_err(failed)?;
            self.conversation.carry_out(known, line, listener).await?
        };
        if seen == Seen::Before {
            outcome.text.push_str(SEEN_BEFORE);
        }
        listener.step(Step { kind, about, went_well: Some(outcome.went_well()) }).await;
        self.conversation.watch.after(&outcome.came).map_err(failed)?;
        Ok(outcome)
    }

    /// Takes the model at its word only for what can be seen in the folder.
    async fn finish(&self, finished: Finished, line: &Line) -> Result<Finish, NotYet> {
        let Finished { summary, confidence, evidence } = finished;
        if self.conversation.watch.state() == self.start {
            let first = self.conversation.turns == 1;
            let reason =
                if first { FailureReason::ClaimWithoutEffect } else { FailureReason::IgnoredFeedback };
            return Err(NotYet { reason, told: word_for(FailureReason::ClaimWithoutEffect).to_owned() });
        }
        let premature = |told: String| NotYet {
            reason: FailureReason::PrematureFinish,
            told: self.conversation.veiled(&told),
        };
        named(&evidence).map_err(|unnamed| premature(unnamed.to_string()))?;
        let (claims, veil) = (evidence.clone(), self.conversation.veil.clone());
        let found = in_folder(&self.conversation.folder, &line.stop, move |folder, _| {
            look_up(folder, &claims, veil.as_ref())
        });
        let is_false = |finding| match finding {
            Finding::False(claim) => Some(claim),
            Finding::Proved | Finding::CannotTell => None,
        };
        let found = found.await.unwrap_or_default();
        if let Some(claim) = found.into_iter().find_map(|one| is_false(one.finding)) {
            return Err(premature(claim.to_string()));
        }
        let redactor = &self.conversation.redactor;
        let clean = |claim: &Claim| Claim {
            criterion: redactor.clean(&claim.criterion),
            proof: redactor.clean(&claim.proof),
            file: claim.file.as_deref().map(|file| redactor.clean(file)),
            quote: claim.quote.as_deref().map(|quote| redactor.clean(quote)),
        };
        Ok(Finish {
            said: redactor.clean(&summary),
            confidence: Some(confidence).filter(|confidence| (0.0..=1.0).contains(confidence)),
            claims: evidence.iter().map(clean).collect(),
        })
    }
}

fn failed(stuck: Stuck) -> Failure {
    Failure::new(stuck.reason, stuck.detail)
}

/// What a stopped turn answers; nobody looks at it.
fn stopped() -> Failure {
    Failure::new(FailureReason::AgentExited, "stopped")
}
