// Keeps the focus where the person works while rows come, go and change sides.
import { tick } from 'svelte';

import { rowAction, takesText, type Pressed } from '../../lib/keys';
import { heir } from './rows';

/**
 * Called before the rows change. A row that goes to the other lane is drawn anew there and takes its focus along; when
 * it is not drawn any more the focus goes to the next row, or to the head of the lane when none is left.
 */
export async function keepFocus(): Promise<void> {
  const row = document.activeElement?.closest<HTMLElement>('[data-item]');
  const lane = row?.closest<HTMLElement>('[data-zone]');
  const id = row?.dataset.item;
  if (!row || !lane || id === undefined) return;
  const order = idsIn(lane);
  await tick();
  // It kept the focus, or the person has gone elsewhere meanwhile.
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  const here = document.getElementById(`item-${id}`);
  const next = here === null ? heir(order, id, new Set(idsIn(lane))) : id;
  const head = lane.querySelector<HTMLElement>('h2');
  (next === null ? head : document.getElementById(`item-${next}`))?.focus();
}

function idsIn(lane: Element): string[] {
  return [...lane.querySelectorAll<HTMLElement>('[data-item]')].map((row) => row.dataset.item ?? '');
}

/** Arrow keys find into the rows from the title or from nowhere. */
export function entersRows(event: Pressed & { readonly target: EventTarget | null }): boolean {
  const isOutside = document.activeElement === document.body || document.activeElement?.id === 'page-title';
  return isOutside && !takesText(event.target) && ['up', 'down'].includes(rowAction(event) ?? '');
}
