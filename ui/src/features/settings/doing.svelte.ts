// Commands of a part of the settings, one at a time, each of which says what it came to.
import type { Session } from '../../session.svelte';

export class Doing {
  /** A command is on its way. */
  isBusy = $state(false);

  constructor(protected readonly session: Session) {}

  /** Runs a command, and says what it answers with; whether it happened. */
  protected async do(command: (session: Session) => Promise<string | null>): Promise<boolean> {
    if (this.isBusy) return false;
    const { notices } = this.session;
    this.isBusy = true;
    notices.close();
    try {
      const done = await command(this.session);
      if (done !== null) notices.tell(done);
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
