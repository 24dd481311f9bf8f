// A job on its way, told to the core as another program would: the pages only hear of it.
import type { BoardView } from '../src/api/generated';
import type { World } from './world/world';

export const BRIEF = `Papers for Friday's committee

- Read all 41 answers once (40 min)
- Put the counts into a table (30 min)
- Write half a page for the committee (45 min)
- Check the volunteer rota (30 min)
- Decide which option we recommend (15 min)
- Send the papers to the committee (10 min)
`;

export async function makeJob(desk: World, text = BRIEF): Promise<BoardView> {
  return desk.core('create_job', { text, items: null, title: null, hours: null, workspace: null });
}

/** Hands an item over, copies its brief and pastes an answer for it: it needs a review then. */
export async function deliver(desk: World, item: string, answer: string): Promise<void> {
  await handOver(desk, item);
  await desk.core('copy_brief', { items: [item] });
  await desk.core('paste_answer', {
    text: answer,
    item,
    files: [],
    rounds: 1,
    minutes: null,
    unmarked: 'takeAnyway',
  });
}

export async function handOver(desk: World, item: string): Promise<void> {
  const to = { who: 'ai' } as const;
  await desk.core('assign_items', {
    items: [item],
    to,
    place: null,
    guess: null,
    minutes: null,
    because: null,
  });
}

export async function accept(desk: World, item: string): Promise<void> {
  await desk.core('review_attempt', { item, verdict: { verdict: 'accept' }, reviewMinutes: 2 });
}

/** A job with an accepted item, closed; the others were done by the person. */
export async function closeOne(desk: World, text = BRIEF): Promise<BoardView> {
  const board = await makeJob(desk, text);
  const item = `${board.job.ref}.2`;
  await deliver(desk, item, 'Saturday 17, Wednesday 11, Tuesday 6, as it is 7. Together 41.');
  await accept(desk, item);
  await desk.core('close_job', { job: board.job.ref, rest: 'did', items: [] });
  return board;
}
