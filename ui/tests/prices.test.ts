import { describe, expect, it } from 'vitest';

import { CallError } from '../src/api/error';
import type { PricesView } from '../src/api/generated';
import { noPrice, PricesState, requestOf } from '../src/features/settings/prices.svelte';
import { sessionOn } from './core';

const view = (part: Partial<PricesView> = {}): PricesView => ({
  prices: [],
  imported: null,
  unpriced: [],
  ...part,
});
const TABLE = { count: 2, asOf: '2026-11-27', text: '2 models by the table imported on 2026-11-27' };

describe('own prices', () => {
  it('leave out what nobody knows instead of calling it zero', () => {
    const draft = { ...noPrice(), model: ' qwen3:8b ', input: '0', output: ' 0 ', cacheRead: '  ' };

    expect(requestOf(draft)).toEqual({
      model: 'qwen3:8b',
      input: '0',
      output: '0',
      cacheRead: null,
      cacheWrite: null,
    });
  });

  it('keep what was typed when the core refuses it', async () => {
    const { session } = sessionOn({
      set_price: ({ input }) => {
        throw new CallError('input_price_refused', { value: input }, '', 'failed');
      },
    });
    const model = new PricesState(session);

    expect(await model.set({ ...noPrice(), model: 'm', input: 'much', output: '1' })).toBe(false);
    expect(model.isBusy).toBe(false);
  });

  it('come from a table the person chooses, and go as a whole', async () => {
    const { session, calls, desk } = sessionOn({
      import_prices: () => view({ imported: TABLE }),
      forget_price: () => view(),
    });
    const model = new PricesState(session);

    await model.import();
    expect(calls, 'nothing was chosen').toEqual([]);

    desk.chosen = ['/downloads/table.json'];
    await model.import();
    expect(model.asked.view?.imported).toEqual(TABLE);

    await model.forgetImported();
    expect(model.asked.view?.imported).toBeNull();
    expect(calls).toEqual([
      { name: 'import_prices', request: { path: '/downloads/table.json' } },
      { name: 'forget_price', request: { model: null } },
    ]);
  });
});
