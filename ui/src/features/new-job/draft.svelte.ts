// A job before it is one: the text, and the list the core would make of it. Nothing is stored until it is accepted.
import type { BoardView, PlanView } from '../../api/generated';
import type { Session } from '../../session.svelte';

export class Draft {
  plan = $state.raw<PlanView | null>(null);
  isAsking = $state(false);

  constructor(private readonly session: Session) {}

  async split(text: string): Promise<void> {
    await this.#ask(async (api) => {
      this.plan = await api.call('split_text', { text, hours: null, title: null });
    });
  }

  /** Stores the job; null when that was refused. */
  async accept(text: string): Promise<BoardView | null> {
    let board: BoardView | null = null;
    await this.#ask(async (api) => {
      board = await api.call('create_job', { text, items: null, hours: null, title: null, workspace: null });
    });
    return board;
  }

  async #ask(command: (api: Session['api']) => Promise<void>): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.session.notices.close();
    try {
      await command(this.session.api);
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isAsking = false;
    }
  }
}
