//! Undo, activity, and care of the data.

use super::wire;

wire! {
    pub struct Nothing {}

    pub struct UndoView {
        /// "Undone: 2 items handed to AI".
        pub text: String,
        pub command: String,
        /// Files that could not be taken back, with the reason.
        pub notes: Vec<String>,
        /// The job it was about.
        pub job: Option<String>,
    }

    pub struct AskActivity {
        pub limit: u32,
        /// Only older than this.
        pub before_seq: Option<i64>,
        /// What happened to this item only.
        #[ts(optional = nullable)]
        pub item: Option<String>,
    }

    pub struct ActivityView {
        pub lines: Vec<ActivityLine>,
        pub more: bool,
    }

    pub struct ActivityLine {
        pub seq: i64,
        pub at: i64,
        pub at_text: String,
        pub origin: String,
        /// person | program: AI's work is the program's, whichever program it runs in.
        pub actor: String,
        pub kind: String,
        pub job: Option<String>,
        pub item: Option<String>,
        /// What the item is called, or the job.
        pub title: Option<String>,
        pub text: String,
    }

    pub struct BackupView {
        pub path: String,
        pub bytes: u64,
        pub jobs: u64,
        pub text: String,
    }

    /// A verified copy in a folder the person chose.
    pub struct BackupTo {
        pub folder: String,
    }

    /// Delete everything. There is no way back.
    pub struct DeleteAll {
        /// The word of the person's language that says they mean it.
        pub typed: String,
    }

    pub struct VerifyView {
        pub sound: bool,
        pub faults: Vec<String>,
        pub text: String,
    }

    pub struct DoctorView {
        pub checks: Vec<DoctorLine>,
    }

    pub struct DoctorLine {
        pub code: String,
        pub fine: bool,
        pub text: String,
    }

    pub struct SettingsView {
        /// `null`: as the system.
        pub language: Option<String>,
        /// The language that is spoken: the person's, else that of the system.
        pub spoken: String,
        /// Names the veil replaces.
        pub veil_names: Vec<String>,
        /// The veil is on.
        pub veil: bool,
        /// `links: web` may look at web pages.
        pub web_checks: bool,
        /// Before it begins, AI says how it will go: one more call.
        pub rehearsal: bool,
        /// A fresh session tries to refute what was delivered: one more call a round.
        pub second_look: bool,
        /// So many deliverables may wait for review before nothing new is started.
        pub review_brake: u32,
        /// So many attempts may be worked at once.
        pub at_once: u32,
        /// The most one attempt takes before the person is asked; `null`: no limit.
        pub budget_tokens: Option<u64>,
        /// In nano-dollars.
        pub budget_nano: Option<u64>,
        /// Minutes of work.
        pub budget_minutes: Option<u32>,
        /// Minutes of the day between which nothing is notified; `null`: no quiet hours.
        pub quiet_from: Option<u32>,
        pub quiet_to: Option<u32>,
        /// Single letters are keys.
        pub letter_keys: bool,
        /// The desktop says when the person is needed.
        pub notify: bool,
        /// Whether an agent that was found here may work has been answered, or a brief was carried by hand.
        pub agent_asked: bool,
        pub data_folder: String,
        pub version: String,
    }

    /// What is absent or `null` stays as it is.
    #[derive(Default)]
    #[serde(default)]
    #[ts(optional_fields)]
    pub struct ChangeSettings {
        /// `""` is the system's.
        pub language: Option<String>,
        /// The whole list.
        pub veil_names: Option<Vec<String>>,
        pub add_veil_names: Option<Vec<String>>,
        pub remove_veil_names: Option<Vec<String>>,
        pub veil: Option<bool>,
        pub web_checks: Option<bool>,
        pub rehearsal: Option<bool>,
        pub second_look: Option<bool>,
        pub review_brake: Option<u32>,
        pub at_once: Option<u32>,
        /// 0 is no limit, here and in the two below.
        pub budget_tokens: Option<u64>,
        pub budget_nano: Option<u64>,
        pub budget_minutes: Option<u32>,
        /// Both, or neither for no quiet hours.
        pub quiet: Option<QuietHours>,
        pub letter_keys: Option<bool>,
        pub notify: Option<bool>,
    }

    /// Minutes of the day.
    pub struct QuietHours {
        pub from: Option<u32>,
        pub to: Option<u32>,
    }

    #[derive(Copy)]
    pub enum ExportAs {
        Json,
        Csv,
        Markdown,
    }

    pub struct ExportData {
        pub format: ExportAs,
        /// The file to write.
        pub path: String,
    }

    pub struct ExportedView {
        pub path: String,
        pub text: String,
    }

    /// Something changed in the store: ask again for what you show.
    pub struct Changed {
        pub seq: i64,
        pub kind: String,
        pub job: Option<String>,
        pub item: Option<String>,
    }
}
