//! A draft plan by an agent. It is asked in an empty folder, with names behind the veil; what comes back has to be a
//! plan, else it is told what is wrong, at most twice. When no plan comes of it the program splits by itself, says why,
//! and keeps what the agent said.

mod kept;
mod talk;
mod under_way;

use halfday_domain::event::Origin;
use halfday_domain::fmt;
use halfday_domain::plan::Plan;
use halfday_domain::words::Words;
use halfday_runner::providers::OutputSchema;
use halfday_split::{Wishes, ai, language_of};
use halfday_store::agents::{self, Agent};

use crate::api::{SplitByAgent, SplitByAgentView, SplittingRef, SplittingView};
use crate::assign::CLIPBOARD;
use crate::drive::interruption;
use crate::planning::plan_view;
use crate::reach;
use crate::{App, Error, prices, settings};
use talk::{Came, Ended, Moment, Talk};

pub(crate) use kept::ANSWERS;
pub(crate) use under_way::Splittings;

/// The agent people mean when they name none.
const PREFERRED: &str = "ai";
/// Faults of an answer that are said; the others are in what is kept.
const FAULTS_SAID: usize = 3;

impl App {
    /// Lets an agent split the text; nothing is stored.
    pub fn split_by_agent(&self, request: SplitByAgent) -> Result<SplitByAgentView, Error> {
        self.split_by_agent_telling(request, &|_| {})
    }

    /// The same; `tell` hears each time the agent is asked.
    pub fn split_by_agent_telling(
        &self,
        request: SplitByAgent,
        tell: &dyn Fn(&str),
    ) -> Result<SplitByAgentView, Error> {
        let wishes = Wishes { hours: request.hours, title: request.title.clone() };
        // Refuses what nobody could split, and is there if the agent's list is not to be had.
        let own = halfday_split::split(&request.text, &wishes)?;
        let agent = self.agent_to_split(request.agent.as_deref())?;
        let ended = self.talk(&request, &wishes, &agent, tell)?;
        let kept = match ended.came {
            Came::Plan(_) => None,
            Came::Stopped => return Err(Error::SplittingStopped { agent: agent.name }),
            Came::NotAPlan(_) | Came::Failed(_) => kept::keep(self.folder(), self.now(), &ended.answers)?,
        };
        let mut view = self.draft(&agent, &own, &ended)?;
        view.answer_kept = kept.map(|path| path.to_string_lossy().into_owned());
        Ok(view)
    }

    /// How far one is that is under way.
    pub fn splitting(&self, request: SplittingRef) -> Result<SplittingView, Error> {
        Ok(self.splittings.view(&request.asked_as))
    }

    /// Stops one; whoever waits for its list hears of it when the agent has ended.
    pub fn stop_splitting(&self, request: SplittingRef) -> Result<SplittingView, Error> {
        self.splittings.stop(&request.asked_as);
        self.splitting(request)
    }

    fn agent_to_split(&self, name: Option<&str>) -> Result<Agent, Error> {
        let name = name.filter(|name| *name != PREFERRED).map(str::to_owned);
        let agent = self.store.read(move |connection| {
            let Some(name) =
                name.clone().map_or_else(|| settings::preferred_agent(connection), |name| Ok(Some(name)))?
            else {
                return Err(Error::NoAgentToSplit);
            };
            let found = agents::by_name(connection, &name)?;
            match found {
                None if name == CLIPBOARD => Err(Error::NoAgentToSplit),
                found => found.ok_or(Error::AgentNotFound { agent: name }),
            }
        })?;
        if agent.way == CLIPBOARD { Err(Error::NoAgentToSplit) } else { Ok(agent) }
    }

    fn talk(
        &self,
        request: &SplitByAgent,
        wishes: &Wishes,
        agent: &Agent,
        tell: &dyn Fn(&str),
    ) -> Result<Ended, Error> {
        let words = self.words();
        let under_way = self.splittings.begin(&request.asked_as)?;
        let folder =
            tempfile::tempdir().map_err(|source| Error::WriteFile { path: std::env::temp_dir(), source })?;
        let mut veil = self.veil_over(&request.text)?;
        let brief = match &mut veil {
            Some(veil) => veil.veil(&request.text).text,
            None => request.text.clone(),
        };
        let mut question = ai::question(&brief, wishes)?;
        if reach::writes_files(agent) {
            let by_file =
                Words::of(language_of(&request.text)).say("split-ask-file", &[("file", talk::FILE)]);
            question = format!("{by_file}\n\n{question}");
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(|source| Error::StartWorker { source })?;
        if self.origin == Origin::Terminal {
            let stop = under_way.stop.clone();
            runtime.spawn(async move {
                interruption().await;
                stop.ask();
            });
        }
        let form = OutputSchema { name: "plan".to_owned(), schema: ai::form() };
        let reached = reach::reach_to_ask(agent, self, form);
        let talk = Talk { brief: &request.text, wishes, question, veil, stop: &under_way.stop };
        let told = |moment: Moment| {
            let text = moment_text(words, &agent.name, moment);
            if let Moment::Asked { .. } = moment {
                tell(&text);
            }
            under_way.says(text);
        };
        Ok(runtime.block_on(talk.with(reached.as_ref(), folder.path(), told)))
    }

    fn draft(&self, agent: &Agent, own: &Plan, ended: &Ended) -> Result<SplitByAgentView, Error> {
        let words = self.words();
        let name = ("agent", agent.name.as_str());
        let (plan, reason, text) = match &ended.came {
            Came::Plan(plan) => (plan, None, words.say("split-by-agent", &[name])),
            Came::NotAPlan(not) => {
                let faults: Vec<String> =
                    not.faults.iter().take(FAULTS_SAID).map(ToString::to_string).collect();
                let args = [name, ("asked", &ended.asked.to_string()), ("faults", &faults.join("; "))];
                (own, Some("not_a_plan".to_owned()), words.say("split-by-not-a-plan", &args))
            }
            Came::Failed(failure) => {
                let code = failure.reason.code();
                let why = words.word(&format!("failure-{code}"));
                let text =
                    words.say("split-by-failed", &[name, ("reason", &why), ("detail", &failure.detail)]);
                (own, Some(code.to_owned()), text)
            }
            // Nobody is shown what was stopped.
            Came::Stopped => (own, None, String::new()),
        };
        let is_agents = matches!(ended.came, Came::Plan(_));
        let without_source: Vec<u32> = if is_agents { without_source(plan) } else { vec![] };
        let without_source_text = (!without_source.is_empty()).then(|| {
            let comma = words.word("terminal-list-comma");
            let items: Vec<String> = without_source.iter().map(ToString::to_string).collect();
            words.say("split-by-without-source", &[("items", &items.join(&comma))])
        });
        let used = &ended.used;
        let number = |value: Option<u64>| value.map(|value| i64::try_from(value).unwrap_or(i64::MAX));
        let of = agent.clone();
        let price = self.store.read(move |connection| prices::of_agent(connection, &of))?;
        let computed = number(price.and_then(|price| price.cost_nano(used)));
        let (tokens_in, tokens_out) = (number(used.tokens_in), number(used.tokens_out));
        let reported = number(used.reported_cost_nano);
        Ok(SplitByAgentView {
            plan: plan_view(plan, words),
            agent: agent.name.clone(),
            is_agents,
            answer: ended.answers.last().filter(|_| is_agents).cloned(),
            reason,
            text,
            asked: ended.asked,
            tokens_in,
            tokens_out,
            reported_cost_nano: reported,
            computed_cost_nano: computed,
            used_text: used_text(words, tokens_in.zip(tokens_out), reported.or(computed)),
            without_source,
            without_source_text,
            answer_kept: None,
        })
    }
}

fn moment_text(words: &Words, agent: &str, moment: Moment) -> String {
    match moment {
        Moment::Asked { time: 1 } => words.say("split-by-asked", &[("agent", agent)]),
        Moment::Asked { time } => words.say(
            "split-by-again",
            &[("agent", agent), ("time", &time.to_string()), ("most", &talk::MOST_ASKED.to_string())],
        ),
        Moment::Writes { characters } => {
            let characters = fmt::integer(i64::try_from(characters).unwrap_or(i64::MAX));
            words.say("split-by-writes", &[("agent", agent), ("characters", &characters)])
        }
    }
}

/// Items that quote nothing of the text: the agent added them, or quotes what does not stand there.
fn without_source(plan: &Plan) -> Vec<u32> {
    (1..)
        .zip(&plan.items)
        .filter(|(_, item)| item.source_spans.is_empty())
        .map(|(number, _)| number)
        .collect()
}

fn used_text(words: &Words, tokens: Option<(i64, i64)>, cost_nano: Option<i64>) -> String {
    let tokens = match tokens {
        Some((read, written)) => {
            words.say("split-used-tokens", &[("in", &fmt::integer(read)), ("out", &fmt::integer(written))])
        }
        None => words.word("split-used-tokens-unknown"),
    };
    let cost = match cost_nano {
        Some(nano) => words.say("split-used-cost", &[("cost", &fmt::money(words.language(), nano))]),
        None => words.word("split-used-cost-unknown"),
    };
    words.say("split-used", &[("tokens", &tokens), ("cost", &cost)])
}
