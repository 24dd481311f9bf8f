// The person's numbers in the window: points 26, 27, 30 and 33, and that every number opens the rows behind it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Language } from '../src/lib/words.svelte';
import { environmentOf, runTerminal } from './world/computer';
import { fillRecord, NOW } from './world/record';
import { World } from './world/world';

interface Row {
  job: string;
  verdict: 'accepted' | 'rejected:invented';
  minutes?: number;
  date?: string;
}

/** A record of nothing but these first attempts, all judged in the week before. */
function judged(rows: readonly Row[]) {
  return async (data: string, lang: Language): Promise<void> => {
    const head = 'date,job,title,kind,agent,estimate_minutes,verdict,rounds';
    const lines = rows.map(({ job, verdict, minutes = 30, date = '2026-11-17' }, place) =>
      [date, job, `Item ${String(place + 1)}`, 'write', 'chat', minutes, verdict, 1].join(','),
    );
    const file = `${data}.csv`;
    writeFileSync(file, `${[head, ...lines].join('\n')}\n`);
    const given = ['--data', data, '--now', NOW, 'import', '--as', 'history', file];
    const { code, err } = await runTerminal(given, environmentOf(lang, join(data, '..')), join(data, '..'));
    rmSync(file);
    if (code !== 0) throw new Error(`the history was not imported: ${err}`);
  };
}

/** So many jobs of one item each, of which the first `right` were right. */
function jobs(right: number, of: number): Row[] {
  return Array.from({ length: of }, (_, place) => ({
    job: `Job ${String(place + 1)}`,
    verdict: place < right ? 'accepted' : 'rejected:invented',
  }));
}

function figure(desk: World, code: string): Promise<string> {
  return desk.page.locator(`[data-figure=${code}]`).innerText();
}

function pictureText(desk: World, which: string): Promise<string> {
  return desk.page.locator(`[data-picture=${which}]`).innerText();
}

test('point 26: of four there is no percentage, and what is missing is said', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(3, 4)), at: '#/insights' });

  const first = await figure(desk, 'first');
  expect(first).toContain('3 of 4');
  expect(first.replace('Percent from 5 on', '')).not.toMatch(/%|Percent/);
  expect(await desk.page.locator('.few').innerText()).toBe(
    '3 of 4 right so far. Percent appears at 5, the length chart at 12 (with at least 3 right and 3 not).',
  );
});

test('point 26: of five there is one, with its range', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(3, 5)), at: '#/insights' });

  expect(await figure(desk, 'first')).toMatch(/3 of 5\D*60%, likely \d+–\d+%/);
  expect(await desk.page.locator('.few').count()).toBe(0);
});

test('point 26: 17 of 21 from 21 jobs reads 81%, likely 60–92%, on Insights and in the report', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(17, 21)), at: '#/insights' });

  expect(await figure(desk, 'first')).toMatch(/17 of 21\D*81%, likely 60–92%/);
  await desk.core('answer_felt', { week: '2026-W47', felt: null });
  await desk.go('#/weekly/2026-W47');
  const report = desk.page.locator('.report');
  await report.waitFor();
  const text = await report.evaluate((host) => host.shadowRoot?.textContent ?? '');
  expect(text).toContain('17 of 21 right first time: 81%, likely 60–92%');
});

test('point 27: while it is too early the chart has its marks and both footnotes, and no curve', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(3, 4)), at: '#/insights' });

  const chart = desk.page.locator('[data-picture=length]');
  expect(await chart.innerText()).toContain(
    'Length of item AI finishes to your standard, not how long AI can work alone.',
  );
  expect(await chart.innerText()).toContain('Only items you chose to hand over.');
  expect(await chart.innerText()).toContain('4 first attempts judged, 3 right');
  expect(await chart.locator('svg [data-i]').count()).toBe(4);
  expect(await chart.locator('svg path[stroke-linejoin]').count(), 'no curve').toBe(0);
});

test('point 27: the curve ends where the data end, and bars stand at 50 % and 80 %', async () => {
  const lengths = [5, 8, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];
  const rows = lengths.flatMap((minutes, place) =>
    [0, 1, 2].map((turn): Row => ({
      job: `Job ${String(place)}-${String(turn)}`,
      minutes,
      verdict: minutes < 45 + turn * 30 ? 'accepted' : 'rejected:invented',
    })),
  );
  await using desk = await World.open({ now: NOW, record: judged(rows), at: '#/insights' });

  const chart = desk.page.locator('[data-picture=length]');
  const text = await chart.innerText();
  expect(text).toMatch(/AI gets about half of your items right at .* (min|h)/);
  expect(text).toContain('36 first attempts judged');
  expect(text).toContain('Only items you chose to hand over.');
  const { marks, curve } = await chart.evaluate((card) => {
    const middle = (mark: Element) => {
      const { left, right } = mark.getBoundingClientRect();
      return (left + right) / 2;
    };
    const all = [...card.querySelectorAll('svg [data-i]')].map(middle);
    const lines = [...card.querySelectorAll('svg path[stroke-linejoin]')].map((path) =>
      path.getBoundingClientRect(),
    );
    return {
      marks: [Math.min(...all), Math.max(...all)],
      curve: lines.map(({ left, right }) => [left, right]),
    };
  });
  expect(curve.length).toBeGreaterThan(0);
  for (const [left = 0, right = 0] of curve) {
    expect(left).toBeGreaterThanOrEqual((marks[0] ?? 0) - 8);
    expect(right).toBeLessThanOrEqual((marks[1] ?? 0) + 8);
  }
});

test('point 33: the running week is marked where weeks are compared, and is in no average', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/insights' });

  expect(await desk.page.getByText('Weeks begin on Monday. The running week').count()).toBe(1);
  const saved = await figure(desk, 'saved');
  const { weeks } = await desk.core('weeks', {});
  expect(weeks[0]?.isRunning).toBe(true);
  const full = weeks.filter(({ isRunning }) => !isRunning).length;
  expect(saved).toMatch(new RegExp(`over ${String(Math.min(full, 11))} full weeks|Uncalibrated`));
});

test('every number opens the rows behind it, by keys alone, and the focus comes back', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(17, 21)), at: '#/insights' });
  const { page } = desk;
  const number = page.locator('[data-figure=first] button');

  await number.focus();
  await desk.keys('Enter');
  const rows = page.getByRole('dialog').getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(21);
  expect(await rows.first().innerText()).toContain('Job');
  await desk.keys('Escape');
  expect(await number.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a picture is one stop of Tab: arrows say each mark, Enter opens what is behind', async () => {
  await using desk = await World.open({ now: NOW, record: judged(jobs(3, 4)), at: '#/insights' });
  const { page } = desk;
  const chart = page.locator('[data-picture=length]').getByRole('slider');

  await chart.focus();
  const first = await chart.getAttribute('aria-valuetext');
  expect(first).toMatch(/Item \d: /);
  await desk.keys('ArrowRight');
  expect(await chart.getAttribute('aria-valuetext')).not.toBe(first);
  expect(await chart.getAttribute('aria-valuenow')).toBe('2');
  await desk.keys('Enter');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(1);
});

test('a filter narrows the numbers and the pictures, and says what it does not reach', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/insights' });
  const { page } = desk;
  const all = await figure(desk, 'first');

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('write');
  await desk.settled();

  expect(await figure(desk, 'first')).not.toBe(all);
  expect(await figure(desk, 'saved')).toContain('Of all kinds and lengths');
  expect(await pictureText(desk, 'time')).toContain('Of all kinds and lengths');
  expect(await figure(desk, 'first')).not.toContain('Of all kinds');
  await page.getByRole('button', { name: 'Show everything' }).click();
  await desk.settled();
  expect(await figure(desk, 'first')).toBe(all);
});

test('a picture is saved as PNG, SVG and PDF where the person wants it', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord, at: '#/insights' });
  const { page } = desk;
  const begins = { PNG: '\u0089PNG', SVG: '<svg', PDF: '%PDF' };

  for (const [format, magic] of Object.entries(begins)) {
    const path = join(desk.folder, `length.${format.toLowerCase()}`);
    desk.desktop.willChoose(path);
    await page.locator('[data-picture=length] [aria-haspopup=menu]').click();
    await page.getByRole('menuitem', { name: format }).click();
    await desk.told(`Saved: ${path}`);
    expect(readFileSync(path, 'latin1').slice(0, magic.length)).toBe(magic);
  }
});

interface WeekOfReport {
  jobs_closed: number;
  ai_minutes: number;
  listed_minutes: number;
  share: { value: number; low: number; high: number } | null;
  first_time: { right: number; of: number; rate: number | null; low: number | null; high: number | null };
}

interface ReportJson {
  numbers: WeekOfReport;
  weeks: WeekOfReport[];
  comparison: { before: WeekOfReport; after: WeekOfReport };
  handed_over_again: { again: number; of: number };
}

/** As the reports write minutes. */
function timeText(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest).padStart(2, '0')}`;
}

const percent = (part: number) => `${String(Math.round(part * 100))}%`;
const range = (low: number, high: number) => `${String(Math.round(low * 100))}–${percent(high)}`;

test('point 30: every figure of the weekly screen and of its list is that of report.json', async () => {
  await using desk = await World.open({ now: NOW, record: fillRecord });
  await desk.core('answer_felt', { week: '2026-W47', felt: null });
  await desk.go('#/weekly/2026-W47');
  const json = (await desk.core('report', { week: '2026-W47', hideTitles: false })).json as ReportJson;
  const host = desk.page.locator('.report');
  await host.waitFor();
  const { text, rows } = await host.evaluate(({ shadowRoot }) => ({
    text: (shadowRoot?.textContent ?? '').replace(/\s+/g, ' '),
    rows: [...(shadowRoot?.querySelectorAll('table') ?? [])]
      .filter((table) => table.textContent.includes('Listed'))
      .flatMap((table) => [...table.querySelectorAll('tbody tr')])
      .map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent.trim())),
  }));

  const { numbers, comparison, handed_over_again: again } = json;
  const { right, of, rate, low, high } = numbers.first_time;
  const share = numbers.share;
  if (share === null || rate === null || low === null || high === null) throw new Error('too little');
  expect(text).toContain(
    `Of ${timeText(numbers.listed_minutes)} of work listed and finished here, ${timeText(numbers.ai_minutes)} came from AI (${percent(share.value)})`,
  );
  expect(text).toContain(`likely ${range(share.low, share.high)}`);
  expect(text).toContain(
    `${String(right)} of ${String(of)} right first time: ${percent(rate)}, likely ${range(low, high)}`,
  );
  expect(text).toContain(
    `${percent(comparison.after.share?.value ?? 0)} against ${percent(comparison.before.share?.value ?? 0)}`,
  );
  expect(text).toContain(`${String(again.again)} of ${String(again.of)}`);
  expect(rows.map((cells) => cells.slice(1))).toEqual(
    json.weeks.map((week) => [
      String(week.jobs_closed),
      timeText(week.ai_minutes),
      timeText(week.listed_minutes),
      week.share === null ? '–' : percent(week.share.value),
      week.share === null ? '–' : range(week.share.low, week.share.high),
      expect.stringContaining(`${String(week.first_time.right)} of ${String(week.first_time.of)}`),
    ]),
  );

  await desk.go('#/weekly');
  const { weeks } = await desk.core('weeks', {});
  const lines = await desk.page.getByRole('main').getByRole('listitem').allInnerTexts();
  expect(lines).toHaveLength(weeks.length);
  for (const [place, { week }] of weeks.entries()) {
    const one = ((await desk.core('report', { week, hideTitles: false })).json as ReportJson).numbers;
    const line = (lines[place] ?? '').replace(/\s+/g, ' ');
    if (one.jobs_closed > 0) expect(line).toContain(timeText(one.ai_minutes));
    if (one.share !== null) expect(line).toContain(percent(one.share.value));
    const { right, of } = one.first_time;
    if (of > 0) expect(line).toContain(`${String(right)} of ${String(of)}`);
  }
});
