// On the board of the first job: an agent was found on this computer, and shall it be used? Asked once, answered once.
import type { BoardView } from '../../api/generated';
import { type Offer, offersOf } from '../../at-work/found';
import { isProgram } from '../../at-work/work';
import type { Session } from '../../session.svelte';

export class AgentOffer {
  offer = $state.raw<Offer | null>(null);
  isBusy = $state(false);
  #hasLooked = false;

  constructor(private readonly session: Session) {}

  /** Looks for one, if it was never answered and this is the first job. What cannot be looked for is not offered. */
  async look({ job }: BoardView): Promise<void> {
    if (this.#hasLooked || job.closedAt !== null || job.isSample) return;
    this.#hasLooked = true;
    const { api } = this.session;
    try {
      if ((await api.call('settings', {})).agentAsked) return;
      const [{ agents }, { jobs }] = await Promise.all([api.call('agents', {}), api.call('list_jobs', {})]);
      const isFirst = jobs.every((one) => one.isSample || one.createdAt >= job.createdAt);
      if (!isFirst || agents.some(isProgram)) return;
      this.offer = offersOf(await api.call('find_agents', {}), agents)[0] ?? null;
    } catch {
      this.offer = null;
    }
  }

  /** Whoever has carried a brief by hand has answered. */
  async heed(): Promise<void> {
    if (this.offer === null) return;
    try {
      if ((await this.session.api.call('settings', {})).agentAsked) this.offer = null;
    } catch {
      // The offer stays; the next change asks again.
    }
  }

  /** From now on *hand over to AI* means it. Whether it can begin is tried at once, since that is where it mostly fails. */
  async use(offer: Offer): Promise<void> {
    const { api, notices, words } = this.session;
    this.isBusy = true;
    notices.close();
    try {
      const { agents } = await api.call('add_agent', { ...offer.request, preferred: true });
      this.#answered();
      const veil = agents.find(({ name }) => name === offer.request.name)?.veilText ?? '';
      notices.tell(`${words.say('window-agent-used', { agent: offer.title })} ${veil}`.trim());
      const { works, text } = await api.call('test_agent', { name: offer.request.name });
      if (!works) notices.refuse(text, words.say('window-agent-settings'));
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isBusy = false;
    }
  }

  /** The person carries the briefs to a chat. */
  carry(): void {
    this.#answered();
  }

  #answered(): void {
    this.offer = null;
    // Where it cannot be kept, it will be asked once more at the next start.
    this.session.api.call('settle_agent_offer', {}).catch(() => undefined);
  }
}
