import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Announcer, PAUSE_MS } from '../src/lib/announce.svelte';

let announcer: Announcer;

beforeEach(() => {
  vi.useFakeTimers();
  announcer = new Announcer();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a screen reader hears', () => {
  it('is the first line at once and the next ones together, five seconds later', () => {
    announcer.say('One.');
    announcer.say('Two.');
    announcer.say('Three.');
    expect(announcer.polite).toBe('One.');

    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(announcer.polite).toBe('One.');
    vi.advanceTimersByTime(1);
    expect(announcer.polite).toBe('Two. Three.');
  });

  it('is no more often than every five seconds afterwards either', () => {
    announcer.say('One.');
    announcer.say('Two.');
    vi.advanceTimersByTime(PAUSE_MS);
    announcer.say('Three.');
    expect(announcer.polite).toBe('Two.');

    vi.advanceTimersByTime(PAUSE_MS);
    expect(announcer.polite).toBe('Three.');
  });

  it('is heard again when the same happens again', () => {
    announcer.say('1 item handed to AI');
    vi.advanceTimersByTime(PAUSE_MS);
    const before = announcer.polite;

    announcer.say('1 item handed to AI');

    expect(announcer.polite).not.toBe(before);
    expect(announcer.polite.trim()).toBe('1 item handed to AI');
  });

  it('is the last few when much happens, each of them once', () => {
    announcer.say('0');
    for (const text of ['1', '2', '3', '2', '4', '5']) announcer.say(text);

    vi.advanceTimersByTime(PAUSE_MS);

    expect(announcer.polite).toBe('3 2 4 5');
  });

  it('is an error of the own command without waiting', () => {
    announcer.say('One.');
    announcer.alarm('Not now.');

    expect(announcer.urgent).toBe('Not now.');
    expect(announcer.polite).toBe('One.');
  });
});
