// What every screen is given: the core, the words, the notices, and who wants to hear of changes.
import { createContext } from 'svelte';

import type { Api } from './api/api';
import { CallError } from './api/error';
import type { Card, Changed } from './api/generated';
import { Announcer } from './lib/announce.svelte';
import { AtWork } from './at-work/at-work.svelte';
import { Standstill } from './at-work/standstill.svelte';
import type { Offer } from './lib/command';
import { Notices } from './lib/notices.svelte';
import { Router } from './lib/router.svelte';
import { ThemeChoice } from './lib/theme.svelte';
import { Ticking } from './lib/ticking.svelte';
import { Words } from './lib/words.svelte';

/** The way into a chat and back by hand. Screens ask for it here; its dialogs are drawn over them. */
export interface ClipboardWay {
  /** Shows the brief of these items and copies it. */
  copy(items: readonly string[]): void;
  /** Takes in an answer for this item, or for whom its lines name. */
  paste(card: Card | null): void;
  noGood(card: Card): void;
  neverSent(card: Card): Promise<void>;
  /** These are to be taken back although their briefs are out: asks what became of each. */
  whatBecame(cards: readonly Card[]): void;
}

export type ChangeListener = (changed: Changed) => void;

export class Session {
  readonly words = new Words();
  readonly announcer = new Announcer();
  readonly notices = new Notices(this.announcer);
  readonly router = new Router();
  readonly theme = new ThemeChoice();
  readonly clock = new Ticking();
  readonly atWork = new AtWork(this);
  readonly standstill = new Standstill(this);
  /** Keys that are one letter or digit act; they can be switched off (WCAG 2.1.4). */
  letterKeys = $state(true);
  /** The job that was made last, while the question about it is open. */
  justMade = $state<string | null>(null);
  /** Given by the frame before a screen is drawn. */
  clipboard!: ClipboardWay;
  /** Set by the screen that is shown: what the palette offers about what is in use there. */
  offer: () => Offer | null = () => null;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody draws the listeners
  readonly #listeners = new Set<ChangeListener>();

  constructor(readonly api: Api) {}

  /** Begins to hear of changes. Called before the first question, so that nothing falls between. */
  async listen(): Promise<void> {
    await this.api.subscribe((changed) => this.#listeners.forEach((listener) => listener(changed)));
  }

  /** Tells `listener` of every change until the returned function is called. */
  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Why something has no answer, in sentences: the reason, and what to do about it. */
  reasons(thrown: unknown): string[] {
    const error = CallError.from(thrown);
    return [this.words.sayError(error), this.words.sayHint(error)];
  }

  /** Says in the notice line why a command of the person did not happen. */
  refuse(thrown: unknown): void {
    const [reason = '', hint] = this.reasons(thrown);
    this.notices.refuse(reason, hint);
  }

  async undo(): Promise<void> {
    await this.#step('undo');
  }

  async redo(): Promise<void> {
    await this.#step('redo');
  }

  /** Takes the sample job away; it can be undone like everything. */
  async removeSample(): Promise<void> {
    this.notices.close();
    try {
      await this.api.call('remove_sample', {});
      const label = this.words.say('window-undo');
      this.notices.tell(this.words.say('window-sample-removed'), { label, run: () => void this.undo() });
    } catch (thrown) {
      this.refuse(thrown);
    }
  }

  async #step(command: 'undo' | 'redo'): Promise<void> {
    this.notices.close();
    try {
      const undone = await this.api.call(command, {});
      this.notices.tell([undone.text, ...undone.notes].join(' '));
    } catch (thrown) {
      this.refuse(thrown);
    }
  }
}

export const [getSession, setSession] = createContext<Session>();
