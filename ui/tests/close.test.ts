import { describe, expect, it } from 'vitest';

import type { BoardView } from '../src/api/generated';
import { CloseState } from '../src/features/close/close.svelte';
import { restOf } from '../src/features/close/rest';
import { card, sessionOn } from './core';

function boardOf(...cards: Parameters<typeof card>[0][]): BoardView {
  const lane = (withAi: boolean) => ({
    cards: cards.filter((part) => (part.isWithAi ?? false) === withAi).map(card),
  });
  return {
    job: { id: 'job', ref: '1' },
    me: lane(false),
    ai: lane(true),
    dropped: [],
  } as unknown as BoardView;
}

describe('what closing asks about', () => {
  it('is every item nobody finished; what is under way comes first', () => {
    const rest = restOf(
      boardOf(
        { id: 'open', position: 3 },
        { id: 'done', isFinished: true, status: 'done' },
        { id: 'covered', coveredBy: '1.9' },
        { id: 'queued', position: 1, status: 'queued', isWithAi: true },
        { id: 'blocked', position: 2, status: 'blocked', isWithAi: true },
        { id: 'working', position: 5, status: 'working', isWithAi: true },
        { id: 'waiting', position: 4, status: 'waiting', isWithAi: true },
        { id: 'review', position: 6, status: 'in_review', isWithAi: true },
      ),
    );

    expect(rest.open.map(({ id }) => id)).toEqual(['queued', 'blocked', 'open']);
    expect(rest.underWay.map(({ id }) => id)).toEqual(['waiting', 'working', 'review']);
  });
});

describe('closing', () => {
  it('waits for an answer about each item, then sends them in one command', async () => {
    const { session, calls } = sessionOn({
      board: () => boardOf({ id: 'a' }, { id: 'b', position: 2 }),
      close_job: () => ({}),
    });
    const model = new CloseState(session, '1');
    await model.asked.refresh();

    model.answer('a', 'did');
    await model.close();
    expect(calls.map(({ name }) => name)).toEqual(['board']);
    expect(model.unanswered).toBe(1);

    model.answer('b', 'later');
    await model.close();
    expect(calls.at(-1)).toEqual({
      name: 'close_job',
      request: {
        job: '1',
        rest: null,
        items: [
          { item: 'a', rest: 'did' },
          { item: 'b', rest: 'later' },
        ],
      },
    });
    expect(location.hash).toBe('#/jobs/1/result');
  });

  it('takes one answer for all of them, and says so only while it is true', async () => {
    const { session } = sessionOn({ board: () => boardOf({ id: 'a' }, { id: 'b' }) });
    const model = new CloseState(session, '1');
    await model.asked.refresh();
    expect(model.common).toBeNull();

    model.answerAll('drop');
    expect(model.common).toBe('drop');

    model.answer('a', 'did');
    expect(model.common).toBeNull();
  });

  it('does not begin while something is under way', async () => {
    const { session, calls } = sessionOn({ board: () => boardOf({ id: 'a', status: 'in_review' }) });
    const model = new CloseState(session, '1');
    await model.asked.refresh();

    await model.close();

    expect(calls.map(({ name }) => name)).toEqual(['board']);
  });
});
