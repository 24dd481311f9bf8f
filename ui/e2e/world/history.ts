// Twelve weeks of somebody's record, as `halfday import --as history` reads it.
import type { Language } from '../../src/lib/words.svelte';

const HEAD =
  'date,job,title,kind,agent,estimate_minutes,verdict,rounds,rework_minutes,review_minutes,brief_minutes,own_minutes,cost_usd,template';

interface Chore {
  kind: string;
  minutes: number;
  /** One letter a week: a(ccepted), r(eworked), x (rejected), m(e). Long and delicate work came back wrong more often. */
  weeks: string;
  title: Record<Language, string>;
}

const CHORES: Chore[] = [
  {
    kind: 'summarise',
    minutes: 15,
    weeks: 'maamaaaraaaa',
    title: { en: 'Summarise the minutes', 'zh-Hant': '整理會議重點', 'zh-Hans': '整理会议要点' },
  },
  {
    kind: 'message',
    minutes: 10,
    weeks: 'aaraaaaaaaaa',
    title: { en: 'Draft the reply', 'zh-Hant': '寫回信草稿', 'zh-Hans': '写回信草稿' },
  },
  {
    kind: 'extract',
    minutes: 30,
    weeks: 'mxarmaaraaaa',
    title: {
      en: 'Put the figures into a table',
      'zh-Hant': '把數字整理成表格',
      'zh-Hans': '把数字整理成表格',
    },
  },
  {
    kind: 'write',
    minutes: 60,
    weeks: 'mmxxrxmaxrar',
    title: { en: 'Write the monthly report', 'zh-Hant': '寫月報', 'zh-Hans': '写月报' },
  },
  {
    kind: 'analyse',
    minutes: 90,
    weeks: 'mmmxxmxmxxrx',
    title: { en: 'Compare the offers', 'zh-Hant': '比較報價', 'zh-Hans': '比较报价' },
  },
  {
    kind: 'decide',
    minutes: 20,
    weeks: 'mmmmmmmmmmmm',
    title: { en: 'Decide what we recommend', 'zh-Hant': '決定建議內容', 'zh-Hans': '决定建议内容' },
  },
];

/** Three jobs a week, two chores in each. */
const JOBS: Record<Language, [string, string, string]> = {
  en: ['Weekly meeting', 'Members’ letters', 'Monthly numbers'],
  'zh-Hant': ['每週例會', '會員來信', '每月數字'],
  'zh-Hans': ['每周例会', '会员来信', '每月数字'],
};

const FIRST_TUESDAY = Date.UTC(2026, 8, 1);
const WEEK_MS = 7 * 24 * 3600 * 1000;

export function historyCsv(lang: Language): string {
  const rows = CHORES.flatMap((chore, index) => {
    const job = JOBS[lang][index % 3] ?? '';
    return [...chore.weeks].map((letter, week) => row(chore, letter, week, job, lang));
  });
  return `${[HEAD, ...rows].join('\n')}\n`;
}

function row(
  { kind, minutes, title }: Chore,
  letter: string,
  week: number,
  job: string,
  lang: Language,
): string {
  const date = new Date(FIRST_TUESDAY + week * WEEK_MS).toISOString().slice(0, 10);
  const begin = [date, job, title[lang], kind];
  switch (letter) {
    case 'm':
      return [...begin, 'me', minutes, '', '', '', '', '', minutes + 5, '', ''].join(',');
    case 'a':
      return [...begin, 'chat', minutes, 'accepted', 1, '', 2, 1, '', '', ''].join(',');
    case 'r':
      return [...begin, 'chat', minutes, 'accepted_after_rework', 2, 6, 3, 1, '', '', ''].join(',');
    default:
      return [...begin, 'chat', minutes, 'rejected:invented', 1, '', 4, 1, '', '', ''].join(',');
  }
}
