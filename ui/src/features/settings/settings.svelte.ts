// The settings the core keeps, as it last said them.
import type { SettingsView } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Language } from '../../lib/words.svelte';
import type { Session } from '../../session.svelte';

export class SettingsState {
  readonly asked: Asked<SettingsView>;

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('settings', {}));
  }

  /** Speaks another language from now on, in this window and in what the core says. */
  async speak(language: Language): Promise<void> {
    try {
      const request = { language };
      this.asked.accept(await this.session.api.call('change_settings', request));
      this.session.words.language = language;
    } catch (thrown) {
      this.session.refuse(thrown);
    }
  }
}
