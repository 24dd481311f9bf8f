import { describe, expect, it } from 'vitest';

import { Draft } from '../src/features/new-job/draft.svelte';
import { planItem, sessionOn, type Answers } from './core';

const PLAN = {
  title: 'Report',
  language: 'en',
  hoursStated: 4,
  totalMinutes: 60,
  totalText: '1 h',
  questions: [],
  items: [planItem(1, 'Read'), planItem(2, 'Write')],
  textSpans: [],
};
const ANSWERS: Answers = {
  split_text: ({ hours }) => ({
    ...PLAN,
    items: PLAN.items.map((item) => ({ ...item, estimateMinutes: (hours ?? 1) * 10 })),
  }),
  create_job: () => ({ job: { ref: '7', title: 'Report', summaryText: '' } }),
};

async function drafted() {
  const world = sessionOn(ANSWERS);
  const draft = new Draft(world.session);
  draft.begin('Report\nRead\nWrite');
  await draft.split();
  return { ...world, draft };
}

describe('a draft', () => {
  it('stores nothing until it is accepted', async () => {
    const { draft, calls } = await drafted();
    draft.change(1, { title: 'Read twice' });
    await draft.spread(6);

    expect(calls.map(({ name }) => name)).toEqual(['split_text', 'split_text']);
  });

  it('takes the hours the text states, and shares out others without touching what was changed', async () => {
    const { draft, calls } = await drafted();
    expect(draft.hours).toBe(4);
    draft.setMinutes(2, 45);

    await draft.spread(6);

    expect(calls.at(-1)?.request).toMatchObject({ hours: 6 });
    expect(draft.rows.map(({ item }) => item.estimateMinutes)).toEqual([60, 45]);
  });

  it('is accepted as it was changed', async () => {
    const { draft, calls } = await drafted();
    draft.setMinutes(2, 45);
    draft.move(2, -1);
    draft.title = '  ';

    await draft.accept();

    expect(calls.at(-1)).toMatchObject({
      name: 'create_job',
      request: {
        text: 'Report\nRead\nWrite',
        title: null,
        hours: 4,
        items: [
          { number: 1, title: 'Write', estimateMinutes: 45, estimateSource: 'person' },
          { number: 2, title: 'Read', estimateSource: 'rule' },
        ],
      },
    });
  });

  it('is not accepted without an item', async () => {
    const { draft, calls } = await drafted();
    draft.remove(1);
    draft.remove(2);

    await draft.accept();

    expect(draft.isEmpty).toBe(true);
    expect(calls.map(({ name }) => name)).not.toContain('create_job');
  });

  it('gives back a row that went, by the notice or by Ctrl+Z', async () => {
    const { draft, session } = await drafted();
    draft.remove(1);
    session.notices.current?.action?.run();
    expect(draft.rows.map(({ key }) => key)).toEqual([1, 2]);

    draft.mergeWithNext(1);
    expect(draft.stepBack()).toBe(true);
    expect(draft.rows.map(({ key }) => key)).toEqual([1, 2]);
    expect(draft.stepBack(), 'there is nothing more to give back').toBe(false);
  });

  it('ends at the board of its job, where the one question about it is asked', async () => {
    const { draft, session } = await drafted();
    await draft.accept();

    expect(location.hash).toBe('#/jobs/7');
    expect(session.justMade).toBe('7');
    expect(draft.text, 'the next job begins empty').toBe('');
  });

  it('keeps everything when the core refuses', async () => {
    const { session } = sessionOn({ split_text: () => PLAN });
    const draft = new Draft(session);
    draft.begin('Report');
    await draft.split();

    await draft.accept();

    expect(session.justMade).toBeNull();
    expect(draft.rows).toHaveLength(2);
    expect(session.notices.current?.tone).toBe('refused');
  });
});
