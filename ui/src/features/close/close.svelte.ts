// Closing a job: the board as the core last said it, and the person's answers so far.
import { SvelteMap } from 'svelte/reactivity';

import type { BoardView, Changed, Rest } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';
import { restOf } from './rest';

export class CloseState {
  readonly asked: Asked<BoardView>;
  /** By the item's id. */
  readonly answers = new SvelteMap<string, Rest>();
  isAsking = $state(false);

  readonly rest = $derived.by(() =>
    this.asked.view === null ? { open: [], underWay: [] } : restOf(this.asked.view),
  );
  readonly unanswered = $derived(this.rest.open.filter((card) => !this.answers.has(card.id)).length);
  /** The one answer that all items have, if they have one. */
  readonly common = $derived.by(() => {
    const given = this.rest.open.map((card) => this.answers.get(card.id) ?? null);
    return given.every((rest) => rest === given[0]) ? (given[0] ?? null) : null;
  });

  constructor(
    private readonly session: Session,
    /** The number of the job. */
    readonly job: string,
  ) {
    this.asked = new Asked(() => session.api.call('board', { job }));
  }

  hear(changed: Changed): void {
    const shown = this.asked.view?.job;
    if (shown === undefined || changed.job === null || changed.job === shown.id) void this.asked.refresh();
  }

  answer(item: string, rest: Rest): void {
    this.answers.set(item, rest);
  }

  answerAll(rest: Rest): void {
    for (const card of this.rest.open) this.answers.set(card.id, rest);
  }

  async close(): Promise<void> {
    if (this.isAsking || this.unanswered > 0 || this.rest.underWay.length > 0) return;
    this.isAsking = true;
    this.session.notices.close();
    try {
      const items = this.rest.open.flatMap(({ id }) => {
        const rest = this.answers.get(id);
        return rest === undefined ? [] : [{ item: id, rest }];
      });
      await this.session.api.call('close_job', { job: this.job, rest: null, items });
      this.session.router.go({ screen: 'result', job: this.job });
    } catch (thrown) {
      this.session.refuse(thrown);
      // What is shown may be why the person asked for something that cannot be.
      void this.asked.refresh();
    } finally {
      this.isAsking = false;
    }
  }
}
