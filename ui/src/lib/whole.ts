// Numbers and their units inside a sentence of the core, so that a line never ends between them. Pure.

/** What stays on one line: `2 h 35`, `30 min`, `2 小時 13 分鐘`, `20 分钟`. */
const AMOUNT =
  /\d[\d,.]* (?:h(?: \d+)?|min|s|pts|GB|MB|KB|B)(?![\p{L}\d])|\d[\d,.]* (?:小時|小时)(?: \d+ (?:分鐘|分钟))?|\d[\d,.]* (?:分鐘|分钟|秒|天|個百分點|个百分点|項|项|次|份|條|条|字)/gu;

export interface Piece {
  readonly text: string;
  readonly isAmount: boolean;
}

/** The text in pieces; together they are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: amount, index } of text.matchAll(AMOUNT)) {
    if (index > end) pieces.push({ text: text.slice(end, index), isAmount: false });
    pieces.push({ text: amount, isAmount: true });
    end = index + amount.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isAmount: false });
  return pieces;
}
