// `G`, then a letter, goes to a page. The second key belongs to the first: no row may take it for its own.
import { isComposing, type Pressed } from './keys';
import type { PlainScreen } from './router.svelte';

/** How long the second key is waited for. */
export const GO_MS = 1500;

export const GO_KEYS: ReadonlyMap<string, PlainScreen> = new Map([
  ['KeyT', 'today'],
  ['KeyJ', 'jobs'],
  ['KeyR', 'review'],
  ['KeyI', 'insights'],
  ['KeyW', 'weekly'],
]);

export type GoStep = 'none' | 'armed' | { screen: PlainScreen };

export class GoKeys {
  #armedAt = -Infinity;

  /** What a key pressed at `at` (ms) means. Another key than the known ones only ends the waiting. */
  press(event: Pressed, at: number): GoStep {
    const isArmed = at - this.#armedAt <= GO_MS;
    this.#armedAt = -Infinity;
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return 'none';
    const screen = isArmed ? GO_KEYS.get(event.code) : undefined;
    if (screen !== undefined) return { screen };
    if (event.code !== 'KeyG') return 'none';
    this.#armedAt = at;
    return 'armed';
  }
}
