// The clock that everything live on a page reads. It runs only while somebody watches it.

const SECOND = 1_000;
/** What is under way is asked for again this often: steps and signs of life are no changes that the core tells of. */
const LIVE_MS = 2_000;

export class Ticking {
  now = $state(Date.now());
  #watchers = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Ticks until the returned function is called. */
  readonly watch = (): (() => void) => {
    this.#watchers += 1;
    if (this.#watchers === 1) {
      this.now = Date.now();
      this.#timer = setInterval(() => (this.now = Date.now()), SECOND);
    }
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) clearInterval(this.#timer);
    };
  };
}

/** Asks again and again until the returned function is called. */
export function askLive(ask: () => unknown): () => void {
  const timer = setInterval(ask, LIVE_MS);
  return () => clearInterval(timer);
}
