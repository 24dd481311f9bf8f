// The person's own prices of models, as the core last said them.
import type { PricesView, SetPrice } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';

/** What is typed of a price: US dollars per million tokens; the two of the cache may stay empty. */
export interface PriceDraft {
  model: string;
  input: string;
  output: string;
  cacheRead: string;
  cacheWrite: string;
}

export const noPrice = (): PriceDraft => ({ model: '', input: '', output: '', cacheRead: '', cacheWrite: '' });

export class PricesState {
  readonly asked: Asked<PricesView>;
  /** A command is on its way. */
  isBusy = $state(false);

  constructor(private readonly session: Session) {
    this.asked = new Asked(() => session.api.call('prices', {}));
  }

  /** Whether it was set. */
  async set(draft: PriceDraft): Promise<boolean> {
    const request = requestOf(draft);
    return this.#do(async ({ api, words }) => {
      this.asked.accept(await api.call('set_price', request));
      return words.say('window-prices-set', { model: request.model });
    });
  }

  async forget(model: string): Promise<void> {
    await this.#do(async ({ api, words }) => {
      this.asked.accept(await api.call('forget_price', { model }));
      return words.say('window-prices-forgotten', { model });
    });
  }

  async forgetImported(): Promise<void> {
    await this.#do(async ({ api }) => {
      this.asked.accept(await api.call('forget_price', { model: null }));
      return null;
    });
  }

  /** A table the person downloaded and chooses now. */
  async import(): Promise<void> {
    await this.#do(async ({ api, words }) => {
      const [path] = await api.desk.pickFiles(words.say('window-prices-import-title'));
      if (path === undefined) return null;
      this.asked.accept(await api.call('import_prices', { path }));
      return this.asked.view?.imported?.text ?? null;
    });
  }

  /** Runs a command, and says what it answers with; whether it happened. */
  async #do(command: (session: Session) => Promise<string | null>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.session.notices.close();
    try {
      const done = await command(this.session);
      if (done !== null) this.session.notices.tell(done);
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

/** What is left empty is not known, which is not zero. */
export function requestOf(draft: PriceDraft): SetPrice {
  const known = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    model: draft.model.trim(),
    input: draft.input.trim(),
    output: draft.output.trim(),
    cacheRead: known(draft.cacheRead),
    cacheWrite: known(draft.cacheWrite),
  };
}
