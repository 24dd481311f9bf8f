import { expect, it } from 'vitest';

import { piecesOf } from '../src/lib/whole';

function amounts(text: string): string[] {
  return piecesOf(text)
    .filter(({ isAmount }) => isAmount)
    .map((piece) => piece.text);
}

it('a number stays with its unit, in every language', () => {
  const said: Record<string, string[]> = {
    'Of 2 h 45 of work, 55 min came from AI (78%).': ['2 h 45', '55 min'],
    'Saved: 41 min to 1 h': ['41 min', '1 h'],
    '省下：2 小時 2 分鐘～2 小時 13 分鐘': ['2 小時 2 分鐘', '2 小時 13 分鐘'],
    '8 项，3 小时 50 分钟': ['8 项', '3 小时 50 分钟'],
    '4 minutes for 3 sheets': [],
  };

  for (const [text, expected] of Object.entries(said)) expect(amounts(text), text).toEqual(expected);
});

it('the pieces together are the text', () => {
  for (const text of ['', 'none', '30 min', 'a 30 min b 2 h', '先 5 分鐘後']) {
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  }
});
