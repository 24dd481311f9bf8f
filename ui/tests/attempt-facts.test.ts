import { describe, expect, it } from 'vitest';

import type { AttemptView, StepsView } from '../src/api/generated';
import { factsOf } from '../src/features/item/attempt-facts';
import { linesOfWork } from '../src/features/item/steps';
import { Words } from '../src/lib/words.svelte';

const words = new Words();
const START = Date.parse('2026-11-26T10:00:00Z');
const ATTEMPT = {
  agent: 'worker',
  startedAt: START,
  endedAt: START + 190_000,
  workedMs: 190_000,
  steps: 3,
  chatRounds: null,
  tokensIn: null,
  tokensOut: null,
  reportedCostNano: null,
  computedCostNano: null,
} as AttemptView;

describe('the facts of an attempt', () => {
  it('say that an amount is unknown, and never a zero for it', () => {
    expect(factsOf(words, ATTEMPT, START).slice(2)).toEqual([
      'took 3 min 10 s',
      '3 steps',
      'tokens unknown',
      'cost unknown',
    ]);
  });

  it('tell what was used, a reported cost before a computed one, and less than a cent as it is', () => {
    const used = { ...ATTEMPT, tokensIn: 12_400, tokensOut: 0, computedCostNano: 3_000_000 };
    expect(factsOf(words, used, START).slice(4)).toEqual(['12,400 tokens in, 0 out', 'cost about US$0.003']);
    const reported = { ...used, reportedCostNano: 1_250_000_000 };
    expect(factsOf(words, reported, START).at(-1)).toBe('cost US$1.25');
  });

  it('say nothing of what a chat used, nor of what is not over', () => {
    const chat = { ...ATTEMPT, agent: 'clipboard', steps: 0, chatRounds: 2 };
    expect(factsOf(words, chat, START).slice(2)).toEqual(['2nd answer', 'took 3 min 10 s']);
    const open = { ...ATTEMPT, endedAt: null, workedMs: null };
    expect(factsOf(words, open, START).slice(2)).toEqual(['3 steps']);
  });
});

it('steps and questions are one story, newest first', () => {
  const step = (number: number, at: number) => ({ number, at }) as StepsView['steps'][number];
  const asked = { text: 'Which year?', answer: '2025', askedAt: 15, answeredAt: 18 };

  const lines = linesOfWork({ steps: [step(1, 10), step(2, 20), step(3, 20)], questions: [asked] });

  expect(lines.map(({ id }) => id)).toEqual(['step-3', 'step-2', 'asked-0', 'step-1']);
});
