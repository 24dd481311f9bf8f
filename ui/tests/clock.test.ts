import { expect, it } from 'vitest';

import { clockText } from '../src/lib/clock';

it('a clock shows minutes and seconds, and hours only when there are any', () => {
  const times: [number, string][] = [
    [0, '0:00'],
    [7_999, '0:07'],
    [725_000, '12:05'],
    [3_725_000, '1:02:05'],
    [-5_000, '0:00'],
  ];

  for (const [ms, text] of times) expect(clockText(ms), `${ms} ms`).toBe(text);
});
