// The digits that give a verdict, told apart by their place on the keyboard.
import { isComposing, type Pressed } from '../../lib/keys';

export type VerdictKey = 'accept' | 'rework' | 'reject';

const KEYS: ReadonlyMap<string, VerdictKey> = new Map([
  ['Digit1', 'accept'],
  ['Numpad1', 'accept'],
  ['Digit2', 'rework'],
  ['Numpad2', 'rework'],
  ['Digit3', 'reject'],
  ['Numpad3', 'reject'],
]);

export function verdictKey(event: Pressed): VerdictKey | null {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  return KEYS.get(event.code) ?? null;
}

/** Steps in the queue, where no row has the focus. */
export function queueStep(event: Pressed): -1 | 1 | null {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.code === 'KeyJ') return 1;
  return event.code === 'KeyK' ? -1 : null;
}
