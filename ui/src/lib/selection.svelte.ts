// Which rows are selected. Rows are named by their ids and stand in an order that the caller knows.
import { KeyedSet } from './keyed.svelte';

export class Selection {
  readonly ids = new KeyedSet();
  /** The row a range begins at. */
  #anchor: string | null = null;

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** One row more, or one less. The next range begins here. */
  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#anchor = id;
  }

  /** From where the last range began, else from `start`, to `id`; what was selected before is not any more. */
  reach(order: readonly string[], start: string, id: string): void {
    const anchor = this.#anchor !== null && order.includes(this.#anchor) ? this.#anchor : start;
    this.choose(between(order, anchor, id));
    this.#anchor = anchor;
  }

  /** These rows and no others. */
  choose(ids: readonly string[]): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked up in once; a row that stays selected is not drawn again
    const wanted = new Set(ids);
    for (const id of this.ids.all()) if (!wanted.has(id)) this.ids.delete(id);
    for (const id of ids) this.ids.add(id);
    this.#anchor = ids[0] ?? null;
  }

  clear(): void {
    this.choose([]);
  }

  /** Rows that are not there any more are not selected either. */
  keep(there: readonly string[]): void {
    if (this.ids.size === 0) return;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a thousand rows are looked up in it, and then it is gone
    const drawn = new Set(there);
    for (const id of this.ids.all()) if (!drawn.has(id)) this.ids.delete(id);
  }
}

/** The rows from one to another, both of them too, in the order of the list. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  if (start === -1 || end === -1) return end === -1 ? [] : [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
