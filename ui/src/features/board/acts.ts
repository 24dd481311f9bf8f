// What each key does with a row.
import type { Card } from '../../api/generated';
import type { RowAction, Step } from '../../lib/keys';
import { isStoppable, isWithAgent } from '../../at-work/work';
import { isMovable } from './arrange';
import type { BoardState } from './board.svelte';
import { neighbour, shifted } from './rows';

/** What the board cannot do by itself. */
export interface Ways {
  readonly focus: (id: string | null) => void;
  readonly open: (card: Card) => void;
  readonly copy: (items: string[]) => void;
}

/** Keys that change nothing: what is left on a closed job. */
const READING: ReadonlySet<RowAction> = new Set<RowAction>([
  'up',
  'down',
  'left',
  'right',
  'first',
  'last',
  'open',
  'clear',
]);

/** Does what a key asks of a row; false when it means nothing now and belongs to somebody else. */
export function act(board: BoardState, action: RowAction, card: Card, row: Element, ways: Ways): boolean {
  if (board.isReadOnly && !READING.has(action)) return false;
  const { commands, selection } = board;
  const acting = board.acting(card);
  const letGo = (happened: boolean) => {
    if (happened) selection.clear();
  };
  switch (action) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
    case 'first':
    case 'last':
      ways.focus(neighbour(board.rows, card.id, action));
      return true;
    case 'extendUp':
    case 'extendDown':
      extend(board, card, action === 'extendUp' ? 'up' : 'down', ways);
      return true;
    case 'toggle':
      selection.toggle(card.id);
      return true;
    case 'all':
      selection.choose(board.laneOf(card.id));
      return true;
    case 'clear':
      return clear(board);
    case 'open':
      ways.open(card);
      return true;
    case 'handOver':
      void commands.handOver(acting).then(letGo);
      return true;
    case 'keep':
      void commands.takeBack(acting).then(letGo);
      return true;
    case 'done':
      finish(board, card, row);
      return true;
    case 'edit':
      edit(board, card);
      return true;
    case 'timer':
      if (!card.isWithAi && !card.isFinished) void commands.time(card);
      return true;
    case 'stop':
      return stop(board, acting);
    case 'copyBrief':
      ways.copy(acting.filter((one) => !isWithAgent(one)).map(({ id }) => id));
      return true;
    case 'drop':
      void commands.dropItems(acting);
      return true;
    case 'menu':
      board.asking = { what: 'menu', card, anchor: row };
      return true;
    case 'moveUp':
    case 'moveDown':
      shift(board, acting, card, action === 'moveUp' ? 'up' : 'down');
      return true;
  }
}

/** What is under way ends at once; another key would have to be found for a row that has nothing under way. */
function stop(board: BoardState, acting: readonly Card[]): boolean {
  const there = acting.filter(isStoppable);
  for (const card of there) void board.atWork.stop(card);
  return there.length > 0;
}

/** Esc lets go of one thing at a time: the selection first, then the panel. */
function clear(board: BoardState): boolean {
  if (board.selection.ids.size > 0) board.selection.clear();
  else if (board.filter !== '') board.filter = '';
  else if (board.opened.id !== null) board.opened.id = null;
  else return false;
  return true;
}

function extend(board: BoardState, card: Card, step: Step, ways: Ways): void {
  const next = neighbour(board.rows, card.id, step);
  if (next === null) return;
  board.selection.reach(board.laneOf(card.id), card.id, next);
  ways.focus(next);
}

/** Asks how it compares with the estimate, if there is one, and then it is done; what is done becomes open again. */
export function finish(board: BoardState, card: Card, anchor: Element): void {
  if (card.isWithAi || card.coveredBy !== null || board.isReadOnly) return;
  if (card.isFinished) void board.commands.reopen(card);
  else if (card.estimateMinutes === null) void board.commands.finish(card, null);
  else board.asking = { what: 'felt', card, anchor };
}

export function edit(board: BoardState, card: Card): void {
  if (isMovable(card) && !board.isReadOnly) board.editing.id = card.id;
}

/** Moves rows of one lane one place up or down in it. */
export function shift(board: BoardState, acting: readonly Card[], card: Card, by: 'up' | 'down'): void {
  const { open } = board.lines[card.isWithAi ? 'ai' : 'me'];
  const lane = open.filter(({ isCovered }) => !isCovered).map((line) => line.card.id);
  const moved = acting.filter(({ id }) => lane.includes(id));
  const place = shifted(
    lane,
    moved.map(({ id }) => id),
    by,
  );
  if (place !== null) void board.commands.move(moved, place);
}
