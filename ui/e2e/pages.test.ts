// What the pages around the board promise: closing a job (point 5), files that stay (22), samples (31), the running week
// (33), and everything without a mouse (35).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { BRIEF, closeOne, deliver, newJob, simulate } from './work';
import { fillRecord, NOW } from './world/record';
import { World } from './world/world';

test('point 3: from the new job to the first verdict in five actions besides picking', async () => {
  await using desk = await World.open();
  await simulate(desk, { write: { path: 'counts.md', text: '# Counts\n\nSaturday 17, Wednesday 11.' } });
  await desk.go('#/new');
  await desk.page.getByRole('textbox').fill(BRIEF);

  await desk.keys('Control+Enter');
  await desk.page.getByRole('button', { name: 'Use this list' }).waitFor();
  await desk.keys('Control+Enter');
  await desk.row('1.2').getByText('Put the counts into a table').click();
  await desk.keys('KeyA');
  await desk.row('1.2').getByText('Needs your review').waitFor();
  await desk.keys('KeyR');
  await desk.page.getByRole('heading', { name: 'Counts', exact: true }).waitFor();
  await desk.keys('Digit1');
  await desk.page.getByText('Recorded.').first().waitFor();

  const { ai } = await desk.core('board', { job: '1' });
  expect(ai.cards.map((card) => [card.ref, card.assignee, card.verdict])).toEqual([
    ['1.2', 'simulated', 'accepted'],
  ]);
});

test('the first screen is one box; what was guessed there stands on the card at the end', async () => {
  await using desk = await World.open();
  const { page } = desk;

  expect(await page.evaluate(() => document.activeElement?.tagName), 'one can paste at once').toBe(
    'TEXTAREA',
  );
  await page.getByRole('textbox').fill(BRIEF);
  await desk.keys('Control+Enter');
  await page.getByRole('button', { name: 'Use this list' }).waitFor();
  await desk.keys('Control+Enter');
  await page.getByRole('slider').fill('60');
  await page.getByRole('button', { name: 'This is my guess' }).click();
  await page.getByText('your guess for AI: 60%').waitFor();
  expect(await page.getByRole('slider').count(), 'it is asked once').toBe(0);

  const { jobs } = await desk.core('list_jobs', {});
  expect(jobs.map((job) => job.guessShare)).toEqual([0.6]);
});

test('point 5: closing asks about each open item, says what blocks it, and shows the card', async () => {
  await using desk = await World.open();
  await newJob(desk, BRIEF);
  await deliver(desk, '1.2', 'Saturday 17, Wednesday 11. Together 28.');
  await desk.go('#/jobs/1/close');
  const { page } = desk;
  const close = page.getByRole('button', { name: 'Close the job' });

  await page.getByRole('radiogroup', { name: 'All of them:' }).getByText('Did it').click();
  expect(await close.isDisabled(), 'one item waits for a verdict').toBe(true);
  await page.getByRole('link', { name: 'Put the counts into a table' }).waitFor();

  await desk.core('review_attempt', { item: '1.2', verdict: { verdict: 'accept' }, reviewMinutes: 2 });
  await page.getByRole('radiogroup', { name: 'Send the papers' }).getByText('Later').click();
  await close.click();
  await page.getByRole('heading', { level: 1, name: 'Result card' }).waitFor();
  await page.getByText('30 min of 2 h 40').waitFor();

  await page.getByRole('button', { name: 'Yes, remind me' }).click();
  await page.getByText('Again on').waitFor();
  const [job] = (await desk.core('list_jobs', {})).jobs;
  expect(job?.closedAt).not.toBeNull();
  expect(job?.againDueAt).not.toBeNull();
});

test('a closed job becomes a template, and the template a job', async () => {
  await using desk = await World.open();
  await closeOne(desk);
  const { page } = desk;

  await desk.go('#/jobs/1/result');
  await page.getByRole('button', { name: 'Save as a template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Committee papers');
  await desk.keys('Enter');
  await desk.told('Template saved');

  await desk.go('#/templates');
  await page.getByRole('button', { name: 'Use: Committee papers' }).click();
  await page.getByRole('textbox', { name: 'Title of the job' }).fill('Papers for March');
  await desk.keys('Enter');
  await page.getByRole('heading', { level: 1, name: 'Papers for March' }).waitFor();

  const { me } = await desk.core('board', { job: '2' });
  expect(me.cards).toHaveLength(6);
});

test('point 22: forgetting a template or a job leaves the files of the person', async () => {
  await using desk = await World.open();
  const folder = join(desk.folder, 'papers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  desk.desktop.willChoose(folder);
  await desk.go('#/new');

  await desk.page.getByRole('textbox').fill(BRIEF);
  await desk.keys('Control+Enter');
  await desk.page.getByRole('button', { name: 'Choose a folder' }).click();
  await desk.page.getByText(folder).waitFor();
  await desk.keys('Control+Enter');
  await desk.row('1.1').waitFor();
  expect((await desk.core('list_jobs', {})).jobs[0]?.workspace).toBe(folder);
  await desk.keys('Control+KeyZ');
  await desk.settled();

  expect((await desk.core('list_jobs', {})).jobs).toEqual([]);
  expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
});

test('point 31: the sample is marked where it stands, changes no number, and goes by one press', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord });
  const before = (await desk.core('report', { week: null, hideTitles: false })).json;

  await desk.core('add_sample', {});
  await desk.go('#/today');
  const { page } = desk;
  expect(await page.getByText('Sample, not counted').count()).toBeGreaterThan(0);
  expect((await desk.core('report', { week: null, hideTitles: false })).json).toEqual(before);

  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await desk.told('Sample removed');
  expect((await desk.core('list_jobs', {})).jobs.filter((job) => job.isSample)).toEqual([]);
});

test('points 30 and 33: the running week is marked; a report on the screen is the core’s, word for word', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/weekly' });
  const { page } = desk;

  const running = page.getByRole('listitem').filter({ hasText: 'not over yet' });
  expect(await running.count()).toBe(1);
  expect(await page.getByRole('listitem').first().innerText()).toContain('not over yet');

  await desk.core('answer_felt', { week: '2026-W47', felt: 'hour' });
  await desk.go('#/weekly/2026-W47');
  const { markdown, body } = await desk.core('report', { week: '2026-W47', hideTitles: false });
  const shown = await page.locator('.report').evaluate((host) => host.shadowRoot?.innerHTML ?? '');
  const asMarkup = await page.evaluate((markup) => {
    const template = document.createElement('div');
    template.innerHTML = markup;
    return template.innerHTML;
  }, body);
  expect(shown).toBe(asMarkup);

  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await desk.told('Report copied.');
  expect(desk.desktop.clipboard).toBe(markdown);
});

test('point 32: a report with hidden titles is shown, copied and saved without them', async () => {
  await using desk = await World.open({ now: NOW });
  await closeOne(desk);
  await desk.go('#/weekly/2026-W48');
  const { page } = desk;

  await page.getByRole('checkbox', { name: 'Hide titles' }).check();
  await desk.settled();
  const path = join(desk.folder, 'report.html');
  desk.desktop.willChoose(path);
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: 'HTML' }).click();
  await desk.told('Saved:');

  const { html } = await desk.core('report', { week: '2026-W48', hideTitles: true });
  expect(readFileSync(path, 'utf8')).toBe(html);
});

test('point 35: the palette goes to an item by keys alone, and the focus comes back when it is left', async () => {
  await using desk = await World.open();
  await newJob(desk, BRIEF);
  await desk.go('#/settings');
  const { page } = desk;
  await page.getByRole('button', { name: 'Show all keys' }).focus();

  await desk.keys('Control+KeyK', 'Escape');
  await page.locator('.palette').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Show all keys');

  await desk.keys('Control+KeyK');
  await page.locator('.palette input:focus').waitFor();
  await page.keyboard.type('rota');
  await page.getByRole('option', { name: 'Check the volunteer rota' }).waitFor();
  await desk.keys('ArrowUp', 'Enter');
  await desk.settled();

  expect(new URL(page.url()).hash).toBe('#/jobs/1/items/4');
});

test('point 35: G and a letter, N, R and ? work from every page, and not while typing', async () => {
  await using desk = await World.open({ at: '#/settings' });
  await newJob(desk, BRIEF);
  const hash = () => new URL(desk.page.url()).hash;

  await desk.keys('KeyG', 'KeyW');
  expect(hash()).toBe('#/weekly');
  await desk.keys('KeyG', 'KeyT');
  expect(hash()).toBe('#/today');
  await desk.keys('Shift+Slash');
  await desk.page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await desk.keys('KeyN');
  expect(hash(), 'a dialog has the keys for itself').toBe('#/today');
  await desk.keys('Escape', 'KeyN');
  expect(hash()).toBe('#/new');
  await desk.page.getByRole('textbox').fill('');
  await desk.keys('KeyG', 'KeyJ');

  expect(hash()).toBe('#/new');
  expect(await desk.page.getByRole('textbox').inputValue()).toBe('gj');
});

test('keys of one letter can be switched off', async () => {
  await using desk = await World.open({ at: '#/settings' });

  await desk.page.getByRole('checkbox', { name: 'Keys of one letter' }).uncheck();
  await desk.settled();
  await desk.keys('KeyN');
  expect(new URL(desk.page.url()).hash).toBe('#/settings');

  await desk.restart();
  await desk.keys('KeyG', 'KeyT');
  expect(new URL(desk.page.url()).hash).toBe('#/settings');
});
