// Where the focus goes between the rows of the two lanes. Pure: rows are given by their ids.
import type { RowAction } from '../../lib/keys';

export interface LaneRows {
  readonly me: readonly string[];
  readonly ai: readonly string[];
}

/** The row `action` leads to from `from`, or null where it leads nowhere. */
export function neighbour(rows: LaneRows, from: string, action: RowAction): string | null {
  const here = rows.me.includes(from) ? rows.me : rows.ai;
  const there = here === rows.me ? rows.ai : rows.me;
  const at = here.indexOf(from);
  if (at === -1) return null;
  switch (action) {
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
    case 'handOver':
    case 'keep':
      return null;
  }
}

/** The row at the same height, or the last one of a shorter lane. */
function beside(lane: readonly string[], at: number): string | null {
  return lane[Math.min(at, lane.length - 1)] ?? null;
}

/** The one row of a lane that Tab reaches: the one last in use, else the first. */
export function tabStop(lane: readonly string[], lastUsed: string | null): string | null {
  return lane.find((id) => id === lastUsed) ?? lane[0] ?? null;
}
