import { expect, it } from 'vitest';

import fixture from '../../crates/domain/tests/fmt_cases.json';
import { durationText, elapsedText } from '../src/lib/duration';
import { LANGUAGES } from '../src/lib/words.svelte';

it('a length of time reads as the core writes it', () => {
  const cases = fixture.cases.filter(({ what }) => what === 'duration');
  expect(cases.length).toBeGreaterThan(5);

  for (const one of cases) {
    for (const language of LANGUAGES) {
      expect(durationText(language, one.minutes ?? NaN), `${one.minutes} ${language}`).toBe(one[language]);
    }
  }
});

it('what was short is told to the second, as the core writes it', () => {
  const cases = fixture.cases.filter(({ what }) => what === 'elapsed');
  expect(cases.length).toBeGreaterThan(3);

  for (const one of cases) {
    for (const language of LANGUAGES) {
      expect(elapsedText(language, one.ms ?? NaN), `${one.ms} ${language}`).toBe(one[language]);
    }
  }
});
