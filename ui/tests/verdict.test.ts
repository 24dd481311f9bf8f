import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CallError } from '../src/api/error';
import { FakeCore, planOf } from '../src/api/fake';
import type { AttemptView, Card, Commands } from '../src/api/generated';
import { ReviewState } from '../src/features/review/review.svelte';
import { VerdictDraft, VerdictDrafts } from '../src/features/review/verdict.svelte';
import { Session } from '../src/session.svelte';

vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });

const MINUTE = 60_000;

let core: FakeCore;
let session: Session;
let cards: Card[];
let attempt: AttemptView;
let now: number;
let draft: VerdictDraft;

beforeEach(async () => {
  core = new FakeCore();
  ({ cards } = core.addJob(planOf('Report\nThemes\nTable\nMail')));
  for (const card of cards) core.deliveries.deliver(card, 'What came back.');
  session = new Session(core.api);
  const item = await core.api.call('show_item', { item: '1.1' });
  const last = item.attempts[0];
  if (last === undefined) throw new Error('nothing was delivered');
  attempt = last;
  now = 0;
  draft = new VerdictDraft(session, item.card.id, () => now);
  core.calls.length = 0;
});

/** The person looks at it for so long, with a sign each minute. */
function look(minutes: number): void {
  draft.sign();
  for (let minute = 0; minute < minutes; minute += 1) {
    now += MINUTE;
    draft.sign();
  }
  draft.readClock();
}

function sent(): Commands['review_attempt']['request'] | undefined {
  const call = core.calls.find(({ name }) => name === 'review_attempt');
  return call?.request as Commands['review_attempt']['request'] | undefined;
}

describe('a verdict', () => {
  it('is recorded with the minutes of the clock', async () => {
    look(3);

    const view = await draft.accept();

    expect(view?.text).toBe('Recorded. You spent 2 min instead of 35.');
    expect(sent()).toEqual({ item: cards[0]?.id, verdict: { verdict: 'accept' }, reviewMinutes: 3 });
  });

  it('is recorded with the minutes the person wrote instead', async () => {
    look(3);
    draft.saidReview = 1;

    await draft.accept();

    expect(sent()?.reviewMinutes).toBe(1);
  });

  it('after rework offers the whole time where nobody could tell the two apart, and never counts it twice', () => {
    look(8);
    draft.begin('rework');

    expect([draft.reworkMinutes, draft.reviewMinutes]).toEqual([8, 0]);

    draft.saidRework = 5;
    expect([draft.reworkMinutes, draft.reviewMinutes]).toEqual([5, 3]);
  });

  it('after rework offers what was spent since a copy was opened', () => {
    look(2);
    draft.openedCopy();
    now += 12 * MINUTE;
    draft.sign();
    draft.begin('rework');

    expect([draft.reworkMinutes, draft.reviewMinutes]).toEqual([12, 2]);
  });

  it('after rework publishes the copies that were changed, and no other', async () => {
    const copies = [
      { path: 'themes.md', editedPath: '/copies/themes.md', isEdited: true },
      { path: 'notes.md', editedPath: '/copies/notes.md', isEdited: false },
    ];
    const deliverables = copies.map((copy) => ({ bytes: 1, text: null, publishedTo: null, ...copy }));
    draft.begin('rework');
    draft.saidRework = 0;

    await draft.acceptReworked({ ...attempt, deliverables });

    expect(sent()?.verdict).toEqual({ verdict: 'rework', minutes: 0, with: ['/copies/themes.md'] });
  });

  it('of rejection needs a reason, and is not sent without one', async () => {
    draft.begin('reject');

    expect(await draft.reject('retry')).toBeNull();
    expect(draft.lacksReason).toBe(true);
    expect(core.calls).toEqual([]);
  });

  it('of rejection carries the reason, the step, the note and what is next', async () => {
    draft.begin('reject');
    draft.reason = 'invented';
    draft.wrongStep = 2;
    draft.note = ' Interview 3 has no such quote. ';

    await draft.reject('takeBack');

    const note = 'Interview 3 has no such quote.';
    expect(sent()?.verdict).toEqual({
      verdict: 'reject',
      reason: 'invented',
      step: 2,
      note,
      then: 'takeBack',
    });
  });

  it('that was refused says why in place and keeps what was said', async () => {
    draft.begin('rework');
    draft.saidRework = 5;
    core.refuseNext = new CallError('publish_conflict', { files: 'themes.md' }, '', 'refused');

    expect(await draft.acceptReworked(attempt)).toBeNull();
    expect(draft.problem?.code).toBe('publish_conflict');
    expect([draft.step, draft.reworkMinutes]).toEqual(['rework', 5]);
    expect(session.notices.current).toBeNull();
  });
});

describe('drafts of verdicts', () => {
  it('are the same ones when the person comes back, until they are recorded', () => {
    const drafts = new VerdictDrafts(session);
    drafts.of('item', 'attempt').note = 'half a note';

    expect(drafts.of('item', 'attempt').note).toBe('half a note');
    drafts.forget('attempt');
    expect(drafts.of('item', 'attempt').note).toBe('');
  });
});

describe('the review queue', () => {
  it('goes on to the next deliverable, and back to the first that is left', async () => {
    const review = new ReviewState(session);
    await review.refresh();
    const seen: (string | undefined)[] = [];
    review.choose(cards[1]?.id ?? '');

    while (review.current !== null) {
      seen.push(review.current.card.title);
      const item = review.current.card.id;
      const view = await core.api.call('review_attempt', {
        item,
        verdict: { verdict: 'accept' },
        reviewMinutes: 0,
      });
      await review.judged(view);
    }

    expect(seen).toEqual(['Table', 'Mail', 'Themes']);
    expect(review.answer?.text).toBe('Recorded. You spent 2 min instead of 35.');
  });

  it('keeps its place when the news of a verdict is faster than its answer', async () => {
    const review = new ReviewState(session);
    await review.refresh();
    const item = cards[0]?.id ?? '';

    const view = await core.api.call('review_attempt', {
      item,
      verdict: { verdict: 'accept' },
      reviewMinutes: 0,
    });
    await review.refresh();
    await review.judged(view);

    expect(review.current?.card.title).toBe('Table');
  });

  it('offers the follow-up of what is to be tried again', async () => {
    const review = new ReviewState(session);
    await review.refresh();
    const item = cards[0]?.id ?? '';
    const verdict = { verdict: 'reject', reason: 'invented', step: null, note: null, then: 'retry' } as const;

    await review.judged(await core.api.call('review_attempt', { item, verdict, reviewMinutes: 0 }));

    expect(review.answer?.followUp).toBe(item);
  });

  it('offers no follow-up to carry for what an agent tries again by itself', async () => {
    const review = new ReviewState(session);
    const [card] = cards;
    if (card === undefined) throw new Error('there is no card');
    const again = { ...card, isWithAi: true, assignee: 'worker', status: 'queued' };

    await review.judged({ card: again, text: 'Recorded as rejected.', published: [], notice: null });

    expect(review.answer?.followUp).toBeNull();
  });
});
