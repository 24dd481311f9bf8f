import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CallError } from '../src/api/error';
import { FakeCore, planOf } from '../src/api/fake';
import type { Card } from '../src/api/generated';
import { BoardState } from '../src/features/board/board.svelte';
import { type ClipboardWay, Session } from '../src/session.svelte';

// The pages read the hash and the stored theme once; these tests have neither.
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

let core: FakeCore;
let session: Session;
let board: BoardState;

beforeEach(async () => {
  core = new FakeCore();
  core.addJob(planOf('Report\nRead the notes\nWrite one page'));
  core.addJob(planOf('Another\nOne thing'));
  session = new Session(core.api);
  board = new BoardState(session, '1');
  await session.listen();
  await board.asked.refresh();
});

function titles(side: 'me' | 'ai'): string[] {
  return board.asked.view?.[side].cards.map((card) => card.title) ?? [];
}

function first(side: 'me' | 'ai'): Card {
  const card = board.asked.view?.[side].cards[0];
  if (card === undefined) throw new Error(`no card in ${side}`);
  return card;
}

function namesOfCalls(): string[] {
  return core.calls.map(({ name }) => name);
}

describe('a board', () => {
  it('hands an item over with one command and shows what the core answered', async () => {
    await board.commands.handOver([first('me')]);

    expect(titles('me')).toEqual(['Write one page']);
    expect(titles('ai')).toEqual(['Read the notes']);
    expect(namesOfCalls()).toEqual(['board', 'assign_items']);
    expect(session.notices.current?.text).toBe('1 item handed to AI');
  });

  it('asks again after a change it does not know yet, and only then', async () => {
    const seen = board.asked.view?.seenSeq ?? NaN;

    await board.hear({ seq: seen, kind: 'item_assigned', job: null, item: null });
    expect(namesOfCalls()).toEqual(['board']);

    await board.hear({ seq: seen + 1, kind: 'item_assigned', job: null, item: null });
    expect(namesOfCalls()).toEqual(['board', 'board']);
  });

  it('gives no command for what is already so', async () => {
    await board.commands.takeBack([first('me')]);

    expect(namesOfCalls()).toEqual(['board']);
  });

  it('offers the way back in the notice', async () => {
    await board.commands.handOver([first('me')]);

    session.notices.current?.action?.run();
    await vi.waitFor(() => expect(session.notices.current?.text).toBe('Undone.'));
    await board.asked.refresh();

    expect(titles('me')).toEqual(['Read the notes', 'Write one page']);
  });

  it('shows an item as moving until the answer is there, and takes no second command for it', async () => {
    const card = first('me');
    const moved = board.commands.handOver([card]);
    expect(board.commands.moving.all()).toEqual([card.id]);

    await board.commands.handOver([card]);
    await moved;

    expect(board.commands.moving.all()).toEqual([]);
    expect(namesOfCalls().filter((name) => name === 'assign_items')).toHaveLength(1);
  });

  it('says why a command was refused and asks again, since what it shows may be old', async () => {
    core.refuseNext = new CallError('job_closed', { job: '1' }, 'job 1 is closed', 'refused');

    await board.commands.handOver([first('me')]);

    expect(session.notices.current?.tone).toBe('refused');
    expect(session.notices.current?.text).toContain('1');
    expect(titles('ai')).toEqual([]);
    expect(namesOfCalls()).toEqual(['board', 'assign_items', 'board']);
  });

  it('asks what became of a deliverable before it is taken back', async () => {
    await board.commands.handOver([first('me')]);
    core.refuseNext = new CallError('say_if_looked', { item: '1.1' }, '', 'needsPerson');

    await board.commands.takeBack([first('ai')]);
    expect(board.commands.unlooked?.cards.map((card) => card.ref)).toEqual(['1.1']);
    expect(session.notices.current).toBeNull();

    await board.commands.takeBackUnlooked('notLookedAt');
    expect(board.commands.unlooked).toBeNull();
    expect(core.calls.at(-1)?.request).toMatchObject({ to: { who: 'me' }, because: 'notLookedAt' });
  });

  it('takes back what it can, and of a brief that is out asks what became of it', async () => {
    const whatBecame = vi.fn();
    session.clipboard = { whatBecame } as unknown as ClipboardWay;
    await board.commands.handOver([first('me')]);
    await board.commands.handOver([first('me')]);
    const [out, other] = (board.asked.view?.ai.cards ?? []) as [Card, Card];
    const waiting: Card = { ...out, status: 'waiting' };
    core.refuseNext = new CallError('say_what_became', { item: out.ref }, '', 'needsPerson');

    await board.commands.takeBack([waiting, other]);

    expect(whatBecame).toHaveBeenCalledWith([waiting]);
    expect(board.commands.unlooked).toBeNull();
    expect(titles('me')).toEqual([other.title]);
  });

  it('asks again when its own job changes, and not for another job', async () => {
    const unlisten = session.onChange((changed) => void board.hear(changed));

    core.tell('job-2');
    expect(namesOfCalls()).toEqual(['board']);
    core.tell('job-1');
    await vi.waitFor(() => expect(namesOfCalls()).toEqual(['board', 'board']));

    unlisten();
    core.tell('job-1');
    expect(namesOfCalls()).toEqual(['board', 'board']);
  });

  it('keeps what it showed when asking again fails', async () => {
    core.refuseNext = new CallError('database_busy', {}, '', 'failed');

    await board.asked.refresh();

    expect(titles('me')).toHaveLength(2);
    expect(CallError.from(board.asked.failure).code).toBe('database_busy');
  });
});
