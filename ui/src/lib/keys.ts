// Which key means what. Keys are told apart by their place on the keyboard (`event.code`), so that letters work while
// 注音 or 拼音 is switched on and no text field has the focus.

/** What a key can do with the row that has the focus. */
export type RowAction = 'handOver' | 'keep' | 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** What a key can do anywhere in the window. */
export type PageAction = 'undo' | 'redo' | 'newJob';

/** The part of a KeyboardEvent that is looked at. */
export interface Pressed {
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const ROW_KEYS: ReadonlyMap<string, RowAction> = new Map([
  ['KeyA', 'handOver'],
  ['KeyM', 'keep'],
  ['ArrowUp', 'up'],
  ['KeyK', 'up'],
  ['ArrowDown', 'down'],
  ['KeyJ', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['Home', 'first'],
  ['End', 'last'],
]);

/** The key belongs to an input method. WebKit says `isComposing: false` on the Enter that commits, but 229. */
export function isComposing(event: Pressed): boolean {
  return event.isComposing || event.keyCode === 229;
}

export function rowAction(event: Pressed): RowAction | null {
  if (isComposing(event) || hasModifier(event) || event.shiftKey) return null;
  return ROW_KEYS.get(event.code) ?? null;
}

export function pageAction(event: Pressed): PageAction | null {
  if (isComposing(event) || event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    if (event.code === 'KeyZ') return event.shiftKey ? 'redo' : 'undo';
    return null;
  }
  if (event.code === 'KeyN' && !event.shiftKey) return 'newJob';
  return null;
}

function hasModifier(event: Pressed): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Whether what has the focus takes text, so that letters and Ctrl+Z are its own. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !CHOICES.has(target.type))
  );
}

/** Inputs that are pressed, not typed into. */
const CHOICES: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset']);
