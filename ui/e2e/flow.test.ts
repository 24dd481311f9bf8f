// From a pasted text to a stored job.
import { expect, test } from 'vitest';

import { World } from './world/world';

const TEN_LINES = [
  'Prepare the interview report',
  ...[
    'Read the six interviews',
    'Mark what surprises us',
    'Group the quotes into themes',
    'Count how often each theme comes up',
    'Write the one-page report',
    'Draw the chart',
    'Check the numbers',
    'Ask Mei about the quotes',
    'Send it to the team',
  ].map((line) => `- ${line}`),
].join('\n');

test('point 1: N, paste and Ctrl+Enter give a draft item for each bullet in less than a second', async () => {
  await using desk = await World.open();

  await desk.keys('KeyN');
  await desk.page.getByRole('textbox').fill(TEN_LINES);
  const began = performance.now();
  await desk.keys('Control+Enter');
  await desk.page.getByRole('heading', { level: 2 }).waitFor();
  const took = performance.now() - began;

  expect(await desk.page.locator('main ol > li').count()).toBeGreaterThanOrEqual(9);
  expect(took).toBeLessThan(1000);
});
