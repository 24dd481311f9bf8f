// Every screen there is, and how a person gets there: what the checks look at and what is photographed. A new screen
// is a new line here; nothing else has to know.
import { join } from 'node:path';

import type { Language } from '../src/lib/words.svelte';
import { FOUND } from './at-work';
import { dressAttempts, dressEvidence, dressJob } from './dressed';
import { REPOSITORY } from './world/places';
import { CLOSED, type Parts, PARTS, UNDER_WAY } from './world/record';
import type { World } from './world/world';

export interface Screen {
  name: string;
  /** The folder it begins with: the realistic record, or nothing yet. */
  folder: 'record' | 'empty';
  reach: (desk: World) => Promise<void>;
}

export const SCREENS: readonly Screen[] = [
  { name: 'today-first-run', folder: 'empty', reach: (desk) => desk.go('#/today') },
  { name: 'today', folder: 'record', reach: (desk) => desk.go('#/today') },
  { name: 'today-failed', folder: 'record', reach: todayFailed },
  { name: 'jobs-first-run', folder: 'empty', reach: (desk) => desk.go('#/jobs') },
  { name: 'jobs', folder: 'record', reach: (desk) => desk.go('#/jobs') },
  { name: 'jobs-failed', folder: 'record', reach: failed },
  { name: 'new-paste', folder: 'record', reach: (desk) => desk.go('#/new') },
  { name: 'new-encoding', folder: 'record', reach: encoding },
  { name: 'new-draft', folder: 'record', reach: draft },
  { name: 'new-draft-details', folder: 'record', reach: draftDetails },
  { name: 'new-draft-by-ai', folder: 'record', reach: draftByAi },
  { name: 'new-by-chat', folder: 'record', reach: byChat },
  { name: 'close', folder: 'record', reach: (desk) => desk.go(`#/jobs/${UNDER_WAY}/close`) },
  { name: 'result', folder: 'record', reach: (desk) => desk.go(`#/jobs/${CLOSED}/result`) },
  { name: 'result-open', folder: 'record', reach: (desk) => desk.go(`#/jobs/${UNDER_WAY}/result`) },
  { name: 'insights', folder: 'record', reach: (desk) => desk.go('#/insights') },
  { name: 'insights-first-run', folder: 'empty', reach: (desk) => desk.go('#/insights') },
  { name: 'insights-failed', folder: 'record', reach: insightsFailed },
  { name: 'insights-narrow', folder: 'record', reach: insightsNarrow },
  { name: 'insights-point', folder: 'record', reach: insightsPoint },
  { name: 'insights-rows', folder: 'record', reach: insightsRows },
  { name: 'experiments', folder: 'record', reach: experiments },
  { name: 'experiments-first-run', folder: 'empty', reach: (desk) => desk.go('#/insights/experiments') },
  { name: 'experiments-blind', folder: 'record', reach: blind },
  { name: 'today-chance', folder: 'record', reach: todayChance },
  { name: 'weekly', folder: 'record', reach: (desk) => desk.go('#/weekly') },
  { name: 'weekly-first-run', folder: 'empty', reach: (desk) => desk.go('#/weekly') },
  { name: 'report-felt', folder: 'record', reach: (desk) => desk.go('#/weekly/2026-W47') },
  { name: 'report', folder: 'record', reach: openReport },
  { name: 'report-save', folder: 'record', reach: saveReport },
  { name: 'templates', folder: 'record', reach: templates },
  { name: 'templates-first-run', folder: 'empty', reach: (desk) => desk.go('#/templates') },
  { name: 'activity', folder: 'record', reach: (desk) => desk.go('#/activity') },
  { name: 'activity-first-run', folder: 'empty', reach: (desk) => desk.go('#/activity') },
  { name: 'palette', folder: 'record', reach: palette },
  { name: 'keys', folder: 'record', reach: keys },
  { name: 'board', folder: 'record', reach: (desk) => desk.go(`#/jobs/${UNDER_WAY}`) },
  { name: 'board-panel', folder: 'record', reach: (desk) => openPanel(desk, 'inReview') },
  { name: 'board-panel-waiting', folder: 'record', reach: (desk) => openPanel(desk, 'waiting') },
  { name: 'board-selected', folder: 'record', reach: selected },
  { name: 'board-menu', folder: 'record', reach: (desk) => onRow(desk, 'queued', 'Shift+F10') },
  { name: 'board-edit', folder: 'record', reach: (desk) => onRow(desk, 'queued', 'KeyE') },
  { name: 'board-palette', folder: 'record', reach: (desk) => onRow(desk, 'queued', 'Control+KeyK') },
  { name: 'board-felt', folder: 'record', reach: (desk) => onRow(desk, 'rejected', 'KeyD') },
  { name: 'board-at-work', folder: 'record', reach: (desk) => atWork(desk, `#/jobs/${UNDER_WAY}`) },
  { name: 'board-at-work-ai', folder: 'record', reach: boardAtWorkAi },
  { name: 'board-panel-at-work', folder: 'record', reach: panelAtWork },
  { name: 'board-offer', folder: 'record', reach: offered },
  { name: 'today-at-work', folder: 'record', reach: (desk) => atWork(desk, '#/today') },
  { name: 'item-attempts', folder: 'record', reach: attempts },
  { name: 'copy', folder: 'record', reach: (desk) => onRow(desk, 'rejected', 'KeyC') },
  { name: 'paste', folder: 'record', reach: pasteResult },
  { name: 'quick-add', folder: 'record', reach: quickAdd },
  { name: 'board-asks', folder: 'record', reach: takeBackUnlooked },
  { name: 'item', folder: 'record', reach: (desk) => desk.go(`#/jobs/${UNDER_WAY}/items/1`) },
  { name: 'item-log', folder: 'record', reach: itemLog },
  { name: 'review', folder: 'record', reach: (desk) => desk.go('#/review') },
  { name: 'review-evidence', folder: 'record', reach: evidence },
  { name: 'review-rework', folder: 'record', reach: (desk) => judge(desk, 'Digit2') },
  { name: 'review-reject', folder: 'record', reach: (desk) => judge(desk, 'Digit3') },
  { name: 'review-empty', folder: 'empty', reach: (desk) => desk.go('#/review') },
  { name: 'board-unknown', folder: 'record', reach: (desk) => desk.go('#/jobs/999') },
  { name: 'settings', folder: 'record', reach: (desk) => desk.go('#/settings') },
  { name: 'settings-agents', folder: 'record', reach: connections },
  { name: 'settings-delete-all', folder: 'record', reach: deleteAll },
  { name: 'unknown', folder: 'record', reach: (desk) => desk.go('#/nowhere') },
  // The last: it leaves a job behind.
  { name: 'board-just-made', folder: 'empty', reach: justMade },
];

async function failed(desk: World): Promise<void> {
  await desk.go('#/settings');
  desk.refuse('list_jobs', 'database_damaged');
  await desk.go('#/jobs');
}

async function todayFailed(desk: World): Promise<void> {
  await desk.go('#/settings');
  desk.refuse('today', 'database_damaged');
  await desk.go('#/today');
}

const TEMPLATE: Record<Language, string> = { en: 'Key list', 'zh-Hant': '鑰匙清單', 'zh-Hans': '钥匙清单' };

async function templates(desk: World): Promise<void> {
  const { templates: saved } = await desk.core('templates', {});
  // A screen may be reached more than once.
  if (saved.length === 0)
    await desk.core('save_template', { job: CLOSED, name: TEMPLATE[desk.opening.lang] });
  await desk.go('#/templates');
}

async function palette(desk: World): Promise<void> {
  await desk.go('#/jobs');
  await desk.keys('Control+KeyK');
  await desk.page.getByRole('combobox').fill('a');
  await desk.settled();
}

async function keys(desk: World): Promise<void> {
  await desk.go('#/jobs');
  await desk.keys('Shift+Slash');
  await desk.page.getByRole('dialog').waitFor();
}

const PASTED: Record<Language, string> = {
  en: 'Interview report\n\n- Read the six interviews (40 min)\n- Group the quotes into themes (35 min), at most 8\n- Decide what we recommend (15 min)',
  'zh-Hant':
    '訪談報告\n\n- 讀完六份訪談（40 分鐘）\n- 把引言歸類成主題（35 分鐘），最多 8 個\n- 決定我們建議什麼（15 分鐘）',
  'zh-Hans':
    '访谈报告\n\n- 读完六份访谈（40 分钟）\n- 把引言归类成主题（35 分钟），最多 8 个\n- 决定我们建议什么（15 分钟）',
};

async function openReport(desk: World): Promise<void> {
  await desk.core('answer_felt', { week: '2026-W47', felt: 'half_hour' });
  await desk.go('#/weekly/2026-W47');
}

/** Trials of one list, a ladder, and an agent to put more on it. */
async function experiments(desk: World): Promise<void> {
  await desk.go('#/settings');
  preferGoose(desk);
  const title = PARTS[desk.opening.lang].inReview;
  const { jobs } = await desk.core('list_jobs', {});
  const row = jobs.find(({ ref }) => ref === CLOSED);
  if (row === undefined) throw new Error('the closed job is not there');
  desk.dress('insights', (view) => ({
    ...view,
    choices: { ...view.choices, trials: [{ code: CLOSED, text: `${row.title} (2)` }] },
  }));
  const trial = {
    job: row,
    number: 1,
    text: '1',
    shareText: '40%',
    spentText: '32 min',
    firstTimeText: '1 / 2',
    stretchText: null,
    costText: null,
    added: [],
    removed: [],
  };
  desk.answerWith('trials', {
    list: row.title,
    trials: [trial, { ...trial, number: 2, text: '2', shareText: null, added: [title], removed: [title] }],
    facts: {},
  });
  desk.answerWith('bench', {
    rows: ['goose', 'qwen'].map((agent) => ({
      item: `${UNDER_WAY}.1`,
      title,
      minutesText: '35 min',
      agent,
      rightText: '4 / 5',
      right: 4,
      of: 5,
      unjudged: 1,
      toJudge: ['a'],
    })),
    comparisons: [{ label: 'qwen / goose', value: '2 : 1' }],
    waiting: 3,
    facts: {},
  });
  await desk.go('#/insights/experiments');
}

async function blind(desk: World): Promise<void> {
  await desk.go('#/insights/experiments');
  const title = PARTS[desk.opening.lang].accepted;
  desk.answerWith('comparison', {
    comparison: 'c',
    item: `${UNDER_WAY}.2`,
    title,
    asked: title,
    a: [
      {
        name: 'answer.md',
        text: null,
        bytes: 120,
        shown: { kind: 'markdown', html: `<h3>${title}</h3><ul><li>${title}</li></ul>` },
      },
    ],
    b: [
      {
        name: 'answer.docx',
        text: null,
        bytes: 24_120,
        shown: { kind: 'document', blocks: [{ kind: 'paragraph', text: title }] },
      },
      {
        name: 'rows.csv',
        text: null,
        bytes: 40,
        shown: { kind: 'table', head: [title, '2026'], rows: [[title, '12']], more: 0 },
      },
    ],
    text: title,
    judgedText: null,
  });
  const form = desk.page.locator('[aria-labelledby=blind-title] form').first();
  await form.getByRole('textbox').fill(`${UNDER_WAY}.2`);
  await form.getByRole('button').click();
  await desk.page.locator('.sides').waitFor();
  await desk.settled();
}

/** What chance offers, what is to be judged, and what is asked again. */
async function todayChance(desk: World): Promise<void> {
  await desk.go('#/settings');
  const { job, me } = await desk.core('board', { job: UNDER_WAY });
  const [card] = me.cards;
  if (card === undefined) throw new Error('nothing is left on the side of the person');
  const invitation = {
    card,
    jobTitle: job.title,
    jobRef: job.ref,
    drawnAt: 0,
    attempt: null,
    text: card.title,
  };
  desk.answerWith('invitations', {
    open: [invitation],
    toJudge: [{ ...invitation, attempt: 'a' }],
    text: job.title,
  });
  desk.answerWith('follow_ups', {
    due: [{ card, jobTitle: job.title, jobRef: job.ref, afterDays: 7, dueAt: 0, text: job.title }],
  });
  await desk.go('#/today');
}

async function saveReport(desk: World): Promise<void> {
  await openReport(desk);
  await desk.page.locator('.ways [aria-haspopup=menu]').click();
  await desk.page.getByRole('menu').waitFor();
}

async function insightsFailed(desk: World): Promise<void> {
  await desk.go('#/settings');
  desk.refuse('insights', 'database_damaged');
  await desk.go('#/insights');
}

/** A part of the record in which little was judged. */
async function insightsNarrow(desk: World): Promise<void> {
  await desk.go('#/insights');
  const filters = desk.page.locator('.filters select');
  await filters.nth(0).selectOption('4');
  await filters.nth(1).selectOption('extract');
  await desk.settled();
}

/** A mark that is looked at. */
async function insightsPoint(desk: World): Promise<void> {
  await desk.go('#/insights');
  await desk.page.getByRole('slider').first().focus();
  await desk.keys('ArrowRight', 'ArrowRight');
  await desk.settled();
}

async function insightsRows(desk: World): Promise<void> {
  await desk.go('#/insights');
  await desk.page.locator('[data-figure=first] button').click();
  await desk.page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await desk.settled();
}

async function itemLog(desk: World): Promise<void> {
  // Its attempt was rejected, in each language.
  await desk.go(`#/jobs/${UNDER_WAY}/items/4`);
  await desk.page.getByRole('tab').last().click();
  await desk.settled();
}

async function deleteAll(desk: World): Promise<void> {
  await desk.go('#/settings');
  await desk.page.locator('[aria-labelledby=settings-data] dd').last().getByRole('button').click();
  await desk.page.getByRole('dialog').waitFor();
}

async function encoding(desk: World): Promise<void> {
  await desk.go('#/new');
  await desk.desktop.drop([join(REPOSITORY, 'tests/fixtures/jobs/zh/travel_big5.zh-Hant.txt')]);
  await desk.page.getByRole('radio').first().waitFor();
  await desk.settled();
}

async function draft(desk: World): Promise<void> {
  await desk.go('#/new');
  await desk.page.getByRole('textbox').fill(PASTED[desk.opening.lang]);
  await desk.keys('Control+Enter');
  await desk.settled();
}

async function justMade(desk: World): Promise<void> {
  await draft(desk);
  await desk.keys('Control+Enter');
  await desk.page.locator('#share').waitFor();
}

async function draftDetails(desk: World): Promise<void> {
  await draft(desk);
  await desk.page.locator('[aria-controls^=draft-details]').nth(1).click();
}

/** An agent that was asked and gave no list. */
async function draftByAi(desk: World): Promise<void> {
  preferGoose(desk);
  await draft(desk);
  const text = PASTED[desk.opening.lang];
  const plan = await desk.core('split_text', { text, hours: null, title: null, answer: null });
  desk.answerWith('split_by_agent', {
    plan,
    agent: 'goose',
    isAgents: false,
    answer: null,
    reason: 'not_a_plan',
    text: NO_PLAN[desk.opening.lang],
    asked: 3,
    tokensIn: 12_400,
    tokensOut: 3_100,
    reportedCostNano: null,
    computedCostNano: null,
    usedText: USED[desk.opening.lang],
    withoutSource: [],
    withoutSourceText: null,
    answerKept: '/home/mei/.local/share/halfday/answers/split-001795736460000-000.txt',
  });
  await desk.page.locator('.others .button').click();
  await desk.page.getByRole('alert').filter({ hasText: 'goose' }).waitFor();
}

const NO_PLAN: Record<Language, string> = {
  en: 'goose was asked 3 times and gave no plan: /items/2/title: is blank.',
  'zh-Hant': '問了 goose 3 次，都沒有得到能用的清單：/items/2/title: is blank。',
  'zh-Hans': '问了 goose 3 次，都没有得到能用的清单：/items/2/title: is blank。',
};

const USED: Record<Language, string> = {
  en: 'Used: 12,400 tokens in, 3,100 out · cost unknown',
  'zh-Hant': '用量：讀入 12,400 個 token，寫出 3,100 個 · 費用不明',
  'zh-Hans': '用量：读入 12,400 个 token，写出 3,100 个 · 费用不明',
};

/** A chat whose answer is no plan. */
async function byChat(desk: World): Promise<void> {
  await desk.go('#/new');
  await desk.page.getByRole('textbox').fill(PASTED[desk.opening.lang]);
  await desk.page.locator('.others .link').click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('{"version": 1, "items": []}');
  await desk.keys('Control+Enter');
  await dialog.getByRole('alert').waitFor();
}

async function atWork(desk: World, hash: string): Promise<void> {
  // The first page was asked for before.
  await desk.go('#/settings');
  dressJob(desk, UNDER_WAY);
  await desk.go(hash);
}

/** The lane of AI also where only one is shown. */
async function boardAtWorkAi(desk: World): Promise<void> {
  await atWork(desk, `#/jobs/${UNDER_WAY}`);
  const tabs = desk.page.locator('.tabs button');
  if ((await tabs.count()) > 0) await tabs.last().click();
  else await desk.row(`${UNDER_WAY}.5`).scrollIntoViewIfNeeded();
  await desk.settled();
}

async function panelAtWork(desk: World): Promise<void> {
  await boardAtWorkAi(desk);
  await desk.row(`${UNDER_WAY}.2`).focus();
  await desk.keys('Enter');
  await desk.settled();
}

async function offered(desk: World): Promise<void> {
  desk.answerWith('find_agents', FOUND);
  // In this record a brief was carried by hand, which is an answer.
  desk.dress('settings', (settings) => ({ ...settings, agentAsked: false }));
  desk.dress('list_jobs', ({ jobs }) => ({ jobs: jobs.filter(({ ref }) => ref === UNDER_WAY) }));
  await desk.go(`#/jobs/${UNDER_WAY}`);
  await desk.page.locator('.strip').waitFor();
}

async function attempts(desk: World): Promise<void> {
  dressAttempts(desk);
  await desk.go(`#/jobs/${UNDER_WAY}/items/2`);
  await desk.page.getByRole('tab').nth(2).click();
  await desk.page.locator('.fold[aria-expanded]').first().click();
  await desk.settled();
}

async function evidence(desk: World): Promise<void> {
  dressEvidence(desk);
  await desk.go('#/review');
}

function preferGoose(desk: World): void {
  desk.dress('agents', ({ agents }) => ({
    agents: [
      ...agents.map((agent) => ({ ...agent, isPreferred: false })),
      {
        id: 'a',
        name: 'goose',
        way: 'acp',
        family: '',
        model: '',
        createdAt: 0,
        isPreferred: true,
        isSimulated: false,
        text: GOOSE[desk.opening.lang],
      },
    ],
  }));
}

async function connections(desk: World): Promise<void> {
  desk.answerWith('find_agents', FOUND);
  preferGoose(desk);
  desk.answerWith('keys', {
    keys: (['keychain', 'missing'] as const).map((source) => ({
      name: source === 'missing' ? 'office' : 'anthropic',
      source,
      variable: 'HALFDAY_KEY_OFFICE',
      agents: source === 'missing' ? ['qwen'] : [],
      text: KEYCHAIN[desk.opening.lang],
    })),
  });
  await desk.go('#/settings');
  await desk.page.locator('[aria-labelledby=settings-agents] > .button').click();
  await desk.page.locator('#settings-agents').evaluate((head) => head.scrollIntoView());
  await desk.settled();
}

const KEYCHAIN: Record<Language, string> = {
  en: 'in the keychain of the system',
  'zh-Hant': '在系統的鑰匙圈裡',
  'zh-Hans': '在系统的钥匙串里',
};

const GOOSE: Record<Language, string> = {
  en: 'A program on this computer that speaks ACP, fenced in, with network',
  'zh-Hant': '這台電腦上會說 ACP 的程式，關在圍欄裡，可用網路',
  'zh-Hans': '这台电脑上会说 ACP 的程序，关在围栏里，可用网络',
};

function takeBackUnlooked(desk: World): Promise<void> {
  return onRow(desk, 'inReview', 'KeyM');
}

/** Goes to the board and presses a key on the row of the item that is in this state. */
async function onRow(desk: World, part: keyof Parts, key: string): Promise<void> {
  await desk.go(`#/jobs/${UNDER_WAY}`);
  const row = desk.page.getByRole('row').filter({ hasText: PARTS[desk.opening.lang][part] });
  // Where only one lane is shown it may be in the other.
  if ((await row.count()) === 0) await desk.page.locator('.tabs button').last().click();
  await row.focus();
  await desk.keys(key);
  await desk.settled();
}

async function openPanel(desk: World, part: keyof Parts): Promise<void> {
  await onRow(desk, part, 'Enter');
}

async function selected(desk: World): Promise<void> {
  await onRow(desk, 'rejected', 'KeyX');
  await desk.keys('Shift+ArrowDown');
  await desk.settled();
}

async function pasteResult(desk: World): Promise<void> {
  await desk.go(`#/jobs/${UNDER_WAY}`);
  await desk.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '- 41\n- 17');
    dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await desk.page.getByRole('dialog').waitFor();
  await desk.settled();
}

async function quickAdd(desk: World): Promise<void> {
  await desk.go('#/jobs');
  await desk.desktop.quickAdd();
  await desk.page.getByRole('dialog').waitFor();
}

async function judge(desk: World, digit: string): Promise<void> {
  await desk.go('#/review');
  await desk.keys(digit);
  await desk.settled();
}
