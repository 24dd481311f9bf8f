// Who does an item or made an attempt, as people say it.
import type { Words } from '../../lib/words.svelte';

/** `name` as the core knows it: `me`, `clipboard`, or that of an agent, which is its own. */
export function whoseName(words: Words, name: string): string {
  if (name === 'me') return words.say('window-board-me');
  if (name === 'clipboard') return words.say('window-item-who-clipboard');
  return name;
}
