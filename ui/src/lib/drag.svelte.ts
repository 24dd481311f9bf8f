// Dragging rows with the mouse or a pen. Pointer events only: HTML5 dragging is not dependable in WebKitGTK. While it
// lasts nothing in the list changes; a drop is reported once. A finger scrolls, so it does not drag.
import { isBeyondThreshold, scrollSpeed } from './drag-place';
import { DropZones, type DropPlace, type Landing, ROW, spanOf } from './drop-zones';
import { KeyedSet } from './keyed.svelte';

/** What goes along with the row that was grabbed. */
export interface Load {
  readonly ids: readonly string[];
  /** What the picture at the pointer says. */
  readonly label: string;
}

/** What is drawn while dragging, in pixels of the window. */
export interface DragPicture extends Landing {
  readonly load: Load;
  readonly x: number;
  readonly y: number;
}

export interface DragWorld {
  /** The load of a row, or null when it stays where it is. */
  grab(row: string): Load | null;
  drop(load: Load, place: DropPlace): void;
}

/** These are pressed, not dragged. */
const CONTROLS = 'button, a, input, textarea, select, label, summary, [role=menu], [role=dialog]';

export class PointerDrag {
  picture = $state.raw<DragPicture | null>(null);
  /** The rows that are being dragged. */
  readonly lifted = new KeyedSet();
  #load: Load | null = null;
  #row = '';
  #start = { x: 0, y: 0 };
  #point = { x: 0, y: 0 };
  #frame = 0;
  #area: Element | null = null;
  #scroller: Element | null = null;
  #zones: DropZones | null = null;
  /** How far the list was scrolled when the picture was made. */
  #scrolled = 0;
  #ending: AbortController | null = null;

  constructor(private readonly world: DragWorld) {}

  /** Listens to presses inside `area`: `{@attach drag.within}`. */
  readonly within = (area: HTMLElement): (() => void) => {
    const press = (event: PointerEvent) => this.#press(event);
    this.#area = area;
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
    // The picture lies over the list, so that the list does not hear of the wheel.
    addEventListener('wheel', (event) => this.#scroll(event.deltaY), { signal, passive: true });
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
    if (this.#load === null || this.#area === null) {
      this.#end();
      return;
    }
    this.#scroller = scrollerOf(this.#area);
    this.#zones = new DropZones(this.#area, this.#scroller);
    for (const id of this.#load.ids) this.lifted.add(id);
    this.#follow();
  }

  /** Once a frame, however many moves came in between; the list scrolls under a resting pointer too. */
  #follow(): void {
    if (this.#load === null) return;
    this.#scroll(this.#scroller === null ? 0 : scrollSpeed(this.#point.y, spanOf(this.#scroller)));
    if (this.#hasMoved()) this.#draw(this.#load);
    this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #hasMoved(): boolean {
    const { x, y } = this.picture ?? { x: NaN, y: NaN };
    return x !== this.#point.x || y !== this.#point.y || this.#scrolled !== (this.#scroller?.scrollTop ?? 0);
  }

  #draw(load: Load): void {
    const { x, y } = this.#point;
    const landing = this.#zones?.at(x, y) ?? { place: null, line: null };
    this.#scrolled = this.#scroller?.scrollTop ?? 0;
    this.picture = { load, x, y, ...landing };
  }

  #scroll(by: number): void {
    if (this.#load !== null && by !== 0) this.#scroller?.scrollBy(0, by);
  }

  #release(): void {
    const load = this.#load;
    // The pointer may have moved since the last frame.
    const place = this.#zones?.at(this.#point.x, this.#point.y).place ?? null;
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
    this.#zones?.end();
    this.#ending = this.#load = this.#zones = this.picture = null;
    this.lifted.clear();
  }
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
