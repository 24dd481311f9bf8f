import { describe, expect, it } from 'vitest';

import { heir, neighbour, shifted, tabStop } from '../src/features/board/rows';
import type { Step } from '../src/lib/keys';

const ROWS = { me: ['a', 'b', 'c'], ai: ['x', 'y'] };

function check(from: string, action: Step, expected: string | null): void {
  expect(neighbour(ROWS, from, action), `${action} from ${from}`).toBe(expected);
}

describe('the focus goes', () => {
  it('up and down inside a lane and stops at its ends', () => {
    check('a', 'down', 'b');
    check('b', 'up', 'a');
    check('a', 'up', null);
    check('c', 'down', null);
    check('b', 'first', 'a');
    check('x', 'last', 'y');
  });

  it('sideways to the row at the same height, or to the last of a shorter lane', () => {
    check('a', 'right', 'x');
    check('c', 'right', 'y');
    check('y', 'left', 'b');
    check('a', 'left', null);
    check('x', 'right', null);
  });

  it('nowhere when the other lane is empty or the row is gone', () => {
    expect(neighbour({ me: ['a'], ai: [] }, 'a', 'right')).toBeNull();
    expect(neighbour(ROWS, 'gone', 'down')).toBeNull();
  });
});

describe('Tab reaches one row of a lane', () => {
  it('the one last in use, else the first', () => {
    expect(tabStop(ROWS.me, 'b')).toBe('b');
    expect(tabStop(ROWS.me, 'x')).toBe('a');
    expect(tabStop(ROWS.me, null)).toBe('a');
    expect(tabStop([], 'a')).toBeNull();
  });
});

describe('after a row went away the focus goes', () => {
  it('to the next row that is still there, else to the one before, else nowhere', () => {
    expect(heir(['a', 'b', 'c'], 'b', new Set(['a', 'c']))).toBe('c');
    expect(heir(['a', 'b', 'c'], 'a', new Set(['c'])), 'two went').toBe('c');
    expect(heir(['a', 'b', 'c'], 'c', new Set(['a', 'b']))).toBe('b');
    expect(heir(['a'], 'a', new Set())).toBeNull();
  });
});

describe('rows go up and down', () => {
  it('past their neighbour, several of them together', () => {
    expect(shifted(['a', 'b', 'c'], ['b'], 'up')).toEqual({ at: 'before', item: 'a' });
    expect(shifted(['a', 'b', 'c'], ['b'], 'down')).toEqual({ at: 'after', item: 'c' });
    expect(shifted(['a', 'b', 'c', 'd'], ['b', 'c'], 'down')).toEqual({ at: 'after', item: 'd' });
  });

  it('nowhere at the ends of the lane, or out of it', () => {
    expect(shifted(['a', 'b'], ['a'], 'up')).toBeNull();
    expect(shifted(['a', 'b'], ['b'], 'down')).toBeNull();
    expect(shifted(['a', 'b'], ['x'], 'up')).toBeNull();
  });
});
