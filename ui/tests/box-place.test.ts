import { describe, expect, it } from 'vitest';

import { boxPlace } from '../src/shared/box-place';

const ROOM = { innerWidth: 800, innerHeight: 600 };
const BOX = { offsetWidth: 200, offsetHeight: 300 };

function anchor(left: number, top: number, width: number) {
  return { left, top, right: left + width, bottom: top + 28 };
}

describe('a small box', () => {
  it('stands below a button with its right edge on the button’s', () => {
    expect(boxPlace(anchor(500, 100, 28), BOX, ROOM)).toEqual({ left: 328, top: 132 });
  });

  it('stands below a row where the row begins', () => {
    expect(boxPlace(anchor(80, 100, 340), BOX, ROOM)).toEqual({ left: 80, top: 132 });
  });

  it('stands above when there is no room below', () => {
    expect(boxPlace(anchor(500, 400, 28), BOX, ROOM).top).toBe(96);
  });

  it('stays inside the window', () => {
    expect(boxPlace(anchor(0, 100, 28), BOX, ROOM).left).toBe(8);
    expect(boxPlace(anchor(700, 100, 340), BOX, ROOM).left).toBe(592);
    expect(boxPlace(anchor(500, 250, 28), { ...BOX, offsetHeight: 580 }, ROOM).top).toBe(8);
  });
});
