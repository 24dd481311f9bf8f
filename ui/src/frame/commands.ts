// What the palette can do from everywhere: go to a page, begin a job, step back.
import type { Command } from '../lib/command';
import type { Session } from '../session.svelte';
import { RAIL } from './pages';

export function commandsOf(session: Session, showKeys: () => void): Command[] {
  const { words, router } = session;
  const keys: Partial<Record<string, string>> = {
    today: 'G T',
    jobs: 'G J',
    review: 'G R',
    insights: 'G I',
    weekly: 'G W',
  };
  const pages = RAIL.map(({ screen, label }): Command => {
    const key = keys[screen];
    const run = () => router.go({ screen });
    return { id: screen, label: words.say(label), run, ...(key === undefined ? {} : { key }) };
  });
  return [
    { id: 'new', label: words.say('window-new-job'), key: 'N', run: () => router.go({ screen: 'new' }) },
    ...pages,
    { id: 'undo', label: words.say('window-undo'), key: 'Ctrl+Z', run: () => void session.undo() },
    { id: 'redo', label: words.say('window-redo'), key: 'Ctrl+Shift+Z', run: () => void session.redo() },
    { id: 'keys', label: words.say('window-keys-title'), key: '?', run: showKeys },
  ];
}
