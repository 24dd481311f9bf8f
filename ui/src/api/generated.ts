// Written by a test of crates/app from the wire types; do not edit.

export type AssignItems = { items: Array<string>, to: To, before: string | null, guess: Guess | null, minutes: number | null, because: Unlooked | null, };
export type BoardView = { job: JobRow, me: LaneView, ai: LaneView, dropped: Array<Card>, plannedText: string, };
export type Card = { id: string, ref: string, title: string, scope: string, section: string, status: string, waitingFor: string | null, statusText: string, look: string, assignee: string, isWithAi: boolean, isFinished: boolean, coveredBy: string | null, estimateMinutes: number | null, estimateSource: string, estimateText: string, frozenAt: number | null, kind: string, kindText: string, suggested: string, whyText: string, attemptCount: number, verdict: string | null, subitems: number, subitemsDone: number, waitsFor: Array<string>, timerStartedAt: number | null, };
export type ChangeSettings = { language: string | null, veilNames: Array<string> | null, veil: boolean | null, };
export type Changed = { seq: number, kind: string, job: string | null, item: string | null, };
export type CreateJob = { text: string, title: string | null, hours: number | null, workspace: string | null, };
export type Guess = "likely" | "unsure" | "unlikely";
export type JobRef = { job: string, };
export type JobRow = { id: string, ref: string, title: string, workspace: string | null, createdAt: number, closedAt: number | null, isSample: boolean, items: number, finished: number, inReview: number, totalMinutes: number, summaryText: string, };
export type JobsView = { jobs: Array<JobRow>, };
export type LaneView = { minutes: number, minutesText: string, cards: Array<Card>, };
export type ListJobs = Record<string, never>;
export type Nothing = Record<string, never>;
export type PlanItemView = { number: number, title: string, instructions: string, section: string, estimateMinutes: number, estimateSource: string, estimateText: string, kind: string, suggested: string, why: string, risk: string, dependsOn: Array<number>, doneWhen: Array<string>, inputs: Array<string>, outputs: Array<string>, done: boolean, sourceSpans: Array<[number, number]>, subitems: Array<PlanSubitemView>, };
export type PlanSubitemView = { title: string, done: boolean, sourceSpans: Array<[number, number]>, };
export type PlanView = { title: string, language: string, hoursStated: number | null, totalMinutes: number, totalText: string, questions: Array<string>, items: Array<PlanItemView>, textSpans: Array<[number, number]>, };
export type SettingsView = { language: string | null, veilNames: Array<string>, veil: boolean, dataFolder: string, version: string, };
export type SplitText = { text: string, hours: number | null, title: string | null, };
export type To = { "who": "me" } | { "who": "ai" } | { "who": "agent", "agent": string };
export type UndoView = { text: string, command: string, notes: Array<string>, job: string | null, };
export type Unlooked = "rejected" | "notLookedAt";

export type Commands = {
  split_text: { request: SplitText; view: PlanView };
  create_job: { request: CreateJob; view: BoardView };
  list_jobs: { request: ListJobs; view: JobsView };
  board: { request: JobRef; view: BoardView };
  assign_items: { request: AssignItems; view: BoardView };
  undo: { request: Nothing; view: UndoView };
  redo: { request: Nothing; view: UndoView };
  settings: { request: Nothing; view: SettingsView };
  change_settings: { request: ChangeSettings; view: SettingsView };
};
