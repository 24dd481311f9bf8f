// Which part of the record is looked at. It lives as long as the window, so that coming back finds what was chosen.
import type { PictureFilters } from '../../api/generated';

export const WEEKS = [4, 12, 26, 52] as const;

export class InsightsFilters {
  weeks = $state<number>(12);
  kind = $state<string | null>(null);
  agent = $state<string | null>(null);
  family = $state<string | null>(null);
  length = $state<string | null>(null);
  /** Pictures as one shows them to others: without a title of the person's. */
  hidesTitles = $state(false);

  /** As the core is asked. */
  get asked(): PictureFilters {
    const { weeks, kind, agent, family, length } = this;
    return { weeks, kind, agent, family, length, job: null };
  }

  /** Whether anything beside the weeks is left out. */
  get isNarrow(): boolean {
    return [this.kind, this.agent, this.family, this.length].some((chosen) => chosen !== null);
  }

  widen(): void {
    this.kind = this.agent = this.family = this.length = null;
  }
}
