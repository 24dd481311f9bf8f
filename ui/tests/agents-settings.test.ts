import { describe, expect, it } from 'vitest';

import { CallError } from '../src/api/error';
import type { AgentView, FoundAgentsView } from '../src/api/generated';
import { AgentsState } from '../src/features/settings/agents.svelte';
import { keyNameOf, type ModelDraft, requestOf } from '../src/features/settings/model-form';
import { type Answers, sessionOn } from './core';

const agent = (name: string, part: Partial<AgentView> = {}) =>
  ({ id: name, name, way: 'acp', model: '', isPreferred: false, ...part }) as AgentView;
const FOUND: FoundAgentsView = {
  programs: [{ name: 'codex', path: '/bin/codex', way: 'codex', add: '' }],
  servers: [],
  shellFault: null,
};

async function settingsOn(agents: AgentView[], more: Answers = {}) {
  const answer = sessionOn({
    agents: () => ({ agents }),
    find_agents: () => FOUND,
    keys: () => ({ keys: [] }),
    add_agent: ({ name }) => ({ agents: [...agents, agent(name)] }),
    ...more,
  });
  const model = new AgentsState(answer.session);
  await model.asked.refresh();
  await model.found.refresh();
  return { ...answer, model };
}

describe('AI connections', () => {
  it('mean any chat while nobody is preferred, and list it once', async () => {
    const { model } = await settingsOn([
      agent('clipboard', { way: 'clipboard', isPreferred: true }),
      agent('goose'),
    ]);

    expect(model.preferred).toBe('clipboard');
    expect(model.programs.map(({ name }) => name)).toEqual(['goose']);
  });

  it('prefer the first that is added, and leave the choice alone after that', async () => {
    const [first, second] = [await settingsOn([]), await settingsOn([agent('goose')])];

    for (const { model } of [first, second]) {
      const [offer] = model.offers ?? [];
      if (offer !== undefined) await model.add(offer.request);
      expect(model.offers, 'it is there now').toEqual([]);
    }

    const preferred = [first, second].map(
      ({ calls }) => calls.find(({ name }) => name === 'add_agent')?.request as { preferred: boolean },
    );
    expect(preferred.map((request) => request.preferred)).toEqual([true, false]);
  });

  it('say what a test came to, and nothing of it once the agent is gone', async () => {
    const text = 'goose cannot begin: the AI program is not signed in';
    const { model } = await settingsOn([agent('goose')], {
      test_agent: () => ({ works: false, text }),
      remove_agent: () => ({ agents: [] }),
    });

    await model.test('goose');
    expect(model.tested).toEqual({ agent: 'goose', works: false, text });
    await model.remove('goose');

    expect(model.tested).toBeNull();
    expect(model.programs).toEqual([]);
  });

  it('keep an agent that is still at work, and say so', async () => {
    const { model, session } = await settingsOn([agent('goose')], {
      remove_agent: () => {
        throw new CallError('agent_in_use', { agent: 'goose' }, '', 'refused');
      },
    });

    await model.remove('goose');

    expect(model.programs).toHaveLength(1);
    expect(session.notices.current?.tone).toBe('refused');
  });
});

describe('a model by its API', () => {
  const DRAFT: ModelDraft = {
    name: '',
    api: 'openai_chat',
    base: '',
    model: ' gpt-x/mini ',
    knownKey: '',
    key: '',
  };

  it('leaves out what was left empty, and is named after its model', () => {
    expect(requestOf(DRAFT, ['gpt-x-mini'])).toEqual({
      name: 'gpt-x-mini-2',
      way: 'model',
      family: null,
      model: 'gpt-x/mini',
      config: { api: 'openai_chat', model: 'gpt-x/mini' },
    });
  });

  it('takes an address and the name of a key, and is nothing without a model', () => {
    const whole = { ...DRAFT, name: 'my model', base: 'http://localhost:1234/v1 ', knownKey: 'work' };

    expect(requestOf(whole, [])).toMatchObject({
      name: 'my-model',
      config: { base_url: 'http://localhost:1234/v1', key: 'work' },
    });
    expect(requestOf({ ...DRAFT, model: ' ' }, [])).toBeNull();
  });

  it('holds of a key that is given now only the name it will be kept under', () => {
    const request = requestOf({ ...DRAFT, key: 'sk-0123456789' }, []);

    expect(request?.config).toMatchObject({ key: 'gpt_x_mini' });
    expect(JSON.stringify(request)).not.toContain('sk-0123456789');
    expect(keyNameOf('Qwen3:8b of the office, the second')).toMatch(/^[a-z0-9_]{1,24}$/);
  });
});
