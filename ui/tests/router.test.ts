import { describe, expect, it } from 'vitest';

import { hashOf, itemRoute, routeOf, type Route } from '../src/lib/router.svelte';

function check(hash: string, expected: Route): void {
  expect(routeOf(hash)).toEqual(expected);
}

describe('a hash names a page', () => {
  it('no hash is today', () => {
    check('', { screen: 'today' });
    check('#', { screen: 'today' });
    check('#/', { screen: 'today' });
    check('#/jobs/', { screen: 'jobs' });
  });

  it('a job is named by its number, and its pages after it', () => {
    check('#/jobs/12', { screen: 'board', job: '12' });
    check('#/jobs/12/items/3', { screen: 'item', job: '12', item: '3' });
    check('#/jobs/12/close', { screen: 'close', job: '12' });
    check('#/jobs/12/result', { screen: 'result', job: '12' });
  });

  it('a report is named by its week', () => {
    check('#/weekly', { screen: 'weekly' });
    check('#/weekly/2026-W47', { screen: 'report', week: '2026-W47' });
    check('#/weekly/47', { screen: 'unknown', hash: '#/weekly/47' });
  });

  it('the experiments are a part of Insights', () => {
    check('#/insights', { screen: 'insights' });
    check('#/insights/experiments', { screen: 'experiments' });
    check('#/insights/else', { screen: 'unknown', hash: '#/insights/else' });
  });

  it('what is no number is no job', () => {
    check('#/jobs/twelve', { screen: 'unknown', hash: '#/jobs/twelve' });
    check('#/jobs/-1', { screen: 'unknown', hash: '#/jobs/-1' });
    check('#/jobs/%3Cscript%3E', { screen: 'unknown', hash: '#/jobs/%3Cscript%3E' });
  });

  it('what nobody knows keeps its address, so that it can be shown', () => {
    for (const hash of ['#/jobs/12/items', '#/jobs/12/close/now', '#/settings/keys', '#/board', '#/item']) {
      check(hash, { screen: 'unknown', hash });
    }
  });

  it('every page leads back to itself', () => {
    const pages: Route[] = [
      { screen: 'today' },
      { screen: 'jobs' },
      { screen: 'new' },
      { screen: 'review' },
      { screen: 'insights' },
      { screen: 'experiments' },
      { screen: 'weekly' },
      { screen: 'templates' },
      { screen: 'activity' },
      { screen: 'settings' },
      { screen: 'board', job: '7' },
      { screen: 'close', job: '7' },
      { screen: 'result', job: '7' },
      { screen: 'report', week: '2026-W01' },
      itemRoute('7.2'),
      { screen: 'unknown', hash: '#/elsewhere' },
    ];

    for (const page of pages) check(hashOf(page), page);
  });
});
