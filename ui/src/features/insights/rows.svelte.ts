// The rows behind a number, a page at a time.
import type { RowBehind, RowsBehind } from '../../api/generated';
import type { Session } from '../../session.svelte';

const PAGE = 50;

export interface Opened extends RowsBehind {
  /** What the number is called. */
  title: string;
}

export class RowsState {
  rows = $state.raw<RowBehind[]>([]);
  failure = $state.raw<unknown>(null);
  isAsking = $state(false);
  #left: RowsBehind;

  constructor(
    private readonly session: Session,
    readonly opened: Opened,
  ) {
    this.#left = $state.raw({ items: opened.items, jobs: opened.jobs });
  }

  /** How many are not shown yet. */
  get left(): number {
    return this.#left.items.length + this.#left.jobs.length;
  }

  /** Shows some more; those that were asked for stay asked for when there is no answer. */
  async more(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.failure = null;
    const { items, jobs } = this.#left;
    const jobsNow = jobs.slice(0, PAGE);
    const itemsNow = items.slice(0, PAGE - jobsNow.length);
    try {
      const view = await this.session.api.call('rows_behind', { items: itemsNow, jobs: jobsNow });
      this.rows = [...this.rows, ...view.rows];
      this.#left = { items: items.slice(itemsNow.length), jobs: jobs.slice(jobsNow.length) };
    } catch (thrown) {
      this.failure = thrown;
    }
    this.isAsking = false;
  }
}
