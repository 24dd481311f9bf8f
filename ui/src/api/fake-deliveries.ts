// FOR TESTS AND `npm run dev` IN A BROWSER ONLY, as `fake.ts` is: briefs that go out, answers that come back, verdicts.
import { CallError } from './error';
import type { FakeCore } from './fake';
import type { AttemptView, Card, Commands, DeliverableView, ItemView, ShownView } from './generated';

type Answers = {
  [
    Name in
      | 'show_item'
      | 'preview_brief'
      | 'copy_brief'
      | 'recognise_answer'
      | 'paste_answer'
      | 'no_good'
      | 'never_sent'
      | 'review_queue'
      | 'review_attempt'
      | 'show_deliverable'
      | 'open_deliverable'
      | 'diff_attempts'
  ]: (request: Commands[Name]['request']) => Commands[Name]['view'];
};

export class FakeDeliveries {
  /** What is drawn of a file; the others are plain text. */
  readonly shown = new Map<string, ShownView>();
  /** Files that go along with the next brief. */
  readonly files: string[] = [];
  readonly veiled: { original: string; standIn: string }[] = [];
  readonly doneWhen: string[] = [];
  readonly #attempts = new Map<string, AttemptView[]>();

  constructor(private readonly core: FakeCore) {}

  readonly answers: Answers = {
    show_item: ({ item }) => this.#item(item),
    preview_brief: ({ items }) => this.#brief(items),
    copy_brief: ({ items }) => {
      for (const item of items) this.#stand(item, 'waiting', 'waiting-paste', 'Waiting for your paste');
      return this.#brief(items);
    },
    recognise_answer: ({ text }) => ({
      items: this.#marked(text).map((card) => ({ card, minutesSinceCopy: 3 })),
    }),
    paste_answer: ({ text, item }) => {
      const cards = item === null ? this.#marked(text) : [this.#card(item)];
      return { items: cards.map((card) => ({ card, attempt: this.deliver(card, text) })), notes: [] };
    },
    no_good: ({ item }) => {
      this.#stand(item, 'blocked', 'blocked', 'Failed');
      return this.#item(item);
    },
    never_sent: ({ item }) => {
      this.#stand(item, 'open', 'open', 'To do');
      return this.#item(item);
    },
    review_queue: () => ({
      items: this.core.jobs.flatMap(({ row, cards }) =>
        cards
          .filter(({ status }) => status === 'in_review')
          .map((card) => ({
            card,
            jobTitle: row.title,
            attempt: this.#last(card),
            readText: 'About 2 min to read',
          })),
      ),
    }),
    review_attempt: ({ item, verdict }) => {
      const isAccepted = verdict.verdict !== 'reject';
      const [status, look] = isAccepted ? ['done', 'accepted'] : ['blocked', 'rejected'];
      this.#stand(item, status, look, isAccepted ? 'Accepted' : 'Rejected');
      return {
        card: this.#card(item),
        text: 'Recorded. You spent 2 min instead of 35.',
        published: [],
        notice: null,
        turnedOutWrong: null,
      };
    },
    show_deliverable: ({ path }) =>
      this.shown.get(path) ?? { kind: 'text', text: 'The text that came back.' },
    open_deliverable: ({ path }) => ({ path: `/copies/${path}` }),
    diff_attempts: () => ({ files: [] }),
  };

  /** An answer arrived for this item. */
  deliver(card: Card, text: string, paths: readonly string[] = ['answer.md']): AttemptView {
    this.#stand(card.id, 'in_review', 'in-review', 'Needs your review');
    const attempt = attemptOf(
      card,
      (this.#attempts.get(card.id)?.length ?? 0) + 1,
      text,
      paths,
      this.doneWhen,
    );
    this.#attempts.set(card.id, [...(this.#attempts.get(card.id) ?? []), attempt]);
    card.attemptCount = attempt.number;
    return attempt;
  }

  /** What was tried of an item. */
  tried(item: string): { card: Card; attempts: AttemptView[] } {
    const { card, attempts } = this.#item(item);
    return { card, attempts };
  }

  #item(item: string): ItemView {
    const card = this.#card(item);
    const job = this.core.jobs.find(({ cards }) => cards.includes(card));
    if (job === undefined) throw new CallError('item_not_found', { item }, '', 'wrong');
    const attempts = this.#attempts.get(card.id) ?? [];
    return {
      card,
      job: job.row,
      source: [card.title],
      instructions: '',
      doneWhen: this.doneWhen,
      inputs: [],
      outputs: [],
      subitems: [],
      attempts,
      forecast: null,
      notice: null,
      turnedOutWrong: null,
      commands: false,
      allowedCommands: [],
    };
  }

  #brief(items: readonly string[]): Commands['copy_brief']['view'] {
    const cards = items.map((item) => this.#card(item));
    const text = cards.map((card) => `halfday:${card.ref}\n${card.title}`).join('\n\n');
    return { text, items: cards, files: this.files, veiled: this.veiled, notes: [] };
  }

  /** The items whose lines are in a text. */
  #marked(text: string): Card[] {
    const refs = [...text.matchAll(/halfday:(\S+)/g)].map(([, ref]) => ref);
    if (refs.length === 0) throw new CallError('input_answer_unmarked', {}, '', 'failed');
    return refs.map((ref = '') => this.#card(ref));
  }

  #last(card: Card): AttemptView {
    const last = this.#attempts.get(card.id)?.at(-1);
    if (last === undefined) throw new CallError('item_not_found', { item: card.ref }, '', 'wrong');
    return last;
  }

  #stand(item: string, status: string, look: string, statusText: string): void {
    const card = this.#card(item);
    const isWithAi = status !== 'open';
    const waitingFor = look === 'waiting-paste' ? 'paste' : null;
    // What an agent has stays with it.
    const carrier = card.isWithAi ? card.assignee : 'clipboard';
    const assignee = isWithAi ? carrier : 'me';
    const isFinished = status === 'done';
    Object.assign(card, { status, look, statusText, isWithAi, assignee, waitingFor, isFinished });
    this.core.tell(null);
  }

  #card(item: string): Card {
    const card = this.core.jobs
      .flatMap(({ cards }) => cards)
      .find(({ id, ref }) => id === item || ref === item);
    if (card === undefined) throw new CallError('item_not_found', { item }, '', 'wrong');
    return card;
  }
}

function attemptOf(
  card: Card,
  number: number,
  text: string,
  paths: readonly string[],
  doneWhen: readonly string[],
): AttemptView {
  const deliverables: DeliverableView[] = paths.map((path) => ({
    path,
    bytes: text.length,
    text,
    publishedTo: null,
    editedPath: null,
    isEdited: false,
  }));
  return {
    id: `attempt-${card.id}-${number}`,
    number,
    agent: 'clipboard',
    startedAt: 0,
    endedAt: 180_000,
    outcome: 'delivered',
    reason: null,
    text: 'Delivered, not reviewed yet',
    chatRounds: 1,
    steps: 0,
    reportedCostNano: null,
    computedCostNano: null,
    tokensIn: null,
    tokensOut: null,
    workedMs: 180_000,
    verdict: null,
    rejection: null,
    note: null,
    deliverables,
    checks: doneWhen.map((line) => ({ text: line, result: 'holds', detail: '', evidence: null })),
  };
}
