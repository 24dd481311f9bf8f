import { describe, expect, it } from 'vitest';

import type { FollowUpView, InvitationView } from '../src/api/generated';
import { ChanceState } from '../src/features/today/chance.svelte';
import { card, sessionOn } from './core';

const NONE = { open: [], toJudge: [], text: '' };

function invitation(part: Partial<InvitationView> = {}): InvitationView {
  const whole = { jobTitle: '', jobRef: '1', drawnAt: 0, attempt: null, text: '', ...part };
  return { card: card({ id: 'i', title: 'Count the keys' }), ...whole };
}

describe('what chance offers', () => {
  it('is taken with one press, told, and gone from the list', async () => {
    const { session, calls } = sessionOn({ answer_invitation: () => NONE });
    const model = new ChanceState(session);
    model.invitations.accept({ ...NONE, open: [invitation()] });

    await model.answer(invitation(), 'taken');

    expect(calls).toEqual([
      { name: 'answer_invitation', request: { item: 'i', answer: 'taken', agent: null } },
    ]);
    expect(model.invitations.view?.open).toEqual([]);
    expect(session.notices.current?.text).toBe('AI tries it too: Count the keys');
  });

  it('is judged by its attempt once the person is done; without one nothing is asked', async () => {
    const { session, calls } = sessionOn({ judge_tried: () => ({}), invitations: () => NONE });
    const model = new ChanceState(session);

    await model.judge(invitation(), 'asIs');
    expect(calls).toEqual([]);

    await model.judge(invitation({ attempt: 'a' }), 'afterFix');
    expect(calls[0]).toEqual({
      name: 'judge_tried',
      request: { attempt: 'a', used: 'afterFix', reason: null },
    });
  });
});

describe('did it hold', () => {
  it('is answered with a word, or with what was wrong', async () => {
    const { session, calls } = sessionOn({ answer_follow_up: () => ({ due: [] }) });
    const model = new ChanceState(session);
    const question = { card: card({ id: 'i', title: 'Count the keys' }) } as FollowUpView;
    model.wrong = question;

    await model.held(question, { what: 'wrong', reason: 'invented' });

    expect(calls[0]?.request).toEqual({ item: 'i', answer: { what: 'wrong', reason: 'invented' } });
    expect(model.wrong).toBeNull();
    expect(session.notices.current?.text).toBe('Noted: Count the keys');
  });
});
