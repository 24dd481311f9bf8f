// What the desktop around the window brings to the pages, and what the board does with a brief that is out.
import { expect, test } from 'vitest';

import { openBoard, row } from './board-page';
import { newJob } from './work';
import { World } from './world/world';

test('quick add from anywhere adds to the job that a line names, and says why it cannot', async () => {
  await using desk = await World.open({ at: '#/settings' });
  await newJob(desk);
  await desk.desktop.quickAdd();
  const dialog = desk.page.getByRole('dialog', { name: 'Quick add' });

  await dialog.getByRole('textbox').fill('Ask Mei @ai 30m');
  await desk.keys('Enter');
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('textbox').fill('Ask Mei +1 @ai 30m');
  await desk.keyboard.composing('Enter');
  await desk.keys('Enter');
  await desk.told('1 item added');

  expect(await dialog.count()).toBe(0);
  const { ai } = await desk.core('board', { job: '1' });
  expect(ai.cards.map(({ title, estimateMinutes }) => [title, estimateMinutes])).toEqual([['Ask Mei', 30]]);
});

test('quick add over a board means its job', async () => {
  await using desk = await openBoard();

  await desk.desktop.quickAdd();
  // The field has the focus: one can type at once.
  await desk.page.getByRole('dialog').waitFor();
  await desk.page.keyboard.type('Ask Mei');
  await desk.keys('Enter');

  await row(desk, 'Ask Mei').waitFor();
});

test('the settings name the key that adds from anywhere', async () => {
  await using desk = await World.open({ at: '#/settings' });

  await desk.page.getByText('Quick add from anywhere Ctrl+Alt+H').waitFor();
});

test('a waiting row takes its answer, and taking it back asks what became of its brief', async () => {
  await using desk = await openBoard();
  await desk.core('copy_brief', { items: ['1.1'] });
  const waiting = row(desk, 'Read the notes');

  await waiting.getByRole('button', { name: 'Paste result' }).click();
  await desk.page.getByRole('dialog').waitFor();
  await desk.keys('Escape');
  await waiting.focus();
  await desk.keys('KeyM');
  await desk.page.getByRole('dialog', { name: 'Read the notes' }).waitFor();
  await desk.page.getByRole('dialog').getByRole('button').last().click();
  await desk.settled();

  expect((await desk.core('show_item', { item: '1.1' })).card.isWithAi).toBe(false);
});

test('the bar of a selection stands at the foot of the window and not on the row in use', async () => {
  const text = `Long job\n${Array.from({ length: 20 }, (_, at) => `- Part ${at + 1}`).join('\n')}`;
  await using desk = await World.open({ size: { width: 800, height: 600 } });
  await newJob(desk, text);
  await desk.go('#/jobs/1');
  await desk.row('1.1').focus();

  for (let step = 0; step < 6; step += 1) await desk.keys('ArrowDown');
  await desk.keys('KeyX');
  for (let step = 0; step < 8; step += 1) {
    await desk.settled();
    const bar = await desk.page.getByRole('toolbar').boundingBox();
    const used = await desk.page.locator('[data-item]:focus').boundingBox();
    if (bar === null || used === null) throw new Error('not drawn');
    expect(600 - bar.y - bar.height).toBeLessThan(16);
    expect(used.y + used.height).toBeLessThanOrEqual(bar.y);
    await desk.keys('ArrowDown');
  }
});

test('a closed job is opened again from its result', async () => {
  await using desk = await openBoard();
  for (const item of ['1.1', '1.2', '1.3', '1.4', '1.5']) {
    await desk.core('finish_item', { item, minutes: null, felt: null });
  }
  await desk.core('close_job', { job: '1', rest: null, items: [] });
  await desk.go('#/jobs/1/result');

  await desk.page.getByRole('button', { name: 'Open again' }).click();
  await desk.told('The job is open again');

  expect((await desk.core('board', { job: '1' })).job.closedAt).toBeNull();
});
