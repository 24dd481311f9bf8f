// Declares a test for each screen: it is reached on a fresh page and looked at.
import { afterAll, beforeAll, describe, test } from 'vitest';

import { type Screen, SCREENS } from '../screens';
import { fillRecord, NOW } from '../world/record';
import { type Opening, World } from '../world/world';

/** `claim` is what holds on each screen; `look` throws where it does not. */
export function onEveryScreen(
  claim: string,
  wishes: Partial<Opening>,
  look: (desk: World, screen: Screen) => Promise<void>,
): void {
  describe(claim, () => {
    const desks = new Map<Screen['folder'], World>();

    beforeAll(async () => {
      desks.set('record', await World.openForMany({ ...wishes, now: NOW, record: fillRecord }));
      desks.set('empty', await World.openForMany({ ...wishes, now: NOW }));
    });
    afterAll(async () => {
      for (const desk of desks.values()) await desk[Symbol.asyncDispose]();
    });

    test.each(SCREENS)('$name', async (screen) => {
      const desk = desks.get(screen.folder) as World;
      await desk.reopen();
      await desk.resize(desk.opening.size);
      await screen.reach(desk);
      await look(desk, screen);
      desk.faults.expectNone();
    });
  });
}
