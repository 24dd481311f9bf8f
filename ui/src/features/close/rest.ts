// What closing a job asks about: the items nobody has finished, and those that are still under way.
import type { BoardView, Card } from '../../api/generated';

/** Codes of the core: AI or the person is in the middle of these. */
const UNDER_WAY: ReadonlySet<string> = new Set(['working', 'waiting', 'in_review']);

export interface RestOfJob {
  /** These need an answer. */
  open: Card[];
  /** These have to be settled first. */
  underWay: Card[];
}

export function restOf(board: BoardView): RestOfJob {
  const own = [...board.me.cards, ...board.ai.cards]
    .filter((card) => card.coveredBy === null && !card.isFinished)
    .sort((a, b) => a.position - b.position);
  return {
    open: own.filter((card) => !UNDER_WAY.has(card.status)),
    underWay: own.filter((card) => UNDER_WAY.has(card.status)),
  };
}
