// The person's own prices of models, as the core last said them.
import type { PricesView, SetPrice } from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';
import { Doing } from './doing.svelte';

/** What is typed of a price: US dollars per million tokens; the two of the cache may stay empty. */
export interface PriceDraft {
  model: string;
  input: string;
  output: string;
  cacheRead: string;
  cacheWrite: string;
}

export const noPrice = (): PriceDraft => ({
  model: '',
  input: '',
  output: '',
  cacheRead: '',
  cacheWrite: '',
});

export class PricesState extends Doing {
  readonly asked: Asked<PricesView>;

  constructor(session: Session) {
    super(session);
    this.asked = new Asked(() => session.api.call('prices', {}));
  }

  /** Whether it was set. */
  async set(draft: PriceDraft): Promise<boolean> {
    const request = requestOf(draft);
    return this.do(async ({ api, words }) => {
      this.asked.accept(await api.call('set_price', request));
      return words.say('window-prices-set', { model: request.model });
    });
  }

  async forget(model: string): Promise<void> {
    await this.do(async ({ api, words }) => {
      this.asked.accept(await api.call('forget_price', { model }));
      return words.say('window-prices-forgotten', { model });
    });
  }

  async forgetImported(): Promise<void> {
    await this.do(async ({ api }) => {
      this.asked.accept(await api.call('forget_price', { model: null }));
      return null;
    });
  }

  /** A table the person downloaded and chooses now. */
  async import(): Promise<void> {
    await this.do(async ({ api, words }) => {
      const [path] = await api.desk.pickFiles(words.say('window-prices-import-title'));
      if (path === undefined) return null;
      this.asked.accept(await api.call('import_prices', { path }));
      return this.asked.view?.imported?.text ?? null;
    });
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
