// How long a person really looked at a deliverable. Pure: every moment is given, in milliseconds.
//
// Signs of the person (a key, a pointer, scrolling) keep the clock going. Of a pause, only so much counts as a person
// can read without moving: what goes beyond is left out. While they work on a copy in another program the window sees
// nothing of them, so there the allowance is wider; the minutes can be corrected before they are recorded.

export type Doing = 'review' | 'rework';

export const LONGEST_PAUSE_MS: Readonly<Record<Doing, number>> = { review: 2 * 60_000, rework: 30 * 60_000 };

export class ReviewTimer {
  readonly #counted: Record<Doing, number> = { review: 0, rework: 0 };
  #doing: Doing = 'review';
  /** When the person last gave a sign; null while something else is open. */
  #lastSign: number | null = null;

  /** The person is there; the first sign starts the clock. */
  sign(at: number): void {
    this.#count(at);
    this.#lastSign = at;
  }

  /** Something else is looked at now. */
  pause(at: number): void {
    this.#count(at);
    this.#lastSign = null;
  }

  /** The person opened a copy to mend it: from here on it is rework. */
  beginRework(at: number): void {
    this.sign(at);
    this.#doing = 'rework';
  }

  get hasRework(): boolean {
    return this.#doing === 'rework';
  }

  ms(doing: Doing, at: number): number {
    return this.#counted[doing] + (doing === this.#doing ? this.#running(at) : 0);
  }

  totalMs(at: number): number {
    return this.ms('review', at) + this.ms('rework', at);
  }

  #count(at: number): void {
    this.#counted[this.#doing] += this.#running(at);
  }

  #running(at: number): number {
    if (this.#lastSign === null) return 0;
    return Math.min(Math.max(0, at - this.#lastSign), LONGEST_PAUSE_MS[this.#doing]);
  }
}

/** Whole minutes, as they are recorded. */
export function minutesOf(ms: number): number {
  return Math.round(ms / 60_000);
}
