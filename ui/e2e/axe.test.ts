// Point 34, by the machine's part of it.
import { expect } from 'vitest';

import { axe } from './checks/axe';
import { onEveryScreen } from './checks/every-screen';

for (const lang of ['en', 'zh-Hant'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    onEveryScreen(`point 34: axe finds nothing, ${lang}, ${theme}`, { lang, theme }, async ({ page }) => {
      expect(await axe(page)).toEqual([]);
    });
  }
}
