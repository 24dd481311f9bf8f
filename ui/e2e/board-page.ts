// A board of five items, and what tests see and do on it.
import type { Locator } from 'playwright-core';

import { newJob } from './work';
import { World, type Opening } from './world/world';

const TEXT =
  'Interview report\n- Read the notes\n- Group the quotes\n- Draw the chart\n- Write the page\n- Send it';

export type Side = 'me' | 'ai';

/** A world with one job of five items, open on its board. */
export async function openBoard(wishes: Partial<Opening> = {}): Promise<World> {
  const desk = await World.open(wishes);
  await addJob(desk);
  await desk.go('#/jobs/1');
  return desk;
}

export async function addJob(desk: World): Promise<void> {
  await newJob(desk, TEXT);
}

/** What is drawn, from top to bottom. */
export async function drawn(desk: World, side: Side): Promise<string[]> {
  return await desk.page.locator(`[data-zone=${side}] [data-item] .title`).allTextContents();
}

export function row(desk: World, title: string): Locator {
  return desk.page.locator('[data-item]', { hasText: title });
}

export async function focused(desk: World): Promise<string | null> {
  return await desk.page.evaluate(
    () => document.activeElement?.closest('[data-item]')?.querySelector('.title')?.textContent ?? null,
  );
}

/** The commands that the page gives from now on, without its questions. */
export async function watch(desk: World): Promise<() => Promise<string[]>> {
  await desk.page.evaluate(() => {
    const page = globalThis as unknown as {
      halfdayTestCall: (name: string, request: unknown) => unknown;
      namesOfCalls: string[];
    };
    const call = page.halfdayTestCall;
    page.namesOfCalls = [];
    page.halfdayTestCall = (name, request) => {
      // What a page asks by itself, some of it once there is time.
      if (!['board', 'list_jobs', 'find_agents'].includes(name)) page.namesOfCalls.push(name);
      return call(name, request);
    };
  });
  return () => desk.page.evaluate(() => (globalThis as unknown as { namesOfCalls: string[] }).namesOfCalls);
}

/** Presses on a row and goes to a point of another, without letting go. */
export async function drag(desk: World, from: string, to: { x: number; y: number }): Promise<void> {
  const start = await row(desk, from).boundingBox();
  if (start === null) throw new Error(`${from} is not drawn`);
  await desk.page.mouse.move(start.x + start.width / 2, start.y + 14);
  await desk.page.mouse.down();
  await desk.page.mouse.move(to.x, to.y, { steps: 8 });
  await desk.settled();
}

/** A point in a lane: just inside the upper edge of a row, or below all rows. */
export async function pointIn(
  desk: World,
  side: Side,
  above: string | null,
): Promise<{ x: number; y: number }> {
  const target = above === null ? desk.page.locator(`[data-zone=${side}]`) : row(desk, above);
  const box = await target.boundingBox();
  if (box === null) throw new Error('the place is not drawn');
  return { x: box.x + box.width / 2, y: above === null ? box.y + box.height - 4 : box.y + 4 };
}

export async function drop(desk: World): Promise<void> {
  await desk.page.mouse.up();
  await desk.settled();
}
