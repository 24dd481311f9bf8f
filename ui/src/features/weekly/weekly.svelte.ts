// The weeks that have a report, and one of the reports, as the core last said them.
import type { ReportView, WeeksView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

export type ReportFormat = 'html' | 'md' | 'png' | 'pdf';

export class WeeksState {
  readonly asked: Asked<WeeksView>;

  constructor(session: Session) {
    this.asked = new Asked(() => session.api.call('weeks', {}));
  }
}

export class ReportState {
  readonly asked: Asked<ReportView>;
  /** The report as one shows it to others: no title and no file name is in it. */
  hidesTitles = $state(false);

  constructor(
    private readonly session: Session,
    readonly week: string,
  ) {
    this.asked = new Asked(() => session.api.call('report', { week, hideTitles: this.hidesTitles }));
  }

  /** What the person felt AI saved, or that they would rather not say; then the report opens. */
  async answerFelt(felt: string | null): Promise<void> {
    await this.#do(async () => {
      await this.session.api.call('answer_felt', { week: this.week, felt });
      await this.asked.refresh();
      return null;
    });
  }

  /** What the record says now becomes the week's next edition. */
  async issueAgain(): Promise<void> {
    await this.#do(async () => {
      await this.session.api.call('issue_report', { week: this.week });
      await this.asked.refresh();
      return this.session.words.say('window-report-issued-again');
    });
  }

  async copy(markdown: string): Promise<void> {
    await this.#do(async () => {
      await this.session.api.desk.copyText(markdown);
      return this.session.words.say('window-report-copied');
    });
  }

  /** Asks where, and has the core write the report there. */
  async save(format: ReportFormat): Promise<void> {
    await this.#do(async () => {
      const { api, words } = this.session;
      const name = `halfday-${this.week}.${format}`;
      const path = await api.desk.pickPlace(words.say('window-report-save-report'), name);
      if (path === null) return null;
      const { week, hidesTitles: hideTitles } = this;
      const { files, noteText } = await api.call('save_report', {
        week,
        hideTitles,
        format,
        theme: 'light',
        path,
      });
      const told = words.say('window-saved-to', { path: files[0] ?? path });
      return noteText === null ? told : `${told} ${noteText}`;
    });
  }

  async #do(command: () => Promise<string | null>): Promise<void> {
    this.session.notices.close();
    try {
      const done = await command();
      if (done !== null) this.session.notices.tell(done);
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }
}
