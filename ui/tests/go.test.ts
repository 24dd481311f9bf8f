import { describe, expect, it } from 'vitest';

import { GO_MS, GoKeys } from '../src/lib/go';
import type { Pressed } from '../src/lib/keys';

function key(code: string, more: Partial<Pressed> = {}): Pressed {
  const plain = {
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  };
  return { ...plain, code, ...more };
}

describe('G and a letter', () => {
  it('go to a page', () => {
    const go = new GoKeys();

    expect(go.press(key('KeyG'), 0)).toBe('armed');
    expect(go.press(key('KeyR'), GO_MS)).toEqual({ screen: 'review' });
    go.press(key('KeyG'), GO_MS);
    expect(go.press(key('KeyI'), GO_MS)).toEqual({ screen: 'insights' });
  });

  it('are two keys: the letter alone, or long after, is none of ours', () => {
    const go = new GoKeys();

    expect(go.press(key('KeyJ'), 0)).toBe('none');
    go.press(key('KeyG'), 0);
    expect(go.press(key('KeyJ'), GO_MS + 1)).toBe('none');
  });

  it('are forgotten after another key', () => {
    const go = new GoKeys();

    go.press(key('KeyG'), 0);
    expect(go.press(key('KeyX'), 10)).toBe('none');
    expect(go.press(key('KeyT'), 20)).toBe('none');
  });

  it('mean nothing with a modifier or while composing', () => {
    const go = new GoKeys();

    expect(go.press(key('KeyG', { ctrlKey: true }), 0)).toBe('none');
    expect(go.press(key('KeyG', { keyCode: 229 }), 0)).toBe('none');
  });
});
