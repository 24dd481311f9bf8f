// One item, as the core last said it, and what the person does with it here.
import { CallError } from '../../api/error';
import type {
  AgentsView,
  AgentView,
  AttemptsView,
  AttemptView,
  Changed,
  DiffView,
  EditItem,
  ItemView,
} from '../../api/generated';
import { Asked } from '../../lib/asked.svelte';
import { CLIPBOARD, isGoingOn, isProgram } from '../../at-work/work';
import type { Session } from '../../session.svelte';

/** What of an item can be written here; everything else stays as it is. */
export type Edited = Partial<
  Pick<
    EditItem,
    'title' | 'instructions' | 'minutes' | 'kind' | 'doneWhen' | 'inputs' | 'outputs' | 'commands'
  >
>;

/** Two attempts that are held against each other. */
export interface Compared {
  readonly from: number;
  readonly to: number;
}

export class ItemState {
  readonly asked: Asked<ItemView>;
  /** What was tried beside the person's own work. */
  readonly tried: Asked<AttemptsView>;
  readonly agents: Asked<AgentsView>;
  /** A command of this page is on its way. */
  isBusy = $state(false);
  compared = $state.raw<(Compared & { view: DiffView }) | null>(null);

  constructor(
    private readonly session: Session,
    /** `12.3` or the id. */
    readonly item: string,
  ) {
    this.asked = new Asked(() => session.api.call('show_item', { item }));
    this.tried = new Asked(() => session.api.call('item_attempts', { item }));
    this.agents = new Asked(() => session.api.call('agents', {}));
  }

  /** Asks for everything. */
  begin(): void {
    void this.asked.refresh();
    void this.tried.refresh();
    void this.agents.refresh();
  }

  /** Asks again after a change that may be about this item. */
  hear(changed: Changed): void {
    const shown = this.asked.view;
    if (shown !== null && changed.job !== null && changed.job !== shown.job.id) return;
    void this.asked.refresh();
    void this.tried.refresh();
  }

  /** AI is at it. */
  get isLive(): boolean {
    const shown = this.asked.view;
    return shown !== null && isGoingOn(shown.card);
  }

  /** Who may do it too while the person does it: nobody, unless it is theirs and not done. */
  get shadowAgent(): AgentView | null {
    const shown = this.asked.view;
    if (shown === null || this.isLocked || shown.card.isWithAi || shown.card.isFinished) return null;
    return this.preferredProgram ?? this.#programs[0] ?? null;
  }

  /** Whom *hand over to AI* means, if it is not the person with a chat. */
  get preferredProgram(): AgentView | null {
    return this.#programs.find(({ isPreferred }) => isPreferred) ?? null;
  }

  get #programs(): AgentView[] {
    return this.agents.view?.agents.filter(isProgram) ?? [];
  }

  /** The last attempt was stopped, and nobody has said why. */
  get isStopUnsaid(): boolean {
    const shown = this.asked.view;
    const last = shown?.attempts.at(-1);
    return (
      shown?.card.look === 'stopped' &&
      typeof shown.card.endReason !== 'string' &&
      last?.agent !== CLIPBOARD &&
      !this.isLocked
    );
  }

  /** Nothing can be written here any more, or it is written elsewhere. */
  get isLocked(): boolean {
    const shown = this.asked.view;
    if (shown === null) return true;
    return shown.job.closedAt !== null || shown.card.coveredBy !== null || shown.card.status === 'dropped';
  }

  /** The last attempt that brought something. */
  get delivered(): AttemptView | null {
    return this.asked.view?.attempts.findLast(({ deliverables }) => deliverables.length > 0) ?? null;
  }

  /** The attempt before that, if it brought something too: what the last one can be compared with. */
  get earlier(): AttemptView | null {
    const last = this.delivered;
    if (last === null) return null;
    const before = this.asked.view?.attempts.filter((one) => one.number < last.number) ?? [];
    return before.findLast(({ deliverables }) => deliverables.length > 0) ?? null;
  }

  /** Whether it was written. */
  async edit(edited: Edited): Promise<boolean> {
    return this.#ask('edit_item', { ...NOTHING_EDITED, item: this.item, ...edited });
  }

  async tick(subitem: string): Promise<void> {
    await this.#ask('finish_item', { item: subitem, minutes: null, felt: null });
  }

  async logMinutes(minutes: number): Promise<boolean> {
    return this.#ask('log_minutes', { item: this.item, minutes, kind: 'work', on: null });
  }

  async reportWrong(reason: string): Promise<boolean> {
    return this.#ask('report_wrong', { item: this.item, reason });
  }

  async startTimer(): Promise<void> {
    await this.#do(() => this.session.api.call('start_timer', { item: this.item }));
    await this.asked.refresh();
  }

  async stopTimer(): Promise<void> {
    await this.#do(() => this.session.api.call('stop_timer', {}));
    await this.asked.refresh();
  }

  async startShadow(agent: string): Promise<void> {
    const { api, notices, words } = this.session;
    const title = this.asked.view?.card.title ?? '';
    const isStarted = await this.#do(async () =>
      this.tried.accept(await api.call('shadow_item', { item: this.item, agent })),
    );
    if (!isStarted) return;
    const undo = { label: words.say('window-undo'), run: () => void this.session.undo() };
    notices.tell(words.say('window-shadow-started', { title }), undo);
  }

  async compare({ from, to }: Compared): Promise<void> {
    await this.#do(async () => {
      const view = await this.session.api.call('diff_attempts', { item: this.item, from, to });
      this.compared = { from, to, view };
    });
  }

  /** Opens an editable copy; whether it could be. */
  async openCopy(attempt: string, path: string): Promise<boolean> {
    const { api } = this.session;
    return this.#do(async () => {
      const opened = await api.call('open_deliverable', { attempt, path });
      await api.desk.openPath(opened.path);
    });
  }

  async openLink(url: string): Promise<void> {
    await this.#do(() => this.session.api.desk.openLink(url));
  }

  explain(thrown: unknown): string[] {
    const error = CallError.from(thrown);
    return [this.session.words.sayError(error), this.session.words.sayHint(error)];
  }

  async #ask<Name extends 'edit_item' | 'finish_item' | 'log_minutes' | 'report_wrong'>(
    name: Name,
    request: Parameters<typeof this.session.api.call<Name>>[1],
  ): Promise<boolean> {
    return this.#do(async () => this.asked.accept(await this.session.api.call(name, request)));
  }

  async #do(command: () => Promise<unknown>): Promise<boolean> {
    this.isBusy = true;
    this.session.notices.close();
    try {
      await command();
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

const NOTHING_EDITED = {
  title: null,
  instructions: null,
  section: null,
  minutes: null,
  kind: null,
  doneWhen: null,
  inputs: null,
  outputs: null,
  after: null,
  commands: null,
};
