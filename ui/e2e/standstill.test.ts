// Work on what was handed over that cannot go on: said where the person is, and gone when it is over.
import { expect, test } from 'vitest';

import { newJob } from './work';
import { World } from './world/world';

const STANDSTILL = { since: 0, code: 'database_busy', params: {}, because: null, kind: 'failed' };

test('a queue that cannot be worked stands on Today and in the rail, with what to do, until it goes on', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/today');
  const said = desk.page.getByText('Nothing that was handed over is worked now.');
  const today = desk.page.getByRole('link', { name: /^Today/ });
  await desk.page.getByRole('heading', { name: 'Needs you' }).waitFor();
  expect(await said.count()).toBe(0);

  desk.answerWith('worker', { standstill: STANDSTILL });
  await desk.tellChanged('worker_went');

  await said.waitFor();
  const problem = desk.page.locator('.problem');
  expect(await problem.innerText()).toContain('Another program kept the database busy for too long.');
  expect(await problem.innerText()).toContain('Close what else has Halfday’s data open');
  expect(await today.innerText()).toContain('AI’s work stands still');

  desk.answerWith('worker', { standstill: null });
  await desk.tellChanged('worker_went');

  await said.waitFor({ state: 'detached' });
  expect(await today.innerText()).not.toContain('stands still');
});
