import { expect, it } from 'vitest';

import reading from '../../crates/domain/src/reading.rs?raw';
import { MARKS } from '../src/shared/marks';

it('every state the core can name has its icon and colour, and no other has', () => {
  const [, list = ''] = /Reading \{([^}]*)\}/.exec(reading) ?? [];
  const codes = [...list.matchAll(/= "([a-z-]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);

  expect([...MARKS.keys()].sort()).toEqual(codes.sort());
});
