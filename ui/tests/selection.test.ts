import { beforeEach, describe, expect, it } from 'vitest';

import { between, Selection } from '../src/lib/selection.svelte';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

let selection: Selection;

beforeEach(() => {
  selection = new Selection();
});

function selected(): string[] {
  return ROWS.filter((id) => selection.has(id));
}

describe('a selection', () => {
  it('takes rows in and lets them go one by one', () => {
    selection.toggle('b');
    selection.toggle('d');
    expect(selected()).toEqual(['b', 'd']);

    selection.toggle('b');
    expect(selected()).toEqual(['d']);
  });

  it('reaches from the row last toggled, and anew when the end moves', () => {
    selection.toggle('b');

    selection.reach(ROWS, 'b', 'd');
    expect(selected()).toEqual(['b', 'c', 'd']);
    selection.reach(ROWS, 'd', 'a');
    expect(selected(), 'the range turns around where it began').toEqual(['a', 'b']);
  });

  it('reaches from the row in use when nothing was selected', () => {
    selection.reach(ROWS, 'c', 'd');
    expect(selected()).toEqual(['c', 'd']);
  });

  it('begins anew when the row it began at is in the other lane', () => {
    selection.toggle('x');

    selection.reach(ROWS, 'b', 'c');

    expect(selection.ids.all()).toEqual(['b', 'c']);
  });

  it('forgets rows that are not drawn any more', () => {
    selection.choose(['a', 'b', 'c']);

    selection.keep(['c', 'd', 'a']);

    expect(selected()).toEqual(['a', 'c']);
  });
});

describe('the rows between two', () => {
  it('are those from the upper to the lower, whichever comes first', () => {
    expect(between(ROWS, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(between(ROWS, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(between(ROWS, 'c', 'c')).toEqual(['c']);
  });

  it('are only the end when the beginning is not there', () => {
    expect(between(ROWS, 'x', 'c')).toEqual(['c']);
    expect(between(ROWS, 'a', 'x')).toEqual([]);
  });
});
