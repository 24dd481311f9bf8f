// The rows of a draft list while the person changes it. What an item depends on is kept by key, since numbers move.
import type { PlanItemView } from '../../api/generated';

/** No item may be longer; only a whole job. The core refuses it too. */
export const MOST_ITEM_MINUTES = 480;

export interface PlanRow {
  /** Stays with the row wherever it goes: the number the core gave it, or the next free one. */
  readonly key: number;
  /** Its `dependsOn` holds keys; its `number` means nothing here. */
  readonly item: PlanItemView;
}

/** As the core made it: keys are the numbers. */
export function rowsOf(items: readonly PlanItemView[]): PlanRow[] {
  return items.map((item) => ({ key: item.number, item }));
}

/** As the core takes it: numbered from 1, dependencies by these numbers, rows without a title left out. */
export function itemsOf(rows: readonly PlanRow[]): PlanItemView[] {
  const kept = rows.filter(({ item }) => item.title.trim() !== '');
  const numbers = new Map(kept.map(({ key }, index) => [key, index + 1]));
  return kept.map(({ item }, index) => ({
    ...item,
    number: index + 1,
    title: item.title.trim(),
    doneWhen: item.doneWhen.map((line) => line.trim()).filter((line) => line !== ''),
    dependsOn: item.dependsOn.flatMap((key) => numbers.get(key) ?? []),
  }));
}

export function nextKey(rows: readonly PlanRow[]): number {
  return rows.reduce((most, { key }) => Math.max(most, key), 0) + 1;
}

/** An empty row, the person's own, after the row `after` or at the end. */
export function added(rows: readonly PlanRow[], after: number | null): PlanRow[] {
  const at = after === null ? rows.length : indexOf(rows, after) + 1;
  const row = { key: nextKey(rows), item: emptyItem() };
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

export function removed(rows: readonly PlanRow[], key: number): PlanRow[] {
  return rows.filter((row) => row.key !== key);
}

/** The row one place up (-1) or down (1). */
export function moved(rows: readonly PlanRow[], key: number, by: -1 | 1): PlanRow[] {
  const at = indexOf(rows, key);
  const row = rows[at];
  const other = rows[at + by];
  if (row === undefined || other === undefined) return [...rows];
  const next = [...rows];
  next[at] = other;
  next[at + by] = row;
  return next;
}

/** Minutes of two items as one. What is done already takes nobody any time. */
function minutesOf(
  a: PlanItemView,
  b: PlanItemView,
): Pick<PlanItemView, 'estimateMinutes' | 'estimateSource'> {
  if (a.done !== b.done) {
    const { estimateMinutes, estimateSource } = a.done ? b : a;
    return { estimateMinutes, estimateSource };
  }
  return {
    estimateMinutes: Math.min(a.estimateMinutes + b.estimateMinutes, MOST_ITEM_MINUTES),
    estimateSource: b.estimateSource === 'rule' ? 'rule' : a.estimateSource,
  };
}

/** The row takes in the one after it, whose title becomes a subitem. */
export function mergedWithNext(rows: readonly PlanRow[], key: number): PlanRow[] {
  const at = indexOf(rows, key);
  const [row, next] = [rows[at], rows[at + 1]];
  if (row === undefined || next === undefined) return [...rows];
  const [a, b] = [row.item, next.item];
  const item: PlanItemView = {
    ...a,
    instructions: [a.instructions, b.instructions].filter((text) => text !== '').join('\n\n'),
    done: a.done && b.done,
    ...minutesOf(a, b),
    doneWhen: unique([...a.doneWhen, ...b.doneWhen]),
    inputs: unique([...a.inputs, ...b.inputs]),
    outputs: unique([...a.outputs, ...b.outputs]),
    dependsOn: unique([...a.dependsOn, ...b.dependsOn]).filter(
      (other) => other !== key && other !== next.key,
    ),
    sourceSpans: [...a.sourceSpans, ...b.sourceSpans],
    subitems: [...a.subitems, { title: b.title, done: b.done, sourceSpans: [] }, ...b.subitems],
  };
  return withDependency(
    rows.flatMap((other) => (other === next ? [] : [other === row ? { key, item } : other])),
    next.key,
    [key],
  );
}

/** The row becomes one row for each of its subitems, its minutes spread over them. */
export function divided(rows: readonly PlanRow[], key: number): PlanRow[] {
  const row = rows[indexOf(rows, key)];
  if (row === undefined || row.item.subitems.length < 2) return [...rows];
  const { item } = row;
  const first = nextKey(rows);
  const minutes = Math.max(1, Math.floor(item.estimateMinutes / item.subitems.length));
  const pieces = item.subitems.map((subitem, index) => ({
    key: first + index,
    item: {
      ...item,
      title: subitem.title,
      done: item.done || subitem.done,
      estimateMinutes: minutes,
      sourceSpans: subitem.sourceSpans,
      subitems: [],
      doneWhen: [],
      outputs: [],
    },
  }));
  return withDependency(
    rows.flatMap((other) => (other === row ? pieces : [other])),
    key,
    pieces.map((piece) => piece.key),
  );
}

/** The rows with what the core guesses anew in those whose minutes the person has not touched. */
export function guessedAnew(rows: readonly PlanRow[], items: readonly PlanItemView[]): PlanRow[] {
  const guesses = new Map(items.map((item) => [item.number, item]));
  return rows.map((row) => {
    const guess = guesses.get(row.key);
    if (guess === undefined || row.item.estimateSource === 'person') return row;
    const { estimateMinutes, estimateSource } = guess;
    return { ...row, item: { ...row.item, estimateMinutes, estimateSource } };
  });
}

/** Whoever needed `gone` first now needs `instead`. */
function withDependency(rows: PlanRow[], gone: number, instead: number[]): PlanRow[] {
  return rows.map(({ key, item }) => ({
    key,
    item: {
      ...item,
      dependsOn: unique(item.dependsOn.flatMap((other) => (other === gone ? instead : [other]))).filter(
        (other) => other !== key,
      ),
    },
  }));
}

function indexOf(rows: readonly PlanRow[], key: number): number {
  return rows.findIndex((row) => row.key === key);
}

function unique<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}

function emptyItem(): PlanItemView {
  return {
    number: 0,
    title: '',
    instructions: '',
    section: '',
    estimateMinutes: 15,
    estimateSource: 'rule',
    estimateText: '',
    kind: '',
    suggested: 'either',
    why: '',
    whyCode: 'nothing_says',
    risk: 'none',
    dependsOn: [],
    doneWhen: [],
    inputs: [],
    outputs: [],
    done: false,
    sourceSpans: [],
    subitems: [],
  };
}
