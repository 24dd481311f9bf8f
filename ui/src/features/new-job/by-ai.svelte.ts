// An agent that is asked for the list. It takes as long as it takes: meanwhile the draft stays as it is, and the person's.
import { CallError } from '../../api/error';
import type { SplitByAgentView } from '../../api/generated';
import { isProgram } from '../../at-work/work';
import { askLive } from '../../lib/ticking.svelte';
import type { Session } from '../../session.svelte';

export class ByAi {
  /** The preferred agent, when it can be asked from here. */
  agent = $state<string | null>(null);
  /** Who is asked, and since when. */
  running = $state.raw<{ agent: string; since: number; askedAs: string } | null>(null);
  /** What happens there now. */
  says = $state('');
  /** Why the last list was not taken, in sentences. */
  failed = $state.raw<readonly string[]>([]);

  constructor(private readonly session: Session) {}

  /** Finds out who could be asked. Without an answer nobody is offered: the program splits by itself all the same. */
  async look(): Promise<void> {
    try {
      const { agents } = await this.session.api.call('agents', {});
      this.agent = agents.find((one) => one.isPreferred && isProgram(one))?.name ?? null;
    } catch {
      this.agent = null;
    }
  }

  /** Asks; `null` when no list came of it, and then `failed` says why, or it was stopped. */
  async split(text: string, hours: number | null): Promise<SplitByAgentView | null> {
    const { agent, session } = this;
    if (agent === null || this.running !== null) return null;
    const since = Date.now();
    const askedAs = `draft-${since}`;
    this.running = { agent, since, askedAs };
    this.says = session.words.say('split-by-asked', { agent });
    this.failed = [];
    session.announcer.say(this.says);
    const end = askLive(() => this.#hear(askedAs));
    try {
      const request = { text, hours, title: null, agent, askedAs };
      const view = await session.api.call('split_by_agent', request);
      if (view.isAgents) return view;
      const path = view.answerKept;
      const kept = path === null ? [] : [session.words.say('split-by-kept', { agent: view.agent, path })];
      this.failed = [view.text, session.words.say('window-by-ai-none'), ...kept, view.usedText];
      return null;
    } catch (thrown) {
      const isStopped = CallError.from(thrown).code === 'splitting_stopped';
      if (isStopped) session.announcer.say(session.words.say('window-by-ai-stopped'));
      else this.failed = session.reasons(thrown);
      return null;
    } finally {
      end();
      this.running = null;
      this.says = '';
    }
  }

  /** The agent ends; what it said is given up. */
  async stop(): Promise<void> {
    if (this.running === null) return;
    const { askedAs } = this.running;
    try {
      await this.session.api.call('stop_splitting', { askedAs });
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }

  async #hear(askedAs: string): Promise<void> {
    try {
      const { text } = await this.session.api.call('splitting', { askedAs });
      if (this.running?.askedAs === askedAs && text !== '') this.says = text;
    } catch {
      // The list itself is still waited for; what is said meanwhile is only news.
    }
  }
}
