// Adding items from anywhere: each line is one, and says itself of what kind, for which job and with whom.
import { CallError } from '../../api/error';
import type { Session } from '../../session.svelte';

export class QuickAddState {
  text = $state('');
  isBusy = $state(false);
  /** Why the lines were not taken. The notice line lies behind the dialog. */
  problem = $state.raw<CallError | null>(null);

  constructor(
    private readonly session: Session,
    /** The number of the job that a line means when it names none. */
    private readonly job: string | null,
  ) {}

  /** Adds all of the lines or none; whether it happened. */
  async add(): Promise<boolean> {
    if (this.isBusy || this.text.trim() === '') return false;
    const { api, notices, words } = this.session;
    this.isBusy = true;
    this.problem = null;
    notices.close();
    try {
      const { added } = await api.call('quick_add', { text: this.text, job: this.job });
      const undo = { label: words.say('window-undo'), run: () => void this.session.undo() };
      notices.tell(words.say('window-board-added', { count: added.length }), undo);
      return true;
    } catch (thrown) {
      this.problem = CallError.from(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
