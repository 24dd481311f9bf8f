// Who can work: the agents in use, what could be added of this computer, and whether one can begin.
import type { AddAgent, AgentsView, AgentView, FoundAgentsView, KeysView } from '../../api/generated';
import { type Offer, offersOf } from '../../at-work/found';
import { CLIPBOARD, isProgram } from '../../at-work/work';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';
import { Doing } from './doing.svelte';

/** What came of a test. */
export interface Tested {
  readonly agent: string;
  readonly works: boolean;
  readonly text: string;
}

export class AgentsState extends Doing {
  readonly asked: Asked<AgentsView>;
  /** `view` is null until it was looked for. */
  readonly found: Asked<FoundAgentsView>;
  readonly keys: Asked<KeysView>;
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

  constructor(session: Session) {
    super(session);
    this.asked = new Asked(() => session.api.call('agents', {}));
    this.found = new Asked(() => session.api.call('find_agents', {}));
    this.keys = new Asked(() => session.api.call('keys', {}));
  }

  /** Asks for what can be answered at once; what is on this computer has to be looked for. */
  begin(): void {
    void this.asked.refresh();
    void this.keys.refresh();
  }

  async add(request: Omit<AddAgent, 'preferred'>): Promise<boolean> {
    // Who adds the first one means to use it.
    const preferred = this.programs.length === 0;
    return this.do(async ({ api, words }) => {
      this.asked.accept(await api.call('add_agent', { ...request, preferred }));
      // Its key may be one that is missing.
      void this.keys.refresh();
      return words.say('window-agent-added', { agent: request.name });
    });
  }

  /** The key goes to the core and is held nowhere here; whether it was kept. */
  async setKey(name: string, key: string, onlyThisRun: boolean): Promise<boolean> {
    return this.do(async ({ api, words }) => {
      this.keys.accept(await api.call('set_key', { name, key, onlyThisRun }));
      return words.say(onlyThisRun ? 'window-secret-kept-this-run' : 'window-secret-kept', { key: name });
    });
  }

  async forgetKey(name: string): Promise<void> {
    await this.do(async ({ api, words }) => {
      this.keys.accept(await api.call('forget_key', { name }));
      return words.say('window-secret-forgotten', { key: name });
    });
  }

  async prefer(name: string): Promise<void> {
    await this.do(async ({ api }) => {
      this.asked.accept(await api.call('prefer_agent', { name }));
      return null;
    });
  }

  async remove(name: string): Promise<void> {
    const isGone = await this.do(async ({ api, words }) => {
      this.asked.accept(await api.call('remove_agent', { name }));
      void this.keys.refresh();
      return words.say('window-agent-removed', { agent: name });
    });
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
}
