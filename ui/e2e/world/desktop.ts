// The desktop around the page, for a test: it remembers what it was asked for and chooses what the test said.
import type { Page } from 'playwright-core';

import type { DeskEvent, SavedContent } from '../../src/api/desk';

/** What the page asks of it: the name of a method of `Desk` and its arguments. */
export type DeskCall =
  | { name: 'copyText'; text: string }
  | { name: 'pasteText' | 'showWindow' | 'quit' }
  | { name: 'pickFiles' | 'pickFolder'; title: string }
  | { name: 'saveFile'; title: string; proposed: string; content: SavedContent }
  | { name: 'pickPlace'; title: string; proposed: string }
  | { name: 'openPath'; path: string }
  | { name: 'openLink'; url: string };

export class Desktop {
  /** The text on the clipboard: what the page copied last, or what the test puts there. */
  clipboard: string | null = null;
  /** What the person chooses in the next dialogs, first come first served. An empty list: they close the dialog. */
  readonly choices: string[][] = [];
  /** Paths and addresses that were opened, in order. */
  readonly opened: string[] = [];
  /** What was saved, by the name that was proposed. */
  readonly saved = new Map<string, SavedContent>();
  /** Everything that was asked, in order. */
  readonly asked: DeskCall[] = [];

  constructor(private readonly page: Page) {}

  /** Lets files go over the page. */
  async drop(paths: string[], at: { x: number; y: number } = { x: 640, y: 400 }): Promise<void> {
    await this.#tell({ kind: 'filesDropped', paths, ...at });
  }

  /** Presses the global key, or chooses *add* in the tray. */
  async quickAdd(): Promise<void> {
    await this.#tell({ kind: 'quickAdd' });
  }

  /** The next dialog answers with these paths. */
  willChoose(...paths: string[]): void {
    this.choices.push(paths);
  }

  answer(call: DeskCall): string | string[] | null {
    this.asked.push(call);
    switch (call.name) {
      case 'copyText':
        this.clipboard = call.text;
        return null;
      case 'pasteText':
        return this.clipboard;
      case 'pickFiles':
        return this.#choose();
      case 'pickFolder':
        return this.#choose()[0] ?? null;
      case 'saveFile':
        this.saved.set(call.proposed, call.content);
        return `/saved/${call.proposed}`;
      case 'pickPlace':
        return this.#choose()[0] ?? null;
      case 'openPath':
        this.opened.push(call.path);
        return null;
      case 'openLink':
        this.opened.push(call.url);
        return null;
      case 'showWindow':
      case 'quit':
        return null;
    }
  }

  #choose(): string[] {
    return this.choices.shift() ?? [];
  }

  async #tell(event: DeskEvent): Promise<void> {
    await this.page.evaluate((told) => globalThis.halfdayTestDeskEvent?.(told), event);
  }
}
