// The page of the numbers as the core last said it, and one of its pictures at the width it has.
import type { InsightsView, PictureView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';
import type { InsightsFilters } from './filters.svelte';

/** Work under way tells of every step; the numbers are asked for again this often at most. */
const CALM_MS = 1000;
/** A picture is drawn anew when its room changed by so much: a scroll bar that comes and goes is no reason. */
const STEP = 16;
/** Pictures in files are as wide as a page of a document. */
const FILE_WIDTH = 860;

export type PictureFormat = 'png' | 'svg' | 'pdf';

export class InsightsState {
  readonly asked: Asked<InsightsView>;
  /** Grows whenever the numbers may have changed. */
  version = $state(0);

  constructor(
    private readonly session: Session,
    readonly filters: InsightsFilters,
  ) {
    this.asked = new Asked(() => session.api.call('insights', { filters: filters.asked }));
  }

  /** Hears of changes until the returned function is called. */
  follow(): () => void {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = null;
        this.version += 1;
      }, CALM_MS);
    };
    const stop = this.session.onChange(changed);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }
}

export class PictureState {
  readonly asked: Asked<PictureView>;
  /** In CSS pixels; 0 until it was measured. */
  width = $state(0);
  /** The mark that is looked at; null when none is. */
  at = $state<number | null>(null);

  constructor(
    private readonly session: Session,
    readonly which: string,
    private readonly filters: InsightsFilters,
    private readonly job: () => string | null = () => null,
  ) {
    this.asked = new Asked(() => session.api.call('picture', { ...this.#request, theme: 'page' }));
  }

  /** The room it has now. */
  measured(width: number): void {
    const wide = Math.floor(width);
    if (this.width === 0 || Math.abs(wide - this.width) >= STEP || wide < this.width) this.width = wide;
  }

  /** Goes to another mark; at an end it stays. */
  step(to: 'first' | 'last' | 'next' | 'before'): void {
    const last = (this.asked.view?.points.length ?? 0) - 1;
    if (last < 0) return;
    const at = this.at;
    const places = {
      first: 0,
      last,
      next: at === null ? 0 : Math.min(at + 1, last),
      before: at === null ? last : Math.max(at - 1, 0),
    };
    this.at = places[to];
  }

  /** Asks where, and has the core write the file there. */
  async save(format: PictureFormat): Promise<void> {
    const { api, words, notices } = this.session;
    notices.close();
    try {
      const name = `halfday-${this.which}.${format}`;
      const path = await api.desk.pickPlace(words.say('window-picture-save-as'), name);
      if (path === null) return;
      const picture = { ...this.#request, theme: 'light', width: FILE_WIDTH };
      const { files, noteText } = await api.call('save_picture', { picture, format, path });
      const told = words.say('window-saved-to', { path: files[0] ?? path });
      notices.tell(noteText === null ? told : `${told} ${noteText}`);
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }

  get #request() {
    const filters = { ...this.filters.asked, job: this.job() };
    return { which: this.which, filters, width: this.width, hideTitles: this.filters.hidesTitles };
  }
}
