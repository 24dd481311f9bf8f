// The list of jobs, as the core last said it.
import type { JobsView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class JobsState {
  readonly asked: Asked<JobsView>;

  constructor(session: Session) {
    this.asked = new Asked(() => session.api.call('list_jobs', {}));
  }
}
