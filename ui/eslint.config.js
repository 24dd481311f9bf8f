// The walls between the folders of the pages, and the usual rules. Who may know whom is said in HOUSE_STYLE's words in
// each message, so that the one who meets it knows what to do instead.
import { readdirSync } from 'node:fs';

import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const tauri = {
  group: ['@tauri-apps/*', '@tauri-apps/**'],
  message: 'Only api/client.ts knows Tauri: call the Api instead.',
};
const features = readdirSync(new URL('./src/features', import.meta.url));

/** The rule for the files of one folder: what they may not import. */
const wall = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Our hashes come from lib/router.svelte.ts; SvelteKit, which this rule is about, is not used.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  wall(['src/**'], [tauri], ['src/api/client.ts']),
  wall(
    ['src/shared/**', 'src/lib/**'],
    [
      tauri,
      {
        regex: '/(features|api)(/|$)',
        message: 'shared/ and lib/ know no domain: take it as an argument or a property.',
      },
    ],
    ['src/lib/session.ts'],
  ),
  wall(
    ['src/at-work/**'],
    [
      tauri,
      { regex: '/features(/|$)', message: 'What screens show alike does not know which screen it is on.' },
    ],
  ),
  wall(
    ['src/api/**'],
    [tauri, { regex: '/(features|shared)(/|$)', message: 'The contract does not know who uses it.' }],
    ['src/api/client.ts'],
  ),
  ...features.map((feature) =>
    wall(
      [`src/features/${feature}/**`],
      [
        tauri,
        {
          regex: features
            .filter((other) => other !== feature)
            .map((other) => `/${other}/`)
            .join('|'),
          message: 'Features do not import each other: what two of them need belongs in shared/ or lib/.',
        },
        { regex: '/api/client', message: 'Take the Api from the session, so that tests can give another.' },
      ],
    ),
  ),
);
