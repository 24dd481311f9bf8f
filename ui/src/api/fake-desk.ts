// FOR TESTS AND `npm run dev` IN A BROWSER ONLY, as `fake.ts` is: a desktop that remembers what it was asked for.
import { type Desk, DeskListeners } from './desk';

export class FakeDesk extends DeskListeners implements Desk {
  /** What is on the clipboard. */
  text: string | null = null;
  /** What the person chooses in the next dialogs. */
  chosen: string[] = [];
  /** Paths and addresses that were opened, in order. */
  readonly opened: string[] = [];
  /** What was saved, by the name that was proposed. */
  readonly saved = new Map<string, string>();

  copyText(text: string): Promise<void> {
    this.text = text;
    return Promise.resolve();
  }

  pasteText(): Promise<string | null> {
    return Promise.resolve(this.text);
  }

  pickFiles(): Promise<string[]> {
    return Promise.resolve(this.chosen);
  }

  pickFolder(): Promise<string | null> {
    return Promise.resolve(this.chosen[0] ?? null);
  }

  saveFile(_title: string, name: string, content: { text: string } | { path: string }): Promise<string> {
    this.saved.set(name, 'text' in content ? content.text : content.path);
    return Promise.resolve(`/saved/${name}`);
  }

  pickPlace(_title: string, name: string): Promise<string | null> {
    return Promise.resolve(this.chosen[0] ?? `/chosen/${name}`);
  }

  openPath(path: string): Promise<void> {
    this.opened.push(path);
    return Promise.resolve();
  }

  openLink(url: string): Promise<void> {
    this.opened.push(url);
    return Promise.resolve();
  }

  quickAddKey(): Promise<string | null> {
    return Promise.resolve(null);
  }

  painted(): Promise<void> {
    return Promise.resolve();
  }

  showWindow(): Promise<void> {
    return Promise.resolve();
  }

  quit(): Promise<void> {
    return Promise.resolve();
  }
}
