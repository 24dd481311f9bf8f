// Photographs every screen in every language, light and dark, in three sizes, into the folder HALFDAY_SCREENS names.
// Run by scripts/screens.sh, as a test, because it needs what the tests need.
import { join } from 'node:path';

import { test } from 'vitest';

import { LANGUAGES } from '../src/lib/words.svelte';
import { type Screen, SCREENS } from './screens';
import { fillRecord, NOW } from './world/record';
import { World } from './world/world';

const FOLDER = process.env['HALFDAY_SCREENS'];
/** Only screens whose names hold one of these, which commas keep apart. */
const FILTER = (process.env['HALFDAY_SCREENS_FILTER'] ?? '').split(',');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 720, height: 560 },
];

const LOOKS = LANGUAGES.flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme })));

test.each(LOOKS)('$lang, $theme', { timeout: 600_000 }, async ({ lang, theme }) => {
  if (FOLDER === undefined) throw new Error('HALFDAY_SCREENS names no folder');
  await using empty = await World.open({ lang, theme, now: NOW, reducedMotion: true });
  await using record = await World.open({ lang, theme, now: NOW, reducedMotion: true, record: fillRecord });

  const wanted = SCREENS.filter(({ name }) => FILTER.some((part) => name.includes(part)));
  for (const screen of wanted) await photograph(screen.folder === 'empty' ? empty : record, screen, FOLDER);
});

async function photograph(desk: World, { name, reach }: Screen, folder: string): Promise<void> {
  const { lang, theme } = desk.opening;
  for (const size of SIZES) {
    await desk.reopen();
    await desk.resize(size);
    await reach(desk);
    await desk.page.screenshot({
      path: join(folder, `${name}-${lang}-${theme}-${size.width}x${size.height}.png`),
    });
  }
}
