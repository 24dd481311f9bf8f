// The one line at the foot of the window: what just happened, with its way back, or why it did not.

import type { Announcer } from './announce.svelte';

export interface Notice {
  readonly text: string;
  readonly hint: string;
  /** A broken or refused command of the person interrupts a screen reader; good news waits its turn. */
  readonly tone: 'done' | 'refused';
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** How long good news stays. Bad news stays until it is closed or the next command. */
export const NOTICE_MS = 10_000;

export class Notices {
  current = $state.raw<Notice | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly announcer: Announcer) {}

  tell(text: string, action: NoticeAction | null = null): void {
    this.#show({ text, hint: '', tone: 'done', action });
    this.announcer.say(text);
    this.resume();
  }

  refuse(text: string, hint = ''): void {
    this.#show({ text, hint, tone: 'refused', action: null });
    this.announcer.alarm(hint === '' ? text : `${text} ${hint}`);
  }

  close(): void {
    this.pause();
    this.current = null;
  }

  /** Someone is reading it or about to press its button. */
  pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  resume(): void {
    this.pause();
    if (this.current?.tone === 'done') this.#timer = setTimeout(() => this.close(), NOTICE_MS);
  }

  #show(notice: Notice): void {
    this.pause();
    this.current = notice;
  }
}
