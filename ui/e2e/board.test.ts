// Points 12, 13, 14 and 35 on the board.
import { expect, test } from 'vitest';

import { newJob, withAi } from './work';
import { World } from './world/world';

/** The ways to hand an item over; each starts at its row and ends in the same state. */
const WAYS: Record<string, (desk: World, ref: string) => Promise<void>> = {
  'the key A': async (desk, ref) => {
    await desk.row(ref).focus();
    await desk.keys('KeyA');
  },
  'the arrow button': (desk, ref) => desk.row(ref).getByRole('button', { name: 'Hand' }).click(),
};

test.each(Object.entries(WAYS))('point 12: %s hands an item over', async (_way, handOver) => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');

  await handOver(desk, '1.2');
  await desk.settled();

  expect(await withAi(desk)).toEqual(['1.2']);
});

test('point 12: M takes an item back', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();

  await desk.keys('KeyA');
  await desk.settled();
  await desk.keys('KeyM');
  await desk.settled();

  expect(await withAi(desk)).toEqual([]);
});

test('point 13: letters are inert while typing', async () => {
  await using desk = await World.open({ at: '#/new' });

  await desk.page.getByRole('textbox').pressSequentially('nam');

  expect(new URL(desk.page.url()).hash).toBe('#/new');
  expect(await desk.page.getByRole('textbox').inputValue()).toBe('nam');
});

test('point 13: keys that belong to an input method are inert on a row and on the page', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();

  await desk.keyboard.composing('KeyA');
  await desk.keyboard.composing('KeyN');
  await desk.settled();

  expect(await withAi(desk)).toEqual([]);
  expect(new URL(desk.page.url()).hash).toBe('#/jobs/1');
});

test('point 13: the Enter that commits a composition does not split the text', async () => {
  await using desk = await World.open({ at: '#/new', lang: 'zh-Hant' });
  await desk.page.getByRole('textbox').fill('訪談報告\n- 讀訪談\n- 寫報告');

  await desk.keyboard.composing('Enter', { control: true });
  await desk.settled();

  expect(await desk.page.getByRole('textbox').isVisible()).toBe(true);
});

test('point 13: letters work by their place, whatever the input method would write', async () => {
  await using desk = await World.open({ lang: 'zh-Hant' });
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();

  await desk.keyboard.otherLayout('KeyA', 'ㄇ');
  await desk.settled();

  expect(await withAi(desk)).toEqual(['1.2']);
});

test('point 14: the focus stays on the row that moved, there and back', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();

  await desk.keys('KeyA');
  await desk.settled();
  expect(await desk.focusedRow()).toBe('1.2');

  await desk.keys('KeyM');
  await desk.settled();
  expect(await desk.focusedRow()).toBe('1.2');
});

test('point 35: a job is opened, an item handed over and the hand-over undone by keyboard alone', async () => {
  await using desk = await World.open({ at: '#/jobs' });
  await newJob(desk);
  await desk.page.getByRole('link', { name: 'Interview report' }).waitFor();

  await desk.keyboard.tabTo('Interview report');
  await desk.keys('Enter');
  await desk.row('1.1').waitFor();
  await desk.keys('ArrowDown', 'ArrowDown', 'KeyA');
  await desk.settled();
  expect(await withAi(desk)).toEqual(['1.2']);

  await desk.keys('Control+KeyZ');
  await desk.settled();
  expect(await withAi(desk)).toEqual([]);
});

test('point 37: below 720 the lanes are two tabs with their counts; keys hand over, and nothing is dragged', async () => {
  await using desk = await World.open({ size: { width: 719, height: 560 } });
  await newJob(desk);
  await desk.go('#/jobs/1');
  const tabs = desk.page.getByRole('group', { name: 'Who works on it' }).getByRole('button');
  expect(await tabs.count()).toBe(2);
  expect(await tabs.first().innerText()).toMatch(/Me\s+3/);

  const box = await desk.row('1.1').boundingBox();
  if (box === null) throw new Error('the row is not drawn');
  await desk.page.mouse.move(box.x + 60, box.y + 14);
  await desk.page.mouse.down();
  await desk.page.mouse.move(box.x + 90, box.y + 60, { steps: 4 });
  expect(await desk.page.locator('.load').count()).toBe(0);
  await desk.page.mouse.up();

  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();
  await desk.keys('KeyA');
  await desk.settled();
  expect(await withAi(desk)).toEqual(['1.2']);
  await tabs.last().click();
  await desk.row('1.2').waitFor();

  await desk.resize({ width: 720, height: 560 });
  expect(await tabs.count(), 'beside each other again').toBe(0);
});

test('the program opens again on the same folder and undoes what was done before', async () => {
  await using desk = await World.open();
  await newJob(desk);
  await desk.go('#/jobs/1');
  await desk.row('1.2').focus();
  await desk.keys('KeyA');
  await desk.settled();

  await desk.restart();
  await desk.keys('Control+KeyZ');
  await desk.told('Undone');

  expect(await withAi(desk)).toEqual([]);
});
