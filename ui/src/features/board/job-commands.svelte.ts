// What the head of the board asks the core to do with the job as a whole.
import type { BoardView } from '../../api/generated';
import type { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class JobCommands {
  /** A command is on its way. */
  isBusy = $state(false);

  constructor(
    private readonly session: Session,
    private readonly asked: Asked<BoardView>,
    /** The number of the job. */
    private readonly job: string,
  ) {}

  /** How much of it the person thinks AI will do well enough, 0 to 1. */
  async guessShare(share: number): Promise<void> {
    await this.#run('window-board-share-kept', async ({ api }) => {
      this.asked.accept(await api.call('guess_share', { job: this.job, share }));
    });
  }

  async saveTemplate(name: string): Promise<void> {
    await this.#run(
      'window-board-template-saved',
      ({ api }) => api.call('save_template', { job: this.job, name }),
      {
        name,
      },
    );
  }

  /** The same job once more, as a trial of its own, and there. */
  async repeat(): Promise<void> {
    await this.#run('window-board-repeated', async ({ api, router }) => {
      const { job } = await api.call('repeat_job', { job: this.job });
      router.go({ screen: 'board', job: job.ref });
    });
  }

  async reopen(): Promise<void> {
    await this.#run('window-board-job-reopened', async ({ api }) => {
      this.asked.accept(await api.call('reopen_job', { job: this.job }));
    });
  }

  async #run(
    done: string,
    command: (session: Session) => Promise<unknown>,
    args: Record<string, string> = {},
  ): Promise<void> {
    const { notices, words } = this.session;
    if (this.isBusy) return;
    this.isBusy = true;
    notices.close();
    try {
      await command(this.session);
      const undo = { label: words.say('window-undo'), run: () => void this.session.undo() };
      notices.tell(words.say(done, args), undo);
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isBusy = false;
    }
  }
}
