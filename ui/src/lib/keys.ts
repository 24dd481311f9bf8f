// Which key means what. Keys are told apart by their place on the keyboard (`event.code`), so that letters work while
// 注音 or 拼音 is switched on and no text field has the focus.

/** Where a key can take the focus between rows. */
export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** What a key can do with the rows that are selected, or else the one that has the focus. */
export type RowAction =
  | Step
  | 'handOver'
  | 'keep'
  | 'done'
  | 'toggle'
  | 'open'
  | 'edit'
  | 'timer'
  | 'copyBrief'
  | 'drop'
  | 'clear'
  | 'menu'
  | 'extendUp'
  | 'extendDown'
  | 'all'
  | 'moveUp'
  | 'moveDown';

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
  ['KeyD', 'done'],
  ['KeyX', 'toggle'],
  ['Space', 'toggle'],
  ['ArrowUp', 'up'],
  ['KeyK', 'up'],
  ['ArrowDown', 'down'],
  ['KeyJ', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Enter', 'open'],
  ['NumpadEnter', 'open'],
  ['KeyE', 'edit'],
  ['KeyT', 'timer'],
  ['KeyC', 'copyBrief'],
  ['Delete', 'drop'],
  ['Escape', 'clear'],
  ['ContextMenu', 'menu'],
]);
const SHIFT_KEYS: ReadonlyMap<string, RowAction> = new Map([
  ['ArrowUp', 'extendUp'],
  ['ArrowDown', 'extendDown'],
  ['F10', 'menu'],
]);
const CONTROL_KEYS: ReadonlyMap<string, RowAction> = new Map([['KeyA', 'all']]);
const ALT_KEYS: ReadonlyMap<string, RowAction> = new Map([
  ['ArrowUp', 'moveUp'],
  ['ArrowDown', 'moveDown'],
]);

/** The key belongs to an input method. WebKit says `isComposing: false` on the Enter that commits, but 229. */
export function isComposing(event: Pressed): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** What the key does to rows. Who has switched the letters off keeps every other key. */
export function rowAction(event: Pressed, letters: 'on' | 'off' = 'on'): RowAction | null {
  const keys = isComposing(event) ? null : keysFor(event);
  if (keys === ROW_KEYS && letters === 'off' && event.code.startsWith('Key')) return null;
  return keys?.get(event.code) ?? null;
}

/** The keys that mean something with the modifiers that are held; none with two of them. */
function keysFor(event: Pressed): ReadonlyMap<string, RowAction> | null {
  const isControl = event.ctrlKey || event.metaKey;
  const held = [event.shiftKey, event.altKey, isControl].filter(Boolean).length;
  if (held > 1) return null;
  if (event.shiftKey) return SHIFT_KEYS;
  if (event.altKey) return ALT_KEYS;
  return isControl ? CONTROL_KEYS : ROW_KEYS;
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

/** `/` alone: to the field that narrows the list. */
export function asksForFilter(event: Pressed): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return event.code === 'Slash' && isPlain && !isComposing(event);
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
