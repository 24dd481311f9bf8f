import { expect, it } from 'vitest';

import { ActivityState } from '../src/features/activity/activity.svelte';
import { sessionOn } from './core';

const line = (seq: number) => ({
  seq,
  at: 0,
  atText: '',
  origin: 'window',
  kind: '',
  job: null,
  item: null,
  title: null,
  text: '',
});

it('activity is read page by page, and a line that slid to an older page is said once', async () => {
  let newest = [3, 2];
  const { session } = sessionOn({
    activity: ({ beforeSeq }) =>
      beforeSeq === null ? { lines: newest.map(line), more: true } : { lines: [1].map(line), more: false },
  });
  const model = new ActivityState(session);
  await model.newest.refresh();
  expect(model.hasMore).toBe(true);

  await model.readOlder();
  expect(model.lines.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  expect(model.hasMore).toBe(false);

  newest = [4, 3, 2, 1];
  await model.newest.refresh();
  expect(model.lines.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
});
