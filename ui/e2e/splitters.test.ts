// Who else can split the text: the preferred agent, and any chat. The draft is the person's all the while.
import { expect, test } from 'vitest';

import { type Action, addScripted } from './at-work';
import { World } from './world/world';

const TEXT = 'Complaints\n- Count the complaints\n- Draw a table of them\n- Send it to Mei';

function planOf(...titles: string[]): string {
  const items = titles.map((title, index) => ({
    id: index + 1,
    title,
    instructions: '',
    done_when: ['It adds up'],
    milestones: [],
    estimate_minutes: 30,
    confidence: 0.6,
    depends_on: [],
    suggested: 'ai',
    why: 'checkable_text',
    inputs: [],
    outputs: [],
    risk: 'none',
    kind: 'analyse',
    quotes: [index === 0 ? 'Count the complaints' : 'nowhere in the text'],
  }));
  const plan = { version: 1, title: 'Complaints', goal: '', assumptions: [], questions: [], items };
  return JSON.stringify(plan);
}

async function drafting(turns: readonly Action[][]): Promise<World> {
  const desk = await World.open();
  await addScripted(desk, turns);
  await desk.go('#/new');
  await desk.page.getByRole('textbox').fill(TEXT);
  await desk.keys('Control+Enter');
  await item(desk, 1).fill('Count them twice');
  return desk;
}

function item(desk: World, number: number) {
  return desk.page.getByRole('textbox', { name: `Item ${number}`, exact: true });
}

test('the list of the preferred agent takes the place of the draft, and Ctrl+Z gives the draft back', async () => {
  const said = { say: planOf('Count all complaints', 'Buy a boat') };
  await using desk = await drafting([[said, { use: { tokens_in: 900, tokens_out: 100 } }]]);

  await desk.keys('Control+Shift+Enter');
  await desk.page.getByText('The list is by worker.').first().waitFor();

  expect(await item(desk, 1).inputValue()).toBe('Count all complaints');
  await desk.page.getByText('No words of your text belong to these items: 2.').waitFor();
  await desk.page.getByText('900 tokens in').first().waitFor();

  await desk.page.locator('#page-title').focus();
  await desk.keys('Control+KeyZ');
  expect(await item(desk, 1).inputValue()).toBe('Count them twice');
  expect(await item(desk, 3).inputValue()).toBe('Send it to Mei');
  expect(await desk.core('list_jobs', {}), 'nothing is stored').toEqual({ jobs: [] });
});

test('an agent that takes too long is stopped, and the draft is as it was', async () => {
  await using desk = await drafting([[{ say: 'Let me think' }, 'hang']]);

  await desk.page.getByRole('button', { name: 'Split it with AI (worker)' }).click();
  await desk.page.getByText(/worker is writing: \d+ characters so far/).waitFor();
  await item(desk, 2).fill('Draw two tables');
  await desk.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await desk.page.getByRole('button', { name: 'Split it with AI (worker)' }).waitFor();

  expect(await item(desk, 1).inputValue()).toBe('Count them twice');
  expect(await item(desk, 2).inputValue()).toBe('Draw two tables');
  expect(await desk.page.locator('.problem').count(), 'a stop is no failure').toBe(0);
});

test('an agent without a plan leaves the draft alone, and it is said why', async () => {
  await using desk = await drafting([[{ say: 'No.' }], [{ say: 'No.' }], [{ say: 'No.' }]]);

  await desk.page.getByRole('button', { name: 'Split it with AI (worker)' }).click();
  const alert = desk.page.getByRole('alert').filter({ hasText: 'worker was asked 3 times' });
  await alert.waitFor();

  expect(await alert.textContent()).toContain('there is no JSON object in the answer');
  expect(await item(desk, 1).inputValue()).toBe('Count them twice');
});

test('by a chat: the question is copied, a wrong answer says where it is wrong, a right one is the list', async () => {
  await using desk = await World.open({ at: '#/new' });
  await desk.page.getByRole('textbox').fill(TEXT);

  await desk.page.getByRole('button', { name: 'Split it in a chat' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Copy the question' }).click();
  await dialog.getByText('The question is copied.').waitFor();
  expect(desk.desktop.clipboard).toContain('Draw a table of them');
  expect(desk.desktop.clipboard).toContain('"done_when"');

  await dialog.getByRole('textbox').fill(planOf(''));
  await desk.keys('Control+Enter');
  await dialog.getByRole('alert').filter({ hasText: '/items/0/title' }).waitFor();
  await dialog.getByRole('button', { name: 'Copy what is wrong, for the chat' }).click();
  await dialog.getByText('Copied. Paste it into the same chat.').waitFor();
  expect(desk.desktop.clipboard).toContain('/items/0/title');

  await dialog.getByRole('textbox').fill(`Here it is:\n${planOf('Count all complaints')}`);
  await desk.keys('Control+Enter');
  await item(desk, 1).waitFor();
  expect(await item(desk, 1).inputValue()).toBe('Count all complaints');
  expect(await desk.page.getByRole('dialog').count()).toBe(0);
});
