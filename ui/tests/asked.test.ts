import { describe, expect, it } from 'vitest';

import { Asked } from '../src/lib/asked.svelte';

/** Questions that are answered by hand, so that a test decides the order. */
function byHand() {
  const waiting: ((answer: string) => void)[] = [];
  const ask = () => new Promise<string>((resolve) => waiting.push(resolve));
  return { waiting, asked: new Asked<string>(ask) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a view that was asked for', () => {
  it('is asked for once more when it changes while a question is on its way', async () => {
    const { waiting, asked } = byHand();
    const done = asked.refresh();
    void asked.refresh();
    void asked.refresh();
    expect(waiting).toHaveLength(1);

    waiting[0]?.('old');
    await settle();
    expect(waiting, 'two changes, one more question').toHaveLength(2);
    waiting[1]?.('new');
    await done;

    expect(asked.view).toBe('new');
  });

  it('drops an answer that was asked for before a command answered, and asks again', async () => {
    const { waiting, asked } = byHand();
    const done = asked.refresh();

    asked.accept('from the command');
    waiting[0]?.('from before');
    await settle();
    expect(asked.view).toBe('from the command');

    waiting[1]?.('newest');
    await done;
    expect(asked.view).toBe('newest');
  });
});
