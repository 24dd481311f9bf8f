import { describe, expect, it } from 'vitest';

import { matching, PaletteState } from '../src/features/palette/palette.svelte';
import type { Command } from '../src/lib/command';
import { card, sessionOn } from './core';

const COMMANDS: Command[] = ['New job', 'Review', 'Redo'].map((label) => ({
  id: label,
  label,
  run: () => undefined,
}));

describe('the palette', () => {
  it('finds commands by words in any order, whatever their case', () => {
    expect(matching(COMMANDS, 'job NEW').map(({ id }) => id)).toEqual(['New job']);
    expect(matching(COMMANDS, 're').map(({ id }) => id)).toEqual(['Review', 'Redo']);
    expect(matching(COMMANDS, '')).toHaveLength(3);
  });

  it('asks the core for jobs and items, and goes to what is chosen', async () => {
    const { session } = sessionOn({
      find: () => ({
        jobs: [{ id: 'j', ref: '4', title: 'Report', summaryText: '3 items' }],
        items: [
          {
            card: card({ id: 'i', ref: '4.2', title: 'Review it', statusText: 'To do' }),
            jobTitle: 'Report',
          },
        ],
      }),
    });
    const model = new PaletteState(session, COMMANDS);

    await model.search('re');

    expect(model.entries.map(({ label }) => label)).toEqual(['Review', 'Redo', 'Report', 'Review it']);
    model.toEnd('last');
    model.active?.run();
    expect(location.hash).toBe('#/jobs/4/items/2');
  });

  it('shows only what was found for the text that stands there now', async () => {
    const answers: ((found: unknown) => void)[] = [];
    const { session } = sessionOn({ find: () => new Promise((answer) => answers.push(answer)) });
    const model = new PaletteState(session, []);
    const job = (title: string) => ({ jobs: [{ id: title, ref: '1', title, summaryText: '' }], items: [] });

    const old = model.search('o');
    const now = model.search('now');
    answers[1]?.(job('now'));
    await now;
    answers[0]?.(job('old'));
    await old;

    expect(model.entries.map(({ label }) => label)).toEqual(['now']);
  });

  it('lists first what can be done with what is in use on the page, by the same words', async () => {
    const { session } = sessionOn({ find: () => ({ jobs: [], items: [] }) });
    const done: string[] = [];
    const here = ['Hand over', 'Restore'].map((label) => ({ id: label, label, run: () => done.push(label) }));
    const model = new PaletteState(session, COMMANDS, { about: 'Draw the chart', commands: here });

    await model.search('re');

    expect(model.entries.map(({ group, label }) => [group, label])).toEqual([
      ['here', 'Restore'],
      ['commands', 'Review'],
      ['commands', 'Redo'],
    ]);
    model.active?.run();
    expect(done).toEqual(['Restore']);
  });

  it('goes round at its ends', () => {
    const { session } = sessionOn({});
    const model = new PaletteState(session, COMMANDS);

    model.step(-1);
    expect(model.active?.label).toBe('Redo');
    model.step(1);
    expect(model.active?.label).toBe('New job');
  });
});
