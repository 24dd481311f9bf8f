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
    }
}

codes! {
    /// Which program wrote it.
    Origin {
        Window = "window",
        Terminal = "terminal",
    }
}
