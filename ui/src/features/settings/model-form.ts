// A model by its API, as the person writes it down. Pure.
import type { AddAgent } from '../../api/generated';
import { freeName, plain } from '../../at-work/found';

/** In the order they are offered; each with where its maker has it. */
export const APIS = [
  { api: 'anthropic', base: 'https://api.anthropic.com' },
  { api: 'openai_chat', base: 'https://api.openai.com/v1' },
  { api: 'openai_responses', base: 'https://api.openai.com/v1' },
  { api: 'ollama', base: 'http://localhost:11434' },
] as const;
export type Api = (typeof APIS)[number]['api'];

export interface ModelDraft {
  name: string;
  api: Api;
  base: string;
  model: string;
  /** The name of a key that is known already; empty: another, or none. */
  knownKey: string;
  /** A key that is given now. */
  key: string;
}

/** The name under which a key given now is kept: that of whom it is for, as the core takes it. */
export function keyNameOf(agent: string): string {
  return agent
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, 24);
}

/** What is added, or null while something is missing. Of a key only its name is in it. */
export function requestOf(draft: ModelDraft, taken: readonly string[]): Omit<AddAgent, 'preferred'> | null {
  const [model, base] = [draft.model.trim(), draft.base.trim()];
  const name = plain(draft.name) || freeName(plain(model), taken);
  if (model === '' || name === '') return null;
  const key = draft.key.trim() === '' ? draft.knownKey : keyNameOf(name);
  const config = {
    api: draft.api,
    model,
    ...(base === '' ? {} : { base_url: base }),
    ...(key === '' ? {} : { key }),
  };
  return { name, way: 'model', family: null, model, config };
}
