// Point 35: every screen can be walked through by keyboard alone.
import { expect } from 'vitest';

import { onEveryScreen } from './checks/every-screen';
import { walk } from './checks/keyboard';

onEveryScreen('point 35: Tab comes round, and each stop is seen', {}, async (desk) => {
  const { stops, faults } = await walk(desk);

  expect(stops.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
