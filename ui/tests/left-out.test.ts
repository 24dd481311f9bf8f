import { expect, it } from 'vitest';

import { leftOut } from '../src/features/new-job/left-out';

it('what is in no item is quoted by the bytes of the text, not its characters', () => {
  const text = '您好，\n1. 讀完筆記\n---\nThanks';
  const bytes = new TextEncoder().encode(text);
  const dashes = bytes.indexOf('-'.charCodeAt(0));

  const parts = leftOut(text, [
    [0, 9],
    [dashes, dashes + 3],
    [dashes + 4, bytes.length],
  ]);

  expect(parts, 'a line that only divides says nothing').toEqual(['您好，', 'Thanks']);
});
