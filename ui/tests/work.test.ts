import { describe, expect, it } from 'vitest';

import type { Card, QuestionView, UnderWayView } from '../src/api/generated';
import { isGoingOn, isStoppable, lookOf, workOf } from '../src/at-work/work';
import { card } from './core';

const AT = 1_000_000;
const UNDER_WAY: UnderWayView = {
  attempt: 'a',
  number: 1,
  startedAt: AT - 200_000,
  lastEventAt: AT,
  quietAt: AT + 60_000,
  steps: 2,
  stepText: 'writes page.md',
  question: null,
  isStopping: false,
};
const QUESTION: QuestionView = {
  id: 'q',
  why: 'question',
  text: 'Which year?',
  argv: null,
  askedAt: AT,
  answers: [],
};

function withAgent(part: Partial<Card>): Card {
  return card({ isWithAi: true, assignee: 'worker', status: 'working', look: 'working', ...part });
}

function at(moment: number): () => number {
  return () => moment;
}

function never(): number {
  throw new Error('nobody needs the time for this');
}

describe('what is under way', () => {
  it('says how long nothing was heard, not how long it takes, and is quiet from the moment the core says', () => {
    const working = withAgent({ underWay: UNDER_WAY });

    expect(workOf(working, at(AT + 3_400))).toMatchObject({ is: 'working', seconds: 3, steps: 2 });
    expect(workOf(working, at(AT + 59_999))).toMatchObject({ is: 'working', seconds: 59 });
    expect(workOf(working, at(AT + 60_000))).toMatchObject({ is: 'quiet', seconds: 60 });
    expect(workOf(working, at(AT - 5_000)), 'a clock set back').toMatchObject({ seconds: 0 });
  });

  it('asks before all else, but a stop that was asked for is no time for an answer', () => {
    const asking = { ...UNDER_WAY, question: QUESTION };

    expect(workOf(withAgent({ underWay: asking, status: 'waiting' }), never)).toMatchObject({ is: 'asks' });
    const stopping = withAgent({ underWay: { ...asking, isStopping: true } });
    expect(workOf(stopping, never)).toEqual({ is: 'stopping' });
    expect(isStoppable(stopping)).toBe(false);
  });

  it('without a question waits by itself and can be stopped', () => {
    const parked = withAgent({ underWay: UNDER_WAY, status: 'waiting', look: 'waiting-limit' });

    expect(workOf(parked, never)).toEqual({ is: 'parked' });
    expect(isStoppable(parked)).toBe(true);
  });

  it('is shown once: what is covered leaves it to what covers it', () => {
    expect(workOf(withAgent({ underWay: UNDER_WAY, coveredBy: '1.9' }), never)).toBeNull();
  });
});

describe('what is in the queue', () => {
  const queued = { status: 'queued', look: 'queued' };

  it('counts the seconds in which an undo costs nothing, each begun one', () => {
    const given = withAgent({ ...queued, startsAt: AT + 5_000 });

    expect(workOf(given, at(AT))).toEqual({ is: 'starting', seconds: 5 });
    expect(workOf(given, at(AT + 4_200))).toEqual({ is: 'starting', seconds: 1 });
    expect(workOf(given, at(AT + 5_000))).toBeNull();
    expect(isGoingOn(given), 'its beginning is told by the core').toBe(false);
  });

  it('says why it is held, which counts more than its seconds', () => {
    const held = withAgent({ ...queued, startsAt: AT + 5_000, heldText: 'Waits for 1.2' });

    expect(workOf(held, never)).toEqual({ is: 'held', why: 'Waits for 1.2' });
  });

  it('has nothing to say of what a person carries to a chat', () => {
    expect(workOf(withAgent({ ...queued, assignee: 'clipboard', startsAt: null }), never)).toBeNull();
  });
});

it('a failure of an agent offers what to do; one that was taken back or carried by hand does not', () => {
  const failed = { status: 'blocked', look: 'failed', endReason: 'nothing_delivered' };

  expect(workOf(withAgent(failed), never)).toEqual({ is: 'failed' });
  expect(workOf(withAgent({ ...failed, assignee: 'clipboard' }), never)).toBeNull();
  expect(workOf(card({ ...failed, status: 'open', isWithAi: false, assignee: 'me' }), never)).toBeNull();
});

it('quiet and stopping are states of the page; every other is what the core says', () => {
  const working = withAgent({ underWay: UNDER_WAY });

  expect(lookOf(working, workOf(working, at(AT)))).toEqual({ look: 'working', key: null });
  expect(lookOf(working, workOf(working, at(AT + 60_000)))).toEqual({ look: 'quiet', key: 'status-quiet' });
  expect(lookOf(working, { is: 'stopping' })).toEqual({ look: 'stopped', key: 'window-work-stopping' });
});
