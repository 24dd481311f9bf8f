import { describe, expect, it } from 'vitest';

import { CallError } from '../src/api/error';
import { Draft } from '../src/features/new-job/draft.svelte';
import { planItem, sessionOn, type Answers } from './core';

const TEXT = 'Report\nRead\nWrite';
const plan = (title: string, ...items: string[]) => ({
  title,
  language: 'en',
  hoursStated: null,
  totalMinutes: 60,
  totalText: '1 h',
  questions: [],
  items: items.map((item, index) => planItem(index + 1, item)),
  textSpans: [],
});
const OWN = plan('Report', 'Read', 'Write');
const BY_AI = {
  plan: plan('The report', 'Read all', 'Think', 'Write it'),
  agent: 'claude',
  isAgents: true,
  answer: '{"version": 1}',
  reason: null,
  text: 'The list is by claude.',
  asked: 1,
  tokensIn: 900,
  tokensOut: 100,
  reportedCostNano: null,
  computedCostNano: null,
  usedText: 'Used: 900 tokens in, 100 out · cost unknown',
  withoutSource: [2],
  withoutSourceText: 'No words of your text belong to these items: 2.',
  answerKept: null,
};
const AGENTS = {
  agents: [
    { name: 'clipboard', way: 'clipboard', isPreferred: false },
    { name: 'claude', way: 'claude', isPreferred: true },
  ],
};
const titles = (draft: Draft) => draft.rows.map(({ item }) => item.title);

async function drafted(more: Answers) {
  const world = sessionOn({ split_text: () => OWN, agents: () => AGENTS, ...more });
  const draft = new Draft(world.session);
  draft.begin(TEXT);
  await draft.split();
  await draft.byAi.look();
  return { ...world, draft };
}

/** A core whose agent answers when the test lets it. */
function slow() {
  let resolve: (view: typeof BY_AI) => void = () => undefined;
  let reject: (why: CallError) => void = () => undefined;
  const promise = new Promise<typeof BY_AI>((answered, refused) => {
    resolve = answered;
    reject = refused;
  });
  const answers: Answers = { split_by_agent: () => promise };
  return { answers, resolve, reject };
}

describe('a list by the preferred agent', () => {
  it('is not offered when the clipboard is preferred, nor when nobody can be found out', async () => {
    const clipboard = { agents: [{ name: 'clipboard', way: 'clipboard', isPreferred: true }] };
    const { draft } = await drafted({ agents: () => clipboard });
    expect(draft.byAi.agent).toBeNull();

    const { draft: other, calls } = await drafted({
      agents: () => {
        throw new CallError('database_damaged', {}, '', 'failed');
      },
    });
    await other.splitByAi();
    expect(calls.map(({ name }) => name)).not.toContain('split_by_agent');
  });

  it('takes the place of the draft when it is there, and Ctrl+Z gives back all that was changed', async () => {
    const { answers, resolve } = slow();
    const { draft, session, calls } = await drafted(answers);
    draft.change(1, { title: 'Read twice' });

    const splitting = draft.splitByAi();
    expect(draft.byAi.running?.agent).toBe('claude');
    draft.setMinutes(2, 45);
    expect(titles(draft), 'the draft is the person’s meanwhile').toEqual(['Read twice', 'Write']);
    resolve(BY_AI);
    await splitting;

    expect(calls.at(-1)?.request).toMatchObject({ text: TEXT, agent: 'claude' });
    expect(titles(draft)).toEqual(['Read all', 'Think', 'Write it']);
    expect([draft.title, draft.doubt]).toEqual(['The report', BY_AI.withoutSourceText]);
    expect(session.notices.current?.text).toContain('900 tokens');

    draft.remove(1);
    expect(draft.stepBack() && draft.stepBack()).toBe(true);
    expect(draft.rows.map(({ item }) => [item.title, item.estimateMinutes])).toEqual([
      ['Read twice', 30],
      ['Write', 45],
    ]);
    expect([draft.title, draft.doubt, draft.answer]).toEqual(['Report', null, null]);
  });

  it('is spread over other hours as the agent gave it', async () => {
    const { draft, calls } = await drafted({ split_by_agent: () => BY_AI });
    draft.title = 'My report';
    await draft.splitByAi();
    expect(draft.title, 'a title of the person’s stays').toBe('My report');

    await draft.spread(6);

    expect(calls.at(-1)).toMatchObject({ name: 'split_text', request: { hours: 6, answer: BY_AI.answer } });
  });

  it('leaves the draft alone when none came of it, and says why', async () => {
    const none = {
      ...BY_AI,
      isAgents: false,
      answer: null,
      reason: 'not_a_plan',
      text: 'claude gave no plan.',
      answerKept: '/data/answers/split-1.txt',
    };
    const { draft } = await drafted({ split_by_agent: () => none });
    draft.change(1, { title: 'Read twice' });

    await draft.splitByAi();

    expect(titles(draft)).toEqual(['Read twice', 'Write']);
    expect(draft.byAi.failed.join(' ')).toContain('claude gave no plan.');
    expect(draft.byAi.failed.join(' ')).toContain('/data/answers/split-1.txt');
    expect(draft.byAi.running).toBeNull();
    expect(draft.stepBack(), 'there is nothing to give back').toBe(false);
  });

  it('can be stopped, which is no failure', async () => {
    const { answers, reject } = slow();
    const { draft, calls } = await drafted({
      ...answers,
      stop_splitting: () => {
        reject(new CallError('splitting_stopped', { agent: 'claude' }, '', 'failed'));
        return { isRunning: false, text: '' };
      },
    });
    const splitting = draft.splitByAi();
    const askedAs = draft.byAi.running?.askedAs;

    await draft.byAi.stop();
    await splitting;

    expect(calls.at(-1)).toEqual({ name: 'stop_splitting', request: { askedAs } });
    expect(draft.byAi.failed).toEqual([]);
    expect(titles(draft)).toEqual(['Read', 'Write']);
  });

  it('is stopped, and never shown, when the draft became a job meanwhile', async () => {
    const { answers, resolve } = slow();
    const { draft, calls } = await drafted({
      ...answers,
      stop_splitting: () => ({ isRunning: false, text: '' }),
      create_job: () => ({ job: { ref: '7', title: 'Report', summaryText: '' } }),
    });
    const splitting = draft.splitByAi();

    await draft.accept();
    resolve(BY_AI);
    await splitting;

    expect(calls.map(({ name }) => name)).toContain('stop_splitting');
    expect(draft.plan).toBeNull();
  });
});

describe('a list by a chat', () => {
  it('takes the place of the draft, and can be taken back', async () => {
    const { draft, calls } = await drafted({
      split_text: ({ answer }) => (answer === null ? OWN : BY_AI.plan),
    });

    await draft.takeAnswer('Here it is: {}');

    expect(calls.at(-1)?.request).toMatchObject({ text: TEXT, answer: 'Here it is: {}' });
    expect(titles(draft)).toEqual(['Read all', 'Think', 'Write it']);
    expect(draft.stepBack()).toBe(true);
    expect(titles(draft)).toEqual(['Read', 'Write']);
  });

  it('changes nothing when the answer is no plan', async () => {
    const { draft } = await drafted({
      split_text: ({ answer }) => {
        if (answer !== null) throw new CallError('input_not_a_plan', { faults: 'no JSON' }, '', 'failed');
        return OWN;
      },
    });

    await expect(draft.takeAnswer('Sorry')).rejects.toMatchObject({ code: 'input_not_a_plan' });

    expect(titles(draft)).toEqual(['Read', 'Write']);
  });
});
