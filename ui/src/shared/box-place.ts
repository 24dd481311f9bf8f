// Where a small box stands beside what opened it: below it and to its left, or wherever there is room. Pure.

/** The room kept to the edges of the window. */
const MARGIN = 8;
const GAP = 4;

export interface Anchor {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function boxPlace(
  anchor: Anchor,
  box: { readonly offsetWidth: number; readonly offsetHeight: number },
  room: { readonly innerWidth: number; readonly innerHeight: number },
): { left: number; top: number } {
  const fitsBelow = anchor.bottom + GAP + box.offsetHeight + MARGIN <= room.innerHeight;
  const top = fitsBelow ? anchor.bottom + GAP : anchor.top - GAP - box.offsetHeight;
  // A wide anchor is a row: its box begins where the row does. A narrow one is a button: their right edges meet.
  const isButton = anchor.right - anchor.left < box.offsetWidth;
  const left = isButton ? anchor.right - box.offsetWidth : anchor.left;
  return {
    left: clamped(left, room.innerWidth - box.offsetWidth),
    top: clamped(top, room.innerHeight - box.offsetHeight),
  };
}

function clamped(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most - MARGIN));
}
