// The pages, built as they are built to be shipped.
import { join } from 'node:path';

import { build, type BuildEnvironmentOptions } from 'vite';

import { UI } from './places';

export async function buildAsShipped(options: BuildEnvironmentOptions): ReturnType<typeof build> {
  const { NODE_ENV } = process.env;
  // vitest says "test", and by that Vite would build for development.
  process.env['NODE_ENV'] = 'production';
  try {
    return await build({
      root: UI,
      configFile: join(UI, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: options,
    });
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
}
