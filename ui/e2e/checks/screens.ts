// Points 34 and 37 to 40 on every screen, as far as axe and boxes show them: everything fits in every window and every
// language, also at 200 %; the page says which language that is; nothing moves where the system asks for less motion.
// One visit for all of it: getting to a screen takes as long as looking at it.
import { expect } from 'vitest';

import type { Language } from '../../src/lib/words.svelte';
import type { World } from '../world/world';
import { axe } from './axe';
import { onEveryScreen } from './every-screen';
import { clippedText, motion, oneLetterLines, sidewaysScroll, smallTargets, splitAmounts } from './look';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 720, height: 560 },
];
const NAMES = { en: 'Halfday', 'zh-Hant': '交辦', 'zh-Hans': '交办' };

/** Declares the tests of a language; axe reads two of the three. */
export function everyScreenIn(lang: Language): void {
  onEveryScreen(`points 34 and 37 to 40, ${lang}`, { lang, reducedMotion: true }, async (desk) => {
    await saysItsLanguage(desk, lang);
    expect(await motion(desk.page)).toEqual([]);
    if (lang !== 'zh-Hans') await isAccessible(desk);
    await fits(desk);
  });
}

async function saysItsLanguage({ page }: World, lang: Language): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await page.title()).toMatch(new RegExp(`.+ – ${NAMES[lang]}$`));
  expect(await page.locator('h1').count(), 'one title').toBe(1);
}

async function isAccessible(desk: World): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    await desk.settled();
    expect(await axe(desk.page), colorScheme).toEqual([]);
  }
}

async function fits(desk: World): Promise<void> {
  const { page } = desk;
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
}
