// How the pages are built and tested. The window serves ui/dist itself, under a policy that allows no inline script
// and no inline style, so nothing may be inlined here.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    // The words stand beside this folder, in ../locales.
    fs: { allow: ['..'] },
  },
  build: {
    target: 'safari17',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // In kB; the pages are read from the program itself, not over a network.
    chunkSizeWarningLimit: 800,
  },
  // Without this, state classes would be tested as a server would run them: without reactions.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
  },
}));
