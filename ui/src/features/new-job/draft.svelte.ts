// A job before it is one: the text, the list the core would make of it, and what the person changed there. Nothing is
// stored until it is accepted.
import { CallError } from '../../api/error';
import type { PlanItemView, PlanView } from '../../api/generated';
import { durationText } from '../../lib/duration';
import type { Session } from '../../session.svelte';
import { ByAi } from './by-ai.svelte';
import { leftOut } from './left-out';
import * as edit from './plan-rows';
import type { PlanRow } from './plan-rows';
import { nameOf, saidOf, whyNot } from './read-file';

export class Draft {
  text = $state('');
  /** The person's folder; results go there. */
  workspace = $state<string | null>(null);
  /** What the person says the whole of it would take. */
  hours = $state<number | null>(null);
  title = $state('');
  plan = $state.raw<PlanView | null>(null);
  rows = $state.raw<PlanRow[]>([]);
  /** The row whose details are open. */
  openRow = $state<number | null>(null);
  isAsking = $state(false);
  /** The file whose encoding nobody stated: the one it was read in, none when it could not be read. */
  unsureFile = $state.raw<{ path: string; encoding: string | null } | null>(null);

  /** What an AI answered, when this list was read from it. */
  answer = $state.raw<string | null>(null);
  /** What is to be looked at in an AI's list. */
  doubt = $state<string | null>(null);
  readonly byAi: ByAi;

  /** Each gives back what one step took. */
  #before: (() => void)[] = [];

  readonly isBlank = $derived(this.text.trim() === '');
  readonly isEmpty = $derived(edit.itemsOf(this.rows).length === 0);
  /** What is done already takes nobody any time. */
  readonly minutes = $derived(
    this.rows.reduce((sum, { item }) => sum + (item.done ? 0 : item.estimateMinutes), 0),
  );
  readonly leftOut = $derived(this.plan === null ? [] : leftOut(this.text, this.plan.textSpans));

  constructor(private readonly session: Session) {
    this.byAi = new ByAi(session);
  }

  /** Begins anew with this text. */
  begin(text: string): void {
    this.#clear();
    this.text = text;
  }

  /**
   * Begins anew with the text of one of these files; the notice says which, and gives back what was here before.
   * True when there is something to see of it.
   */
  async read(paths: readonly string[], encoding: string | null = null): Promise<boolean> {
    const { words, notices } = this.session;
    const [path] = paths;
    if (path === undefined) return false;
    let isRead = false;
    await this.#ask(async (api) => {
      try {
        const file = await api.call('read_brief', { paths: [...paths], encoding });
        const back = this.#kept();
        this.begin(file.text);
        if (file.isAssumed || encoding !== null)
          this.unsureFile = { path: file.path, encoding: file.encoding };
        notices.tell(saidOf(words, file), { label: words.say('window-undo'), run: back });
        isRead = true;
      } catch (thrown) {
        const error = CallError.from(thrown);
        const isUnsure = error.code.startsWith('input_encoding_');
        if (isUnsure) this.unsureFile = { path, encoding: null };
        const why = words.say('window-new-unread', { name: nameOf(path), why: words.sayError(error) });
        notices.refuse(why, whyNot(words, error));
        isRead = isUnsure;
      }
    });
    return isRead;
  }

  async openFile(): Promise<boolean> {
    let paths: string[] = [];
    await this.#ask(async ({ desk }) => {
      paths = await desk.pickFiles(this.session.words.say('window-new-open'));
    });
    return this.read(paths);
  }

  async split(): Promise<void> {
    if (this.isBlank) return;
    await this.#ask(async (api) => {
      const plan = await api.call('split_text', {
        text: this.text,
        hours: this.hours,
        title: null,
        answer: null,
      });
      this.plan = plan;
      this.title = plan.title;
      this.rows = edit.rowsOf(plan.items);
      this.hours ??= plan.hoursStated;
      this.openRow = null;
    });
  }

  /** Spreads other hours over the list; what the person changed stays. */
  async spread(hours: number): Promise<void> {
    this.hours = hours;
    await this.#ask(async (api) => {
      const { text, answer } = this;
      const plan = await api.call('split_text', { text, hours, title: null, answer });
      this.rows = edit.guessedAnew(this.rows, plan.items);
    });
  }

  /** Lets the preferred agent make the list. Until it has, and if it does not, everything stays as it is. */
  async splitByAi(): Promise<void> {
    if (this.isBlank) return;
    const { text } = this;
    const view = await this.byAi.split(text, this.hours);
    // Its list is of a text that is here no more.
    if (view === null || this.text !== text) return;
    this.#replace(view.plan, view.answer, view.withoutSourceText, `${view.text} ${view.usedText}`);
  }

  /** Reads the list out of what a chat answered; throws when there is none in it. */
  async takeAnswer(answer: string): Promise<void> {
    const { text, hours, session } = this;
    const plan = await session.api.call('split_text', { text, hours, title: null, answer });
    this.#replace(plan, answer, null, session.words.say('window-by-chat-taken'));
  }

  /** Back to the text; the list is given up. */
  changeText(): void {
    this.plan = null;
    this.answer = null;
    this.doubt = null;
    this.rows = [];
    this.#before = [];
  }

  change(key: number, part: Partial<PlanItemView>): void {
    this.rows = this.rows.map((row) => (row.key === key ? { key, item: { ...row.item, ...part } } : row));
  }

  setMinutes(key: number, minutes: number): void {
    this.change(key, { estimateMinutes: minutes, estimateSource: 'person' });
  }

  add(after: number | null): number {
    const key = edit.nextKey(this.rows);
    this.rows = edit.added(this.rows, after);
    return key;
  }

  move(key: number, by: -1 | 1): void {
    this.rows = edit.moved(this.rows, key, by);
  }

  remove(key: number): void {
    this.#step('window-draft-removed', edit.removed(this.rows, key));
  }

  mergeWithNext(key: number): void {
    this.#step('window-draft-merged', edit.mergedWithNext(this.rows, key));
  }

  divide(key: number): void {
    this.#step('window-draft-divided', edit.divided(this.rows, key));
  }

  async pickFolder(): Promise<void> {
    await this.#ask(async ({ desk }) => {
      const title = this.session.words.say('window-draft-pick-folder');
      this.workspace = (await desk.pickFolder(title)) ?? this.workspace;
    });
  }

  /** Stores the job, and goes to its board. */
  async accept(): Promise<void> {
    if (this.isEmpty) return;
    await this.#ask(async (api) => {
      const { job } = await api.call('create_job', {
        text: this.text,
        hours: this.hours,
        answer: null,
        title: this.title.trim() === '' ? null : this.title.trim(),
        workspace: this.workspace,
        items: edit.itemsOf(this.rows),
      });
      this.#clear();
      this.session.justMade = job.ref;
      this.session.router.go({ screen: 'board', job: job.ref });
    });
  }

  /** "35 min", as the core would write it. */
  duration(minutes: number): string {
    return durationText(this.session.words.language, minutes);
  }

  /**
   * The list as it was before the last row went, was merged or divided, or the list was another; false when there is no
   * way back.
   */
  stepBack(): boolean {
    const before = this.#before.pop();
    if (before === undefined) return false;
    before();
    this.session.notices.close();
    return true;
  }

  /** The job that comes with the program, to look around in. */
  async tryExample(): Promise<void> {
    await this.#ask(async (api) => {
      const { job } = await api.call('add_sample', {});
      this.session.router.go({ screen: 'board', job: job.ref });
    });
  }

  #step(done: string, rows: PlanRow[]): void {
    const { notices, words } = this.session;
    const before = this.rows;
    this.#before.push(() => (this.rows = before));
    this.rows = rows;
    notices.tell(words.say(done), { label: words.say('window-undo'), run: () => this.stepBack() });
  }

  /** Another list in place of this one, which can be had back with all that the person changed in it. */
  #replace(next: PlanView, answer: string | null, doubt: string | null, said: string): void {
    const { hours, title, plan, rows, openRow } = this;
    const before = { hours, title, plan, rows, openRow, answer: this.answer, doubt: this.doubt };
    this.#before.push(() => Object.assign(this, before));
    const isTitleTheirs = plan !== null && title !== plan.title;
    this.plan = next;
    this.title = isTitleTheirs ? title : next.title;
    this.rows = edit.rowsOf(next.items);
    this.hours ??= next.hoursStated;
    this.openRow = null;
    this.answer = answer;
    this.doubt = doubt;
    const { notices, words } = this.session;
    notices.tell(said, { label: words.say('window-undo'), run: () => this.stepBack() });
  }

  /** What gives back everything as it is now. */
  #kept(): () => void {
    const { text, workspace, hours, title, plan, rows, openRow, unsureFile, answer, doubt } = this;
    const before = this.#before;
    return () => {
      Object.assign(this, { text, workspace, hours, title, plan, rows, openRow, unsureFile, answer, doubt });
      this.#before = before;
      this.session.notices.close();
    };
  }

  #clear(): void {
    void this.byAi.stop();
    this.byAi.failed = [];
    this.answer = null;
    this.doubt = null;
    this.text = '';
    this.workspace = null;
    this.hours = null;
    this.title = '';
    this.plan = null;
    this.rows = [];
    this.#before = [];
    this.openRow = null;
    this.unsureFile = null;
  }

  async #ask(command: (api: Session['api']) => Promise<void>): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.session.notices.close();
    try {
      await command(this.session.api);
    } catch (thrown) {
      this.session.refuse(thrown);
    } finally {
      this.isAsking = false;
    }
  }
}
