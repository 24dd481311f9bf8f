// The zones and rows that a drag goes over, and the place a point means there. They are looked for once and again only
// when some come or go; where they are is measured when it is asked, a dozen boxes each time, because rows that come
// into sight may be higher than they were thought to be.
import { rowsBefore, type Span } from './drag-place';

/** Where a load would land: the zone, and the row it would come before (null: after the last). */
export interface DropPlace {
  readonly zone: string;
  readonly before: string | null;
}

/** The line that shows it, in pixels of the window. */
export interface DropLine {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Landing {
  readonly place: DropPlace | null;
  readonly line: DropLine | null;
}

interface Zone {
  readonly name: string;
  readonly element: HTMLElement;
  readonly rows: readonly HTMLElement[];
  readonly groups: readonly Group[];
}

/** Rows with the same parent. What is out of sight may not be laid out inside, so its rows are not measured. */
interface Group {
  readonly element: Element | null;
  /** The place of its first row in the zone. */
  readonly start: number;
  readonly count: number;
}

/** Rows say `data-drag="id"`, zones `data-zone="name"`; rows are anchors for a place inside their zone. */
export const ROW = '[data-drag]';
const ZONE = '[data-zone]';
const NOWHERE: Landing = { place: null, line: null };

export class DropZones {
  #known: readonly Zone[] | null = null;
  readonly #watch = new MutationObserver(() => (this.#known = null));

  /** Watches `area` until `end`; `scroller` shows a part of it. */
  constructor(
    private readonly area: Element,
    private readonly scroller: Element | null,
  ) {
    const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ['data-drag'] };
    this.#watch.observe(area, changes);
  }

  at(x: number, y: number): Landing {
    if (this.scroller !== null && !isInside(this.scroller, x, y)) return NOWHERE;
    const zone = this.#all().find(({ element }) => isInside(element, x, y));
    if (zone === undefined) return NOWHERE;
    const { name, rows } = zone;
    const index = indexAt(zone, y);
    const place = { zone: name, before: rows[index]?.dataset.drag ?? null };
    return { place, line: lineAt(rows[index - 1], rows[index]) };
  }

  end(): void {
    this.#watch.disconnect();
  }

  #all(): readonly Zone[] {
    this.#known ??= [...this.area.querySelectorAll<HTMLElement>(ZONE)].map(zoneOf);
    return this.#known;
  }
}

function zoneOf(element: HTMLElement): Zone {
  const rows = [...element.querySelectorAll<HTMLElement>(ROW)];
  const starts = rows.flatMap((row, at) => (row.parentElement === rows[at - 1]?.parentElement ? [] : [at]));
  const groups = starts.map((start, at) => ({
    element: rows[start]?.parentElement ?? null,
    start,
    count: (starts[at + 1] ?? rows.length) - start,
  }));
  return { name: element.dataset.zone ?? '', element, rows, groups };
}

/** How many rows of the zone lie before `y`. */
function indexAt({ rows, groups }: Zone, y: number): number {
  // The group that `y` is in or before: its lower edge decides, not its middle.
  const at = rowsBefore(y, groups.length, (group) => {
    const { bottom } = spanOf(groups[group]?.element ?? undefined);
    return { top: bottom, bottom };
  });
  const group = groups[at];
  if (group === undefined) return rows.length;
  return group.start + rowsBefore(y, group.count, (row) => spanOf(rows[group.start + row]));
}

/** Half way between two rows; at an end as far from its only row. */
function lineAt(above: Element | undefined, below: Element | undefined): DropLine | null {
  const beside = (below ?? above)?.getBoundingClientRect();
  if (beside === undefined) return null;
  const y = below === undefined ? beside.bottom + 4 : beside.top - 4;
  return { x: beside.left, y, width: beside.width };
}

function isInside(element: Element, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x < right && y >= top && y < bottom;
}

export function spanOf(element: Element | undefined): Span {
  return element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
}
