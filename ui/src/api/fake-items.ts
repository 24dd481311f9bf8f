// FOR TESTS AND `npm run dev` IN A BROWSER ONLY. What the fake core does with items: enough to see the board move.
import type { Card, Commands, Place } from './generated';

/** The part of the fake core that is needed here. */
export interface FakeJob {
  cards: Card[];
}

/** Puts cards of a job in another order; the others keep theirs. */
export function placed(job: FakeJob, ids: readonly string[], place: Place): Card[] {
  const moved = ids.flatMap((id) => job.cards.find((card) => card.id === id) ?? []);
  const others = job.cards.filter((card) => !ids.includes(card.id));
  const at = indexOf(others, place);
  const order = others.toSpliced(at, 0, ...moved);
  return order.map((card, index) => ({ ...card, position: (index + 1) * 1024 }));
}

function indexOf(cards: readonly Card[], place: Place): number {
  if (place.at === 'top') return 0;
  if (place.at === 'end') return cards.length;
  const at = cards.findIndex((card) => card.id === place.item);
  return place.at === 'before' ? at : at + 1;
}

export function finished(card: Card): Card {
  return { ...card, isFinished: true, status: 'done', look: 'done', statusText: 'Done' };
}

export function edited(card: Card, request: Commands['edit_item']['request']): Card {
  const minutes = request.minutes ?? card.estimateMinutes;
  return {
    ...card,
    title: request.title ?? card.title,
    estimateMinutes: minutes,
    estimateText: request.minutes === null ? card.estimateText : `${request.minutes} min`,
    waitsFor: request.after ?? card.waitsFor,
  };
}
