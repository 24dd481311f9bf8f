// A session on a core that answers what a test says; what it is not told about, it refuses.
import { vi } from 'vitest';

import type { CommandName } from '../src/api/api';
import { CallError } from '../src/api/error';
import { FakeDesk } from '../src/api/fake-desk';
import type { Card, Commands, PlanItemView } from '../src/api/generated';
import { Session } from '../src/session.svelte';

export type Answers = {
  [Name in CommandName]?: (request: Commands[Name]['request']) => unknown;
};

/** Every command that was given, in order. */
export type Calls = { name: CommandName; request: unknown }[];

export function sessionOn(answers: Answers): { session: Session; calls: Calls; desk: FakeDesk } {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  const calls: Calls = [];
  const desk = new FakeDesk();
  const session = new Session({
    call: async <Name extends CommandName>(name: Name, request: Commands[Name]['request']) => {
      calls.push({ name, request: structuredClone(request) });
      const answer = answers[name];
      if (answer === undefined) throw new CallError('command_unknown', { command: name }, '', 'wrong');
      return answer(request) as Commands[Name]['view'];
    },
    subscribe: () => Promise.resolve(),
    desk,
  });
  return { session, calls, desk };
}

export function planItem(number: number, title: string, more: Partial<PlanItemView> = {}): PlanItemView {
  return {
    number,
    title,
    instructions: '',
    section: '',
    estimateMinutes: 30,
    estimateSource: 'rule',
    estimateText: '≈ 30 min',
    kind: 'write',
    suggested: 'either',
    why: '',
    whyCode: 'nothing_says',
    risk: 'none',
    dependsOn: [],
    doneWhen: [],
    inputs: [],
    outputs: [],
    done: false,
    sourceSpans: [],
    subitems: [],
    ...more,
  };
}

/** The parts of a card that a test is about; the others are nobody's business there. */
export function card(part: Partial<Card>): Card {
  return {
    id: '1',
    ref: '1.1',
    position: 1,
    coveredBy: null,
    isFinished: false,
    status: 'open',
    ...part,
  } as Card;
}
