import { expect, it } from 'vitest';

import { entryAt } from '../src/shared/menu';

it('in a menu the arrows go round and Home and End to its ends', () => {
  const steps: [string, number, number | null][] = [
    ['ArrowDown', -1, 0],
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['KeyA', 0, null],
  ];

  for (const [code, at, to] of steps) expect(entryAt(code, at, 3), `${code} at ${at}`).toBe(to);
  expect(entryAt('ArrowDown', -1, 0), 'an empty menu').toBeNull();
});
