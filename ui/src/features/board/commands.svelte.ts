// What the board asks the core to do. Each is one command, so that one undo takes it back; the answer is shown, or it is
// said why there is none.
import { CallError } from '../../api/error';
import type { BoardView, Card, EditItem, Felt, Place, To, Unlooked } from '../../api/generated';
import type { Asked } from '../../lib/asked.svelte';
import { KeyedSet } from '../../lib/keyed.svelte';
import type { NoticeAction } from '../../lib/notices.svelte';
import type { Session } from '../../session.svelte';
import { isMovable, type Side } from './arrange';

/** Taking items back has to wait until the person says whether they looked at what AI delivered. */
export interface UnlookedItems {
  readonly cards: readonly Card[];
  readonly place: Place | null;
}

const ASKING: ReadonlySet<string> = new Set(['say_if_looked', 'say_what_became']);

/** A command that answers with the board, or with null when the board has to be asked for. */
type Command = (items: string[]) => Promise<BoardView | null>;

export class BoardCommands {
  /** Items whose command has not been answered yet. */
  readonly moving = new KeyedSet();
  /** Items whose taking back needs a word about what AI delivered. */
  unlooked = $state.raw<UnlookedItems | null>(null);

  constructor(
    private readonly session: Session,
    private readonly asked: Asked<BoardView>,
    /** The number of the job. */
    private readonly job: string,
  ) {}

  async handOver(cards: readonly Card[]): Promise<boolean> {
    return await this.#assign(
      cards.filter((card) => !card.isWithAi),
      'ai',
      null,
      null,
    );
  }

  async takeBack(cards: readonly Card[], because: Unlooked | null = null): Promise<boolean> {
    return await this.#assign(
      cards.filter((card) => card.isWithAi),
      'me',
      null,
      because,
    );
  }

  /** What was held back begins. */
  async startNow(card: Card): Promise<void> {
    await this.session.atWork.startNow(card);
  }

  /** Answers what `unlooked` asks. */
  async takeBackUnlooked(because: Unlooked): Promise<void> {
    const unlooked = this.unlooked;
    this.unlooked = null;
    if (unlooked !== null) await this.#assign(unlooked.cards, 'me', unlooked.place, because);
  }

  /** A drop: to the other lane with its place, or to another place in the same one. */
  async drop(cards: readonly Card[], side: Side, place: Place | null): Promise<void> {
    const isThere = cards.every((card) => card.isWithAi === (side === 'ai'));
    if (!isThere) await this.#assign(cards, side, place, null);
    else if (place !== null) await this.move(cards, place);
  }

  async move(cards: readonly Card[], place: Place): Promise<void> {
    const { api } = this.session;
    await this.#run(cards, 'window-board-moved', (items) => api.call('move_items', { items, place }));
  }

  async dropItems(cards: readonly Card[]): Promise<boolean> {
    const { api } = this.session;
    const there = cards.filter(isMovable);
    return await this.#run(there, 'window-board-told-dropped', (items) => api.call('drop_items', { items }));
  }

  async restore(cards: readonly Card[]): Promise<void> {
    const { api } = this.session;
    await this.#run(cards, 'window-board-restored', (items) => api.call('restore_items', { items }));
  }

  async merge(cards: readonly Card[]): Promise<boolean> {
    const { api } = this.session;
    return await this.#run(cards, 'window-board-merged', (items) =>
      without(api.call('merge_items', { items })),
    );
  }

  async divide(card: Card): Promise<void> {
    const { api } = this.session;
    await this.#run([card], 'window-board-divided', () => api.call('divide_item', { item: card.id }));
  }

  async handOverAsOne(cards: readonly Card[]): Promise<boolean> {
    const { api } = this.session;
    const more = { agent: null, guess: null, minutes: null };
    return await this.#run(cards, 'window-board-handed-over-as-one', (items) =>
      api.call('assign_as_one', { items, ...more }),
    );
  }

  async handOverJob(cards: readonly Card[]): Promise<void> {
    const { api } = this.session;
    const request = { job: this.job, to: { who: 'ai' }, guess: null, minutes: null } as const;
    await this.#run(cards, 'window-board-handed-over-job', () => api.call('assign_job', request));
  }

  async finish(card: Card, felt: Felt | null): Promise<void> {
    const { api } = this.session;
    const request = { item: card.id, minutes: null, felt };
    await this.#run([card], 'window-board-finished', () => without(api.call('finish_item', request)));
  }

  /** A finished item is not finished after all. */
  async reopen(card: Card): Promise<void> {
    const { api } = this.session;
    await this.#run([card], 'window-board-reopened', () =>
      without(api.call('reopen_item', { item: card.id })),
    );
  }

  async edit(card: Card, changes: Partial<EditItem>): Promise<boolean> {
    const { api } = this.session;
    const request = { ...NO_CHANGE, ...changes, item: card.id };
    return await this.#run([card], 'window-board-edited', () => without(api.call('edit_item', request)));
  }

  /** Starts the item's timer, or stops it. */
  async time(card: Card): Promise<void> {
    const { api } = this.session;
    if (card.timerStartedAt === null) {
      await this.#run([card], 'window-board-timer-started', () =>
        without(api.call('start_timer', { item: card.id })),
      );
    } else {
      await this.#run([card], 'window-board-timer-stopped', () => without(api.call('stop_timer', {})));
    }
  }

  /** Adds an item for each line; what a line says of kind, minutes and who is read by the core. */
  async add(text: string): Promise<boolean> {
    const { api, notices, words } = this.session;
    notices.close();
    try {
      const { board, added } = await api.call('quick_add', { text, job: this.job });
      this.asked.accept(board);
      notices.tell(words.say('window-board-added', { count: added.length }), this.#wayBack());
      return true;
    } catch (thrown) {
      this.#explain(CallError.from(thrown));
      return false;
    }
  }

  async #assign(
    cards: readonly Card[],
    side: Side,
    place: Place | null,
    because: Unlooked | null,
  ): Promise<boolean> {
    const { api } = this.session;
    const movable = cards.filter(isMovable);
    if (movable.length === 0) return false;
    const to: To = side === 'ai' ? { who: 'ai' } : { who: 'me' };
    const done = side === 'ai' ? 'window-handed-over' : 'window-taken-back';
    const request = { to, place, guess: null, minutes: null, because };
    let asks = '';
    const isDone = await this.#run(
      movable,
      done,
      (items) => api.call('assign_items', { items, ...request }),
      (code) => (asks = code),
    );
    if (asks === 'say_if_looked') this.unlooked = { cards: movable, place };
    else if (asks === 'say_what_became') await this.#askWhatBecame(movable, place);
    return isDone;
  }

  /** Takes back what can be; of each whose brief is out it is asked what became of it. */
  async #askWhatBecame(cards: readonly Card[], place: Place | null): Promise<void> {
    const out = cards.filter(({ status }) => status === 'waiting');
    const others = cards.filter((card) => !out.includes(card));
    if (out.length === 0) return void (await this.asked.refresh());
    if (others.length > 0) await this.#assign(others, 'me', place, null);
    this.session.clipboard.whatBecame(out);
  }

  /** Runs a command about `cards` and says so, with the way back; whether it happened. */
  async #run(
    cards: readonly Card[],
    done: string,
    command: Command,
    ask: ((code: string) => void) | null = null,
  ): Promise<boolean> {
    const { notices, words } = this.session;
    if (cards.length === 0 || cards.some((card) => this.moving.has(card.id))) return false;
    notices.close();
    for (const card of cards) this.moving.add(card.id);
    try {
      const board = await command(cards.map((card) => card.id));
      if (board === null) await this.asked.refresh();
      else this.asked.accept(board);
      const args = { count: cards.length, title: cards[0]?.title ?? '' };
      notices.tell(words.say(done, args), this.#wayBack());
      return true;
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (ASKING.has(error.code) && ask !== null) ask(error.code);
      else this.#explain(error);
      return false;
    } finally {
      for (const card of cards) this.moving.delete(card.id);
    }
  }

  #wayBack(): NoticeAction {
    return { label: this.session.words.say('window-undo'), run: () => void this.session.undo() };
  }

  #explain(error: CallError): void {
    this.session.refuse(error);
    // What is shown may be why the person asked for something that cannot be.
    void this.asked.refresh();
  }
}

const NO_CHANGE = {
  title: null,
  instructions: null,
  section: null,
  minutes: null,
  kind: null,
  doneWhen: null,
  inputs: null,
  outputs: null,
  after: null,
  commands: null,
} satisfies Omit<EditItem, 'item'>;

/** For commands that answer with something else than a board. */
async function without(answer: Promise<unknown>): Promise<null> {
  await answer;
  return null;
}
