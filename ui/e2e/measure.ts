// Measures a board of 1,000 cards in Chromium: what a key and a step of a drag cost until they are painted. Figures for
// docs/performance.md; by itself (`npm run measure`) and on a quiet computer, because it measures what else runs too.
import { expect, test } from 'vitest';

import { pointIn, row } from './board-page';
import { newJob } from './work';
import { World } from './world/world';

const CARDS = 1_000;
/** Presses and frames that count; the first few of each warm the code up and do not. */
const STEPS = 120;
const WARM_UP = 10;

interface Painted {
  /** What each took from its event to the end of its painting, in ms. */
  took: number[];
  /** From one painted step to the next. */
  between: number[];
}

type Measuring = typeof globalThis & { painted: Painted };

test('a board of 1,000 cards: keys are painted within 50 ms, steps of a drag within 16 ms', async () => {
  await using desk = await World.open({ at: '#/settings' });
  await newJob(desk, 'Long job\n\n- Begin (15 min)');
  await desk.core('quick_add', { text: linesOf(CARDS - 1), job: '1' });
  await desk.go('#/jobs/1');

  const figures = {
    'key to the next row': await keys(desk, 'ArrowDown'),
    'key that selects': await keys(desk, 'Shift+ArrowDown'),
    'key to the next row, the panel open': await keysWithPanel(desk),
    'step of a drag': await dragged(desk, 'over the rows'),
    'step of a drag that scrolls': await dragged(desk, 'at the edge'),
  };

  for (const [what, { took, between }] of Object.entries(figures)) say(what, took, between);
  for (const [what, { took }] of Object.entries(figures)) {
    expect(share(took, 0.95), what).toBeLessThanOrEqual(what.startsWith('key') ? 50 : 16);
  }
}, 300_000);

/** One line a card, every other one for AI. */
function linesOf(cards: number): string {
  const line = (at: number) =>
    `Part ${at + 1} of a job that is far too long ${at % 2 === 1 ? '@ai ' : ''}15m`;
  return Array.from({ length: cards }, (_, at) => line(at)).join('\n');
}

async function keys(desk: World, key: string): Promise<Painted> {
  await row(desk, 'Part 1 of').focus();
  await watch(desk, 'keydown');
  for (let press = 0; press < STEPS + WARM_UP; press += 1) {
    await desk.keys(key);
    await nextPainted(desk, press + 1);
  }
  await desk.keys('Escape');
  await desk.settled();
  return await figuresOf(desk);
}

async function keysWithPanel(desk: World): Promise<Painted> {
  await row(desk, 'Part 1 of').focus();
  await desk.keys('Enter');
  await desk.settled();
  const figures = await keys(desk, 'ArrowDown');
  await desk.keys('Escape');
  await desk.settled();
  return figures;
}

async function dragged(desk: World, where: 'over the rows' | 'at the edge'): Promise<Painted> {
  const { mouse } = desk.page;
  const from = await row(desk, 'Part 1 of').boundingBox();
  if (from === null) throw new Error('the first row is not drawn');
  const { x } = await pointIn(desk, 'ai', 'Part 2 of');
  await mouse.move(from.x + 60, from.y + 14);
  await mouse.down();
  await mouse.move(from.x + 80, from.y + 24);
  await desk.settled();
  await watch(desk, 'pointermove');
  for (let step = 0; step < STEPS + WARM_UP; step += 1) {
    const y = where === 'at the edge' ? 790 - (step % 8) : from.y + ((step * 7) % 400);
    await mouse.move(x - (step % 30) * 4, y);
    await nextPainted(desk, step + 1);
  }
  await desk.keys('Escape');
  await mouse.up();
  await desk.page.locator('#page').evaluate((page) => page.scrollTo(0, 0));
  await desk.settled();
  return await figuresOf(desk);
}

/** From now on each first event of a frame is timed until that frame is painted. */
async function watch(desk: World, event: 'keydown' | 'pointermove'): Promise<void> {
  await desk.page.evaluate((name) => {
    const page = globalThis as Measuring;
    const painted: Painted = { took: [], between: [] };
    page.painted = painted;
    let [isTimed, last] = [false, 0];
    const { port1, port2 } = new MessageChannel();
    let began = 0;
    port2.onmessage = () => {
      isTimed = false;
      const now = performance.now();
      painted.took.push(now - began);
      painted.between.push(now - last);
      last = now;
    };
    const time = (happened: Event) => {
      if (isTimed || page.painted !== painted) return;
      isTimed = true;
      // A pointer's moves are given out with the frame; a key when it comes, so its waiting counts.
      began = name === 'keydown' ? happened.timeStamp : performance.now();
      // A message sent while a frame is made arrives when it has been painted.
      const paint = () => requestAnimationFrame(() => port1.postMessage(null));
      // The row takes the focus after the key, in a microtask or two.
      if (name === 'keydown') queueMicrotask(() => queueMicrotask(paint));
      else paint();
    };
    addEventListener(name, time, { capture: true });
  }, event);
}

async function nextPainted(desk: World, count: number): Promise<void> {
  await desk.page.evaluate(
    (least) =>
      new Promise<void>((painted) => {
        const look = () => {
          if ((globalThis as Measuring).painted.took.length >= least) painted();
          else setTimeout(look, 4);
        };
        look();
      }),
    count,
  );
}

async function figuresOf(desk: World): Promise<Painted> {
  const { took, between } = await desk.page.evaluate(() => (globalThis as Measuring).painted);
  return { took: took.slice(WARM_UP, WARM_UP + STEPS), between: between.slice(WARM_UP, WARM_UP + STEPS) };
}

/** The time that this share of them stayed below. */
function share(times: readonly number[], part: number): number {
  const ordered = times.toSorted((one, other) => one - other);
  return ordered[Math.min(ordered.length - 1, Math.ceil(part * ordered.length) - 1)] ?? NaN;
}

function say(what: string, took: readonly number[], between: readonly number[]): void {
  const [median, p95, most] = [0.5, 0.95, 1].map((part) => share(took, part).toFixed(1));
  const apart = share(between, 0.5).toFixed(1);
  process.stdout.write(`${what}: median ${median} ms, p95 ${p95} ms, most ${most} ms (${apart} ms apart)\n`);
}
