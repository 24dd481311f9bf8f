// The keys as a person reads them: what the sheet of keys shows. What they do is decided in keys.ts and go.ts.

export interface KeyLine {
  /** Each is one way; within one, the keys are pressed after each other or together. */
  readonly ways: readonly (readonly string[])[];
  /** The key of the sentence that says what happens. */
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'window-keys-everywhere',
    lines: [
      { ways: [['Ctrl', 'K'], ['/']], does: 'window-key-palette' },
      { ways: [['N']], does: 'window-key-new' },
      { ways: [['R']], does: 'window-key-review' },
      { ways: [['G', 'T']], does: 'window-key-go-today' },
      { ways: [['G', 'J']], does: 'window-key-go-jobs' },
      { ways: [['G', 'W']], does: 'window-key-go-weekly' },
      { ways: [['Ctrl', 'Z']], does: 'window-key-undo' },
      { ways: [['Ctrl', 'Shift', 'Z']], does: 'window-key-redo' },
      { ways: [['Ctrl', 'Enter']], does: 'window-key-enter' },
      { ways: [['?']], does: 'window-key-sheet' },
      { ways: [['Esc']], does: 'window-key-escape' },
    ],
  },
  {
    title: 'window-keys-row',
    lines: [
      { ways: [['A']], does: 'window-key-hand-over' },
      { ways: [['M']], does: 'window-key-keep' },
      { ways: [['D']], does: 'window-key-done' },
      { ways: [['X'], ['Space']], does: 'window-key-select' },
      {
        ways: [
          ['Shift', '↑'],
          ['Shift', '↓'],
        ],
        does: 'window-key-range',
      },
      { ways: [['Ctrl', 'A']], does: 'window-key-all' },
      { ways: [['↑'], ['↓'], ['K'], ['J']], does: 'window-key-move' },
      { ways: [['←'], ['→']], does: 'window-key-lane' },
      {
        ways: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'window-key-reorder',
      },
      { ways: [['Enter']], does: 'window-key-open' },
      { ways: [['E']], does: 'window-key-edit' },
      { ways: [['T']], does: 'window-key-timer' },
      { ways: [['C']], does: 'window-key-copy' },
      { ways: [['Delete']], does: 'window-key-drop' },
      { ways: [['/']], does: 'window-key-filter' },
    ],
  },
  {
    title: 'window-keys-review',
    lines: [
      { ways: [['1']], does: 'window-key-accept' },
      { ways: [['2']], does: 'window-key-rework' },
      { ways: [['3']], does: 'window-key-reject' },
    ],
  },
];
