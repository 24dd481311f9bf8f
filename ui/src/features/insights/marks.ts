// Which mark of a drawing somebody points at: the one under the pointer, else the nearest within reach.

/** In CSS pixels: a mark of a few pixels is hard to hit. */
const REACH = 20;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The place of the nearest of some boxes; null when none is within reach. */
export function nearest(boxes: readonly Box[], x: number, y: number): number | null {
  let found: number | null = null;
  let least = REACH;
  boxes.forEach((box, place) => {
    const aside = Math.max(box.left - x, 0, x - box.right);
    const above = Math.max(box.top - y, 0, y - box.bottom);
    const far = Math.hypot(aside, above);
    if (far < least) [least, found] = [far, place];
  });
  return found;
}

/** The number of the mark at a place of the page. */
export function nearestMark(drawing: HTMLElement, x: number, y: number): number | null {
  const marks = [...drawing.querySelectorAll<SVGElement>('[data-i]')];
  const place = nearest(
    marks.map((mark) => mark.getBoundingClientRect()),
    x,
    y,
  );
  return place === null ? null : Number(marks[place]?.dataset['i']);
}
