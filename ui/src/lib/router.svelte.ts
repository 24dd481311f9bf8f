// Which page is shown, kept in the hash: every page can be linked, restored and opened by a test.

export type Route =
  | { screen: 'jobs' }
  | { screen: 'new' }
  | { screen: 'board'; job: string }
  | { screen: 'settings' }
  | { screen: 'unknown'; hash: string };

/** The page a hash names. No hash is the list of jobs. */
export function routeOf(hash: string): Route {
  const [first, second, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '');
  if (rest.length > 0) return { screen: 'unknown', hash };
  if (first === undefined) return { screen: 'jobs' };
  if (first === 'jobs') return second === undefined ? { screen: 'jobs' } : boardOf(second, hash);
  if (second === undefined && first === 'new') return { screen: 'new' };
  if (second === undefined && first === 'settings') return { screen: 'settings' };
  return { screen: 'unknown', hash };
}

function boardOf(job: string, hash: string): Route {
  return /^\d+$/.test(job) ? { screen: 'board', job } : { screen: 'unknown', hash };
}

/** The hash that names a page: what links point at. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'jobs':
      return '#/jobs';
    case 'new':
      return '#/new';
    case 'board':
      return `#/jobs/${route.job}`;
    case 'settings':
      return '#/settings';
    case 'unknown':
      return route.hash;
  }
}

export class Router {
  route = $state.raw<Route>(routeOf(location.hash));

  /** Follows the hash until the returned function is called. */
  follow(): () => void {
    const read = () => (this.route = routeOf(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }

  go(route: Route): void {
    location.hash = hashOf(route);
  }
}
