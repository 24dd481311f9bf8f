// The words of the window, from the same files in `locales/` as the terminal's and the reports'.
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Arguments = Readonly<Record<string, string | number>>;

const FILES = import.meta.glob<string>('../../../locales/*/{words,errors,work,window,window-*,desk}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The language a tag means, or null: `zh-TW`, `zh-Hans-CN`, `en_GB.UTF-8`. The core reads tags the same way. */
export function languageOf(tag: string): Language | null {
  const [primary, ...parts] = (tag.split(/[.@]/)[0] ?? '').replaceAll('_', '-').toLowerCase().split('-');
  if (primary === 'en') return 'en';
  if (primary !== 'zh') return null;
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}

export class Words {
  language = $state<Language>('en');
  #bundle = $derived(bundleOf(this.language));

  /** Whether there is a sentence for `key`. */
  has(key: string): boolean {
    return this.#bundle.hasMessage(key);
  }

  /** The sentence for `key`. A key without one reads as itself, so that a fault is seen and nothing is lost. */
  say(key: string, args: Arguments = {}): string {
    const pattern = this.#bundle.getMessage(key)?.value ?? null;
    if (pattern === null) return key;
    // With an array for the faults, Fluent leaves what it cannot fill as its name instead of throwing.
    return this.#bundle.formatPattern(pattern, fluentArguments(args), []);
  }

  /** The sentence for a refused or broken command. */
  sayError(error: { code: string; params: Arguments; because?: string | null }): string {
    const key = `error-${error.code.replaceAll('_', '-')}`;
    if (!this.has(key)) return this.say('window-error-unnamed', { code: error.code });
    const sentence = this.say(key, error.params);
    const why = `runner-${error.because ?? ''}`;
    return this.has(why) ? this.say('label-value', { label: sentence, value: this.say(why) }) : sentence;
  }

  /**
   * What to do about it; empty when there is nothing to say. Most hints name a command of the terminal: here they are
   * said only when something broke and no button of the window would help.
   */
  sayHint(error: { code: string; params: Arguments; kind: string }): string {
    const key = `hint-${error.code.replaceAll('_', '-')}`;
    const hint = this.has(key) ? this.say(key, error.params) : '';
    return hint.includes('`') && error.kind !== 'failed' ? '' : hint.replaceAll('`', '');
  }
}

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache, which nobody watches
const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known !== undefined) return known;
  // Isolation marks would be drawn as boxes by some fonts.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(text));
  }
  bundles.set(language, bundle);
  return bundle;
}

/** Whole numbers choose plural forms and are written as they are; numbers for people come formatted from the core. */
function fluentArguments(args: Arguments): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const isWhole = typeof value === 'number' || /^(0|[1-9]\d{0,8})$/.test(value);
      return [name, isWhole ? new FluentNumber(Number(value), { useGrouping: false }) : value];
    }),
  );
}
