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
  | 'stop'
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
export type PageAction = 'palette' | 'search' | 'sheet' | 'newJob' | 'review' | 'undo' | 'redo';

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

/** What is held down while a key is pressed. */
export type Held = 'none' | 'shift' | 'control' | 'alt' | 'control shift';

/** What keys mean, by what is held and where they are. */
export type KeyTable<Action> = Partial<Record<Held, ReadonlyMap<string, Action>>>;

export const ROW_KEYS: KeyTable<RowAction> = {
  none: new Map<string, RowAction>([
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
    ['KeyS', 'stop'],
    ['KeyC', 'copyBrief'],
    ['Delete', 'drop'],
    ['Escape', 'clear'],
    ['ContextMenu', 'menu'],
  ]),
  shift: new Map<string, RowAction>([
    ['ArrowUp', 'extendUp'],
    ['ArrowDown', 'extendDown'],
    ['F10', 'menu'],
  ]),
  control: new Map<string, RowAction>([['KeyA', 'all']]),
  alt: new Map<string, RowAction>([
    ['ArrowUp', 'moveUp'],
    ['ArrowDown', 'moveDown'],
  ]),
};

export const PAGE_KEYS: KeyTable<PageAction> = {
  none: new Map<string, PageAction>([
    ['KeyN', 'newJob'],
    ['KeyR', 'review'],
    ['Slash', 'search'],
  ]),
  shift: new Map<string, PageAction>([['Slash', 'sheet']]),
  control: new Map<string, PageAction>([
    ['KeyK', 'palette'],
    ['KeyZ', 'undo'],
  ]),
  'control shift': new Map<string, PageAction>([['KeyZ', 'redo']]),
};

/** The key belongs to an input method. WebKit says `isComposing: false` on the Enter that commits, but 229. */
export function isComposing(event: Pressed): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** What the key does to rows. Who has switched the letters off keeps every other key. */
export function rowAction(event: Pressed, letters: 'on' | 'off' = 'on'): RowAction | null {
  const isLetter = heldBy(event) === 'none' && event.code.startsWith('Key');
  return isLetter && letters === 'off' ? null : meaningOf(ROW_KEYS, event);
}

export function pageAction(event: Pressed): PageAction | null {
  return meaningOf(PAGE_KEYS, event);
}

function meaningOf<Action>(keys: KeyTable<Action>, event: Pressed): Action | null {
  const held = heldBy(event);
  if (held === null || isComposing(event)) return null;
  return keys[held]?.get(event.code) ?? null;
}

/** Null for what no key of ours has: Alt with another. */
function heldBy({ shiftKey, altKey, ctrlKey, metaKey }: Pressed): Held | null {
  const isControl = ctrlKey || metaKey;
  if (altKey) return shiftKey || isControl ? null : 'alt';
  if (isControl) return shiftKey ? 'control shift' : 'control';
  return shiftKey ? 'shift' : 'none';
}

/** `/` alone: to the field that narrows the list. */
export function asksForFilter(event: Pressed): boolean {
  return pageAction(event) === 'search';
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
