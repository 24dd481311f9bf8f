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

/** How long a window may take to come in sight. One that begins out of sight has no frames, and none are waited for. */
const IN_SIGHT_MS = 500;

/** The window is shown while its page arrives, so it may not be in sight yet. */
function inSight(): Promise<void> {
  return new Promise((done) => {
    document.addEventListener('visibilitychange', () => done(), { once: true });
    setTimeout(done, IN_SIGHT_MS);
  });
}

/** The end of the first frame, if there is one. */
async function firstFrame(): Promise<void> {
  if (document.hidden) await inSight();
  if (document.hidden) return;
  // The second frame begins when the first is done.
  await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
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
