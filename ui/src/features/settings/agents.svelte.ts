// Who can work: the agents in use, what could be added of this computer, and whether one can begin.
import type { AddAgent, AgentsView, AgentView, FoundAgentsView } from '../../api/generated';
import { type Offer, offersOf } from '../../at-work/found';
import { CLIPBOARD, isProgram } from '../../at-work/work';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

/** What came of a test. */
export interface Tested {
  readonly agent: string;
  readonly works: boolean;
  readonly text: string;
}

export class AgentsState {
  readonly asked: Asked<AgentsView>;
  /** `view` is null until it was looked for. */
  readonly found: Asked<FoundAgentsView>;
  /** A command is on its way; a test may take a while. */
  isBusy = $state(false);
  /** The agent that is being tried. */
  testing = $state<string | null>(null);
  tested = $state.raw<Tested | null>(null);

  readonly programs: readonly AgentView[] = $derived.by(() =>
    (this.asked.view?.agents ?? []).filter(isProgram),
  );
  readonly offers: readonly Offer[] | null = $derived.by(() =>
    this.found.view === null || this.asked.view === null
      ? null
      : offersOf(this.found.view, this.asked.view.agents),
  );
  /** Whom *hand over to AI* means. */
  readonly preferred: string = $derived.by(
    () => this.programs.find(({ isPreferred }) => isPreferred)?.name ?? CLIPBOARD,
  );

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('agents', {}));
    this.found = new Asked(() => session.api.call('find_agents', {}));
  }

  async add(request: Omit<AddAgent, 'preferred'>): Promise<boolean> {
    // Who adds the first one means to use it.
    const preferred = this.programs.length === 0;
    return this.#do('window-agent-added', request.name, () =>
      this.session.api.call('add_agent', { ...request, preferred }),
    );
  }

  async prefer(name: string): Promise<void> {
    await this.#do(null, name, () => this.session.api.call('prefer_agent', { name }));
  }

  async remove(name: string): Promise<void> {
    const isGone = await this.#do('window-agent-removed', name, () =>
      this.session.api.call('remove_agent', { name }),
    );
    if (isGone && this.tested?.agent === name) this.tested = null;
  }

  /** Lets it begin in an empty folder and end again. */
  async test(name: string): Promise<void> {
    this.testing = name;
    this.tested = null;
    try {
      const { works, text } = await this.session.api.call('test_agent', { name });
      this.tested = { agent: name, works, text };
      this.session.announcer.say(text);
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.testing = null;
    }
  }

  async #do(done: string | null, agent: string, command: () => Promise<AgentsView>): Promise<boolean> {
    if (this.isBusy) return false;
    const { notices, words } = this.session;
    this.isBusy = true;
    notices.close();
    try {
      this.asked.accept(await command());
      if (done !== null) notices.tell(words.say(done, { agent }));
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
