import { describe, expect, it } from 'vitest';

import { KEY_GROUPS, keyOf } from '../src/lib/key-list';
import { asksForFilter, pageAction, rowAction, type Pressed } from '../src/lib/keys';
import { LANGUAGES, Words } from '../src/lib/words.svelte';

const PLAIN = {
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

function pressed(code: string, more: Partial<Pressed> = {}): Pressed {
  return { ...PLAIN, code, ...more };
}

describe('keys of a row', () => {
  it('are told apart by their place, whatever letter an input method makes of them', () => {
    expect(rowAction(pressed('KeyA', { keyCode: 65 }))).toBe('handOver');
    expect(rowAction(pressed('KeyM', { keyCode: 77 }))).toBe('keep');
    expect(rowAction(pressed('KeyJ'))).toBe('down');
    expect(rowAction(pressed('ArrowRight'))).toBe('right');
  });

  it('mean nothing while an input method composes', () => {
    expect(rowAction(pressed('KeyA', { isComposing: true }))).toBeNull();
    expect(rowAction(pressed('KeyA', { keyCode: 229 })), 'WebKit says only 229').toBeNull();
  });

  it('mean something else with a modifier, or nothing: Ctrl+A is not a hand-over', () => {
    expect(rowAction(pressed('KeyA', { ctrlKey: true }))).toBe('all');
    expect(rowAction(pressed('KeyA', { metaKey: true }))).toBe('all');
    expect(rowAction(pressed('ArrowUp', { altKey: true }))).toBe('moveUp');
    expect(rowAction(pressed('ArrowDown', { shiftKey: true }))).toBe('extendDown');
    expect(rowAction(pressed('KeyM', { shiftKey: true }))).toBeNull();
    expect(rowAction(pressed('KeyC', { ctrlKey: true })), 'the system copies').toBeNull();
    expect(rowAction(pressed('ArrowUp', { altKey: true, shiftKey: true }))).toBeNull();
  });

  it('without the letters are all the others', () => {
    for (const code of ['KeyA', 'KeyM', 'KeyJ', 'KeyX']) {
      expect(rowAction(pressed(code), 'off'), code).toBeNull();
    }
    expect(rowAction(pressed('Space'), 'off')).toBe('toggle');
    expect(rowAction(pressed('ArrowDown'), 'off')).toBe('down');
    expect(rowAction(pressed('KeyA', { ctrlKey: true }), 'off')).toBe('all');
  });

  it('leave every other key alone', () => {
    for (const code of ['Tab', 'KeyQ', 'F5', 'Digit1', 'toString', '__proto__']) {
      expect(rowAction(pressed(code)), code).toBeNull();
    }
  });
});

describe('the key for the filter', () => {
  it('is the slash alone, and not while an input method composes', () => {
    expect(asksForFilter(pressed('Slash'))).toBe(true);
    expect(asksForFilter(pressed('Slash', { shiftKey: true })), 'the sheet of keys').toBe(false);
    expect(asksForFilter(pressed('Slash', { keyCode: 229 }))).toBe(false);
  });
});

describe('keys of the window', () => {
  it('undo and do again', () => {
    expect(pageAction(pressed('KeyZ', { ctrlKey: true }))).toBe('undo');
    expect(pageAction(pressed('KeyZ', { metaKey: true }))).toBe('undo');
    expect(pageAction(pressed('KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(pageAction(pressed('KeyZ'))).toBeNull();
  });

  it('open a new job with N alone', () => {
    expect(pageAction(pressed('KeyN'))).toBe('newJob');
    expect(pageAction(pressed('KeyN', { ctrlKey: true }))).toBeNull();
    expect(pageAction(pressed('KeyN', { isComposing: true }))).toBeNull();
  });
});

describe('the sheet of keys', () => {
  it('has a line for every key, written as it is pressed', () => {
    const written = KEY_GROUPS.map(({ lines }) => lines.map(({ ways }) => ways));

    expect(written).toEqual([
      [
        ['Ctrl+K', '/'],
        ['N'],
        ['R'],
        ['Ctrl+Z'],
        ['Ctrl+Shift+Z'],
        ['?'],
        ['G T'],
        ['G J'],
        ['G R'],
        ['G I'],
        ['G W'],
        ['Ctrl+Enter'],
        ['Ctrl+Shift+Enter'],
      ],
      [['1'], ['2'], ['3']],
      [
        ['A'],
        ['M'],
        ['D'],
        ['X', 'Space'],
        ['Shift+↑', 'Shift+↓'],
        ['Ctrl+A'],
        ['↑', 'K', '↓', 'J'],
        ['Home', 'End'],
        ['←', '→'],
        ['Alt+↑', 'Alt+↓'],
        ['Enter'],
        ['E'],
        ['T'],
        ['S'],
        ['C'],
        ['Delete'],
        ['Menu', 'Shift+F10'],
        ['Esc'],
        ['/'],
      ],
    ]);
  });

  it('says what each key does in every language', () => {
    const words = new Words();

    for (const language of LANGUAGES) {
      words.language = language;
      for (const { title, lines } of KEY_GROUPS) {
        for (const key of [title, ...lines.map(({ does }) => does)])
          expect(words.has(key), `${language}: ${key}`).toBe(true);
      }
    }
  });

  it('and the menus write a key as it is pressed', () => {
    expect([keyOf('handOver'), keyOf('moveUp'), keyOf('clear'), keyOf('all')]).toEqual([
      'A',
      'Alt+↑',
      'Esc',
      'Ctrl+A',
    ]);
  });
});
