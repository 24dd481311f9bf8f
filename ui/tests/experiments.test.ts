import { describe, expect, it } from 'vitest';

import { ExperimentsState, itemsIn } from '../src/features/insights/experiments.svelte';
import { sessionOn } from './core';

const COMPARED = { comparison: 'c', item: '1.2', title: 'Notice', asked: '', a: [], b: [], text: '' };

describe('items a person names', () => {
  it('stand between commas or blanks of any of the three languages', () => {
    expect(itemsIn(' 12.3, 12.4、12.5；12.6  12.7 ')).toEqual(['12.3', '12.4', '12.5', '12.6', '12.7']);
    expect(itemsIn(' ,、')).toEqual([]);
  });
});

describe('a comparison', () => {
  it('has no names until the verdict, which the core says', async () => {
    const judged = { ...COMPARED, judgedText: 'A was goose, B was qwen' };
    const { session, calls } = sessionOn({
      comparison: () => ({ ...COMPARED, judgedText: null }),
      choose_better: () => judged,
    });
    const model = new ExperimentsState(session);

    await model.choose('a');
    expect(calls, 'nothing is compared yet').toEqual([]);
    await model.compare('1.2');
    expect(model.compared?.judgedText).toBeNull();
    await model.choose('tie');

    expect(calls.at(-1)?.request).toEqual({ comparison: 'c', better: 'tie' });
    expect(model.compared?.judgedText).toBe('A was goose, B was qwen');
  });

  it('is saved as one file for a colleague', async () => {
    const { session, desk } = sessionOn({
      comparison: () => ({ ...COMPARED, judgedText: null }),
      comparison_file: () => ({ name: 'halfday-compare-1.2.html', html: '<!doctype html>' }),
    });
    const model = new ExperimentsState(session);
    await model.compare('1.2');

    await model.saveFile();

    expect(desk.saved.get('halfday-compare-1.2.html')).toBe('<!doctype html>');
  });
});

describe('the ladder', () => {
  it('keeps what was typed when the runs were refused', async () => {
    const { session, calls } = sessionOn({});
    const model = new ExperimentsState(session);

    expect(await model.plan(['1.2'], 'goose', 5)).toBe(false);
    expect(calls[0]?.request).toEqual({ items: ['1.2'], agent: 'goose', times: 5 });
    expect(session.notices.current?.tone).toBe('refused');
  });
});
