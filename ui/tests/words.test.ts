import { describe, expect, it } from 'vitest';

import pages from '../../locales/en/window-pages.ftl?raw';
import english from '../../locales/en/window.ftl?raw';
import { LANGUAGES, languageOf, Words, type Language } from '../src/lib/words.svelte';

function wordsIn(language: Language): Words {
  const words = new Words();
  words.language = language;
  return words;
}

describe('the words of the window', () => {
  it('come in three languages and change without a restart', () => {
    const words = wordsIn('en');
    expect(words.say('window-hand-over')).toBe('Hand over to AI');

    words.language = 'zh-Hant';
    expect(words.say('window-hand-over')).toBe('交給 AI');

    words.language = 'zh-Hans';
    expect(words.say('window-hand-over')).toBe('交给 AI');
  });

  it('choose the plural by the number', () => {
    expect(wordsIn('en').say('window-handed-over', { count: 1 })).toBe('1 item handed to AI');
    expect(wordsIn('en').say('window-handed-over', { count: 2 })).toBe('2 items handed to AI');
    expect(wordsIn('zh-Hant').say('window-handed-over', { count: 2 })).toBe('已把 2 項交給 AI');
  });

  it('write no marks around what is filled in, and no separators into numbers', () => {
    expect(wordsIn('en').say('window-jobs-progress', { finished: 1234, items: '5678' })).toBe(
      '1234 of 5678 finished',
    );
  });

  it('leave a key nobody knows as it is', () => {
    expect(wordsIn('en').say('window-of-opportunity')).toBe('window-of-opportunity');
  });

  it('have a sentence for the error of a command, with its parameters', () => {
    const sentence = wordsIn('en').sayError({ code: 'job_not_found', params: { job: '99' } });
    expect(sentence).toContain('99');
    expect(sentence).not.toContain('job_not_found');
  });

  it('hint at a command of the terminal only when something broke', () => {
    const words = wordsIn('en');
    expect(words.sayHint({ code: 'nothing_to_undo', params: {}, kind: 'refused' })).toBe('');
    expect(words.sayHint({ code: 'changed_meanwhile', params: {}, kind: 'refused' })).not.toBe('');
    expect(words.sayHint({ code: 'database_damaged', params: {}, kind: 'failed' })).toContain('halfday');
    expect(words.sayHint({ code: 'moon_too_far', params: {}, kind: 'failed' })).toBe('');
  });

  it('say at least the code of an error nobody has a sentence for', () => {
    expect(wordsIn('en').sayError({ code: 'moon_too_far', params: {} })).toBe(
      'That did not work (moon_too_far).',
    );
  });

  it('are there for every key the pages name, in every language', () => {
    const sources = import.meta.glob<string>('../src/**/*.{svelte,ts}', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const keys = Object.values(sources).flatMap((source) => source.match(/'(window|app)-[a-z-]+'/g) ?? []);
    expect(keys.length).toBeGreaterThan(40);

    for (const language of LANGUAGES) {
      const words = wordsIn(language);
      const missing = keys.map((key) => key.slice(1, -1)).filter((key) => !words.has(key));
      expect(missing, language).toEqual([]);
    }
  });

  it('are all used: a sentence without a reader is deleted', () => {
    const sources = import.meta.glob<string>(['../src/**/*.{svelte,ts}', '../../src-tauri/src/**/*.rs'], {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const code = Object.values(sources).join('\n');
    const keys = [...`${english}\n${pages}`.matchAll(/^(window-[\w-]+) =/gm)].map((match) => match[1] ?? '');
    // The last part of these is a code, a language, a side or a group: `window-theme-${theme}`.
    const built = /^window-(key-go|theme|language|board-(me|ai)|rest|origin|palette)/;

    expect(keys.filter((key) => !built.test(key) && !code.includes(key))).toEqual([]);
  });
});

describe('a tag of the system', () => {
  it('finds its language, as the core reads it', () => {
    const expected: [string, Language | null][] = [
      ['en-US', 'en'],
      ['en', 'en'],
      ['zh-TW', 'zh-Hant'],
      ['zh-Hant-HK', 'zh-Hant'],
      ['zh_TW.UTF-8', 'zh-Hant'],
      ['zh-CN', 'zh-Hans'],
      ['zh', 'zh-Hans'],
      ['de-DE', null],
      ['C', null],
      ['', null],
    ];

    for (const [tag, language] of expected) expect(languageOf(tag), tag).toBe(language);
  });
});
