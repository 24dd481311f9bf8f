// The settings the core keeps, as it last said them, and what can be done with the record as a whole.
import { CallError } from '../../api/error';
import type { ChangeSettings, ExportAs, SettingsView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import { dayStamp } from '../../lib/day';
import type { Language } from '../../lib/words.svelte';
import type { Session } from '../../session.svelte';

const ENDINGS: Record<ExportAs, string> = { json: 'json', csv: 'csv', markdown: 'md' };

export class SettingsState {
  readonly asked: Asked<SettingsView>;
  /** A question about the whole record is on its way; it may take a while. */
  isBusy = $state(false);

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('settings', {}));
  }

  async change(part: ChangeSettings): Promise<void> {
    try {
      const settings = await this.session.api.call('change_settings', part);
      this.asked.accept(settings);
      this.session.letterKeys = settings.letterKeys;
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }

  /** Speaks another language from now on, in this window and in what the core says. */
  async speak(language: Language): Promise<void> {
    await this.change({ language });
    if (this.asked.view?.language === language) this.session.words.language = language;
  }

  async veilName(name: string): Promise<void> {
    await this.change({ addVeilNames: [name] });
  }

  async unveilName(name: string): Promise<void> {
    await this.change({ removeVeilNames: [name] });
  }

  async copyFolder(path: string): Promise<void> {
    await this.#do(async ({ desk }) => {
      await desk.copyText(path);
      return this.session.words.say('window-settings-copied');
    });
  }

  async backUp(): Promise<void> {
    await this.#do(async (api) => (await api.call('backup', {})).text);
  }

  /** A copy where the person wants it: those in the data folder are deleted with everything else. */
  async backUpElsewhere(): Promise<string | null> {
    return this.#sayHere(async (api) => {
      const folder = await api.desk.pickFolder(this.session.words.say('window-delete-all-where'));
      return folder === null ? null : (await api.call('backup_to', { folder })).text;
    });
  }

  /** Deletes everything, and begins as on the first day: nothing the page holds is true any more. */
  async deleteAll(typed: string): Promise<string | null> {
    return this.#sayHere(async (api) => {
      await api.call('delete_all', { typed });
      location.hash = '#/';
      location.reload();
      return null;
    });
  }

  /** What came of it, for the dialog it was asked in: the notice line lies under that. */
  async #sayHere(command: (api: Session['api']) => Promise<string | null>): Promise<string | null> {
    this.isBusy = true;
    try {
      return await command(this.session.api);
    } catch (thrown) {
      const { words } = this.session;
      const error = CallError.from(thrown);
      return [words.sayError(error), words.sayHint(error)].join(' ').trim();
    } finally {
      this.isBusy = false;
    }
  }

  async verify(): Promise<void> {
    await this.#do(async (api) => {
      const { text, faults } = await api.call('verify', {});
      return [text, ...faults].join(' ');
    });
  }

  async exportAll(format: ExportAs): Promise<void> {
    await this.#do(async (api) => {
      const folder = await api.desk.pickFolder(this.session.words.say('window-settings-export-where'));
      if (folder === null) return null;
      const path = `${folder}/halfday-${dayStamp(Date.now())}.${ENDINGS[format]}`;
      return (await api.call('export_data', { format, path })).text;
    });
  }

  async addSample(): Promise<void> {
    await this.#do(async (api) => {
      const { job } = await api.call('add_sample', {});
      this.session.router.go({ screen: 'board', job: job.ref });
      return null;
    });
  }

  async #do(command: (api: Session['api']) => Promise<string | null>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.session.notices.close();
    try {
      const done = await command(this.session.api);
      if (done !== null) this.session.notices.tell(done);
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isBusy = false;
    }
  }
}
