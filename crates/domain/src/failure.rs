//! Why an attempt failed, whose doing that was, and what happens next: one pure decision.
//! The sentences belong to `locales/` (`failure-CODE`).

use crate::code::codes;

codes! {
    /// Who or what is responsible for a failure.
    FailureClass {
        Provider = "provider",
        Setup = "setup",
        Model = "model",
        Process = "process",
        Verify = "verify",
        Budget = "budget",
        Outside = "outside",
        Safety = "safety",
    }
}

codes! {
    /// Why an attempt failed.
    FailureReason {
        Auth = "auth",
        Billing = "billing",
        SpendCap = "spend_cap",
        RateLimited = "rate_limited",
        Overloaded = "overloaded",
        ServerError = "server_error",
        Timeout = "timeout",
        StreamTruncated = "stream_truncated",
        AgentMissing = "agent_missing",
        NotSignedIn = "not_signed_in",
        WorkspaceMissing = "workspace_missing",
        InputMissing = "input_missing",
        /// It would be read from outside the job's folder.
        InputRefused = "input_refused",
        /// Somebody wrote to it without a pause while it was copied.
        InputUnsteady = "input_unsteady",
        /// More than may be copied.
        TooLarge = "too_large",
        CopyFailed = "copy_failed",
        /// No fence holds on this computer, so nothing is run.
        NoSandbox = "no_sandbox",
        /// The fence would have to be open to the person's home, or the whole system.
        ScopeRefused = "scope_refused",
        DiskFull = "disk_full",
        Refused = "refused",
        Truncated = "truncated",
        MalformedToolCall = "malformed_tool_call",
        UnknownTool = "unknown_tool",
        FormatDrift = "format_drift",
        NoAction = "no_action",
        ContextOverflow = "context_overflow",
        Repetition = "repetition",
        NoProgress = "no_progress",
        GoalDrift = "goal_drift",
        OutOfScope = "out_of_scope",
        PrematureFinish = "premature_finish",
        NeverFinishes = "never_finishes",
        ClaimWithoutEffect = "claim_without_effect",
        ShouldHaveAsked = "should_have_asked",
        IgnoredFeedback = "ignored_feedback",
        NothingDelivered = "nothing_delivered",
        CheckFailed = "check_failed",
        JudgeRejected = "judge_rejected",
        RejectedByPerson = "rejected_by_person",
        Inconclusive = "inconclusive",
        Tokens = "tokens",
        Money = "money",
        Time = "time",
        Steps = "steps",
        Conflict = "conflict",
        AgentExited = "agent_exited",
        SuspectedInjection = "suspected_injection",
        SandboxViolation = "sandbox_violation",
    }
}

codes! {
    /// Why an attempt was stopped; none of them said yet is `None` beside the outcome.
    StopReason {
        /// It was going wrong: counts as failed.
        GoingWrong = "going_wrong",
        /// The person changed their mind: does not count.
        ChangedMind = "changed_mind",
        /// The app was closed while it ran.
        AppClosed = "app_closed",
        /// The copied brief was never sent to any chat.
        NeverSent = "never_sent",
    }
}

impl FailureReason {
    /// It got nowhere any more and was stopped: the folder goes back to where the work stood best, and a new
    /// attempt goes on from there.
    pub const fn goes_back(self) -> bool {
        matches!(self, Self::Repetition | Self::NoProgress)
    }

    /// Who or what is responsible.
    pub const fn class(self) -> FailureClass {
        match self {
            Self::Auth
            | Self::Billing
            | Self::SpendCap
            | Self::RateLimited
            | Self::Overloaded
            | Self::ServerError
            | Self::Timeout
            | Self::StreamTruncated => FailureClass::Provider,
            Self::AgentMissing
            | Self::NotSignedIn
            | Self::WorkspaceMissing
            | Self::InputMissing
            | Self::InputRefused
            | Self::InputUnsteady
            | Self::TooLarge
            | Self::CopyFailed
            | Self::NoSandbox
            | Self::ScopeRefused
            | Self::DiskFull => FailureClass::Setup,
            Self::Refused
            | Self::Truncated
            | Self::MalformedToolCall
            | Self::UnknownTool
            | Self::FormatDrift
            | Self::NoAction
            | Self::ContextOverflow => FailureClass::Model,
            Self::Repetition
            | Self::NoProgress
            | Self::GoalDrift
            | Self::OutOfScope
            | Self::PrematureFinish
            | Self::NeverFinishes
            | Self::ClaimWithoutEffect
            | Self::ShouldHaveAsked
            | Self::IgnoredFeedback => FailureClass::Process,
            Self::NothingDelivered
            | Self::CheckFailed
            | Self::JudgeRejected
            | Self::RejectedByPerson
            | Self::Inconclusive => FailureClass::Verify,
            Self::Tokens | Self::Money | Self::Time | Self::Steps => FailureClass::Budget,
            Self::Conflict | Self::AgentExited => FailureClass::Outside,
            Self::SuspectedInjection | Self::SandboxViolation => FailureClass::Safety,
        }
    }

    /// Whether the failure counts against the AI (RUNNER §4): faults of the provider, the set-up
    /// and the world outside do not, nor does a check that could not tell.
    pub const fn counts_against_ai(self) -> bool {
        match self.class() {
            FailureClass::Model | FailureClass::Process | FailureClass::Budget => true,
            FailureClass::Verify => !matches!(self, Self::Inconclusive),
            FailureClass::Provider | FailureClass::Setup | FailureClass::Outside | FailureClass::Safety => {
                false
            }
        }
    }
}

impl StopReason {
    /// Whether stopping for this reason counts as a failure of the AI.
    pub const fn counts_against_ai(self) -> bool {
        match self {
            Self::GoingWrong => true,
            Self::ChangedMind | Self::AppClosed | Self::NeverSent => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outages_and_set_up_never_count_against_the_ai() {
        let counted =
            |class| FailureReason::ALL.iter().filter(|r| r.class() == class && r.counts_against_ai()).count();

        assert_eq!(counted(FailureClass::Provider) + counted(FailureClass::Setup), 0);
        assert_eq!(counted(FailureClass::Outside) + counted(FailureClass::Safety), 0);
        assert_eq!(counted(FailureClass::Model), 7);
        assert!(!FailureReason::Inconclusive.counts_against_ai(), "nobody could tell");
        assert!(FailureReason::RejectedByPerson.counts_against_ai());
    }

    #[test]
    fn every_code_leads_back_to_its_reason() {
        for reason in FailureReason::ALL {
            assert_eq!(FailureReason::from_code(reason.code()), Some(*reason));
        }
    }
}
