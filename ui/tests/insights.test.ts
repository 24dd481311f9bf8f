import { describe, expect, it, vi } from 'vitest';

import type { PictureView } from '../src/api/generated';
import { InsightsFilters } from '../src/features/insights/filters.svelte';
import { InsightsState, PictureState } from '../src/features/insights/insights.svelte';
import { nearest } from '../src/features/insights/marks';
import { RowsState } from '../src/features/insights/rows.svelte';
import { sessionOn } from './core';

function picture(points: number): PictureView {
  return {
    which: 'length',
    title: 'AI gets about half right at 34 min',
    subtitle: '',
    desc: '',
    notes: [],
    svg: '<svg></svg>',
    width: 480,
    height: 200,
    headers: [],
    rows: [],
    points: Array.from({ length: points }, (_, place) => ({
      label: `Item ${String(place)}`,
      value: 'right',
      items: [String(place)],
      jobs: [],
    })),
  };
}

describe('the filters', () => {
  it('are asked for together, and wide again at once but for the weeks', () => {
    const filters = new InsightsFilters();
    filters.weeks = 4;
    filters.kind = 'write';
    filters.length = 'up_to_40';

    expect(filters.asked).toEqual({
      weeks: 4,
      kind: 'write',
      agent: null,
      family: null,
      length: 'up_to_40',
      job: null,
    });
    expect(filters.isNarrow).toBe(true);

    filters.widen();
    expect(filters.isNarrow).toBe(false);
    expect(filters.weeks).toBe(4);
  });
});

describe('a change elsewhere', () => {
  it('is followed once a second at most, and not after the page was left', async () => {
    vi.useFakeTimers();
    const { session } = sessionOn({});
    const listeners: (() => void)[] = [];
    session.onChange = (listener) => {
      listeners.push(() => listener({ seq: 1, kind: 'step', job: null, item: null }));
      return () => listeners.splice(0);
    };
    const model = new InsightsState(session, new InsightsFilters());
    const leave = model.follow();

    for (let steps = 0; steps < 9; steps += 1) listeners[0]?.();
    expect(model.version).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(model.version).toBe(1);

    listeners[0]?.();
    leave();
    await vi.advanceTimersByTimeAsync(5000);
    expect(model.version).toBe(1);
    vi.useRealTimers();
  });
});

describe('a picture', () => {
  it('is asked for at the width it has, in the colours of the page', async () => {
    const { session, calls } = sessionOn({ picture: () => picture(3) });
    const model = new PictureState(session, 'length', new InsightsFilters());
    model.measured(473.6);
    await model.asked.refresh();

    expect(calls[0]?.request).toMatchObject({ which: 'length', width: 473, theme: 'page' });
  });

  it('keeps its width when a scroll bar would make it a little wider, and gives way when it is narrower', () => {
    const { session } = sessionOn({});
    const model = new PictureState(session, 'length', new InsightsFilters());

    for (const [room, width] of [
      [480, 480],
      [490, 480],
      [475, 475],
      [520, 520],
    ] as const) {
      model.measured(room);
      expect(model.width).toBe(width);
    }
  });

  it('is walked from mark to mark and stops at its ends', async () => {
    const { session } = sessionOn({ picture: () => picture(3) });
    const model = new PictureState(session, 'length', new InsightsFilters());
    model.step('next');
    expect(model.at, 'nothing is drawn yet').toBeNull();
    await model.asked.refresh();

    model.step('next');
    expect(model.at).toBe(0);
    model.step('before');
    expect(model.at).toBe(0);
    model.step('last');
    model.step('next');
    expect(model.at).toBe(2);
  });

  it('is written by the core where the person chose, and not at all when they did not', async () => {
    const saved = { files: ['/home/mei/length.png'], noteText: null };
    const { session, calls, desk } = sessionOn({ save_picture: () => saved });
    const model = new PictureState(session, 'length', new InsightsFilters());
    desk.chosen = ['/home/mei/length.png'];

    await model.save('png');
    expect(calls[0]).toMatchObject({
      name: 'save_picture',
      request: {
        format: 'png',
        path: '/home/mei/length.png',
        picture: { theme: 'light', hideTitles: false },
      },
    });
    expect(session.notices.current?.text).toBe('Saved: /home/mei/length.png');

    desk.pickPlace = () => Promise.resolve(null);
    await model.save('pdf');
    expect(calls).toHaveLength(1);
  });
});

describe('the mark that is meant', () => {
  const boxes = [
    { left: 0, top: 0, right: 10, bottom: 10 },
    { left: 30, top: 0, right: 40, bottom: 10 },
  ];

  it('is the one under the pointer, else the nearest within reach', () => {
    expect(nearest(boxes, 5, 5)).toBe(0);
    expect(nearest(boxes, 24, 5)).toBe(1);
    expect(nearest(boxes, 5, 60)).toBeNull();
  });
});

describe('the rows behind a number', () => {
  it('come fifty at a time, jobs first, and what has no answer can be asked for again', async () => {
    let isBroken = false;
    const { session, calls } = sessionOn({
      rows_behind: ({ items, jobs }) => {
        if (isBroken) throw new Error('no answer');
        const row = (ref: string) => ({ ref, title: ref });
        return { rows: [...jobs, ...items].map(row), text: '' };
      },
    });
    const items = Array.from({ length: 70 }, (_, place) => `1.${String(place)}`);
    const model = new RowsState(session, { title: 'Right first time', items, jobs: ['1', '2'] });

    await model.more();
    expect(calls[0]?.request).toEqual({ items: items.slice(0, 48), jobs: ['1', '2'] });
    expect(model.left).toBe(22);

    isBroken = true;
    await model.more();
    expect(model.failure).not.toBeNull();
    expect(model.left).toBe(22);

    isBroken = false;
    await model.more();
    expect(model.left).toBe(0);
    expect(model.rows).toHaveLength(72);
  });
});
