import { describe, expect, it } from 'vitest';

import * as edit from '../src/features/new-job/plan-rows';
import { planItem } from './core';

const ROWS = edit.rowsOf([
  planItem(1, 'Read'),
  planItem(2, 'Count', { dependsOn: [1], subitems: ['Mon', 'Tue', 'Wed'].map(subitem) }),
  planItem(3, 'Write', { dependsOn: [2], doneWhen: ['One page'] }),
]);

function subitem(title: string) {
  return { title, done: false, sourceSpans: [] };
}

function titles(rows: readonly edit.PlanRow[]): string[] {
  return rows.map(({ item }) => item.title);
}

describe('the rows of a draft', () => {
  it('are sent numbered anew, and what depends on what goes with them', () => {
    const sent = edit.itemsOf(edit.moved(ROWS, 3, -1));

    expect(sent.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Read', '2 Write', '3 Count']);
    expect(sent.map(({ dependsOn }) => dependsOn)).toEqual([[], [3], [1]]);
  });

  it('without a title are not sent, and nothing depends on what is gone', () => {
    const sent = edit.itemsOf(edit.removed(edit.added(ROWS, null), 1));

    expect(sent.map(({ title }) => title)).toEqual(['Count', 'Write']);
    expect(sent.map(({ dependsOn }) => dependsOn)).toEqual([[], [1]]);
  });

  it('stay where they are at the ends', () => {
    expect(titles(edit.moved(ROWS, 1, -1))).toEqual(['Read', 'Count', 'Write']);
    expect(titles(edit.moved(ROWS, 3, 1))).toEqual(['Read', 'Count', 'Write']);
  });

  it('take in the next one: its title becomes a subitem, its minutes are added', () => {
    const merged = edit.mergedWithNext(ROWS, 2);

    expect(titles(merged)).toEqual(['Read', 'Count']);
    const [, item] = edit.itemsOf(merged);
    expect(item?.subitems.map(({ title }) => title)).toEqual(['Mon', 'Tue', 'Wed', 'Write']);
    expect(item?.estimateMinutes).toBe(60);
    expect(item?.doneWhen).toEqual(['One page']);
    expect(item?.dependsOn, 'it does not wait for itself').toEqual([1]);
  });

  it('are done only when both are, and what was done takes no time of the one that is not', () => {
    const [first, second, third] = ROWS;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no rows');
    const done = { ...first, item: { ...first.item, done: true, estimateMinutes: 45 } };
    const own = { ...second, item: { ...second.item, estimateSource: 'person' as const } };

    const [merged] = edit.mergedWithNext([done, own, third], 1);

    expect(merged?.item.done).toBe(false);
    expect(merged?.item.estimateMinutes).toBe(second.item.estimateMinutes);
    expect(merged?.item.estimateSource, 'the minutes of a person stay theirs').toBe('person');
  });

  it('that are done come apart as done', () => {
    const done = ROWS.map((row) => (row.key === 2 ? { ...row, item: { ...row.item, done: true } } : row));

    const divided = edit.itemsOf(edit.divided(done, 2));

    expect(divided.map((item) => item.done)).toEqual([false, true, true, true, false]);
  });

  it('are divided into their subitems, and whoever waited for one waits for all', () => {
    const divided = edit.itemsOf(edit.divided(ROWS, 2));

    expect(divided.map(({ title }) => title)).toEqual(['Read', 'Mon', 'Tue', 'Wed', 'Write']);
    expect(divided.map(({ estimateMinutes }) => estimateMinutes)).toEqual([30, 10, 10, 10, 30]);
    expect(divided[4]?.dependsOn).toEqual([2, 3, 4]);
  });

  it('are not divided when there is nothing to divide', () => {
    expect(titles(edit.divided(ROWS, 1))).toEqual(['Read', 'Count', 'Write']);
  });

  it('keep the minutes a person gave when the hours are spread anew', () => {
    const [first, second, third] = ROWS;
    const own = { key: 2, item: planItem(2, 'Count', { estimateMinutes: 5, estimateSource: 'person' }) };
    const guesses = [1, 2, 3].map((number) => planItem(number, '', { estimateMinutes: 80 }));
    expect([first, second, third].every((row) => row !== undefined)).toBe(true);

    const spread = edit.guessedAnew(
      [ROWS[2], own, ROWS[0]].filter((row) => row !== undefined),
      guesses,
    );

    expect(spread.map(({ key, item }) => [key, item.estimateMinutes])).toEqual([
      [3, 80],
      [2, 5],
      [1, 80],
    ]);
  });
});
