// A brief before it leaves: what would go out, what the veil hides in it, and the copying itself.
import { CallError } from '../../api/error';
import type { BriefView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export class Copying {
  readonly asked: Asked<BriefView>;
  isBusy = $state(false);
  /** It is in the clipboard, and these files go along. */
  copied = $state.raw<BriefView | null>(null);
  /** It was begun, but the system's clipboard did not take it: the person copies it by hand. */
  isByHand = $state(false);
  /** The path that was copied last. */
  copiedPath = $state<string | null>(null);
  problem = $state.raw<CallError | null>(null);

  constructor(
    private readonly session: Session,
    readonly items: readonly string[],
  ) {
    this.asked = new Asked(() => session.api.call('preview_brief', { items: [...items] }));
  }

  /** The brief goes out: its items wait for their answers from now on. */
  async copy(): Promise<void> {
    await this.#do(async () => {
      const brief = await this.session.api.call('copy_brief', { items: [...this.items] });
      try {
        await this.session.api.desk.copyText(brief.text);
        this.isByHand = false;
      } catch {
        this.isByHand = true;
      }
      this.copied = brief;
    });
  }

  /** Hides one more name, in this brief and in all that follow. */
  async veil(name: string): Promise<void> {
    const { api } = this.session;
    await this.#do(async () => {
      const { veilNames } = await api.call('settings', {});
      await api.call('change_settings', { veil: true, veilNames: [...veilNames, name] });
      await this.asked.refresh();
    });
  }

  async copyPath(path: string): Promise<void> {
    await this.#do(async () => {
      await this.session.api.desk.copyText(path);
      this.copiedPath = path;
    });
  }

  /** Shows the file in its folder, from where it can be dragged. */
  async reveal(path: string): Promise<void> {
    await this.#do(() => this.session.api.desk.openPath(folderOf(path)));
  }

  async #do(command: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.problem = null;
    this.session.notices.close();
    try {
      await command();
    } catch (thrown) {
      this.problem = CallError.from(thrown);
    } finally {
      this.isBusy = false;
    }
  }
}

/** The folder a file lies in; both kinds of slash are known. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end <= 0 ? path.slice(0, end + 1) : path.slice(0, end);
}
