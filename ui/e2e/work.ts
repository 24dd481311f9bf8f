// Short ways to a state a test begins with, through the core as another program would go them: the pages only hear of it.
import type { BoardView } from '../src/api/generated';
import type { World } from './world/world';

export const THREE_ITEMS = [
  'Interview report',
  '',
  '- Read the six interviews (40 min)',
  '- Group the quotes into themes (35 min)',
  '- Write the one-page report (45 min)',
].join('\n');

export const BRIEF = `Papers for Friday's committee

- Read all 41 answers once (40 min)
- Put the counts into a table (30 min)
- Write half a page for the committee (45 min)
- Check the volunteer rota (30 min)
- Decide which option we recommend (15 min)
- Send the papers to the committee (10 min)
`;

/** Makes a job; its items are `1.1`, `1.2` and so on when it is the first. */
export function newJob(desk: World, text = THREE_ITEMS, workspace: string | null = null): Promise<BoardView> {
  return desk.core('create_job', {
    text,
    title: null,
    hours: null,
    answer: null,
    workspace,
    items: null,
  });
}

/** Hands items over to AI, or keeps them. */
export function assign(desk: World, items: string[], who: 'ai' | 'me'): Promise<BoardView> {
  const nothingSaid = { place: null, guess: null, minutes: null, because: null };
  return desk.core('assign_items', { items, to: { who }, ...nothingSaid });
}

/** From now on AI is a script that does these things, and says that it is one. */
export async function simulate(desk: World, ...turn: unknown[]): Promise<void> {
  const config = { script: { turns: [turn] } };
  const agent = { name: 'simulated', way: 'scripted', family: null, model: null, config };
  await desk.core('add_agent', { ...agent, preferred: true });
}

/** Copies the item's brief, which hands it over, and pastes an answer for it: it needs a review then. */
export async function deliver(desk: World, item: string, answer: string): Promise<void> {
  const { text: brief } = await desk.core('copy_brief', { items: [item] });
  const text = `${lineOf(brief)}\n${answer}`;
  await desk.core('paste_answer', {
    text,
    item: null,
    files: [],
    rounds: 1,
    minutes: null,
    unmarked: 'refuse',
  });
}

/** The line that a brief asks its answer to begin with. */
export function lineOf(brief: string): string {
  return /halfday:[0-9A-Z]{8}/.exec(brief)?.[0] ?? '';
}

/** A job with an accepted item, closed; the others were done by the person. */
export async function closeOne(desk: World): Promise<void> {
  const { job } = await newJob(desk, BRIEF);
  const item = `${job.ref}.2`;
  await deliver(desk, item, 'Saturday 17, Wednesday 11, Tuesday 6, as it is 7. Together 41.');
  await desk.core('review_attempt', { item, verdict: { verdict: 'accept' }, reviewMinutes: 2 });
  await desk.core('close_job', { job: job.ref, rest: 'did', items: [] });
}

/** The references in the lane of AI, as the core has them. */
export async function withAi(desk: World, job = '1'): Promise<string[]> {
  const { ai } = await desk.core('board', { job });
  return ai.cards.map((card) => card.ref);
}
