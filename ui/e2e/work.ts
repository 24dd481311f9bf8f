// Short ways to a state a test begins with, through the core as another program would go them.
import type { BoardView } from '../src/api/generated';
import type { World } from './world/world';

export const THREE_ITEMS = [
  'Interview report',
  '',
  '- Read the six interviews (40 min)',
  '- Group the quotes into themes (35 min)',
  '- Write the one-page report (45 min)',
].join('\n');

/** Makes a job; its items are `1.1`, `1.2` and so on when it is the first. */
export function newJob(desk: World, text = THREE_ITEMS): Promise<BoardView> {
  return desk.core('create_job', { text, title: null, hours: null, workspace: null, items: null });
}

/** Hands items over to AI, or keeps them. */
export function assign(desk: World, items: string[], who: 'ai' | 'me'): Promise<BoardView> {
  const nothingSaid = { place: null, guess: null, minutes: null, because: null };
  return desk.core('assign_items', { items, to: { who }, ...nothingSaid });
}

/** The references in the lane of AI, as the core has them. */
export async function withAi(desk: World, job = '1'): Promise<string[]> {
  const { ai } = await desk.core('board', { job });
  return ai.cards.map((card) => card.ref);
}
