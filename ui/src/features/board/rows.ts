// Where the focus goes between the rows of the two lanes, and where rows go. Pure: rows are given by their ids.
import type { Place } from '../../api/generated';
import type { Step } from '../../lib/keys';

export interface LaneRows {
  readonly me: readonly string[];
  readonly ai: readonly string[];
}

/** The row `step` leads to from `from`, or null where it leads nowhere. */
export function neighbour(rows: LaneRows, from: string, step: Step): string | null {
  const here = laneOf(rows, from);
  const there = here === rows.me ? rows.ai : rows.me;
  const at = here.indexOf(from);
  if (at === -1) return null;
  switch (step) {
    case 'up':
      return here[at - 1] ?? null;
    case 'down':
      return here[at + 1] ?? null;
    case 'first':
      return here[0] ?? null;
    case 'last':
      return here.at(-1) ?? null;
    case 'left':
      return here === rows.ai ? beside(there, at) : null;
    case 'right':
      return here === rows.me ? beside(there, at) : null;
  }
}

/** The lane a row stands in. */
export function laneOf(rows: LaneRows, id: string): readonly string[] {
  return rows.me.includes(id) ? rows.me : rows.ai;
}

/** The row at the same height, or the last one of a shorter lane. */
function beside(lane: readonly string[], at: number): string | null {
  return lane[Math.min(at, lane.length - 1)] ?? null;
}

/** The one row of a lane that Tab reaches: the one last in use, else the first. */
export function tabStop(lane: readonly string[], lastUsed: string | null): string | null {
  return lane.find((id) => id === lastUsed) ?? lane[0] ?? null;
}

/** After a row went away: the next that is still there, else the one before, else none. */
export function heir(before: readonly string[], gone: string, there: ReadonlySet<string>): string | null {
  const at = before.indexOf(gone);
  const next = before.slice(at + 1).find((id) => there.has(id));
  return next ?? before.slice(0, Math.max(at, 0)).findLast((id) => there.has(id)) ?? null;
}

/** Where rows of one lane go when they move one place up or down together; null at the end. */
export function shifted(lane: readonly string[], moved: readonly string[], by: 'up' | 'down'): Place | null {
  const places = moved.map((id) => lane.indexOf(id)).filter((at) => at !== -1);
  if (places.length === 0) return null;
  const beyond = by === 'up' ? lane[Math.min(...places) - 1] : lane[Math.max(...places) + 1];
  if (beyond === undefined) return null;
  return { at: by === 'up' ? 'before' : 'after', item: beyond };
}
