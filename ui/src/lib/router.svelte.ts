// Which page is shown, kept in the hash: every page can be linked, restored and opened by a test.

export type Route =
  | { screen: PlainScreen }
  | { screen: 'board' | 'close' | 'result'; job: string }
  | { screen: 'item'; job: string; item: string }
  | { screen: 'experiments' }
  | { screen: 'report'; week: string }
  | { screen: 'unknown'; hash: string };

/** Pages whose hash is their name. */
const PLAIN_SCREENS = [
  'today',
  'jobs',
  'new',
  'review',
  'insights',
  'weekly',
  'templates',
  'activity',
  'settings',
] as const;
export type PlainScreen = (typeof PLAIN_SCREENS)[number];

/** The page a hash names. No hash is today. */
export function routeOf(hash: string): Route {
  const parts = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '');
  return (
    plainOf(parts) ??
    jobPageOf(parts) ??
    experimentsOf(parts) ??
    reportOf(parts) ?? { screen: 'unknown', hash }
  );
}

function plainOf([name, ...rest]: string[]): Route | null {
  if (name === undefined) return { screen: 'today' };
  const screen = PLAIN_SCREENS.find((known) => known === name);
  return screen === undefined || rest.length > 0 ? null : { screen };
}

function jobPageOf([first, job, page, item, ...rest]: string[]): Route | null {
  if (first !== 'jobs' || !isNumber(job) || rest.length > 0) return null;
  if (page === undefined) return { screen: 'board', job };
  if (page === 'items') return isNumber(item) ? { screen: 'item', job, item } : null;
  if (item !== undefined) return null;
  return page === 'close' || page === 'result' ? { screen: page, job } : null;
}

function experimentsOf([first, second, ...rest]: string[]): Route | null {
  const isIt = first === 'insights' && second === 'experiments' && rest.length === 0;
  return isIt ? { screen: 'experiments' } : null;
}

function reportOf([first, week, ...rest]: string[]): Route | null {
  if (first !== 'weekly' || week === undefined || rest.length > 0) return null;
  return /^\d{4}-W\d{2}$/.test(week) ? { screen: 'report', week } : null;
}

function isNumber(part: string | undefined): part is string {
  return part !== undefined && /^\d+$/.test(part);
}

/** The hash that names a page: what links point at. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'board':
      return `#/jobs/${route.job}`;
    case 'close':
    case 'result':
      return `#/jobs/${route.job}/${route.screen}`;
    case 'item':
      return `#/jobs/${route.job}/items/${route.item}`;
    case 'experiments':
      return '#/insights/experiments';
    case 'report':
      return `#/weekly/${route.week}`;
    case 'unknown':
      return route.hash;
    default:
      return `#/${route.screen}`;
  }
}

/** The page of an item, whose reference (`12.3`) names its job too. */
export function itemRoute(ref: string): Route {
  const [job = '', item = ''] = ref.split('.');
  return { screen: 'item', job, item };
}

/** Whether files that are dropped on the page mean a new job. */
export function takesNewJob({ screen }: Route): boolean {
  return ['today', 'new', 'jobs', 'templates'].includes(screen);
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
