// One job's board, as the core last said it, and the commands that its rows give.
import { SvelteSet } from 'svelte/reactivity';

import { CallError } from '../../api/error';
import type { BoardView, Card, Changed, To, Unlooked } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class BoardState {
  readonly asked: Asked<BoardView>;
  /** Items whose command has not been answered yet. */
  readonly moving = new SvelteSet<string>();
  /** The row last in use. */
  lastUsed = $state<string | null>(null);
  /** The item whose taking back needs a word about what AI delivered. */
  unlooked = $state.raw<Card | null>(null);

  constructor(
    private readonly session: Session,
    /** The number of the job. */
    readonly job: string,
  ) {
    this.asked = new Asked(() => session.api.call('board', { job }));
  }

  /** Asks again after a change that may be about this job. */
  hear(changed: Changed): void {
    const shown = this.asked.view?.job;
    if (shown === undefined || changed.job === null || changed.job === shown.id) void this.asked.refresh();
  }

  async handOver(card: Card): Promise<void> {
    if (!card.isWithAi) await this.#assign(card, { who: 'ai' }, null);
  }

  async takeBack(card: Card, because: Unlooked | null = null): Promise<void> {
    this.unlooked = null;
    if (card.isWithAi) await this.#assign(card, { who: 'me' }, because);
  }

  async #assign(card: Card, to: To, because: Unlooked | null): Promise<void> {
    const { api, notices, words } = this.session;
    if (this.moving.has(card.id)) return;
    notices.close();
    this.moving.add(card.id);
    try {
      const request = { items: [card.id], to, before: null, guess: null, minutes: null, because };
      this.asked.accept(await api.call('assign_items', request));
      const done = to.who === 'me' ? 'window-taken-back' : 'window-handed-over';
      notices.tell(words.say(done, { count: 1 }), {
        label: words.say('window-undo'),
        run: () => void this.session.undo(),
      });
    } catch (thrown) {
      this.#explain(card, CallError.from(thrown));
    } finally {
      this.moving.delete(card.id);
    }
  }

  #explain(card: Card, error: CallError): void {
    if (error.code === 'say_if_looked') {
      this.unlooked = card;
      return;
    }
    this.session.refuse(error);
    // What is shown may be why the person asked for something that cannot be.
    void this.asked.refresh();
  }
}
