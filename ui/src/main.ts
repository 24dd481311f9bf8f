// Starts the pages on the core behind the window; `npm run dev` in a browser starts them on the fake one. The ground of
// the window, which index.html holds, is drawn before the pages themselves are read.
import type { Api } from './api/api';
import { windowApi } from './api/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/ground.css';

async function coreApi(): Promise<Api> {
  if (import.meta.env.DEV && !('isTauri' in window)) {
    const { fakeApi } = await import('./api/fake');
    return fakeApi();
  }
  return windowApi();
}

/** The end of the first frame. Where nobody looks there are no frames, and none are waited for. */
function firstFrame(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  // The second frame begins when the first is done.
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

const target = document.getElementById('app');
if (target !== null) {
  const api = await coreApi();
  await firstFrame();
  // Tells the window that it is not blank. It is asked for no answer; a page that cannot be heard is noticed by its silence.
  api.desk.painted().catch(() => undefined);
  const { open } = await import('./open');
  open(target, api);
}
