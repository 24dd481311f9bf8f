import { describe, expect, it } from 'vitest';

import type { AgentView, BoardView, FoundAgentsView, JobRow } from '../src/api/generated';
import { freeName, offersOf, plain } from '../src/at-work/found';
import { AgentOffer } from '../src/features/board/agent-offer.svelte';
import { type Answers, sessionOn } from './core';

const FOUND: FoundAgentsView = {
  programs: [{ name: 'claude', path: '/bin/claude', way: 'claude', add: '' }],
  servers: [
    {
      name: 'ollama',
      url: 'http://127.0.0.1:11434',
      version: null,
      models: [{ model: 'qwen3:8b', add: '' }],
    },
    { name: 'lm-studio', url: 'http://127.0.0.1:1234', version: null, models: [{ model: 'a/b', add: '' }] },
  ],
  shellFault: null,
};
const agent = (part: Partial<AgentView>) => part as AgentView;
const job = (part: Partial<JobRow>): JobRow =>
  ({ id: 'j', createdAt: 5, closedAt: null, isSample: false, ...part }) as JobRow;
const board = (part: Partial<JobRow> = {}) => ({ job: job(part) }) as BoardView;

describe('what was found', () => {
  it('can be added as the core takes it: a program with its consent to the network, a model with its API', () => {
    expect(offersOf(FOUND, []).map(({ title, request }) => [title, request.name, request.config])).toEqual([
      ['Claude Code', 'claude', { program: '/bin/claude', network: true }],
      [
        'qwen3:8b · Ollama',
        'qwen3:8b',
        { api: 'ollama', base_url: 'http://127.0.0.1:11434', model: 'qwen3:8b' },
      ],
      ['a/b · LM Studio', 'a-b', { api: 'openai_chat', base_url: 'http://127.0.0.1:1234/v1', model: 'a/b' }],
    ]);
  });

  it('is not offered twice', () => {
    const known = [
      agent({ name: 'claude', way: 'claude' }),
      agent({ name: 'q', way: 'model', model: 'qwen3:8b' }),
    ];

    expect(offersOf(FOUND, known).map(({ title }) => title)).toEqual(['a/b · LM Studio']);
  });

  it('gets a name of one word that nobody has', () => {
    expect(plain(' my own, model/x ')).toBe('my-own-model-x');
    expect(plain('--x')).toBe('x');
    expect(freeName('a', ['a', 'a-2'])).toBe('a-3');
  });
});

describe('the offer on the board', () => {
  const answers = (more: Answers = {}): Answers => ({
    // A name of an imported record is nobody who could work.
    agents: () => ({
      agents: [agent({ name: 'chat', way: 'clipboard' }), agent({ name: 'old', way: 'imported' })],
    }),
    list_jobs: () => ({ jobs: [job({})] }),
    settings: () => ({ agentAsked: false }),
    settle_agent_offer: () => ({ agentAsked: true }),
    find_agents: () => FOUND,
    add_agent: () => ({ agents: [] }),
    test_agent: () => ({ works: true, text: 'claude can begin' }),
    ...more,
  });

  it('is made on the first job, and used it is preferred and tried at once', async () => {
    const { session, calls } = sessionOn(answers());
    const model = new AgentOffer(session);
    await model.look(board());
    const { offer } = model;
    if (offer === null) throw new Error('nothing was offered');
    expect(offer.title).toBe('Claude Code');

    await model.use(offer);

    const given = calls.filter(({ name }) => ['add_agent', 'test_agent'].includes(name));
    expect(given.map(({ name }) => name)).toEqual(['add_agent', 'test_agent']);
    expect(given[0]?.request).toMatchObject({ name: 'claude', preferred: true });
    expect(model.offer).toBeNull();
    expect(session.notices.current?.tone).toBe('done');
  });

  it('says at once that it cannot begin', async () => {
    const fails = { test_agent: () => ({ works: false, text: 'claude cannot begin: not signed in' }) };
    const { session } = sessionOn(answers(fails));
    const model = new AgentOffer(session);
    await model.look(board());

    if (model.offer !== null) await model.use(model.offer);

    expect(session.notices.current).toMatchObject({
      tone: 'refused',
      text: 'claude cannot begin: not signed in',
    });
  });

  it.each([
    [
      'on a later job',
      answers({ list_jobs: () => ({ jobs: [job({ id: 'a', createdAt: 1 }), job({})] }) }),
      {},
    ],
    ['beside an agent', answers({ agents: () => ({ agents: [agent({ way: 'acp' })] }) }), {}],
    ['on a closed job', answers(), { closedAt: 9 }],
    ['once it was answered', answers({ settings: () => ({ agentAsked: true }) }), {}],
    ['on the sample', answers(), { isSample: true }],
    ['where nothing can be looked for', answers({ find_agents: undefined as never }), {}],
  ])('is not made %s', async (_, given, part) => {
    const { session } = sessionOn(given);
    const model = new AgentOffer(session);

    await model.look(board(part));

    expect(model.offer).toBeNull();
  });
});
