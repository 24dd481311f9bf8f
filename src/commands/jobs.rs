//! Jobs: a draft from a text, a new job, the list, one of them.

use halfday_app::api::{
    AskForPlan, BoardView, CreateJob, ItemRef, JobRef, ListJobs, SplitByAgent, SplitByAgentView, SplitText,
    UseTemplate,
};
use halfday_app::{App, Decoded};
use serde::Serialize;

use crate::args::{Job, New, One, Split, SplitOnly};
use crate::documents::{self, JobInList, VERSION};
use crate::failure::Failure;
use crate::output::Out;
use crate::{draw, input};

/// Prints a draft; nothing is stored, no data folder is touched.
pub(crate) fn split(args: &Split, out: &Out) -> Result<(), Failure> {
    let decoded = read(args, out)?;
    let request = SplitText { text: decoded.text, hours: args.hours, title: None, answer: None };
    let plan = halfday_app::split_text(&request, out.words())?;
    out.document(&documents::Plan::new(&plan, decoded.encoding, None), |page| draw::plan(page, &plan))
}

/// Prints what to ask an AI, or the draft it makes. The names to veil are in the data folder; nothing is stored.
pub(crate) fn split_by_ai(args: &SplitOnly, app: &App, out: &Out) -> Result<(), Failure> {
    let Decoded { text, encoding, .. } = read(&args.split, out)?;
    let hours = args.split.hours;
    if args.ask {
        return out.raw(&app.ask_for_plan(AskForPlan { text, hours })?.question);
    }
    if let Some(agent) = args.split.agent() {
        let split = by_agent(agent, text, hours, None, app, out)?;
        let document = documents::Plan::new(&split.plan, encoding, Some(&split));
        return out.document(&document, |page| draw::plan(page, &split.plan));
    }
    let answer = answer(&args.split)?;
    let plan = app.split_text(SplitText { text, hours, title: None, answer })?;
    out.document(&documents::Plan::new(&plan, encoding, None), |page| draw::plan(page, &plan))
}

/// Lets an agent make the draft, and says meanwhile and afterwards how it went.
fn by_agent(
    agent: &str,
    text: String,
    hours: Option<f64>,
    title: Option<String>,
    app: &App,
    out: &Out,
) -> Result<SplitByAgentView, Failure> {
    let agent = Some(agent.to_owned());
    let request = SplitByAgent { text, hours, title, agent, asked_as: "terminal".to_owned() };
    let split = app.split_by_agent_telling(request, &|happens| out.say(happens))?;
    let words = out.words();
    out.say(&split.text);
    if !split.is_agents {
        out.say(&words.word("split-by-own"));
    }
    if let Some(path) = &split.answer_kept {
        out.say(&words.say("split-by-kept", &[("agent", &split.agent), ("path", path)]));
    }
    if let Some(doubt) = &split.without_source_text {
        out.say(doubt);
    }
    out.say(&split.used_text);
    Ok(split)
}

/// What an AI answered, where it was given.
fn answer(args: &Split) -> Result<Option<String>, Failure> {
    let Some(file) = &args.answer else { return Ok(None) };
    Ok(Some(halfday_app::decode(&input::bytes(file)?, None)?.text))
}

/// The text of the brief; an assumed encoding is said.
fn read(args: &Split, out: &Out) -> Result<Decoded, Failure> {
    let bytes = input::bytes(&args.file)?;
    let decoded = halfday_app::decode(&bytes, args.encoding.as_deref())?;
    if decoded.assumed {
        out.say(&out.words().say("terminal-encoding-assumed", &[("encoding", decoded.encoding)]));
    }
    Ok(decoded)
}

pub(crate) fn new(args: New, app: &App, out: &Out) -> Result<(), Failure> {
    let decoded = read(&args.split, out)?;
    let workspace = args.workspace.map(|folder| folder.to_string_lossy().into_owned());
    if let Some(name) = args.template {
        let request = UseTemplate { name, text: Some(decoded.text), title: args.title, workspace };
        return print_new(&app.use_template(request)?, out);
    }
    let (text, title, hours) = (decoded.text, args.title, args.split.hours);
    let request = match args.split.agent() {
        Some(agent) => {
            let plan = by_agent(agent, text.clone(), hours, title, app, out)?.plan;
            let (title, items) = (Some(plan.title), Some(plan.items));
            CreateJob { text, items, title, hours, answer: None, workspace }
        }
        None => CreateJob { text, items: None, title, hours, answer: answer(&args.split)?, workspace },
    };
    let board = app.create_job(request)?;
    print_new(&board, out)
}

/// Says which number a new job has, and prints it.
pub(crate) fn print_new(board: &BoardView, out: &Out) -> Result<(), Failure> {
    out.say(&out.words().say("terminal-job-created", &[("job", &board.job.reference)]));
    print_board(board, out)
}

/// The board as a document.
pub(crate) fn print_board(board: &BoardView, out: &Out) -> Result<(), Failure> {
    out.document(&documents::Board::from(board), |page| draw::board(page, board))
}

#[derive(Serialize)]
struct Jobs<'a> {
    version: u32,
    jobs: Vec<JobInList<'a>>,
}

pub(crate) fn list(app: &App, out: &Out) -> Result<(), Failure> {
    let view = app.list_jobs(ListJobs {})?;
    let document = Jobs { version: VERSION, jobs: view.jobs.iter().map(JobInList::from).collect() };
    out.document(&document, |page| draw::jobs(page, &view))
}

/// A job, or an item with everything about it.
pub(crate) fn show(args: One, app: &App, out: &Out) -> Result<(), Failure> {
    if names_a_job(&args.what) {
        return board(Job { job: args.what }, app, out);
    }
    let view = app.show_item(ItemRef { item: args.what })?;
    out.document(&documents::ShownItem::from(&view), |page| draw::item(page, &view))
}

pub(crate) fn board(args: Job, app: &App, out: &Out) -> Result<(), Failure> {
    print_board(&app.board(JobRef { job: args.job })?, out)
}

/// `12` names a job, `12.3` an item; an id could be either and is taken for an item.
pub(crate) fn names_a_job(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
