// What was found on this computer, as what can be added of it. Pure.
import type { AddAgent, AgentView, FoundAgentsView } from '../api/generated';

/** One press adds it. */
export interface Offer {
  readonly key: string;
  /** Its name as its maker writes it. */
  readonly title: string;
  /** Where it is. */
  readonly place: string;
  /** A program: it runs fenced in and reaches the network. */
  readonly isProgram: boolean;
  readonly request: Omit<AddAgent, 'preferred'>;
}

const TITLES: Readonly<Record<string, string>> = {
  claude: 'Claude Code',
  codex: 'Codex',
  gemini: 'Gemini CLI',
  goose: 'Goose',
  opencode: 'OpenCode',
  ollama: 'Ollama',
  'lm-studio': 'LM Studio',
  'llama-cpp': 'llama.cpp',
};

export function titleOf(name: string): string {
  return TITLES[name] ?? name;
}

/** What is there and not yet among `known`: programs first, which need no choice of a model. */
export function offersOf({ programs, servers }: FoundAgentsView, known: readonly AgentView[]): Offer[] {
  const names = known.map(({ name }) => name);
  const offers: Offer[] = [];
  for (const { name, path, way } of programs) {
    if (known.some((agent) => agent.name === name)) continue;
    const config = { program: path, network: true };
    const request = { name, way, family: null, model: null, config };
    offers.push({ key: path, title: titleOf(name), place: path, isProgram: true, request });
  }
  for (const { name, url, models } of servers) {
    const [api, base] = name === 'ollama' ? ['ollama', url] : ['openai_chat', `${url}/v1`];
    for (const { model } of models) {
      if (known.some((agent) => agent.way === 'model' && agent.model === model)) continue;
      const config = { api, base_url: base, model };
      const request = { name: freeName(plain(model), names), way: 'model', family: null, model, config };
      offers.push({
        key: `${url} ${model}`,
        title: `${model} · ${titleOf(name)}`,
        place: url,
        isProgram: false,
        request,
      });
    }
  }
  return offers;
}

/** As the core takes a name: one word without slashes and commas. */
export function plain(text: string): string {
  return text
    .trim()
    .replace(/[\s,/\\]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 36);
}

export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const name = `${wanted}-${count}`;
    if (!taken.includes(name)) return name;
  }
}
