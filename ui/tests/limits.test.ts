import { expect, it } from 'vitest';

import { clockText, minuteOf, withChosen } from '../src/features/settings/limits';

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
