// What today is about, as the core last said it, and the short answers that can be given here.
import type { Then, TodayItem, TodayView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import { isGoingOn } from '../../at-work/work';
import type { Session } from '../../session.svelte';

export class TodayState {
  readonly asked: Asked<TodayView>;
  /** The item whose answer was no good; the reason is asked for. */
  noGood = $state.raw<TodayItem | null>(null);

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('today', {}));
  }

  /** AI is at something. */
  get isLive(): boolean {
    const { needsYou, working } = this.asked.view ?? { needsYou: [], working: [] };
    return [...needsYou, ...working].some(({ card }) => isGoingOn(card));
  }

  /** The brief was copied, and nothing was ever asked with it. */
  async neverSent({ card }: TodayItem): Promise<void> {
    await this.#answer(async () => {
      await this.session.api.call('never_sent', { item: card.id });
      return this.session.words.say('window-today-noted', { title: card.title });
    });
  }

  async sayNoGood({ card }: TodayItem, reason: string, then: Then): Promise<void> {
    this.noGood = null;
    await this.#answer(async () => {
      await this.session.api.call('no_good', { item: card.id, reason, then });
      return this.session.words.say('window-today-noted', { title: card.title });
    });
  }

  async forgetReminder(job: string): Promise<void> {
    await this.#answer(async () => {
      await this.session.api.call('remind_again', { job, days: null });
      return this.session.words.say('window-today-forgotten');
    });
  }

  /** The same job again, from its board. */
  async again(job: string): Promise<void> {
    await this.#answer(async () => {
      const board = await this.session.api.call('repeat_job', { job });
      this.session.router.go({ screen: 'board', job: board.job.ref });
      return this.session.words.say('window-again-begun', { title: board.job.title });
    });
  }

  async #answer(command: () => Promise<string>): Promise<void> {
    const { notices, words } = this.session;
    notices.close();
    try {
      const label = words.say('window-undo');
      notices.tell(await command(), { label, run: () => void this.session.undo() });
    } catch (thrown) {
      this.session.refuse(thrown);
    }
    void this.asked.refresh();
  }
}
