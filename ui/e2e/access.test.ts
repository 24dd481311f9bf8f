// Points 35, 39 and 40: by keyboard alone, told in the right language, at rest where rest was asked for.
import { expect } from 'vitest';

import { LANGUAGES } from '../src/lib/words.svelte';
import { onEveryScreen } from './checks/every-screen';
import { walk } from './checks/keyboard';
import { motion } from './checks/look';

onEveryScreen('point 35: Tab comes round, and each stop is seen', {}, async (desk) => {
  const { stops, faults } = await walk(desk);

  expect(stops.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

onEveryScreen(
  'point 40: nothing moves where the system asks for less motion',
  { reducedMotion: true },
  async ({ page }) => {
    expect(await motion(page)).toEqual([]);
  },
);

for (const lang of LANGUAGES) {
  onEveryScreen(
    `point 39: the page says that it speaks ${lang}, and what it is`,
    { lang },
    async ({ page }) => {
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.title()).toContain(lang === 'en' ? 'Halfday' : lang === 'zh-Hant' ? '交辦' : '交办');
      expect(await page.locator('h1').count()).toBe(1);
    },
  );
}
