// What stands in a menu, and which entry a key leads to.

export interface MenuEntry {
  readonly label: string;
  /** The key that does the same, as it is written on it; empty when there is none. */
  readonly key: string;
  readonly run: () => void;
  /** Can it be done now? What cannot stays in sight, so that nothing jumps. */
  readonly isPossible: boolean;
}

/** Entries in groups; a line is drawn between them. */
export type MenuGroups = readonly (readonly MenuEntry[])[];

/** The entry a key leads to from `at`, among `count`; null when the key is not for moving. */
export function entryAt(code: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (code) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
