// FOR TESTS AND `npm run dev` IN A BROWSER ONLY; never in what is built. A core of a few lines that keeps jobs in
// memory: enough to try the pages without Rust, and nothing that may be mistaken for the real rules.
import type { Api, CommandName } from './api';
import { CallError } from './error';
import { FakeDeliveries } from './fake-deliveries';
import { FakeDesk } from './fake-desk';
import { edited, finished, placed } from './fake-items';
import type {
  AssignItems,
  BoardView,
  Card,
  Changed,
  Commands,
  ItemView,
  JobRow,
  LaneView,
  PlanView,
  QuickAddView,
  SettingsView,
  TodayView,
} from './generated';

interface Job {
  row: JobRow;
  cards: Card[];
}

type Answers = { [Name in CommandName]?: (request: Commands[Name]['request']) => Commands[Name]['view'] };

export class FakeCore {
  readonly desk = new FakeDesk();
  readonly deliveries = new FakeDeliveries(this);
  readonly jobs: Job[] = [];
  /** Every command that was given, in order. */
  readonly calls: { name: CommandName; request: unknown }[] = [];
  /** The next command does not happen, for this reason. */
  refuseNext: CallError | null = null;
  language: string | null = null;
  #listener: (changed: Changed) => void = () => undefined;
  #seq = 0;
  #undo: (() => void)[] = [];

  readonly #answers: Answers = {
    list_jobs: () => ({ jobs: this.jobs.map(({ row }) => row).toReversed() }),
    board: ({ job }) => this.#board(this.#find(job)),
    split_text: ({ text }) => planOf(text),
    create_job: ({ text }) => this.#board(this.addJob(planOf(text))),
    assign_items: (request) => this.#assign(request),
    move_items: ({ items, place }) => this.#change(items, (job) => placed(job, items, place)),
    drop_items: ({ items }) =>
      this.#change(items, (job) => job.cards.filter((card) => !items.includes(card.id))),
    finish_item: ({ item }) => this.#changeOne(item, finished),
    edit_item: (request) => this.#changeOne(request.item, (card) => edited(card, request)),
    quick_add: ({ text, job }) => this.#add(text, job ?? '1'),
    undo: () => {
      const step = this.#undo.pop();
      if (step === undefined) throw new CallError('nothing_to_undo', {}, '', 'refused');
      step();
      this.tell(null);
      return { text: 'Undone.', command: 'assign_items', notes: [], job: null };
    },
    ...this.deliveries.answers,
    item_attempts: ({ item }) => ({ ...this.deliveries.tried(item), shadow: [], sealed: 0 }),
    worker: () => ({ standstill: null }),
    agents: () => ({ agents: [] }),
    keys: () => ({ keys: [] }),
    find_agents: () => ({ programs: [], servers: [], shellFault: null }),
    today: () => this.#today(),
    settings: () => this.#settings(),
    change_settings: ({ language }) => {
      this.language = language ?? this.language;
      return this.#settings();
    },
  };

  readonly api: Api = {
    call: <Name extends CommandName>(name: Name, request: Commands[Name]['request']) =>
      // The request arrives as the wire would carry it, so what cannot be written as JSON shows here.
      Promise.resolve(structuredClone(request)).then((arrived) => this.#answer(name, arrived)),
    subscribe: (onChanged) => {
      this.#listener = onChanged;
      return Promise.resolve();
    },
    desk: this.desk,
  };

  addJob(plan: PlanView): Job {
    const number = String(this.jobs.length + 1);
    const cards = plan.items.map((item) => cardOf(number, item.number, item.title));
    const row = rowOf(number, plan.title, cards.length);
    const job = { row, cards };
    this.jobs.push(job);
    this.tell(row.id);
    return job;
  }

  /** Says that something changed, as another program's change would. */
  tell(job: string | null): void {
    this.#seq += 1;
    this.#listener({ seq: this.#seq, kind: 'item_assigned', job, item: null });
  }

  #answer<Name extends CommandName>(name: Name, request: Commands[Name]['request']): Commands[Name]['view'] {
    this.calls.push({ name, request });
    const refused = this.refuseNext;
    this.refuseNext = null;
    if (refused !== null) throw refused;
    const answer = this.#answers[name];
    if (answer === undefined) throw new CallError('command_unknown', { command: name }, '', 'wrong');
    return structuredClone(answer(request));
  }

  #assign({ items, to, place }: AssignItems): BoardView {
    const isWithAi = to.who !== 'me';
    const [look, statusText] = isWithAi ? ['queued', 'Queued'] : ['open', 'To do'];
    const assignee = to.who === 'agent' ? to.agent : isWithAi ? 'clipboard' : 'me';
    return this.#change(items, (job) => {
      const cards = job.cards.map((card) =>
        items.includes(card.id) ? { ...card, isWithAi, assignee, look, status: look, statusText } : card,
      );
      return place === null ? cards : placed({ cards }, items, place);
    });
  }

  /** One step that undo takes back. */
  #change(items: readonly string[], change: (job: Job) => Card[]): BoardView {
    const job = this.jobs.find(({ cards }) => cards.some((card) => card.id === items[0]));
    if (job === undefined) throw new CallError('item_not_found', { item: items[0] ?? '' }, '', 'wrong');
    const before = job.cards;
    this.#undo.push(() => (job.cards = before));
    job.cards = change(job);
    this.tell(job.row.id);
    return this.#board(job);
  }

  #changeOne(item: string, change: (card: Card) => Card): ItemView {
    const { job } = this.#change([item], ({ cards }) =>
      cards.map((card) => (card.id === item ? change(card) : card)),
    );
    const card = this.#find(job.ref).cards.find(({ id }) => id === item);
    if (card === undefined) throw new CallError('item_not_found', { item }, '', 'wrong');
    return {
      card,
      job,
      source: [],
      instructions: '',
      doneWhen: [],
      inputs: [],
      outputs: [],
      subitems: [],
      attempts: [],
      forecast: null,
      notice: null,
      turnedOutWrong: null,
      commands: false,
      allowedCommands: [],
    };
  }

  #add(text: string, number: string): QuickAddView {
    const job = this.#find(number);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const added = lines.map((line, index) => cardOf(number, job.cards.length + index + 1, line.trim()));
    job.cards = [...job.cards, ...added];
    this.tell(job.row.id);
    return { board: this.#board(job), added: added.map(({ ref }) => ref) };
  }

  #find(number: string): Job {
    const job = this.jobs.find(({ row }) => row.ref === number);
    if (job === undefined) throw new CallError('job_not_found', { job: number }, '', 'wrong');
    return job;
  }

  #board({ row, cards }: Job): BoardView {
    return {
      job: row,
      me: laneOf(cards.filter((card) => !card.isWithAi)),
      ai: laneOf(cards.filter((card) => card.isWithAi)),
      dropped: [],
      seenSeq: 0,
      plannedText: row.summaryText,
    };
  }

  #today(): TodayView {
    const items = this.jobs.flatMap(({ row, cards }) =>
      cards.map((card) => ({ card, jobTitle: row.title, jobRef: row.ref, noteText: '' })),
    );
    return {
      dateText: 'Mon 23 Nov',
      isFirstRun: items.length === 0,
      weekText: null,
      soFarText: null,
      weeks: [],
      needsYou: items.filter(({ card }) => ['waiting', 'in_review'].includes(card.status)),
      working: [],
      myNext: items.filter(({ card }) => card.status === 'open'),
      unresolved: [],
      jobs: this.jobs.map(({ row }) => row),
      dueAgain: [],
      hasSample: false,
    };
  }

  #settings(): SettingsView {
    return {
      language: this.language,
      spoken: this.language ?? 'en',
      veilNames: [],
      veil: false,
      reviewBrake: 4,
      atOnce: 2,
      budgetTokens: null,
      budgetNano: null,
      budgetMinutes: 480,
      quietFrom: null,
      quietTo: null,
      letterKeys: true,
      notify: true,
      agentAsked: true,
      webChecks: false,
      rehearsal: false,
      secondLook: false,
      dataFolder: '(memory)',
      version: 'fake',
    };
  }
}

/** A fake core with one job in it, for the browser. */
export function fakeApi(): Api {
  const core = new FakeCore();
  core.addJob(
    planOf('Quarterly review\nRead the six interviews\nGroup the quotes into themes\nWrite one page'),
  );
  return core.api;
}

/** One item a line, the first line is the title. */
export function planOf(text: string): PlanView {
  const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const items = lines.map((line, index) => ({
    number: index + 1,
    title: line,
    instructions: '',
    section: '',
    estimateMinutes: 30,
    estimateSource: 'rule',
    estimateText: '≈ 30 min',
    kind: 'write',
    suggested: 'either',
    why: '',
    whyCode: 'nothing_says',
    risk: '',
    dependsOn: [],
    doneWhen: [],
    inputs: [],
    outputs: [],
    done: false,
    sourceSpans: [],
    subitems: [],
  }));
  const totalMinutes = items.length * 30;
  const totalText = `${items.length} items, ${totalMinutes} min`;
  return {
    title,
    language: 'en',
    hoursStated: null,
    totalMinutes,
    totalText,
    questions: [],
    items,
    textSpans: [],
  };
}

function rowOf(number: string, title: string, items: number): JobRow {
  return {
    id: `job-${number}`,
    ref: number,
    title,
    workspace: null,
    createdAt: 0,
    closedAt: null,
    againDueAt: null,
    trial: null,
    guessShare: null,
    guessText: null,
    isSample: false,
    items,
    finished: 0,
    inReview: 0,
    totalMinutes: items * 30,
    summaryText: `${items} items, ${items * 30} min`,
  };
}

function cardOf(job: string, number: number, title: string): Card {
  return {
    id: `item-${job}-${number}`,
    position: number * 1024,
    ref: `${job}.${number}`,
    title,
    scope: 'item',
    section: '',
    status: 'open',
    waitingFor: null,
    statusText: 'To do',
    look: 'open',
    assignee: 'me',
    isWithAi: false,
    isFinished: false,
    coveredBy: null,
    estimateMinutes: 30,
    estimateSource: 'rule',
    estimateText: '≈ 30 min',
    frozenAt: null,
    kind: 'write',
    kindText: 'writing',
    suggested: 'either',
    whyText: '',
    attemptCount: 0,
    verdict: null,
    subitems: 0,
    subitemsDone: 0,
    waitsFor: [],
    timerStartedAt: null,
    isSample: false,
  };
}

function laneOf(cards: Card[]): LaneView {
  const minutes = cards.reduce((sum, card) => sum + (card.estimateMinutes ?? 0), 0);
  return { minutes, minutesText: `${minutes} min`, cards };
}
