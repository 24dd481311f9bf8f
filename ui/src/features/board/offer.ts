// What the palette offers while a board is shown: everything the keys and the menu do with the rows in use.
import type { Offer } from '../../lib/command';
import type { Words } from '../../lib/words.svelte';
import type { Ways } from './acts';
import type { BoardState } from './board.svelte';
import { menuOf } from './row-menu';
import { selectionActs } from './selection-acts';

/** About the selected rows, else the row last in use; null when there is neither. */
export function offerOf(board: BoardState, words: Words, ways: Ways): Offer | null {
  const { chosen } = board;
  if (chosen.length > 0 && !board.isReadOnly) {
    const commands = selectionActs(board, words, ways).filter(({ isPossible }) => isPossible);
    return { about: words.say('window-board-selected', { count: chosen.length }), commands };
  }
  const card = board.card(board.used.id ?? '');
  const row = card === null ? null : document.getElementById(`item-${card.id}`);
  if (card === null || row === null) return null;
  const commands = menuOf(board, card, row, words, ways)
    .flat()
    .filter(({ isPossible }) => isPossible)
    .map(({ label, key, run }, at) => ({ id: `row-${at}`, label, ...(key === '' ? {} : { key }), run }));
  return { about: card.title, commands };
}
