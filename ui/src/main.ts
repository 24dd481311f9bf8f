// Starts the pages on the core behind the window; `npm run dev` in a browser starts them on the fake one.
import { mount } from 'svelte';

import App from './App.svelte';
import type { Api } from './api/api';
import { windowApi } from './api/client';
import './styles/tokens.css';
import './styles/base.css';

async function coreApi(): Promise<Api> {
  if (import.meta.env.DEV && !('isTauri' in window)) {
    const { fakeApi } = await import('./api/fake');
    return fakeApi();
  }
  return windowApi();
}

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { api: await coreApi() } });
