import { expect, it } from 'vitest';

import { whoseName } from '../src/features/item/whose';
import { Words } from '../src/lib/words.svelte';

it('a chat and the person are named in the language; an agent keeps its own name', () => {
  const words = new Words();
  words.language = 'zh-Hant';

  const names = ['me', 'clipboard', 'scripted'].map((name) => whoseName(words, name));

  expect(names).toEqual(['我', '聊天室（剪貼簿）', 'scripted']);
});
