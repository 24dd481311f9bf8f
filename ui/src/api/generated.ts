// Written by a test of crates/app from the wire types; do not edit.

export type ActivityLine = { seq: number, at: number, atText: string, origin: string, 
/**
 * person | program: AI's work is the program's, whichever program it runs in.
 */
actor: string, kind: string, job: string | null, item: string | null, 
/**
 * What the item is called, or the job.
 */
title: string | null, text: string, };
export type ActivityView = { lines: Array<ActivityLine>, more: boolean, };
export type AddAgent = { name: string, way: string, family: string | null, model: string | null, 
/**
 * What its way needs; never a secret.
 */
config: unknown, preferred: boolean, };
export type AddItem = { job: string, title: string, minutes: number | null, kind: string | null, doneWhen: Array<string>, };
export type AgentRef = { name: string, };
export type AgentView = { id: string, name: string, way: string, family: string, model: string, createdAt: number, 
/**
 * `give --to ai` means it.
 */
isPreferred: boolean, 
/**
 * A script, no AI.
 */
isSimulated: boolean, text: string, 
/**
 * That no price of its model is known; `null`: one is, or nobody works it out.
 */
priceText?: string | null, 
/**
 * What the name veil does not do for it, said when something is handed over; `null`: nothing to say.
 */
veilText?: string | null, };
export type AgentsView = { agents: Array<AgentView>, };
export type AnswerCode = "goOn" | "stop" | "allowOnce" | "allowAlways" | "refuse";
export type AnswerFelt = { 
/**
 * `2026-W47`.
 */
week: string, 
/**
 * lost | nothing | half_hour | hour | two_hours; `null`: they would rather not say.
 */
felt: string | null, };
export type AnswerFollowUp = { item: string, answer: FollowUpAnswer, };
export type AnswerInvitation = { item: string, answer: InvitationAnswer, 
/**
 * Who does it in the shadow; `null`: the preferred agent.
 */
agent: string | null, };
export type AnswerQuestion = { item: string, 
/**
 * Words, or one of the codes in the person's language.
 */
text: string, };
export type AskActivity = { limit: number, 
/**
 * Only older than this.
 */
beforeSeq: number | null, 
/**
 * What happened to this item only.
 */
item?: string | null, };
export type AskAdvice = { 
/**
 * `null`: all open jobs.
 */
job: string | null, };
export type AskComparison = { item: string, };
export type AskFigure = { 
/**
 * Weeks, the running one among them; `null`: everything.
 */
weeks: number | null, };
export type AskForPlan = { text: string, 
/**
 * Hours the person states for the whole job.
 */
hours: number | null, };
export type AskInsights = { filters: PictureFilters, };
export type AskPicture = { 
/**
 * length | share | time | kinds | stretch | trend | trials | calibration | felt.
 */
which: string, filters: PictureFilters, 
/**
 * page (its colours are the page's variables) | light | dark.
 */
theme: string, 
/**
 * In CSS pixels; the height follows.
 */
width: number, hideTitles: boolean, };
export type AskReport = { 
/**
 * `2026-W47`; `null` is the last full week.
 */
week: string | null, hideTitles: boolean, };
export type AskedView = { text: string, answer: string | null, askedAt: number, answeredAt: number | null, };
export type AssignAsOne = { items: Array<string>, agent: string | null, guess: Guess | null, minutes: number | null, start?: Start | null, };
export type AssignItems = { items: Array<string>, to: To, 
/**
 * Where in the list they go; `null` leaves them where they are.
 */
place: Place | null, guess: Guess | null, 
/**
 * The estimate that is frozen, if the person states one now.
 */
minutes: number | null, 
/**
 * Taken back: what became of what AI has of it; needed where it has something.
 */
because: Unlooked | null, 
/**
 * `null`: after the seconds in which it can still be undone.
 */
start?: Start | null, };
export type AssignJob = { job: string, to: To, guess: Guess | null, minutes: number | null, 
/**
 * Taken back: what became of it; needed once its brief is out.
 */
because?: Unlooked | null, start?: Start | null, };
export type AttemptRef = { 
/**
 * An id.
 */
attempt: string, };
export type AttemptView = { id: string, number: number, agent: string, startedAt: number, endedAt: number | null, outcome: string | null, reason: string | null, 
/**
 * "Failed: rejected by you (invented)".
 */
text: string, chatRounds: number | null, steps: number, reportedCostNano: number | null, computedCostNano: number | null, tokensIn: number | null, tokensOut: number | null, workedMs: number | null, verdict: string | null, rejection: string | null, note: string | null, deliverables: Array<DeliverableView>, checks: Array<CheckView>, };
export type AttemptsView = { card: Card, attempts: Array<AttemptView>, 
/**
 * Attempts beside the person's own work; empty while they are sealed.
 */
shadow: Array<AttemptView>, 
/**
 * So many of them are sealed until the person is done.
 */
sealed: number, };
export type BackupTo = { folder: string, };
export type BackupView = { path: string, bytes: number, jobs: number, text: string, };
export type BenchRow = { item: string, title: string, minutesText: string, agent: string, 
/**
 * "4 of 5"
 */
rightText: string, right: number, of: number, unjudged: number, 
/**
 * Attempts that wait for a word because nothing checks them.
 */
toJudge: Array<string>, };
export type BenchView = { rows: Array<BenchRow>, 
/**
 * Newer agents against older ones.
 */
comparisons: Array<FigureLine>, 
/**
 * Planned runs that have not begun.
 */
waiting: number, facts: unknown, };
export type Better = "a" | "b" | "tie";
export type BlockView = { "kind": "heading", level: number, text: string, } | { "kind": "paragraph", text: string, } | { "kind": "line", text: string, } | { "kind": "table", rows: Array<Array<string>>, } | { "kind": "page", text: string, };
export type BoardView = { job: JobRow, me: LaneView, ai: LaneView, 
/**
 * Dropped items, at the foot.
 */
dropped: Array<Card>, 
/**
 * "8 items, 3 h 55 · 2 h 10 handed to AI (planned)".
 */
plannedText: string, 
/**
 * The last event it knows of: a change with this number or a smaller one is in it.
 */
seenSeq: number, };
export type BriefView = { 
/**
 * What goes into the chat.
 */
text: string, items: Array<Card>, 
/**
 * Files to drag along.
 */
files: Array<string>, 
/**
 * What the name veil replaced.
 */
veiled: Array<VeiledName>, 
/**
 * Sentences worth knowing: an item waits for another, a file is missing.
 */
notes: Array<string>, };
export type Card = { id: string, 
/**
 * `12.3`.
 */
ref: string, 
/**
 * Its place in the list: ascending.
 */
position: number, title: string, scope: string, section: string, 
/**
 * The schema's code.
 */
status: string, waitingFor: string | null, 
/**
 * What the person reads: the one function of status and last attempt.
 */
statusText: string, 
/**
 * Which icon and colour: a code of `domain::reading::Reading`.
 */
look: string, 
/**
 * `me` or the agent's name.
 */
assignee: string, isWithAi: boolean, isFinished: boolean, 
/**
 * Covered by the bundle or whole job with this reference.
 */
coveredBy: string | null, estimateMinutes: number | null, estimateSource: string, 
/**
 * `≈ 35 min`.
 */
estimateText: string, 
/**
 * The estimate is frozen since; it cannot be edited.
 */
frozenAt: number | null, kind: string, kindText: string, suggested: string, whyText: string, attemptCount: number, verdict: string | null, subitems: number, subitemsDone: number, 
/**
 * References of items that must be done first and are not.
 */
waitsFor: Array<string>, timerStartedAt: number | null, 
/**
 * Of the sample job: marked, and in no number.
 */
isSample: boolean, 
/**
 * What a program has under way of it.
 */
underWay?: UnderWayView | null, 
/**
 * Queued: why it is not started yet, in a sentence.
 */
heldText?: string | null, 
/**
 * Queued for an agent: when it may begin; before that, an undo costs nothing.
 */
startsAt?: number | null, 
/**
 * Queued for an agent, and the person holds it back until they say *start now*.
 */
isOnHold?: boolean, 
/**
 * Why its last attempt ended, as a code; `null` where nobody has said.
 */
endReason?: string | null, };
export type ChanceView = { board: BoardView, flips: Array<FlipView>, };
export type ChangeSettings = { 
/**
 * `""` is the system's.
 */
language?: string, 
/**
 * The whole list.
 */
veilNames?: Array<string>, addVeilNames?: Array<string>, removeVeilNames?: Array<string>, veil?: boolean, webChecks?: boolean, rehearsal?: boolean, secondLook?: boolean, reviewBrake?: number, atOnce?: number, 
/**
 * 0 is no limit, here and in the two below.
 */
budgetTokens?: number, budgetNano?: number, budgetMinutes?: number, 
/**
 * Both, or neither for no quiet hours.
 */
quiet?: QuietHours, letterKeys?: boolean, notify?: boolean, };
export type Changed = { seq: number, kind: string, job: string | null, item: string | null, };
export type CheckView = { text: string, 
/**
 * `holds fails cannot_tell for_person`.
 */
result: string, 
/**
 * A sentence, empty when there is nothing to add.
 */
detail: string, 
/**
 * What AI named as proof; `null` where it was not asked, or a check has said more.
 */
evidence: EvidenceView | null, };
export type ChooseBetter = { comparison: string, better: Better, };
export type CloseJob = { job: string, 
/**
 * The answer for those that `items` does not name.
 */
rest: Rest | null, items: Array<ItemRest>, };
export type ComparedFile = { 
/**
 * Its name without what could tell who made it.
 */
name: string, 
/**
 * `null`: not a text.
 */
text: string | null, bytes: number, 
/**
 * As it is looked at, like any deliverable.
 */
shown: ShownView, };
export type ComparisonFile = { name: string, html: string, };
export type ComparisonView = { comparison: string, item: string, title: string, 
/**
 * What was asked for.
 */
asked: string, a: Array<ComparedFile>, b: Array<ComparedFile>, 
/**
 * Whoever worked the item may know their text: said.
 */
text: string, 
/**
 * Names and choice, once it was judged.
 */
judgedText: string | null, };
export type CopyBrief = { items: Array<string>, };
export type CreateJob = { text: string, 
/**
 * The draft as the person changed it; `null` takes the text's own.
 */
items: Array<PlanItemView> | null, title: string | null, hours: number | null, 
/**
 * What an AI answered to the question of `ask_for_plan`; `null`: the program splits by itself.
 */
answer: string | null, 
/**
 * The person's folder; results are published there.
 */
workspace: string | null, };
export type DeleteAll = { 
/**
 * The word of the person's language that says they mean it.
 */
typed: string, };
export type DeliverableView = { path: string, bytes: number, 
/**
 * Shown as text up to a limit; `null` for other files.
 */
text: string | null, 
/**
 * Where it was published.
 */
publishedTo: string | null, 
/**
 * Where the person's own copy is, once it was opened.
 */
editedPath: string | null, 
/**
 * That copy says something else by now.
 */
isEdited: boolean, };
export type DiffAttempts = { item: string, from: number, to: number, };
export type DiffFile = { path: string, 
/**
 * Why there are no lines: only in one of them, alike, or nothing to read.
 */
noteText: string | null, lines: Array<DiffLine>, };
export type DiffLine = { sign: DiffSign, spans: Array<DiffSpan>, };
export type DiffSign = "same" | "added" | "removed" | "folded";
export type DiffSpan = { text: string, 
/**
 * These are the words that changed.
 */
strong: boolean, };
export type DiffView = { files: Array<DiffFile>, };
export type DoctorLine = { code: string, fine: boolean, text: string, };
export type DoctorView = { checks: Array<DoctorLine>, };
export type DropItems = { items: Array<string>, 
/**
 * What became of what AI has of them; needed where it has something.
 */
because?: Unlooked | null, };
export type EditItem = { item: string, title: string | null, instructions: string | null, section: string | null, minutes: number | null, kind: string | null, doneWhen: Array<string> | null, inputs: Array<string> | null, outputs: Array<string> | null, 
/**
 * References of the items that must be done first.
 */
after: Array<string> | null, 
/**
 * Whether AI may ask to run commands. Off forgets what was allowed for always.
 */
commands: boolean | null, };
export type EvidenceView = { 
/**
 * `proved false cannot_tell`.
 */
said: string, 
/**
 * A sentence: what stands where, what is not so.
 */
text: string, };
export type ExportAs = "json" | "csv" | "markdown";
export type ExportData = { format: ExportAs, 
/**
 * The file to write.
 */
path: string, };
export type ExportedView = { path: string, text: string, };
export type Felt = "shorter" | "asThought" | "longer";
export type FigureLine = { label: string, value: string, };
export type FigureView = { title: string, 
/**
 * What it comes to, or what is missing; a sentence.
 */
text: string, lines: Array<FigureLine>, 
/**
 * What has to be known to read it.
 */
notes: Array<string>, 
/**
 * The document of `--json`.
 */
facts: unknown, };
export type FilterChoice = { code: string, text: string, };
export type FilterChoices = { kinds: Array<FilterChoice>, agents: Array<FilterChoice>, families: Array<FilterChoice>, 
/**
 * Bands of length.
 */
lengths: Array<FilterChoice>, 
/**
 * Jobs with several trials, by the reference of the last of them.
 */
trials: Array<FilterChoice>, };
export type Find = { text: string, };
export type FinishItem = { item: string, minutes: number | null, felt: Felt | null, };
export type FlipView = { item: string, 
/**
 * keep | hand_over.
 */
arm: string, text: string, };
export type FollowUpAnswer = { "what": "held" } | { "what": "wrong", "reason": string };
export type FollowUpView = { card: Card, jobTitle: string, jobRef: string, afterDays: number, dueAt: number, 
/**
 * "Accepted 7 days ago: did it hold?"
 */
text: string, };
export type FollowUpsView = { due: Array<FollowUpView>, };
export type ForecastView = { 
/**
 * First tries of its kind that had been right, of those judged.
 */
right: number | null, tries: number | null, 
/**
 * The chance of right first time.
 */
p: number | null, 
/**
 * Minutes it would cost the person.
 */
minutes: number | null, 
/**
 * The person's own guess: likely | unsure | unlikely.
 */
guess: string | null, 
/**
 * In a sentence or two.
 */
text: string, };
export type ForgetPrice = { 
/**
 * `null`: everything that was imported.
 */
model: string | null, };
export type FoundAgentsView = { programs: Array<FoundProgram>, servers: Array<FoundServer>, 
/**
 * Why the login shell did not tell where programs are.
 */
shellFault: string | null, };
export type FoundModel = { model: string, 
/**
 * The command line that adds it.
 */
add: string, };
export type FoundProgram = { name: string, path: string, 
/**
 * The way it is spoken to.
 */
way: string, 
/**
 * The command line that adds it.
 */
add: string, };
export type FoundServer = { name: string, url: string, version: string | null, models: Array<FoundModel>, };
export type FoundView = { jobs: Array<JobRow>, items: Array<TodayItem>, };
export type GiveCode = { code: string, };
export type GivenKey = string;
export type Guess = "likely" | "unsure" | "unlikely";
export type GuessShare = { job: string, 
/**
 * 0–1.
 */
share: number, };
export type ImportPrices = { 
/**
 * LiteLLM's `model_prices_and_context_window.json`.
 */
path: string, };
export type ImportedPrices = { count: number, 
/**
 * The day of the import.
 */
asOf: string | null, text: string, };
export type InsightsFigure = { code: string, label: string, 
/**
 * "42%", "3 of 4", or what stands there while it is too early.
 */
value: string, 
/**
 * Its range, or what is missing.
 */
detail: string | null, 
/**
 * How it is counted.
 */
how: string, 
/**
 * Which filters it does not follow, in words.
 */
beyond: string | null, items: Array<string>, jobs: Array<string>, };
export type InsightsView = { choices: FilterChoices, 
/**
 * "7 Sep – 29 Nov 2026".
 */
periodText: string, figures: Array<InsightsFigure>, 
/**
 * In the order they are shown.
 */
pictures: Array<PictureOffer>, 
/**
 * "3 of 4 right so far. Percent appears at 5 …"; `null` when there are enough.
 */
fewText: string | null, 
/**
 * Nothing was ever judged or finished, whatever the filters.
 */
isEmpty: boolean, 
/**
 * How the weeks are counted.
 */
weekRuleText: string, };
export type InvitationAnswer = "taken" | "refused" | "impossible";
export type InvitationView = { card: Card, jobTitle: string, jobRef: string, drawnAt: number, 
/**
 * The attempt that waits for a word; `null` while there is none or it is sealed.
 */
attempt: string | null, text: string, };
export type InvitationsView = { 
/**
 * Not answered yet: at most two a week.
 */
open: Array<InvitationView>, 
/**
 * Taken and done by the person, with what AI made of it to be judged.
 */
toJudge: Array<InvitationView>, 
/**
 * What it is for, in a sentence.
 */
text: string, };
export type ItemRef = { item: string, };
export type ItemRefs = { items: Array<string>, };
export type ItemRest = { item: string, rest: Rest, };
export type ItemView = { card: Card, job: JobRow, 
/**
 * What the job's brief says of it, as it was written there.
 */
source: Array<string>, instructions: string, doneWhen: Array<string>, inputs: Array<string>, outputs: Array<string>, subitems: Array<SubitemView>, attempts: Array<AttemptView>, 
/**
 * What was expected when it was handed over.
 */
forecast: ForecastView | null, 
/**
 * Three attempts went wrong and nothing was changed since: what to do instead.
 */
notice: string | null, 
/**
 * It was accepted, and the person found out later that it was wrong.
 */
turnedOutWrong: TurnedOutWrongView | null, 
/**
 * AI may ask to run commands for it.
 */
commands: boolean, 
/**
 * The commands it runs without asking again.
 */
allowedCommands: Array<string>, };
export type JobRef = { job: string, };
export type JobRow = { id: string, ref: string, title: string, workspace: string | null, createdAt: number, closedAt: number | null, 
/**
 * When the same job shall be done again.
 */
againDueAt: number | null, 
/**
 * Which trial of its list it is.
 */
trial: number | null, 
/**
 * The person's guess of AI's part, 0–1.
 */
guessShare: number | null, guessText: string | null, isSample: boolean, items: number, 
/**
 * Done or dropped.
 */
finished: number, inReview: number, totalMinutes: number, 
/**
 * "8 items, 3 h 55".
 */
summaryText: string, };
export type JobsView = { jobs: Array<JobRow>, };
export type JudgeTried = { attempt: string, used: WouldUse, 
/**
 * Why not: the code of a rejection; `null`: not said.
 */
reason: string | null, };
export type KeyRef = { name: string, };
export type KeySource = "keychain" | "environment" | "thisRun" | "missing";
export type KeyView = { name: string, source: KeySource, 
/**
 * The variable it can come from.
 */
variable: string, 
/**
 * The agents that work with it.
 */
agents: Array<string>, 
/**
 * Where it comes from, in words.
 */
text: string, };
export type KeysView = { keys: Array<KeyView>, };
export type LaneView = { minutes: number, minutesText: string, cards: Array<Card>, };
export type LeaveToChance = { items: Array<string>, 
/**
 * Who gets what is handed over; `null`: the preferred agent.
 */
agent: string | null, };
export type ListJobs = Record<symbol, never>;
export type ListReview = Record<symbol, never>;
export type LogMinutes = { item: string, minutes: number, 
/**
 * work | brief | review | rework.
 */
kind: string, 
/**
 * UTC ms of the day it was, now if unsaid.
 */
on: number | null, };
export type MoveItems = { items: Array<string>, place: Place, };
export type NoGood = { item: string, reason: string, then: Then, };
export type Nothing = Record<symbol, never>;
export type OpenDeliverable = { attempt: string, path: string, };
export type OpenedView = { path: string, };
export type OwnPrice = { model: string, input: string, output: string, 
/**
 * Input read from the provider's cache; `null`: then its cost is unknown.
 */
cacheRead: string | null, 
/**
 * Input written to that cache; `null`: as other input.
 */
cacheWrite: string | null, 
/**
 * The day it was set: `2026-11-27`.
 */
asOf: string | null, 
/**
 * "3 in, 15 out, 0.3 from the cache; since 2026-11-27".
 */
text: string, };
export type PasteAnswer = { 
/**
 * The pasted text; may be empty when files are given.
 */
text: string, 
/**
 * Names the item when no line does.
 */
item: string | null, 
/**
 * Paths of files the chat gave.
 */
files: Array<string>, 
/**
 * How many answers it took: 1, 2, 3, 4 = more.
 */
rounds: number | null, 
/**
 * Minutes of the person in the chat, if they say so.
 */
minutes: number | null, unmarked: Unmarked, };
export type PasteView = { 
/**
 * The items whose answers arrived.
 */
items: Array<PastedItem>, notes: Array<string>, };
export type PastedItem = { card: Card, attempt: AttemptView, };
export type PendingReview = { card: Card, jobTitle: string, attempt: AttemptView, 
/**
 * About how long reading it takes.
 */
readText: string, };
export type PictureFilters = { 
/**
 * The last so many weeks, the running one with them.
 */
weeks: number, kind: string | null, 
/**
 * The exact agent.
 */
agent: string | null, family: string | null, 
/**
 * A band of length: `up_to_10` … `over_480`.
 */
length: string | null, 
/**
 * Trials of a job: the reference of any of them.
 */
job: string | null, };
export type PictureOffer = { which: string, 
/**
 * Which filters it does not follow, in words.
 */
beyond: string | null, };
export type PicturePoint = { label: string, value: string, 
/**
 * Items and jobs behind it, by id; empty where it stands for a sum.
 */
items: Array<string>, jobs: Array<string>, };
export type PictureView = { which: string, 
/**
 * The finding; with theme `page` it is not in the picture.
 */
title: string, 
/**
 * The method and how many.
 */
subtitle: string, 
/**
 * What somebody hears who does not see it.
 */
desc: string, 
/**
 * What has to stand with it always.
 */
notes: Array<string>, 
/**
 * Made by the core, which has escaped every word of the person in it.
 */
svg: string, width: number, height: number, 
/**
 * The same numbers as a table.
 */
headers: Array<string>, rows: Array<Array<string>>, 
/**
 * The element with `data-i="3"` is a mark of the fourth of them.
 */
points: Array<PicturePoint>, };
export type Place = { "at": "before", "item": string } | { "at": "after", "item": string } | { "at": "top" } | { "at": "end" };
export type PlanBench = { items: Array<string>, agent: string, 
/**
 * Runs of each item, fixed beforehand.
 */
times: number, };
export type PlanItemView = { 
/**
 * Its number in the list, from 1.
 */
number: number, title: string, instructions: string, section: string, estimateMinutes: number, estimateSource: string, estimateText: string, kind: string, suggested: string, 
/**
 * A sentence.
 */
why: string, 
/**
 * Its code.
 */
whyCode: string, risk: string, 
/**
 * Numbers of items in the same draft.
 */
dependsOn: Array<number>, doneWhen: Array<string>, inputs: Array<string>, outputs: Array<string>, done: boolean, sourceSpans: Array<[number, number]>, subitems: Array<PlanSubitemView>, };
export type PlanQuestion = { 
/**
 * With the names of the person's list replaced by stand-ins.
 */
question: string, };
export type PlanSubitemView = { title: string, done: boolean, sourceSpans: Array<[number, number]>, };
export type PlanView = { title: string, language: string, hoursStated: number | null, totalMinutes: number, totalText: string, questions: Array<string>, items: Array<PlanItemView>, textSpans: Array<[number, number]>, };
export type PricesView = { 
/**
 * By the name of the model.
 */
prices: Array<OwnPrice>, 
/**
 * What was imported as a whole; `null`: nothing.
 */
imported: ImportedPrices | null, 
/**
 * Agents whose cost stays unknown.
 */
unpriced: Array<UnpricedAgent>, };
export type QuestionView = { id: string, 
/**
 * `question permission budget provider safety`.
 */
why: string, 
/**
 * What is asked, finished.
 */
text: string, 
/**
 * The command it wants to run, word by word.
 */
argv: Array<string> | null, askedAt: number, 
/**
 * The answers that are understood; empty: any words.
 */
answers: Array<AnswerCode>, };
export type QuickAdd = { text: string, job: string | null, };
export type QuickAddView = { board: BoardView, 
/**
 * Ids of the new items.
 */
added: Array<string>, };
export type QuietHours = { from: number | null, to: number | null, };
export type ReadBrief = { 
/**
 * Where the person's files are: the first of them that is text is read, else the first document.
 */
paths: Array<string>, 
/**
 * The name of the encoding, when the person states it.
 */
encoding: string | null, };
export type ReadBriefView = { path: string, 
/**
 * The file's name, without its folder.
 */
name: string, text: string, 
/**
 * `Big5`; `null` for a document, which is no plain text.
 */
encoding: string | null, 
/**
 * Nothing in the file says which encoding it is in.
 */
isAssumed: boolean, 
/**
 * Names of the other files: they were not read.
 */
left: Array<string>, };
export type RecogniseAnswer = { text: string, };
export type Recognised = { card: Card, 
/**
 * Minutes since its brief was copied.
 */
minutesSinceCopy: number, };
export type RecognisedView = { items: Array<Recognised>, };
export type RemindAgain = { job: string, days: number | null, };
export type ReportView = { week: string, 
/**
 * Before it is shown, the person is asked what they felt.
 */
asksFelt: boolean, 
/**
 * The record says otherwise by now than the last edition: it can be issued again.
 */
hasChanged: boolean, 
/**
 * `report.json`.
 */
json: unknown, markdown: string, html: string, 
/**
 * What stands in the body of that page, without its style.
 */
body: string, };
export type ReportWrong = { item: string, reason: string, };
export type Rest = "did" | "drop" | "later";
export type ResultLine = { label: string, value: string, };
export type ResultView = { job: JobRow, 
/**
 * The facts behind it, as `insight` counted them; `null` for the sample.
 */
facts: unknown, lines: Array<ResultLine>, 
/**
 * The card as text.
 */
text: string, };
export type ReviewAttempt = { item: string, verdict: VerdictInput, 
/**
 * Minutes of the person's review; measured by the window, declared in the terminal.
 */
reviewMinutes: number | null, };
export type ReviewQueue = { items: Array<PendingReview>, };
export type RowBehind = { 
/**
 * `12` for a job, `12.3` for an item.
 */
ref: string, title: string, 
/**
 * `null` for a job itself.
 */
jobTitle: string | null, kindText: string | null, minutesText: string | null, 
/**
 * What became of it.
 */
cameText: string, dateText: string | null, };
export type RowsBehind = { items: Array<string>, jobs: Array<string>, };
export type RowsView = { rows: Array<RowBehind>, 
/**
 * "12 items, 3 jobs".
 */
text: string, };
export type RunningTimer = { item: Card, startedAt: number, text: string, };
export type SavePicture = { picture: AskPicture, 
/**
 * svg | png | pdf.
 */
format: string, 
/**
 * An absolute path, as the person chose it.
 */
path: string, };
export type SaveReport = { 
/**
 * `2026-W47`; `null` is the last full week.
 */
week: string | null, hideTitles: boolean, 
/**
 * json | md | html | png | pdf.
 */
format: string, 
/**
 * light | dark: the ground of png and pdf.
 */
theme: string, 
/**
 * An absolute path, as the person chose it; pictures of md are written beside it.
 */
path: string, };
export type SaveTemplate = { job: string, name: string, };
export type SavedFiles = { 
/**
 * Absolute paths.
 */
files: Array<string>, 
/**
 * Letters that no font here has; `null` when all are there.
 */
noteText: string | null, };
export type SetKey = { name: string, key: GivenKey, 
/**
 * Keeps it until the program ends, and nowhere.
 */
onlyThisRun: boolean, };
export type SetPrice = { model: string, input: string, output: string, cacheRead?: string | null, cacheWrite?: string | null, };
export type SettingsView = { 
/**
 * `null`: as the system.
 */
language: string | null, 
/**
 * The language that is spoken: the person's, else that of the system.
 */
spoken: string, 
/**
 * Names the veil replaces.
 */
veilNames: Array<string>, 
/**
 * The veil is on.
 */
veil: boolean, 
/**
 * `links: web` may look at web pages.
 */
webChecks: boolean, 
/**
 * Before it begins, AI says how it will go: one more call.
 */
rehearsal: boolean, 
/**
 * A fresh session tries to refute what was delivered: one more call a round.
 */
secondLook: boolean, 
/**
 * So many deliverables may wait for review before nothing new is started.
 */
reviewBrake: number, 
/**
 * So many attempts may be worked at once.
 */
atOnce: number, 
/**
 * The most one attempt takes before the person is asked; `null`: no limit.
 */
budgetTokens: number | null, 
/**
 * In nano-dollars.
 */
budgetNano: number | null, 
/**
 * Minutes of work.
 */
budgetMinutes: number | null, 
/**
 * Minutes of the day between which nothing is notified; `null`: no quiet hours.
 */
quietFrom: number | null, quietTo: number | null, 
/**
 * Single letters are keys.
 */
letterKeys: boolean, 
/**
 * The desktop says when the person is needed.
 */
notify: boolean, 
/**
 * Whether an agent that was found here may work has been answered, or a brief was carried by hand.
 */
agentAsked: boolean, dataFolder: string, version: string, };
export type Shadow = { item: string, 
/**
 * `null`: the preferred agent.
 */
agent: string | null, };
export type ShowDeliverable = { attempt: string, path: string, };
export type ShownView = { "kind": "markdown", html: string, } | { "kind": "text", text: string, } | { "kind": "table", head: Array<string>, rows: Array<Array<string>>, more: number, } | { "kind": "image", dataUrl: string, } | { "kind": "document", blocks: Array<BlockView>, } | { "kind": "nothing", text: string, };
export type SplitByAgent = { text: string, 
/**
 * Hours the person states for the whole job.
 */
hours: number | null, title: string | null, 
/**
 * `null`: the preferred one.
 */
agent: string | null, 
/**
 * A name of the caller's own, by which `splitting` and `stop_splitting` find it; no two at once.
 */
askedAs: string, };
export type SplitByAgentView = { 
/**
 * The agent's list, or the program's own where `is_agents` is false.
 */
plan: PlanView, agent: string, isAgents: boolean, 
/**
 * Why it is not the agent's: `not_a_plan`, or the code of a failure.
 */
reason: string | null, 
/**
 * What the agent answered, where its list was taken: `split_text` reads it again.
 */
answer: string | null, 
/**
 * Who made the list, and why.
 */
text: string, 
/**
 * So often the agent was asked.
 */
asked: number, tokensIn: number | null, tokensOut: number | null, reportedCostNano: number | null, computedCostNano: number | null, 
/**
 * Tokens and cost in words.
 */
usedText: string, 
/**
 * Numbers of items that quote nothing of the text.
 */
withoutSource: Array<number>, 
/**
 * The same in words.
 */
withoutSourceText: string | null, 
/**
 * The file with what the agent said, when its list was not taken.
 */
answerKept: string | null, };
export type SplitText = { text: string, 
/**
 * Hours the person states for the whole job.
 */
hours: number | null, title: string | null, 
/**
 * What an AI answered to the question of `ask_for_plan`; `null`: the program splits by itself.
 */
answer: string | null, };
export type SplittingRef = { askedAs: string, };
export type SplittingView = { isRunning: boolean, 
/**
 * What happens now, in words; empty when nothing is under way.
 */
text: string, };
export type StandstillView = { since: number, code: string, params: { [key in string]: string }, 
/**
 * The code of what the hands could not do, where that is why.
 */
because: string | null, 
/**
 * `failed wrong refused needsPerson`.
 */
kind: string, };
export type Start = "now" | "onHold";
export type StepView = { number: number, at: number, kind: string, about: string, wentWell: boolean | null, score: number | null, 
/**
 * What speaks for the score: a code.
 */
mark: string | null, text: string, };
export type StepsView = { steps: Array<StepView>, questions: Array<AskedView>, };
export type StopItem = { item: string, 
/**
 * going_wrong | changed_mind; `null`: not said yet.
 */
because: string | null, };
export type SubitemView = { id: string, 
/**
 * `12.3.1`.
 */
ref: string, title: string, done: boolean, };
export type TemplateRef = { name: string, };
export type TemplateView = { name: string, items: number, 
/**
 * "3 h 55".
 */
minutesText: string, 
/**
 * Jobs made from it.
 */
used: number, 
/**
 * "used 4 times, last on 16 Nov 2026".
 */
usedText: string, titles: Array<string>, };
export type TemplatesView = { 
/**
 * By name.
 */
templates: Array<TemplateView>, };
export type TestedView = { agent: AgentView, works: boolean, text: string, };
export type Then = "retry" | "takeBack";
export type TimerView = { 
/**
 * `None`: no timer runs.
 */
running: RunningTimer | null, };
export type To = { "who": "me" } | { "who": "ai" } | { "who": "agent", "agent": string };
export type TodayItem = { card: Card, jobTitle: string, jobRef: string, 
/**
 * What is worth knowing of it here: "About 2 min to read".
 */
noteText: string, };
export type TodayView = { 
/**
 * "Mon 23 Nov".
 */
dateText: string, 
/**
 * Nothing is stored yet.
 */
isFirstRun: boolean, 
/**
 * AI's part of the jobs closed this week; `null` while none was.
 */
weekText: string | null, 
/**
 * "So far 1 of 2 right first time; too few for a percentage."
 */
soFarText: string | null, 
/**
 * Twelve weeks, oldest first.
 */
weeks: Array<WeekBar>, needsYou: Array<TodayItem>, working: Array<TodayItem>, myNext: Array<TodayItem>, 
/**
 * Handed over, and nobody said what came of it.
 */
unresolved: Array<TodayItem>, 
/**
 * Open jobs, newest first.
 */
jobs: Array<JobRow>, 
/**
 * Jobs the person wanted to do again by now.
 */
dueAgain: Array<JobRow>, hasSample: boolean, };
export type TrialView = { job: JobRow, number: number, 
/**
 * "trial 2"
 */
text: string, 
/**
 * `null` while the job is open.
 */
shareText: string | null, 
/**
 * All the person's minutes.
 */
spentText: string | null, firstTimeText: string | null, stretchText: string | null, costText: string | null, 
/**
 * Items that the trial before did not have, and the ones it no longer has.
 */
added: Array<string>, removed: Array<string>, };
export type TrialsView = { 
/**
 * The list's name.
 */
list: string, 
/**
 * Oldest first.
 */
trials: Array<TrialView>, facts: unknown, };
export type TurnedOutWrongView = { at: number, 
/**
 * The code of a rejection.
 */
reason: string, 
/**
 * "Turned out wrong on 30 Nov 2026: invented."
 */
text: string, };
export type UnderWayView = { attempt: string, number: number, startedAt: number, 
/**
 * When something was heard last.
 */
lastEventAt: number, 
/**
 * From then on it counts as quiet, unless something is heard.
 */
quietAt: number, steps: number, 
/**
 * The latest step, in words.
 */
stepText: string | null, question: QuestionView | null, isStopping: boolean, };
export type UndoView = { 
/**
 * "Undone: 2 items handed to AI".
 */
text: string, command: string, 
/**
 * Files that could not be taken back, with the reason.
 */
notes: Array<string>, 
/**
 * The job it was about.
 */
job: string | null, };
export type Unlooked = "rejected" | "notLookedAt" | "unsaid";
export type Unmarked = "refuse" | "takeAnyway";
export type UnpricedAgent = { agent: string, model: string, text: string, };
export type UseTemplate = { name: string, 
/**
 * The brief of the new job; `null`: the one the list was saved with.
 */
text: string | null, 
/**
 * `null`: the list's own title.
 */
title: string | null, workspace: string | null, };
export type VeiledName = { original: string, standIn: string, };
export type VerdictInput = { "verdict": "accept" } | { "verdict": "rework", minutes: number, 
/**
 * Paths of the edited copies.
 */
with: Array<string>, } | { "verdict": "reject", reason: string, step: number | null, note: string | null, then: Then, };
export type VerdictView = { card: Card, 
/**
 * "Recorded. You spent 2 min instead of 35." and the count.
 */
text: string, 
/**
 * Files that were written into the person's folder.
 */
published: Array<string>, 
/**
 * It went wrong three times and nothing was changed since: what to do instead.
 */
notice: string | null, };
export type VerifyView = { sound: boolean, faults: Array<string>, text: string, };
export type WeekBar = { week: string, 
/**
 * "16–22 Nov 2026: 42%".
 */
label: string, 
/**
 * `null` where there is no percentage.
 */
share: number | null, isRunning: boolean, };
export type WeekLine = { week: string, datesText: string, weekText: string, isRunning: boolean, 
/**
 * "Of 6 h 10 of work listed and finished here, 2 h 35 came from AI (42%)."
 */
summaryText: string, shareText: string | null, firstTimeText: string | null, savedText: string | null, 
/**
 * "issued 23 Nov 2026".
 */
issuedText: string | null, };
export type WeekRef = { 
/**
 * `2026-W47`.
 */
week: string, };
export type WeeksView = { 
/**
 * Newest first.
 */
weeks: Array<WeekLine>, 
/**
 * When the first report comes by itself, as long as there is none.
 */
firstText: string | null, };
export type WorkEvent = { event: WorkEventKind, at: number, 
/**
 * `12.3`.
 */
item: string, attempt: number, 
/**
 * What the person reads; for `text` what the AI writes.
 */
text: string, 
/**
 * Codes and counts.
 */
facts: unknown, };
export type WorkEventKind = "started" | "act" | "step" | "checkpoint" | "text" | "used" | "warned" | "asked" | "parked" | "goesOn" | "checked" | "ended" | "held" | "standsStill" | "worksAgain";
export type WorkerView = { 
/**
 * Why nothing is worked; `null`: it goes on.
 */
standstill: StandstillView | null, };
export type WouldUse = "asIs" | "afterFix" | "no";

export type Commands = {
  today: { request: Nothing; view: TodayView };
  find: { request: Find; view: FoundView };
  quick_add: { request: QuickAdd; view: QuickAddView };
  add_sample: { request: Nothing; view: BoardView };
  remove_sample: { request: Nothing; view: JobsView };
  read_brief: { request: ReadBrief; view: ReadBriefView };
  split_text: { request: SplitText; view: PlanView };
  ask_for_plan: { request: AskForPlan; view: PlanQuestion };
  split_by_agent: { request: SplitByAgent; view: SplitByAgentView };
  splitting: { request: SplittingRef; view: SplittingView };
  stop_splitting: { request: SplittingRef; view: SplittingView };
  create_job: { request: CreateJob; view: BoardView };
  list_jobs: { request: ListJobs; view: JobsView };
  board: { request: JobRef; view: BoardView };
  guess_share: { request: GuessShare; view: BoardView };
  assign_job: { request: AssignJob; view: BoardView };
  close_job: { request: CloseJob; view: ResultView };
  result: { request: JobRef; view: ResultView };
  reopen_job: { request: JobRef; view: BoardView };
  templates: { request: Nothing; view: TemplatesView };
  save_template: { request: SaveTemplate; view: TemplatesView };
  delete_template: { request: TemplateRef; view: TemplatesView };
  use_template: { request: UseTemplate; view: BoardView };
  repeat_job: { request: JobRef; view: BoardView };
  remind_again: { request: RemindAgain; view: JobRow };
  show_item: { request: ItemRef; view: ItemView };
  add_item: { request: AddItem; view: ItemView };
  edit_item: { request: EditItem; view: ItemView };
  move_items: { request: MoveItems; view: BoardView };
  drop_items: { request: DropItems; view: BoardView };
  restore_items: { request: ItemRefs; view: BoardView };
  merge_items: { request: ItemRefs; view: ItemView };
  divide_item: { request: ItemRef; view: BoardView };
  assign_items: { request: AssignItems; view: BoardView };
  assign_as_one: { request: AssignAsOne; view: BoardView };
  preview_brief: { request: CopyBrief; view: BriefView };
  copy_brief: { request: CopyBrief; view: BriefView };
  recognise_answer: { request: RecogniseAnswer; view: RecognisedView };
  paste_answer: { request: PasteAnswer; view: PasteView };
  no_good: { request: NoGood; view: ItemView };
  never_sent: { request: ItemRef; view: ItemView };
  item_attempts: { request: ItemRef; view: AttemptsView };
  attempt_steps: { request: AttemptRef; view: StepsView };
  answer_question: { request: AnswerQuestion; view: ItemView };
  stop_item: { request: StopItem; view: ItemView };
  shadow_item: { request: Shadow; view: AttemptsView };
  worker: { request: Nothing; view: WorkerView };
  agents: { request: Nothing; view: AgentsView };
  find_agents: { request: Nothing; view: FoundAgentsView };
  settle_agent_offer: { request: Nothing; view: SettingsView };
  add_agent: { request: AddAgent; view: AgentsView };
  prefer_agent: { request: AgentRef; view: AgentsView };
  remove_agent: { request: AgentRef; view: AgentsView };
  test_agent: { request: AgentRef; view: TestedView };
  keys: { request: Nothing; view: KeysView };
  set_key: { request: SetKey; view: KeysView };
  forget_key: { request: KeyRef; view: KeysView };
  prices: { request: Nothing; view: PricesView };
  set_price: { request: SetPrice; view: PricesView };
  forget_price: { request: ForgetPrice; view: PricesView };
  import_prices: { request: ImportPrices; view: PricesView };
  review_queue: { request: ListReview; view: ReviewQueue };
  review_attempt: { request: ReviewAttempt; view: VerdictView };
  report_wrong: { request: ReportWrong; view: ItemView };
  show_deliverable: { request: ShowDeliverable; view: ShownView };
  diff_attempts: { request: DiffAttempts; view: DiffView };
  open_deliverable: { request: OpenDeliverable; view: OpenedView };
  finish_item: { request: FinishItem; view: ItemView };
  reopen_item: { request: ItemRef; view: ItemView };
  start_timer: { request: ItemRef; view: TimerView };
  stop_timer: { request: Nothing; view: TimerView };
  show_timer: { request: Nothing; view: TimerView };
  log_minutes: { request: LogMinutes; view: ItemView };
  insights: { request: AskInsights; view: InsightsView };
  rows_behind: { request: RowsBehind; view: RowsView };
  weeks: { request: Nothing; view: WeeksView };
  report: { request: AskReport; view: ReportView };
  issue_report: { request: WeekRef; view: ReportView };
  answer_felt: { request: AnswerFelt; view: WeeksView };
  picture: { request: AskPicture; view: PictureView };
  save_picture: { request: SavePicture; view: SavedFiles };
  save_report: { request: SaveReport; view: SavedFiles };
  stretch: { request: AskFigure; view: FigureView };
  could: { request: AskFigure; view: FigureView };
  quality: { request: AskFigure; view: FigureView };
  coming_back: { request: Nothing; view: FigureView };
  spending: { request: AskFigure; view: FigureView };
  calibration: { request: Nothing; view: FigureView };
  advise: { request: AskAdvice; view: FigureView };
  experiments: { request: AskFigure; view: FigureView };
  invitations: { request: Nothing; view: InvitationsView };
  answer_invitation: { request: AnswerInvitation; view: InvitationsView };
  follow_ups: { request: Nothing; view: FollowUpsView };
  answer_follow_up: { request: AnswerFollowUp; view: FollowUpsView };
  judge_tried: { request: JudgeTried; view: AttemptsView };
  leave_to_chance: { request: LeaveToChance; view: ChanceView };
  trials: { request: JobRef; view: TrialsView };
  bench: { request: Nothing; view: BenchView };
  plan_bench: { request: PlanBench; view: BenchView };
  comparison: { request: AskComparison; view: ComparisonView };
  choose_better: { request: ChooseBetter; view: ComparisonView };
  comparison_file: { request: AskComparison; view: ComparisonFile };
  give_code: { request: GiveCode; view: ComparisonView };
  undo: { request: Nothing; view: UndoView };
  redo: { request: Nothing; view: UndoView };
  activity: { request: AskActivity; view: ActivityView };
  backup: { request: Nothing; view: BackupView };
  backup_to: { request: BackupTo; view: BackupView };
  delete_all: { request: DeleteAll; view: Nothing };
  verify: { request: Nothing; view: VerifyView };
  doctor: { request: Nothing; view: DoctorView };
  export_data: { request: ExportData; view: ExportedView };
  settings: { request: Nothing; view: SettingsView };
  change_settings: { request: ChangeSettings; view: SettingsView };
};
