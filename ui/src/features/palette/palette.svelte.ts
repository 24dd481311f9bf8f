// What the palette offers for a text: pages and commands by their names, jobs and items by asking the core.
import type { FoundView } from '../../api/generated';
import type { Command, Offer } from '../../lib/command';
import { hashOf, itemRoute, type Route } from '../../lib/router.svelte';
import type { Session } from '../../session.svelte';

/** In the order they are listed: what is in use on the page first. */
export const GROUPS = ['here', 'commands', 'jobs', 'items'] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry extends Command {
  readonly group: Group;
  /** A second, quieter line: the job of an item. */
  readonly note: string;
}

export class PaletteState {
  text = $state('');
  #active = $state(0);
  #found = $state.raw<FoundView>({ jobs: [], items: [] });
  #asked = 0;

  readonly entries = $derived.by(() => [
    ...this.#matching('here', this.offer?.commands ?? []),
    ...this.#matching('commands', this.commands),
    ...this.#found.jobs.map((job) =>
      this.#goTo('jobs', job.id, job.title, job.summaryText, { screen: 'board', job: job.ref }),
    ),
    ...this.#found.items.map(({ card, jobTitle }) =>
      this.#goTo('items', card.id, card.title, `${card.statusText} · ${jobTitle}`, itemRoute(card.ref)),
    ),
  ]);
  readonly active = $derived(this.entries[Math.min(this.#active, this.entries.length - 1)] ?? null);

  constructor(
    private readonly session: Session,
    private readonly commands: readonly Command[],
    /** What the page can do with what is in use there. */
    private readonly offer: Offer | null = null,
  ) {}

  async search(text: string): Promise<void> {
    this.text = text;
    this.#active = 0;
    this.#asked += 1;
    const round = this.#asked;
    if (text.trim() === '') {
      this.#found = { jobs: [], items: [] };
      return;
    }
    try {
      const found = await this.session.api.call('find', { text });
      // The person has typed on: only the newest question has an answer here.
      if (round === this.#asked) this.#found = found;
    } catch (thrown) {
      if (round === this.#asked) this.session.refuse(thrown);
    }
  }

  /** The next or the one before; the ends are joined. */
  step(by: -1 | 1): void {
    const count = this.entries.length;
    if (count > 0) this.#active = (Math.min(this.#active, count - 1) + by + count) % count;
  }

  toEnd(end: 'first' | 'last'): void {
    this.#active = end === 'first' ? 0 : this.entries.length - 1;
  }

  #matching(group: Group, commands: readonly Command[]): Entry[] {
    return matching(commands, this.text).map((command) => ({ ...command, group, note: '' }));
  }

  #goTo(group: 'jobs' | 'items', id: string, label: string, note: string, route: Route): Entry {
    // A page that is open already does not change; its address is written all the same.
    return { group, id: `${group}-${id}`, label, note, run: () => (location.hash = hashOf(route)) };
  }
}

/** The commands whose name has every word of the text in it. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands.filter(({ label }) => wanted.every((word) => label.toLowerCase().includes(word)));
}
