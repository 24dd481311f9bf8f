//! The one command list. From it come [`App::dispatch`], the TypeScript map and the names that the
//! window calls; the terminal calls the same methods directly.

use serde_json::Value;

use crate::{App, Error};

/// Declares the commands: name, request, view.
macro_rules! commands {
    ($($name:ident($request:ident) -> $view:ident;)*) => {
        impl App {
            /// Runs the command called `name` with a JSON request, and gives its JSON view.
            pub fn dispatch(&self, name: &str, request: Value) -> Result<Value, Error> {
                match name {
                    $(stringify!($name) => {
                        let request: crate::api::$request = serde_json::from_value(request)
                            .map_err(|source| Error::ReadRequest { command: name.to_owned(), source })?;
                        let view: crate::api::$view = self.$name(request)?;
                        serde_json::to_value(view)
                            .map_err(|source| Error::WriteView { command: name.to_owned(), source })
                    })*
                    _ => Err(Error::UnknownCommand { command: name.to_owned() }),
                }
            }
        }

        /// The TypeScript declarations of all requests and views, each once, by name.
        pub(crate) fn declarations(config: &ts_rs::Config) -> Vec<String> {
            let mut found = std::collections::BTreeMap::new();
            $(
                crate::typescript::collect::<crate::api::$request>(config, &mut found);
                crate::typescript::collect::<crate::api::$view>(config, &mut found);
            )*
            crate::typescript::collect::<crate::api::Changed>(config, &mut found);
            crate::typescript::collect::<crate::api::WorkEvent>(config, &mut found);
            found.into_values().collect()
        }

        /// The TypeScript map of the commands: `name: { request; view }`.
        pub(crate) fn command_map() -> String {
            let mut map = String::from("export type Commands = {\n");
            $(map.push_str(concat!(
                "  ", stringify!($name), ": { request: ", stringify!($request),
                "; view: ", stringify!($view), " };\n"
            ));)*
            map.push_str("};\n");
            map
        }
    };
}

commands! {
    today(Nothing) -> TodayView;
    find(Find) -> FoundView;
    quick_add(QuickAdd) -> QuickAddView;
    add_sample(Nothing) -> BoardView;
    remove_sample(Nothing) -> JobsView;

    read_brief(ReadBrief) -> ReadBriefView;
    split_text(SplitText) -> PlanView;
    ask_for_plan(AskForPlan) -> PlanQuestion;
    split_by_agent(SplitByAgent) -> SplitByAgentView;
    splitting(SplittingRef) -> SplittingView;
    stop_splitting(SplittingRef) -> SplittingView;
    create_job(CreateJob) -> BoardView;
    list_jobs(ListJobs) -> JobsView;
    board(JobRef) -> BoardView;
    guess_share(GuessShare) -> BoardView;
    assign_job(AssignJob) -> BoardView;
    close_job(CloseJob) -> ResultView;
    result(JobRef) -> ResultView;
    reopen_job(JobRef) -> BoardView;

    templates(Nothing) -> TemplatesView;
    save_template(SaveTemplate) -> TemplatesView;
    delete_template(TemplateRef) -> TemplatesView;
    use_template(UseTemplate) -> BoardView;
    repeat_job(JobRef) -> BoardView;
    remind_again(RemindAgain) -> JobRow;

    show_item(ItemRef) -> ItemView;
    add_item(AddItem) -> ItemView;
    edit_item(EditItem) -> ItemView;
    move_items(MoveItems) -> BoardView;
    drop_items(DropItems) -> BoardView;
    restore_items(ItemRefs) -> BoardView;
    merge_items(ItemRefs) -> ItemView;
    divide_item(ItemRef) -> BoardView;
    assign_items(AssignItems) -> BoardView;
    assign_as_one(AssignAsOne) -> BoardView;

    preview_brief(CopyBrief) -> BriefView;
    copy_brief(CopyBrief) -> BriefView;
    recognise_answer(RecogniseAnswer) -> RecognisedView;
    paste_answer(PasteAnswer) -> PasteView;
    no_good(NoGood) -> ItemView;
    never_sent(ItemRef) -> ItemView;

    item_attempts(ItemRef) -> AttemptsView;
    attempt_steps(AttemptRef) -> StepsView;
    answer_question(AnswerQuestion) -> ItemView;
    stop_item(StopItem) -> ItemView;
    shadow_item(Shadow) -> AttemptsView;

    worker(Nothing) -> WorkerView;

    agents(Nothing) -> AgentsView;
    find_agents(Nothing) -> FoundAgentsView;
    settle_agent_offer(Nothing) -> SettingsView;
    add_agent(AddAgent) -> AgentsView;
    prefer_agent(AgentRef) -> AgentsView;
    remove_agent(AgentRef) -> AgentsView;
    test_agent(AgentRef) -> TestedView;

    keys(Nothing) -> KeysView;
    set_key(SetKey) -> KeysView;
    forget_key(KeyRef) -> KeysView;

    prices(Nothing) -> PricesView;
    set_price(SetPrice) -> PricesView;
    forget_price(ForgetPrice) -> PricesView;
    import_prices(ImportPrices) -> PricesView;

    review_queue(ListReview) -> ReviewQueue;
    review_attempt(ReviewAttempt) -> VerdictView;
    report_wrong(ReportWrong) -> ItemView;
    show_deliverable(ShowDeliverable) -> ShownView;
    diff_attempts(DiffAttempts) -> DiffView;
    open_deliverable(OpenDeliverable) -> OpenedView;

    finish_item(FinishItem) -> ItemView;
    reopen_item(ItemRef) -> ItemView;
    start_timer(ItemRef) -> TimerView;
    stop_timer(Nothing) -> TimerView;
    show_timer(Nothing) -> TimerView;
    log_minutes(LogMinutes) -> ItemView;

    insights(AskInsights) -> InsightsView;
    rows_behind(RowsBehind) -> RowsView;
    weeks(Nothing) -> WeeksView;
    report(AskReport) -> ReportView;
    issue_report(WeekRef) -> ReportView;
    answer_felt(AnswerFelt) -> WeeksView;
    picture(AskPicture) -> PictureView;
    save_picture(SavePicture) -> SavedFiles;
    save_report(SaveReport) -> SavedFiles;
    stretch(AskFigure) -> FigureView;
    could(AskFigure) -> FigureView;
    quality(AskFigure) -> FigureView;
    coming_back(Nothing) -> FigureView;
    spending(AskFigure) -> FigureView;
    calibration(Nothing) -> FigureView;
    advise(AskAdvice) -> FigureView;
    experiments(AskFigure) -> FigureView;
    invitations(Nothing) -> InvitationsView;
    answer_invitation(AnswerInvitation) -> InvitationsView;
    follow_ups(Nothing) -> FollowUpsView;
    answer_follow_up(AnswerFollowUp) -> FollowUpsView;
    judge_tried(JudgeTried) -> AttemptsView;
    leave_to_chance(LeaveToChance) -> ChanceView;
    trials(JobRef) -> TrialsView;
    bench(Nothing) -> BenchView;
    plan_bench(PlanBench) -> BenchView;
    comparison(AskComparison) -> ComparisonView;
    choose_better(ChooseBetter) -> ComparisonView;
    comparison_file(AskComparison) -> ComparisonFile;
    give_code(GiveCode) -> ComparisonView;
    undo(Nothing) -> UndoView;
    redo(Nothing) -> UndoView;
    activity(AskActivity) -> ActivityView;
    backup(Nothing) -> BackupView;
    backup_to(BackupTo) -> BackupView;
    delete_all(DeleteAll) -> Nothing;
    verify(Nothing) -> VerifyView;
    doctor(Nothing) -> DoctorView;
    export_data(ExportData) -> ExportedView;
    settings(Nothing) -> SettingsView;
    change_settings(ChangeSettings) -> SettingsView;
}
