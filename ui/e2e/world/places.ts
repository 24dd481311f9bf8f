// Where things are, and how Chromium is started.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const UI = resolve(import.meta.dirname, '../..');
export const REPOSITORY = resolve(UI, '..');
/** The pages as the tests see them; out of the way of what looks for changed sources. */
export const PAGES = join(UI, 'node_modules/.e2e-pages');
export const KEPT_RECORDS = join(UI, 'node_modules/.e2e-records');

const built = join(process.env['CARGO_TARGET_DIR'] ?? join(REPOSITORY, 'target'), 'debug');
export const BRIDGE = join(built, 'examples/bridge');
export const TERMINAL = join(built, 'halfday');

/** The system's: none is ever downloaded. The last is what Ubuntu has. */
export const CHROMIUM =
  process.env['HALFDAY_CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium';
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
