//! What a shell can be told when a command does not happen: a code, its parameters, and whether it
//! was refused or broke. The sentences are `error-CODE` and `hint-CODE` in `locales/`.

use std::path::PathBuf;

use halfday_runner::show::Fault;

use crate::reach::Risk;

mod words;

/// How a shell should treat an error; the numbers are the terminal's exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// It broke, or the input could not be used.
    Failed = 1,
    /// The request makes no sense: no such job, no such reason.
    Wrong = 2,
    /// Not allowed now.
    Refused = 3,
    /// The person has to say something first.
    NeedsPerson = 4,
}

/// Why a command did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the request for `{command}` could not be read")]
    ReadRequest { command: String, source: serde_json::Error },
    #[error("the view of `{command}` could not be written")]
    WriteView { command: String, source: serde_json::Error },
    #[error("there is no command `{command}`")]
    UnknownCommand { command: String },
    #[error("no data folder could be found for this user")]
    NoDataFolder,

    #[error("the database could not do it")]
    Store(#[from] halfday_store::Error),
    #[error("the text could not be split")]
    Split(#[from] halfday_split::Error),
    #[error("an AI's answer could not become a plan")]
    NotAPlan(#[from] halfday_split::ai::NotAPlan),
    /// Splitting by AI needs one that can be asked from here.
    #[error("no agent can be asked for a plan")]
    NoAgentToSplit,
    #[error("a plan was asked for as {asked_as} already")]
    SplittingUnderWay { asked_as: String },
    #[error("the splitting by {agent} was stopped")]
    SplittingStopped { agent: String },
    #[error("the file {path} could not be read")]
    ReadFile { path: PathBuf, source: std::io::Error },
    #[error("the document {path} could not be read: {fault:?}")]
    ReadDocument { path: PathBuf, fault: Fault },
    #[error("the file {path} could not be written")]
    WriteFile { path: PathBuf, source: std::io::Error },
    #[error("what came back could not be kept")]
    KeepDeliverable { source: Box<dyn std::error::Error + Send + Sync> },
    #[error("the files could not be published")]
    Publish { source: Box<dyn std::error::Error + Send + Sync> },
    #[error("the work on the queue could not be started")]
    StartWorker { source: std::io::Error },
    #[error("randomness is not to be had from the system")]
    NoRandomness,

    #[error("`{text}` names no job or item")]
    BadReference { text: String },
    #[error("there is no job {job}")]
    JobNotFound { job: String },
    #[error("there is no item {item}")]
    ItemNotFound { item: String },
    #[error("there is no agent {agent}")]
    AgentNotFound { agent: String },
    #[error("there is an agent {agent} already")]
    AgentNameTaken { agent: String },
    #[error("`{agent}` cannot be the name of an agent")]
    AgentNameRefused { agent: String },
    #[error("no agent can be made of it: {why}")]
    AgentUnusable { why: String },
    /// An agent that is a program reaches the network, which the person has to agree to.
    #[error("the agent would reach the network, and nobody agreed to that")]
    AgentNeedsNetwork,
    /// The network, texts of strangers and something of the person's would come together.
    #[error("the agent could combine too much: {risk:?}")]
    AgentRisky { risk: Risk },
    /// Commands are kept in the copy by a sandbox, or not run.
    #[error("this computer has no sandbox: {why}")]
    NoSandbox { why: String },
    #[error("agent {agent} still has items")]
    AgentInUse { agent: String },
    /// Its text is not said: it may be a key.
    #[error("this cannot be the name of a key")]
    KeyNameRefused,
    #[error("this cannot be a key")]
    KeyRefused,
    #[error("there is no key {key}")]
    KeyUnknown { key: String },
    #[error("the key comes from {variable}, which this program cannot change")]
    KeyOfEnvironment { variable: String },
    #[error("the key could neither be kept nor forgotten")]
    KeychainUnreachable { variable: String, source: halfday_runner::keychain::NoKeychain },
    #[error("`{value}` is no price in dollars per million tokens")]
    PriceRefused { value: String },
    #[error("`{model}` cannot be the name of a model")]
    PriceModelRefused { model: String },
    #[error("there is no price of the person's for {model}")]
    PriceNotFound { model: String },
    /// No JSON, or none in the shape of LiteLLM's table.
    #[error("the file {path} has no prices that can be used")]
    NoPrices { path: PathBuf, source: Option<serde_json::Error> },
    #[error("the way {way} cannot be tried beside the person's work")]
    NoShadowBy { way: String },
    #[error("the item {item} was not offered by chance")]
    NotDrawn { item: String },
    #[error("nothing is asked about item {item} now")]
    NotDue { item: String },
    #[error("a coin has decided on item {item} already")]
    FlippedAlready { item: String },
    #[error("this attempt is no work beside the work, or it is sealed")]
    NotJudgedHere,
    #[error("item {item} has no two deliverables to compare")]
    NothingToCompare { item: String },
    #[error("`{code}` is no code of a comparison")]
    CodeUnknown { code: String },
    #[error("the comparison was judged already")]
    JudgedAlready,
    #[error("{times} runs are out of range")]
    TimesOutOfRange { times: u32 },
    #[error("job {job} is not made from a list")]
    NoTrials { job: String },
    #[error("`{reason}` is no reason for a rejection")]
    UnknownReason { reason: String },
    #[error("`{kind}` is no kind of time")]
    UnknownIntervalKind { kind: String },
    #[error("`{language}` is no language of the program")]
    UnknownLanguage { language: String },
    #[error("the veil has no name `{name}` of the person's")]
    NameNotVeiled { name: String },
    #[error("`{week}` is no week")]
    UnknownWeek { week: String },
    #[error("the week {week} is not over")]
    WeekNotOver { week: String },
    #[error("`{felt}` is no answer to what AI saved")]
    UnknownFelt { felt: String },
    #[error("`{by}` is nothing to group by")]
    UnknownGrouping { by: String },
    #[error("{minutes} minutes are out of range")]
    MinutesOutOfRange { minutes: u32 },
    #[error("{share} is not between 0 and 1")]
    ShareOutOfRange { share: f64 },
    #[error("an item needs a title")]
    TitleEmpty,
    #[error("the items are of different jobs")]
    DifferentJobs,
    #[error("no items were named")]
    NothingNamed,
    #[error("an item cannot wait for itself")]
    DependencyCycle { item: String },

    #[error("item {item} is {status}: that is not allowed now")]
    NotAllowed { item: String, status: String },
    #[error("nothing of item {item} is under way")]
    NotUnderWay { item: String },
    #[error("item {item} asks nothing")]
    NothingAsked { item: String },
    #[error("`{text}` is none of the answers to item {item}")]
    AnswerUnclear { item: String, text: String },
    #[error("the attempt of item {item} has not ended yet")]
    StillStopping { item: String },
    #[error("item {item} is covered by {by}")]
    Covered { item: String, by: String },
    #[error("the estimate of {item} is fixed since it was handed over")]
    EstimateFrozen { item: String },
    #[error("what came back for {item} was neither judged nor put aside")]
    SayIfLooked { item: String },
    #[error("the brief of {item} is out, and nobody said what became of it")]
    SayWhatBecame { item: String },
    #[error("item {item} was done by AI and accepted")]
    AcceptedFromAi { item: String },
    #[error("job {job} is open already")]
    JobOpen { job: String },
    #[error("job {job} is closed")]
    JobClosed { job: String },
    #[error("job {job} is not closed yet")]
    JobNotClosed { job: String },
    #[error("{items} are still under way")]
    ItemsUnderWay { items: String },
    #[error("{items} are open: what becomes of them?")]
    ItemsOpen { items: String },
    #[error("the list has no items")]
    ListEmpty,
    #[error("there is no list called {name}")]
    TemplateNotFound { name: String },
    #[error("there is a list called {name} already")]
    TemplateNameTaken { name: String },
    #[error("{days} days are out of range")]
    DaysOutOfRange { days: u32 },
    #[error("no line says which job it is for")]
    JobUnsaid,
    #[error("item {item} has no attempt {number}")]
    AttemptNotFound { item: String, number: u32 },
    #[error("the attempt has no {path}")]
    DeliverableNotFound { path: String },
    #[error("the item has only one piece")]
    NothingToDivide { item: String },
    #[error("item {item} was never accepted")]
    NeverAccepted { item: String },

    #[error("the answer is empty")]
    AnswerEmpty { item: Option<String> },
    #[error("no line says whose answer it is")]
    AnswerUnmarked,
    #[error("the line belongs to an earlier attempt of {item}")]
    AnswerOld { item: String },
    #[error("the line belongs to no brief of this database")]
    AnswerForeign { line: String },
    #[error("this is the brief itself")]
    AnswerIsBrief,
    #[error("item {item} does not wait for a paste")]
    NotWaitingForPaste { item: String },
    #[error("files without an item")]
    FilesWithoutItem,
    #[error("the file name {path} is not allowed in a deliverable")]
    FileNameRefused { path: String },

    #[error("{files} changed meanwhile in your folder")]
    PublishConflict { files: String },
    #[error("the edited copies are missing")]
    ReworkWithoutMinutes,

    #[error("there is no picture called `{picture}`")]
    UnknownPicture { picture: String },
    #[error("there is no format called `{format}`")]
    UnknownFormat { format: String },
    #[error("no font of this computer has the letters {letters}, which {language} needs")]
    FontMissing { language: String, letters: String },
    #[error("the picture could not be drawn: {why}")]
    DrawPicture { why: String },
    #[error("the PDF could not be written: {why}")]
    WritePdf { why: String },
    #[error("this program was built without PDF")]
    NoPdf,

    #[error("a history row cannot be used: line {line}, {problem}")]
    HistoryRow { line: u64, problem: String },

    #[error("the run file cannot be used")]
    RunFile(#[from] crate::lab::RunFileFault),

    #[error("everything is deleted only when `{word}` was typed")]
    DeletionUnconfirmed { word: String },
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("later work rests on it: {what}")]
    UndoRefused { what: String },
    #[error("no timer runs")]
    NoTimer,
}

impl Error {
    /// The code in JSON and in `locales/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ReadRequest { .. } => "request_unreadable",
            Self::WriteView { .. } => "view_unwritable",
            Self::UnknownCommand { .. } => "command_unknown",
            Self::NoDataFolder => "data_folder_missing",
            Self::Store(source) => source.code(),
            Self::Split(source) => source.code(),
            Self::NotAPlan(_) => "input_not_a_plan",
            Self::NoAgentToSplit => "no_agent_to_split",
            Self::SplittingUnderWay { .. } => "splitting_under_way",
            Self::SplittingStopped { .. } => "splitting_stopped",
            Self::ReadFile { .. } => "input_unreadable",
            Self::ReadDocument { fault, .. } => match fault {
                Fault::Damaged => "input_document_damaged",
                Fault::TooLarge => "input_too_large",
                Fault::Locked => "input_document_locked",
                Fault::OldOffice => "input_document_old_office",
                Fault::NoText => "input_document_no_text",
            },
            Self::WriteFile { .. } => "file_unwritable",
            Self::KeepDeliverable { .. } => "deliverable_unkept",
            Self::Publish { .. } => "publish_failed",
            Self::StartWorker { .. } => "worker_unstartable",
            Self::NoRandomness => "randomness_missing",
            Self::AgentNameTaken { .. } => "agent_name_taken",
            Self::AgentNameRefused { .. } => "agent_name_refused",
            Self::AgentUnusable { .. } => "agent_unusable",
            Self::AgentNeedsNetwork => "agent_needs_network",
            Self::AgentRisky { risk } => match risk {
                Risk::SkipsAsking { .. } => "agent_skips_asking",
                Risk::LeadsToKeys { .. } => "agent_leads_to_keys",
                Risk::PrivateFiles { .. } => "agent_opens_private_files",
            },
            Self::NoSandbox { .. } => "no_sandbox",
            Self::AgentInUse { .. } => "agent_in_use",
            Self::KeyNameRefused => "key_name_refused",
            Self::KeyRefused => "input_key_refused",
            Self::KeyUnknown { .. } => "key_unknown",
            Self::KeyOfEnvironment { .. } => "key_of_environment",
            Self::KeychainUnreachable { .. } => "keychain_unreachable",
            Self::PriceRefused { .. } => "input_price_refused",
            Self::PriceModelRefused { .. } => "input_price_model_refused",
            Self::PriceNotFound { .. } => "price_not_found",
            Self::NoPrices { .. } => "input_no_prices",
            Self::NoShadowBy { .. } => "no_shadow_by",
            Self::NotDrawn { .. } => "not_drawn",
            Self::NotDue { .. } => "not_due",
            Self::FlippedAlready { .. } => "flipped_already",
            Self::NotJudgedHere => "not_judged_here",
            Self::NothingToCompare { .. } => "nothing_to_compare",
            Self::CodeUnknown { .. } => "code_unknown",
            Self::JudgedAlready => "judged_already",
            Self::TimesOutOfRange { .. } => "times_out_of_range",
            Self::NoTrials { .. } => "no_trials",
            Self::NotUnderWay { .. } => "not_under_way",
            Self::NothingAsked { .. } => "nothing_asked",
            Self::AnswerUnclear { .. } => "answer_unclear",
            Self::StillStopping { .. } => "still_stopping",
            Self::BadReference { .. } => "reference_unclear",
            Self::JobNotFound { .. } => "job_not_found",
            Self::ItemNotFound { .. } => "item_not_found",
            Self::AgentNotFound { .. } => "agent_not_found",
            Self::UnknownReason { .. } => "reason_unknown",
            Self::UnknownIntervalKind { .. } => "interval_kind_unknown",
            Self::UnknownLanguage { .. } => "language_unknown",
            Self::NameNotVeiled { .. } => "name_not_veiled",
            Self::UnknownWeek { .. } => "week_unknown",
            Self::WeekNotOver { .. } => "week_not_over",
            Self::UnknownPicture { .. } => "picture_unknown",
            Self::UnknownFormat { .. } => "format_unknown",
            Self::FontMissing { .. } => "font_missing",
            Self::DrawPicture { .. } => "picture_undrawable",
            Self::WritePdf { .. } => "pdf_unwritable",
            Self::NoPdf => "pdf_not_built",
            Self::UnknownFelt { .. } => "felt_unknown",
            Self::UnknownGrouping { .. } => "grouping_unknown",
            Self::MinutesOutOfRange { .. } => "minutes_out_of_range",
            Self::ShareOutOfRange { .. } => "share_out_of_range",
            Self::TitleEmpty => "title_empty",
            Self::DifferentJobs => "different_jobs",
            Self::NothingNamed => "nothing_named",
            Self::DependencyCycle { .. } => "dependency_cycle",
            Self::NotAllowed { .. } => "not_allowed",
            Self::Covered { .. } => "covered",
            Self::EstimateFrozen { .. } => "estimate_frozen",
            Self::SayIfLooked { .. } => "say_if_looked",
            Self::SayWhatBecame { .. } => "say_what_became",
            Self::AcceptedFromAi { .. } => "accepted_from_ai",
            Self::JobOpen { .. } => "job_open",
            Self::JobClosed { .. } => "job_closed",
            Self::JobNotClosed { .. } => "job_not_closed",
            Self::ItemsUnderWay { .. } => "items_under_way",
            Self::ItemsOpen { .. } => "items_open",
            Self::ListEmpty => "list_empty",
            Self::TemplateNotFound { .. } => "template_not_found",
            Self::TemplateNameTaken { .. } => "template_name_taken",
            Self::DaysOutOfRange { .. } => "days_out_of_range",
            Self::JobUnsaid => "job_unsaid",
            Self::AttemptNotFound { .. } => "attempt_not_found",
            Self::DeliverableNotFound { .. } => "deliverable_not_found",
            Self::NothingToDivide { .. } => "nothing_to_divide",
            Self::NeverAccepted { .. } => "never_accepted",
            Self::AnswerEmpty { .. } => "input_answer_empty",
            Self::AnswerUnmarked => "input_answer_unmarked",
            Self::AnswerOld { .. } => "input_answer_old",
            Self::AnswerForeign { .. } => "input_answer_foreign",
            Self::AnswerIsBrief => "input_answer_is_brief",
            Self::NotWaitingForPaste { .. } => "not_waiting_for_paste",
            Self::FilesWithoutItem => "input_files_without_item",
            Self::FileNameRefused { .. } => "input_file_name_refused",
            Self::PublishConflict { .. } => "publish_conflict",
            Self::ReworkWithoutMinutes => "rework_without_minutes",
            Self::HistoryRow { .. } => "input_history_row",
            Self::RunFile(fault) => fault.code(),
            Self::DeletionUnconfirmed { .. } => "deletion_unconfirmed",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToRedo => "nothing_to_redo",
            Self::UndoRefused { .. } => "undo_refused",
            Self::NoTimer => "no_timer",
        }
    }

    /// How a shell should treat it.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::BadReference { .. }
            | Self::UnknownCommand { .. }
            | Self::ReadRequest { .. }
            | Self::JobNotFound { .. }
            | Self::ItemNotFound { .. }
            | Self::AgentNotFound { .. }
            | Self::AgentNameRefused { .. }
            | Self::AgentUnusable { .. }
            | Self::AgentNeedsNetwork
            | Self::AgentRisky { .. }
            | Self::KeyNameRefused
            | Self::KeyUnknown { .. }
            | Self::PriceNotFound { .. }
            | Self::NoShadowBy { .. }
            | Self::CodeUnknown { .. }
            | Self::TimesOutOfRange { .. }
            | Self::AnswerUnclear { .. }
            | Self::UnknownReason { .. }
            | Self::UnknownIntervalKind { .. }
            | Self::UnknownLanguage { .. }
            | Self::NameNotVeiled { .. }
            | Self::UnknownWeek { .. }
            | Self::UnknownPicture { .. }
            | Self::UnknownFormat { .. }
            | Self::NoPdf
            | Self::UnknownFelt { .. }
            | Self::UnknownGrouping { .. }
            | Self::MinutesOutOfRange { .. }
            | Self::ShareOutOfRange { .. }
            | Self::TitleEmpty
            | Self::ListEmpty
            | Self::TemplateNotFound { .. }
            | Self::DaysOutOfRange { .. }
            | Self::JobUnsaid
            | Self::AttemptNotFound { .. }
            | Self::DeliverableNotFound { .. }
            | Self::DifferentJobs
            | Self::NothingNamed
            | Self::FilesWithoutItem
            | Self::ReworkWithoutMinutes
            | Self::DependencyCycle { .. } => ErrorKind::Wrong,
            Self::NotAllowed { .. }
            | Self::NotDrawn { .. }
            | Self::NotDue { .. }
            | Self::FlippedAlready { .. }
            | Self::NotJudgedHere
            | Self::NothingToCompare { .. }
            | Self::JudgedAlready
            | Self::NoTrials { .. }
            | Self::AgentNameTaken { .. }
            | Self::AgentInUse { .. }
            | Self::NoSandbox { .. }
            | Self::KeyOfEnvironment { .. }
            | Self::NotUnderWay { .. }
            | Self::NothingAsked { .. }
            | Self::Covered { .. }
            | Self::EstimateFrozen { .. }
            | Self::NoAgentToSplit
            | Self::SplittingUnderWay { .. }
            | Self::AcceptedFromAi { .. }
            | Self::JobOpen { .. }
            | Self::JobClosed { .. }
            | Self::JobNotClosed { .. }
            | Self::WeekNotOver { .. }
            | Self::ItemsUnderWay { .. }
            | Self::NothingToDivide { .. }
            | Self::TemplateNameTaken { .. }
            | Self::NeverAccepted { .. }
            | Self::NotWaitingForPaste { .. }
            | Self::PublishConflict { .. }
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::UndoRefused { .. }
            | Self::NoTimer => ErrorKind::Refused,
            Self::SayIfLooked { .. }
            | Self::SayWhatBecame { .. }
            | Self::ItemsOpen { .. }
            | Self::DeletionUnconfirmed { .. } => ErrorKind::NeedsPerson,
            Self::Store(
                halfday_store::Error::ChangedMeanwhile { .. }
                | halfday_store::Error::InUse { .. }
                | halfday_store::Error::NewerDatabase { .. }
                | halfday_store::Error::EmptyReplacesFull { .. },
            ) => ErrorKind::Refused,
            Self::Store(_)
            | Self::WriteView { .. }
            | Self::NoDataFolder
            | Self::FontMissing { .. }
            | Self::DrawPicture { .. }
            | Self::WritePdf { .. }
            | Self::Split(_)
            | Self::NotAPlan(_)
            | Self::SplittingStopped { .. }
            | Self::ReadFile { .. }
            | Self::ReadDocument { .. }
            | Self::WriteFile { .. }
            | Self::KeepDeliverable { .. }
            | Self::Publish { .. }
            | Self::NoRandomness
            | Self::StartWorker { .. }
            | Self::KeyRefused
            | Self::PriceRefused { .. }
            | Self::PriceModelRefused { .. }
            | Self::NoPrices { .. }
            | Self::KeychainUnreachable { .. }
            | Self::StillStopping { .. }
            | Self::AnswerEmpty { .. }
            | Self::AnswerUnmarked
            | Self::AnswerOld { .. }
            | Self::AnswerForeign { .. }
            | Self::AnswerIsBrief
            | Self::FileNameRefused { .. }
            | Self::HistoryRow { .. }
            | Self::RunFile(_) => ErrorKind::Failed,
        }
    }

    /// The parameters of its sentence.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BadReference { text } => vec![("text", text.clone())],
            Self::JobNotFound { job }
            | Self::JobOpen { job }
            | Self::JobClosed { job }
            | Self::JobNotClosed { job } => vec![("job", job.clone())],
            Self::ItemNotFound { item }
            | Self::EstimateFrozen { item }
            | Self::SayIfLooked { item }
            | Self::SayWhatBecame { item }
            | Self::AcceptedFromAi { item }
            | Self::NothingToDivide { item }
            | Self::NeverAccepted { item }
            | Self::NotUnderWay { item }
            | Self::NothingAsked { item }
            | Self::StillStopping { item }
            | Self::DependencyCycle { item }
            | Self::AnswerOld { item }
            | Self::NotWaitingForPaste { item } => vec![("item", item.clone())],
            Self::NotAllowed { item, status } => vec![("item", item.clone()), ("status", status.clone())],
            Self::Covered { item, by } => vec![("item", item.clone()), ("by", by.clone())],
            Self::AgentNotFound { agent }
            | Self::AgentNameTaken { agent }
            | Self::AgentNameRefused { agent }
            | Self::AgentInUse { agent }
            | Self::SplittingStopped { agent } => vec![("agent", agent.clone())],
            Self::SplittingUnderWay { asked_as } => vec![("name", asked_as.clone())],
            Self::AgentRisky { risk } => vec![match risk {
                Risk::SkipsAsking { argument } => ("argument", argument.clone()),
                Risk::LeadsToKeys { variable } => ("variable", variable.clone()),
                Risk::PrivateFiles { path } => ("path", path.display().to_string()),
            }],
            Self::AgentUnusable { why } => vec![("why", why.clone())],
            Self::KeyUnknown { key } => vec![("key", key.clone())],
            Self::KeyOfEnvironment { variable } => vec![("variable", variable.clone())],
            Self::KeychainUnreachable { variable, source } => {
                vec![("variable", variable.clone()), ("why", source.why.clone())]
            }
            Self::PriceRefused { value } => vec![("value", value.clone())],
            Self::PriceModelRefused { model } | Self::PriceNotFound { model } => {
                vec![("model", model.clone())]
            }
            Self::NoShadowBy { way } => vec![("way", way.clone())],
            Self::NotDrawn { item }
            | Self::NotDue { item }
            | Self::FlippedAlready { item }
            | Self::NothingToCompare { item } => vec![("item", item.clone())],
            Self::CodeUnknown { code } => vec![("code", code.clone())],
            Self::TimesOutOfRange { times } => vec![("times", times.to_string())],
            Self::NoTrials { job } => vec![("job", job.clone())],
            Self::NotJudgedHere | Self::JudgedAlready => vec![],
            Self::AnswerUnclear { item, text } => vec![("item", item.clone()), ("text", text.clone())],
            Self::UnknownReason { reason } => vec![("reason", reason.clone())],
            Self::UnknownIntervalKind { kind } => vec![("kind", kind.clone())],
            Self::UnknownLanguage { language } => vec![("language", language.clone())],
            Self::NameNotVeiled { name } => vec![("name", name.clone())],
            Self::UnknownWeek { week } | Self::WeekNotOver { week } => vec![("week", week.clone())],
            Self::UnknownPicture { picture } => vec![("picture", picture.clone())],
            Self::UnknownFormat { format } => vec![("format", format.clone())],
            Self::FontMissing { letters, .. } => vec![("letters", letters.clone())],
            Self::DrawPicture { why } | Self::WritePdf { why } => vec![("why", why.clone())],
            Self::UnknownFelt { felt } => vec![("felt", felt.clone())],
            Self::UnknownGrouping { by } => vec![("by", by.clone())],
            Self::MinutesOutOfRange { minutes } => vec![("minutes", minutes.to_string())],
            Self::ShareOutOfRange { share } => vec![("share", share.to_string())],
            Self::ItemsUnderWay { items } | Self::ItemsOpen { items } => vec![("items", items.clone())],
            Self::AnswerForeign { line } => vec![("line", line.clone())],
            Self::FileNameRefused { path } | Self::DeliverableNotFound { path } => {
                vec![("path", path.clone())]
            }
            Self::TemplateNotFound { name } | Self::TemplateNameTaken { name } => {
                vec![("name", name.clone())]
            }
            Self::AttemptNotFound { item, number } => {
                vec![("item", item.clone()), ("number", number.to_string())]
            }
            Self::DaysOutOfRange { days } => vec![("days", days.to_string())],
            Self::PublishConflict { files } => vec![("files", files.clone())],
            Self::ReadFile { path, .. }
            | Self::ReadDocument { path, .. }
            | Self::WriteFile { path, .. }
            | Self::NoPrices { path, .. } => vec![("path", path.display().to_string())],
            Self::HistoryRow { line, problem } => {
                vec![("line", line.to_string()), ("problem", problem.clone())]
            }
            Self::RunFile(fault) => fault.params(),
            Self::DeletionUnconfirmed { word } => vec![("word", word.clone())],
            Self::UndoRefused { what } => vec![("what", what.clone())],
            Self::NotAPlan(source) => {
                let faults: Vec<String> = source.faults.iter().map(ToString::to_string).collect();
                vec![("faults", faults.join("; "))]
            }
            Self::UnknownCommand { command }
            | Self::ReadRequest { command, .. }
            | Self::WriteView { command, .. } => vec![("command", command.clone())],
            Self::NoDataFolder
            | Self::NoPdf
            | Self::Store(_)
            | Self::Split(_)
            | Self::NoAgentToSplit
            | Self::KeepDeliverable { .. }
            | Self::Publish { .. }
            | Self::NoRandomness
            | Self::StartWorker { .. }
            | Self::TitleEmpty
            | Self::ListEmpty
            | Self::JobUnsaid
            | Self::DifferentJobs
            | Self::NothingNamed
            | Self::AnswerEmpty { .. }
            | Self::AnswerUnmarked
            | Self::AnswerIsBrief
            | Self::FilesWithoutItem
            | Self::ReworkWithoutMinutes
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::AgentNeedsNetwork
            | Self::NoSandbox { .. }
            | Self::KeyNameRefused
            | Self::KeyRefused
            | Self::NoTimer => vec![],
        }
    }
}
