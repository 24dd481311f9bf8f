// The record as a whole: what happened to one item, and deleting everything.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { assign, BRIEF, deliver, newJob } from './work';
import { World } from './world/world';

test('the Log of an item says what happened to it, and grows while it is read', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await assign(desk, ['1.1'], 'ai');
  await assign(desk, ['1.2'], 'ai');
  await desk.go('#/jobs/1/items/1');
  const { page } = desk;

  await page.getByRole('tab', { name: 'Log' }).click();
  await desk.settled();
  const lines = page.getByRole('tabpanel').getByRole('listitem');
  const { lines: told } = await desk.core('activity', { limit: 50, beforeSeq: null, item: '1.1' });
  expect(told.length).toBeGreaterThan(0);
  expect(await lines.locator('.text').allInnerTexts()).toEqual(told.map(({ text }) => text));

  await desk.core('copy_brief', { items: ['1.1'] });
  await lines.nth(told.length).waitFor();
});

test('everything is deleted only with the typed word, after a backup elsewhere; then it is the first day', async () => {
  await using desk = await World.open();
  await newJob(desk, BRIEF);
  await deliver(desk, '1.2', 'Saturday 17, Wednesday 11. Together 28.');
  const elsewhere = join(desk.folder, 'elsewhere');
  mkdirSync(elsewhere);
  await desk.go('#/settings');
  const { page } = desk;
  await page.getByRole('button', { name: 'Delete all data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete all data' });
  const remove = dialog.getByRole('button', { name: 'Delete all data' });
  const word = dialog.getByRole('textbox', { name: 'Type DELETE to delete everything' });

  desk.desktop.willChoose(elsewhere);
  await dialog.getByRole('button', { name: 'Save a backup elsewhere first' }).click();
  await dialog.getByRole('status').filter({ hasText: elsewhere }).waitFor();
  expect(readdirSync(elsewhere)).toHaveLength(1);

  expect(await remove.isDisabled()).toBe(true);
  await word.fill('yes');
  expect(await remove.isDisabled()).toBe(true);
  await desk.keys('Enter');
  await desk.settled();
  expect((await desk.core('list_jobs', {})).jobs).toHaveLength(1);

  await word.fill('delete');
  await remove.click();
  await page
    .getByRole('heading', { level: 1, name: 'What work usually takes you about four hours?' })
    .waitFor();
  expect((await desk.core('list_jobs', {})).jobs).toEqual([]);
  expect(existsSync(join(desk.data, 'objects'))).toBe(false);
  await newJob(desk);
  await desk.go('#/jobs');
  await page.getByRole('link', { name: 'Interview report' }).waitFor();
});

test('why nothing was deleted is said in the dialog, over which no notice is seen', async () => {
  await using desk = await World.open();
  await newJob(desk, BRIEF);
  desk.refuse('delete_all', 'database_in_use', 'refused');
  await desk.go('#/settings');
  const { page } = desk;
  await page.getByRole('button', { name: 'Delete all data' }).click();
  const dialog = page.getByRole('dialog');

  await dialog.getByRole('textbox').fill('DELETE');
  await desk.keys('Enter');
  await dialog.getByRole('status').filter({ hasText: 'Another Halfday has the data open' }).waitFor();

  expect((await desk.core('list_jobs', {})).jobs).toHaveLength(1);
});
