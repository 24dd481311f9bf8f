// Which icon and colour a state has. The states are the core's codes; their words come finished from there.
import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import Circle from '@lucide/svelte/icons/circle';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Minus from '@lucide/svelte/icons/minus';
import Pause from '@lucide/svelte/icons/pause';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Play from '@lucide/svelte/icons/play';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Square from '@lucide/svelte/icons/square';
import X from '@lucide/svelte/icons/x';
import type { Component } from 'svelte';

export type Tone = 'muted' | 'ai' | 'review' | 'done' | 'failed';
export type Mark = readonly [Component, Tone];

export const MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['open', [Circle, 'muted']],
  ['queued', [Ellipsis, 'muted']],
  ['working', [Play, 'ai']],
  ['waiting-question', [CircleQuestionMark, 'review']],
  ['waiting-permission', [CircleQuestionMark, 'review']],
  ['waiting-paste', [Pause, 'review']],
  ['waiting-budget', [Pause, 'review']],
  ['waiting-limit', [Pause, 'muted']],
  ['waiting-provider', [Pause, 'muted']],
  ['waiting-safety', [CircleQuestionMark, 'review']],
  ['in-review', [CircleDot, 'review']],
  ['done', [Check, 'done']],
  ['accepted', [Check, 'done']],
  ['accepted-after-rework', [RotateCw, 'done']],
  ['rejected', [X, 'failed']],
  ['blocked', [Ban, 'failed']],
  ['failed', [CircleAlert, 'failed']],
  ['stopped', [Square, 'muted']],
  ['lost', [CircleDashed, 'muted']],
  ['dropped', [Minus, 'muted']],
]);

/** Under way, and nothing was heard for a while: the clock of the page says so, not the core. */
const QUIET: Mark = [Hourglass, 'muted'];

/** A newer core may know a state that this window has no picture for; its word still says it. */
export function markOf(look: string): Mark {
  return look === 'quiet' ? QUIET : (MARKS.get(look) ?? [Circle, 'muted']);
}
