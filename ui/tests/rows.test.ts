import { describe, expect, it } from 'vitest';

import { neighbour, tabStop } from '../src/features/board/rows';
import type { RowAction } from '../src/lib/keys';

const ROWS = { me: ['a', 'b', 'c'], ai: ['x', 'y'] };

function check(from: string, action: RowAction, expected: string | null): void {
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
