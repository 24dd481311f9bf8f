// Points 37 to 40, as far as boxes show them: everything fits in every window and every language, also at 200 %; the
// page says which language that is; nothing moves where the system asks for less motion.
import { expect } from 'vitest';

import { LANGUAGES } from '../src/lib/words.svelte';
import { onEveryScreen } from './checks/every-screen';
import {
  clippedText,
  motion,
  oneLetterLines,
  sidewaysScroll,
  smallTargets,
  splitAmounts,
} from './checks/look';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 720, height: 560 },
];
const NAMES = { en: 'Halfday', 'zh-Hant': '交辦', 'zh-Hans': '交办' };

for (const lang of LANGUAGES) {
  onEveryScreen(`points 37 to 40, ${lang}`, { lang, reducedMotion: true }, async (desk) => {
    const { page } = desk;
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.title()).toMatch(new RegExp(`.+ – ${NAMES[lang]}$`));
    expect(await page.locator('h1').count(), 'one title').toBe(1);
    expect(await motion(page)).toEqual([]);

    for (const zoom of [1, 2] as const) {
      for (const size of SIZES) {
        await desk.resize(size, zoom);

        const told = `${size.width} by ${size.height}, zoom ${zoom}`;
        expect(await sidewaysScroll(page), told).toEqual([]);
        expect(await clippedText(page), told).toEqual([]);
        expect(await smallTargets(page), told).toEqual([]);
        expect(await splitAmounts(page), told).toEqual([]);
        // At 200 % a title may have no more room than a few letters.
        if (zoom === 1) expect(await oneLetterLines(page), told).toEqual([]);
      }
    }
  });
}
