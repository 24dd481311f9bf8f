// A view the core was asked for, asked for again whenever it may have changed. It is never patched.

export class Asked<View> {
  view = $state.raw<View | null>(null);
  /** Why the last question had no answer; a view from before it may still be here. */
  failure = $state.raw<unknown>(null);

  readonly #ask: () => Promise<View>;
  #round = 0;
  #isAsking = false;
  #askAgain = false;

  constructor(ask: () => Promise<View>) {
    this.#ask = ask;
  }

  /** Asks; if a question is already on its way, asks once more after it. */
  async refresh(): Promise<void> {
    this.#askAgain = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#askAgain) {
      this.#askAgain = false;
      await this.#askOnce();
    }
    this.#isAsking = false;
  }

  /** A command answered with this view. What was asked before it may be older, so that answer will be dropped. */
  accept(view: View): void {
    this.#round += 1;
    this.#askAgain = this.#isAsking;
    this.view = view;
    this.failure = null;
  }

  async #askOnce(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const view = await this.#ask();
      if (round !== this.#round) return;
      this.view = view;
      this.failure = null;
    } catch (thrown) {
      if (round === this.#round) this.failure = thrown;
    }
  }
}
