// The keyboard of a test, with the input method that Playwright has none of.
import type { Page } from 'playwright-core';

/** A key as Chromium's own protocol has it. */
interface RawKey {
  code: string;
  key: string;
  windowsVirtualKeyCode: number;
  modifiers: number;
}

/** The bit that says in that protocol that Control is held. */
const CONTROL = 2;
/** More stops than any page has. */
const ENDLESS = 120;

export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the focus is on what says `text`. */
  async tabTo(text: string): Promise<void> {
    for (let presses = 0; presses < ENDLESS; presses += 1) {
      await this.page.keyboard.press('Tab');
      const found = await this.page.evaluate((words) => {
        const { activeElement: focused, body } = document;
        if (focused === null || focused === body) return false;
        return `${focused.ariaLabel ?? ''} ${focused.textContent}`.includes(words);
      }, text);
      if (found) return;
    }
    throw new Error(`Tab never comes to "${text}"`);
  }

  /** Presses a key that an input method takes for itself, as 注音 does while a word is not finished. */
  async composing(code: string, { control = false } = {}): Promise<void> {
    const modifiers = control ? CONTROL : 0;
    await this.#press({ code, key: 'Process', windowsVirtualKeyCode: 229, modifiers });
  }

  /** Presses the key at `code` while a layout is on that writes `key` there. */
  async otherLayout(code: string, key: string): Promise<void> {
    await this.#press({ code, key, windowsVirtualKeyCode: code.charCodeAt(code.length - 1), modifiers: 0 });
  }

  async #press(key: RawKey): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await session.detach();
  }
}
