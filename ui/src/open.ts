// Opens the pages on an API.
import { mount } from 'svelte';

import App from './App.svelte';
import type { Api } from './api/api';

export function open(target: HTMLElement, api: Api): void {
  target.replaceChildren();
  mount(App, { target, props: { api } });
}
