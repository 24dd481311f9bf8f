import { describe, expect, it } from 'vitest';

import { hashOf, routeOf, type Route } from '../src/lib/router.svelte';

function check(hash: string, expected: Route): void {
  expect(routeOf(hash)).toEqual(expected);
}

describe('a hash names a page', () => {
  it('no hash is the list of jobs', () => {
    check('', { screen: 'jobs' });
    check('#', { screen: 'jobs' });
    check('#/', { screen: 'jobs' });
    check('#/jobs/', { screen: 'jobs' });
  });

  it('a job is named by its number', () => {
    check('#/jobs/12', { screen: 'board', job: '12' });
  });

  it('what is no number is no job', () => {
    check('#/jobs/twelve', { screen: 'unknown', hash: '#/jobs/twelve' });
    check('#/jobs/-1', { screen: 'unknown', hash: '#/jobs/-1' });
    check('#/jobs/%3Cscript%3E', { screen: 'unknown', hash: '#/jobs/%3Cscript%3E' });
  });

  it('what nobody knows keeps its address, so that it can be shown', () => {
    check('#/jobs/12/items', { screen: 'unknown', hash: '#/jobs/12/items' });
    check('#/settings/keys', { screen: 'unknown', hash: '#/settings/keys' });
  });

  it('every page leads back to itself', () => {
    const pages: Route[] = [
      { screen: 'jobs' },
      { screen: 'new' },
      { screen: 'settings' },
      { screen: 'board', job: '7' },
      { screen: 'unknown', hash: '#/elsewhere' },
    ];

    for (const page of pages) check(hashOf(page), page);
  });
});
