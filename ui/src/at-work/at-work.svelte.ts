// What the person does about an item a program works on: stop it and say why, answer it, try again. The same on a row, in
// the panel and on Today; that it happened is heard from the core like every change.
import type { Card, Start, To } from '../api/generated';
import type { Session } from '../session.svelte';
import { KeyedSet } from '../lib/keyed.svelte';
import type { StopReason } from './work';

export class AtWork {
  /** Items whose command has not been answered yet. */
  readonly busy = new KeyedSet();
  /** Stopped here, and nobody has said why. */
  readonly stopped = new KeyedSet();

  constructor(private readonly session: Session) {}

  /** Ends it at once; why is asked afterwards. */
  async stop(card: Card): Promise<void> {
    const { announcer, words } = this.session;
    const hasEnded = await this.#do(card, (api) => api.call('stop_item', { item: card.id, because: null }));
    if (!hasEnded) return;
    this.stopped.add(card.id);
    announcer.say(words.say('window-work-stopped', { title: card.title }));
  }

  async sayWhy(card: Card, because: StopReason): Promise<void> {
    const isSaid = await this.#do(card, (api) => api.call('stop_item', { item: card.id, because }));
    if (isSaid) this.stopped.delete(card.id);
  }

  /** Whether the answer was taken. */
  async answer(card: Card, text: string): Promise<boolean> {
    const { announcer, words } = this.session;
    const isTaken = await this.#do(card, (api) => api.call('answer_question', { item: card.id, text }));
    if (isTaken) announcer.say(words.say('window-work-answered', { title: card.title }));
    return isTaken;
  }

  /** The same agent tries it once more. */
  async again(card: Card): Promise<void> {
    await this.#assign(card, 'window-work-again-told', { who: 'agent', agent: card.assignee });
  }

  /** To whom *hand over to AI* means. */
  async handOver(card: Card): Promise<void> {
    await this.#assign(card, 'window-handed-over', { who: 'ai' });
  }

  /** It was held back, and is to begin at once. */
  async startNow(card: Card): Promise<void> {
    await this.#assign(card, 'window-work-start-told', { who: 'agent', agent: card.assignee }, 'now');
  }

  async takeBack(card: Card): Promise<void> {
    await this.#assign(card, 'window-taken-back', { who: 'me' });
  }

  async #assign(card: Card, done: string, to: To, start: Start | null = null): Promise<void> {
    const { notices, words } = this.session;
    const request = { items: [card.id], to, place: null, guess: null, minutes: null, because: null, start };
    if (!(await this.#do(card, (api) => api.call('assign_items', request)))) return;
    const undo = { label: words.say('window-undo'), run: () => void this.session.undo() };
    notices.tell(words.say(done, { title: card.title, count: 1 }), undo);
  }

  async #do(card: Card, command: (api: Session['api']) => Promise<unknown>): Promise<boolean> {
    if (this.busy.has(card.id)) return false;
    this.busy.add(card.id);
    this.session.notices.close();
    try {
      await command(this.session.api);
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    } finally {
      this.busy.delete(card.id);
    }
  }
}
