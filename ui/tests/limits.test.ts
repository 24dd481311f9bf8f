import { expect, it } from 'vitest';

import {
  clockText,
  dollarsText,
  limitOf,
  minuteOf,
  nanoOf,
  withChosen,
} from '../src/features/settings/limits';

it('a minute of the day reads as a clock, and back', () => {
  for (const minute of [0, 59, 420, 1350, 1439]) expect(minuteOf(clockText(minute))).toBe(minute);
  expect(clockText(1350)).toBe('22:30');
  expect(clockText(null)).toBe('');
  for (const clock of ['', '24:00', '7:00', '12:60']) expect(minuteOf(clock), clock).toBeNull();
});

it('a number that the terminal chose is offered too', () => {
  expect(withChosen([2, 4, 8], 5)).toEqual([2, 4, 5, 8]);
  expect(withChosen([2, 4, 8], 4)).toEqual([2, 4, 8]);
});

it('a limit is a whole number, nothing at all, or none', () => {
  expect(limitOf('200,000', 1_000_000)).toBe(200_000);
  expect(limitOf('  ', 10)).toBe(0);
  for (const wrong of ['0', '-1', '1.5', '11', 'many', '1e3']) expect(limitOf(wrong, 10), wrong).toBeNull();
});

it('dollars are written and read to the last nano-dollar', () => {
  for (const [text, nano] of [
    ['2.50', 2_500_000_000],
    ['0.003', 3_000_000],
    ['100.00', 100_000_000_000],
    ['0.000000001', 1],
    ['', null],
  ] as const) {
    expect(dollarsText(nano)).toBe(text);
    expect(nanoOf(text), text).toBe(nano ?? 0);
  }
  expect(nanoOf('US$ 1,200')).toBe(1_200_000_000_000);
  expect(nanoOf('$.5')).toBe(500_000_000);
  for (const wrong of ['0', '-2', '1.2.3', '1000000', 'much', '0.0000000001'])
    expect(nanoOf(wrong), wrong).toBeNull();
});
