// The result card of a closed job, and what can be done with it.
import type { ResultView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

/** Four weeks. */
const AGAIN_DAYS = 28;

export class ResultState {
  readonly asked: Asked<ResultView>;
  /** The person does not want to be reminded; the question goes. */
  isDeclined = $state(false);
  isNaming = $state(false);

  constructor(
    private readonly session: Session,
    /** The number of the job. */
    readonly job: string,
  ) {
    this.asked = new Asked(() => session.api.call('result', { job }));
  }

  async remind(): Promise<void> {
    await this.#do(() => this.session.api.call('remind_again', { job: this.job, days: AGAIN_DAYS }), null);
  }

  async forget(): Promise<void> {
    await this.#do(() => this.session.api.call('remind_again', { job: this.job, days: null }), null);
  }

  async copy(text: string): Promise<void> {
    await this.#do(() => this.session.api.desk.copyText(text), 'window-result-copied');
  }

  async saveTemplate(name: string): Promise<void> {
    this.isNaming = false;
    await this.#do(
      () => this.session.api.call('save_template', { job: this.job, name }),
      'window-template-saved',
    );
  }

  async again(): Promise<void> {
    await this.#do(async () => {
      const board = await this.session.api.call('repeat_job', { job: this.job });
      this.session.router.go({ screen: 'board', job: board.job.ref });
    }, null);
  }

  /** The job goes on where it was; it can be closed again, or the step taken back. */
  async reopen(): Promise<void> {
    const { api, notices, router, words } = this.session;
    notices.close();
    try {
      const { job } = await api.call('reopen_job', { job: this.job });
      const undo = { label: words.say('window-undo'), run: () => void this.session.undo() };
      notices.tell(words.say('window-board-job-reopened'), undo);
      router.go({ screen: 'board', job: job.ref });
    } catch (thrown) {
      this.session.refuse(thrown);
      await this.asked.refresh();
    }
  }

  async #do(command: () => Promise<unknown>, done: string | null): Promise<void> {
    const { notices, words } = this.session;
    notices.close();
    try {
      await command();
      if (done !== null) notices.tell(words.say(done));
    } catch (thrown) {
      this.session.refuse(thrown);
    }
    await this.asked.refresh();
  }
}
