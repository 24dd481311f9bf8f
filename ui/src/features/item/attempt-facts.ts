// What is known of an attempt beside its outcome. An unknown amount is said to be unknown, or left out where nobody could
// know it; never a zero.
import type { AttemptView } from '../../api/generated';
import { grouped } from '../../lib/amounts';
import { elapsedText } from '../../lib/duration';
import { momentText } from '../../lib/moments';
import { CLIPBOARD } from '../../at-work/work';
import type { Words } from '../../lib/words.svelte';
import { whoseName } from './whose';

export function factsOf(words: Words, attempt: AttemptView, now: number): string[] {
  const { agent, chatRounds, endedAt, startedAt, workedMs, steps } = attempt;
  const facts = [whoseName(words, agent), momentText(words.language, endedAt ?? startedAt, now)];
  if (chatRounds !== null) facts.push(words.say(`window-item-rounds-${Math.min(4, chatRounds)}`));
  if (workedMs !== null && (agent !== CLIPBOARD || workedMs >= 60_000)) {
    facts.push(words.say('window-try-took', { time: elapsedText(words.language, workedMs) }));
  }
  if (steps > 0) facts.push(words.say('window-item-steps', { count: steps }));
  // A chat tells nobody what it used, and what is under way has not told yet.
  if (agent === CLIPBOARD || endedAt === null) return facts;
  return [...facts, tokens(words, attempt), cost(words, attempt)];
}

function tokens(words: Words, { tokensIn, tokensOut }: AttemptView): string {
  if (tokensIn === null || tokensOut === null) return words.say('window-try-tokens-unknown');
  return words.say('window-try-tokens', { in: grouped(tokensIn), out: grouped(tokensOut) });
}

function cost(words: Words, { reportedCostNano, computedCostNano }: AttemptView): string {
  if (reportedCostNano !== null) return words.say('window-item-cost', { amount: dollars(reportedCostNano) });
  if (computedCostNano !== null) {
    return words.say('window-item-cost-computed', { amount: dollars(computedCostNano) });
  }
  return words.say('window-try-cost-unknown');
}

/** What is less than a cent is not nothing. */
function dollars(nano: number): string {
  const amount = nano / 1_000_000_000;
  return amount > 0 && amount < 0.01 ? amount.toPrecision(1) : amount.toFixed(2);
}
