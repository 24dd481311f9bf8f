// A job before it is one: the text, the list the core would make of it, and what the person changed there. Nothing is
// stored until it is accepted.
import type { BoardView, PlanItemView, PlanView } from '../../api/generated';
import { durationText } from '../../lib/duration';
import type { Session } from '../../session.svelte';
import { leftOut } from './left-out';
import * as edit from './plan-rows';
import type { PlanRow } from './plan-rows';

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
  /** The job that was made of it, while its one question is open. */
  created = $state.raw<BoardView | null>(null);
  isAsking = $state(false);

  #before: PlanRow[][] = [];

  readonly isBlank = $derived(this.text.trim() === '');
  readonly isEmpty = $derived(edit.itemsOf(this.rows).length === 0);
  readonly minutes = $derived(this.rows.reduce((sum, { item }) => sum + item.estimateMinutes, 0));
  readonly leftOut = $derived(this.plan === null ? [] : leftOut(this.text, this.plan.textSpans));

  constructor(private readonly session: Session) {}

  /** Begins anew with this text. */
  begin(text: string): void {
    this.#clear();
    this.text = text;
  }

  async split(): Promise<void> {
    if (this.isBlank) return;
    await this.#ask(async (api) => {
      const plan = await api.call('split_text', { text: this.text, hours: this.hours, title: null });
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
      const plan = await api.call('split_text', { text: this.text, hours, title: null });
      this.rows = edit.guessedAnew(this.rows, plan.items);
    });
  }

  /** Back to the text; the list is given up. */
  changeText(): void {
    this.plan = null;
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

  /** Stores the job. */
  async accept(): Promise<void> {
    if (this.isEmpty) return;
    await this.#ask(async (api) => {
      this.created = await api.call('create_job', {
        text: this.text,
        hours: this.hours,
        title: this.title.trim() === '' ? null : this.title.trim(),
        workspace: this.workspace,
        items: edit.itemsOf(this.rows),
      });
    });
  }

  /** Answers the one question about the new job, or leaves it, and goes to its board. */
  async finish(share: number | null): Promise<void> {
    const job = this.created?.job.ref;
    if (job === undefined) return;
    await this.#ask(async (api) => {
      if (share !== null) await api.call('guess_share', { job, share });
      this.#clear();
      this.session.router.go({ screen: 'board', job });
    });
  }

  /** "35 min", as the core would write it. */
  duration(minutes: number): string {
    return durationText(this.session.words.language, minutes);
  }

  /** The list as it was before the last row went, was merged or divided; false when there is no way back. */
  stepBack(): boolean {
    const before = this.#before.pop();
    if (before === undefined) return false;
    this.rows = before;
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
    this.#before.push(this.rows);
    this.rows = rows;
    notices.tell(words.say(done), { label: words.say('window-undo'), run: () => this.stepBack() });
  }

  #clear(): void {
    this.text = '';
    this.workspace = null;
    this.hours = null;
    this.title = '';
    this.plan = null;
    this.rows = [];
    this.#before = [];
    this.openRow = null;
    this.created = null;
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
