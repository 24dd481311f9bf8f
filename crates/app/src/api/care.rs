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
        pub kind: String,
        pub job: Option<String>,
        pub item: Option<String>,
        pub text: String,
    }

    pub struct BackupView {
        pub path: String,
        pub bytes: u64,
        pub jobs: u64,
        pub text: String,
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
        /// Names the veil replaces.
        pub veil_names: Vec<String>,
        /// The veil is on.
        pub veil: bool,
        pub data_folder: String,
        pub version: String,
    }

    /// `null` leaves a setting as it is.
    pub struct ChangeSettings {
        pub language: Option<String>,
        pub veil_names: Option<Vec<String>>,
        pub veil: Option<bool>,
    }

    /// Something changed in the store: ask again for what you show.
    pub struct Changed {
        pub seq: i64,
        pub kind: String,
        pub job: Option<String>,
        pub item: Option<String>,
    }
}
