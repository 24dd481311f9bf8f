// Keys that mean the same on every page, and what they open over it.
import { GoKeys } from '../lib/go';
import { isComposing, pageAction, type PageAction, takesText } from '../lib/keys';
import type { Session } from '../session.svelte';

export class WindowKeys {
  /** What is open over the page. */
  over = $state<'palette' | 'keys' | 'quickAdd' | null>(null);
  readonly #go = new GoKeys();

  constructor(private readonly session: Session) {}

  /** Before any row sees the key: the second key of `G …`, and the palette, which opens while typing too. */
  capture(event: KeyboardEvent): void {
    if (isComposing(event) || isBusy()) return;
    if (pageAction(event) === 'palette') {
      this.#take(event);
      this.over = 'palette';
    } else if (this.session.letterKeys && !takesText(event.target)) {
      const step = this.#go.press(event, event.timeStamp);
      if (step === 'none') return;
      this.#take(event);
      if (step !== 'armed') this.session.router.go(step);
    }
  }

  /** After the rows: what none of them wanted. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || takesText(event.target) || isBusy()) return;
    const action = pageAction(event);
    if (action !== null && this.#act(action)) event.preventDefault();
  }

  /** False when it is not for here: the letters are off, or the page has its own use for the key. */
  #act(action: PageAction): boolean {
    const { router, letterKeys } = this.session;
    switch (action) {
      case 'palette':
        return false;
      case 'undo':
      case 'redo':
        void this.session[action]();
        return true;
      case 'newJob':
      case 'review':
        if (letterKeys) router.go({ screen: action === 'newJob' ? 'new' : 'review' });
        return letterKeys;
      case 'search':
        // The board has a filter of its own under this key.
        if (!letterKeys || router.route.screen === 'board') return false;
        this.over = 'palette';
        return true;
      case 'sheet':
        if (letterKeys) this.over = 'keys';
        return letterKeys;
    }
  }

  #take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** A dialog has the keys for itself. */
function isBusy(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
