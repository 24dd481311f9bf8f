// Points 37, 38 and 39: everything fits, in every window and every language, also at 200 %.
import { expect } from 'vitest';

import { LANGUAGES } from '../src/lib/words.svelte';
import { onEveryScreen } from './checks/every-screen';
import { clippedText, sidewaysScroll, smallTargets } from './checks/look';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
  { width: 720, height: 560 },
];

for (const lang of LANGUAGES) {
  onEveryScreen(`points 37, 38, 39: everything fits, ${lang}`, { lang }, async (desk) => {
    for (const zoom of [1, 2] as const) {
      for (const size of SIZES) {
        await desk.resize(size, zoom);

        const told = `${size.width} by ${size.height}, zoom ${zoom}`;
        expect(await sidewaysScroll(desk.page), told).toEqual([]);
        expect(await clippedText(desk.page), told).toEqual([]);
        expect(await smallTargets(desk.page), told).toEqual([]);
      }
    }
  });
}
