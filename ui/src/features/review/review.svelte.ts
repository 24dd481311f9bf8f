// The queue of deliverables that wait for a verdict, and where the person is in it.
import { untrack } from 'svelte';

import type { PendingReview, ReviewQueue, VerdictView } from '../../api/generated';
import { isWithAgent } from '../../at-work/work';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

/** What the last verdict was answered with. */
export interface Answer {
  readonly text: string;
  /** What to do instead of another attempt like the last ones. */
  readonly notice: string | null;
  readonly published: readonly string[];
  /** A rejected item that waits for its follow-up to be copied. */
  readonly followUp: string | null;
}

export class ReviewState {
  readonly asked: Asked<ReviewQueue>;
  answer = $state.raw<Answer | null>(null);
  /** The item that is looked at, and those to go on with when it is gone; before any is chosen, the first. */
  #trail = $state.raw<readonly string[]>([]);

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('review_queue', {}));
  }

  get pending(): readonly PendingReview[] {
    return this.asked.view?.items ?? [];
  }

  get current(): PendingReview | null {
    const known = this.#trail.find((id) => this.pending.some(({ card }) => card.id === id));
    return this.pending.find(({ card }) => card.id === known) ?? this.pending[0] ?? null;
  }

  choose(item: string): void {
    this.#trail = [item];
  }

  /** Asks again. The list may come back without the current item, before or after the verdict on it is answered. */
  async refresh(): Promise<void> {
    // Whoever asks does not ask again because the place was kept.
    untrack(() => this.#keepPlace());
    await this.asked.refresh();
  }

  /** The one before or after the current one, if there is one. */
  neighbour(step: -1 | 1): PendingReview | null {
    const at = this.current === null ? -1 : this.pending.indexOf(this.current);
    return this.pending[at + step] ?? null;
  }

  /** A verdict was recorded: what comes after takes its place, from the end what came before. */
  async judged(view: VerdictView): Promise<void> {
    // What is rejected for another try waits until its follow-up is copied; an agent begins by itself.
    const waitsForCopy = view.card.isWithAi && !view.card.isFinished && !isWithAgent(view.card);
    this.answer = {
      text: view.text,
      notice: view.notice,
      published: view.published,
      followUp: waitsForCopy ? view.card.id : null,
    };
    await this.refresh();
  }

  async undo(): Promise<void> {
    this.answer = null;
    await this.session.undo();
  }

  #keepPlace(): void {
    const ids = this.pending.map(({ card }) => card.id);
    const at = this.current === null ? -1 : this.pending.indexOf(this.current);
    if (at !== -1) this.#trail = [...ids.slice(at), ...ids.slice(0, at).reverse()];
  }
}
