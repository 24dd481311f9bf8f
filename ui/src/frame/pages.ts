// The pages of the rail, in their order, and which of them another page belongs to.
import Activity from '@lucide/svelte/icons/history';
import Insights from '@lucide/svelte/icons/chart-no-axes-combined';
import Jobs from '@lucide/svelte/icons/list-checks';
import Review from '@lucide/svelte/icons/circle-dot';
import Settings from '@lucide/svelte/icons/settings';
import Templates from '@lucide/svelte/icons/layout-template';
import Today from '@lucide/svelte/icons/sun';
import Weekly from '@lucide/svelte/icons/calendar-range';
import type { Component } from 'svelte';

import type { PlainScreen, Route } from '../lib/router.svelte';

export interface RailPage {
  readonly screen: PlainScreen;
  /** The key of its name. */
  readonly label: string;
  readonly Icon: Component;
}

export const RAIL: readonly RailPage[] = [
  { screen: 'today', label: 'window-nav-today', Icon: Today },
  { screen: 'jobs', label: 'window-nav-jobs', Icon: Jobs },
  { screen: 'review', label: 'window-nav-review', Icon: Review },
  { screen: 'insights', label: 'window-nav-insights', Icon: Insights },
  { screen: 'weekly', label: 'window-nav-weekly', Icon: Weekly },
  { screen: 'templates', label: 'window-nav-templates', Icon: Templates },
  { screen: 'activity', label: 'window-nav-activity', Icon: Activity },
  { screen: 'settings', label: 'window-nav-settings', Icon: Settings },
];

/** The page of the rail that is lit while `route` is shown. */
export function homeOf(route: Route): PlainScreen | null {
  switch (route.screen) {
    case 'board':
    case 'item':
    case 'close':
    case 'result':
      return 'jobs';
    case 'experiments':
      return 'insights';
    case 'report':
      return 'weekly';
    case 'unknown':
    case 'new':
      return null;
    default:
      return route.screen;
  }
}
