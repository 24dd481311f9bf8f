// What the menu of a row offers: everything its keys do, for who would rather choose.
import type { Card } from '../../api/generated';
import { keyOf } from '../../lib/key-list';
import type { RowAction } from '../../lib/keys';
import { isStoppable, isWithAgent } from '../../at-work/work';
import type { Words } from '../../lib/words.svelte';
import type { MenuGroups } from '../../shared/menu';
import { act, finish, shift, type Ways } from './acts';
import { isMovable, isUntouched } from './arrange';
import type { BoardState } from './board.svelte';

/** The row's menu. What cannot be done now is there and grey. */
export function menuOf(board: BoardState, card: Card, row: Element, words: Words, ways: Ways): MenuGroups {
  const entry = (word: string, key: string, isPossible: boolean, run: () => void) => ({
    label: words.say(word),
    key,
    isPossible,
    run,
  });
  const doing = (action: RowAction) => () => void act(board, action, card, row, ways);
  const { commands } = board;
  const isChangeable = isMovable(card) && !board.isReadOnly;
  const isMine = isChangeable && !card.isWithAi;
  return [
    [
      entry('window-board-open', keyOf('open'), true, doing('open')),
      card.isWithAi
        ? entry('window-take-back', keyOf('keep'), isChangeable, () => void commands.takeBack([card]))
        : entry('window-hand-over', keyOf('handOver'), isChangeable, () => void commands.handOver([card])),
      entry('window-board-copy-brief', keyOf('copyBrief'), isChangeable && !isWithAgent(card), () =>
        ways.copy([card.id]),
      ),
      entry('window-work-start-now', '', card.isOnHold === true, () => void commands.startNow(card)),
      entry('window-work-stop', keyOf('stop'), isStoppable(card), doing('stop')),
    ],
    [
      entry('window-board-done', keyOf('done'), isMine, () => finish(board, card, row)),
      card.timerStartedAt === null
        ? entry('window-board-timer-start', keyOf('timer'), isMine, doing('timer'))
        : entry('window-board-timer-stop', keyOf('timer'), isMine, doing('timer')),
    ],
    [
      entry('window-board-move-up', keyOf('moveUp'), isChangeable, () => shift(board, [card], card, 'up')),
      entry('window-board-move-down', keyOf('moveDown'), isChangeable, () =>
        shift(board, [card], card, 'down'),
      ),
      entry('window-board-move-top', '', isChangeable, () => void commands.move([card], { at: 'top' })),
    ],
    [
      entry('window-board-edit', keyOf('edit'), isChangeable, doing('edit')),
      entry(
        'window-board-divide',
        '',
        isUntouched(card) && card.subitems > 1,
        () => void commands.divide(card),
      ),
      entry(
        'window-board-wait-for',
        '',
        isChangeable,
        () => (board.asking = { what: 'waits', card, anchor: row }),
      ),
    ],
    [entry('window-board-drop', keyOf('drop'), isChangeable, () => void commands.dropItems([card]))],
  ];
}
