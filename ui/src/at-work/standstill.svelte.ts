// Whether what was handed over is worked at all; where it is not, why. The program tries again by itself.
import type { Changed, WorkerView } from '../api/generated';
import { Asked } from '../lib/asked.svelte';
import type { Session } from '../session.svelte';

export class Standstill {
  readonly #asked: Asked<WorkerView>;

  constructor(private readonly session: Session) {
    this.#asked = new Asked(() => session.api.call('worker', {}));
  }

  get isThere(): boolean {
    return (this.#asked.view?.standstill ?? null) !== null;
  }

  /** What stands still, and why. */
  get text(): string {
    const { words } = this.session;
    const standstill = this.#asked.view?.standstill ?? null;
    return standstill === null
      ? ''
      : words.say('window-work-standstill', { reason: words.sayError(standstill) });
  }

  /** What to do about it. */
  get hint(): string {
    const { words } = this.session;
    const standstill = this.#asked.view?.standstill ?? null;
    if (standstill === null) return '';
    // "Try again in a moment" is what the program does.
    if (standstill.code === 'database_busy') return words.say('window-work-standstill-busy');
    return words.say('window-work-standstill-hint', { hint: words.sayHint(standstill) });
  }

  ask(): void {
    void this.#asked.refresh();
  }

  /** Asks again where the change may be about it. */
  heed({ kind }: Changed): void {
    if (kind === 'worker_went' || this.isThere) this.ask();
  }
}
