// What happened, newest first, read page by page.
import type { ActivityLine, ActivityView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

const PAGE = 50;

export class ActivityState {
  /** The newest page; it is asked for again when something happens. */
  readonly newest: Asked<ActivityView>;
  #older = $state.raw<ActivityLine[]>([]);
  #hasMore = $state<boolean | null>(null);
  isAsking = $state(false);

  /** Older lines stay what they were; one that slid from the newest page into them is not said twice. */
  readonly lines = $derived.by(() => {
    const newest = this.newest.view?.lines ?? [];
    const last = newest.at(-1)?.seq ?? Infinity;
    return [...newest, ...this.#older.filter((line) => line.seq < last)];
  });
  readonly hasMore = $derived.by(() => this.#hasMore ?? this.newest.view?.more ?? false);

  constructor(
    private readonly session: Session,
    /** Of this item only. */
    private readonly item: string | null = null,
  ) {
    this.newest = new Asked(() => session.api.call('activity', { limit: PAGE, beforeSeq: null, item }));
  }

  async readOlder(): Promise<void> {
    const beforeSeq = this.lines.at(-1)?.seq;
    if (this.isAsking || beforeSeq === undefined) return;
    this.isAsking = true;
    try {
      const page = await this.session.api.call('activity', { limit: PAGE, beforeSeq, item: this.item });
      this.#older = [...this.#older, ...page.lines];
      this.#hasMore = page.more;
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isAsking = false;
    }
  }
}
