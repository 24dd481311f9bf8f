// What only a desktop can do for the pages, and what it tells them. `client.ts` asks the real one.

/** What `saveFile` writes: a text, or a copy of a file that is there. */
export type SavedContent = { text: string } | { path: string };

/** Files let go over the page, at a place in the page's own pixels. */
export interface FilesDropped {
  paths: string[];
  x: number;
  y: number;
}

/** Something that happened outside the page. */
export type DeskEvent = ({ kind: 'filesDropped' } & FilesDropped) | { kind: 'quickAdd' };

/** Every method rejects with a `CallError`. */
export interface Desk {
  /** Puts `text` on the clipboard of the system; no gesture of the person is needed. */
  copyText(text: string): Promise<void>;
  /** The text on the clipboard; null when there is none. */
  pasteText(): Promise<string | null>;
  /** The files the person chooses; empty when they choose none. */
  pickFiles(title: string): Promise<string[]>;
  pickFolder(title: string): Promise<string | null>;
  /** Asks where, proposing `name`, and writes. Gives the place; null when the person did not want to. */
  saveFile(title: string, name: string, content: SavedContent): Promise<string | null>;
  /** Asks where a file shall be, proposing `name`; the core writes it. Null when the person did not want to. */
  pickPlace(title: string, name: string): Promise<string | null>;
  /** Opens a document or a folder with the system's program for it. What would start a program is refused. */
  openPath(path: string): Promise<void>;
  /** Opens an http or https address in the browser. The page shows its host first. */
  openLink(url: string): Promise<void>;
  /** The keys that add something from anywhere; null when the system does not give them to us. */
  quickAddKey(): Promise<string | null>;
  /** The page has drawn its first frame. */
  painted(): Promise<void>;
  showWindow(): Promise<void>;
  quit(): Promise<void>;

  /** Hears of files dropped on the window until the returned function is called. */
  onFilesDropped(listener: (dropped: FilesDropped) => void): () => void;
  /** Hears that the person wants to add something, from the tray or by the global key. */
  onQuickAdd(listener: () => void): () => void;
}

/** Those who want to hear of what happens on the desktop. */
export class DeskListeners {
  readonly #onFilesDropped = new Set<(dropped: FilesDropped) => void>();
  readonly #onQuickAdd = new Set<() => void>();

  onFilesDropped(listener: (dropped: FilesDropped) => void): () => void {
    this.#onFilesDropped.add(listener);
    return () => this.#onFilesDropped.delete(listener);
  }

  onQuickAdd(listener: () => void): () => void {
    this.#onQuickAdd.add(listener);
    return () => this.#onQuickAdd.delete(listener);
  }

  tell(event: DeskEvent): void {
    switch (event.kind) {
      case 'filesDropped':
        this.#onFilesDropped.forEach((listener) => listener(event));
        break;
      case 'quickAdd':
        this.#onQuickAdd.forEach((listener) => listener());
        break;
    }
  }
}
