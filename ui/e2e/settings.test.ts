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

test('AI connections: a model is added by its API, and its key is neither shown nor stored by the page', async () => {
  await using desk = await World.open();
  await desk.go('#/settings');
  await desk.page.getByRole('button', { name: 'Add a model by its API' }).click();
  const form = desk.page.getByRole('form', { name: 'Add a model by its API' });
  await form.getByRole('textbox', { name: 'Model' }).fill('claude-sonnet');
  await form.getByLabel('Key', { exact: true }).fill('sk-ant-0123456789');
  await form.getByRole('checkbox', { name: 'Only until the program ends' }).check();
  await form.getByRole('button', { name: 'Add' }).click();

  await desk.told('Added: claude-sonnet');
  await desk.page.getByRole('radio', { name: 'claude-sonnet' }).waitFor();
  const { agents } = await desk.core('agents', {});
  expect(agents.map(({ model, way }) => [model, way])).toEqual([['claude-sonnet', 'model']]);
  const { keys } = await desk.core('keys', {});
  expect(keys.map(({ name, source, agents }) => [name, source, agents])).toEqual([
    ['claude_sonnet', 'thisRun', ['claude-sonnet']],
  ]);
  expect(await desk.page.content()).not.toContain('sk-ant-0123456789');

  await desk.page.getByRole('button', { name: 'Forget: claude_sonnet' }).click();
  await desk.told('Forgotten: claude_sonnet');
  await desk.page.getByText('missing · for claude-sonnet').waitFor();
  await desk.page.getByRole('button', { name: 'Give a key: claude_sonnet' }).click();
  await desk.page.getByLabel('Key: claude_sonnet').fill('short');
  await desk.keys('Enter');
  await desk.page.locator('.notice.refused', { hasText: 'This cannot be a key' }).waitFor();
});
