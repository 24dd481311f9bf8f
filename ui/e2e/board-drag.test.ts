// Points 9, 10 and 11: dragging on the board.
import { expect, test } from 'vitest';

import { drag, drawn, drop, openBoard, pointIn, row, watch } from './board-page';

test('point 9: one drag is one command, to the place where the line was', async () => {
  await using desk = await openBoard();
  const calls = await watch(desk);

  await drag(desk, 'Send it', await pointIn(desk, 'ai', null));
  await drop(desk);
  expect(await calls()).toEqual(['assign_items']);

  await drag(desk, 'Draw the chart', await pointIn(desk, 'ai', 'Send it'));
  await drop(desk);
  await drag(desk, 'Read the notes', await pointIn(desk, 'ai', null));
  await drop(desk);

  expect(await drawn(desk, 'ai')).toEqual(['Draw the chart', 'Send it', 'Read the notes']);
  expect(await calls()).toEqual(['assign_items', 'assign_items', 'assign_items']);
});

test('point 9: in its own lane a drag moves, and gives no command where it began', async () => {
  await using desk = await openBoard();
  const calls = await watch(desk);

  await drag(desk, 'Send it', await pointIn(desk, 'me', 'Group the quotes'));
  await drop(desk);
  expect(await drawn(desk, 'me')).toEqual([
    'Read the notes',
    'Send it',
    'Group the quotes',
    'Draw the chart',
    'Write the page',
  ]);

  await drag(desk, 'Send it', await pointIn(desk, 'me', 'Group the quotes'));
  await drop(desk);
  expect(await calls()).toEqual(['move_items']);
});

test('point 10: three selected rows keep their order, and Esc in the middle changes nothing', async () => {
  await using desk = await openBoard();
  const calls = await watch(desk);
  for (const title of ['Write the page', 'Read the notes', 'Draw the chart']) {
    await row(desk, title).click({ modifiers: ['Control'] });
  }

  await drag(desk, 'Draw the chart', await pointIn(desk, 'ai', null));
  expect(await desk.page.locator('.load').textContent()).toContain('3 × Draw the chart');
  await desk.keys('Escape');
  await drop(desk);
  expect(await drawn(desk, 'ai')).toEqual([]);
  expect(await calls()).toEqual([]);
  expect(await desk.page.locator('.load').count()).toBe(0);
  expect(await desk.page.locator('[data-item][aria-selected=true]').count(), 'Esc was for the drag').toBe(3);

  await drag(desk, 'Draw the chart', await pointIn(desk, 'ai', null));
  await drop(desk);
  expect(await drawn(desk, 'ai')).toEqual(['Read the notes', 'Draw the chart', 'Write the page']);
  expect(await calls()).toEqual(['assign_items']);
});

test('point 10: losing the window or the pointer changes nothing either', async () => {
  await using desk = await openBoard();

  for (const lost of ['blur', 'pointercancel']) {
    await drag(desk, 'Send it', await pointIn(desk, 'ai', null));
    await desk.page.evaluate((name) => window.dispatchEvent(new Event(name)), lost);
    await drop(desk);
  }

  expect(await drawn(desk, 'ai')).toEqual([]);
});

test('point 9: in a lane of 100 rows a drag lands where the line was', async () => {
  await using desk = await openBoard();
  const lines = Array.from({ length: 95 }, (_, at) => `Part ${at + 1} of many`);
  await desk.core('quick_add', { text: lines.join('\n'), job: '1' });
  await desk.settled();

  await row(desk, 'Part 50 of').scrollIntoViewIfNeeded();
  await drag(desk, 'Part 50 of', await pointIn(desk, 'me', 'Part 47 of'));
  await drop(desk);
  const { me } = await desk.core('board', { job: '1' });
  const order = me.cards.map(({ title }) => title);
  expect(order.slice(order.indexOf('Part 46 of many'), order.indexOf('Part 48 of many') + 1)).toEqual([
    'Part 46 of many',
    'Part 50 of many',
    'Part 47 of many',
    'Part 48 of many',
  ]);
});

test('point 11: no text gets selected while dragging', async () => {
  await using desk = await openBoard();

  await drag(desk, 'Read the notes', await pointIn(desk, 'me', 'Send it'));
  expect(await desk.page.evaluate(() => getSelection()?.toString())).toBe('');
  await drag(desk, 'Group the quotes', await pointIn(desk, 'ai', null));
  expect(await desk.page.evaluate(() => getSelection()?.toString())).toBe('');

  await drop(desk);
});
