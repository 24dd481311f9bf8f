// An answer before it is taken in: the text or the files, whose it is, and how it came about.
import { CallError } from '../../api/error';
import type { Card, PasteView, Recognised } from '../../api/generated';
import type { Session } from '../../session.svelte';

/** A longer time since the copying says when it was copied, not how long the person sat over it. */
const MOST_LIKELY_MINUTES = 60;

export class Pasting {
  text = $state('');
  files = $state.raw<readonly string[]>([]);
  /** The items whose lines are in the text. */
  found = $state.raw<readonly Recognised[]>([]);
  /** Items that wait for an answer: one of them is chosen when no line says whose it is. */
  waiting = $state.raw<readonly Card[]>([]);
  /** The item the person names. */
  named = $state<string | null>(null);
  /** Why the text cannot be taken as it is. */
  problem = $state.raw<CallError | null>(null);
  /** How many answers it took in the chat; 4 is more. */
  rounds = $state(1);
  minutes = $state<number | null>(null);
  isBusy = $state(false);
  /** Nothing came from the clipboard: the person pastes into the box. */
  needsText = $state(false);

  constructor(
    private readonly session: Session,
    /** The item whose button was pressed. */
    readonly card: Card | null,
  ) {
    this.named = card?.id ?? null;
  }

  /** No line names an item, but the person can. */
  get isUnmarked(): boolean {
    return this.problem?.code === 'input_answer_unmarked' || (this.text === '' && this.files.length > 0);
  }

  get canTake(): boolean {
    if (this.isBusy) return false;
    return this.isUnmarked ? this.named !== null : this.found.length > 0;
  }

  /** Looks whose answer this is. Nothing is stored. */
  async look(text: string, files: readonly string[] = this.files): Promise<void> {
    this.text = text;
    this.files = files;
    this.found = [];
    this.problem = null;
    if (text.trim() === '' && files.length === 0) {
      this.needsText = true;
      return;
    }
    this.isBusy = true;
    try {
      if (text.trim() !== '') await this.#recognise();
      if (this.isUnmarked) await this.#listWaiting();
    } catch (thrown) {
      this.problem = CallError.from(thrown);
    } finally {
      this.isBusy = false;
    }
    // What cannot be taken is replaced in the box.
    this.needsText ||= this.problem !== null && !this.isUnmarked;
  }

  /** Reads the system's clipboard; where that is not to be had, the person pastes into the box. */
  async lookIntoClipboard(): Promise<void> {
    let text = '';
    try {
      text = (await this.session.api.desk.pasteText()) ?? '';
    } catch {
      // The box is the way out.
    }
    await this.look(text);
  }

  /** Takes the answer in; null when that was refused. */
  async take(): Promise<PasteView | null> {
    if (!this.canTake) return null;
    this.isBusy = true;
    const { isUnmarked } = this;
    try {
      const view = await this.session.api.call('paste_answer', {
        text: this.text,
        item: isUnmarked ? this.named : null,
        files: [...this.files],
        rounds: this.rounds,
        minutes: this.minutes,
        unmarked: isUnmarked ? 'takeAnyway' : 'refuse',
      });
      return view;
    } catch (thrown) {
      this.problem = CallError.from(thrown);
      return null;
    } finally {
      this.isBusy = false;
    }
  }

  async #recognise(): Promise<void> {
    try {
      this.found = (await this.session.api.call('recognise_answer', { text: this.text })).items;
      const longest = Math.max(0, ...this.found.map(({ minutesSinceCopy }) => minutesSinceCopy));
      this.minutes = longest > MOST_LIKELY_MINUTES ? null : longest;
    } catch (thrown) {
      this.problem = CallError.from(thrown);
    }
  }

  async #listWaiting(): Promise<void> {
    const { needsYou, working, unresolved } = await this.session.api.call('today', {});
    const cards = [...needsYou, ...working, ...unresolved].map(({ card }) => card);
    const waiting = cards.filter(({ waitingFor }) => waitingFor === 'paste');
    // An item can stand in two of the lists.
    this.waiting = waiting.filter(({ id }, index) => waiting.findIndex((one) => one.id === id) === index);
    const [first, ...others] = this.waiting;
    if (this.named === null && first !== undefined && others.length === 0) this.named = first.id;
  }
}
