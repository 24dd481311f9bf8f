// The keys as a person reads them: what the sheet of keys shows and what stands beside a button. Which keys there are is
// said by the tables that decide what they do; here each gets its sentence and its place.
import { GO_KEYS } from './go';
import { type Held, type KeyTable, PAGE_KEYS, type PageAction, ROW_KEYS, type RowAction } from './keys';
import type { PlainScreen } from './router.svelte';

export interface KeyLine {
  /** Each is one way, as it is written: `Ctrl+K` together, `G T` after each other. */
  readonly ways: readonly string[];
  /** The key of the sentence that says what happens. */
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** In the order of the sheet. Actions with the same sentence share a line. */
const ROW_DOES: Record<RowAction, string> = {
  handOver: 'window-key-hand-over',
  keep: 'window-key-keep',
  done: 'window-key-done',
  toggle: 'window-key-select',
  extendUp: 'window-key-range',
  extendDown: 'window-key-range',
  all: 'window-key-all',
  up: 'window-key-move',
  down: 'window-key-move',
  first: 'window-key-ends',
  last: 'window-key-ends',
  left: 'window-key-lane',
  right: 'window-key-lane',
  moveUp: 'window-key-reorder',
  moveDown: 'window-key-reorder',
  open: 'window-key-open',
  edit: 'window-key-edit',
  timer: 'window-key-timer',
  stop: 'window-key-stop',
  copyBrief: 'window-key-copy',
  drop: 'window-key-drop',
  menu: 'window-key-menu',
  clear: 'window-key-escape',
};

const PAGE_DOES: Record<PageAction, string> = {
  palette: 'window-key-palette',
  search: 'window-key-palette',
  newJob: 'window-key-new',
  review: 'window-key-review',
  undo: 'window-key-undo',
  redo: 'window-key-redo',
  sheet: 'window-key-sheet',
};

const HELD: Record<Held, readonly string[]> = {
  none: [],
  shift: ['Shift'],
  control: ['Ctrl'],
  alt: ['Alt'],
  'control shift': ['Ctrl', 'Shift'],
};

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Slash: '/',
  Escape: 'Esc',
  ContextMenu: 'Menu',
};

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'window-keys-everywhere',
    lines: [
      ...linesOf(PAGE_KEYS, PAGE_DOES),
      ...[...GO_KEYS].map(([code, screen]: [string, PlainScreen]) => ({
        ways: [`G ${nameOf(code)}`],
        does: `window-key-go-${screen}`,
      })),
      { ways: ['Ctrl+Enter'], does: 'window-key-enter' },
      { ways: ['Ctrl+Shift+Enter'], does: 'window-key-split-by-ai' },
    ],
  },
  {
    title: 'window-keys-review',
    lines: [
      { ways: ['1'], does: 'window-key-accept' },
      { ways: ['2'], does: 'window-key-rework' },
      { ways: ['3'], does: 'window-key-reject' },
    ],
  },
  {
    title: 'window-keys-row',
    lines: [...linesOf(ROW_KEYS, ROW_DOES), { ways: ['/'], does: 'window-key-filter' }],
  },
];

/** The first key of an action, as it stands beside a button: `Alt+↑`. */
export function keyOf(action: RowAction): string {
  return waysTo(ROW_KEYS, action)[0] ?? '';
}

function linesOf<Action extends string>(keys: KeyTable<Action>, does: Record<Action, string>): KeyLine[] {
  const actions = Object.keys(does) as Action[];
  return [...new Set(Object.values<string>(does))].map((sentence) => ({
    does: sentence,
    ways: actions.filter((action) => does[action] === sentence).flatMap((action) => waysTo(keys, action)),
  }));
}

function waysTo<Action>(keys: KeyTable<Action>, action: Action): string[] {
  return (Object.keys(HELD) as Held[]).flatMap((held) =>
    [...(keys[held] ?? [])]
      // One Enter is enough to read.
      .filter(([code, does]) => does === action && code !== 'NumpadEnter')
      // What is written on a key is what it writes with Shift.
      .map(([code]) =>
        held === 'shift' && code === 'Slash' ? '?' : [...HELD[held], nameOf(code)].join('+'),
      ),
  );
}

function nameOf(code: string): string {
  return NAMES[code] ?? code.replace(/^Key/, '');
}
