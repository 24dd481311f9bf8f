// The experiments: the same job again, the person's own ladder, and comparisons without names.
import type {
  AgentView,
  Better,
  BenchView,
  ComparisonView,
  FigureView,
  FilterChoice,
  TrialsView,
} from '../../api/generated';
import { isProgram } from '../../at-work/work';
import { Asked } from '../../lib/asked.svelte';
import type { Session } from '../../session.svelte';
import { InsightsFilters } from './filters.svelte';

/** As far back as the record goes. */
const ALL_WEEKS = 1040;

export class ExperimentsState {
  /** Lists that were used several times, by the last of their jobs. */
  readonly lists: Asked<FilterChoice[]>;
  readonly trials: Asked<TrialsView | null>;
  readonly bench: Asked<BenchView>;
  readonly agents: Asked<AgentView[]>;
  readonly figures: Asked<FigureView>;
  /** The whole record: an experiment is as old as it is. */
  readonly filters = new InsightsFilters();
  /** The job whose list is looked at. */
  job = $state<string | null>(null);
  compared = $state.raw<ComparisonView | null>(null);
  version = $state(0);

  constructor(private readonly session: Session) {
    const { api } = session;
    this.filters.weeks = ALL_WEEKS;
    this.lists = new Asked(async () => {
      const { choices } = await api.call('insights', { filters: this.filters.asked });
      const isThere = choices.trials.some(({ code }) => code === this.job);
      if (!isThere) this.job = choices.trials[0]?.code ?? null;
      return choices.trials;
    });
    this.trials = new Asked(async () => {
      const { job } = this;
      return job === null ? null : await api.call('trials', { job });
    });
    this.bench = new Asked(() => api.call('bench', {}));
    this.agents = new Asked(async () => {
      const { agents } = await api.call('agents', {});
      return agents.filter(isProgram);
    });
    this.figures = new Asked(() => api.call('experiments', { weeks: null }));
  }

  refresh(): void {
    this.version += 1;
    for (const asked of [this.lists, this.trials, this.bench, this.agents, this.figures])
      void asked.refresh();
  }

  /** Plans the runs of these items; true when they are planned. */
  async plan(items: readonly string[], agent: string, times: number): Promise<boolean> {
    return await this.#do(async () => {
      this.bench.accept(await this.session.api.call('plan_bench', { items: [...items], agent, times }));
      this.session.notices.tell(this.session.words.say('window-experiments-bench-planned'));
    });
  }

  /** Two deliverables of an item, without names. */
  async compare(item: string): Promise<void> {
    await this.#do(async () => {
      this.compared = await this.session.api.call('comparison', { item });
    });
  }

  async choose(better: Better): Promise<void> {
    const { compared } = this;
    if (compared === null) return;
    await this.#do(async () => {
      const request = { comparison: compared.comparison, better };
      this.compared = await this.session.api.call('choose_better', request);
    });
  }

  /** Keeps what a colleague chose; true when the code was known. */
  async take(code: string): Promise<boolean> {
    return await this.#do(async () => {
      this.compared = await this.session.api.call('give_code', { code });
    });
  }

  /** The page for a colleague, where the person wants it. */
  async saveFile(): Promise<void> {
    const { compared } = this;
    if (compared === null) return;
    await this.#do(async () => {
      const { api, words, notices } = this.session;
      const { name, html } = await api.call('comparison_file', { item: compared.item });
      const title = words.say('window-experiments-blind-file-title');
      const path = await api.desk.saveFile(title, name, { text: html });
      if (path !== null) notices.tell(words.say('window-saved-to', { path }));
    });
  }

  async openLink(url: string): Promise<void> {
    await this.#do(() => this.session.api.desk.openLink(url));
  }

  async #do(command: () => Promise<void>): Promise<boolean> {
    this.session.notices.close();
    try {
      await command();
      return true;
    } catch (thrown) {
      this.session.refuse(thrown);
      return false;
    }
  }
}

/** The items a person named: `12.3, 12.4` or `12.3 12.4`. */
export function itemsIn(text: string): string[] {
  return text.split(/[\s,;，、；]+/).filter((part) => part !== '');
}
