import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CallError } from '../src/api/error';
import { FakeCore, planOf } from '../src/api/fake';
import type { Card, Commands } from '../src/api/generated';
import { Copying, folderOf } from '../src/features/clipboard/copying.svelte';
import { Pasting } from '../src/features/clipboard/pasting.svelte';
import { Clipboard } from '../src/features/clipboard/way.svelte';
import { Session } from '../src/session.svelte';

vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

let core: FakeCore;
let session: Session;
let cards: Card[];

beforeEach(async () => {
  core = new FakeCore();
  ({ cards } = core.addJob(planOf('Report\nThemes\nTable\nMail')));
  session = new Session(core.api);
  await core.api.call('copy_brief', { items: ['1.1', '1.2'] });
  core.calls.length = 0;
});

function first(): Card {
  const [card] = cards;
  if (card === undefined) throw new Error('no card');
  return card;
}

function lastSent<Name extends 'paste_answer' | 'change_settings' | 'assign_items'>(
  name: Name,
): Commands[Name]['request'] | undefined {
  return core.calls.findLast((call) => call.name === name)?.request as Commands[Name]['request'] | undefined;
}

describe('copying a brief', () => {
  it('shows it first and changes nothing until it is copied', async () => {
    const copying = new Copying(session, ['1.3']);
    await copying.asked.refresh();

    expect(copying.asked.view?.text).toBe('halfday:1.3\nMail');
    expect(core.desk.text).toBeNull();

    await copying.copy();
    expect(core.desk.text).toBe('halfday:1.3\nMail');
    expect(cards[2]?.look).toBe('waiting-paste');
  });

  it('gives the text to copy by hand when the clipboard of the system refuses it', async () => {
    const copying = new Copying(session, ['1.3']);
    core.desk.copyText = () => Promise.reject(new CallError('clipboard_failed', {}, '', 'failed'));

    await copying.copy();

    expect(copying.isByHand).toBe(true);
    expect(copying.copied?.text).toBe('halfday:1.3\nMail');
  });

  it('veils one more name beside those that are known, and shows the brief again', async () => {
    const copying = new Copying(session, ['1.3']);

    await copying.veil('Mei');

    expect(lastSent('change_settings')).toEqual({ veil: true, veilNames: ['Mei'] });
    expect(core.calls.at(-1)?.name).toBe('preview_brief');
  });

  it('knows the folder of a file on every system', () => {
    expect(['/home/mei/a.txt', 'C:\\work\\a.txt', '/a.txt'].map(folderOf)).toEqual([
      '/home/mei',
      'C:\\work',
      '/',
    ]);
  });
});

describe('an answer that arrives', () => {
  it('is known by its lines, with the minutes since the copying', async () => {
    const pasting = new Pasting(session, null);
    await pasting.look('halfday:1.1\nOne\nhalfday:1.2\nTwo');

    expect(pasting.found.map(({ card }) => card.title)).toEqual(['Themes', 'Table']);
    expect([pasting.rounds, pasting.minutes]).toEqual([1, 3]);

    pasting.rounds = 4;
    pasting.minutes = 10;
    const view = await pasting.take();

    expect(view?.items.map(({ card }) => card.look)).toEqual(['in-review', 'in-review']);
    expect(lastSent('paste_answer')).toMatchObject({
      item: null,
      rounds: 4,
      minutes: 10,
      unmarked: 'refuse',
    });
  });

  it('without a line is taken for the item the person names, and for nobody before', async () => {
    const pasting = new Pasting(session, null);
    await pasting.look('No line says whose this is.');

    expect(pasting.waiting.map(({ ref }) => ref)).toEqual(['1.1', '1.2']);
    expect(pasting.canTake).toBe(false);

    pasting.named = first().id;
    await pasting.take();
    expect(lastSent('paste_answer')).toMatchObject({ item: first().id, unmarked: 'takeAnyway' });
  });

  it('without a line is taken in one click where only one item waits', async () => {
    await core.api.call('never_sent', { item: '1.2' });
    const pasting = new Pasting(session, null);

    await pasting.look('No line says whose this is.');

    expect(pasting.named).toBe(first().id);
    expect(pasting.canTake).toBe(true);
  });

  it('of files alone asks whose they are', async () => {
    const pasting = new Pasting(session, first());

    await pasting.look('', ['/downloads/themes.docx']);
    await pasting.take();

    expect(lastSent('paste_answer')).toMatchObject({ item: first().id, files: ['/downloads/themes.docx'] });
  });

  it('that is refused stays there with its reason', async () => {
    const pasting = new Pasting(session, null);
    core.refuseNext = new CallError('input_answer_is_brief', {}, '', 'failed');

    await pasting.look('the brief');

    expect(pasting.problem?.code).toBe('input_answer_is_brief');
    expect([pasting.isUnmarked, pasting.canTake, pasting.text]).toEqual([false, false, 'the brief']);
  });

  it('is asked for in a box when nothing is in the clipboard', async () => {
    const pasting = new Pasting(session, first());

    await pasting.lookIntoClipboard();

    expect(pasting.needsText).toBe(true);
  });
});

describe('the other exits', () => {
  it('offer the follow-up after an answer that was no good', async () => {
    const clipboard = new Clipboard(session);
    clipboard.noGood(first());

    await clipboard.sayNoGood(first(), 'invented', 'retry');
    session.notices.current?.action?.run();

    expect(clipboard.open?.kind).toBe('copy');
  });

  it('ask about each item that is taken back, one after the other', async () => {
    const clipboard = new Clipboard(session);
    clipboard.whatBecame(cards.slice(0, 2));

    await clipboard.leaveUnsaid(first());

    expect(lastSent('assign_items')).toMatchObject({ items: [first().id], because: 'unsaid' });
    expect(clipboard.open).toEqual({ kind: 'whatBecame', cards: [cards[1]] });
    await clipboard.neverSent(cards[1] ?? first());
    expect(clipboard.open).toBeNull();
  });

  it('say in the dialog why they did not happen', async () => {
    const clipboard = new Clipboard(session);
    clipboard.noGood(first());
    core.refuseNext = new CallError('not_waiting_for_paste', { item: '1.1' }, '', 'refused');

    await clipboard.sayNoGood(first(), 'invented', 'retry');

    expect(clipboard.problem?.code).toBe('not_waiting_for_paste');
    expect(clipboard.open?.kind).toBe('noGood');
  });
});
