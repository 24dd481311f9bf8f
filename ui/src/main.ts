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

/** Tells the window that it is not blank. Where nobody looks there are no frames, and none are missed. */
function tellFirstFrame(api: Api): void {
  const tell = () => {
    // The window asks for no answer, and a page that cannot be heard is noticed by its silence.
    api.desk.painted().catch(() => undefined);
  };
  if (document.hidden) tell();
  // The second frame begins when the first is done.
  else requestAnimationFrame(() => requestAnimationFrame(tell));
}

const target = document.getElementById('app');
if (target !== null) {
  const api = await coreApi();
  mount(App, { target, props: { api } });
  tellFirstFrame(api);
}
