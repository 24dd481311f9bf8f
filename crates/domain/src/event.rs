//! What is written into `events`: codes and ids, never text of the person.

use crate::code::codes;

codes! {
    /// What happened. The feed tells every window and terminal; *Activity* shows it.
    EventKind {
        JobCreated = "job_created",
        JobChanged = "job_changed",
        JobClosed = "job_closed",
        JobReopened = "job_reopened",
        ItemsAdded = "items_added",
        ItemEdited = "item_edited",
        ItemMoved = "item_moved",
        ItemRemoved = "item_removed",
        StatusChanged = "status_changed",
        Assigned = "assigned",
        BriefCopied = "brief_copied",
        AttemptStarted = "attempt_started",
        /// Something it did, used or is being checked for.
        AttemptWent = "attempt_went",
        QuestionAsked = "question_asked",
        QuestionAnswered = "question_answered",
        StopAsked = "stop_asked",
        AttemptEnded = "attempt_ended",
        Reviewed = "reviewed",
        Published = "published",
        Finished = "finished",
        TimerChanged = "timer_changed",
        TimeLogged = "time_logged",
        Undone = "undone",
        Redone = "redone",
        Imported = "imported",
        TemplateSaved = "template_saved",
        TemplateDeleted = "template_deleted",
        SettingChanged = "setting_changed",
        ReportIssued = "report_issued",
        AgentAdded = "agent_added",
        AgentRetired = "agent_retired",
        ShadowStarted = "shadow_started",
        /// Chance picked an item.
        Drawn = "drawn",
        /// The person answered what chance offered or asked, or compared two without names.
        Answered = "answered",
        BenchPlanned = "bench_planned",
    }
}

codes! {
    /// Who did it.
    Actor {
        Person = "person",
        /// The program by itself, or AI through it.
        Program = "program",
    }
}

codes! {
    /// Which program wrote it.
    Origin {
        Window = "window",
        Terminal = "terminal",
    }
}
