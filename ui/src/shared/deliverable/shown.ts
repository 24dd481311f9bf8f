// What can be drawn of a delivered file. The shapes are those of the core's views; this folder knows no job.

export type Shown =
  | { kind: 'markdown'; html: string }
  | { kind: 'text'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][]; more: number }
  | { kind: 'image'; dataUrl: string }
  | { kind: 'document'; blocks: Block[] }
  | { kind: 'nothing'; text: string };

export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'page'; text: string };

/** A file that was delivered, before it is looked into. */
export interface DeliveredFile {
  path: string;
  bytes: number;
  /** The person's editable copy differs from what was delivered. */
  isEdited: boolean;
  /** Where it was published. */
  publishedTo: string | null;
}

export interface ComparedFile {
  path: string;
  /** Why there are no lines to compare. */
  noteText: string | null;
  lines: ComparedLine[];
}

export interface ComparedLine {
  sign: 'same' | 'added' | 'removed' | 'folded';
  spans: { text: string; strong: boolean }[];
}

/** A planned proof and what came of it. */
export interface ShownCheck {
  text: string;
  /** `holds fails cannot_tell for_person`; null before anything was delivered. */
  result: string | null;
  detail: string;
  /** What AI named as proof, looked up: `proved false cannot_tell`; null where nothing is to be said of it. */
  evidence: { said: string; text: string } | null;
}

/** Of the checks that a machine could decide, how many hold. */
export function countChecks(checks: readonly Pick<ShownCheck, 'result'>[]): { held: number; proved: number } {
  const held = checks.filter(({ result }) => result === 'holds').length;
  return { held, proved: held + checks.filter(({ result }) => result === 'fails').length };
}
