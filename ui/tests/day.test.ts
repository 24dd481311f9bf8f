import { expect, it } from 'vitest';

import fixture from '../../crates/domain/tests/fmt_cases.json';
import { dateText, weekOf } from '../src/lib/day';
import { LANGUAGES } from '../src/lib/words.svelte';

it('a day reads as the core writes it', () => {
  const cases = fixture.cases.filter(({ what }) => what === 'date');
  expect(cases.length).toBeGreaterThan(0);

  for (const one of cases) {
    const [year = 0, month = 0, day = 0] = (one.day ?? '').split('-').map(Number);
    for (const language of LANGUAGES) expect(dateText(language, year, month, day)).toBe(one[language]);
  }
});

it('a week belongs to the year its Thursday lies in', () => {
  const week = (year: number, month: number, day: number) =>
    weekOf(new Date(year, month - 1, day, 12).getTime());

  expect(week(2026, 11, 22)).toBe('2026-W47');
  expect(week(2026, 11, 23)).toBe('2026-W48');
  expect(week(2027, 1, 3)).toBe('2026-W53');
  expect(week(2024, 12, 30)).toBe('2025-W01');
});
