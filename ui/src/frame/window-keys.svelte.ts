// Keys that mean the same on every page, and what they open over it.
import { GoKeys } from '../lib/go';
import { asksForFilter, isComposing, pageAction, takesText } from '../lib/keys';
import type { Session } from '../session.svelte';

export class WindowKeys {
  /** What is open over the page. */
  over = $state<'palette' | 'keys' | 'quickAdd' | null>(null);
  readonly #go = new GoKeys();

  constructor(private readonly session: Session) {}

  /** Before any row sees the key: the second key of `G …`, and the palette, which opens while typing too. */
  capture(event: KeyboardEvent): void {
    if (isComposing(event) || isBusy()) return;
    if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
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
    if (action === 'undo' || action === 'redo') {
      event.preventDefault();
      void this.session[action]();
    } else if (this.session.letterKeys && this.#pressLetter(event, action === 'newJob')) {
      event.preventDefault();
    }
  }

  #pressLetter(event: KeyboardEvent, isNewJob: boolean): boolean {
    const { router } = this.session;
    if (isNewJob) router.go({ screen: 'new' });
    else if (!isPlain(event)) return false;
    // The board has a filter of its own under this key.
    else if (asksForFilter(event) && router.route.screen === 'board') return false;
    else if (event.code === 'Slash') this.over = event.shiftKey ? 'keys' : 'palette';
    else if (event.code === 'KeyR' && !event.shiftKey) router.go({ screen: 'review' });
    else return false;
    return true;
  }

  #take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }
}

function isPlain(event: KeyboardEvent): boolean {
  return !isComposing(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** A dialog has the keys for itself. */
function isBusy(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
