// Point 39: switching the language needs no restart. Point 35: what is told with the title of the page.
import { expect, test } from 'vitest';

import { newJob } from './work';
import { World } from './world/world';

test('point 39: another language is spoken at once, and still after a restart', async () => {
  await using desk = await World.open({ at: '#/settings' });

  await desk.page.getByRole('radio', { name: '繁體中文' }).check();
  await desk.page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
  expect(await desk.page.locator('html').getAttribute('lang')).toBe('zh-Hant');

  await desk.restart();
  await desk.page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
  expect(await desk.page.title()).toBe('設定 – 交辦');
});

test('each page has its title and gives it the focus', async () => {
  await using desk = await World.open();
  await newJob(desk);
  const told: string[] = [];

  for (const hash of ['#/settings', '#/jobs/1', '#/jobs']) {
    await desk.go(hash);
    told.push(
      `${await desk.page.title()}: ${await desk.page.evaluate(() => document.activeElement?.id ?? '')}`,
    );
  }

  expect(told).toEqual([
    'Settings – Halfday: page-title',
    'Interview report – Halfday: page-title',
    'Jobs – Halfday: page-title',
  ]);
});
