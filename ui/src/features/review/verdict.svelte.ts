// A verdict before it is given: what the person has said so far about one deliverable. It outlives the page, so that a
// note is not lost by looking at something else.
import { CallError } from '../../api/error';
import type { AttemptView, Then, VerdictInput, VerdictView } from '../../api/generated';
import type { Session } from '../../session.svelte';
import { minutesOf, ReviewTimer } from './timer';

/** Which question is open: none, how long the rework took, or what was wrong. */
export type Step = 'look' | 'rework' | 'reject';

export class VerdictDraft {
  step = $state<Step>('look');
  /** As the person wrote it; null is what the clock says. */
  saidRework = $state<number | null>(null);
  saidReview = $state<number | null>(null);
  reason = $state<string | null>(null);
  wrongStep = $state<number | null>(null);
  note = $state('');
  isSending = $state(false);
  /** Why the verdict was not recorded. */
  problem = $state.raw<CallError | null>(null);
  /** The person wanted to reject and has not said why. */
  lacksReason = $state(false);
  /** When the clock was last read; whoever draws it reads it again and again. */
  now = $state(0);
  readonly timer = new ReviewTimer();

  constructor(
    private readonly session: Session,
    /** The item's id. */
    readonly item: string,
    private readonly clock: () => number = Date.now,
  ) {}

  /** The person gave a sign of being there. */
  sign(): void {
    this.timer.sign(this.clock());
  }

  pause(): void {
    this.timer.pause(this.clock());
  }

  /** The person opened a copy to mend it. */
  openedCopy(): void {
    this.timer.beginRework(this.clock());
  }

  readClock(): void {
    this.now = this.clock();
  }

  get totalMs(): number {
    return this.timer.totalMs(this.now);
  }

  /** Without a copy that was opened here, nobody can tell rework from review: the whole time is offered. */
  get reworkMinutes(): number {
    const measured = this.timer.hasRework ? this.timer.ms('rework', this.now) : this.totalMs;
    return this.saidRework ?? minutesOf(measured);
  }

  /** What is left of the time after the rework. */
  get reviewMinutes(): number {
    if (this.saidReview !== null) return this.saidReview;
    return Math.max(0, minutesOf(this.totalMs) - (this.step === 'rework' ? this.reworkMinutes : 0));
  }

  begin(step: Step): void {
    this.readClock();
    this.problem = null;
    this.lacksReason = false;
    this.step = step;
  }

  async accept(): Promise<VerdictView | null> {
    this.begin('look');
    return this.#send({ verdict: 'accept' });
  }

  /** Accepts what the person made of it: their edited copies, where there are any. */
  async acceptReworked(attempt: AttemptView): Promise<VerdictView | null> {
    const copies = attempt.deliverables.filter(({ isEdited }) => isEdited);
    const edited = copies.map(({ editedPath }) => editedPath).filter((path) => path !== null);
    return this.#send({ verdict: 'rework', minutes: this.reworkMinutes, with: edited });
  }

  async reject(then: Then): Promise<VerdictView | null> {
    this.lacksReason = this.reason === null;
    if (this.reason === null) return null;
    const note = this.note.trim() === '' ? null : this.note.trim();
    return this.#send({ verdict: 'reject', reason: this.reason, step: this.wrongStep, note, then });
  }

  async #send(verdict: VerdictInput): Promise<VerdictView | null> {
    if (this.isSending) return null;
    this.isSending = true;
    this.problem = null;
    this.session.notices.close();
    try {
      const request = { item: this.item, verdict, reviewMinutes: this.reviewMinutes };
      return await this.session.api.call('review_attempt', request);
    } catch (thrown) {
      this.problem = CallError.from(thrown);
      return null;
    } finally {
      this.isSending = false;
    }
  }
}

/** The verdicts that are begun, by attempt. One for the window, given to all who judge. */
export class VerdictDrafts {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- each draft is watched, not who has one
  readonly #drafts = new Map<string, VerdictDraft>();

  constructor(private readonly session: Session) {}

  of(item: string, attempt: string): VerdictDraft {
    const known = this.#drafts.get(attempt);
    if (known !== undefined) return known;
    const draft = new VerdictDraft(this.session, item);
    this.#drafts.set(attempt, draft);
    return draft;
  }

  /** The verdict is recorded. If it is undone, judging begins anew. */
  forget(attempt: string): void {
    this.#drafts.delete(attempt);
  }
}
