// Which of many rows something is true of. Each row is watched by itself: when one comes or goes, only what asked about
// that row is drawn again, and not the thousand others. (SvelteSet wakes everybody who asked about a row that is not in.)

export class KeyedSet {
  readonly #isIn = $state<Record<string, boolean>>({});
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- watched by way of #size and #isIn
  readonly #members = new Set<string>();
  #size = $state(0);
  /** Counts changes, for who goes through all members. */
  #version = $state(0);

  get size(): number {
    return this.#size;
  }

  has(id: string): boolean {
    return this.#isIn[id] === true;
  }

  add(id: string): void {
    if (this.#members.has(id)) return;
    this.#members.add(id);
    this.#changed(id, true);
  }

  /** Whether it was in. */
  delete(id: string): boolean {
    const wasIn = this.#members.delete(id);
    if (wasIn) this.#changed(id, false);
    return wasIn;
  }

  clear(): void {
    for (const id of [...this.#members]) this.delete(id);
  }

  /** The members, in the order they came. */
  all(): string[] {
    void this.#version;
    return [...this.#members];
  }

  #changed(id: string, isIn: boolean): void {
    this.#isIn[id] = isIn;
    this.#size = this.#members.size;
    this.#version += 1;
  }
}

/** At most one row of many: the one in use, the one that is open. */
export class KeyedOne {
  readonly #is = $state<Record<string, boolean>>({});
  #id = $state<string | null>(null);

  get id(): string | null {
    return this.#id;
  }

  set id(id: string | null) {
    const before = this.#id;
    if (before === id) return;
    if (before !== null) this.#is[before] = false;
    if (id !== null) this.#is[id] = true;
    this.#id = id;
  }

  is(id: string): boolean {
    return this.#is[id] === true;
  }
}
