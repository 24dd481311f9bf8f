// "What did AI save you?": asked once, before the report of the week that has just ended opens.
import { expect, test } from 'vitest';

import { fillRecord, NOW } from './world/record';
import { World } from './world/world';

const QUESTION = { level: 1, name: 'What did AI save you that week?' } as const;

function report(desk: World): Promise<string> {
  return desk.page.locator('.report').evaluate((host) => host.shadowRoot?.textContent ?? '');
}

test('what was felt is asked before the measured figure is seen, and stands beside it afterwards', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/weekly' });
  const { page } = desk;
  const row = page.getByRole('listitem').nth(1);
  expect(await row.innerText(), 'the figure would be what is felt').not.toContain(
    'Saved, after your own time',
  );

  await desk.go('#/weekly/2026-W47');
  await page.getByRole('heading', QUESTION).waitFor();
  expect(await page.locator('.report').count()).toBe(0);
  await page.getByRole('button', { name: '1 h', exact: true }).click();
  await page.locator('.report').waitFor();
  await desk.settled();

  expect(await report(desk)).toMatch(/Saved, after your own time.*You felt: 1 h saved/s);
  const { json, markdown } = await desk.core('report', { week: '2026-W47', hideTitles: false });
  expect(json).toMatchObject({ felt: 'hour' });
  expect(markdown).toContain('You felt: 1 h saved');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-title');
});

test('the question can be skipped, is not asked again, and comes back when the answer is undone', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/weekly/2026-W47' });
  const { page } = desk;

  await page.getByRole('button', { name: 'Skip' }).click();
  await page.locator('.report').waitFor();
  expect(await report(desk)).not.toContain('You felt');
  await desk.reopen('#/weekly/2026-W47');
  await page.locator('.report').waitFor();
  expect(await page.getByRole('heading', QUESTION).count()).toBe(0);

  await desk.core('undo', {});
  await page.getByRole('heading', QUESTION).waitFor();
});

test('a week that is not over, an older one, and one without a handoff are not asked about', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/weekly/2026-W48' });
  for (const week of ['2026-W48', '2026-W46', '2026-W20']) {
    await desk.go(`#/weekly/${week}`);
    await desk.page.locator('.report').waitFor();
    expect(await desk.page.getByRole('heading', QUESTION).count(), week).toBe(0);
  }
});
