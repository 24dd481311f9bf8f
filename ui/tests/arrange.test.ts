import { describe, expect, it } from 'vitest';

import { FakeCore, planOf } from '../src/api/fake';
import type { BoardView, Card } from '../src/api/generated';
import { arrange, groupsOf, type Line, withSame } from '../src/features/board/arrange';
import { news } from '../src/features/board/news';

const [USUAL] = new FakeCore().addJob(planOf('Job\nItem')).cards;

function card(ref: string, more: Partial<Card> = {}): Card {
  if (USUAL === undefined) throw new Error('the fake core made no card');
  return { ...USUAL, id: `id-${ref}`, ref, title: `Title ${ref}`, ...more };
}

function drawn(lines: readonly Line[]): string[] {
  return lines.map(({ card, isCovered, heading }) => {
    const head = heading === null ? '' : `[${heading}] `;
    return `${head}${isCovered ? '> ' : ''}${card.ref}`;
  });
}

describe('a lane', () => {
  it('puts what is finished apart', () => {
    const lines = arrange([card('1.1', { isFinished: true }), card('1.2'), card('1.3')], '');

    expect(drawn(lines.open)).toEqual(['1.2', '1.3']);
    expect(drawn(lines.done)).toEqual(['1.1']);
  });

  it('draws what a bundle covers below it, wherever it stands in the list', () => {
    const cards = [
      card('1.1', { coveredBy: '1.9' }),
      card('1.2'),
      card('1.9', { scope: 'bundle' }),
      card('1.3', { coveredBy: '1.9' }),
    ];

    expect(drawn(arrange(cards, '').open)).toEqual(['1.2', '1.9', '> 1.1', '> 1.3']);
  });

  it('draws what is covered by something out of sight as any other', () => {
    expect(drawn(arrange([card('1.1', { coveredBy: '1.9' })], '').open)).toEqual(['1.1']);
  });

  it('has a heading where a section begins, and where it ends', () => {
    const cards = [
      card('1.1'),
      card('1.2', { section: 'Numbers' }),
      card('1.3', { section: 'Numbers' }),
      card('1.4'),
    ];

    expect(drawn(arrange(cards, '').open)).toEqual(['1.1', '[Numbers] 1.2', '1.3', '[] 1.4']);
  });

  it('is narrowed to what holds every word, in title, section, kind or number', () => {
    const cards = [
      card('1.1', { title: 'Read the NOTES', section: 'Before' }),
      card('1.2', { title: 'Write', kindText: 'writing' }),
      card('1.3', { title: '讀訪談筆記' }),
    ];

    expect(drawn(arrange(cards, 'before notes').open)).toEqual(['[Before] 1.1']);
    expect(drawn(arrange(cards, 'writing 1.2').open)).toEqual(['1.2']);
    expect(drawn(arrange(cards, '筆記').open)).toEqual(['1.3']);
    expect(drawn(arrange(cards, '  ').open)).toHaveLength(3);
  });
});

describe('news', () => {
  const board = (cards: Card[]) =>
    ({ me: { cards: [] }, ai: { cards }, dropped: [] }) as unknown as BoardView;

  it('are items that AI delivered or that did not work out, once', () => {
    const before = board([card('1.1', { look: 'working' }), card('1.2', { look: 'in-review' })]);
    const after = board([card('1.1', { look: 'in-review' }), card('1.2', { look: 'in-review' })]);

    expect(news(before, after).map(({ ref }) => ref)).toEqual(['1.1']);
    expect(news(after, after)).toEqual([]);
  });

  it('are not steps on the way, nor items that only now came to AI', () => {
    const before = board([card('1.1', { look: 'queued' })]);
    const after = board([card('1.1', { look: 'working' }), card('1.2', { look: 'failed' })]);

    expect(news(before, after)).toEqual([]);
  });

  it('are not told again for each item of a bundle', () => {
    const covered = { coveredBy: '1.9' };
    const before = board([card('1.9', { look: 'working' }), card('1.1', { look: 'working', ...covered })]);
    const after = board([card('1.9', { look: 'in-review' }), card('1.1', { look: 'in-review', ...covered })]);

    expect(news(before, after).map(({ ref }) => ref)).toEqual(['1.9']);
  });
});

describe('a section', () => {
  it('that says no more than its title has no heading, but ends the one before', () => {
    const cards = [
      card('1.1', { section: 'Before' }),
      card('1.2', { section: '1.1 Create the record', title: 'Create the record' }),
      card('1.3', { section: 'Pricing' }),
    ];

    expect(drawn(arrange(cards, '').open)).toEqual(['[Before] 1.1', '[] 1.2', '[Pricing] 1.3']);
  });
});

describe('a lane that is read again', () => {
  const before = () => [card('1.1', { waitsFor: ['1.3'] }), card('1.2'), card('1.3')];

  it('keeps the lines of the cards that did not change', () => {
    const old = arrange(before(), '');

    const lines = withSame(old, arrange(before().toReversed(), '')).open;

    expect(lines.map((line) => old.open.includes(line))).toEqual([true, true, true]);
    expect(drawn(lines)).toEqual(['1.3', '1.2', '1.1']);
  });

  it('has a new line for a card of which anything changed', () => {
    const old = arrange(before(), '');
    const changes: Partial<Card>[] = [
      { title: 'Another' },
      { waitsFor: [] },
      { estimateMinutes: 7 },
      { section: 'Now' },
    ];

    for (const change of changes) {
      const cards = [{ ...card('1.1', { waitsFor: ['1.3'] }), ...change }];
      const [line] = withSame(old, arrange(cards, '')).open;
      expect(old.open.includes(line as Line), JSON.stringify(change)).toBe(false);
      expect(line?.card).toEqual(cards[0]);
    }
  });
});

describe('a long lane', () => {
  const many = (count: number) =>
    arrange(
      Array.from({ length: count }, (_, at) => card(`1.${at}`)),
      '',
    ).open;

  it('is in groups that together are the lane; a short one is in one', () => {
    const lines = many(1_000);

    const groups = groupsOf(lines);

    expect(groups.flatMap((group) => group.lines)).toEqual(lines);
    expect(groups.length).toBeGreaterThan(20);
    expect(Math.max(...groups.map((group) => group.lines.length))).toBeLessThan(200);
    expect(groupsOf(many(60))).toHaveLength(1);
    expect(groupsOf([])).toEqual([]);
  });

  it('keeps its rows in their groups when one goes', () => {
    const lines = many(500);
    const groupOf = (shown: readonly Line[]) =>
      new Map(groupsOf(shown).flatMap(({ key, lines: inside }) => inside.map((line) => [line.card.id, key])));
    const before = groupOf(lines);

    for (const gone of [3, 250, 499]) {
      const after = groupOf(lines.filter((_, at) => at !== gone));
      const moved = [...after].filter(([id, key]) => before.get(id) !== key);
      // Only where the row that went was the first of a group do the others of that group change theirs.
      const wasFirst = before.get(lines[gone]?.card.id ?? '') === lines[gone]?.card.id;
      if (!wasFirst) expect(moved).toEqual([]);
    }
  });
});
