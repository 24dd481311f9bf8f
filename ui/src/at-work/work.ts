// How an item stands that a program works on, at this moment: what the core said of it, and the clock. Pure.
import type { AgentView, AnswerCode, Card, QuestionView } from '../api/generated';

/** The agent that is the person with any chat. */
export const CLIPBOARD = 'clipboard';

/** Can be given work and works by itself: no person with a chat, and not a name of an imported record. */
export function isProgram({ way }: Pick<AgentView, 'way'>): boolean {
  return way !== CLIPBOARD && way !== 'imported';
}

/** Something is under way, and a stop would end it. */
interface UnderWay {
  readonly stepText: string | null;
  readonly steps: number;
  /** Since something was heard last. */
  readonly seconds: number;
}

export type Work =
  | { readonly is: 'starting'; readonly seconds: number }
  | { readonly is: 'held'; readonly why: string }
  | { readonly is: 'asks'; readonly question: QuestionView }
  | { readonly is: 'stopping' }
  /** It waits for the provider by itself; nobody is needed. */
  | { readonly is: 'parked' }
  | ({ readonly is: 'working' | 'quiet' } & UnderWay)
  | { readonly is: 'failed' };

/** `now` is asked only where the time matters, so that a clock that ticks wakes nobody else. */
export function workOf(card: Card, now: () => number): Work | null {
  if (card.coveredBy !== null) return null;
  const { underWay, startsAt, heldText } = card;
  if (underWay) {
    if (underWay.isStopping) return { is: 'stopping' };
    if (underWay.question !== null) return { is: 'asks', question: underWay.question };
    if (card.status === 'waiting') return { is: 'parked' };
    const at = now();
    const seconds = Math.max(0, Math.floor((at - underWay.lastEventAt) / 1_000));
    const { stepText, steps } = underWay;
    return { is: at < underWay.quietAt ? 'working' : 'quiet', stepText, steps, seconds };
  }
  if (card.status === 'queued' && isWithAgent(card)) {
    if (typeof heldText === 'string') return { is: 'held', why: heldText };
    const left = typeof startsAt === 'number' ? startsAt - now() : 0;
    return left > 0 ? { is: 'starting', seconds: Math.ceil(left / 1_000) } : null;
  }
  return card.look === 'failed' && card.status === 'blocked' && isWithAgent(card) ? { is: 'failed' } : null;
}

/** A program has it, not the person with a chat. */
export function isWithAgent(card: Card): boolean {
  return card.isWithAi && card.assignee !== CLIPBOARD;
}

/** What a stop would end. */
export function isStoppable(card: Card): boolean {
  return isGoingOn(card) && card.underWay?.isStopping !== true && card.coveredBy === null;
}

/** The core says nothing while it goes on; who shows it asks again by itself. */
export function isGoingOn({ underWay }: Card): boolean {
  return typeof underWay === 'object' && underWay !== null;
}

/** Icon and words of the state: what the core said, or what the clock adds to it. */
export function lookOf(card: Card, work: Work | null): { look: string; key: string | null } {
  if (work?.is === 'quiet') return { look: 'quiet', key: 'status-quiet' };
  if (work?.is === 'stopping') return { look: 'stopped', key: 'window-work-stopping' };
  return { look: card.look, key: null };
}

/** The answer as the core takes it. */
export const ANSWERS: Record<AnswerCode, string> = {
  goOn: 'go_on',
  stop: 'stop',
  allowOnce: 'allow_once',
  allowAlways: 'allow_always',
  refuse: 'refuse',
};

/** Why somebody stops what AI does. */
export const STOP_REASONS = ['going_wrong', 'changed_mind'] as const;
export type StopReason = (typeof STOP_REASONS)[number];
