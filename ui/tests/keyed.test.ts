import { expect, it } from 'vitest';

import { KeyedOne, KeyedSet } from '../src/lib/keyed.svelte';

it('a set of rows keeps the order in which they came, and forgets one or all', () => {
  const set = new KeyedSet();
  for (const id of ['c', 'a', 'b', 'a']) set.add(id);
  expect([set.all(), set.size]).toEqual([['c', 'a', 'b'], 3]);

  expect([set.delete('a'), set.delete('x')]).toEqual([true, false]);
  expect([set.all(), set.has('a'), set.has('b')]).toEqual([['c', 'b'], false, true]);

  set.clear();
  expect([set.all(), set.size, set.has('b')]).toEqual([[], 0, false]);
});

it('the one of many rows is one at a time, or none', () => {
  const one = new KeyedOne();
  expect([one.id, one.is('a')]).toEqual([null, false]);

  one.id = 'a';
  one.id = 'b';
  expect([one.id, one.is('a'), one.is('b')]).toEqual(['b', false, true]);

  one.id = null;
  expect([one.id, one.is('b')]).toEqual([null, false]);
});
