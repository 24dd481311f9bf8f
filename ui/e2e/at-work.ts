// States of AI at work for tests: what nobody can wait for, told to the page in place of the truth, and a simulated agent
// for what the core does itself.
import type { BoardView, Card, FoundAgentsView, QuestionView, UnderWayView } from '../src/api/generated';
import type { World } from './world/world';

/** Something was heard three seconds ago. */
export function underWay(part: Partial<UnderWayView> = {}): UnderWayView {
  const now = Date.now();
  return {
    attempt: '01900000-0000-7000-8000-000000000000',
    number: 1,
    startedAt: now - 190_000,
    lastEventAt: now - 3_000,
    quietAt: now + 57_000,
    steps: 4,
    stepText: 'writes page.md',
    question: null,
    isStopping: false,
    ...part,
  };
}

export function question(part: Partial<QuestionView>): QuestionView {
  const id = '01900000-0000-7000-8000-000000000001';
  return { id, why: 'question', text: '', argv: null, askedAt: Date.now(), answers: [], ...part };
}

/** How the card of an item is told instead. */
export type Dress = (card: Card) => Partial<Card>;

/** Whatever the page asks for, these items (`1.2`) stand with an agent as they are said to. */
export function dressItems(desk: World, dresses: Record<string, Dress>): void {
  const card = (one: Card): Card => {
    const dress = dresses[one.ref];
    return dress === undefined
      ? one
      : { ...one, isWithAi: true, assignee: 'claude', waitingFor: null, ...dress(one) };
  };
  desk.dress('board', (board) => sides(board, card));
  desk.dress('show_item', (item) => ({ ...item, card: card(item.card) }));
  desk.dress('today', (today) => {
    const all = [...today.needsYou, ...today.working, ...today.myNext].map((item) => ({
      ...item,
      card: card(item.card),
    }));
    const waits = ({ card: { status } }: { card: Card }) =>
      ['waiting', 'in_review', 'blocked'].includes(status);
    const works = ({ card: { status } }: { card: Card }) => ['working', 'queued'].includes(status);
    return {
      ...today,
      needsYou: all.filter(waits),
      working: all.filter(works),
      myNext: all.filter((item) => !waits(item) && !works(item)),
    };
  });
}

function sides(board: BoardView, change: (card: Card) => Card): BoardView {
  const cards = [...board.me.cards, ...board.ai.cards].map(change);
  cards.sort((one, other) => one.position - other.position);
  return {
    ...board,
    me: { ...board.me, cards: cards.filter(({ isWithAi }) => !isWithAi) },
    ai: { ...board.ai, cards: cards.filter(({ isWithAi }) => isWithAi) },
  };
}

/** A computer on which these can be found. */
export const FOUND: FoundAgentsView = {
  programs: [
    { name: 'claude', path: '/home/mei/.local/bin/claude', way: 'claude', add: '' },
    { name: 'codex', path: '/usr/local/bin/codex', way: 'codex', add: '' },
  ],
  servers: [
    {
      name: 'ollama',
      url: 'http://127.0.0.1:11434',
      version: '0.14.1',
      models: [
        { model: 'qwen3:8b', add: '' },
        { model: 'gemma3:12b', add: '' },
      ],
    },
  ],
  shellFault: null,
};

/** One thing of a script (`crates/runner/src/agents/scripted.rs`). */
export type Action = 'hang' | object;

/** A simulated agent that plays `turns` is preferred from now on. */
export async function addScripted(desk: World, turns: readonly Action[][]): Promise<void> {
  await desk.core('add_agent', {
    name: 'worker',
    way: 'scripted',
    family: null,
    model: null,
    config: { script: { turns } },
    preferred: true,
  });
}
