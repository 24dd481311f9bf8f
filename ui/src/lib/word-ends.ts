// Where a line of Chinese may end without cutting a word in two. Pure.

const HAN = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The text in parts; together they are the text. Between two parts a line may end; inside one, only at spaces and
 * signs. A word of one letter stays with what is before it: 的 begins no line, and a word that the dictionary does not
 * know, which comes in single letters, is not cut.
 */
export function partsOf(text: string): string[] {
  if (!HAN.test(text)) return [text];
  const parts: string[] = [];
  let wasWord = false;
  for (const { segment, isWordLike: isWord = false } of segmenter.segment(text)) {
    const before = parts.at(-1);
    if (before === undefined || (wasWord && isWord && mayPart(before, segment))) parts.push(segment);
    else parts[parts.length - 1] = before + segment;
    wasWord = isWord;
  }
  return parts;
}

function mayPart(before: string, word: string): boolean {
  return HAN.test(word.charAt(0)) ? word.length > 1 : HAN.test(before.slice(-1));
}
