import { expect, it } from 'vitest';

import { CallError } from '../src/api/error';
import { card, sessionOn } from './core';

const ITEM = card({ id: 'i', title: 'Write a page', assignee: 'worker', isWithAi: true });

it('stop is one command without a reason; why is asked afterwards and is told once', async () => {
  const { session, calls } = sessionOn({ stop_item: () => ({}) });
  const { atWork } = session;

  await atWork.stop(ITEM);
  expect(atWork.stopped.has('i')).toBe(true);
  await atWork.sayWhy(ITEM, 'going_wrong');

  expect(calls).toEqual([
    { name: 'stop_item', request: { item: 'i', because: null } },
    { name: 'stop_item', request: { item: 'i', because: 'going_wrong' } },
  ]);
  expect(atWork.stopped.has('i')).toBe(false);
});

it('what could not be stopped is not asked about, and it is said why', async () => {
  const refused = new CallError('not_under_way', { item: '1.1' }, '', 'refused');
  const { session } = sessionOn({
    stop_item: () => {
      throw refused;
    },
  });

  await session.atWork.stop(ITEM);

  expect(session.atWork.stopped.has('i')).toBe(false);
  expect(session.notices.current?.tone).toBe('refused');
});

it('a second press while the first is not answered is no second command', async () => {
  const { session, calls } = sessionOn({ answer_question: () => ({}) });

  const first = session.atWork.answer(ITEM, 'allow_once');
  expect(await session.atWork.answer(ITEM, 'allow_once')).toBe(false);

  expect(await first).toBe(true);
  expect(calls).toHaveLength(1);
});

it('tried again goes to the agent that had it, with a way back', async () => {
  const { session, calls } = sessionOn({ assign_items: () => ({}) });

  await session.atWork.again(ITEM);

  expect(calls[0]?.request).toMatchObject({ items: ['i'], to: { who: 'agent', agent: 'worker' } });
  expect(session.notices.current).toMatchObject({ text: 'Tried again: Write a page', tone: 'done' });
  expect(session.notices.current?.action?.label).toBe('Undo');
});
