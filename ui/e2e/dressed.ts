// One job with an item in every state of AI at work, and an item with attempts of an agent, for the pictures and the
// checks of every screen. What the core would say is said here, in each language.
import type { AttemptView, CheckView, StepView } from '../src/api/generated';
import type { Language } from '../src/lib/words.svelte';
import { dressItems, question, underWay } from './at-work';
import type { World } from './world/world';

interface Said {
  working: string;
  step: string;
  permission: string;
  mayI: string;
  failed: string;
  queued: string;
  held: string;
  asks: string;
  which: string;
  rejected: string;
  stopped: string;
  reads: string;
  runs: string;
  note: string;
}

const SAID: Record<Language, Said> = {
  en: {
    working: 'Working',
    step: 'writes counts-by-answer-and-weekday.md',
    permission: 'Needs your permission',
    mayI: 'May it do this? Count the answers with a script',
    failed: 'Failed: the AI program is not signed in',
    queued: 'Queued',
    held: 'Waits: 4 results have to be reviewed first',
    asks: 'Needs your answer',
    which: 'The notes name two totals, 41 and 43. Which one is right?',
    rejected: 'Rejected: invented',
    stopped: 'Stopped: it was going wrong',
    reads: 'reads answers/41.txt',
    runs: 'runs python3 count.py',
    note: 'The Tuesday figure is in none of the answers.',
  },
  'zh-Hant': {
    working: '進行中',
    step: '寫入 三家遊覽車報價比較表.md',
    permission: '需要你的許可',
    mayI: '可以讓它這樣做嗎？用腳本統計回條',
    failed: '失敗：這個 AI 程式還沒登入',
    queued: '排隊中',
    held: '等待中：有 4 份成果要先審閱',
    asks: '需要你回答',
    which: '筆記裡有兩個總數，41 和 43，哪一個才對？',
    rejected: '已退回：自己編的',
    stopped: '已停止：方向不對',
    reads: '讀取 報價/第三家.txt',
    runs: '執行 python3 count.py',
    note: '週二的數字在回條裡找不到。',
  },
  'zh-Hans': {
    working: '进行中',
    step: '写入 投诉原因分类统计表.md',
    permission: '需要你的许可',
    mayI: '可以让它这样做吗？用脚本统计工单',
    failed: '失败：这个 AI 程序还没登录',
    queued: '排队中',
    held: '等待中：有 4 份成果要先审阅',
    asks: '需要你回答',
    which: '笔记里有两个总数，41 和 43，哪一个才对？',
    rejected: '已退回：自己编的',
    stopped: '已停止：方向不对',
    reads: '读取 工单/41.txt',
    runs: '运行 python3 count.py',
    note: '周二的数字在工单里找不到。',
  },
};

/** Its first six items are with an agent, each in another state. */
export function dressJob(desk: World, job: string): void {
  const say = SAID[desk.opening.lang];
  const argv = ['python3', '-c', 'print(sum(1 for line in open("answers.txt")))'];
  const may = question({
    why: 'permission',
    text: say.mayI,
    argv,
    answers: ['allowOnce', 'allowAlways', 'refuse'],
  });
  const queued = { status: 'queued', look: 'queued', statusText: say.queued, isFinished: false };
  const waiting = { status: 'waiting', isFinished: false };
  dressItems(desk, {
    [`${job}.1`]: () => ({
      status: 'working',
      look: 'working',
      statusText: say.working,
      isFinished: false,
      underWay: underWay({ stepText: say.step }),
    }),
    [`${job}.2`]: () => ({
      ...waiting,
      waitingFor: 'permission',
      look: 'waiting-permission',
      statusText: say.permission,
      underWay: underWay({ question: may }),
    }),
    [`${job}.3`]: () => ({
      status: 'blocked',
      look: 'failed',
      statusText: say.failed,
      endReason: 'not_signed_in',
      isFinished: false,
    }),
    [`${job}.4`]: () => ({ ...queued, heldText: say.held }),
    [`${job}.5`]: () => ({
      ...waiting,
      waitingFor: 'question',
      look: 'waiting-question',
      statusText: say.asks,
      underWay: underWay({ question: question({ text: say.which }) }),
    }),
    [`${job}.6`]: () => ({ ...queued, startsAt: Date.now() + 5_000 }),
  });
}

/** Whatever item is opened, an agent has tried it twice; the steps of one attempt. */
export function dressAttempts(desk: World): void {
  const say = SAID[desk.opening.lang];
  const now = Date.now();
  const attempt = (number: number, part: Partial<AttemptView>): AttemptView => ({
    id: `01900000-0000-7000-8000-00000000000${number}`,
    number,
    agent: 'claude',
    startedAt: now - 900_000 * (3 - number),
    endedAt: now - 900_000 * (3 - number) + 190_000,
    outcome: 'delivered',
    reason: null,
    text: '',
    chatRounds: null,
    steps: 4,
    reportedCostNano: null,
    computedCostNano: null,
    tokensIn: null,
    tokensOut: null,
    workedMs: 190_000,
    verdict: null,
    rejection: null,
    note: null,
    deliverables: [],
    checks: [],
    ...part,
  });
  const rejected = {
    text: say.rejected,
    verdict: 'rejected',
    note: say.note,
    tokensIn: 48_210,
    tokensOut: 3_900,
    reportedCostNano: 214_000_000,
  };
  desk.dress('show_item', (item) => ({
    ...item,
    attempts: [attempt(1, rejected), attempt(2, { text: say.stopped, outcome: 'stopped' })],
  }));
  const step = (number: number, part: Partial<StepView>): StepView => ({
    number,
    at: now - 600_000 + number * 20_000,
    kind: 'read',
    about: '',
    wentWell: true,
    score: 0.5,
    mark: 'new',
    text: say.reads,
    ...part,
  });
  desk.answerWith('attempt_steps', {
    steps: [
      step(1, {}),
      step(2, { text: say.step, mark: 'changed', score: 1 }),
      step(3, { text: say.runs, mark: 'failed', score: 0, wentWell: false }),
      step(4, { text: say.runs, mark: 'repeated', score: 0 }),
    ],
    questions: [{ text: say.which, answer: '43', askedAt: now - 550_000, answeredAt: now - 545_000 }],
  });
}

/** Lines of *done when* with what AI named as proof: found, not so, and not to be told. */
const PROVED: Record<Language, readonly [line: string, evidence: string][]> = {
  en: [
    ['Names every total', 'AI’s evidence is there: counts-by-answer.md says “Total: 41 answers”.'],
    ['Every figure has its source', 'AI’s evidence is false: sources.md is not there or cannot be read.'],
    [
      'Reads well to somebody who was not there',
      'AI’s evidence: cannot tell. It names no words that can be looked up, only: I read it twice',
    ],
  ],
  'zh-Hant': [
    ['列出每一項總數', 'AI 的證據屬實：回條統計.md 裡有「合計 41 份」。'],
    ['每個數字都有出處', 'AI 的證據不實：沒有 出處.md 這個檔案，或是讀不了。'],
    ['沒到場的人也看得懂', 'AI 的證據：無法判斷。它沒有舉出可以查對的文字，只說：我從頭到尾讀了兩遍'],
  ],
  'zh-Hans': [
    ['列出每一项总数', 'AI 的证据属实：工单统计.md 里有“合计 41 份”。'],
    ['每个数字都有出处', 'AI 的证据不实：没有 出处.md 这个文件，或是读不了。'],
    ['没到场的人也看得懂', 'AI 的证据：无法判断。它没有举出可以查对的文字，只说：我从头到尾读了两遍'],
  ],
};

/** Whatever is reviewed, AI has named proof for each line. */
export function dressEvidence(desk: World): void {
  const said = ['proved', 'false', 'cannot_tell'];
  const checks = PROVED[desk.opening.lang].map(([text, evidence], place): CheckView => ({
    text,
    result: 'for_person',
    detail: '',
    evidence: { said: said[place] ?? '', text: evidence },
  }));
  desk.dress('review_queue', ({ items }) => ({
    items: items.map((one) => ({ ...one, attempt: { ...one.attempt, checks } })),
  }));
}
