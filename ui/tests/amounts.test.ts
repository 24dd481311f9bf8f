import { describe, expect, it } from 'vitest';

import { clockText, grouped, sizeText } from '../src/lib/amounts';
import { momentText } from '../src/lib/moments';

describe('amounts', () => {
  it('are grouped by thousands', () => {
    expect([7, 999, 1240, 1_234_567].map(grouped)).toEqual(['7', '999', '1,240', '1,234,567']);
  });

  it('of bytes have one digit behind the point while they are small', () => {
    const texts = [512, 1300, 54_000, 3_500_000].map(sizeText);

    expect(texts).toEqual(['512\u00a0B', '1.3\u00a0KB', '53\u00a0KB', '3.3\u00a0MB']);
  });

  it('of a running clock show hours only when there are some', () => {
    expect([0, 72_900, 3_723_000].map(clockText)).toEqual(['0:00', '1:12', '1:02:03']);
  });
});

describe('a moment', () => {
  const now = new Date(2026, 10, 23, 15, 0).getTime();

  it('of today is a time', () => {
    expect(momentText('en', new Date(2026, 10, 23, 9, 5).getTime(), now)).toBe('09:05');
  });

  it('of another day has its date, and of another year that too', () => {
    const [lastWeek, lastYear] = [new Date(2026, 10, 16, 10, 38), new Date(2025, 0, 2, 10, 38)];

    expect(momentText('en', lastWeek.getTime(), now)).toBe('16 Nov 10:38');
    expect(momentText('en', lastYear.getTime(), now)).toBe('2 Jan 2025 10:38');
    expect(momentText('zh-Hant', lastYear.getTime(), now)).toBe('2025 年 1 月 2 日 10:38');
  });
});
