// The templates, as the core last said them, and what can be done with one.
import type { JobRow, TemplatesView, TemplateView, UseTemplate } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class TemplatesState {
  readonly asked: Asked<TemplatesView>;
  /** The template that is about to become a job. */
  using = $state.raw<TemplateView | null>(null);
  /** The finished jobs one may be saved from; null while nobody asked. */
  finished = $state.raw<JobRow[] | null>(null);

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('templates', {}));
  }

  async offerFinished(): Promise<void> {
    await this.#do(async (api) => {
      const { jobs } = await api.call('list_jobs', {});
      this.finished = jobs.filter((job) => job.closedAt !== null);
    });
  }

  async save(job: string, name: string): Promise<void> {
    this.finished = null;
    await this.#do(async (api) => {
      this.asked.accept(await api.call('save_template', { job, name }));
      this.#tell('window-template-saved');
    });
  }

  async use(request: UseTemplate): Promise<void> {
    this.using = null;
    await this.#do(async (api) => {
      const board = await api.call('use_template', request);
      this.session.router.go({ screen: 'board', job: board.job.ref });
    });
  }

  async remove(name: string): Promise<void> {
    await this.#do(async (api) => {
      this.asked.accept(await api.call('delete_template', { name }));
      this.#tell('window-template-deleted', { name });
    });
  }

  async pickFolder(): Promise<string | null> {
    const title = this.session.words.say('window-draft-pick-folder');
    let folder: string | null = null;
    await this.#do(async ({ desk }) => {
      folder = await desk.pickFolder(title);
    });
    return folder;
  }

  #tell(done: string, args: Record<string, string> = {}): void {
    const { notices, words } = this.session;
    const label = words.say('window-undo');
    notices.tell(words.say(done, args), { label, run: () => void this.session.undo() });
  }

  async #do(command: (api: Session['api']) => Promise<void>): Promise<void> {
    this.session.notices.close();
    try {
      await command(this.session.api);
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }
}
