// A realistic Wednesday morning: a job in every state an item can be in, a job that is closed, twelve weeks before them.
// Made through the core, hour by hour, as the person would have.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Card } from '../../src/api/generated';
import type { Language } from '../../src/lib/words.svelte';
import { Bridge } from './bridge';
import { environmentOf, runTerminal } from './computer';
import { historyCsv } from './history';
import { BRIDGE, KEPT_RECORDS, REPOSITORY, TERMINAL } from './places';

/** When the record ends and a test begins. */
export const NOW = '2026-11-25T10:30:00+00:00';
/** The number of the job that is closed, and of the one under way; between them are twelve weeks of history. */
export const CLOSED = '1';
export const UNDER_WAY = '38';

/** How the titles of the items begin that are in these states; answers to the first two are prepared in examples/. */
export interface Parts {
  inReview: string;
  accepted: string;
  rejected: string;
  waiting: string;
  queued: string;
  finished: string;
}

export const PARTS: Record<Language, Parts> = {
  en: {
    inReview: 'Put the counts',
    accepted: 'Draft the notice',
    rejected: 'Check the volunteer rota',
    waiting: 'Write half a page',
    queued: 'Send the papers',
    finished: 'Decide which option',
  },
  'zh-Hant': {
    inReview: '把三家遊覽車',
    accepted: '寫一張給家長',
    rejected: '把學生分成八組',
    waiting: '排當天流程',
    queued: '週三中午前',
    finished: '決定用哪一家',
  },
  'zh-Hans': {
    inReview: '把投诉原因',
    accepted: '给客服写三条',
    rejected: '和仓库核对',
    waiting: '写半页结论',
    queued: '周四下班前',
    finished: '最后的建议',
  },
};

const ANSWERS: Record<Language, [string, string]> = {
  en: ['answer-2.md', 'answer-5.md'],
  'zh-Hant': ['answer-1.md', 'answer-3.md'],
  'zh-Hans': ['answer-1.md', 'answer-3.md'],
};

const EARLIER: Record<Language, string> = {
  en: 'Key list for the workshop\n\n- Count the keys (10 min)\n- Write the list (20 min)\n',
  'zh-Hant': '工作坊鑰匙清單\n\n- 清點鑰匙（10 分鐘）\n- 寫成清單（20 分鐘）\n',
  'zh-Hans': '工作坊钥匙清单\n\n- 清点钥匙（10 分钟）\n- 写成清单（20 分钟）\n',
};

const THIN: Record<Language, string> = {
  en: 'Everything can be staffed.',
  'zh-Hant': '都排好了。',
  'zh-Hans': '都核对好了。',
};

/** Gives the data folder `data` the record. It takes seconds to make, so it is made once for what it is made of. */
export async function fillRecord(data: string, lang: Language): Promise<void> {
  const kept = join(KEPT_RECORDS, `${lang}-${ingredients()}`);
  if (!existsSync(kept)) await keep(kept, lang);
  cpSync(kept, data, { recursive: true });
}

/** When what the record is made of was last changed. */
function ingredients(): number {
  const sources = ['record.ts', 'history.ts'].map((name) => join(import.meta.dirname, name));
  return Math.max(...[BRIDGE, TERMINAL, ...sources].map((file) => Math.floor(statSync(file).mtimeMs)));
}

async function keep(kept: string, lang: Language): Promise<void> {
  mkdirSync(KEPT_RECORDS, { recursive: true });
  const folder = mkdtempSync(join(KEPT_RECORDS, 'making-'));
  await closeOneJob(folder, lang);
  await importHistory(folder, lang);
  await workOnAnother(folder, lang);
  try {
    renameSync(folder, kept);
  } catch (thrown) {
    // Another test was faster; its record is as good.
    rmSync(folder, { recursive: true });
    if (!existsSync(kept)) throw thrown;
  }
}

async function closeOneJob(data: string, lang: Language): Promise<void> {
  await at('2026-11-20T09:00:00+00:00', data, lang, async (core) => {
    await core.command('create_job', {
      answer: null,
      text: EARLIER[lang],
      title: null,
      hours: 1,
      workspace: null,
      items: null,
    });
    const items = [`${CLOSED}.2`];
    await core.command('assign_items', { items, to: { who: 'ai' }, ...NOTHING_SAID });
    await answer(core, items, [THIN[lang]]);
    await core.command('review_attempt', {
      item: `${CLOSED}.2`,
      verdict: { verdict: 'accept' },
      reviewMinutes: 2,
    });
  });
  await at('2026-11-20T09:20:00+00:00', data, lang, async (core) => {
    await core.command('finish_item', { item: `${CLOSED}.1`, minutes: 12, felt: 'asThought' });
    await core.command('close_job', { job: CLOSED, rest: 'drop', items: [] });
  });
}

async function importHistory(data: string, lang: Language): Promise<void> {
  const file = join(data, 'history.csv');
  writeFileSync(file, historyCsv(lang));
  const given = ['--data', data, '--now', '2026-11-23T08:30:00+00:00', 'import', '--as', 'history', file];
  const { code, err } = await runTerminal(given, environmentOf(lang, data), data);
  rmSync(file);
  if (code !== 0) throw new Error(`the history was not imported: ${err}`);
}

async function workOnAnother(data: string, lang: Language): Promise<void> {
  let items = PARTS[lang];

  await at('2026-11-25T09:00:00+00:00', data, lang, async (core) => {
    const text = example(lang, 'brief.md');
    const { me } = await core.command('create_job', {
      answer: null,
      text,
      title: null,
      hours: 4,
      workspace: null,
      items: null,
    });
    items = referencesOf(me.cards, items);
    await core.command('guess_share', { job: UNDER_WAY, share: 0.4 });
    const handedOver = [items.inReview, items.accepted, items.rejected];
    await core.command('assign_items', { items: handedOver, to: { who: 'ai' }, ...NOTHING_SAID });
  });
  const { inReview, accepted, rejected, waiting, queued, finished } = items;
  await at('2026-11-25T09:10:00+00:00', data, lang, async (core) => {
    const answers = ANSWERS[lang].map((name) => example(lang, name));
    await answer(core, [inReview, accepted, rejected], [...answers, THIN[lang]]);
  });
  await at('2026-11-25T09:30:00+00:00', data, lang, async (core) => {
    const note = null;
    await core.command('review_attempt', {
      item: accepted,
      verdict: { verdict: 'accept' },
      reviewMinutes: 3,
    });
    await core.command('review_attempt', {
      item: rejected,
      verdict: { verdict: 'reject', reason: 'incomplete', step: null, note, then: 'takeBack' },
      reviewMinutes: 1,
    });
  });
  await at('2026-11-25T10:00:00+00:00', data, lang, async (core) => {
    await core.command('finish_item', { item: finished, minutes: 20, felt: 'longer' });
    await core.command('copy_brief', { items: [waiting] });
    await core.command('assign_items', { items: [queued], to: { who: 'ai' }, ...NOTHING_SAID });
  });
}

/** The numbers of the items with these beginnings. */
function referencesOf(cards: readonly Card[], parts: Parts): Parts {
  const entries = Object.entries(parts).map(([part, begin]) => {
    const card = cards.find(({ title }) => title.startsWith(begin as string));
    if (card === undefined) throw new Error(`no item of the example begins with "${begin}"`);
    return [part, card.ref];
  });
  return Object.fromEntries(entries) as Parts;
}

const NOTHING_SAID = { place: null, guess: null, minutes: null, because: null };

/** Copies one brief for the items and pastes the answers, each under the line that the brief asked for. */
async function answer(core: Bridge, items: string[], answers: string[]): Promise<void> {
  const { text } = await core.command('copy_brief', { items });
  const marks = [...new Set(text.match(/halfday:[0-9A-Z]{8}/g))];
  const pasted = answers.map((body, index) => `${marks[index] ?? ''}\n\n${body}\n`).join('\n');
  await core.command('paste_answer', {
    text: pasted,
    item: null,
    files: [],
    rounds: 1,
    minutes: null,
    unmarked: 'refuse',
  });
}

async function at(
  now: string,
  data: string,
  lang: Language,
  work: (core: Bridge) => Promise<void>,
): Promise<void> {
  const core = new Bridge({ data, now, environment: environmentOf(lang, data) }, () => undefined);
  try {
    await work(core);
  } finally {
    await core.close();
  }
}

function example(lang: Language, name: string): string {
  return readFileSync(join(REPOSITORY, 'examples', lang, name), 'utf8');
}
