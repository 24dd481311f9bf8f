// In which order the cards of a lane are drawn: by their place, what a bundle covers below it, what is finished apart
// at the end. Pure: it decides nothing about items, only about lines.
import type { Card } from '../../api/generated';

export type Side = 'me' | 'ai';

export interface Line {
  readonly card: Card;
  /** Drawn below the bundle or whole job that covers it. */
  readonly isCovered: boolean;
  /** The heading above it, where a new section begins; an empty one ends the section before. */
  readonly heading: string | null;
}

export interface Lines {
  readonly open: readonly Line[];
  readonly done: readonly Line[];
}

export function arrange(cards: readonly Card[], filter: string): Lines {
  const terms = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  const shown = cards.filter((card) => matches(card, terms));
  return {
    open: linesOf(shown.filter((card) => !card.isFinished)),
    done: linesOf(shown.filter((card) => card.isFinished)),
  };
}

/** Every word of the filter stands somewhere in the title, the section, the kind or the number. */
function matches(card: Card, terms: readonly string[]): boolean {
  const text = `${card.title}\n${card.section}\n${card.kindText}\n${card.ref}`.toLowerCase();
  return terms.every((term) => text.includes(term));
}

function linesOf(cards: readonly Card[]): Line[] {
  const refs = new Set(cards.map((card) => card.ref));
  const covered = new Map<string, Card[]>();
  for (const card of cards) {
    if (isUnder(card, refs)) covered.set(card.coveredBy, [...(covered.get(card.coveredBy) ?? []), card]);
  }
  const lines: Line[] = [];
  let section = '';
  for (const card of cards) {
    if (isUnder(card, refs)) continue;
    lines.push({ card, isCovered: false, heading: card.section === section ? null : headingOf(card) });
    section = card.section;
    for (const part of covered.get(card.ref) ?? []) {
      lines.push({ card: part, isCovered: true, heading: null });
    }
  }
  return lines;
}

/** A section that only says its one title again ends the section before, and says nothing. */
function headingOf({ section, title }: Card): string {
  return section.replace(/^[\d.]+\s+/, '') === title ? '' : section;
}

/** What covers it is drawn too; otherwise it stands by itself. */
function isUnder(card: Card, refs: ReadonlySet<string>): card is Card & { coveredBy: string } {
  return card.coveredBy !== null && refs.has(card.coveredBy);
}

/** `after` with the lines of `before` where nothing about them changed, so that a row is drawn again only when it did. */
export function withSame(before: Lines, after: Lines): Lines {
  const known = new Map([...before.open, ...before.done].map((line) => [line.card.id, line]));
  const same = (line: Line): Line => {
    const old = known.get(line.card.id);
    return old !== undefined && isSameLine(old, line) ? old : line;
  };
  return { open: after.open.map(same), done: after.done.map(same) };
}

function isSameLine(one: Line, other: Line): boolean {
  return (
    one.isCovered === other.isCovered && one.heading === other.heading && isSameCard(one.card, other.card)
  );
}

function isSameCard(one: Card, other: Card): boolean {
  const names = Object.keys(other) as (keyof Card)[];
  return names.every(
    (name) => one[name] === other[name] || JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );
}

/** Lines that are drawn, or left undrawn while out of sight, together. */
export interface Group {
  readonly key: string;
  readonly lines: readonly Line[];
}

/** So many rows are drawn one by one without being felt. */
const FEW = 60;
/** One row of so many begins a group. */
const GROUP_SIZE = 16;

/**
 * A long lane in groups. Where one begins is in the id of a row, not in its place: when a row comes or goes, no row of
 * another group has to change its group, and be drawn anew, for it.
 */
export function groupsOf(lines: readonly Line[]): Group[] {
  const groups: { key: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined) groups.push({ key: 'first', lines: [line] });
    else if (lines.length > FEW && beginsGroup(line.card.id))
      groups.push({ key: line.card.id, lines: [line] });
    else last.lines.push(line);
  }
  return groups;
}

function beginsGroup(id: string): boolean {
  const sum = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return sum % GROUP_SIZE === 0;
}

/** Whether the person may move it: what is finished, or part of something handed over as one, stays where it is. */
export function isMovable(card: Card): boolean {
  return !card.isFinished && card.coveredBy === null;
}

/** Whether the person may still merge, divide or hand it over as part of a bundle. */
export function isUntouched(card: Card): boolean {
  return card.look === 'open' && isMovable(card) && card.scope === 'item' && !card.isWithAi;
}
