// Point 39: switching the language needs no restart. Point 35: what is told with the title of the page.
import { expect, test } from 'vitest';

import { addScripted, FOUND } from './at-work';
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

test('AI connections: what was found is added, tried, preferred and removed', async () => {
  await using desk = await World.open();
  desk.answerWith('find_agents', FOUND);
  await addScripted(desk, [[]]);
  await desk.go('#/settings');
  const agents = desk.page.getByRole('region', { name: 'AI connections' });

  await agents.getByRole('button', { name: 'Add: qwen3:8b · Ollama' }).click();
  await desk.told('Added: qwen3:8b');
  expect(await agents.getByRole('button', { name: 'Add: qwen3:8b · Ollama' }).count()).toBe(0);
  expect(await agents.getByRole('radio', { name: 'worker' }).isChecked(), 'the choice stays').toBe(true);

  await agents.getByRole('button', { name: 'Test: worker' }).click();
  await agents.getByText('worker can begin').waitFor();

  await agents.getByRole('radio', { name: 'Any chat' }).check();
  await desk.settled();
  expect((await desk.core('agents', {})).agents.filter(({ isPreferred }) => isPreferred)).toEqual([]);

  await agents.getByRole('button', { name: 'Remove: qwen3:8b' }).click();
  await agents.getByText('Remove it? What it did stays.').waitFor();
  await desk.keys('Enter');
  await desk.told('Removed: qwen3:8b');
  await agents.getByRole('button', { name: 'Add: qwen3:8b · Ollama' }).waitFor();
});

test('AI connections: a model is added by its API, with the name of a key and never a key', async () => {
  await using desk = await World.open();
  await desk.go('#/settings');
  await desk.page.getByRole('button', { name: 'Add a model by its API' }).click();
  const form = desk.page.getByRole('form', { name: 'Add a model by its API' });
  await form.getByRole('textbox', { name: 'Model' }).fill('claude-sonnet');
  await form.getByRole('textbox', { name: 'Name of its key' }).fill('sk-ant-0123');

  await desk.keys('Enter');
  await desk.page.locator('.notice.refused').waitFor();
  await form.getByRole('textbox', { name: 'Name of its key' }).fill('work');
  await desk.keys('Enter');

  await desk.told('Added: claude-sonnet');
  await desk.page.getByRole('radio', { name: 'claude-sonnet' }).waitFor();
});
