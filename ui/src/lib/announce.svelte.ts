// What a screen reader is told: changes of state, in one polite line at most every five seconds, and at once why a
// command of the person did not happen. Nothing is lost: what comes in between is said together.

/** The shortest time between two polite lines. */
export const PAUSE_MS = 5_000;
/** More than this at once is not listened to; the latest count. */
const MOST_AT_ONCE = 4;

export class Announcer {
  polite = $state('');
  urgent = $state('');
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  say(text: string): void {
    this.#waiting = [...this.#waiting.filter((waiting) => waiting !== text), text].slice(-MOST_AT_ONCE);
    if (this.#timer === null) this.#speak();
  }

  /** Interrupts: only for what the person asked for and did not get. */
  alarm(text: string): void {
    this.urgent = anew(this.urgent, text);
  }

  #speak(): void {
    this.polite = anew(this.polite, this.#waiting.join(' '));
    this.#waiting = [];
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#waiting.length > 0) this.#speak();
    }, PAUSE_MS);
  }
}

/** The same words twice are only heard twice when the text differs. */
function anew(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}
