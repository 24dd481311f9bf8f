// How many deliverables wait for the person: the number beside Review.
import type { JobsView } from '../api/generated';
import { Asked } from '../lib/asked.svelte';
import type { Session } from '../session.svelte';

export class ToReview {
  readonly asked: Asked<JobsView>;
  readonly count = $derived.by(() =>
    (this.asked.view?.jobs ?? []).reduce((sum, job) => sum + job.inReview, 0),
  );

  constructor(session: Session) {
    this.asked = new Asked(() => session.api.call('list_jobs', {}));
  }
}
