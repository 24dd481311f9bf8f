import { expect, it } from 'vitest';

import { partsOf } from '../src/lib/word-ends';

it('a title in Chinese may end its lines between words, never inside one', () => {
  expect(partsOf('遊覽車的報價整理成比較表：總價、每人')).toEqual([
    '遊覽車的',
    '報價',
    '整理成',
    '比較表：總價、每人',
  ]);
  expect(partsOf('访谈报告')).toEqual(['访谈', '报告']);
});

it('numbers, Latin words and signs stay as they are written', () => {
  expect(partsOf('Read notes/3.txt, v1.2')).toEqual(['Read notes/3.txt, v1.2']);
  expect(partsOf('12/3 校外教學').at(0)).toMatch(/^12\/3 /);
});

it.each([
  '排當天流程，7:30 集合到 16:00 回校，上廁所和吃飯的時間要算進去',
  '用 CRM 核對數字',
  '',
  '（草稿）',
])('the parts of “%s” together are the text', (text) => {
  expect(partsOf(text).join('')).toBe(text);
});
