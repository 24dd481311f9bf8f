// One job's board: what the core last said of it, and what is shown of that: the filter, the selection, what is open.
import { SvelteSet } from 'svelte/reactivity';

import type { BoardView, Card, Changed } from '../../api/generated';
import type { AtWork } from '../../at-work/at-work.svelte';
import { Asked } from '../../lib/asked.svelte';
import { orderAfter } from '../../lib/drag-place';
import { PointerDrag, type Load } from '../../lib/drag.svelte';
import type { DropPlace } from '../../lib/drop-zones';
import { KeyedOne } from '../../lib/keyed.svelte';
import { Selection } from '../../lib/selection.svelte';
import { isGoingOn } from '../../at-work/work';
import type { Session } from '../../session.svelte';
import { arrange, isMovable, type Line, type Lines, type Side, withSame } from './arrange';
import { BoardCommands } from './commands.svelte';
import { JobCommands } from './job-commands.svelte';
import { news } from './news';
import { laneOf, type LaneRows } from './rows';

/** What small box is open, about which item, beside what. */
export interface Asking {
  readonly what: 'menu' | 'felt' | 'waits';
  readonly card: Card;
  readonly anchor: Element;
}

const NO_LINES: Lines = { open: [], done: [] };
/** Where one was in each job, so that coming back from an item leads to it. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody draws it
const lastPlaces = new Map<string, string>();

function isElsewhere({ job }: Changed, board: BoardView): boolean {
  return job !== null && job !== board.job.id;
}

export class BoardState {
  readonly asked: Asked<BoardView>;
  readonly commands: BoardCommands;
  readonly jobCommands: JobCommands;
  readonly atWork: AtWork;
  readonly selection = new Selection();
  readonly drag = new PointerDrag({
    grab: (row) => this.#grab(row),
    drop: (load, place) => this.#drop(load, place),
  });
  /** Lanes whose finished items are shown. */
  readonly unfolded = new SvelteSet<Side>();
  filter = $state('');
  /** The lane that is shown where there is room for one. */
  side = $state<Side>('me');
  /** The item in the panel. */
  readonly opened = new KeyedOne();
  /** The item whose row is an editor now. */
  readonly editing = new KeyedOne();
  /** The row last in use. */
  readonly used = new KeyedOne();
  asking = $state.raw<Asking | null>(null);
  /** The clock of a running timer. */
  now = $state(Date.now());

  /** The lines before the last change. */
  #drawn: Record<Side, Lines> = { me: NO_LINES, ai: NO_LINES };
  readonly lines: Readonly<Record<Side, Lines>> = $derived.by(() => this.#arranged());
  /** The rows that are drawn, by their ids. */
  readonly rows: LaneRows = $derived.by(() => ({ me: this.#shown('me'), ai: this.#shown('ai') }));
  readonly isReadOnly = $derived.by(() => (this.asked.view?.job.closedAt ?? null) !== null);
  /** The selected cards in the order they are drawn. */
  readonly chosen: readonly Card[] = $derived.by(() =>
    this.selection.ids
      .all()
      .filter((id) => this.#places.has(id))
      .toSorted((one, other) => this.#placeOf(one) - this.#placeOf(other))
      .flatMap((id) => this.card(id) ?? []),
  );
  /** AI is at something. */
  readonly isLive = $derived.by(() => this.asked.view?.ai.cards.some(isGoingOn) ?? false);
  readonly hasTimer = $derived.by(
    () => this.asked.view?.me.cards.some((card) => card.timerStartedAt !== null) ?? false,
  );
  /** Whether the row last in use is in a lane: it is the one there that Tab reaches, else the first is. */
  readonly hasUsed: Readonly<Record<Side, boolean>> = $derived.by(() => ({
    me: this.rows.me.includes(this.used.id ?? ''),
    ai: this.rows.ai.includes(this.used.id ?? ''),
  }));
  readonly #cards: ReadonlyMap<string, Card> = $derived.by(() => this.#byId());
  /** The place of each row in what is drawn. */
  readonly #places: ReadonlyMap<string, number> = $derived.by(
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew with the rows, never changed
    () => new Map([...this.rows.me, ...this.rows.ai].map((id, place) => [id, place])),
  );

  constructor(
    private readonly session: Session,
    /** The number of the job. */
    readonly job: string,
  ) {
    this.asked = new Asked(() => session.api.call('board', { job }));
    this.atWork = session.atWork;
    this.commands = new BoardCommands(session, this.asked, job);
    this.jobCommands = new JobCommands(session, this.asked, job);
    this.used.id = lastPlaces.get(job) ?? null;
  }

  use(id: string): void {
    this.used.id = id;
    lastPlaces.set(this.job, id);
  }

  /** Makes sure that a row is drawn. */
  show(id: string): void {
    this.side = this.rows.ai.includes(id) ? 'ai' : 'me';
  }

  card(id: string): Card | null {
    return this.#cards.get(id) ?? null;
  }

  /** The rows of the lane a row is in. */
  laneOf(id: string): readonly string[] {
    return laneOf(this.rows, id);
  }

  /** What a key is for: the rows that are selected, else the one that has the focus. */
  acting(card: Card): readonly Card[] {
    return this.chosen.length > 0 ? this.chosen : [card];
  }

  /** Looks after a change that may be about this job. */
  async hear(changed: Changed): Promise<void> {
    const before = this.asked.view;
    const isKnown = before !== null && (isElsewhere(changed, before) || changed.seq <= before.seenSeq);
    if (!isKnown) await this.look();
  }

  /** Asks again, and says what became of its items. */
  async look(): Promise<void> {
    const before = this.asked.view;
    await this.asked.refresh();
    const after = this.asked.view;
    if (before === null || after === null) return;
    for (const card of news(before, after)) {
      const args = { status: card.statusText, title: card.title };
      this.session.announcer.say(this.session.words.say('window-board-news', args));
    }
  }

  /** Rows that are not drawn any more are not selected, edited or open either. */
  tidy(): void {
    this.selection.keep([...this.rows.me, ...this.rows.ai]);
    for (const one of [this.editing, this.opened]) if (this.card(one.id ?? '') === null) one.id = null;
  }

  #grab(row: string): Load | null {
    const card = this.card(row);
    if (card === null || !isMovable(card) || this.isReadOnly) return null;
    const cards = this.selection.has(row) ? this.chosen.filter(isMovable) : [card];
    const { words } = this.session;
    const args = { count: cards.length, title: card.title };
    return { ids: cards.map(({ id }) => id), label: words.say('window-board-drag', args) };
  }

  #drop({ ids }: Load, { zone, before }: DropPlace): void {
    const side: Side = zone === 'ai' ? 'ai' : 'me';
    const anchors = this.lines[side].open.filter(({ isCovered }) => !isCovered).map(({ card }) => card.id);
    const order = orderAfter(anchors, ids, before);
    if (order.join() === anchors.join()) return;
    const next = order[order.lastIndexOf(ids.at(-1) ?? '') + 1];
    const last = order[order.indexOf(ids[0] ?? '') - 1];
    const cards = ids.flatMap((id) => this.card(id) ?? []);
    if (next !== undefined) void this.commands.drop(cards, side, { at: 'before', item: next });
    else void this.commands.drop(cards, side, last === undefined ? null : { at: 'after', item: last });
  }

  #arranged(): Record<Side, Lines> {
    const view = this.asked.view;
    const lines = (side: Side) =>
      view === null ? NO_LINES : withSame(this.#drawn[side], arrange(view[side].cards, this.filter));
    this.#drawn = { me: lines('me'), ai: lines('ai') };
    return this.#drawn;
  }

  #shown(side: Side): string[] {
    const { open, done } = this.lines[side];
    const lines: readonly Line[] = this.unfolded.has(side) ? [...open, ...done] : open;
    return lines.map(({ card }) => card.id);
  }

  #placeOf(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  #byId(): Map<string, Card> {
    const { me, ai, dropped } = this.asked.view ?? { me: { cards: [] }, ai: { cards: [] }, dropped: [] };
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew with the view, never changed
    return new Map([...me.cards, ...ai.cards, ...dropped].map((card) => [card.id, card]));
  }
}
