// Dragging rows with the mouse or a pen. Pointer events only: HTML5 dragging is not dependable in WebKitGTK. While it
// lasts nothing in the list changes; a drop is reported once. A finger scrolls, so it does not drag.
import { SvelteSet } from 'svelte/reactivity';

import { isBeyondThreshold, rowsBefore, scrollSpeed } from './drag-place';

/** What goes along with the row that was grabbed. */
export interface Load {
  readonly ids: readonly string[];
  /** What the picture at the pointer says. */
  readonly label: string;
}

/** Where the load would land: the zone, and the row it would come before (null: after the last). */
export interface DropPlace {
  readonly zone: string;
  readonly before: string | null;
}

/** What is drawn while dragging, in pixels of the window. */
export interface DragPicture {
  readonly load: Load;
  readonly x: number;
  readonly y: number;
  readonly place: DropPlace | null;
  readonly line: { readonly x: number; readonly y: number; readonly width: number } | null;
}

export interface DragWorld {
  /** The load of a row, or null when it stays where it is. */
  grab(row: string): Load | null;
  drop(load: Load, place: DropPlace): void;
}

/** Rows say `data-drag="id"`, zones `data-zone="name"`; rows are anchors for a place inside their zone. */
const ROW = '[data-drag]';
const ZONE = '[data-zone]';
/** These are pressed, not dragged. */
const CONTROLS = 'button, a, input, textarea, select, label, summary, [role=menu], [role=dialog]';

export class PointerDrag {
  picture = $state.raw<DragPicture | null>(null);
  /** The rows that are being dragged. */
  readonly lifted = new SvelteSet<string>();
  #load: Load | null = null;
  #row = '';
  #start = { x: 0, y: 0 };
  #point = { x: 0, y: 0 };
  #frame = 0;
  #scroller: Element | null = null;
  #ending: AbortController | null = null;

  constructor(private readonly world: DragWorld) {}

  /** Listens to presses inside `area`: `{@attach drag.within}`. */
  readonly within = (area: HTMLElement): (() => void) => {
    const press = (event: PointerEvent) => this.#press(event);
    area.addEventListener('pointerdown', press);
    return () => {
      area.removeEventListener('pointerdown', press);
      this.#end();
    };
  };

  #press(event: PointerEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>(ROW);
    if (event.button !== 0 || event.pointerType === 'touch' || target?.closest(CONTROLS) || !row) return;
    // Without this WebKit would begin to select text; it also keeps the focus from moving, so that is done here.
    event.preventDefault();
    row.focus({ preventScroll: true });
    this.#row = row.dataset.drag ?? '';
    this.#start = this.#point = { x: event.clientX, y: event.clientY };
    this.#listen();
  }

  /** Only between press and release does anything listen to the window. */
  #listen(): void {
    this.#ending?.abort();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    addEventListener('pointermove', (event) => this.#move(event), { signal });
    addEventListener('pointerup', () => this.#release(), { signal });
    addEventListener('pointercancel', () => this.#end(), { signal });
    addEventListener('blur', () => this.#end(), { signal });
    addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
  }

  #move(event: PointerEvent): void {
    // Released where nobody saw it: over another program.
    if (event.buttons === 0) {
      this.#end();
      return;
    }
    this.#point = { x: event.clientX, y: event.clientY };
    if (this.#load === null && isBeyondThreshold(this.#start, this.#point)) this.#begin();
  }

  #begin(): void {
    this.#load = this.world.grab(this.#row);
    if (this.#load === null) {
      this.#end();
      return;
    }
    this.#scroller = scrollerOf(document.querySelector(ZONE));
    for (const id of this.#load.ids) this.lifted.add(id);
    document.documentElement.classList.add('dragging');
    this.#follow();
  }

  /** Once a frame, however many moves came in between; the list scrolls under a resting pointer too. */
  #follow(): void {
    if (this.#load === null) return;
    const speed = this.#scroller === null ? 0 : scrollSpeed(this.#point.y, spanOf(this.#scroller));
    if (speed !== 0) this.#scroller?.scrollBy(0, speed);
    this.picture = { load: this.#load, ...this.#point, ...placeAt(this.#point) };
    this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #release(): void {
    const load = this.#load;
    // The pointer may have moved since the last frame.
    const place = load === null ? null : placeAt(this.#point).place;
    if (load !== null) swallowClick();
    this.#end();
    if (load !== null && place !== null) this.world.drop(load, place);
  }

  #key(event: KeyboardEvent): void {
    // No command may come between a press and its release.
    event.stopPropagation();
    if (event.code !== 'Escape') return;
    event.preventDefault();
    if (this.#load !== null) swallowClick();
    this.#end();
  }

  #end(): void {
    this.#ending?.abort();
    cancelAnimationFrame(this.#frame);
    document.documentElement.classList.remove('dragging');
    this.#ending = this.#load = this.picture = null;
    this.lifted.clear();
  }
}

function placeAt({ x, y }: { x: number; y: number }): Pick<DragPicture, 'place' | 'line'> {
  const zone = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>(ZONE))
    .find((found) => found !== null);
  if (zone === undefined) return { place: null, line: null };
  const rows = [...zone.querySelectorAll<HTMLElement>(ROW)];
  const index = rowsBefore(y, rows.length, (row) => spanOf(rows[row]));
  const place = { zone: zone.dataset.zone ?? '', before: rows[index]?.dataset.drag ?? null };
  return { place, line: lineAt(rows[index - 1], rows[index]) };
}

/** Half way between two rows; at an end as far from its only row. */
function lineAt(above: Element | undefined, below: Element | undefined): DragPicture['line'] {
  const beside = (below ?? above)?.getBoundingClientRect();
  if (beside === undefined) return null;
  const y = below === undefined ? beside.bottom + 4 : beside.top - 4;
  return { x: beside.left, y, width: beside.width };
}

function spanOf(element: Element | undefined): { top: number; bottom: number } {
  return element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
}

function scrollerOf(element: Element | null): Element | null {
  for (let outer = element; outer !== null; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return document.scrollingElement;
}

/** Letting go after a drag is no click on what lies below. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  addEventListener('click', swallow, { capture: true, once: true });
  // A click comes right after the release, or never.
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}
