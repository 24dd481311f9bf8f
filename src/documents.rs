//! The `--json` documents: the terminal's own types in `snake_case`, as CLI.md fixes them, apart
//! from the window's wire types.

use halfday_app::api::{
    AttemptView, BoardView, Card, ItemView, JobRow, PlanItemView, PlanView, SplitByAgentView,
};
use serde::Serialize;

/// The version of every document.
pub(crate) const VERSION: u32 = 1;

#[derive(Debug, Serialize)]
pub(crate) struct Job<'a> {
    id: &'a str,
    #[serde(rename = "ref")]
    reference: &'a str,
    title: &'a str,
    workspace: Option<&'a str>,
    created_at: i64,
    closed_at: Option<i64>,
}

impl<'a> From<&'a JobRow> for Job<'a> {
    fn from(job: &'a JobRow) -> Self {
        Self {
            id: &job.id,
            reference: &job.reference,
            title: &job.title,
            workspace: job.workspace.as_deref(),
            created_at: job.created_at,
            closed_at: job.closed_at,
        }
    }
}

/// A job in a list, with its counts.
#[derive(Debug, Serialize)]
pub(crate) struct JobInList<'a> {
    #[serde(flatten)]
    job: Job<'a>,
    items: u32,
    finished: u32,
    in_review: u32,
    total_minutes: u32,
}

impl<'a> From<&'a JobRow> for JobInList<'a> {
    fn from(row: &'a JobRow) -> Self {
        Self {
            job: row.into(),
            items: row.items,
            finished: row.finished,
            in_review: row.in_review,
            total_minutes: row.total_minutes,
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct Item<'a> {
    id: &'a str,
    #[serde(rename = "ref")]
    reference: &'a str,
    title: &'a str,
    scope: &'a str,
    section: &'a str,
    status: &'a str,
    waiting_for: Option<&'a str>,
    assignee: &'a str,
    estimate_minutes: Option<u32>,
    estimate_source: &'a str,
    kind: &'a str,
    attempt_count: u32,
    verdict: Option<&'a str>,
}

impl<'a> From<&'a Card> for Item<'a> {
    fn from(card: &'a Card) -> Self {
        Self {
            id: &card.id,
            reference: &card.reference,
            title: &card.title,
            scope: &card.scope,
            section: &card.section,
            status: &card.status,
            waiting_for: card.waiting_for.as_deref(),
            assignee: &card.assignee,
            estimate_minutes: card.estimate_minutes,
            estimate_source: &card.estimate_source,
            kind: &card.kind,
            attempt_count: card.attempt_count,
            verdict: card.verdict.as_deref(),
        }
    }
}

/// A job with its whole list.
#[derive(Debug, Serialize)]
pub(crate) struct Board<'a> {
    version: u32,
    job: Job<'a>,
    items: Vec<Item<'a>>,
}

impl<'a> From<&'a BoardView> for Board<'a> {
    fn from(board: &'a BoardView) -> Self {
        let items = crate::draw::in_order(board).into_iter().map(Item::from).collect();
        Self { version: VERSION, job: (&board.job).into(), items }
    }
}

/// A few items: what a command was about.
#[derive(Debug, Serialize)]
pub(crate) struct OneItem<'a> {
    version: u32,
    item: Item<'a>,
}

impl<'a> From<&'a Card> for OneItem<'a> {
    fn from(card: &'a Card) -> Self {
        Self { version: VERSION, item: card.into() }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct Attempt<'a> {
    number: u32,
    agent: &'a str,
    outcome: Option<&'a str>,
    reason: Option<&'a str>,
    chat_rounds: Option<u32>,
    steps: u32,
    reported_cost_nano: Option<i64>,
    computed_cost_nano: Option<i64>,
    tokens_in: Option<i64>,
    tokens_out: Option<i64>,
    worked_ms: Option<i64>,
    verdict: Option<&'a str>,
}

impl<'a> From<&'a AttemptView> for Attempt<'a> {
    fn from(attempt: &'a AttemptView) -> Self {
        Self {
            number: attempt.number,
            agent: &attempt.agent,
            outcome: attempt.outcome.as_deref(),
            reason: attempt.reason.as_deref(),
            chat_rounds: attempt.chat_rounds,
            steps: attempt.steps,
            reported_cost_nano: attempt.reported_cost_nano,
            computed_cost_nano: attempt.computed_cost_nano,
            tokens_in: attempt.tokens_in,
            tokens_out: attempt.tokens_out,
            worked_ms: attempt.worked_ms,
            verdict: attempt.verdict.as_deref(),
        }
    }
}

#[derive(Debug, Serialize)]
struct Subitem<'a> {
    id: &'a str,
    #[serde(rename = "ref")]
    reference: &'a str,
    title: &'a str,
    done: bool,
}

#[derive(Debug, Serialize)]
struct WholeItem<'a> {
    #[serde(flatten)]
    item: Item<'a>,
    instructions: &'a str,
    done_when: &'a [String],
    inputs: &'a [String],
    outputs: &'a [String],
    subitems: Vec<Subitem<'a>>,
    attempts: Vec<Attempt<'a>>,
    forecast: Option<Forecast<'a>>,
    notice: Option<&'a str>,
    turned_out_wrong: Option<TurnedOutWrong<'a>>,
    /// AI may ask to run commands.
    commands: bool,
    allowed_commands: &'a [String],
}

/// What was wrong with an accepted item after all.
#[derive(Debug, Serialize)]
struct TurnedOutWrong<'a> {
    at: i64,
    reason: &'a str,
}

/// What was expected when the item was handed over.
#[derive(Debug, Serialize)]
struct Forecast<'a> {
    right: Option<u32>,
    tries: Option<u32>,
    p: Option<f64>,
    minutes: Option<f64>,
    guess: Option<&'a str>,
}

/// Everything about an item.
#[derive(Debug, Serialize)]
pub(crate) struct ShownItem<'a> {
    version: u32,
    job: Job<'a>,
    item: WholeItem<'a>,
}

impl<'a> From<&'a ItemView> for ShownItem<'a> {
    fn from(view: &'a ItemView) -> Self {
        let subitems = view.subitems.iter().map(|subitem| Subitem {
            id: &subitem.id,
            reference: &subitem.reference,
            title: &subitem.title,
            done: subitem.done,
        });
        let item = WholeItem {
            item: (&view.card).into(),
            instructions: &view.instructions,
            done_when: &view.done_when,
            inputs: &view.inputs,
            outputs: &view.outputs,
            subitems: subitems.collect(),
            attempts: view.attempts.iter().map(Attempt::from).collect(),
            forecast: view.forecast.as_ref().map(|forecast| Forecast {
                right: forecast.right,
                tries: forecast.tries,
                p: forecast.p,
                minutes: forecast.minutes,
                guess: forecast.guess.as_deref(),
            }),
            notice: view.notice.as_deref(),
            turned_out_wrong: view
                .turned_out_wrong
                .as_ref()
                .map(|wrong| TurnedOutWrong { at: wrong.at, reason: &wrong.reason }),
            commands: view.commands,
            allowed_commands: &view.allowed_commands,
        };
        Self { version: VERSION, job: (&view.job).into(), item }
    }
}

/// A draft.
#[derive(Debug, Serialize)]
pub(crate) struct Plan<'a> {
    version: u32,
    title: &'a str,
    encoding: &'a str,
    language: &'a str,
    hours_stated: Option<f64>,
    total_minutes: u32,
    questions: &'a [String],
    items: Vec<PlanItem<'a>>,
    text_spans: &'a [(usize, usize)],
    /// Only where an agent was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<SplitBy<'a>>,
}

/// The agent that was asked for the draft, and how that went.
#[derive(Debug, Serialize)]
struct SplitBy<'a> {
    agent: &'a str,
    /// Whether the list is the agent's.
    taken: bool,
    reason: Option<&'a str>,
    asked: u32,
    tokens_in: Option<i64>,
    tokens_out: Option<i64>,
    reported_cost_nano: Option<i64>,
    computed_cost_nano: Option<i64>,
    /// Items that quote nothing of the text.
    without_source: Vec<String>,
    answer_kept: Option<&'a str>,
}

impl<'a> From<&'a SplitByAgentView> for SplitBy<'a> {
    fn from(view: &'a SplitByAgentView) -> Self {
        Self {
            agent: &view.agent,
            taken: view.is_agents,
            reason: view.reason.as_deref(),
            asked: view.asked,
            tokens_in: view.tokens_in,
            tokens_out: view.tokens_out,
            reported_cost_nano: view.reported_cost_nano,
            computed_cost_nano: view.computed_cost_nano,
            without_source: view.without_source.iter().map(ToString::to_string).collect(),
            answer_kept: view.answer_kept.as_deref(),
        }
    }
}

#[derive(Debug, Serialize)]
struct PlanItem<'a> {
    #[serde(rename = "ref")]
    reference: String,
    title: &'a str,
    instructions: &'a str,
    section: &'a str,
    estimate_minutes: u32,
    estimate_source: &'a str,
    kind: &'a str,
    suggested: &'a str,
    why: &'a str,
    risk: &'a str,
    depends_on: Vec<String>,
    done_when: &'a [String],
    inputs: &'a [String],
    outputs: &'a [String],
    done: bool,
    source_spans: &'a [(usize, usize)],
    subitems: Vec<PlanSubitem<'a>>,
}

#[derive(Debug, Serialize)]
struct PlanSubitem<'a> {
    title: &'a str,
    done: bool,
    source_spans: &'a [(usize, usize)],
}

impl<'a> From<&'a PlanItemView> for PlanItem<'a> {
    fn from(item: &'a PlanItemView) -> Self {
        let subitems = item.subitems.iter().map(|subitem| PlanSubitem {
            title: &subitem.title,
            done: subitem.done,
            source_spans: &subitem.source_spans,
        });
        Self {
            reference: item.number.to_string(),
            title: &item.title,
            instructions: &item.instructions,
            section: &item.section,
            estimate_minutes: item.estimate_minutes,
            estimate_source: &item.estimate_source,
            kind: &item.kind,
            suggested: &item.suggested,
            why: &item.why,
            risk: &item.risk,
            depends_on: item.depends_on.iter().map(ToString::to_string).collect(),
            done_when: &item.done_when,
            inputs: &item.inputs,
            outputs: &item.outputs,
            done: item.done,
            source_spans: &item.source_spans,
            subitems: subitems.collect(),
        }
    }
}

impl<'a> Plan<'a> {
    /// The draft of a text that was read in `encoding`, and of the agent that was asked for it.
    pub(crate) fn new(plan: &'a PlanView, encoding: &'a str, by: Option<&'a SplitByAgentView>) -> Self {
        Self {
            version: VERSION,
            title: &plan.title,
            encoding,
            language: &plan.language,
            hours_stated: plan.hours_stated,
            total_minutes: plan.total_minutes,
            questions: &plan.questions,
            items: plan.items.iter().map(PlanItem::from).collect(),
            text_spans: &plan.text_spans,
            by: by.map(SplitBy::from),
        }
    }
}
