// What is said of a file that was read as the brief, or that could not be.
import type { CallError } from '../../api/error';
import type { ReadBriefView } from '../../api/generated';
import type { Words } from '../../lib/words.svelte';

/** Encodings a person can choose where the file does not say its own. */
export const ENCODINGS = ['UTF-8', 'Big5', 'GB18030', 'UTF-16LE', 'UTF-16BE', 'windows-1252'] as const;

/** The file's name without its folders, on every system. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function saidOf(words: Words, { name, encoding, isAssumed, left }: ReadBriefView): string {
  const read =
    encoding !== null && isAssumed
      ? words.say('window-new-read-assumed', { name, encoding })
      : words.say('window-new-read', { name });
  if (left.length === 0) return read;
  const names = left.join(words.say('window-list-comma'));
  return `${read} ${words.say('window-new-read-left', { names })}`;
}

/** What to do about it here: the core's advice on encodings and on nothing at all is for the terminal. */
export function whyNot(words: Words, error: CallError): string {
  if (error.code.startsWith('input_encoding_')) return words.say('window-new-encoding-hint');
  return ['input_empty', 'input_blank'].includes(error.code) ? '' : words.sayHint(error);
}
