import { expect, it } from 'vitest';

import kinds from '../../crates/domain/src/kind.rs?raw';
import { KINDS } from '../src/api/codes';

it('the kinds one can choose are those the core knows, in its order', () => {
  const [, list = ''] = /KnownKind \{([^}]*)\}/.exec(kinds) ?? [];
  const codes = [...list.matchAll(/= "([a-z]+)"/g)].map(([, code]) => code);

  expect(codes.length).toBeGreaterThan(10);
  expect([...KINDS]).toEqual(codes);
});
