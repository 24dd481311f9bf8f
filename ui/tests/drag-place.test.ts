import { describe, expect, it } from 'vitest';

import { isBeyondThreshold, orderAfter, rowsBefore, scrollSpeed } from '../src/lib/drag-place';

describe('pressing', () => {
  it('becomes dragging after six pixels in any direction', () => {
    const from = { x: 100, y: 100 };
    expect(isBeyondThreshold(from, { x: 103, y: 104 })).toBe(false);
    expect(isBeyondThreshold(from, { x: 100, y: 106 })).toBe(true);
    expect(isBeyondThreshold(from, { x: 95, y: 96 })).toBe(true);
  });
});

describe('the place in a lane', () => {
  /** Rows of 60 pixels with 8 between them, the first at 100. */
  const span = (index: number) => ({ top: 100 + index * 68, bottom: 160 + index * 68 });

  it('is before the first row whose middle is below the pointer', () => {
    const places: [number, number][] = [
      [0, 0],
      [129, 0],
      [131, 1],
      [165, 1],
      [199, 2],
      [9_999, 3],
    ];

    for (const [y, before] of places) expect(rowsBefore(y, 3, span), `at ${y}`).toBe(before);
    expect(rowsBefore(120, 0, span), 'an empty lane').toBe(0);
  });

  it('is found in a thousand rows by measuring ten', () => {
    let measured = 0;
    const counting = (index: number) => {
      measured += 1;
      return span(index);
    };

    expect(rowsBefore(100 + 700 * 68, 1_000, counting)).toBe(700);
    expect(measured).toBeLessThanOrEqual(10);
  });
});

describe('near an edge', () => {
  const list = { top: 100, bottom: 600 };

  it('the list scrolls, the faster the nearer', () => {
    expect(scrollSpeed(350, list)).toBe(0);
    expect(scrollSpeed(140, list)).toBe(0);
    expect(scrollSpeed(130, list)).toBeLessThan(0);
    expect(scrollSpeed(110, list)).toBeLessThan(scrollSpeed(130, list));
    expect(scrollSpeed(590, list)).toBeGreaterThan(scrollSpeed(570, list));
  });

  it('and not faster beyond it', () => {
    expect(scrollSpeed(-500, list)).toBe(scrollSpeed(100, list));
    expect(scrollSpeed(5_000, list)).toBe(scrollSpeed(600, list));
  });
});

describe('the order after a drop', () => {
  const order = ['a', 'b', 'c', 'd'];

  it('has what was dragged before the row, in the order it was dragged', () => {
    expect(orderAfter(order, ['d', 'a'], 'c')).toEqual(['b', 'd', 'a', 'c']);
    expect(orderAfter(order, ['x', 'y'], 'a')).toEqual(['x', 'y', 'a', 'b', 'c', 'd']);
    expect(orderAfter(order, ['a'], null)).toEqual(['b', 'c', 'd', 'a']);
  });

  it('does not change when it lands where it was', () => {
    expect(orderAfter(order, ['b'], 'b')).toEqual(order);
    expect(orderAfter(order, ['b'], 'c')).toEqual(order);
    expect(orderAfter(order, ['b', 'c'], 'c')).toEqual(order);
    expect(orderAfter(order, ['c', 'd'], 'd')).toEqual(order);
  });
});
