// Points 12 to 15: the same by every way, keys, focus and undo on the board.
import { expect, test } from 'vitest';

import { addJob, drag, drop, focused, openBoard, pointIn, row, watch } from './board-page';
import { assign } from './work';
import type { World } from './world/world';

interface Ways {
  key: string;
  button: string;
  bar: string;
  to: 'ai' | 'me';
}

/** Every way to one end, for an item of that title on the board that is shown. */
function waysOf(
  { key, button, bar, to }: Ways,
  title: string,
): Record<string, (desk: World) => Promise<void>> {
  return {
    key: async (desk) => {
      await row(desk, title).focus();
      await desk.keys(key);
    },
    arrow: (desk) => row(desk, title).getByRole('button', { name: button }).click(),
    menu: async (desk) => {
      await row(desk, title).getByRole('button', { name: 'More for' }).click();
      await desk.page.getByRole('menuitem', { name: button }).click();
    },
    bar: async (desk) => {
      await row(desk, title).click({ modifiers: ['Control'] });
      await desk.page.getByRole('toolbar').getByRole('button', { name: bar }).click();
    },
    palette: async (desk) => {
      await row(desk, title).focus();
      await desk.keys('Control+KeyK');
      await desk.page.keyboard.type(button.toLowerCase());
      await desk.keys('Enter');
    },
    'palette for what is selected': async (desk) => {
      await row(desk, title).focus();
      await desk.keys('KeyX', 'Control+KeyK');
      await desk.page.keyboard.type(bar.toLowerCase());
      await desk.keys('Enter');
    },
    drag: async (desk) => {
      await drag(desk, title, await pointIn(desk, to, null));
      await drop(desk);
    },
  };
}

/** The cards of both lanes after each way, each on a job of its own. */
async function endsOf(ways: Ways, title: string, begin: (desk: World, job: string) => Promise<unknown>) {
  await using desk = await openBoard();
  const ends: Record<string, unknown> = {};
  for (const [index, [name, go]] of Object.entries(waysOf(ways, title)).entries()) {
    const job = String(index + 1);
    if (index > 0) await addJob(desk);
    await begin(desk, job);
    await desk.go(`#/jobs/${job}`);
    await go(desk);
    await desk.settled();
    const { me, ai } = await desk.core('board', { job });
    ends[name] = [me, ai].map(({ cards }) =>
      cards.map((card) => [card.title, card.status, card.assignee, card.estimateMinutes]),
    );
    expect(await focused(desk), `the focus after: ${name}`).toBe(title);
  }
  return ends;
}

test('point 12: key, arrow, menu, selection bar, palette and drag hand an item over to the same end', async () => {
  const ways = { key: 'KeyA', button: 'Hand over to AI', bar: 'Hand over to AI', to: 'ai' } as const;

  const ends = await endsOf(ways, 'Send it', () => Promise.resolve());

  for (const [way, end] of Object.entries(ends)) expect(end, way).toEqual(ends['key']);
  expect(JSON.stringify(ends['key'])).toContain('"Send it","queued"');
});

test('point 12: key, arrow, menu, selection bar, palette and drag take an item back to the same end', async () => {
  const ways = { key: 'KeyM', button: 'Take back', bar: 'Keep', to: 'me' } as const;

  const ends = await endsOf(ways, 'Send it', (desk, job) => assign(desk, [`${job}.5`], 'ai'));

  for (const [way, end] of Object.entries(ends)) expect(end, way).toEqual(ends['key']);
  expect(JSON.stringify(ends['key'])).toContain('"Send it","open"');
});

test('point 13: letters are inert in fields, in menus and dialogs, and while composing', async () => {
  await using desk = await openBoard();
  const calls = await watch(desk);

  await row(desk, 'Read the notes').focus();
  await desk.keys('Slash', 'KeyA', 'KeyM', 'KeyD');
  expect(await desk.page.locator('#board-filter').inputValue()).toBe('amd');
  await desk.page.locator('#board-filter').fill('');

  await desk.page.locator('#add-item').focus();
  await desk.keys('KeyA', 'Delete', 'Control+KeyA');
  await row(desk, 'Read the notes').getByRole('button', { name: 'More for' }).click();
  await desk.keys('KeyA', 'KeyM', 'Escape');

  await row(desk, 'Read the notes').focus();
  await desk.keyboard.composing('KeyA');
  await desk.settled();
  expect(await calls()).toEqual([]);
  expect(await desk.page.locator('[data-item][aria-selected=true]').count()).toBe(0);
});

test('point 14: the focus stays on the row that moved', async () => {
  await using desk = await openBoard();
  await row(desk, 'Draw the chart').focus();

  const moves = ['KeyA', 'KeyM', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Control+KeyZ'];
  for (const key of moves) {
    await desk.keys(key);
    await desk.settled();
    expect(await focused(desk), key).toBe('Draw the chart');
  }

  await row(desk, 'Draw the chart').getByRole('button', { name: 'Hand over to AI' }).click();
  await desk.settled();
  expect(await focused(desk), 'the arrow').toBe('Draw the chart');
  await drag(desk, 'Draw the chart', await pointIn(desk, 'me', 'Read the notes'));
  await drop(desk);
  expect(await focused(desk), 'a drag').toBe('Draw the chart');
});

test('point 14: after a row is dropped the next one has the focus, and the head of the lane after the last', async () => {
  await using desk = await openBoard();
  await row(desk, 'Write the page').focus();

  await desk.keys('Delete');
  await desk.settled();
  expect(await focused(desk)).toBe('Send it');
  await desk.keys('Delete');
  await desk.settled();
  expect(await focused(desk)).toBe('Draw the chart');

  for (let left = 3; left > 0; left -= 1) {
    await desk.keys('Delete');
    await desk.settled();
  }
  expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('lane-me');
});

test('point 15: five commands and five times undo is the first state, also after a restart', async () => {
  await using desk = await openBoard();
  const state = async () => {
    const { me, ai, dropped } = await desk.core('board', { job: '1' });
    return [me.cards, ai.cards, dropped].map((cards) =>
      cards.map(({ title, status, isFinished, estimateMinutes }) => [
        title,
        status,
        isFinished,
        estimateMinutes,
      ]),
    );
  };
  const first = await state();

  for (const isRestarted of [false, true]) {
    await row(desk, 'Read the notes').focus();
    await desk.keys('KeyA');
    await desk.settled();
    await row(desk, 'Send it').focus();
    await desk.keys('Alt+ArrowUp');
    await desk.settled();
    await row(desk, 'Group the quotes').focus();
    await desk.keys('Delete');
    await desk.settled();
    await row(desk, 'Draw the chart').focus();
    await desk.keys('KeyE');
    await desk.page.keyboard.type('Draw two charts');
    await desk.keys('Enter');
    await desk.settled();
    await desk.page.locator('#add-item').fill('Ask Mei');
    await desk.keys('Enter');
    await desk.settled();
    expect(await state()).not.toEqual(first);

    if (isRestarted) await desk.restart();
    await desk.page.locator('#page-title').focus();
    for (let step = 0; step < 5; step += 1) {
      await desk.keys('Control+KeyZ');
      await desk.settled();
    }
    expect(await state(), isRestarted ? 'after a restart' : 'at once').toEqual(first);
  }
});

test('an own item is ticked off by its box and the question beside it', async () => {
  await using desk = await openBoard();

  await row(desk, 'Read the notes').getByRole('checkbox').click();
  await desk.page.getByRole('button', { name: 'As thought' }).click();
  await desk.settled();

  const { me } = await desk.core('board', { job: '1' });
  expect(me.cards.find(({ title }) => title === 'Read the notes')?.status).toBe('done');
});
