// Points 36 and 40: what a screen reader hears of the board, and what is seen of it without motion or colour.
import { expect, test } from 'vitest';

import { openBoard, row } from './board-page';

test('point 36: what moved is heard, at most one line in five seconds, and a refusal at once', async () => {
  await using desk = await openBoard();
  const polite = desk.page.locator('[role=status][aria-live=polite]');
  await desk.page.evaluate(() => {
    const heard: { at: number; text: string }[] = [];
    const region = document.querySelector('[role=status][aria-live=polite]');
    if (region === null) throw new Error('there is no live region');
    const note = () => heard.push({ at: performance.now(), text: region.textContent ?? '' });
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    Object.assign(globalThis, { heard });
  });

  await row(desk, 'Read the notes').focus();
  await desk.keys('KeyA');
  await desk.settled();
  expect(await polite.textContent()).toBe('1 item handed to AI');
  await row(desk, 'Group the quotes').focus();
  await desk.keys('KeyX');
  await row(desk, 'Draw the chart').focus();
  await desk.keys('KeyX', 'KeyA');
  await desk.settled();
  expect(await polite.textContent(), 'waits its turn').toBe('1 item handed to AI');
  await expect.poll(() => polite.textContent(), { timeout: 8_000 }).toBe('2 items handed to AI');
  const heard = await desk.page.evaluate(
    () => (globalThis as unknown as { heard: { at: number; text: string }[] }).heard,
  );
  const gaps = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4_900);

  await row(desk, 'Send it').focus();
  await desk.keys('KeyE');
  await desk.page.getByRole('textbox', { name: 'Title' }).fill(' ');
  await desk.keys('Enter');
  await desk.settled();
  expect(await desk.page.locator('.unseen[role=alert]').textContent()).not.toBe('');
});

test('point 36: what AI delivered meanwhile is heard', async () => {
  await using desk = await openBoard();
  const { me } = await desk.core('board', { job: '1' });
  const item = me.cards[0]?.id ?? '';
  const hand = { to: { who: 'ai' }, place: null, guess: null, minutes: null, because: null } as const;
  await desk.core('assign_items', { items: [item], ...hand });
  await desk.core('copy_brief', { items: [item] });
  await desk.settled();

  const answer = { text: 'Six notes, read.', item, files: [], rounds: 1, minutes: null };
  await desk.core('paste_answer', { ...answer, unmarked: 'takeAnyway' });
  await desk.settled();

  const polite = desk.page.locator('[role=status][aria-live=polite]');
  await expect.poll(() => polite.textContent()).toContain('Needs your review: Read the notes');
});

test('point 40: with less motion wanted nothing moves, and shapes and words tell the sides and states', async () => {
  await using desk = await openBoard({ reducedMotion: true });
  await row(desk, 'Read the notes').focus();
  await desk.keys('KeyA');
  await desk.settled();

  const moving = await desk.page.evaluate(
    () =>
      [...document.querySelectorAll('main *')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return (
          animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
        );
      }).length,
  );
  expect(moving).toBe(0);
  const shapes = await desk.page
    .locator('[data-zone] h2 polygon')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('points')));
  expect(new Set(shapes).size).toBe(2);
  const mark = row(desk, 'Read the notes').locator('.mark');
  expect(await mark.locator('svg').count()).toBe(1);
  expect(await mark.textContent()).toBe('Brief not copied yet');
});
