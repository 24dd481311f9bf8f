// Where a dragged row would land, and how fast the list runs along. Pure: places come as numbers.

/** A row's height on the screen. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Before a pointer has gone this far, pressing is not dragging. */
export const THRESHOLD_PX = 6;
/** So near to its edge a list begins to scroll. */
export const EDGE_PX = 40;
/** The fastest it scrolls, at the very edge or beyond. */
const MOST_PX_A_FRAME = 18;

export function isBeyondThreshold(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= THRESHOLD_PX;
}

/**
 * How many rows lie before `y`: a row does when its middle is above. Rows stand below each other, so half of what is
 * left is ruled out at a time, and few of a thousand rows are measured.
 */
export function rowsBefore(y: number, count: number, span: (index: number) => Span): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { top, bottom } = span(middle);
    if ((top + bottom) / 2 < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pixels to scroll in this frame; negative is up, 0 away from the edges. */
export function scrollSpeed(y: number, list: Span): number {
  const depth = Math.max(list.top + EDGE_PX - y, 0) - Math.max(y - (list.bottom - EDGE_PX), 0);
  const share = Math.max(-1, Math.min(1, depth / EDGE_PX));
  return share === 0 ? 0 : -Math.round(share * MOST_PX_A_FRAME);
}

/** `order` after `moved` was put before `before` (null: at the end). */
export function orderAfter(
  order: readonly string[],
  moved: readonly string[],
  before: string | null,
): string[] {
  const others = order.filter((id) => !moved.includes(id));
  const next = before === null ? -1 : firstKept(order, moved, before);
  const at = next === -1 ? others.length : others.indexOf(order[next] ?? '');
  return others.toSpliced(at, 0, ...moved);
}

/** A place before a row that moves itself is the place before the next one that does not. */
function firstKept(order: readonly string[], moved: readonly string[], from: string): number {
  const start = order.indexOf(from);
  return start === -1 ? -1 : order.findIndex((id, index) => index >= start && !moved.includes(id));
}
