// What became of items since the board was last read, and is worth hearing: AI delivered, or it did not work out.
// What the person did themselves is said where it is done.
import type { BoardView, Card } from '../../api/generated';

/** Looks that somebody waits for. */
const HEARD: ReadonlySet<string> = new Set([
  'in-review',
  'waiting-question',
  'waiting-permission',
  'waiting-budget',
  'waiting-safety',
  'failed',
  'lost',
]);

/** The cards whose look became one of those, without what is covered: the bundle speaks for it. */
export function news(before: BoardView, after: BoardView): Card[] {
  const looks = new Map(before.ai.cards.map((card) => [card.id, card.look]));
  // What was lost is with the person again.
  return [...after.ai.cards, ...after.me.cards.filter(({ id }) => looks.has(id))].filter(
    (card) =>
      card.coveredBy === null && HEARD.has(card.look) && (looks.get(card.id) ?? card.look) !== card.look,
  );
}
