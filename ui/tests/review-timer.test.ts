import { describe, expect, it } from 'vitest';

import { minutesOf, ReviewTimer } from '../src/features/review/timer';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('the review timer', () => {
  it('counts from the first sign of the person, also while nothing is signed yet', () => {
    const timer = new ReviewTimer();

    timer.sign(5 * MINUTE);

    expect(timer.totalMs(5 * MINUTE + 72 * SECOND)).toBe(72 * SECOND);
  });

  it('leaves out what of a pause goes beyond two minutes', () => {
    const timer = new ReviewTimer();

    timer.sign(0);
    timer.sign(30 * SECOND);
    timer.sign(40 * MINUTE);
    timer.sign(41 * MINUTE);

    // Half a minute, two of the long pause, and one more.
    expect(timer.ms('review', 41 * MINUTE)).toBe(3.5 * MINUTE);
  });

  it('never runs backwards while nobody is there', () => {
    const timer = new ReviewTimer();
    timer.sign(0);

    const shown = [1, 2, 3, 60].map((minutes) => timer.totalMs(minutes * MINUTE));

    expect(shown).toEqual([MINUTE, 2 * MINUTE, 2 * MINUTE, 2 * MINUTE]);
  });

  it('stands still while another deliverable is open', () => {
    const timer = new ReviewTimer();

    timer.sign(0);
    timer.pause(MINUTE);
    timer.sign(10 * MINUTE);

    expect(timer.totalMs(10 * MINUTE)).toBe(MINUTE);
  });

  it('keeps rework apart, and lets it last in another program', () => {
    const timer = new ReviewTimer();

    timer.sign(0);
    timer.beginRework(2 * MINUTE);
    timer.sign(20 * MINUTE);

    expect(timer.ms('review', 20 * MINUTE)).toBe(2 * MINUTE);
    expect(timer.ms('rework', 20 * MINUTE)).toBe(18 * MINUTE);
  });

  it('takes a clock that was set back for no time at all', () => {
    const timer = new ReviewTimer();

    timer.sign(MINUTE);
    timer.sign(0);

    expect(timer.totalMs(0)).toBe(0);
  });

  it('records whole minutes', () => {
    expect([29 * SECOND, 31 * SECOND, 90 * SECOND].map(minutesOf)).toEqual([0, 1, 2]);
  });
});
