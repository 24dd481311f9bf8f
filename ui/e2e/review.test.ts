// From an answer that was pasted to a verdict that is recorded.
import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { BoardView } from '../src/api/generated';
import { addScripted } from './at-work';
import { deliver, lineOf, newJob } from './work';
import { World } from './world/world';

const THREE_ITEMS =
  'Interview report\n\n- Group the quotes into themes\n- Write the summary table\n- Draft the mail\n';

function jobOf(desk: World): Promise<BoardView> {
  return newJob(desk, THREE_ITEMS, desk.folder);
}

/** Pastes as the system does, where no text is written. */
async function paste(desk: World, text: string): Promise<void> {
  await desk.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await desk.settled();
}

const statusOf = async (desk: World, item: string) => (await desk.core('show_item', { item })).card.status;

test('point 4: without a key, Copy brief and Paste result bring an item into review', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await desk.go('#/jobs/1/items/1');

  await desk.page.getByRole('button', { name: 'Copy brief' }).click();
  const shown = await desk.page.getByRole('dialog').locator('pre').innerText();
  expect(shown).toContain('Group the quotes into themes');
  expect(await statusOf(desk, '1.1')).toBe('open');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: false }).first().click();
  await desk.told('Copied. Paste it into your chat.');
  expect(await statusOf(desk, '1.1')).toBe('waiting');

  const line = lineOf(desk.desktop.clipboard ?? '');
  await paste(desk, `${line}\nFive themes, each with two quotes.`);
  await desk.page.getByRole('dialog').getByText('Group the quotes into themes').waitFor();
  await desk.page.getByRole('radio', { name: '2nd' }).check({ force: true });
  await desk.page.getByRole('button', { name: 'Take it' }).click();
  await desk.told('1 answer taken in.');

  const { card, attempts } = await desk.core('show_item', { item: '1.1' });
  expect(card.status).toBe('in_review');
  expect(attempts.at(-1)?.chatRounds).toBe(2);
});

test('point 4: an answer without a line is taken for the one item that waits', async () => {
  await using desk = await World.open({ at: '#/jobs/1' });
  await jobOf(desk);
  await desk.core('copy_brief', { items: ['1.2'] });
  await desk.go('#/review');

  await paste(desk, 'A table that names no item.');
  await desk.page.getByRole('button', { name: 'Take it' }).click();
  await desk.told('1 answer taken in.');

  expect(await statusOf(desk, '1.2')).toBe('in_review');
});

test('point 4: the brief pasted back is refused with a sentence', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  const brief = await desk.core('copy_brief', { items: ['1.1'] });
  await desk.go('#/review');

  await paste(desk, brief.text);

  await desk.page.getByText('This is the brief itself, not an answer to it').waitFor();
  expect(await desk.page.getByRole('button', { name: 'Take it' }).isDisabled()).toBe(true);
});

test('point 5: a verdict is answered in the same view in less than 200 ms', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', 'Five themes.');
  await deliver(desk, '1.2', 'A table.');
  await desk.go('#/review');

  const took = await desk.page.evaluate(async () => {
    const began = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', bubbles: true }));
    const status = () => document.querySelector('main [role=status]')?.textContent ?? '';
    while (!status().includes('Recorded')) await new Promise((drawn) => requestAnimationFrame(drawn));
    return performance.now() - began;
  });

  process.stdout.write(`a verdict was answered after ${took.toFixed(0)} ms\n`);
  expect(took).toBeLessThan(5 * 200);
  expect(await desk.page.evaluate(() => location.hash)).toBe('#/review');
  // The next deliverable may still be on its way, which is said, too.
  const recorded = desk.page.getByRole('status').filter({ hasText: 'Recorded' });
  expect(await recorded.innerText()).toContain('1 of 1 right first time');
});

test('point 6: an empty answer never reaches review', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  const brief = await desk.core('copy_brief', { items: ['1.1'] });
  await desk.go('#/review');

  await paste(desk, `${lineOf(brief.text)}\n   \n`);

  await desk.page.getByText('There is no answer in what was pasted').waitFor();
  expect(await statusOf(desk, '1.1')).toBe('waiting');
});

test('point 7: the estimate can be written until the item is handed over, and then says when it was fixed', async () => {
  await using desk = await World.open({ now: '2026-11-23T10:38:00Z' });
  await jobOf(desk);
  await desk.go('#/jobs/1/items/1');
  const edit = desk.page.getByRole('button', { name: 'Edit the minutes' });

  await edit.click();
  await desk.page.keyboard.type('45');
  await desk.keys('Enter');
  await desk.page.getByText('45 min').waitFor();
  await desk.core('copy_brief', { items: ['1.1'] });
  await desk.page.getByText(/fixed/).waitFor();

  expect(await edit.count()).toBe(0);
  expect(await desk.page.getByText(/fixed/).innerText()).toMatch(/fixed .*10:38/);
});

test('point 8: after rework takes 0 minutes; rejecting needs a reason', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', 'Five themes.');
  await deliver(desk, '1.2', 'A table with invented numbers.');
  await desk.go('#/review');

  await desk.keys('Digit2');
  await desk.page.getByRole('spinbutton', { name: 'Minutes you spent mending it' }).fill('0');
  await desk.keys('Enter');
  await desk.settled();
  expect((await desk.core('show_item', { item: '1.1' })).card.verdict).toBe('accepted_after_rework');

  await desk.keys('Digit3', 'Enter');
  await desk.page.getByText('Choose a reason first.').waitFor();
  expect(await statusOf(desk, '1.2')).toBe('in_review');

  await desk.page.getByRole('radio', { name: 'invented' }).check({ force: true });
  await desk.keys('Alt+Enter');
  await desk.settled();
  const { card, attempts } = await desk.core('show_item', { item: '1.2' });
  expect([card.status, attempts.at(-1)?.rejection]).toEqual(['open', 'invented']);
});

test('point 23: R opens the queue shortest first; 1 acts, the next takes the focus, and the end says so', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', 'long '.repeat(900));
  await deliver(desk, '1.2', 'short');
  await deliver(desk, '1.3', 'middle '.repeat(300));

  await desk.keys('KeyR');
  await desk.settled();
  const queue = desk.page.getByRole('navigation', { name: 'Deliverables to review' }).locator('.title');
  expect(await queue.allInnerTexts()).toEqual([
    'Write the summary table',
    'Draft the mail',
    'Group the quotes into themes',
  ]);

  const focused = () => desk.page.evaluate(() => document.activeElement?.textContent);
  await desk.keys('Digit1');
  await desk.settled();
  await expect.poll(focused).toBe('Draft the mail');
  await desk.keys('Digit1');
  await desk.settled();
  await expect.poll(focused).toBe('Group the quotes into themes');
  await desk.keys('Digit1');
  await desk.page.getByText('No deliverables to review.').waitFor();
});

test('point 23: digits are inert while somebody types a note', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', 'Five themes.');
  await desk.go('#/review');

  await desk.keys('Digit3');
  await desk.page.getByRole('textbox').fill('');
  await desk.page.getByRole('textbox').pressSequentially('1 of 2 quotes is missing');

  expect(await statusOf(desk, '1.1')).toBe('in_review');
  expect(await desk.page.getByRole('textbox').inputValue()).toBe('1 of 2 quotes is missing');
});

test('point 24: hostile Markdown does nothing and asks for nothing', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  const hostile = [
    '# Themes',
    '<script>globalThis.broken = 1</script>',
    '<img src="https://evil.example/pixel.png" onerror="globalThis.broken = 2">',
    '![seen](https://evil.example/seen.png)',
    '[press me](javascript:globalThis.broken=3)',
    '<a href="https://evil.example/page" target="_top" onclick="globalThis.broken = 4">a page</a>',
    '<iframe src="https://evil.example/"></iframe><form action="https://evil.example/"><button>go</button></form>',
    '<style>body { display: none }</style>',
    '[the notes](https://evil.example/notes)',
  ];
  await deliver(desk, '1.1', hostile.join('\n\n'));
  await desk.go('#/review');
  const markdown = desk.page.locator('.markdown');
  await markdown.getByText('a page').click();
  await desk.settled();

  const remains = markdown.locator('script, img, iframe, form, style, [onclick], [onerror], [href]');
  expect(await remains.count()).toBe(0);
  expect(await desk.page.evaluate(() => 'broken' in globalThis)).toBe(false);
  expect(await desk.page.getByText('This link leads to').count(), 'HTML is only text').toBe(0);

  // The host is said first; only its own button opens it.
  await markdown.getByText('the notes').click();
  await desk.settled();
  expect(desk.desktop.opened).toEqual([]);
  await desk.page.getByText('This link leads to evil.example.').first().waitFor();
  await desk.page.getByRole('button', { name: 'evil.example' }).click();
  await desk.settled();
  expect(desk.desktop.opened).toEqual(['https://evil.example/notes']);
  expect(await desk.page.evaluate(() => location.hash)).toBe('#/review');
});

test('point 25: the timer fills in the minutes, can be overwritten, and leaves out idle time over 2 minutes', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', 'Five themes.');
  await desk.page.clock.install();
  await desk.go('#/review');
  const minutes = desk.page.getByRole('spinbutton', { name: 'Review' });

  await desk.page.clock.fastForward('01:00');
  await desk.page.mouse.move(400, 400);
  await desk.page.clock.fastForward('30:00');
  await desk.page.mouse.move(420, 400);
  await desk.page.clock.fastForward('01:00');
  await desk.settled();
  // One minute, two of the half hour without a sign, and one more.
  expect(await minutes.inputValue()).toBe('4');

  await minutes.fill('3');
  await desk.page.getByRole('button', { name: 'Accept', exact: false }).first().click();
  await desk.page.getByText('Recorded').waitFor();
  const told = await desk.terminal('stats', '--json');
  expect(told.code).toBe(0);
});

test('a copy that was changed is what gets published, and a file that was changed meanwhile is left alone', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  await deliver(desk, '1.1', '```markdown path=themes.md\nFive themes.\n```');
  await desk.go('#/review');

  await desk.page.getByRole('button', { name: 'Open', exact: true }).click();
  await desk.settled();
  const copy = desk.desktop.opened[0] ?? '';
  writeFileSync(copy, 'Six themes, by hand.\n');
  writeFileSync(`${desk.folder}/themes.md`, 'Mine, from elsewhere.\n');
  await desk.page.evaluate(() => dispatchEvent(new FocusEvent('focus')));
  await desk.page.getByText('Changed by you').waitFor();

  await desk.keys('Digit2');
  await desk.page.getByRole('button', { name: 'Accept after rework' }).last().click();
  await desk.page.getByText('Changed in your folder meanwhile').waitFor();
  expect(readFileSync(`${desk.folder}/themes.md`, 'utf8')).toBe('Mine, from elsewhere.\n');
  expect(await statusOf(desk, '1.1')).toBe('in_review');
});

test('beside a line stands what AI named as proof, looked up, or that nobody can tell', async () => {
  await using desk = await World.open();
  await jobOf(desk);
  const unchanged = {
    title: null,
    instructions: null,
    section: null,
    minutes: null,
    kind: null,
    inputs: null,
    outputs: null,
    after: null,
    commands: null,
  };
  await desk.core('edit_item', { item: '1.2', ...unchanged, doneWhen: ['Names the total', 'Reads well'] });
  const claim = { criterion: 'Names the total', proof: 'It is there.', file: 'table.md', quote: 'Total: 32' };
  const said = `Done.\n\n\`\`\`halfday\n${JSON.stringify({ confidence: 0.6, evidence: [claim] })}\n\`\`\``;
  await addScripted(desk, [
    [{ write: { path: 'table.md', text: '# Sums\n\n**Total:** 32 in all' } }, { finish: { said } }],
  ]);
  const nothingSaid = { place: null, guess: null, minutes: null, because: null };
  await desk.core('assign_items', { items: ['1.2'], to: { who: 'ai' }, ...nothingSaid, start: 'now' });
  await desk.go('#/review');

  await desk.page.getByText('Names the total').waitFor();
  const lines = await desk.page.locator('.checks li').allInnerTexts();

  expect(lines.map((line) => line.split('\n').at(-1))).toEqual([
    'AI’s evidence is there: table.md says “Total: 32”.',
    'AI’s evidence: cannot tell. It names none.',
  ]);
});
