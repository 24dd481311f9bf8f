// The way by hand into a chat and back: which of its dialogs is open, and the commands that need none.
import { CallError } from '../../api/error';
import type { Card, PasteView, Then } from '../../api/generated';
import type { ClipboardWay, Session } from '../../session.svelte';
import { countChecks } from '../../shared/deliverable/shown';
import { Copying } from './copying.svelte';
import { Pasting } from './pasting.svelte';

export type OpenDialog =
  | { kind: 'copy'; copying: Copying }
  | { kind: 'paste'; pasting: Pasting }
  | { kind: 'noGood'; card: Card }
  /** The first of these is asked about; the others follow. */
  | { kind: 'whatBecame'; cards: readonly Card[] };

export class Clipboard implements ClipboardWay {
  open = $state.raw<OpenDialog | null>(null);
  isBusy = $state(false);
  /** Why the open dialog's command did not happen. The notice line lies behind a dialog. */
  problem = $state.raw<CallError | null>(null);

  constructor(private readonly session: Session) {}

  close(): void {
    this.problem = null;
    this.open = null;
  }

  copy(items: readonly string[]): void {
    if (items.length === 0) return;
    const copying = new Copying(this.session, items);
    this.open = { kind: 'copy', copying };
    void copying.asked.refresh();
  }

  paste(card: Card | null): void {
    const pasting = new Pasting(this.session, card);
    this.open = { kind: 'paste', pasting };
    void pasting.lookIntoClipboard();
  }

  /** An answer that was pasted, or files that were dropped, anywhere in the window. */
  bring(text: string, files: readonly string[]): void {
    const pasting = new Pasting(this.session, null);
    this.open = { kind: 'paste', pasting };
    void pasting.look(text, files);
  }

  noGood(card: Card): void {
    this.open = { kind: 'noGood', card };
  }

  whatBecame(cards: readonly Card[]): void {
    this.problem = null;
    this.open = cards.length === 0 ? null : { kind: 'whatBecame', cards };
  }

  async neverSent(card: Card): Promise<void> {
    const { api, words } = this.session;
    await this.#do(async () => {
      await api.call('never_sent', { item: card.id });
      this.#goOn(card);
      this.#tell(words.say('window-clip-never-sent-told', { title: card.title }));
    });
  }

  async sayNoGood(card: Card, reason: string, then: Then): Promise<void> {
    const { api, notices, words } = this.session;
    await this.#do(async () => {
      await api.call('no_good', { item: card.id, reason, then });
      this.close();
      if (then === 'takeBack') {
        this.#tell(words.say('window-taken-back', { count: 1 }));
        return;
      }
      notices.tell(words.say('window-clip-no-good-told'), {
        label: words.say('window-clip-copy-follow-up'),
        run: () => this.copy([card.id]),
      });
    });
  }

  /** What became of it cannot be said now; the item is taken back all the same. */
  async leaveUnsaid(card: Card): Promise<void> {
    const { api, words } = this.session;
    await this.#do(async () => {
      const nothing = { place: null, guess: null, minutes: null };
      await api.call('assign_items', { ...nothing, items: [card.id], to: { who: 'me' }, because: 'unsaid' });
      this.#goOn(card);
      this.#tell(words.say('window-taken-back', { count: 1 }));
    });
  }

  /** Says that an answer arrived, with the way to its review. */
  taken({ items }: PasteView): void {
    const { notices, router, words } = this.session;
    this.close();
    const { held, proved } = countChecks(items.flatMap(({ attempt }) => attempt.checks));
    const arrived = words.say('window-clip-taken', { count: items.length });
    const shown = words.say('window-shown-checks', { held, all: proved });
    notices.tell(proved === 0 ? arrived : words.say('sentences', { first: arrived, second: shown }), {
      label: words.say('window-clip-to-review'),
      run: () => {
        notices.close();
        router.go({ screen: 'review' });
      },
    });
  }

  /** Of several items that are taken back, the next one is asked about. */
  #goOn(answered: Card): void {
    if (this.open?.kind !== 'whatBecame') return;
    this.whatBecame(this.open.cards.filter(({ id }) => id !== answered.id));
  }

  #tell(text: string): void {
    this.session.notices.tell(text, {
      label: this.session.words.say('window-undo'),
      run: () => void this.session.undo(),
    });
  }

  async #do(command: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = null;
    this.session.notices.close();
    try {
      await command();
    } catch (thrown) {
      if (this.open === null) this.session.refuse(thrown);
      else this.problem = CallError.from(thrown);
    } finally {
      this.isBusy = false;
    }
  }
}
