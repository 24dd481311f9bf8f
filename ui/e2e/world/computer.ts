// The person's computer: its language, its time zone, and the terminal program on it.
import { execFile } from 'node:child_process';

import type { Language } from '../../src/lib/words.svelte';
import { TERMINAL } from './places';

/** What Chromium calls the language of such a computer. */
export const LOCALES = { en: 'en-US', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' } as const;
export const ZONE = 'UTC';

/** What a program there finds in its environment: nothing of the computer that runs the tests but its programs. */
export function environmentOf(lang: Language, home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    LANG: `${LOCALES[lang].replace('-', '_')}.UTF-8`,
    TZ: ZONE,
  };
}

/** What the terminal program said. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** The real `halfday`. */
export function runTerminal(given: string[], environment: NodeJS.ProcessEnv, folder: string): Promise<Said> {
  return new Promise((resolve) => {
    execFile(TERMINAL, given, { env: environment, cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
    });
  });
}
