// Points 16 to 21: AI at work, on the row where it is seen. The agent is a script, everything else is real: the core behind
// the page works the queue, as in the window.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Action, addScripted, dressItems, FOUND, question, underWay } from './at-work';
import { BRIEF, deliver, newJob } from './work';
import { World } from './world/world';

const PAGE = { write: { path: 'page.md', text: 'One page.' } };

/** A job on its board, and an agent that plays these turns. */
async function openAtWork(...turns: Action[][]): Promise<World> {
  const desk = await World.open();
  await newJob(desk);
  await addScripted(desk, turns);
  await desk.go('#/jobs/1');
  return desk;
}

/** Hands the item over with the key, as a person does, and is through its seconds of grace at once. */
async function give(desk: World, ref = '1.1'): Promise<Locator> {
  await desk.row(ref).focus();
  await desk.keys('KeyA');
  await desk.settled();
  return desk.row(ref);
}

test('point 16: undo within the seconds of grace starts no run, from the notice or from the row', async () => {
  await using desk = await openAtWork([PAGE]);
  const row = await give(desk);
  await row.getByText(/^Starting in [1-5] s$/).waitFor();
  expect(await desk.page.getByRole('dialog').count(), 'no brief is to be carried').toBe(0);
  await desk.keys('Control+KeyZ');
  await desk.settled();

  await (await give(desk, '1.2')).getByRole('button', { name: 'Undo: ' }).click();
  await desk.settled();
  // What is handed over after them begins after their seconds are over.
  await (await give(desk, '1.3')).getByText('Needs your review').waitFor();

  for (const item of ['1.1', '1.2']) {
    const { card, attempts } = await desk.core('item_attempts', { item });
    expect([item, card.status, attempts.length]).toEqual([item, 'open', 0]);
  }
});

test('point 17: with four deliverables waiting the fifth says why it waits, and a verdict lets it start', async () => {
  await using desk = await World.open();
  await newJob(desk, BRIEF);
  for (const item of ['1.1', '1.2', '1.3', '1.4']) await deliver(desk, item, `An answer for ${item}.`);
  await addScripted(desk, [[PAGE]]);
  await desk.go('#/jobs/1');

  const row = await give(desk, '1.5');
  await row.getByText('Waits: 4 results have to be reviewed first').waitFor();
  const { card } = await desk.core('item_attempts', { item: '1.5' });
  await expect.poll(() => Date.now() > (card.startsAt ?? 0), { timeout: 8_000 }).toBe(true);
  await row.getByText('Waits: 4 results have to be reviewed first').waitFor();
  expect((await desk.core('item_attempts', { item: '1.5' })).attempts).toEqual([]);

  await desk.core('review_attempt', { item: '1.1', verdict: { verdict: 'accept' }, reviewMinutes: 1 });

  await row.getByText('Needs your review').waitFor();
});

test('point 18: the first sign is there within a second', async () => {
  await using desk = await openAtWork([PAGE, 'hang']);
  const row = await give(desk);

  await row.getByText('Working').waitFor();
  const seen = Date.now();
  const { card } = await desk.core('item_attempts', { item: '1.1' });
  expect(seen - (card.underWay?.startedAt ?? 0)).toBeLessThan(1_000);
  await row.getByText('writes page.md').waitFor();
  expect(await row.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('1 step so far');

  await desk.core('stop_item', { item: '1.1', because: 'changed_mind' });
  await row.getByText('Stopped: you changed your mind').waitFor();
});

test('point 18: a run that says nothing for a minute is quiet', async () => {
  await using desk = await openAtWork([PAGE]);
  const now = Date.now();
  const run = underWay({ lastEventAt: now - 58_000, quietAt: now + 2_000 });
  dressItems(desk, {
    '1.1': () => ({ status: 'working', look: 'working', statusText: 'Working', underWay: run }),
  });
  await desk.go('#/jobs');
  await desk.go('#/jobs/1');
  const row = desk.row('1.1');

  await row.getByText('Working').waitFor();
  await row.getByText(/^5\d s ago$/).waitFor();

  await row.getByText('Quiet').waitFor();
  await row.getByText('1 min ago').waitFor();
});

test('point 19: S stops at once, the row says so when it has ended, and asks why once', async () => {
  await using desk = await openAtWork([PAGE, 'hang']);
  const row = await give(desk);
  await row.getByText('writes page.md').waitFor();

  await row.focus();
  const pressed = Date.now();
  await desk.keys('KeyS');
  await row.getByRole('group', { name: 'Why?' }).waitFor();
  expect(Date.now() - pressed).toBeLessThan(4_000);
  const [attempt] = (await desk.core('item_attempts', { item: '1.1' })).attempts;
  expect([attempt?.outcome, attempt?.reason]).toEqual(['stopped', null]);

  await row.getByRole('button', { name: 'It was going wrong' }).click();
  await row.getByText('Stopped: it was going wrong').waitFor();
  expect(await row.getByRole('group', { name: 'Why?' }).count()).toBe(0);
});

test(
  'point 20: closed while it ran it is stopped, killed while it ran it is lost, and it can run again',
  { timeout: 90_000 },
  async () => {
    await using desk = await openAtWork([PAGE, 'hang']);
    const row = await give(desk);
    await row.getByText('writes page.md').waitFor();
    await desk.restart();
    await row.getByText('Stopped: the app was closed').waitFor();

    await give(desk);
    await row.getByText('writes page.md').waitFor();
    await desk.restart({ isKilled: true });
    await row.getByText('Lost: the app ended while it ran').waitFor();

    await give(desk);
    await row.getByText('writes page.md').waitFor();
    expect((await desk.core('item_attempts', { item: '1.1' })).card.underWay?.number).toBe(3);
  },
);

test(
  'point 21: why it failed is read on the row, with what to do, and there it is tried again',
  { timeout: 60_000 },
  async () => {
    await using desk = await openAtWork([{ fail: { reason: 'not_signed_in' } }]);
    const row = await give(desk);

    await row.getByText('Failed: the AI program is not signed in').waitFor();
    await row.getByText('Sign in in its own program first.').waitFor();
    await row.getByRole('button', { name: 'Try again: ' }).click();
    await desk.told('Tried again');
    await row.getByText(/^Starting in/).waitFor();

    await row.getByText('Failed: the AI program is not signed in').waitFor();
    expect((await desk.core('item_attempts', { item: '1.1' })).attempts).toHaveLength(2);
    await row.getByRole('button', { name: 'Take back: ' }).last().click();
    await desk.settled();
    expect((await desk.core('board', { job: '1' })).ai.cards).toEqual([]);
  },
);

test('a question is answered on Today, in words, and the work goes on', async () => {
  await using desk = await openAtWork([{ ask: { text: 'Which year?' } }, PAGE]);
  await give(desk);
  await desk.row('1.1').getByText('Needs your answer').waitFor();
  await desk.go('#/today');
  const needsYou = desk.page.getByRole('region', { name: 'Needs you' });

  await needsYou.getByText('Which year?').waitFor();
  await needsYou.getByRole('textbox', { name: 'Your answer: ' }).fill('2025');
  await desk.keys('Enter');

  await needsYou.getByText('Needs your review').waitFor();
  const [attempt] = (await desk.core('item_attempts', { item: '1.1' })).attempts;
  const { questions } = await desk.core('attempt_steps', { attempt: attempt?.id ?? '' });
  expect(questions[0]?.answer).toBe('2025');
});

test('a permission shows the whole command and is answered with a button on the row', async () => {
  await using desk = await openAtWork([{ permission: { argv: ['python3', 'a b.py', '--all'] } }, PAGE]);
  // Off, nothing asks. It needs a sandbox on this computer.
  await desk.terminal('edit', '1.1', '--commands', 'on');
  const row = await give(desk);

  await row.getByText('Needs your permission').waitFor();
  expect(await row.locator('code').allTextContents()).toEqual(['python3', 'a b.py', '--all']);
  await row.getByRole('button', { name: 'Do not allow' }).click();

  await row.getByText('Needs your review').waitFor();
});

test('an attempt tells its steps, newest first, and what nobody knows of it', async () => {
  const turn = [
    { step: { kind: 'read', about: 'notes.txt', went_well: true } },
    PAGE,
    { step: { kind: 'read', about: 'gone.txt', went_well: false } },
  ];
  await using desk = await openAtWork(turn);
  await (await give(desk)).getByText('Needs your review').waitFor();
  await desk.go('#/jobs/1/items/1');
  await desk.page.getByRole('tab', { name: 'Attempts (1)' }).click();

  await desk.page.getByText('tokens unknown').waitFor();
  await desk.page.getByText('cost unknown').waitFor();
  await desk.page.getByRole('button', { name: 'Steps of attempt 1' }).click();
  const steps = desk.page.getByRole('list', { name: 'Steps of attempt 1' }).getByRole('listitem');
  await steps.first().waitFor();
  const texts = await steps.allTextContents();
  expect(
    texts.map((text) => /says it has finished|reads gone|writes page|reads notes/.exec(text)?.[0]),
  ).toEqual(['says it has finished', 'reads gone', 'writes page', 'reads notes']);
  expect(texts[1]).toContain('did not work');
});

test('an attempt is held against the one before it, where both brought something', async () => {
  await using desk = await World.open();
  await newJob(desk);
  const note = { step: null, note: 'Two lines, please.', then: 'retry' } as const;
  await deliver(desk, '1.1', 'One line.');
  await desk.core('review_attempt', {
    item: '1.1',
    verdict: { verdict: 'reject', reason: 'incomplete', ...note },
    reviewMinutes: 1,
  });
  await deliver(desk, '1.1', 'One line.\n\nAnd another.');
  await desk.go('#/jobs/1/items/1');
  await desk.page.getByRole('tab', { name: 'Attempts (2)' }).click();
  const attempts = desk.page.getByRole('tabpanel').getByRole('listitem');

  expect(await attempts.last().getByRole('button').count(), 'the first has none before it').toBe(0);
  await attempts.first().getByRole('button', { name: 'Compare with attempt 1' }).click();

  await desk.page.locator('.added', { hasText: 'And another.' }).waitFor();
  await desk.page.getByRole('button', { name: 'Hide the comparison' }).click();
  expect(await desk.page.locator('.added').count()).toBe(0);
});

test('what AI does beside the person stays sealed until they are done', async () => {
  await using desk = await openAtWork([PAGE]);
  await desk.go('#/jobs/1/items/1');
  await desk.page.getByRole('button', { name: 'AI does it too' }).click();
  await desk.told('AI does it too');

  await desk.page.getByText('1 attempt is sealed until you are done.').waitFor();
  expect(await desk.page.getByText('page.md').count()).toBe(0);
  await desk.core('finish_item', { item: '1.1', minutes: 20, felt: null });

  const beside = desk.page.getByRole('region', { name: 'Beside your own work' });
  await beside.getByText('Delivered, not reviewed yet').waitFor();
});

test('what a program asks of a person is told to them in each state the core has', async () => {
  await using desk = await openAtWork([PAGE]);
  const asks = (why: string, text: string) =>
    underWay({ question: question({ why, text, answers: ['goOn', 'stop'] }) });
  const waiting = { status: 'waiting', look: 'waiting-budget', statusText: 'Budget used up: needs you' };
  dressItems(desk, {
    '1.1': () => ({ ...waiting, underWay: asks('budget', 'Paused. Go on, or stop?') }),
    '1.2': () => ({
      status: 'waiting',
      look: 'waiting-limit',
      statusText: 'Waiting for the limit',
      underWay: underWay(),
    }),
  });
  await desk.go('#/jobs');
  await desk.go('#/jobs/1');

  const answers = desk.row('1.1').getByRole('group').getByRole('button');
  expect(await answers.allTextContents()).toEqual(['Go on', 'Stop']);
  expect(await desk.row('1.2').getByRole('group').count(), 'nobody is asked').toBe(0);
  await desk.row('1.2').getByRole('button', { name: 'Stop: ' }).waitFor();
});

test('an agent that was found is offered once, on the board of the first job, under its head', async () => {
  await using desk = await World.open();
  await newJob(desk);
  desk.answerWith('find_agents', FOUND);
  await desk.go('#/jobs/1');
  const strip = desk.page.getByRole('region', { name: 'AI connections' });
  await strip.getByText('Claude Code found. It works on a copy').waitFor();

  await strip.getByRole('button', { name: 'I will carry it by hand' }).click();

  expect(await strip.count()).toBe(0);
  await desk.reopen('#/jobs/1');
  await desk.row('1.1').waitFor();
  await desk.settled();
  expect(await strip.count(), 'it is answered').toBe(0);
  expect((await desk.core('agents', {})).agents).toEqual([]);
});

test('used, it is what hand over to AI means; what cannot be begun is said there', async () => {
  await using desk = await World.open();
  await newJob(desk);
  const program = join(desk.folder, 'claude');
  writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const [claude] = FOUND.programs;
  if (claude === undefined) throw new Error('nothing is found');
  desk.answerWith('find_agents', { ...FOUND, programs: [{ ...claude, path: program }] });
  await desk.go('#/jobs/1');

  await desk.page.getByRole('button', { name: 'Use it' }).click();

  await desk.page.locator('.notice.refused', { hasText: 'claude cannot begin' }).waitFor();
  const { agents } = await desk.core('agents', {});
  expect(agents.map(({ name, isPreferred }) => [name, isPreferred])).toEqual([['claude', true]]);
  await give(desk);
  expect((await desk.core('board', { job: '1' })).ai.cards[0]?.assignee).toBe('claude');
});

test('the whole job, an arrow and the panel give to the agent that is preferred; no brief is to be copied', async () => {
  await using desk = await openAtWork([PAGE]);
  await desk.row('1.1').getByRole('button', { name: 'Hand over to AI: ' }).click();
  await desk.settled();
  await desk.row('1.2').focus();
  await desk.keys('Enter');
  await desk.page.getByRole('complementary').getByRole('button', { name: 'Hand over to AI' }).click();
  await desk.told('1 item handed to AI');
  await desk.page.getByRole('button', { name: 'Whole job' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Hand over to AI' }).click();
  await desk.told('The whole job is handed to AI');

  const { ai } = await desk.core('board', { job: '1' });
  expect(ai.cards.map(({ assignee }) => assignee)).toEqual(['worker', 'worker', 'worker', 'worker']);
  expect(await desk.page.getByRole('dialog').count()).toBe(0);
  expect(await desk.page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
});

test('what is held back begins by its button, or by its menu, and only then', async () => {
  await using desk = await openAtWork([PAGE]);
  const held = {
    to: { who: 'ai' },
    place: null,
    guess: null,
    minutes: null,
    because: null,
    start: 'onHold',
  } as const;
  await desk.core('assign_items', { items: ['1.1', '1.2'], ...held });
  const now = desk.row('1.1').getByRole('button', { name: 'Start now: ' });
  await now.waitFor();
  await desk.row('1.3').focus();
  await desk.keys('Shift+F10');
  expect(await desk.page.getByRole('menuitem', { name: 'Start now' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  await desk.keys('Escape');

  await now.click();
  await desk.row('1.1').getByText('Needs your review').waitFor();
  await desk.row('1.2').focus();
  await desk.keys('Shift+F10');
  await desk.page.getByRole('menuitem', { name: 'Start now' }).click();

  await desk.row('1.2').getByText('Needs your review').waitFor();
});

test('who has carried one item by hand is not offered an agent any more', async () => {
  await using desk = await World.open();
  await newJob(desk);
  desk.answerWith('find_agents', FOUND);
  await desk.go('#/jobs/1');
  const strip = desk.page.getByRole('region', { name: 'AI connections' });
  await strip.getByText('Claude Code found.').waitFor();

  await desk.core('copy_brief', { items: ['1.1'] });

  await strip.waitFor({ state: 'detached' });
  expect((await desk.core('settings', {})).agentAsked).toBe(true);
});
