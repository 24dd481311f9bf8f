// What all tests share, made once before them: the programs, the built pages on an address, one Chromium.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

import { buildAsShipped } from './build';
import { CHROMIUM, CHROMIUM_FLAGS, PAGES, REPOSITORY, UI } from './places';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the pages are. */
    pages: string;
    /** Where Chromium listens. */
    browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildPrograms();
  await buildAsShipped({
    outDir: PAGES,
    emptyOutDir: true,
    rolldownOptions: { input: join(UI, 'e2e/page/index.html') },
  });
  const pages = await servePages();
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  project.provide('pages', pages.address);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await pages.close();
  };
}

/** Nothing to do, and done in a moment, where ./test has compiled the tests. */
function buildPrograms(): void {
  execFileSync(join(REPOSITORY, 'scripts/programs.sh'), { stdio: 'inherit' });
}

/** Under the policy of the window, so that what it would block is blocked here. */
async function servePages(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await preview({
    root: UI,
    configFile: false,
    logLevel: 'error',
    build: { outDir: PAGES },
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: { 'Content-Security-Policy': windowPolicy() },
    },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the pages are served nowhere');
  return { address: new URL('/e2e/page/', address).href, close: () => server.close() };
}

function windowPolicy(): string {
  const text = readFileSync(join(REPOSITORY, 'src-tauri/tauri.conf.json'), 'utf8');
  const { app } = JSON.parse(text) as { app: { security: { csp: Record<string, string> } } };
  return Object.entries(app.security.csp)
    .map((directive) => directive.join(' '))
    .join('; ');
}
