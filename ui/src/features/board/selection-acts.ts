// What can be done with the selected rows together: the bar at the foot of the board and the palette list the same.
import type { Card } from '../../api/generated';
import type { Command } from '../../lib/command';
import { keyOf } from '../../lib/key-list';
import { isWithAgent } from '../../at-work/work';
import type { Words } from '../../lib/words.svelte';
import type { Ways } from './acts';
import { isMovable, isUntouched } from './arrange';
import type { BoardState } from './board.svelte';

export interface SelectionAct extends Command {
  readonly isPossible: boolean;
}

export function selectionActs(board: BoardState, words: Words, ways: Pick<Ways, 'copy'>): SelectionAct[] {
  const { chosen, commands, selection } = board;
  const movable = chosen.filter(isMovable);
  const toCarry = chosen.filter((card) => !isWithAgent(card));
  const canJoin = chosen.length > 1 && chosen.every(isUntouched);
  const withAll = (command: (cards: readonly Card[]) => Promise<boolean>) => () =>
    void command(chosen).then((happened) => {
      if (happened) selection.clear();
    });
  const act = (id: string, key: string, isPossible: boolean, run: () => void): SelectionAct => ({
    id,
    label: words.say(id),
    ...(key === '' ? {} : { key }),
    isPossible,
    run,
  });
  return [
    act(
      'window-hand-over',
      keyOf('handOver'),
      movable.some((card) => !card.isWithAi),
      withAll((cards) => commands.handOver(cards)),
    ),
    act(
      'window-board-keep',
      keyOf('keep'),
      movable.some((card) => card.isWithAi),
      withAll((cards) => commands.takeBack(cards)),
    ),
    act('window-board-copy-brief', keyOf('copyBrief'), toCarry.length > 0, () =>
      ways.copy(toCarry.map(({ id }) => id)),
    ),
    act(
      'window-board-as-one',
      '',
      canJoin,
      withAll((cards) => commands.handOverAsOne(cards)),
    ),
    act(
      'window-board-merge',
      '',
      canJoin,
      withAll((cards) => commands.merge(cards)),
    ),
    act(
      'window-board-drop',
      keyOf('drop'),
      movable.length > 0,
      withAll((cards) => commands.dropItems(cards)),
    ),
    act('window-board-clear', keyOf('clear'), true, () => selection.clear()),
  ];
}
